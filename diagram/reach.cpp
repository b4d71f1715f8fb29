// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/reach.h"

#include "diagram/curve.h"
#include "diagram/hops.h"
#include "diagram/mesh_steps.h"
#include "diagram/ring.h"

#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace bartizan::diagram {

namespace {

constexpr double lineEnd = ring::surface + 3; // su from the centre of a service
constexpr double shortestHandle = 22;
constexpr double handlePart = 0.45;

// By workload: whether a known call leads there from the selection, or from there to it.
std::vector<char> calledWith(const Architecture& architecture, WorkloadId of, bool incoming)
{
    std::vector<char> called(architecture.workloads.size(), 0);
    for (const Call& call : architecture.calls) {
        const Peer &self = incoming ? call.to : call.from, &other = incoming ? call.from : call.to;
        if (call.kind != CallKind::latent && self.kind == Peer::Kind::workload && self.workload == of &&
            other.kind == Peer::Kind::workload && other.workload != of && other.workload.pos() < called.size())
            called[other.workload.pos()] = 1;
    }
    return called;
}

std::vector<QPointF> curveBetween(QPointF from, QPointF to)
{
    const double dx = to.x() - from.x();
    const double handle = std::max(shortestHandle, handlePart * std::abs(dx)) * (dx < 0 ? -1 : 1);
    return {from, from + QPointF(handle, 0), to - QPointF(handle, 0), to};
}

// The point of a box's wall that is nearest; none for a point inside it.
std::optional<QPointF> nearestOf(const QRectF& box, QPointF at)
{
    if (box.contains(at))
        return std::nullopt;
    return QPointF(std::clamp(at.x(), box.left(), box.right()), std::clamp(at.y(), box.top(), box.bottom()));
}

class Lines {
public:
    Lines(const Drawing& drawing, int self, bool incoming) : m_drawing(drawing), m_self(self), m_incoming(incoming) {}

    void toNode(int node)
    {
        const QPointF there = m_drawing.nodes[static_cast<std::size_t>(node)].centre;
        add(node, {}, clipEnd(clipStart(between(there), start(there), lineEnd), end(there), lineEnd));
    }
    // `first`: the first of `services` there.
    void toGroup(int group, int first, std::size_t services)
    {
        const auto there = nearestOf(m_drawing.groups[static_cast<std::size_t>(group)].rect, here());
        if (!there)
            return;
        std::vector<QPointF> points = between(*there);
        points = m_incoming ? clipEnd(std::move(points), here(), lineEnd) : clipStart(std::move(points), here(), lineEnd);
        add(first, {group, services, {}}, std::move(points));
    }
    void take(ReachLook& look)
    {
        look.lines = std::move(m_lines);
        look.about = std::move(m_about);
    }

private:
    QPointF here() const
    {
        const Node& node = m_drawing.nodes[static_cast<std::size_t>(m_self)];
        return node.shown || node.group < 0 ? node.centre : m_drawing.groups[static_cast<std::size_t>(node.group)].rect.center();
    }
    QPointF start(QPointF there) const { return m_incoming ? there : here(); }
    QPointF end(QPointF there) const { return m_incoming ? here() : there; }
    std::vector<QPointF> between(QPointF there) const { return curveBetween(start(there), end(there)); }
    void add(int other, ReachLine about, std::vector<QPointF> points)
    {
        if (points.size() < 4)
            return;
        Edge edge;
        edge.from = m_incoming ? other : m_self;
        edge.to = m_incoming ? m_self : other;
        edge.kind = EdgeKind::latent;
        edge.blastRadius = true;
        edge.points = std::move(points);
        m_lines.push_back(std::move(edge));
        m_about.push_back(std::move(about));
    }

    const Drawing& m_drawing;
    int m_self;
    bool m_incoming;
    std::vector<Edge> m_lines;
    std::vector<ReachLine> m_about;
};

// One to each service; to namespaces where services are not shown, or are too many.
void addLines(ReachLook& look, const Drawing& drawing, const std::vector<int>& nodes, int self, bool incoming)
{
    const int own = drawing.nodes[static_cast<std::size_t>(self)].group;
    for (const bool single : {true, false}) {
        std::vector<int> shown;
        std::map<int, std::vector<int>> groups;
        for (const int index : nodes) {
            const Node& node = drawing.nodes[static_cast<std::size_t>(index)];
            if (node.shown && (single || node.group < 0))
                shown.push_back(index);
            else if (node.group >= 0 && node.group != own)
                groups[node.group].push_back(index);
        }
        if (shown.size() + groups.size() > mostLines)
            continue;
        Lines lines(drawing, self, incoming);
        for (const int node : shown)
            lines.toNode(node);
        for (const auto& [group, within] : groups)
            lines.toGroup(group, within.front(), within.size());
        return lines.take(look);
    }
}

} // namespace

int shareOf(std::size_t some, std::size_t others)
{
    if (some == 0 || others == 0)
        return 0;
    if (some >= others)
        return everyShare;
    return some * 4 <= others ? 1 : some * 2 <= others ? 2 : 3;
}

void drawShare(QPainter& painter, QPointF centre, double radius, double width, int share, const Theme& theme)
{
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.line2, std::max(0.8, width / 3)));
    painter.drawEllipse(box);
    if (share <= 0)
        return;
    painter.setPen(QPen(theme.accent, width, Qt::SolidLine, Qt::FlatCap));
    constexpr int degree = 16; // as Qt counts them
    painter.drawArc(box, 90 * degree, -share * 90 * degree);
}

