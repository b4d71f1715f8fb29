// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/posture_edges.h"

#include <QStringList>

#include <algorithm>

namespace bartizan::diagram {

namespace {

constexpr int mostLanes = 4; // more ways round than this are lines like others
constexpr int mostPortsNamed = 3;

Channel channelOf(const EdgeSecurity& edge)
{
    if (edge.mutual)
        return Channel::mutual;
    switch (edge.encryption.verdict) {
    case Verdict::present:
        return Channel::tls;
    case Verdict::partial:
        return Channel::tlsUnverified;
    case Verdict::missing:
        return Channel::plain;
    case Verdict::unknown:
    case Verdict::notApplicable:
        break;
    }
    return Channel::unknown;
}

// plain is the worst, then not known, unverified, TLS, mutual.
int worse(Channel channel)
{
    switch (channel) {
    case Channel::plain:
        return 0;
    case Channel::unknown:
        return 1;
    case Channel::tlsUnverified:
        return 2;
    case Channel::tls:
        return 3;
    case Channel::mutual:
        break;
    }
    return 4;
}

EdgeKind kindOf(CallKind kind)
{
    switch (kind) {
    case CallKind::declared:
        return EdgeKind::declared;
    case CallKind::inferred:
        return EdgeKind::inferred;
    case CallKind::observed:
        return EdgeKind::observed;
    case CallKind::latent:
        break;
    }
    return EdgeKind::latent;
}

QString reachWords(Reach reach)
{
    switch (reach) {
    case Reach::internet:
        return QStringLiteral("internet");
    case Reach::privateNetwork:
        return QStringLiteral("private network");
    case Reach::nodeNetwork:
        return QStringLiteral("node network");
    case Reach::notKnown:
        break;
    }
    return QStringLiteral("reach not known");
}

QString kindWords(const std::string& kind)
{
    static const std::map<std::string, const char*> words = {{"nodePort", "NodePort "},
                                                             {"loadBalancer", "LoadBalancer "},
                                                             {"hostPort", "hostPort "},
                                                             {"hostNetwork", "hostNetwork "},
                                                             {"externalIp", "externalIP "}};
    const auto found = words.find(kind);
    return found == words.end() ? QString() : QLatin1String(found->second);
}

} // namespace

Edge& EdgeTable::edge(int from, int to)
{
    const auto [found, fresh] = m_index.try_emplace({from, to}, m_drawing.edges.size());
    if (fresh) {
        Edge made;
        made.from = from;
        made.to = to;
        made.kind = EdgeKind::latent;
        made.channel = Channel::mutual; // the best: merge() lowers it
        m_drawing.edges.push_back(made);
    }
    return m_drawing.edges[found->second];
}

void EdgeTable::merge(Edge& edge, EdgeKind kind, Channel channel)
{
    // A latent line says what could be; the encryption of what is declared or seen counts alone.
    const bool fresh = edge.kind == EdgeKind::latent && kind != EdgeKind::latent;
    edge.kind = std::min(edge.kind, kind);
    if (fresh)
        edge.channel = channel;
    else if (worse(channel) < worse(edge.channel) && (kind != EdgeKind::latent || edge.kind == EdgeKind::latent))
        edge.channel = channel;
}

int EdgeTable::nodeOf(const Peer& peer) const
{
    switch (peer.kind) {
    case Peer::Kind::workload:
        return peer.workload.valid() ? m_nodes.ofWorkload[peer.workload.pos()] : -1;
    case Peer::Kind::outside:
        return peer.outside.valid() ? m_nodes.ofOutside[peer.outside.pos()] : -1;
    case Peer::Kind::internet:
        break;
    }
    return m_nodes.outside;
}

void EdgeTable::addWaysIn(const Model& model, const Posture& posture)
{
    const auto& entries = model.architecture.entries;
    std::map<std::pair<std::uint32_t, bool>, Channel> channels; // by entry
    for (const EdgeSecurity& security : posture.edges) {
        if (security.entry.valid())
            channels[{security.entry.value, true}] = channelOf(security);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        std::vector<int> targets;
        for (const WorkloadId w : entry.workloads)
            targets.push_back(m_nodes.ofWorkload[w.pos()]);
        const int stand = entry.gateway.valid() ? m_nodes.ofGateway[entry.gateway.pos()] : -1;
        if (targets.empty() && stand >= 0)
            targets.push_back(stand);
        const auto known = channels.find({static_cast<std::uint32_t>(i), true});
        for (const int target : targets) {
            Edge& way = edge(m_nodes.outside, target);
            way.entry = static_cast<std::uint32_t>(i);
            merge(way, EdgeKind::declared, known == channels.end() ? Channel::unknown : known->second);
            const auto index = static_cast<std::size_t>(&way - m_drawing.edges.data());
            Label& label = m_labels[index];
            label.ports.insert({static_cast<int>(entry.port), reachWords(entry.reach)});
            label.gateway |= entry.servesRoutes || entry.gateway.valid();
            if (!label.gateway)
                label.kind = kindWords(entry.kind);
            if (entry.servesRoutes || entry.gateway.valid())
                m_gateways.insert(target);
        }
    }
}

void EdgeTable::addRoutes(const Model& model, const Posture& posture)
{
    const Architecture& a = model.architecture;
    std::map<std::pair<std::uint32_t, bool>, Channel> channels; // by (route, edge)
    for (const EdgeSecurity& security : posture.edges) {
        if (security.route.valid())
            channels[{security.route.value, security.edge}] = channelOf(security);
    }
    for (std::size_t i = 0; i < a.routes.size(); ++i) {
        const Route& route = a.routes[i];
        std::vector<int> gateways;
        if (route.gateway.valid()) {
            for (const WorkloadId w : a.gateways[route.gateway.pos()].workloads)
                gateways.push_back(m_nodes.ofWorkload[w.pos()]);
            if (m_nodes.ofGateway[route.gateway.pos()] >= 0)
                gateways.push_back(m_nodes.ofGateway[route.gateway.pos()]);
        }
        const bool checked = i < posture.routes.size() && posture.routes[i].answer == AuthAnswer::checkedAt;
        const auto front = channels.find({static_cast<std::uint32_t>(i), true});
        const auto behind = channels.find({static_cast<std::uint32_t>(i), false});
        for (const int gateway : gateways) {
            m_gateways.insert(gateway);
            if (front != channels.end() && m_nodes.outside >= 0 && m_index.count({m_nodes.outside, gateway}) > 0) {
                Edge& way = edge(m_nodes.outside, gateway);
                way.channel = way.route == ~0U || worse(front->second) < worse(way.channel) ? front->second : way.channel;
                way.route = static_cast<std::uint32_t>(i);
            }
            for (const RouteBackend& backend : route.backends) {
                for (const WorkloadId w : backend.workloads) {
                    if (m_nodes.ofWorkload[w.pos()] == gateway)
                        continue;
                    Edge& hop = edge(gateway, m_nodes.ofWorkload[w.pos()]);
                    const bool fresh = hop.route == ~0U;
                    hop.route = fresh ? static_cast<std::uint32_t>(i) : hop.route;
                    // One route without a check leaves the whole line unchecked.
                    hop.personChecked = fresh ? checked : hop.personChecked && checked;
                    hop.checkEnforced = hop.personChecked;
                    merge(hop, EdgeKind::declared, behind == channels.end() ? Channel::unknown : behind->second);
                }
            }
        }
    }
}

void EdgeTable::addCalls(const Model& model, const Posture& posture)
{
    const auto& calls = model.architecture.calls;
    std::vector<Channel> channels(calls.size(), Channel::unknown);
    for (const EdgeSecurity& security : posture.edges) {
        if (security.call < calls.size())
            channels[security.call] = channelOf(security);
    }
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const int from = nodeOf(calls[i].from);
        const int to = nodeOf(calls[i].to);
        if (from < 0 || to < 0 || from == to)
            continue;
        Edge& line = edge(from, to);
        if (line.call == ~0U || kindOf(calls[i].kind) < line.kind)
            line.call = static_cast<std::uint32_t>(i);
        merge(line, kindOf(calls[i].kind), channels[i]);
    }
}

