// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/layers/registry.h"

#include "analysis/layers/layers.h"

namespace bartizan::analysis {

std::span<const LayerRow> layerRows()
{
    static constexpr LayerRow rows[] = {
        {Layer::gateway, decideGateway},
        {Layer::abuse, decideAbuse},
        {Layer::authentication, decideAuthentication},
        {Layer::mfa, decideMfa},
        {Layer::authorization, decideAuthorization},
        {Layer::encryption, decideEncryption},
        {Layer::network, decideNetwork},
        {Layer::failure, decideFailure},
        {Layer::hardening, decideHardening},
        {Layer::privilege, decidePrivilege},
        {Layer::secrets, decideSecrets},
        {Layer::image, decideImage},
        {Layer::dependencies, decideDependencies},
        {Layer::testing, decideTesting},
        {Layer::runtime, decideRuntime},
        {Layer::admission, decideAdmission},
    };
    static_assert(std::size(rows) == layerCount);
    return rows;
}

} // namespace bartizan::analysis