void drawStep(QPainter& painter, QPointF centre, double radius, double width, HowFar step, const Theme& theme)
{
    if (step == HowFar::none)
        return;
    QPen pen(theme.accent, width, Qt::SolidLine, Qt::FlatCap);
    if (step == HowFar::farther)
        pen.setDashPattern({1.2, 1.8});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
}

std::shared_ptr<const ReachLook> sharesOf(const Drawing& drawing, const Posture& posture)
{
    auto reach = std::make_shared<ReachLook>();
    if (!posture.connectivity)
        return reach;
    const std::size_t others = posture.workloads.empty() ? 0 : posture.workloads.size() - 1;
    reach->shares.assign(drawing.nodes.size(), noShare);
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
        if (const Node& node = drawing.nodes[i]; node.hasWall() && node.tag < posture.workloads.size())
            reach->shares[i] = static_cast<signed char>(shareOf(posture.workloads[node.tag].network.admitted, others));
    return reach;
}

Reached reachedFrom(const Drawing& drawing, const Model& model, const connectivity::Connectivity& connectivity,
                    const connectivity::MeshReach* mesh, WorkloadId of, bool incoming, const std::stop_token& stop)
{
    Reached result;
    const connectivity::World& world = connectivity.world();
    const std::size_t workloads = std::min(model.architecture.workloads.size(), world.pods.size());
    if (!of.valid() || of.pos() >= workloads)
        return result;
    const Listening listening = listeningOf(model);
    std::optional<MeshSteps> meshed;
    if (mesh)
        meshed.emplace(connectivity, *mesh);
    const auto portsBetween = [&](std::size_t other, const std::vector<connectivity::PortSet>& listen) {
        const std::size_t from = incoming ? other : of.pos(), to = incoming ? of.pos() : other;
        return meshed ? meshed->allowedOn(from, to, listen[to]) : allowedOn(connectivity, from, to, listen[to]);
    };
    const Hops hops(connectivity, listening, workloads);
    std::vector<char> direct = hops.direct(of.pos(), incoming, stop);
    const std::vector<char> atNetwork = direct;
    for (std::size_t i = 0; mesh && i < workloads && !stop.stop_requested(); ++i)
        direct[i] = direct[i] && !portsBetween(i, listening.withoutDns).empty() ? 1 : 0;
    const std::vector<char> called = calledWith(model.architecture, of, incoming);
    // Known clients of a name server, and of a workload whose ports nobody wrote down.
    std::vector<connectivity::PortSet> any = listening.ports;
    for (connectivity::PortSet& ports : any)
        if (ports.empty())
            ports = connectivity::PortSet::everything();
    for (std::size_t i = 0; i < workloads && !stop.stop_requested(); ++i)
        if (called[i] && !direct[i])
            direct[i] = portsBetween(i, any).empty() ? 0 : 1;
    std::vector<char> all = hops.all(of.pos(), direct, incoming, stop);
    if (meshed) {
        all = meshed->all(of.pos(), direct, all, listening, incoming, stop);
        result.cut = meshed->cut();
    }
    for (std::size_t i = 0; i < workloads; ++i) {
        result.services += direct[i] ? 1 : 0;
        result.all += all[i] ? 1 : 0;
        result.needed += direct[i] && called[i] ? 1 : 0;
        result.cutOff += called[i] && !direct[i] ? 1 : 0;
        result.refused += atNetwork[i] && !direct[i] ? 1 : 0;
    }
    result.networks = world.networks.size();
    result.unrestricted = world.policies.empty() && !mesh;
    result.onNodeNetwork = world.pods[of.pos()].onNodeNetwork;
    auto blast = std::make_shared<Blast>();
    auto reach = std::make_shared<ReachLook>();
    blast->nodes.assign(drawing.nodes.size(), 0);
    blast->edges.assign(drawing.edges.size(), 0);
    blast->bundles.assign(drawing.bundles.size(), 0);
    reach->steps.assign(drawing.nodes.size(), HowFar::none);
    int self = -1;
    std::vector<int> latent;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        const Node& node = drawing.nodes[i];
        if (node.tag >= workloads)
            continue;
        if (node.tag == of.value && self < 0)
            self = static_cast<int>(i);
        blast->nodes[i] = node.tag == of.value || all[node.tag] ? 1 : 0;
        reach->steps[i] = direct[node.tag] ? HowFar::direct : all[node.tag] ? HowFar::farther : HowFar::none;
        if (direct[node.tag] && !called[node.tag])
            latent.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        const Edge& edge = drawing.edges[i];
        const int other = incoming ? edge.from : edge.to;
        blast->edges[i] = edge.kind != EdgeKind::latent && (incoming ? edge.to : edge.from) == self && other != self &&
                                  reach->steps[static_cast<std::size_t>(other)] == HowFar::direct
                              ? 1
                              : 0;
    }
    for (std::size_t i = 0; i < drawing.bundles.size(); ++i) {
        const std::vector<int>& edges = drawing.bundles[i].edges;
        blast->bundles[i] =
            std::any_of(edges.begin(), edges.end(), [&](int edge) { return blast->edges[static_cast<std::size_t>(edge)] != 0; });
    }
    if (self >= 0 && !result.unrestricted) {
        addLines(*reach, drawing, latent, self, incoming);
        for (std::size_t i = 0; i < reach->lines.size(); ++i)
            if (const Edge& line = reach->lines[i]; reach->about[i].group < 0)
                reach->about[i].ports =
                    portsBetween(drawing.nodes[static_cast<std::size_t>(incoming ? line.from : line.to)].tag, listening.ports);
    }
    result.blast = std::move(blast);
    result.reach = std::move(reach);
    return result;
}

} // namespace bartizan::diagram
