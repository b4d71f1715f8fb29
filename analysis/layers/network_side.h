// SPDX-License-Identifier: GPL-3.0-or-later
// One direction of a workload as the network layer judges it: which policies select it, whether they close the direction,
// and the line that opens it again. Used by network.cpp only.
#pragma once

#include "analysis/context.h"
#include "analysis/network_reach.h"

namespace bartizan::analysis {

inline constexpr const char* networkPolicyKind = "NetworkPolicy.networking.k8s.io";

struct NetworkSide {
    Facet facet;
    std::vector<NearMiss> nearMisses;
    std::vector<std::size_t> policies; // World::policies that select a pod of it, in the order in which they were read
    bool open = false;                 // a rule opens everything: for everyone, on all ports
    bool unclosed = false;             // policies select it, and none closes the direction
    Evidence openLine;
    ObjectId broadPolicy; // of a rule that means every address or every pod
    Evidence broadLine;
    bool internet = false; // every address
    bool metadata = false; // the cloud's metadata address, on the port where it answers
    Evidence metadataLine;
};

NetworkSide judgeNetworkSide(const Context&, WorkloadId, Direction);
std::string policyName(const Context&, ObjectId); // "policy `web`"

} // namespace bartizan::analysis
