// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/from_posture.h"

#include "diagram/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace bartizan::diagram {

namespace {

QString shown(const std::string& text) { return visibleText(QString::fromStdString(text)); }

Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::present:
        return Mark::present;
    case Verdict::partial:
        return Mark::partial;
    case Verdict::missing:
        return Mark::missing;
    case Verdict::unknown:
        return Mark::unknown;
    case Verdict::notApplicable:
        return Mark::notApplicable;
    }
    return Mark::unknown;
}

NodeKind kindOf(WorkloadRole role)
{
    switch (role) {
    case WorkloadRole::store:
        return NodeKind::store;
    case WorkloadRole::gateway:
        return NodeKind::gateway;
    case WorkloadRole::authProxy:
        return NodeKind::identityProvider;
    case WorkloadRole::service:
    case WorkloadRole::job:
    case WorkloadRole::agent:
        return NodeKind::workload;
    }
    return NodeKind::workload;
}

// The worst report of the images a workload runs; no badge where no report is in the input at all.
ImageReport reportOf(const WorkloadPosture& posture, bool anyReport)
{
    if (!anyReport || posture.images.empty())
        return ImageReport::none;
    bool stale = false;
    for (const WorkloadPosture::ImageScan& scan : posture.images) {
        if (scan.scanned == Verdict::unknown)
            return ImageReport::missing;
        stale = stale || scan.scanned == Verdict::partial || scan.scanned == Verdict::missing;
    }
    return stale ? ImageReport::stale : ImageReport::reported;
}

Channel channelOf(const EdgeSecurity& edge)
{
    switch (edge.encryption.verdict) {
    case Verdict::present:
        return edge.mutual ? Channel::mutual : Channel::tls;
    case Verdict::partial:
        return Channel::tlsUnverified;
    case Verdict::missing:
        return Channel::plain;
    case Verdict::unknown:
    case Verdict::notApplicable:
        return Channel::unknown;
    }
    return Channel::unknown;
}

class Builder {
public:
    Builder(const Model& model, const Posture& posture) : m_architecture(model.architecture), m_posture(posture)
    {
        for (const ScanReport& report : model.inventory.reports)
            m_anyReport = m_anyReport || !report.records.empty();
    }

    Drawing build()
    {
        for (const Namespace& space : m_architecture.namespaces)
            if (!space.workloads.empty())
                addNamespace(space);
        for (std::size_t i = 0; i < m_architecture.workloads.size(); ++i)
            addWorkload(i);
        for (const Outside& outside : m_architecture.outsides)
            addOutside(outside);
        for (std::size_t i = 0; i < m_architecture.calls.size(); ++i)
            addCall(i);
        addWaysIn();
        addWalls();
        summarise(m_drawing);
        return std::move(m_drawing);
    }

private:
    void addNamespace(const Namespace& space)
    {
        Group group;
        group.id = space.cluster.empty() ? space.name : space.cluster + "//" + space.name;
        group.label = shown(group.id);
        m_groups[{space.cluster, space.name}] = static_cast<int>(m_drawing.groups.size());
        m_drawing.groups.push_back(std::move(group));
    }

    void addWorkload(std::size_t index)
    {
        const Workload& workload = m_architecture.workloads[index];
        Node node;
        node.id = workload.id;
        node.tag = static_cast<std::uint32_t>(index);
        node.label = shown(workload.name);
        node.subtitle = shown(workload.ns) + QStringLiteral(" · ") + shown(workload.kind);
        node.kind = kindOf(workload.role);
        const auto group = m_groups.find({workload.cluster, workload.ns});
        node.group = group == m_groups.end() ? -1 : group->second;
        node.sensitivity = static_cast<Sensitivity>(workload.sensitivity);
        if (!workload.containers.empty() && workload.containers.back().image.valid())
            node.imageText = shown(m_architecture.images[workload.containers.back().image.pos()].written);
        if (index < m_posture.workloads.size()) {
            const WorkloadPosture& posture = m_posture.workloads[index];
            for (std::size_t layer = 0; layer < bartizan::layerCount; ++layer) {
                Stone& stone = node.stones[layer];
                stone.mark = markOf(posture.layers[layer].verdict);
                stone.required = posture.required[layer];
                stone.configurationOnly = posture.layers[layer].basis != Basis::runningState;
            }
            const bool sensitive = workload.sensitivity >= bartizan::Sensitivity::confidential;
            node.firstCheck = posture.openDirect ? FirstCheck::direct : posture.openRelayed && sensitive ? FirstCheck::relayed : FirstCheck::none;
            node.image = reportOf(posture, m_anyReport);
            node.steps = posture.steps;
        }
        m_workloads.push_back(static_cast<int>(m_drawing.nodes.size()));
        m_drawing.nodes.push_back(std::move(node));
    }

