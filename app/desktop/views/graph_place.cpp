// SPDX-License-Identifier: GPL-3.0-or-later
// Places chosen by hand: a selected service is dragged (any, with Alt), a namespace by its title; Ctrl and arrows move the
// selection. While something is carried the drawing stays as it is and a picture of what moves is painted over it, so
// that it follows the pointer however big the system; put down, the new places become one step of the review, and the
// drawing is placed and routed anew on a worker.
#include "app/desktop/redraw.h"
#include "app/desktop/review_editor.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/places.h"
#include "diagram/nodes.h"
#include "diagram/painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace bartizan::desktop {

namespace {

constexpr std::size_t mostLines = 500; // of calls that follow the pointer
constexpr std::size_t mostVeils = 500;

QPointF rounded(QPointF at)
{
    return {std::round(at.x()), std::round(at.y())};
}

// What is carried, as a drawing of its own.
diagram::Drawing partOf(const diagram::Drawing& drawing, const std::vector<int>& nodes, int group)
{
    diagram::Drawing part;
    std::vector<int> indexOf(drawing.nodes.size(), -1);
    if (group >= 0) {
        part.groups.push_back(drawing.groups[static_cast<std::size_t>(group)]);
        part.groups.front().nodes.clear();
    }
    const std::vector<int>& members = group >= 0 ? drawing.groups[static_cast<std::size_t>(group)].nodes : nodes;
    for (const int node : members) {
        indexOf[static_cast<std::size_t>(node)] = static_cast<int>(part.nodes.size());
        part.nodes.push_back(drawing.nodes[static_cast<std::size_t>(node)]);
        part.nodes.back().group = group >= 0 ? 0 : -1;
        if (group >= 0)
            part.groups.front().nodes.push_back(indexOf[static_cast<std::size_t>(node)]);
    }
    for (const diagram::Edge& edge : drawing.edges) {
        const int from = indexOf[static_cast<std::size_t>(edge.from)];
        const int to = indexOf[static_cast<std::size_t>(edge.to)];
        if (from < 0 || to < 0 || edge.points.empty())
            continue;
        part.edges.push_back(edge);
        part.edges.back().from = from;
        part.edges.back().to = to;
    }
    return part;
}

} // namespace

void GraphView::setEditor(ReviewEditor* editor)
{
    m_editor = editor;
    connect(editor, &ReviewEditor::changed, this, &GraphView::applyPlaces);
    connect(editor, &ReviewEditor::opened, this, &GraphView::applyPlaces);
    applyPlaces();
}

bool GraphView::startCarry(const diagram::Hit& hit, Qt::KeyboardModifiers modifiers)
{
    const bool alt = modifiers & Qt::AltModifier;
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        return false;
    if (hit.kind == diagram::Hit::Kind::node) {
        const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(hit.index)];
        if (!node.shown || (!alt && !m_view.isSelected(hit.index)))
            return false;
        if (!m_view.isSelected(hit.index))
            focusNode(hit.index);
        pickUp(m_view.selected, -1);
        return m_carry.any();
    }
    if (hit.kind != diagram::Hit::Kind::group || (!alt && hit.index != m_view.selectedGroup))
        return false;
    const diagram::Group& group = m_drawing->groups[static_cast<std::size_t>(hit.index)];
    // An open one by its title; within its wall a drag pans.
    if (!alt && !group.collapsed && !diagram::tabRect(group, m_view).contains(m_press))
        return false;
    pickUp({}, hit.index);
    return true;
}

