// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/paths.h"

#include "analysis/paths_internal.h"
#include "analysis/verdicts.h"
#include "model/discard.h"

#include <algorithm>
#include <deque>

namespace bartizan::analysis {
namespace {

using namespace paths;

constexpr std::size_t boundPerTarget = 64; // shown as "bound 64"
constexpr std::size_t boundInAll = 20000;  // paths of one kind kept in a posture

// A relayed path so far: where it is, what stood in its way, and the label it came from.
struct Label {
    std::size_t way = 0; // index of the way in
    WorkloadId at;
    LayerSet present;
    std::uint32_t hops = 0;
    std::size_t parent = static_cast<std::size_t>(-1), call = 0;
};

bool within(const LayerSet& a, const LayerSet& b)
{
    return (a & b) == a;
}

class RelayedSearch {
public:
    RelayedSearch(const Context& context, const Posture& posture, const std::vector<WayIn>& ways, std::size_t bound)
        : m_context(context), m_posture(posture), m_ways(ways), m_bound(bound), m_at(context.architecture.workloads.size()),
          m_present(context.architecture.calls.size()), m_known(context.architecture.calls.size())
    {
    }

    void run()
    {
        std::deque<std::size_t> queue;
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            if (m_context.architecture.entries[m_ways[i].entry.pos()].servesRoutes && !m_ways[i].route.valid())
                continue; // a gateway relays by its routes, which are ways in themselves
            m_labels.push_back({i, m_ways[i].target, m_ways[i].present, 0});
            queue.push_back(m_labels.size() - 1);
        }
        while (!queue.empty() && !m_context.stopped()) {
            const std::size_t index = queue.front();
            queue.pop_front();
            for (std::size_t c : m_context.facts(m_labels[index].at).callsFrom) {
                const Call& call = m_context.architecture.calls[c];
                if (call.to.kind != Peer::Kind::workload || call.to.workload == m_ways[m_labels[index].way].target)
                    continue;
                Label next{m_labels[index].way,
                           call.to.workload,
                           m_labels[index].present | presentOnCall(c),
                           m_labels[index].hops + 1,
                           index,
                           c};
                if (keep(next)) {
                    m_labels.push_back(next);
                    m_at[next.at.pos()].push_back(m_labels.size() - 1);
                    queue.push_back(m_labels.size() - 1);
                }
            }
        }
    }

    bool truncated() const { return m_truncated; }

    void collect(std::vector<Path>& out) const
    {
        for (std::size_t target = 0; target < m_at.size() && !m_context.stopped(); ++target)
            for (std::size_t index : m_at[target]) {
                std::vector<Hop> hops;
                for (std::size_t i = index; m_labels[i].parent != static_cast<std::size_t>(-1); i = m_labels[i].parent)
                    hops.push_back(callHop(m_context, m_posture, m_labels[i].call));
                std::reverse(hops.begin(), hops.end());
                const WayIn& way = m_ways[m_labels[index].way];
                hops.insert(hops.begin(), way.hops.begin(), way.hops.end());
                out.push_back(finished(m_context, PathKind::relayed, way, std::move(hops), WorkloadId{target}, 0));
            }
    }

private:
    const LayerSet& presentOnCall(std::size_t call)
    {
        if (!m_known[call]) {
            m_present[call] = presentOn(callHop(m_context, m_posture, call));
            m_known[call] = true;
        }
        return m_present[call];
    }

    bool keep(const Label& label)
    {
        const std::vector<std::size_t>& here = m_at[label.at.pos()];
        for (std::size_t i : here)
            if (m_labels[i].way == label.way && m_labels[i].hops <= label.hops && within(m_labels[i].present, label.present))
                return false;
        if (here.size() >= m_bound) {
            m_truncated = true;
            return false;
        }
        return true;
    }