    void addOutside(const Outside& outside)
    {
        Node node;
        node.id = outside.id;
        node.label = shown(outside.host);
        node.kind = NodeKind::outside;
        m_outsides.push_back(static_cast<int>(m_drawing.nodes.size()));
        m_drawing.nodes.push_back(std::move(node));
    }

    int nodeOf(const Peer& peer)
    {
        switch (peer.kind) {
        case Peer::Kind::workload:
            return peer.workload.valid() ? m_workloads[peer.workload.pos()] : -1;
        case Peer::Kind::outside:
            return peer.outside.valid() ? m_outsides[peer.outside.pos()] : -1;
        case Peer::Kind::internet:
            return outsideNode();
        }
        return -1;
    }

    int outsideNode()
    {
        if (m_outside < 0) {
            Node node;
            node.id = "internet";
            node.label = QStringLiteral("outside");
            node.kind = NodeKind::entry;
            m_outside = static_cast<int>(m_drawing.nodes.size());
            m_drawing.nodes.push_back(std::move(node));
        }
        return m_outside;
    }

    void addCall(std::size_t index)
    {
        const Call& call = m_architecture.calls[index];
        Edge edge;
        edge.from = nodeOf(call.from);
        edge.to = nodeOf(call.to);
        if (edge.from < 0 || edge.to < 0 || edge.from == edge.to)
            return;
        edge.kind = call.kind == CallKind::observed ? EdgeKind::observed
            : call.kind == CallKind::declared        ? EdgeKind::declared
            : call.kind == CallKind::latent          ? EdgeKind::latent
                                                     : EdgeKind::inferred;
        // Edges of calls stand first, in the calls' order.
        if (index < m_posture.edges.size() && m_posture.edges[index].call == index)
            edge.channel = channelOf(m_posture.edges[index]);
        m_drawing.edges.push_back(std::move(edge));
    }

    // A gateway that answers for routes without having pods in the input stands as a node of its own.
    int gatewayNode(GatewayId id)
    {
        const auto known = m_gateways.find(id);
        if (known != m_gateways.end())
            return known->second;
        const Gateway& gateway = m_architecture.gateways[id.pos()];
        Node node;
        node.id = gateway.id;
        node.label = shown(gateway.className.empty() ? gateway.id : gateway.className);
        node.kind = NodeKind::gateway;
        for (Stone& stone : node.stones)
            stone.mark = Mark::notApplicable;
        const int index = static_cast<int>(m_drawing.nodes.size());
        m_drawing.nodes.push_back(std::move(node));
        m_gateways.emplace(id, index);
        return index;
    }

    bool openAt(EntryId entry, WorkloadId workload) const
    {
        return std::any_of(m_posture.paths.begin(), m_posture.paths.end(), [&](const Path& path) {
            return path.kind == PathKind::direct && path.entry == entry && path.target == workload
                && path.authenticated != Verdict::present && path.authenticated != Verdict::notApplicable;
        });
    }

    void connect(int from, int to, EdgeKind kind, bool lit, const QString& label, bool checked)
    {
        if (from < 0 || to < 0 || from == to)
            return;
        const auto known = m_edges.find({from, to});
        if (known != m_edges.end()) {
            Edge& edge = m_drawing.edges[known->second];
            edge.lit = lit ? Lit::direct : edge.lit;
            if (!label.isEmpty() && !edge.label.contains(label))
                edge.label = edge.label.isEmpty() ? label : edge.label + QStringLiteral(", ") + label;
            return;
        }
        Edge edge;
        edge.from = from;
        edge.to = to;
        edge.kind = kind;
        edge.lit = lit ? Lit::direct : Lit::none;
        edge.label = label;
        edge.personChecked = edge.checkEnforced = checked;
        m_edges[{from, to}] = m_drawing.edges.size();
        m_drawing.edges.push_back(std::move(edge));
    }

