// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's policies name either pods by their labels or what stands in front of them by reference (istio/api
// type/v1beta1/selector.proto, PolicyTargetReference); one with references is for no pod of its namespace.
#pragma once

namespace bartizan::connectivity {

template <class Policy> // MeshAccessPolicy, MeshTokenCheck
bool namesTargets(const Policy& policy)
{
    return !policy.targetGateways.empty() || !policy.targetServices.empty() || !policy.targetClasses.empty();
}

} // namespace bartizan::connectivity
