// SPDX-License-Identifier: GPL-3.0-or-later
// What falls when a service falls: all that known calls lead to from it. What a network merely allows (latent calls) does
// not count; lateral.cpp looks at that. Made once for a system and asked for every selection: an answer takes as long as
// what it reaches. The inspector asks KnownCalls, the drawing asks a CallGraph of its own lines; both get one answer.
#pragma once

#include "model/architecture.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bartizan {

struct Fall {
    std::vector<char> services; // 1: fell, or reached; by service
    std::vector<char> calls;    // 1: leads from a service that fell or is reached; by call
};

// Services and the calls between them, as numbers. A call that carries nothing (latent, or not between two services) keeps
// its number: both its ends are `none`.
class CallGraph {
public:
    static constexpr std::uint32_t none = ~0U;
    struct Call {
        std::uint32_t from = none, to = none;
    };

    CallGraph() = default;
    CallGraph(std::size_t services, std::vector<Call> calls);

    Fall fall(const std::vector<std::uint32_t>& first) const;
    static constexpr std::size_t mostTogether = 64;
    // By service: bit i is set where it falls with first[i], or is it. At most `mostTogether`, which are worked out at once.
    std::vector<std::uint64_t> falls(std::span<const std::uint32_t> first) const;

private:
    std::vector<Call> m_calls;
    std::vector<std::uint32_t> m_first;   // by service: where its calls begin in m_leaving; one more at the end
    std::vector<std::uint32_t> m_leaving; // calls by the service they leave
};

// The known calls of an architecture, which is not kept: positions in Architecture::calls, ascending.
class KnownCalls {
public:
    KnownCalls() = default;
    explicit KnownCalls(const Architecture& architecture);

    const std::vector<std::uint32_t>& to(WorkloadId callee) const { return m_to[callee.pos()]; }
    const std::vector<std::uint32_t>& from(WorkloadId caller) const { return m_from[caller.pos()]; }
    std::vector<WorkloadId> fallingWith(WorkloadId workload) const; // without itself; ascending
    // The same for each of many: far less work than one by one, as what several reach is walked through once.
    std::vector<std::vector<WorkloadId>> fallingWith(std::span<const WorkloadId> many) const;

private:
    std::vector<std::vector<std::uint32_t>> m_from, m_to; // by workload; the other end may be no workload
    CallGraph m_graph;
};

} // namespace bartizan
