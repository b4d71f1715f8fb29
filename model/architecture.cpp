// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"

namespace bartizan {

std::string peerId(const Architecture& architecture, const Peer& peer)
{
    switch (peer.kind) {
    case Peer::Kind::workload:
        return peer.workload.valid() ? architecture.workloads[peer.workload.pos()].id : std::string();
    case Peer::Kind::outside:
        return peer.outside.valid() ? architecture.outsides[peer.outside.pos()].id : std::string();
    case Peer::Kind::internet:
        break;
    }
    return "internet";
}

const char* toWord(Reach reach)
{
    switch (reach) {
    case Reach::internet:
        return "internet";
    case Reach::privateNetwork:
        return "private network";
    case Reach::nodeNetwork:
        return "node network";
    case Reach::notKnown:
        break;
    }
    return "not known";
}

const char* toWord(CallKind kind)
{
    switch (kind) {
    case CallKind::declared:
        return "declared";
    case CallKind::inferred:
        return "inferred";
    case CallKind::observed:
        return "observed";
    case CallKind::latent:
        break;
    }
    return "latent";
}

const char* toWord(Sensitivity sensitivity)
{
    switch (sensitivity) {
    case Sensitivity::openData:
        return "open data";
    case Sensitivity::internal:
        return "internal";
    case Sensitivity::confidential:
        return "confidential";
    case Sensitivity::restricted:
        break;
    }
    return "restricted";
}

const char* toWord(SensitivitySource source)
{
    switch (source) {
    case SensitivitySource::review:
        return "review";
    case SensitivitySource::label:
        return "label";
    case SensitivitySource::inferred:
        return "inferred";
    case SensitivitySource::byDefault:
        break;
    }
    return "default";
}

} // namespace bartizan
