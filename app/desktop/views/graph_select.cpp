// SPDX-License-Identifier: GPL-3.0-or-later
// Selection of the drawing, namespaces opened and closed, and the weakest path lit and walked.
#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/views/graph_accessible.h"
#include "app/desktop/views/graph_overlays.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/layout/layout.h"
#include "diagram/layout/places.h"

#include <algorithm>
#include <numeric>

namespace bartizan::desktop {

namespace {

constexpr int relayoutMs = 2000; // after it the plain layout is taken
constexpr int lightMs = 240;
constexpr double pathFrameMs = 12; // a picture that takes longer is not painted again and again for a motion
constexpr double centredScale = 1.4;

} // namespace

int GraphView::nodeOf(WorkloadId workload) const
{
    for (std::size_t i = 0; m_drawing && workload.valid() && i < m_drawing->nodes.size(); ++i) {
        if (m_drawing->nodes[i].tag == workload.value)
            return static_cast<int>(i);
    }
    return -1;
}

void GraphView::selectNodes(std::vector<int> nodes, int primary)
{
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    m_pathAsked = m_pathAsked && m_view.selected == nodes;
    m_view.selected = nodes;
    m_view.focused = m_primary = primary;
    applyBlast();
    refresh();
    std::vector<WorkloadId> workloads;
    const auto add = [&](int index) {
        const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(index)];
        if (node.tag != ~0U)
            workloads.push_back(WorkloadId(static_cast<std::size_t>(node.tag)));
    };
    if (primary >= 0)
        add(primary);
    for (const int index : nodes) {
        if (index != primary)
            add(index);
    }
    m_telling = true;
    m_state.selectWorkloads(workloads);
    m_telling = false;
    if (primary >= 0)
        announce(primary);
}

void GraphView::focusNode(int node)
{
    if (!m_drawing || node >= static_cast<int>(m_drawing->nodes.size()))
        return;
    m_view.selectedGroup = -1;
    if (node >= 0)
        ensureVisible(node);
    selectNodes(node >= 0 ? std::vector<int>{node} : std::vector<int>{}, node);
}

// Selected elsewhere: in the navigator, a table, the first screen.
void GraphView::stateChanged()
{
    if (m_telling || !m_drawing)
        return;
    std::vector<int> nodes;
    for (const WorkloadId workload : m_state.workloads()) {
        const int node = nodeOf(workload);
        if (node >= 0)
            nodes.push_back(node);
    }
    m_primary = nodes.empty() ? -1 : nodes.front();
    std::sort(nodes.begin(), nodes.end());
    m_view.selected = nodes;
    m_view.focused = m_primary;
    m_view.selectedGroup = -1;
    applyBlast();
    if (m_primary >= 0)
        ensureVisible(m_primary);
    refresh();
}

void GraphView::ensureVisible(int index)
{
    const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(index)];
    QRectF box = diagram::nodeRect(*m_drawing, m_view, index);
    if (box.isNull() && node.group >= 0) { // inside a collapsed namespace that shows no dots
        m_view.selectedGroup = node.group;
        box = diagram::groupRect(*m_drawing, m_view, node.group);
    }
    const QRectF free = m_overlays->freeArea();
    const QRectF area = (free.height() > height() / 2.0 ? free : QRectF(rect())).adjusted(30, 30, -30, -30);
    if (QRectF(rect()).adjusted(8, 8, -8, -8).contains(box) && !m_overlays->covers(box))
        return;
    m_fitted = false;
    QPointF by;
    if (!QRectF(rect()).intersects(box) || box.width() > area.width() || box.height() > area.height())
        by = box.center() - area.center();
    else
        by = {std::max(0.0, box.right() - area.right()) + std::min(0.0, box.left() - area.left()),
              std::max(0.0, box.bottom() - area.bottom()) + std::min(0.0, box.top() - area.top())};
    moveTo({m_view.scale, m_view.origin + by / m_view.scale}, true);
}

void GraphView::moveSelection(QPointF direction, bool extend)
{
    if (m_drawing->nodes.empty())
        return;
    int next = -1;
    if (m_primary >= 0) {
        next = diagram::nearestNode(*m_drawing, m_view, m_primary, direction);
    } else if (m_view.selectedGroup >= 0 && !m_drawing->groups[static_cast<std::size_t>(m_view.selectedGroup)].nodes.empty()) {
        next = m_drawing->groups[static_cast<std::size_t>(m_view.selectedGroup)].nodes.front();
    } else {
        const auto shown =
            std::find_if(m_drawing->nodes.begin(), m_drawing->nodes.end(), [](const diagram::Node& n) { return n.shown; });
        next = shown == m_drawing->nodes.end() ? -1 : static_cast<int>(shown - m_drawing->nodes.begin());
    }
    if (next < 0)
        return;
    if (!extend || m_primary < 0)
        return focusNode(next);
    std::vector<int> nodes = m_view.selected;
    nodes.push_back(next);
    m_view.selectedGroup = -1;
    ensureVisible(next);
    selectNodes(nodes, next);
}

