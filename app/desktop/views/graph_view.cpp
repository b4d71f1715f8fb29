// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/graph_view.h"

#include "app/desktop/plain_text.h"
#include "app/desktop/redraw.h"
#include "diagram/layout/layout.h"
#include "diagram/painter.h"
#include "diagram/query.h"
#include "diagram/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int relayoutMs = 2000; // after it the plain layout is taken

} // namespace

GraphView::GraphView(Session& session, ViewState& state, QWidget* parent) : QWidget(parent), m_session(session), m_state(state)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 160);
    setAccessibleName(tr("Service graph"));
    m_view.stamps = &m_stamps;
    connect(&session, &Session::finished, this, &GraphView::snapshotChanged);
    connect(&state, &ViewState::workloadChanged, this, &GraphView::workloadChanged);
    connect(&state, &ViewState::queryChanged, this, &GraphView::applyQuery);
    connect(&state, &ViewState::lensChanged, this, [this] {
        m_view.lens = m_state.lens();
        invalidate();
    });
}

void GraphView::snapshotChanged()
{
    m_layout.cancel();
    if (m_session.sameInput() && m_drawing) {
        if (auto kept = redrawn(*m_drawing, *m_session.snapshot()->drawing)) { // the same places, opened as they were
            m_drawing = std::make_shared<const diagram::Drawing>(std::move(*kept));
            return applyQuery();
        }
    }
    m_drawing = m_session.snapshot()->drawing;
    m_view.selected.clear();
    m_view.hovered = m_view.focused = -1;
    m_view.hoveredGroup = m_view.selectedGroup = m_view.selectedEdge = -1;
    fit();
    applyQuery();
}

void GraphView::applyQuery()
{
    m_view.filteredOut = m_drawing ? diagram::filteredOut(*m_drawing, diagram::Query(m_state.query())) : std::vector<char>();
    invalidate();
    emit filterApplied();
}

int GraphView::matching() const
{
    int count = 0;
    for (std::size_t i = 0; m_drawing && i < m_drawing->nodes.size(); ++i)
        count += m_drawing->nodes[i].hasWall() && !m_view.isFilteredOut(static_cast<int>(i)) ? 1 : 0;
    return count;
}

void GraphView::setDark(bool dark)
{
    m_view.theme = dark ? &diagram::darkTheme() : &diagram::lightTheme();
    invalidate();
}

void GraphView::invalidate()
{
    m_valid = false;
    update();
}

void GraphView::fit()
{
    if (m_drawing) {
        diagram::View fitted = diagram::fitted(m_drawing->bounds, size());
        // A little too large to show with names: rather with names and a bit beyond the edge than as dots.
        if (fitted.scale < diagram::farBelow && fitted.scale > 0.7 * diagram::farBelow) {
            fitted.scale = diagram::farBelow + 0.01;
            fitted.origin = m_drawing->bounds.center() - QPointF(width(), height()) / 2 / fitted.scale;
        }
        m_view.scale = fitted.scale;
        m_view.origin = fitted.origin;
        m_fitted = true;
    }
    invalidate();
}

void GraphView::zoomBy(double factor, QPointF at)
{
    const QPointF scene = m_view.toScene(at);
    m_view.scale = std::clamp(m_view.scale * factor, diagram::smallestScale, diagram::largestScale);
    m_view.origin = scene - at / m_view.scale;
    m_fitted = false;
    invalidate();
}

void GraphView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_drawing) {
        painter.fillRect(rect(), m_view.theme->canvas);
        diagram::drawText(painter, {width() / 2.0, height() / 2.0 - 14}, tr("Nothing to look along yet."),
                          {20, QFont::DemiBold, false}, m_view.theme->ink, diagram::Align::centre);
        diagram::drawText(painter, {width() / 2.0, height() / 2.0 + 14},
                          tr("Drop a folder of manifests here, or open one with Ctrl+Shift+O."), {12.5, QFont::Normal, false},
                          m_view.theme->ink2, diagram::Align::centre);
        return;
    }
    if (!m_valid || m_image.size() != size() * devicePixelRatioF()) {
        m_image = diagram::drawingImage(*m_drawing, m_view, size(), devicePixelRatioF());
        m_valid = true;
    }
    painter.drawImage(QPoint(0, 0), m_image);
}

