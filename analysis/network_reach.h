// SPDX-License-Identifier: GPL-3.0-or-later
// What the layers, paths and findings ask of the connectivity engine, in workloads and listening ports: who may connect to
// whom, and how wide a policy opens a direction. A workload is its pod and its replicas whose labels differ: what one of
// them may do, it may do. Pods on their node's network are not restricted; of rules, only those mean them that mean
// everyone or nodes. Made once by analyse(); immutable.
#pragma once

#include "analysis/connectivity/connectivity.h"
#include "analysis/context.h"

#include <map>
#include <memory>

namespace bartizan::analysis {

using connectivity::Direction;
using connectivity::PortSet;

// How wide the policies of a direction leave a pod open. The port of DNS counts like any other here.
struct Wide {
    PortSet anyPod;        // to or from a pod that only rules for every pod mean
    PortSet everyV4;       // to or from every IPv4 address
    PortSet everyV6;       // every IPv6 address; nothing where no policy names IPv6
    PortSet metadata;      // to or from 169.254.169.254, where clouds answer a pod with its node's credentials
    bool everyone = false; // everything, for any pod and every address
};

class NetworkReach {
public:
    explicit NetworkReach(const Context&);

    const connectivity::Connectivity& engine() const { return m_engine; }
    bool onNode(WorkloadId id) const { return m_engine.world().pods[id.pos()].onNodeNetwork; }
    const std::vector<std::size_t>& pods(WorkloadId id) const { return m_pods[id.pos()]; } // its own first
    std::size_t networkOf(std::size_t pod) const { return m_engine.world().pods[pod].network; }
    const PortSet& listening(WorkloadId id) const { return m_listening[id.pos()]; } // every port where none is known

    bool open(WorkloadId, Direction) const; // no policy selects it, or not all of its pods
    PortSet allowed(WorkloadId from, WorkloadId to) const;
    bool allows(WorkloadId from, WorkloadId to) const { return !(allowed(from, to) & listening(to)).empty(); }
    // Whom ingress policies let in on a listening port; whether the source may go out is not asked. Sorted.
    std::vector<WorkloadId> sources(WorkloadId to) const;
    // As Connectivity::decided(), for a peer on its node's network.
    PortSet decidedForNode(std::size_t pod, Direction, std::size_t network) const;

    const Wide& wide(std::size_t pod, Direction) const; // in its primary network
    // A policy that may act there and is not part of the answer: of a kind that is not read, or malformed. Null: none.
    const Object* unread(const Context&, WorkloadId) const;

private:
    Wide widthOf(std::size_t pod, Direction) const;

    const connectivity::Connectivity& m_engine;
    std::vector<std::vector<std::size_t>> m_pods; // by workload
    std::vector<PortSet> m_listening;
    std::vector<std::vector<WorkloadId>> m_ofClass;
    std::map<std::string, std::vector<WorkloadId>> m_onNode;             // by cluster
    std::map<const connectivity::Row*, Wide> m_wide[2];                  // by Direction
    std::map<std::pair<std::string, std::string>, ObjectId> m_malformed; // (cluster, namespace or "") -> the first one
};

bool isUniversal(const PolicyPeer&); // means any pod of any namespace
PortSet dnsPorts();

} // namespace bartizan::analysis