bool GraphView::moveGroup(int by)
{
    std::vector<int> order(m_drawing->groups.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rect = [&](int g) { return m_drawing->groups[static_cast<std::size_t>(g)].rect; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const bool sameColumn = rect(a).left() < rect(b).right() && rect(b).left() < rect(a).right();
        return sameColumn ? rect(a).top() < rect(b).top() : rect(a).left() < rect(b).left();
    });
    const int current = m_view.selectedGroup >= 0 ? m_view.selectedGroup
                        : m_primary >= 0          ? m_drawing->nodes[static_cast<std::size_t>(m_primary)].group
                                                  : -1;
    const auto found = std::find(order.begin(), order.end(), current);
    const auto place =
        found == order.end() ? (by > 0 ? -1 : static_cast<int>(order.size())) : static_cast<int>(found - order.begin());
    const int next = place + by;
    if (next < 0 || next >= static_cast<int>(order.size()))
        return false;
    groupSelected(order[static_cast<std::size_t>(next)]);
    return true;
}

void GraphView::groupSelected(int group)
{
    selectNodes({}, -1);
    m_view.selectedGroup = group;
    const QRectF box = diagram::groupRect(*m_drawing, m_view, group);
    if (!QRectF(rect()).contains(box) && !QRectF(rect()).adjusted(40, 40, -40, -40).contains(box.center())) {
        m_fitted = false;
        moveTo({m_view.scale, m_view.origin + (box.center() - QRectF(rect()).center()) / m_view.scale}, true);
    }
    refresh();
    announceGraph(this, GraphPart::group, group);
}

void GraphView::announce(int node)
{
    announceGraph(this, GraphPart::node, node);
}

void GraphView::announceGhost(int ghost)
{
    announceGraph(this, GraphPart::ghost, ghost);
    emit hopChanged(diagram::accessibleName(m_drawing->ghosts[static_cast<std::size_t>(ghost)], &inLanguage));
}

void GraphView::openFocused()
{
    if (m_view.selectedLine >= 0)
        return askWhy();
    if (m_view.selectedGroup >= 0)
        return toggleGroup(m_view.selectedGroup);
    if (m_primary < 0)
        return;
    const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(m_primary)];
    if (!node.shown && node.group >= 0)
        return toggleGroup(node.group);
    const QRectF area = m_overlays->freeArea();
    const double scale = std::max(m_view.scale, centredScale);
    m_fitted = false;
    moveTo({scale, node.centre - area.center() / scale}, true);
}

void GraphView::outOneLevel()
{
    if (m_view.selectedGroup >= 0) {
        const int group = m_view.selectedGroup;
        if (!m_drawing->groups[static_cast<std::size_t>(group)].collapsed && m_drawing->groups.size() > 1)
            return toggleGroup(group);
        m_view.selectedGroup = -1;
        return fit();
    }
    if (m_primary >= 0 && m_drawing->nodes[static_cast<std::size_t>(m_primary)].group >= 0)
        return groupSelected(m_drawing->nodes[static_cast<std::size_t>(m_primary)].group);
    fit();
}

void GraphView::toggleGroup(int group)
{
    auto drawing = std::make_shared<diagram::Drawing>(*m_drawing);
    auto& changed = drawing->groups[static_cast<std::size_t>(group)];
    changed.collapsed = !changed.collapsed;
    relayout(std::move(drawing), changed.id);
}

