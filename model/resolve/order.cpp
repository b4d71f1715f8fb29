// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts that several passes append to into the order that the architecture promises, and renumbers every
// reference to them. Ids that occur twice are left as they are: both are kept, in the order they were made.
#include "model/resolve/passes.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace bartizan::resolving {
namespace {

// Sorts by id and tells where each went: result[old position] = new position.
template <class T>
std::vector<std::size_t> sortById(std::vector<T>& rows)
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rows[a].id < rows[b].id; });
    std::vector<std::size_t> moved(rows.size());
    std::vector<T> sorted;
    sorted.reserve(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        moved[order[i]] = i;
        sorted.push_back(std::move(rows[order[i]]));
    }
    rows = std::move(sorted);
    return moved;
}

template <class Id>
void renumber(Id& id, const std::vector<std::size_t>& moved)
{
    if (id.valid())
        id = Id(moved[id.pos()]);
}

auto placeOf(const Evidence& evidence)
{
    return std::make_tuple(evidence.file.value, evidence.document, evidence.line, evidence.column);
}

} // namespace

void putInOrder(Architecture& architecture)
{
    const std::vector<std::size_t> entries = sortById(architecture.entries);
    const std::vector<std::size_t> gateways = sortById(architecture.gateways);
    const std::vector<std::size_t> outsides = sortById(architecture.outsides);
    sortById(architecture.routes);
    for (Entry& entry : architecture.entries)
        renumber(entry.gateway, gateways);
    for (Route& route : architecture.routes) {
        renumber(route.gateway, gateways);
        for (EntryId& entry : route.entries)
            renumber(entry, entries);
        std::sort(route.entries.begin(), route.entries.end());
    }
    for (Call& call : architecture.calls)
        for (Peer* peer : {&call.from, &call.to})
            renumber(peer->outside, outsides);
    std::stable_sort(architecture.calls.begin(), architecture.calls.end(), [&](const Call& a, const Call& b) {
        return std::make_tuple(peerId(architecture, a.from), peerId(architecture, a.to), a.kind) <
               std::make_tuple(peerId(architecture, b.from), peerId(architecture, b.to), b.kind);
    });
    const auto same = [](const Problem& a, const Problem& b) {
        return a.id == b.id && a.message == b.message && a.evidence == b.evidence;
    };
    std::vector<Problem>& problems = architecture.problems;
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return std::tuple_cat(placeOf(a.evidence), std::tie(a.id, a.message)) <
               std::tuple_cat(placeOf(b.evidence), std::tie(b.id, b.message));
    });
    problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
}

} // namespace bartizan::resolving