void GraphView::pickUp(std::vector<int> nodes, int group)
{
    std::erase_if(nodes, [&](int n) { return !m_drawing->nodes[static_cast<std::size_t>(n)].shown; });
    if (nodes.empty() && group < 0)
        return;
    m_carry = {};
    m_carry.nodes = nodes;
    m_carry.group = group;
    m_carry.drawing = m_drawing;
    m_carry.painted = painted();
    std::vector<char> carried(m_drawing->nodes.size(), 0);
    for (const int n : group >= 0 ? m_drawing->groups[static_cast<std::size_t>(group)].nodes : nodes)
        carried[static_cast<std::size_t>(n)] = 1;
    for (std::size_t i = 0; i < m_drawing->edges.size() && m_carry.edges.size() < mostLines; ++i) {
        const diagram::Edge& edge = m_drawing->edges[i];
        const bool from = carried[static_cast<std::size_t>(edge.from)], to = carried[static_cast<std::size_t>(edge.to)];
        if (from != to && edge.kind != diagram::EdgeKind::latent && !diagram::isHidden(*m_drawing, edge, m_view))
            m_carry.edges.push_back(static_cast<int>(i));
    }
    QRectF box;
    if (group >= 0)
        box = diagram::groupRect(*m_drawing, m_view, group).adjusted(-8, -24, 16, 16);
    for (const int n : nodes) {
        box = box.united(diagram::stateRect(*m_drawing, m_view, n));
        const int around = m_drawing->nodes[static_cast<std::size_t>(n)].group;
        if (around < 0 || m_carry.rests.count(around) > 0)
            continue;
        QRectF rest;
        for (const int other : m_drawing->groups[static_cast<std::size_t>(around)].nodes) {
            if (!carried[static_cast<std::size_t>(other)])
                rest = rest.united(diagram::cellOf(m_drawing->nodes[static_cast<std::size_t>(other)]));
        }
        m_carry.rests[around] = rest;
    }
    box = box.intersected(QRectF(rect()).adjusted(-width(), -height(), width(), height()));
    diagram::View view = m_view;
    view.origin = m_view.toScene(box.topLeft());
    view.ground = false;
    view.selected.clear();
    view.filteredOut.clear();
    view.blast.reset();
    view.hovered = view.focused = view.hoveredGroup = view.selectedGroup = view.selectedEdge = view.selectedGhost = -1;
    m_carry.scene = QRectF(view.origin, box.size() / m_view.scale);
    m_carry.picture = QImage((box.size() * devicePixelRatioF()).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    m_carry.picture.setDevicePixelRatio(devicePixelRatioF());
    m_carry.picture.fill(Qt::transparent);
    QPainter painter(&m_carry.picture);
    diagram::paintDrawing(painter, partOf(*m_drawing, nodes, group), view);
}

void GraphView::nudge(QPointF by)
{
    if (!m_carry.any() || m_carry.down)
        pickUp(m_view.selected, m_view.selected.empty() ? m_view.selectedGroup : -1);
    if (!m_carry.any()) {
        emit hopChanged(tr("Select services or a namespace: Ctrl and the arrow keys move them."));
        return;
    }
    m_carry.by += by;
    m_nudged.start();
    update();
}

void GraphView::putDown(bool keep)
{
    m_nudged.stop();
    if (!m_carry.any() || m_carry.down)
        return;
    if (!keep || m_carry.by.isNull()) {
        m_carry = {};
        update();
        return;
    }
    const Carry carry = m_carry;
    m_carry.down = true;
    const auto count = static_cast<int>(carry.nodes.size());
    const QString name = carry.group >= 0 ? carry.drawing->groups[static_cast<std::size_t>(carry.group)].label
                         : count == 1     ? carry.drawing->nodes[static_cast<std::size_t>(carry.nodes.front())].label
                                          : tr("%n services", nullptr, count);
    changePlaces(tr("Place %1").arg(name), [&](diagram::Places& places) {
        if (carry.group >= 0) {
            const diagram::Group& group = carry.drawing->groups[static_cast<std::size_t>(carry.group)];
            places[diagram::placeKey(group)] = rounded(group.corner + carry.by);
        }
        for (const int n : carry.nodes) {
            const diagram::Node& node = carry.drawing->nodes[static_cast<std::size_t>(n)];
            places[node.id] = rounded(diagram::placeAt(*carry.drawing, node, node.centre + carry.by));
        }
    });
    emit hopChanged(tr("%1 stands where you put it. Ctrl+Z takes it back.").arg(name));
}

diagram::Places GraphView::wantedPlaces() const
{
    return m_editor ? placesOf(m_editor->review()) : m_places;
}

void GraphView::changePlaces(const QString& step, const std::function<void(diagram::Places&)>& change)
{
    diagram::Places places = wantedPlaces();
    change(places);
    if (!m_editor) {
        m_places = std::move(places);
        return applyPlaces();
    }
    m_editor->edit(step, [&](Review& review) {
        std::erase_if(review.positions, [&](const auto& row) { return places.count(row.first) == 0; });
        for (const auto& [id, at] : places) {
            review.positions[id].x = at.x();
            review.positions[id].y = at.y();
        }
    });
}

void GraphView::applyPlaces()
{
    if (!m_drawing || m_layout.running()) // which applies them itself, or asks here again when it ends
        return;
    diagram::Places wanted = wantedPlaces();
    if (wanted == m_drawing->places) {
        if (m_carry.down)
            m_carry = {};
        return;
    }
    m_layout.start(
        [drawing = m_drawing, wanted = std::move(wanted)](std::stop_token) -> std::shared_ptr<const diagram::Drawing> {
            auto placed = std::make_shared<diagram::Drawing>(*drawing);
            diagram::place(*placed, wanted);
            return placed;
        },
        [this](const std::shared_ptr<const diagram::Drawing>& placed) {
            replaceDrawing(placed, true);
            applyPlaces();
        });
}

bool GraphView::anyPlaced(bool selectionOnly) const
{
    if (!m_drawing)
        return false;
    const auto placed = [](const auto& at) { return at.placed; };
    if (!selectionOnly)
        return std::any_of(m_drawing->nodes.begin(), m_drawing->nodes.end(), placed) ||
               std::any_of(m_drawing->groups.begin(), m_drawing->groups.end(), placed);
    return (m_view.selectedGroup >= 0 && m_drawing->groups[static_cast<std::size_t>(m_view.selectedGroup)].placed) ||
           std::any_of(m_view.selected.begin(), m_view.selected.end(),
                       [&](int n) { return m_drawing->nodes[static_cast<std::size_t>(n)].placed; });
}

// Of a namespace: with all in it. Places of what is not in this input stay in the review.
void GraphView::backToAutomaticPlace(bool all)
{
    putDown(true);
    if (!anyPlaced(!all)) {
        emit hopChanged(all ? tr("Nothing is placed by hand.") : tr("Nothing of the selection is placed by hand."));
        return;
    }
    std::size_t left = 0;
    changePlaces(all ? tr("Back to automatic places") : tr("Back to the automatic place"), [&](diagram::Places& places) {
        for (std::size_t g = 0; g < m_drawing->groups.size(); ++g) {
            if (all || m_view.selectedGroup == static_cast<int>(g))
                places.erase(diagram::placeKey(m_drawing->groups[g]));
        }
        for (std::size_t n = 0; n < m_drawing->nodes.size(); ++n) {
            const diagram::Node& node = m_drawing->nodes[n];
            if (all || m_view.isSelected(static_cast<int>(n)) ||
                (m_view.selectedGroup >= 0 && node.group == m_view.selectedGroup))
                places.erase(node.id);
        }
        left = places.size();
    });
    if (all && left > 0)
        emit hopChanged(tr("All stand at their automatic places; %n places of what is not in this input are kept.", nullptr,
                           static_cast<int>(left)));
    else if (all)
        emit hopChanged(tr("All stand at their automatic places."));
}

void GraphView::paintCarry(QPainter& painter)
{
    if (!m_carry.any() || (m_carry.by.isNull() && !m_carry.down))
        return;
    if (m_carry.down && m_front.request.drawing != m_carry.drawing &&
        m_front.request.drawing != m_carry.painted) { // the picture has it at its new place
        m_carry = {};
        return;
    }
    const diagram::Drawing& drawing = *m_carry.drawing;
    const diagram::Theme& theme = *m_view.theme;
    const Place place = shownPlace();
    const auto toView = [&](QPointF scene) { return (scene - place.origin) * place.scale; };
    const auto boxToView = [&](const QRectF& scene) { return QRectF(toView(scene.topLeft()), scene.size() * place.scale); };
    painter.setRenderHint(QPainter::Antialiasing);
    // Where it stood.
    QColor veil = theme.canvas;
    veil.setAlphaF(0.66F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    if (m_carry.group >= 0)
        painter.drawRect(boxToView(drawing.groups[static_cast<std::size_t>(m_carry.group)].rect));
    for (std::size_t i = 0; i < m_carry.nodes.size() && i < mostVeils; ++i) {
        const double r = 34 * place.scale;
        painter.drawEllipse(toView(drawing.nodes[static_cast<std::size_t>(m_carry.nodes[i])].centre), r, r);
    }
    // The walls as they will be.
    for (const auto& [group, rest] : m_carry.rests) {
        QRectF content = rest;
        for (const int n : m_carry.nodes) {
            const diagram::Node& node = drawing.nodes[static_cast<std::size_t>(n)];
            if (node.group == group)
                content = content.united(diagram::cellOf(node).translated(m_carry.by));
        }
        painter.setPen(QPen(theme.accent, 1.3, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        const double pad = diagram::boundary::padding;
        painter.drawRoundedRect(boxToView(content.adjusted(-pad, 6 - pad, pad, pad - 6)), 8, 8);
    }
    // Calls to what stays.
    std::vector<char> carried(drawing.nodes.size(), 0);
    for (const int n : m_carry.group >= 0 ? drawing.groups[static_cast<std::size_t>(m_carry.group)].nodes : m_carry.nodes)
        carried[static_cast<std::size_t>(n)] = 1;
    painter.setPen(QPen(theme.edge, 1.4));
    QPainterPath lines;
    for (const int e : m_carry.edges) {
        const diagram::Edge& edge = drawing.edges[static_cast<std::size_t>(e)];
        const auto end = [&](int n) {
            const QPointF by = carried[static_cast<std::size_t>(n)] ? m_carry.by : QPointF();
            return toView(drawing.nodes[static_cast<std::size_t>(n)].centre + by);
        };
        const QPointF a = end(edge.from), b = end(edge.to);
        const QPointF handle(std::max(22 * place.scale, 0.45 * std::abs(b.x() - a.x())) * (b.x() < a.x() ? -1 : 1), 0);
        lines.moveTo(a);
        lines.cubicTo(a + handle, b - handle, b);
    }
    painter.strokePath(lines, painter.pen());
    const QRectF target = boxToView(m_carry.scene.translated(m_carry.by));
    painter.drawImage(target, m_carry.picture);
}

} // namespace bartizan::desktop
