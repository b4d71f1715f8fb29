// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of the drawing; the map is in docs and in the visual design, section 6.
#include "app/desktop/plain_text.h"
#include "app/desktop/views/graph_overlays.h"
#include "app/desktop/views/graph_view.h"

#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bartizan::desktop {

namespace {

constexpr double dragFrom = 4; // pixels; less is a click

}

void GraphView::wheelEvent(QWheelEvent* event)
{
    // A touchpad's two fingers pan, a wheel zooms at the pointer.
    const bool fingers =
        !event->pixelDelta().isNull() && event->phase() != Qt::NoScrollPhase && !(event->modifiers() & Qt::ControlModifier);
    if (fingers) {
        m_fitted = false;
        moveTo({m_view.scale, m_view.origin - QPointF(event->pixelDelta()) / m_view.scale}, false);
    } else {
        const double factor = std::pow(1.0015, event->angleDelta().y());
        const double scale = std::clamp(m_view.scale * factor, diagram::smallestScale, diagram::largestScale);
        m_fitted = false;
        moveTo({scale, m_view.toScene(event->position()) - event->position() / scale}, false);
    }
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    const bool pan = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space);
    if ((event->button() != Qt::LeftButton && !pan) || !m_drawing)
        return;
    putDown(true); // what keys moved
    m_press = m_pointer = event->position();
    m_pressOrigin = m_view.origin;
    m_moved = false;
    m_drag = !pan && (event->modifiers() & Qt::ShiftModifier) ? Drag::band : Drag::pan;
    if (!pan && startCarry(diagram::hitTest(*m_drawing, m_view, m_press, m_index.get()), event->modifiers()))
        m_drag = Drag::carry;
    if (pan)
        setCursor(Qt::ClosedHandCursor);
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (!m_drawing)
        return;
    if (m_drag == Drag::none || !(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        hover(diagram::hitTest(*m_drawing, m_view, event->position(), m_index.get()));
        return;
    }
    const QPointF delta = event->position() - m_press;
    m_moved = m_moved || delta.manhattanLength() > dragFrom;
    if (!m_moved)
        return;
    if (m_drag == Drag::band)
        return update();
    if (m_drag == Drag::carry) {
        m_carry.by = delta / m_view.scale;
        setCursor(Qt::SizeAllCursor);
        return update();
    }
    m_fitted = false;
    moveTo({m_view.scale, m_pressOrigin - delta / m_view.scale}, false);
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::none);
    if (m_space)
        setCursor(Qt::OpenHandCursor);
    else if (event->button() == Qt::MiddleButton)
        unsetCursor();
    if (!m_drawing || drag == Drag::none || event->button() != Qt::LeftButton)
        return;
    if (drag == Drag::carry) {
        unsetCursor();
        putDown(m_moved);
    }
    if (m_moved) {
        if (drag == Drag::band)
            finishBand();
        return;
    }
    if (m_space)
        return;
    const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, event->position(), m_index.get());
    const bool add = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (hit.kind == diagram::Hit::Kind::reachLine)
        return chooseLine(hit.index); // what it belongs to stays selected
    m_view.selectedLine = -1;
    m_view.selectedEdge = hit.kind == diagram::Hit::Kind::edge ? hit.index : -1;
    m_view.selectedGhost = hit.kind == diagram::Hit::Kind::ghost ? hit.index : -1;
    if (hit.kind == diagram::Hit::Kind::node) {
        std::vector<int> nodes = add ? m_view.selected : std::vector<int>{};
        const auto found = std::find(nodes.begin(), nodes.end(), hit.index);
        const bool leaves = add && found != nodes.end();
        if (leaves)
            nodes.erase(found);
        else
            nodes.push_back(hit.index);
        m_view.selectedGroup = -1;
        selectNodes(nodes, leaves ? (nodes.empty() ? -1 : nodes.front()) : hit.index);
        return;
    }
    if (!add)
        selectNodes({}, -1);
    m_view.selectedGroup = hit.kind == diagram::Hit::Kind::group ? hit.index : -1;
    refresh();
    if (hit.kind == diagram::Hit::Kind::ghost)
        announceGhost(hit.index);
}

