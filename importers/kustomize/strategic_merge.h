// SPDX-License-Identifier: GPL-3.0-or-later
// Strategic merge patch on a resource as kustomize applies it (kyaml merge2, list elements of the patch first):
// lists of Kubernetes' own kinds merge by their documented keys, all other lists and lists of custom resources are
// replaced; null removes; `$patch: delete|replace|merge` directives. Values keep the evidence of the patch's lines.
#pragma once

#include "importers/kustomize/resource.h"

namespace bartizan::importers {

struct MergeOptions {
    bool changeKind = false; // `options: allowKindChange` of a patch with a target
    bool changeName = false;
};

// False: the patch says `$patch: delete` for the whole object, which the caller removes.
bool applyStrategicMerge(Resource& resource, document::Node patch, const MergeOptions& options = {});

} // namespace bartizan::importers