// The namespace `keep` stays where it is on the screen.
void GraphView::relayout(std::shared_ptr<diagram::Drawing> drawing, const std::string& keep)
{
    setCursor(Qt::BusyCursor);
    m_laidOutFor = aspect();
    m_layout.start(
        [this, drawing = std::move(drawing), aspect = aspect(),
         places = wantedPlaces()](std::stop_token stop) -> std::shared_ptr<const diagram::Drawing> {
            diagram::LayoutOptions options;
            options.deadlineMs = relayoutMs;
            options.aspect = aspect;
            options.stop = std::move(stop);
            // Told from here, shown by the GUI thread; the job ends before the view does.
            if (const diagram::LayoutReport report = diagram::layOut(*drawing, options); !report.notes.isEmpty())
                emit hopChanged(report.notes.join(QStringLiteral("; ")));
            if (!places.empty() && !drawing->bounds.isNull())
                diagram::place(*drawing, places);
            return drawing;
        },
        [this, keep](const std::shared_ptr<const diagram::Drawing>& laidOut) {
            unsetCursor();
            const auto corner = [&](const diagram::Drawing& of) {
                const auto group =
                    std::find_if(of.groups.begin(), of.groups.end(), [&](const diagram::Group& g) { return g.id == keep; });
                return group == of.groups.end() ? QPointF() : group->rect.topLeft();
            };
            if (laidOut->bounds.isNull())
                return;
            const QPointF moved = corner(*laidOut) - corner(*m_drawing);
            const bool fitted = m_fitted;
            replaceDrawing(laidOut, true);
            moveTo(fitted ? fittedPlace() : Place{m_view.scale, m_view.origin + moved}, false);
            m_fitted = fitted;
            applyPlaces(); // what was placed meanwhile
        });
}

void GraphView::lightWeakestPath()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_drawing)
        return;
    if (!m_state.workload().valid()) {
        emit hopChanged(tr("Select a service: P lights the weakest path to it."));
        return;
    }
    const Posture& posture = snapshot->posture();
    const QString name = shown(snapshot->model().architecture.workload(m_state.workload()).name);
    const Path* path = diagram::weakestPath(posture, m_state.workload());
    if (!path) {
        emit hopChanged(tr("No direct or relayed path to %1 found (%n entries, bound %2).", nullptr,
                           static_cast<int>(snapshot->model().architecture.entries.size()))
                            .arg(name)
                            .arg(posture.pathBound));
        return;
    }
    m_pathAsked = true;
    const int index = static_cast<int>(path - posture.paths.data());
    if (m_state.path() == index)
        lightChosenPath();
    else
        m_state.selectPath(index); // and so the list of paths shows it too
    refresh();
}

void GraphView::lightChosenPath()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_drawing || m_state.path() < 0 || m_state.path() >= static_cast<int>(snapshot->posture().paths.size()))
        return;
    const Path& path = snapshot->posture().paths[static_cast<std::size_t>(m_state.path())];
    const diagram::LitPath way = diagram::follow(*m_drawing, path);
    if (way.nodes.size() < 2 || path.kind == PathKind::lateral) // what lies beyond a compromise is never lit
        return;
    m_pathAsked = true;
    replaceDrawing(std::make_shared<const diagram::Drawing>(diagram::relit(*m_drawing, path, way)), true);
    m_lit = way;
    m_hop = -1;
    QStringList names;
    for (const int node : way.nodes)
        names << diagram::nameOf(m_drawing->nodes[static_cast<std::size_t>(node)], &inLanguage);
    const QString kind = path.kind == PathKind::direct ? tr("direct") : tr("relayed");
    emit hopChanged(tr("Path to %1, %2: %3. Steps %4. Next hop: ]")
                        .arg(names.last(), kind, names.join(QStringLiteral(" → ")))
                        .arg(path.steps));
    if (const int duration = animationMs(lightMs); duration > 0 && m_frame.lastMilliseconds() < pathFrameMs) {
        m_lighting.setDuration(duration);
        m_lighting.start();
    }
}

void GraphView::stepHop(int by)
{
    if (!m_pathAsked && reachLines() > 0)
        return stepLine(by);
    const int hops = static_cast<int>(m_lit.edges.size());
    if (hops == 0) {
        emit hopChanged(tr("No path is lit: P lights the weakest one to the selection."));
        return;
    }
    m_hop = std::clamp(m_hop + by, 0, hops - 1);
    const auto at = static_cast<std::size_t>(m_hop);
    const int edge = m_lit.edges[at];
    const auto label = [&](int node) { return diagram::nameOf(m_drawing->nodes[static_cast<std::size_t>(node)], &inLanguage); };
    const QString what = edge >= 0
                             ? diagram::accessibleName(*m_drawing, m_drawing->edges[static_cast<std::size_t>(edge)], &inLanguage)
                             : tr("%1 to %2").arg(label(m_lit.nodes[at]), label(m_lit.nodes[at + 1]));
    // The path's target stays what the window is about: stepping moves the eye, not the selection.
    m_view.selectedEdge = edge;
    m_view.focused = m_lit.nodes[at + 1];
    ensureVisible(m_lit.nodes[at + 1]);
    refresh();
    announce(m_lit.nodes[at + 1]);
    emit hopChanged(tr("Hop %1 of %2: %3").arg(m_hop + 1).arg(hops).arg(what));
}

} // namespace bartizan::desktop
