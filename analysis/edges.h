// SPDX-License-Identifier: GPL-3.0-or-later
// Encryption and peer identity of every edge: calls, route hops (outside -> gateway, gateway -> backend) and entries that
// end at a workload. Fills Context::edges, edgesInto and edgesOutOf. Evidence is read in this order: the mesh proxies of
// the server (a STRICT one accepts nothing plain), the client's own setting, the server's probes, the product's default.
#pragma once

#include "analysis/context.h"
#include "analysis/findings.h"

namespace bartizan::analysis {

void judgeEdges(Context&, FindingSink&);

// What can be said of a server's port alone, whoever calls.
struct ServerSide {
    LayerVerdict verdict;
    bool mutual = false;             // mTLS is demanded
    Verdict peer = Verdict::unknown; // is the calling workload's identity checked?
    enum class By { mesh, probe, product, none } by = By::none;
};
ServerSide serverSide(const Context&, WorkloadId, std::uint32_t port);
// A PeerAuthentication that demands mutual TLS of this port and binds nobody, because the pods have no proxy.
std::optional<NearMiss> unboundDemand(const Context&, WorkloadId, std::uint32_t port);

} // namespace bartizan::analysis
