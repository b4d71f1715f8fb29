// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity` as DOT: workloads in their namespaces, addresses and other ends beside them, an arrow for each connection;
// uncertain ones are dashed, and so are those that the mesh denies, which are labelled. With an earlier state: only what
// differs, removed connections dotted. A title says what is left out. Ids are numbers, every name is a quoted string
// (Graphviz, "The DOT Language").
#include "report/connectivity/view.h"
#include "report/exports.h"
#include "report/text/pen.h"

#include <QString>

#include <map>
#include <set>

namespace bartizan::report {

namespace {

using namespace connectivity;

std::string quoted(const std::string& text) // only `"` ends it; a backslash starts an escape of labels
{
    QString out = QString::fromStdString(visible(text));
    out.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    out.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return '"' + out.toStdString() + '"';
}

class Dot {
public:
    // `space`: what it stands in; "" = nothing. `pod`: a workload, else something beside them.
    void node(const std::string& id, const std::string& label, const std::string& space, bool pod)
    {
        const auto [known, added] = m_nodes.emplace(id, m_nodes.size());
        if (!added)
            return;
        m_spaces[space] += "n" + std::to_string(known->second) + " [label=" + quoted(label) + ", id=" + quoted(id) +
                           (pod ? "" : ", shape=ellipse") + "];\n";
    }
    void edge(const std::string& from, const std::string& to, const std::string& label, const char* style)
    {
        m_edges += "n" + std::to_string(m_nodes.at(from)) + " -> n" + std::to_string(m_nodes.at(to)) +
                   " [label=" + quoted(label) + ", style=" + style + "];\n";
    }
    std::string finish(const std::vector<std::string>& leftOut) const
    {
        std::string text = "digraph connectivity {\nrankdir=LR;\nnewrank=true;\nnode [shape=box, fontname=\"Inter\"];\n";
        std::string title;
        for (const std::string& sentence : leftOut)
            title += (title.empty() ? "" : " ") + sentence;
        if (!title.empty())
            text += "labelloc=t;\nlabel=" + quoted(title) + ";\n";
        std::size_t cluster = 0;
        for (const auto& [space, nodes] : m_spaces)
            text += space.empty()
                        ? nodes
                        : "subgraph cluster" + std::to_string(cluster++) + " {\nlabel=" + quoted(space) + ";\n" + nodes + "}\n";
        return text + m_edges + "}\n";
    }

private:
    std::map<std::string, std::size_t> m_nodes;
    std::map<std::string, std::string> m_spaces;
    std::string m_edges;
};

std::string spaceOf(const World& world, const Pod& pod)
{
    const Space& space = world.spaces[pod.space];
    return space.cluster.empty() ? space.name : space.cluster + "//" + space.name;
}

// "cart[Deployment]" of "shop/cart[Deployment]" in "shop"
std::string labelOf(const World& world, const Pod& pod)
{
    const std::string prefix = spaceOf(world, pod) + "/";
    return pod.id.starts_with(prefix) ? pod.id.substr(prefix.size()) : pod.id;
}

std::string withNetwork(const std::string& network, const std::string& label)
{
    return network.empty() || network == "pod-network" ? label : network + ": " + label;
}

void drawPods(Dot& dot, const World& world)
{
    for (const Pod& pod : world.pods)
        if (!pod.imagined)
            dot.node(pod.id, labelOf(world, pod), spaceOf(world, pod), true);
}

void drawGroups(Dot& dot, const ConnectivityView& view)
{
    for (std::size_t i = 0; i < view.groups->size(); ++i) {
        Party party;
        party.index = i;
        const std::string id = view.endId(party);
        const std::vector<std::size_t>& members = (*view.groups)[i].pods;
        const std::string first = view.world().pods[members.front()].id;
        dot.node(id, members.size() == 1 ? id : first + " and " + std::to_string(members.size() - 1) + " like it", "", true);
    }
}

// Which connections are uncertain: rows name workloads, or the entire cluster.
class Doubts {
public:
    explicit Doubts(const ConnectivityView& view)
    {
        std::map<std::size_t, std::string> groups; // of workloads
        for (std::size_t i = 0; view.groups && i < view.groups->size(); ++i)
            for (const std::size_t pod : (*view.groups)[i].pods)
                groups[pod] = view.endId(connectivity::partyOf(i));
        const auto idOf = [&](const Party& party) {
            const auto group = party.kind == Party::Kind::pod ? groups.find(party.index) : groups.end();
            return group == groups.end() ? view.id(party) : group->second;
        };
        for (const Uncertain& row : view.answers.uncertain) {
            if (row.from.kind == Party::Kind::entireCluster)
                m_into.insert(idOf(row.to));
            else if (row.to.kind == Party::Kind::entireCluster)
                m_outOf.insert(idOf(row.from));
            else
                m_pairs.emplace(idOf(row.from), idOf(row.to));
        }
    }