void GraphView::resizeEvent(QResizeEvent*)
{
    if (m_fitted)
        fit();
    invalidate();
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    setFocus();
    if (event->button() != Qt::LeftButton || !m_drawing)
        return;
    m_press = event->position();
    m_pressOrigin = m_view.origin;
    m_dragging = false;
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drawing)
        return;
    if (event->buttons() & Qt::LeftButton) {
        const QPointF delta = event->position() - m_press;
        if (m_dragging || delta.manhattanLength() > 4) {
            m_dragging = true;
            m_fitted = false;
            m_view.origin = m_pressOrigin - delta / m_view.scale;
            invalidate();
        }
        return;
    }
    const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, event->position());
    const int node = hit.kind == diagram::Hit::Kind::node ? hit.index : -1;
    const int group = hit.kind == diagram::Hit::Kind::group ? hit.index : -1;
    if (node != m_view.hovered || group != m_view.hoveredGroup) {
        m_view.hovered = node;
        m_view.hoveredGroup = group;
        setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        invalidate();
    }
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_drawing || event->button() != Qt::LeftButton || m_dragging) {
        m_dragging = false;
        return;
    }
    const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, event->position());
    select(hit.kind == diagram::Hit::Kind::node ? hit.index : -1);
    if (hit.kind == diagram::Hit::Kind::group && m_drawing->groups[static_cast<std::size_t>(hit.index)].collapsed)
        toggleGroup(hit.index);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_drawing)
        return;
    const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, event->position());
    if (hit.kind == diagram::Hit::Kind::group)
        toggleGroup(hit.index);
    else if (hit.kind == diagram::Hit::Kind::node)
        zoomBy(std::max(1.0, 1.4 / m_view.scale), event->position());
}

void GraphView::toggleGroup(int group)
{
    auto drawing = std::make_shared<diagram::Drawing>(*m_drawing);
    auto& changed = drawing->groups[static_cast<std::size_t>(group)];
    changed.collapsed = !changed.collapsed;
    relayout(std::move(drawing));
}

void GraphView::relayout(std::shared_ptr<diagram::Drawing> drawing)
{
    setCursor(Qt::BusyCursor);
    m_layout.start(
        [drawing = std::move(drawing)](std::stop_token stop) -> std::shared_ptr<const diagram::Drawing> {
            diagram::LayoutOptions options;
            options.deadlineMs = relayoutMs;
            options.stop = std::move(stop);
            diagram::layOut(*drawing, options);
            return drawing;
        },
        [this](const std::shared_ptr<const diagram::Drawing>& laidOut) {
            unsetCursor();
            m_drawing = laidOut;
            fit();
        });
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const QPointF centre(width() / 2.0, height() / 2.0);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25, centre);
    case Qt::Key_Minus:
        return zoomBy(0.8, centre);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Left:
        return moveSelection({-1, 0});
    case Qt::Key_Right:
        return moveSelection({1, 0});
    case Qt::Key_Up:
        return moveSelection({0, -1});
    case Qt::Key_Down:
        return moveSelection({0, 1});
    case Qt::Key_Escape:
        return select(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphView::leaveEvent(QEvent*)
{
    m_view.hovered = m_view.hoveredGroup = -1;
    invalidate();
}

bool GraphView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_drawing) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, help->pos());
        QString text;
        if (hit.kind == diagram::Hit::Kind::node)
            text = diagram::accessibleName(*m_drawing, m_drawing->nodes[static_cast<std::size_t>(hit.index)]);
        else if (hit.kind == diagram::Hit::Kind::edge)
            text = diagram::accessibleName(*m_drawing, m_drawing->edges[static_cast<std::size_t>(hit.index)]);
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

void GraphView::select(int node)
{
    WorkloadId workload;
    if (node >= 0) {
        const std::string& id = m_drawing->nodes[static_cast<std::size_t>(node)].id;
        const auto& workloads = m_session.snapshot()->model().architecture.workloads;
        const auto found = std::find_if(workloads.begin(), workloads.end(), [&](const Workload& item) { return item.id == id; });
        if (found != workloads.end())
            workload = WorkloadId(static_cast<std::size_t>(found - workloads.begin()));
    }
    m_view.selected = node >= 0 ? std::vector<int>{node} : std::vector<int>{};
    m_view.focused = node;
    invalidate();
    m_state.selectWorkload(workload);
}

void GraphView::workloadChanged()
{
    if (!m_drawing || !m_session.snapshot())
        return;
    int node = -1;
    if (m_state.workload().valid()) {
        const std::string& id = m_session.snapshot()->model().architecture.workload(m_state.workload()).id;
        for (std::size_t i = 0; i < m_drawing->nodes.size(); ++i)
            if (m_drawing->nodes[i].id == id)
                node = static_cast<int>(i);
    }
    const std::vector<int> selected = node >= 0 ? std::vector<int>{node} : std::vector<int>{};
    if (selected != m_view.selected) {
        m_view.selected = selected;
        m_view.focused = node;
        if (node >= 0)
            ensureVisible(node);
        invalidate();
    }
}

void GraphView::ensureVisible(int node)
{
    const QPointF at = m_view.toView(m_drawing->nodes[static_cast<std::size_t>(node)].centre);
    if (!QRectF(rect()).adjusted(40, 40, -40, -40).contains(at)) {
        m_view.origin += (at - QRectF(rect()).center()) / m_view.scale;
        m_fitted = false;
    }
}

void GraphView::moveSelection(QPointF direction)
{
    if (!m_drawing || m_drawing->nodes.empty())
        return;
    const int next = m_view.selected.empty() ? 0 : diagram::nearestNode(*m_drawing, m_view.selected.front(), direction);
    if (next >= 0) {
        ensureVisible(next);
        select(next);
    }
}

} // namespace bartizan::desktop