    const Context& m_context;
    const Posture& m_posture;
    const std::vector<WayIn>& m_ways;
    std::size_t m_bound;
    std::vector<Label> m_labels;
    std::vector<std::vector<std::size_t>> m_at; // labels by workload
    std::vector<LayerSet> m_present;            // of each call, once it was looked at
    std::vector<bool> m_known;
    bool m_truncated = false;
};

// The barriers of a lateral hop: what limits the compromised workload, and what stands before the next.
Hop lateralHop(const Context& context, const Posture& posture, WorkloadId from, WorkloadId to)
{
    Hop hop;
    hop.from = context.workload(from).id;
    hop.to = context.workload(to).id;
    hop.fromWorkload = from;
    hop.toWorkload = to;
    hop.via = "connection that no network policy forbids, after a compromise";
    for (Layer layer : {Layer::hardening, Layer::privilege, Layer::secrets})
        hop.layers.emplace_back(layer, posture.workloads[from.pos()].layers[pos(layer)].verdict);
    for (const char* name : {"ingress"})
        for (const Facet& facet : posture.workloads[to.pos()].layers[pos(Layer::network)].facets)
            if (facet.name == name)
                hop.layers.emplace_back(Layer::network, facet.verdict);
    for (const Facet& facet : posture.workloads[to.pos()].layers[pos(Layer::authentication)].facets)
        if (facet.name == "peer" && facet.verdict != Verdict::notApplicable)
            hop.layers.emplace_back(Layer::authentication, facet.verdict);
    const Verdict authorization = posture.workloads[to.pos()].layers[pos(Layer::authorization)].verdict;
    if (authorization != Verdict::notApplicable)
        hop.layers.emplace_back(Layer::authorization, authorization);
    hop.evidence = posture.workloads[to.pos()].layers[pos(Layer::network)].evidence;
    return hop;
}

void addLateral(const Context& context, Posture& posture, const std::vector<WayIn>& ways, std::vector<Path>& out)
{
    const std::size_t n = context.architecture.workloads.size();
    // Where the outside arrives at all: its bytes, or calls on its behalf.
    std::vector<WorkloadId> arrives;
    std::vector<const Path*> relayed(n);
    std::vector<const WayIn*> direct(n);
    for (const Path& path : out)
        if (path.kind == PathKind::relayed && !relayed[path.target.pos()])
            relayed[path.target.pos()] = &path;
    for (const WayIn& way : ways)
        if (!direct[way.target.pos()])
            direct[way.target.pos()] = &way;
    for (std::size_t i = 0; i < n; ++i)
        if (direct[i])
            arrives.push_back(WorkloadId{i});
    for (std::size_t i = 0; i < n; ++i)
        if (relayed[i] && !direct[i])
            arrives.push_back(WorkloadId{i});
    const std::vector<Lateral> lateral = lateralSteps(context, arrives);
    std::vector<Path> found;
    for (std::size_t i = 0; i < n && !context.stopped(); ++i) {
        posture.workloads[i].steps = lateral[i].steps;
        if (lateral[i].steps <= 0)
            continue;
        std::vector<Hop> hops;
        WorkloadId at{i};
        while (lateral[at.pos()].steps > 0) {
            hops.push_back(lateralHop(context, posture, lateral[at.pos()].from, at));
            at = lateral[at.pos()].from;
        }
        const WayIn* way = direct[at.pos()];
        std::vector<Hop> start = way ? way->hops : relayed[at.pos()]->hops;
        start.insert(start.end(), hops.rbegin(), hops.rend());
        WayIn stand; // the way in of a relayed start
        if (!way) {
            stand.entry = relayed[at.pos()]->entry;
            stand.route = relayed[at.pos()]->route;
            stand.authenticated = relayed[at.pos()]->authenticated;
            stand.answer = relayed[at.pos()]->answer;
            stand.authenticatedAt = relayed[at.pos()]->authenticatedAt;
        }
        found.push_back(
            finished(context, PathKind::lateral, way ? *way : stand, std::move(start), WorkloadId{i}, lateral[i].steps));
    }
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

std::size_t barriers(const Path& path)
{
    return path.stops.size() + path.limits.size();
}

} // namespace

void findPaths(const Context& context, Posture& posture)
{
    const std::size_t n = context.architecture.workloads.size();
    const std::vector<WayIn> ways = waysIn(context, posture);
    posture.pathBound = boundPerTarget;
    if (n > 0)
        posture.pathBound = std::clamp<std::size_t>(boundInAll / n, 4, boundPerTarget);

    const auto found = makeDiscardable<std::vector<Path>>(); // thousands, should it be stopped
    std::vector<Path>& all = *found;
    std::vector<std::size_t> directs(n);
    for (const WayIn& way : ways) {
        if (context.stopped())
            return;
        if (directs[way.target.pos()]++ >= posture.pathBound) {
            posture.pathsTruncated = true;
            continue;
        }
        all.push_back(finished(context, PathKind::direct, way, way.hops, way.target, 0));
    }
    RelayedSearch relayed(context, posture, ways, posture.pathBound);
    relayed.run();
    relayed.collect(all);
    if (context.stopped())
        return;
    posture.pathsTruncated = posture.pathsTruncated || relayed.truncated();
    addLateral(context, posture, ways, all);
    if (context.stopped())
        return;

    for (std::size_t i = 0; i < n; ++i) {
        posture.workloads[i].openDirect = context.exposure[i].openDirect;
        posture.workloads[i].openRelayed = context.exposure[i].openRelayed;
    }
    const auto entryId = [&](const Path& path) -> const std::string& {
        return context.architecture.entries[path.entry.pos()].id;
    };
    std::sort(all.begin(), all.end(), [&](const Path& a, const Path& b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        if (a.target != b.target)
            return a.target < b.target;
        if (barriers(a) != barriers(b))
            return barriers(a) < barriers(b);
        if (a.hops.size() != b.hops.size())
            return a.hops.size() < b.hops.size();
        if (a.entry != b.entry)
            return entryId(a) < entryId(b);
        return a.id < b.id;
    });
    posture.paths = std::move(all);
}

} // namespace bartizan::analysis
