// SPDX-License-Identifier: GPL-3.0-or-later
// May one workload open a connection to another's listening ports, as far as Kubernetes NetworkPolicies say? One pod
// stands for a workload; policies of other kinds and meshes are not asked. A first form: exact for NetworkPolicy between
// workloads, without address blocks. Pods on their node's network are neither restricted nor matched by selectors.
#pragma once

#include "analysis/context.h"

namespace bartizan::analysis {

class PolicyReach {
public:
    explicit PolicyReach(const Context&);

    bool ingressOpen(WorkloadId id) const { return m_ingressOpen[id.pos()]; } // no policy selects it for ingress
    bool egressOpen(WorkloadId id) const { return m_egressOpen[id.pos()]; }
    bool allows(WorkloadId from, WorkloadId to) const; // on at least one listening port
    // Who may come in, by ingress policies alone; only for workloads that are not open. Sorted.
    std::vector<WorkloadId> admitted(WorkloadId to) const;

private:
    struct Rules {
        std::vector<std::pair<const NetworkRule*, const std::string*>> list; // with the policy's namespace
    };
    struct Space { // a namespace
        std::string cluster, ns;
        Attributes labels; // with the name label that the API server gives each
        std::vector<WorkloadId> workloads;
    };
    bool portsOverlap(const NetworkRule&, WorkloadId to) const;
    bool spaceMatches(const NetworkPeer&, const std::string& policyNs, const Space&) const;
    bool podMatches(const NetworkPeer&, WorkloadId) const;
    bool passes(const Rules&, WorkloadId peer, WorkloadId to) const;

    const Context& m_context;
    std::vector<bool> m_ingressOpen, m_egressOpen;
    std::vector<Rules> m_ingress, m_egress;
    std::vector<Space> m_spaces;        // sorted by (cluster, namespace)
    std::vector<std::size_t> m_spaceOf; // by workload
};

} // namespace bartizan::analysis
