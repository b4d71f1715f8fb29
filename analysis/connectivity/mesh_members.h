// SPDX-License-Identifier: GPL-3.0-or-later
// Which pods have a proxy of Istio, and so are bound by its policies and have an identity. The rules are those of
// analysis/mesh.h, without what only a whole analysis knows. istio.io: "Installing the Sidecar", "Add workloads to a mesh"
// (ambient); linkerd.io: "Automatic Proxy Injection".
#pragma once

#include "analysis/connectivity/world.h"

#include <vector>

namespace bartizan::connectivity {

enum class MeshMember { no, yes, notKnown };

// By World::pods. Where no pod is seen to have a proxy or is promised one, nothing is known of any.
std::vector<MeshMember> meshMembers(const Model&, const World&);

// Ports of the pod that its annotations keep away from the proxy (traffic.sidecar.istio.io/excludeInboundPorts and
// includeInboundPorts). By World::pods; TCP.
std::vector<PortSet> portsBesideProxy(const Model&, const World&);

} // namespace bartizan::connectivity