void GraphView::finishBand()
{
    const QRectF band = QRectF(m_press, m_pointer).normalized();
    std::vector<int> nodes = m_view.selected;
    for (std::size_t i = 0; i < m_drawing->nodes.size(); ++i) {
        const QRectF box = diagram::nodeRect(*m_drawing, m_view, static_cast<int>(i));
        if (!box.isNull() && band.contains(box.center()))
            nodes.push_back(static_cast<int>(i));
    }
    selectNodes(nodes, m_primary >= 0 ? m_primary : nodes.empty() ? -1 : nodes.front());
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_drawing || event->button() != Qt::LeftButton)
        return;
    const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, event->position(), m_index.get());
    if (hit.kind == diagram::Hit::Kind::reachLine) {
        m_view.selectedLine = hit.index;
        askWhy();
    } else if (hit.kind == diagram::Hit::Kind::edge) {
        askWhyEdge(m_drawing->edges[static_cast<std::size_t>(hit.index)]);
    } else if (hit.kind == diagram::Hit::Kind::group)
        toggleGroup(hit.index);
    else if (hit.kind == diagram::Hit::Kind::node) {
        focusNode(hit.index);
        openFocused();
    }
}

void GraphView::hover(const diagram::Hit& hit)
{
    const int node = hit.kind == diagram::Hit::Kind::node ? hit.index : -1;
    const int group = hit.kind == diagram::Hit::Kind::group ? hit.index : -1;
    const int line = hit.kind == diagram::Hit::Kind::reachLine ? hit.index : -1;
    if (node == m_view.hovered && group == m_view.hoveredGroup && line == m_view.hoveredLine)
        return;
    m_view.hovered = node;
    m_view.hoveredGroup = group;
    m_view.hoveredLine = line;
    if (!m_space)
        setCursor(node >= 0 || line >= 0 || hit.kind == diagram::Hit::Kind::ghost ? Qt::PointingHandCursor : Qt::ArrowCursor);
    refresh();
}

void GraphView::leaveEvent(QEvent*)
{
    hover({});
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const QPointF centre(width() / 2.0, height() / 2.0);
    if (m_drawing && (event->modifiers() & Qt::ControlModifier) && m_drag == Drag::none) {
        const double step = event->modifiers() & Qt::ShiftModifier ? 2 : 16; // su
        switch (event->key()) {
        case Qt::Key_Left:
            return nudge({-step, 0});
        case Qt::Key_Right:
            return nudge({step, 0});
        case Qt::Key_Up:
            return nudge({0, -step});
        case Qt::Key_Down:
            return nudge({0, step});
        default:
            break;
        }
    }
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!plain || !m_drawing)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25, centre);
    case Qt::Key_Minus:
        return zoomBy(0.8, centre);
    case Qt::Key_0:
        return fit();
    case Qt::Key_L:
        return toggleLegend();
    case Qt::Key_P:
        return lightWeakestPath();
    case Qt::Key_B:
        return toggleBlast();
    case Qt::Key_O:
        return showReach(false);
    case Qt::Key_I:
        return showReach(true);
    case Qt::Key_W:
        return askWhy();
    case Qt::Key_H:
        return setHides(!hides());
    case Qt::Key_BracketLeft:
        return stepHop(-1);
    case Qt::Key_BracketRight:
        return stepHop(1);
    case Qt::Key_Space:
        if (!event->isAutoRepeat() && !m_space) {
            m_space = true;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    default:
        if (!navigate(event))
            QWidget::keyPressEvent(event);
    }
}

bool GraphView::navigate(QKeyEvent* event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        moveSelection({-1, 0}, extend);
        return true;
    case Qt::Key_Right:
        moveSelection({1, 0}, extend);
        return true;
    case Qt::Key_Up:
        moveSelection({0, -1}, extend);
        return true;
    case Qt::Key_Down:
        moveSelection({0, 1}, extend);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openFocused();
        return true;
    case Qt::Key_Backspace:
        outOneLevel();
        return true;
    case Qt::Key_Escape:
        if (m_drag == Drag::band || m_drag == Drag::carry || (isCarrying() && !m_carry.down)) {
            m_drag = Drag::none;
            unsetCursor();
            putDown(false);
            update();
        } else if (m_view.selectedLine >= 0) {
            chooseLine(-1);
        } else if (m_blast) {
            toggleBlast();
        } else if (m_onlyPathsOf.valid()) {
            m_onlyPathsOf = {};
            applyQuery();
        } else {
            m_view.selectedGroup = m_view.selectedEdge = m_view.selectedGhost = -1;
            selectNodes({}, -1);
        }
        return true;
    default:
        return false;
    }
}

void GraphView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = false;
        unsetCursor();
    }
    QWidget::keyReleaseEvent(event);
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_view.focused >= 0)
        announce(m_view.focused);
}

bool GraphView::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_drawing) {
        auto* key = static_cast<QKeyEvent*>(event);
        const int by = key->key() == Qt::Key_Tab ? 1 : key->key() == Qt::Key_Backtab ? -1 : 0;
        // Past the last namespace the focus goes on to the next widget.
        if (by != 0 && !(key->modifiers() & Qt::ControlModifier) && moveGroup(by))
            return true;
    }
    if (event->type() == QEvent::ToolTip && m_drawing) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(tipAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace bartizan::desktop