    bool about(const Connection& row, const std::string& from, const std::string& to) const
    {
        return m_pairs.contains({from, to}) || (row.to.kind == Party::Kind::pod && m_outOf.contains(from)) ||
               (row.from.kind == Party::Kind::pod && m_into.contains(to));
    }

private:
    std::set<std::pair<std::string, std::string>> m_pairs;
    std::set<std::string> m_outOf, m_into; // with any pod of the cluster
};

void drawRows(Dot& dot, const ConnectivityView& view, const JobControl& job)
{
    std::optional<MeshAsker> mesh;
    if (view.mesh && !view.groups)
        mesh.emplace(*view.mesh, *view.reach, job);
    const Doubts doubts(view);
    for (const NetworkConnections& network : view.answers.networks) {
        for (const Connection& row : network.connections) {
            const std::string from = view.endId(row.from), to = view.endId(row.to);
            dot.node(from, from, "", false);
            dot.node(to, to, "", false);
            if (job.stopped())
                return;
            const MeshSum sum = mesh ? mesh->sum(row, network.network) : MeshSum();
            const std::string words = sum.label();
            dot.edge(from, to, withNetwork(network.network, toText(row.ports)) + (words.empty() ? "" : "; ") + words,
                     doubts.about(row, from, to) || sum.word == "denied" ? "dashed" : "solid");
        }
    }
}

void drawDifferences(Dot& dot, const ConnectivityView& view)
{
    for (const connectivity::Difference& row : view.differences) {
        dot.node(row.from, row.from, "", false);
        dot.node(row.to, row.to, "", false);
        const bool added = row.change == connectivity::Difference::Change::added;
        const bool removed = row.change == connectivity::Difference::Change::removed;
        const std::string label = added     ? "added: " + toText(row.after)
                                  : removed ? "removed: " + toText(row.before)
                                            : "changed: " + toText(row.before) + " to " + toText(row.after);
        dot.edge(row.from, row.to, withNetwork(row.network, label), removed ? "dotted" : "solid");
    }
    for (const MeshDifference& row : view.meshDifferences) {
        dot.node(row.from, row.from, "", false);
        dot.node(row.to, row.to, "", false);
        dot.edge(row.from, row.to, withNetwork(row.network, "changed: " + row.note()), "solid");
    }
}

} // namespace

Result<std::string> connectivityDot(const ReportInput& input)
{
    if (input.question.explains())
        return tl::unexpected(Error{"connectivity-question", "--explain is written as text or JSON"});
    const auto view = connectivityView(input);
    if (!view)
        return tl::unexpected(view.error());
    Dot dot;
    if (view->groups && !view->compared)
        drawGroups(dot, *view);
    else
        drawPods(dot, view->world());
    if (view->compared)
        drawDifferences(dot, *view);
    else
        drawRows(dot, *view, input.job);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    return dot.finish(view->leftOut());
}

} // namespace bartizan::report