    void addWaysIn()
    {
        bool gatewayEntry = false;
        for (const Entry& entry : m_architecture.entries)
            gatewayEntry = gatewayEntry || entry.servesRoutes;
        for (std::size_t i = 0; i < m_architecture.entries.size(); ++i) {
            const Entry& entry = m_architecture.entries[i];
            const EntryId id(i);
            const QString reach = entry.reach == Reach::notKnown ? QStringLiteral("reach not known") : QString::fromLatin1(toWord(entry.reach));
            const QString label = (entry.port ? QString::number(entry.port) + QStringLiteral(": ") : QString()) + reach;
            std::vector<int> first;
            for (const WorkloadId workload : entry.workloads)
                first.push_back(m_workloads[workload.pos()]);
            if (first.empty() && entry.gateway.valid())
                first.push_back(gatewayNode(entry.gateway));
            bool anyOpen = false;
            if (!entry.servesRoutes) {
                for (const WorkloadId workload : entry.workloads) {
                    const bool open = openAt(id, workload);
                    connect(outsideNode(), m_workloads[workload.pos()], EdgeKind::declared, open, label, false);
                    m_drawing.edges[m_edges[{outsideNode(), m_workloads[workload.pos()]}]].bypass = gatewayEntry && open;
                }
                continue;
            }
            for (std::size_t r = 0; r < m_architecture.routes.size(); ++r) {
                const Route& route = m_architecture.routes[r];
                if (std::find(route.entries.begin(), route.entries.end(), id) == route.entries.end())
                    continue;
                const bool checked = r < m_posture.routes.size() && m_posture.routes[r].answer == AuthAnswer::checkedAt;
                for (const RouteBackend& backend : route.backends) {
                    for (const WorkloadId workload : backend.workloads) {
                        const bool open = openAt(id, workload);
                        anyOpen = anyOpen || open;
                        for (const int node : first)
                            connect(node, m_workloads[workload.pos()], EdgeKind::declared, open, {}, checked);
                    }
                }
            }
            for (const int node : first)
                connect(outsideNode(), node, EdgeKind::declared, anyOpen, label, false);
        }
        if (m_outside >= 0)
            for (Edge& edge : m_drawing.edges)
                if (edge.from == m_outside && edge.lit != Lit::none)
                    m_drawing.nodes[static_cast<std::size_t>(m_outside)].lit = Lit::direct;
        for (const Edge& edge : m_drawing.edges)
            if (edge.lit == Lit::direct)
                m_drawing.nodes[static_cast<std::size_t>(edge.to)].lit = Lit::direct;
    }

    // A namespace's wall tells how much of it is isolated: twofold when every workload restricts both directions.
    void addWalls()
    {
        std::map<int, std::pair<int, int>> counts; // group -> (workloads, of them isolated both ways)
        std::map<int, bool> some;
        for (std::size_t i = 0; i < m_posture.workloads.size(); ++i) {
            const int group = m_drawing.nodes[static_cast<std::size_t>(m_workloads[i])].group;
            if (group < 0)
                continue;
            const LayerVerdict& network = m_posture.workloads[i].layers[pos(bartizan::Layer::network)];
            auto& [all, both] = counts[group];
            ++all;
            both += network.verdict == Verdict::present ? 1 : 0;
            some[group] = some[group] || network.verdict == Verdict::present || network.verdict == Verdict::partial;
        }
        for (const auto& [group, count] : counts) {
            Group& target = m_drawing.groups[static_cast<std::size_t>(group)];
            target.wall = count.first == count.second ? Wall::twofold : some[group] ? Wall::single : Wall::none;
            target.wallMark = target.wall == Wall::twofold ? Mark::present : target.wall == Wall::single ? Mark::partial : Mark::missing;
        }
    }

    const Architecture& m_architecture;
    const Posture& m_posture;
    bool m_anyReport = false;
    Drawing m_drawing;
    std::map<std::pair<std::string, std::string>, int> m_groups;
    std::vector<int> m_workloads, m_outsides; // architecture index -> node
    std::map<GatewayId, int> m_gateways;
    std::map<std::pair<int, int>, std::size_t> m_edges; // ways in and routes
    int m_outside = -1;
};

} // namespace

Drawing drawingOf(const Model& model, const Posture& posture) { return Builder(model, posture).build(); }

} // namespace bartizan::diagram
