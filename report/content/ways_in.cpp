// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in, weakest first, with what checks it and what lies one and two hops behind; then routes.
#include "report/content/sections.h"
#include "report/text/sections.h"

#include <algorithm>
#include <set>

namespace bartizan::report {

namespace {

std::vector<std::string> namesOf(const Content& content, const std::vector<WorkloadId>& ids)
{
    std::vector<std::string> names;
    std::size_t others = 0;
    for (const WorkloadId id : ids)
        if (content.mine(id))
            names.push_back(content.workload(id).name);
        else
            ++others;
    if (others > 0)
        names.push_back(counted(others, "service") + " of other owners");
    return names;
}

Cell listed(const std::vector<std::string>& names, std::size_t most)
{
    return names.empty() ? cell::dim("none shown") : cell::text(ranges(names, most));
}

} // namespace

void writeWaysIn(const Content& content, Writer& writer)
{
    const Architecture& architecture = content.architecture;
    writer.section({nameOf("ways-in"),
                    content.entries.empty()       ? "No way in from outside the cluster is in the input"
                    : content.entries.size() == 1 ? "One way in from outside the cluster"
                                                  : withThousands(content.entries.size()) + " ways in from outside the cluster",
                    "What checks a request first, and what it reaches. Reach says \"internet\" only where an address shows it.",
                    false});
    if (content.entries.empty())
        return;
    std::vector<std::vector<WorkloadId>> callees(architecture.workloads.size());
    for (const Call& call : architecture.calls)
        if (call.from.kind == Peer::Kind::workload && call.to.kind == Peer::Kind::workload && call.kind != CallKind::latent)
            callees[call.from.workload.pos()].push_back(call.to.workload);
    writer.beginTable({{Column::Kind::text, "Entry", 2.7, false},
                       {Column::Kind::text, "Reach", 1, false},
                       {Column::Kind::text, "First check", 2.1, false},
                       {Column::Kind::text, "One hop behind", 1.8, false},
                       {Column::Kind::text, "Two hops behind", 1.8, false},
                       {Column::Kind::text, "Evidence", 2, false}},
                      "Ways in, weakest first check first");
    for (const EntryId id : content.entries) {
        if (writer.stopped())
            return;
        const Entry& entry = architecture.entries[id.pos()];
        const WayIn& way = content.ways[id.pos()];
        std::set<WorkloadId> second;
        for (const WorkloadId near : way.oneHop)
            for (const WorkloadId far : callees[near.pos()])
                if (!std::binary_search(way.oneHop.begin(), way.oneHop.end(), far))
                    second.insert(far);
        writer.row({cell::strong(entry.id), cell::text(toWord(entry.reach)), cell::text(firstCheck(content.input, entry, way)),
                    listed(namesOf(content, way.oneHop), 6), listed(namesOf(content, {second.begin(), second.end()}), 6),
                    cell::code(content.at(entry.evidence))});
    }
    writer.endTable();

    std::vector<const Route*> routes;
    for (const Route& route : architecture.routes) {
        if (!content.ofOneOwner() ||
            content.ownership.mine(RouteId(static_cast<std::size_t>(&route - architecture.routes.data()))))
            routes.push_back(&route);
    }
    if (routes.empty())
        return;
    writer.heading("Routes");
    writer.beginTable({{Column::Kind::text, "Host and path", 3, false},
                       {Column::Kind::text, "Leads to", 1.8, false},
                       {Column::Kind::text, "Audience", 1.2, false},
                       {Column::Kind::text, "First check", 2.2, false},
                       {Column::Kind::mark, "Limit", 1, false},
                       {Column::Kind::text, "Evidence", 2, false}},
                      "Routes");
    for (const Route* route : routes) {
        if (writer.stopped())
            return;
        const RoutePosture& verdict = content.posture.routes[static_cast<std::size_t>(route - architecture.routes.data())];
        std::vector<std::string> backends;
        std::size_t others = 0;
        for (const RouteBackend& backend : route->backends)
            if (content.ofOneOwner() && !backend.workloads.empty() && !content.ownership.anyMine(backend.workloads))
                ++others;
            else
                backends.push_back(backend.name + (backend.port.empty() ? "" : ":" + backend.port));
        if (others > 0)
            backends.push_back(counted(others, "service") + " of other owners");
        const std::string hosts = route->hosts.empty() ? "any host" : ranges(route->hosts, 3);
        writer.row({cell::text(hosts + " " + (route->path.empty() ? "any path" : route->path)),
                    route->redirectsAway ? cell::dim("answered with a redirect") : listed(backends, 4),
                    route->audience.empty() ? cell::dim("not stated") : cell::text(route->audience),
                    cell::text(answerText(verdict.answer, verdict.checkedAt)), cell::mark(verdict.abuse.verdict),
                    cell::code(content.at(route->evidence))});
    }
    writer.endTable();
}

} // namespace bartizan::report
