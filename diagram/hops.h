// SPDX-License-Identifier: GPL-3.0-or-later
// How far one workload may get, or from how far it may be reached, as policies say: directly, and step by step over
// whatever is reached. A step counts when it ends on a port that listens, in any network that both ends are in. As in
// analysis/network_need.h, workloads that listen on no port are no end of a step, and neither are ports of DNS, which
// everyone asks. Pods that policies treat alike are asked once. Called by reach.h; safe on any thread.
#pragma once

#include "analysis/connectivity/connectivity.h"
#include "model/architecture.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace bartizan::diagram {

struct Listening { // by workload
    // Ports of containers, of Services and of probes; every port where it listens and none of them is known; nothing where
    // it does not listen.
    std::vector<connectivity::PortSet> ports;
    std::vector<connectivity::PortSet> withoutDns;
};
Listening listeningOf(const Model& model);

// The ports of `with` on which a connection is allowed, over all networks that both ends are in, but `without`.
connectivity::PortSet allowedOn(const connectivity::Connectivity& connectivity, std::size_t from, std::size_t to,
                                const connectivity::PortSet& with, std::optional<std::size_t> without = std::nullopt);

class Hops {
public:
    // Both must outlive it.
    Hops(const connectivity::Connectivity& connectivity, const Listening& listening, std::size_t workloads);

    // By workload: reached from `of` in one step; with `incoming`, reaches it in one.
    std::vector<char> direct(std::size_t of, bool incoming, const std::stop_token& stop = {}) const;
    // By workload: reached in any number of steps, of which the first are `direct`. `of` itself is not in it. Stopped, it is
    // to be dropped.
    std::vector<char> all(std::size_t of, const std::vector<char>& direct, bool incoming, const std::stop_token& stop) const;

private:
    struct Kind { // workloads that are alike: of one class, listening on the same ports
        std::size_t pod = 0, cls = 0, cluster = 0;
        const connectivity::PortSet* ports = nullptr;
        std::vector<std::size_t> members;
        std::vector<std::size_t> networks;
    };
    struct Front { // ends of the last steps that look the same from the other side
        const connectivity::Row* row = nullptr;
        const connectivity::PortSet* ports = nullptr; // incoming only: those that listen there
        connectivity::Bits classes;
    };
    using Fronts = std::vector<std::vector<Front>>; // by cluster and network

    void join(Fronts& fronts, const Kind& kind, bool incoming) const;
    bool meets(const Fronts& fronts, const Kind& far, bool incoming) const;
    std::size_t place(const Kind& kind, std::size_t network) const { return kind.cluster * m_networks + network; }

    const connectivity::Connectivity& m_connectivity;
    std::size_t m_networks = 1, m_clusters = 0, m_bound = 0;
    std::vector<Kind> m_kinds;
    std::vector<std::size_t> m_kindOf; // by workload
};

} // namespace bartizan::diagram
