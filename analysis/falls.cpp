// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/falls.h"

#include <bit>
#include <deque>
#include <utility>

namespace bartizan {

CallGraph::CallGraph(std::size_t services, std::vector<Call> calls) : m_calls(std::move(calls)), m_first(services + 1, 0)
{
    for (const Call& call : m_calls)
        if (call.from != none)
            ++m_first[call.from + 1];
    for (std::size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    m_leaving.resize(m_first.back());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::size_t i = 0; i < m_calls.size(); ++i)
        if (m_calls[i].from != none)
            m_leaving[next[m_calls[i].from]++] = static_cast<std::uint32_t>(i);
}

Fall CallGraph::fall(const std::vector<std::uint32_t>& first) const
{
    Fall result{std::vector<char>(m_first.empty() ? 0 : m_first.size() - 1, 0), std::vector<char>(m_calls.size(), 0)};
    std::vector<std::uint32_t> open;
    const auto reach = [&](std::uint32_t service) {
        if (std::exchange(result.services[service], char{1}) == 0)
            open.push_back(service);
    };
    for (const std::uint32_t service : first)
        reach(service);
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (std::uint32_t i = m_first[at]; i < m_first[at + 1]; ++i) {
            result.calls[m_leaving[i]] = 1;
            reach(m_calls[m_leaving[i]].to);
        }
    }
    return result;
}

std::vector<std::uint64_t> CallGraph::falls(std::span<const std::uint32_t> first) const
{
    std::vector<std::uint64_t> with(m_first.empty() ? 0 : m_first.size() - 1, 0);
    std::vector<char> waits(with.size(), 0);
    std::deque<std::uint32_t> open;
    const auto reach = [&](std::uint32_t service, std::uint64_t bits) {
        if ((bits & ~with[service]) == 0)
            return;
        with[service] |= bits;
        if (std::exchange(waits[service], char{1}) == 0)
            open.push_back(service);
    };
    for (std::size_t i = 0; i < first.size() && i < mostTogether; ++i)
        reach(first[i], std::uint64_t{1} << i);
    while (!open.empty()) {
        const std::uint32_t at = open.front();
        open.pop_front();
        waits[at] = 0;
        for (std::uint32_t i = m_first[at]; i < m_first[at + 1]; ++i)
            reach(m_calls[m_leaving[i]].to, with[at]);
    }
    return with;
}

KnownCalls::KnownCalls(const Architecture& architecture)
    : m_from(architecture.workloads.size()), m_to(architecture.workloads.size())
{
    std::vector<CallGraph::Call> calls(architecture.calls.size());
    for (std::size_t i = 0; i < architecture.calls.size(); ++i) {
        const Call& call = architecture.calls[i];
        if (call.kind == CallKind::latent)
            continue;
        const bool leaves = call.from.kind == Peer::Kind::workload, arrives = call.to.kind == Peer::Kind::workload;
        if (leaves)
            m_from[call.from.workload.pos()].push_back(static_cast<std::uint32_t>(i));
        if (arrives)
            m_to[call.to.workload.pos()].push_back(static_cast<std::uint32_t>(i));
        if (leaves && arrives && call.from.workload != call.to.workload)
            calls[i] = {call.from.workload.value, call.to.workload.value};
    }
    m_graph = CallGraph(architecture.workloads.size(), std::move(calls));
}

std::vector<WorkloadId> KnownCalls::fallingWith(WorkloadId workload) const
{
    const Fall fall = m_graph.fall({workload.value});
    std::vector<WorkloadId> others;
    for (std::size_t i = 0; i < fall.services.size(); ++i)
        if (fall.services[i] != 0 && i != workload.pos())
            others.emplace_back(i);
    return others;
}

std::vector<std::vector<WorkloadId>> KnownCalls::fallingWith(std::span<const WorkloadId> many) const
{
    std::vector<std::vector<WorkloadId>> all(many.size());
    for (std::size_t done = 0; done < many.size(); done += CallGraph::mostTogether) {
        std::vector<std::uint32_t> first;
        for (std::size_t i = done; i < many.size() && i < done + CallGraph::mostTogether; ++i)
            first.push_back(many[i].value);
        const std::vector<std::uint64_t> with = m_graph.falls(first);
        for (std::size_t service = 0; service < with.size(); ++service)
            for (std::uint64_t bits = with[service]; bits != 0; bits &= bits - 1) {
                const std::size_t i = static_cast<std::size_t>(std::countr_zero(bits));
                if (first[i] != service)
                    all[done + i].emplace_back(service);
            }
    }
    return all;
}

} // namespace bartizan