void EdgeTable::relight(int from, int to, Lit lit)
{
    if (from < 0 || to < 0 || from == to)
        return;
    Edge& line = edge(from, to);
    if (line.kind == EdgeKind::latent)
        merge(line, EdgeKind::inferred, Channel::unknown);
    line.lit = std::max(line.lit, lit);
}

void EdgeTable::light(const Model& model, const Path& path)
{
    // The hops before the first workload run from outside over the gateway, whose pods may not be in the input.
    int last = m_nodes.outside;
    if (path.entry.valid()) {
        const Entry& entry = model.architecture.entries[path.entry.pos()];
        if (entry.gateway.valid() && m_nodes.ofGateway[entry.gateway.pos()] >= 0) {
            relight(last, m_nodes.ofGateway[entry.gateway.pos()], Lit::direct);
            last = m_nodes.ofGateway[entry.gateway.pos()];
        }
    }
    bool relayed = false;
    for (const Hop& hop : path.hops) {
        if (!hop.toWorkload.valid())
            continue;
        const int to = m_nodes.ofWorkload[hop.toWorkload.pos()];
        // On a relayed path the attacker's own bytes end where one workload calls the next on their behalf.
        const bool call = hop.fromWorkload.valid() && m_gateways.count(m_nodes.ofWorkload[hop.fromWorkload.pos()]) == 0;
        relayed = relayed || (path.kind == PathKind::relayed && call);
        relight(hop.fromWorkload.valid() ? m_nodes.ofWorkload[hop.fromWorkload.pos()] : last, to,
                relayed ? Lit::relayed : Lit::direct);
        last = to;
    }
}

void EdgeTable::finish()
{
    for (const auto& [index, label] : m_labels) {
        std::map<QString, QStringList> byReach;
        for (const auto& [port, reach] : label.ports)
            byReach[reach] << (port > 0 ? QString::number(port) : QString());
        QStringList parts;
        for (auto& [reach, ports] : byReach) {
            ports.removeAll(QString());
            const qsizetype more = ports.size() - mostPortsNamed;
            if (more > 0)
                ports = ports.mid(0, mostPortsNamed) << QStringLiteral("+%1").arg(more);
            parts << (ports.isEmpty() ? reach : ports.join(QStringLiteral(", ")) + QStringLiteral(": ") + reach);
        }
        Edge& way = m_drawing.edges[index];
        way.label = (label.gateway ? QString() : label.kind) + parts.join(QStringLiteral("; "));
    }
    std::vector<Edge*> round;
    for (Edge& line : m_drawing.edges) {
        const bool pastGateway =
            line.from == m_nodes.outside && line.from >= 0 && !m_gateways.empty() && m_gateways.count(line.to) == 0;
        if (pastGateway && line.lit != Lit::none)
            round.push_back(&line);
        for (const int end : {line.from, line.to}) {
            Lit& light = m_drawing.nodes[static_cast<std::size_t>(end)].lit;
            light = std::max(light, line.lit);
        }
    }
    if (round.size() <= static_cast<std::size_t>(mostLanes)) {
        for (Edge* line : round)
            line->bypass = true;
    }
}

} // namespace bartizan::diagram
