// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/graph_view.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "app/desktop/redraw.h"
#include "app/desktop/views/graph_accessible.h"
#include "app/desktop/views/graph_notes.h"
#include "app/desktop/views/graph_overlays.h"
#include "diagram/query.h"
#include "diagram/text.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bartizan::desktop {

namespace {

constexpr int zoomMs = 160;
constexpr int firstPictureMs = 30; // most systems need less, and do not flash empty
constexpr int pictureMs = 6;       // nearly half a frame: small drawings are exact at once, big ones never wait longer

// The same pixels, known to be opaque: they are copied instead of blended. The image must outlive the result.
QImage opaque(const QImage& image)
{
    QImage result(image.constBits(), image.width(), image.height(), image.bytesPerLine(), QImage::Format_RGB32);
    result.setDevicePixelRatio(image.devicePixelRatio());
    return result;
}

// `fresh` with the namespaces open and the path lit that are so in `shown`.
diagram::Drawing foldedAs(const diagram::Drawing& shown, const diagram::Drawing& fresh)
{
    diagram::Drawing result = fresh;
    for (std::size_t i = 0; i < result.nodes.size() && i < shown.nodes.size(); ++i)
        result.nodes[i].lit = shown.nodes[i].lit;
    for (std::size_t i = 0; i < result.edges.size() && i < shown.edges.size(); ++i)
        result.edges[i].lit = shown.edges[i].lit;
    for (std::size_t i = 0; i < result.groups.size() && i < shown.groups.size(); ++i) {
        result.groups[i].lit = shown.groups[i].lit;
        result.groups[i].collapsed = shown.groups[i].collapsed;
    }
    return result;
}

} // namespace

GraphView::GraphView(Session& session, ViewState& state, QWidget* parent) : View({session, state}, parent)
{
    m_view.theme = &shownTheme();
    m_view.lens = state.lens();
    m_view.words = &inLanguage;
    installGraphAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 160);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Service graph"));
    m_overlays = std::make_unique<GraphOverlays>(*this);
    m_notes = std::make_unique<GraphNotes>(*this);
    m_view.hide = rememberedHides();
    connect(&state, &ViewState::selectionChanged, this, &GraphView::stateChanged);
    connect(&state, &ViewState::pathChanged, this, &GraphView::pathChanged);
    connect(&state, &ViewState::comparedChanged, this, [this] {
        if (m_drawing)
            replaceDrawing(m_drawing, true);
        showGhosts();
    });
    connect(&state, &ViewState::queryChanged, this, &GraphView::applyQuery);
    connect(&session, &Session::cancelled, this, &GraphView::showEarly);
    connect(&session, &Session::started, this, &GraphView::showEarly);
    connect(&session, &Session::failed, this, &GraphView::showEarly);
    connect(&state, &ViewState::lensChanged, this, [this] {
        m_view.lens = m_state.lens();
        m_pathAsked = false;
        applyBlast();
        showGhosts();
        refresh();
    });
    m_nudged.setSingleShot(true);
    m_nudged.setInterval(500);
    connect(&m_nudged, &QTimer::timeout, this, [this] { putDown(true); });
    if (session.early())
        QMetaObject::invokeMethod(this, &GraphView::showEarly, Qt::QueuedConnection);
    m_reshape.setSingleShot(true);
    m_reshape.setInterval(250);
    connect(&m_reshape, &QTimer::timeout, this, &GraphView::reshape);
    connect(&m_frame, &GraphFrame::ready, this, [this] { update(); });
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this] { update(); });
    m_lighting.setStartValue(0.0);
    m_lighting.setEndValue(1.0);
    connect(&m_lighting, &QVariantAnimation::valueChanged, this, [this](const QVariant& part) {
        m_view.litPart = part.toDouble();
        refresh();
    });
}

void GraphView::showEarly()
{
    if (m_session.snapshot())
        return;
    const EarlyPtr early = m_session.isLoading() ? nullptr : m_session.early();
    const auto drawing = early ? early->drawing : nullptr;
    if (drawing != m_early) {
        m_early = drawing;
        m_state.clear(); // who was selected in another drawing
        showDrawing(drawing);
    }
    showNotes();
}

GraphView::~GraphView()
{
    forgetGraphAccessibility(this);
}

void GraphView::followSelection()
{
    if (std::exchange(m_selectionLost, false))
        stateChanged();
    pathChanged();
}

// After a decision what is lit stays lit.
void GraphView::pathChanged()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const int path = m_state.path();
    const bool known = snapshot && m_drawing && path >= 0 && path < static_cast<int>(snapshot->posture().paths.size());
    if (known && diagram::follow(*m_drawing, snapshot->posture().paths[static_cast<std::size_t>(path)]).nodes != m_lit.nodes)
        lightChosenPath();
}

void GraphView::takeSnapshot()
{
    m_layout.cancel();
    unsetCursor();
    const std::shared_ptr<const diagram::Drawing>& fresh = m_session.snapshot()->drawing;
    if (sameInput() && m_drawing && fresh) {
        // What is shown keeps its places and open namespaces.
        if (auto drawing = redrawn(*m_drawing, foldedAs(*m_drawing, *fresh))) {
            replaceDrawing(std::make_shared<const diagram::Drawing>(std::move(*drawing)), true);
            return applyPlaces();
        }
    }
    m_onlyPathsOf = {};
    m_selectionLost = true;
    replaceDrawing(fresh, false);
    applyPlaces();
}

void GraphView::showDrawing(std::shared_ptr<const diagram::Drawing> drawing)
{
    m_layout.cancel();
    replaceDrawing(std::move(drawing), false);
}

void GraphView::replaceDrawing(std::shared_ptr<const diagram::Drawing> drawing, bool sameSystem)
{
    m_drawing = std::move(drawing);
    markChanges();
    m_index = m_drawing ? std::make_shared<const diagram::SceneIndex>(*m_drawing) : nullptr;
    m_view.hovered = m_view.hoveredGroup = m_view.selectedGhost = -1;
    if (!m_carry.down)
        putDown(false);
    m_view.litPart = 1;
    forgetGraphAccessibility(this);
    m_calm = m_calmOf = nullptr;
    if (!sameSystem) {
        m_view.selected.clear();
        m_view.focused = m_primary = -1;
        m_view.selectedGroup = m_view.selectedEdge = -1;
        m_lit = {};
        m_hop = -1;
        m_pathAsked = false;
        const bool readAgain = m_session.snapshot() && m_session.snapshot()->before && isVisible();
        m_before = readAgain ? m_front.image : QImage();
        m_front = m_back = {};
        m_overlays->update(m_drawing);
        if (m_drawing)
            moveTo(fittedPlace(), false);
        m_fitted = true;
        m_laidOutFor = m_session.drawingAspect();
        m_reshape.start();
    }
    applyQuery();
}

void GraphView::applyQuery()
{
    m_view.filteredOut = m_drawing ? diagram::filteredOut(*m_drawing, diagram::Query(m_state.query())) : std::vector<char>();
    if (m_onlyPathsOf.valid())
        dimOtherPaths();
    applyBlast();
    refresh();
    emit filterApplied();
}

int GraphView::matching() const
{
    int count = 0;
    for (std::size_t i = 0; m_drawing && i < m_drawing->nodes.size(); ++i)
        count += m_drawing->nodes[i].hasWall() && !m_view.isFilteredOut(static_cast<int>(i)) ? 1 : 0;
    return count;
}

void GraphView::setTheme(const diagram::Theme& theme)
{
    m_view.theme = &theme;
    m_front = m_back = {};
    m_before = {};
    showNotes();
    refresh();
}

void GraphView::toggleLegend()
{
    m_overlays->legend().setOpen(!m_overlays->legend().isOpen());
    refresh();
}

void GraphView::refresh()
{
    m_asked = false;
    m_overlays->update(painted());
    update();
    emit viewMoved();
}

int GraphView::animationMs(int wanted) const
{
    return isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0 ? wanted : 0;
}

GraphView::Place GraphView::shownPlace() const
{
    if (m_motion.state() != QAbstractAnimation::Running)
        return {m_view.scale, m_view.origin};
    const double t = m_motion.currentValue().toDouble();
    const double scale = m_from.scale * std::pow(m_view.scale / m_from.scale, t);
    // The point that stays in place when both are at rest stays in place on the way.
    const double whole = 1 / m_from.scale - 1 / m_view.scale;
    const double part = std::abs(whole) < 1e-9 ? t : (1 / m_from.scale - 1 / scale) / whole;
    return {scale, m_from.origin + (m_view.origin - m_from.origin) * part};
}

void GraphView::moveTo(Place place, bool animated)
{
    m_from = shownPlace();
    m_motion.stop();
    m_view.scale = place.scale;
    m_view.origin = place.origin;
    const int duration = animated ? animationMs(zoomMs) : 0;
    if (duration > 0) {
        m_motion.setDuration(duration);
        m_motion.start();
    }
    refresh();
}

GraphView::Place GraphView::fittedPlace() const
{
    const bool ghosts = m_view.lens == diagram::Lens::change && !m_drawing->ghosts.empty();
    const QRectF bounds = ghosts ? m_drawing->ghostBounds : m_drawing->bounds;
    const auto into = [&](const QRectF& area) {
        diagram::View view = diagram::fitted(bounds, area.size(), 16);
        // A little too large to show with names: rather with names and a bit beyond the edge than as dots.
        if (view.scale < diagram::farBelow && view.scale > 0.88 * diagram::farBelow) {
            view.scale = diagram::farBelow + 0.01;
            view.origin = bounds.center() - QPointF(area.width(), area.height()) / 2 / view.scale;
        }
        return Place{view.scale, view.origin - area.topLeft() / view.scale};
    };
    // Clear of the overlays where that costs little, and no names.
    const Place whole = into(rect());
    const Place above = into(m_overlays->freeArea());
    const bool names = whole.scale >= diagram::farBelow && above.scale < diagram::farBelow;
    return above.scale > 0.8 * whole.scale && !names ? above : whole;
}

void GraphView::fit()
{
    if (!m_drawing)
        return;
    moveTo(fittedPlace(), !m_front.isNull());
    m_fitted = true;
}

void GraphView::zoomBy(double factor, QPointF at)
{
    const double scale = std::clamp(m_view.scale * factor, diagram::smallestScale, diagram::largestScale);
    m_fitted = false;
    moveTo({scale, m_view.toScene(at) - at / scale}, true);
}

void GraphView::centreOn(QPointF scene)
{
    m_fitted = false;
    moveTo({m_view.scale, scene - QPointF(width(), height()) / 2 / m_view.scale}, false);
}

bool GraphView::settle(int milliseconds)
{
    if (!m_drawing)
        return false;
    m_motion.stop();
    if (m_lighting.state() == QAbstractAnimation::Running)
        m_lighting.setCurrentTime(m_lighting.duration());
    ask();
    const bool exact = m_frame.wait(milliseconds);
    repaint();
    return exact;
}

void GraphView::ask()
{
    if (!m_asked && m_drawing)
        m_frame.request({painted(), m_index, m_view, size(), devicePixelRatioF()});
    m_asked = true;
}

void GraphView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_drawing)
        return paintWelcome(painter);
    paintPicture(painter);
    paintCarry(painter);
    if (m_drag == Drag::band && m_moved) {
        QColor inside = m_view.theme->accent;
        inside.setAlphaF(0.12F);
        painter.setPen(QPen(m_view.theme->accent, 1));
        painter.setBrush(inside);
        painter.drawRect(QRectF(m_press, m_pointer).normalized());
    }
    if (hasFocus() && m_view.focused < 0) {
        painter.setPen(QPen(m_view.theme->focus, 2, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void GraphView::paintWelcome(QPainter& painter)
{
    painter.fillRect(rect(), m_view.theme->canvas);
    diagram::drawText(painter, {width() / 2.0, height() / 2.0 - 14}, tr("Nothing to look along yet."),
                      {20, QFont::DemiBold, false}, m_view.theme->ink, diagram::Align::centre);
    diagram::drawText(painter, {width() / 2.0, height() / 2.0 + 14},
                      tr("Drop a folder of manifests here, or open one with Ctrl+Shift+O."), {12.5, QFont::Normal, false},
                      m_view.theme->ink2, diagram::Align::centre);
}

void GraphView::paintPicture(QPainter& painter)
{
    const bool moving = m_motion.state() == QAbstractAnimation::Running;
    const int patience = m_front.isNull() ? firstPictureMs : m_frame.lastMilliseconds() < 2 * pictureMs ? pictureMs : 0;
    // A big picture takes all cores for a while: first this one is shown, then that one is asked for.
    if (patience > 0)
        ask();
    else if (!m_asked)
        QMetaObject::invokeMethod(this, &GraphView::ask, Qt::QueuedConnection);
    const bool exact = m_asked && (moving ? m_frame.exact() : m_frame.wait(patience));
    ShownFrame newest = m_frame.shown();
    const bool usable = newest.request.drawing == painted() || (m_drawing && !m_front.isNull());
    if (newest.isNull() || !usable || newest.request.view.theme != m_view.theme) {
        painter.fillRect(rect(), m_view.theme->canvas);
        if (!m_before.isNull()) // a moment longer, rather than nothing
            painter.drawImage(QPointF(0, 0), opaque(m_before));
        return;
    }
    m_before = {};
    if (newest.scale != m_front.scale || newest.request.drawing != m_front.request.drawing)
        m_back = std::move(m_front);
    m_front = std::move(newest);
    if (exact && !moving && m_front.request.size == size()) {
        painter.drawImage(QPointF(0, 0), opaque(m_front.image));
        return;
    }
    const Place place = shownPlace();
    const auto target = [&](const ShownFrame& frame) {
        const QSizeF pixels = QSizeF(frame.image.size()) / frame.image.devicePixelRatio() * (place.scale / frame.scale);
        return QRectF((frame.origin - place.origin) * place.scale, pixels);
    };
    // The picture before fills the rim that the newest leaves when one zooms out; nothing is painted twice.
    const QRectF newestAt = target(m_front);
    const QRegion rim = QRegion(rect()) - QRegion(newestAt.adjusted(1, 1, -1, -1).toRect());
    if (!rim.isEmpty()) {
        painter.setClipRegion(rim);
        painter.fillRect(rect(), m_view.theme->canvas);
        if (!m_back.isNull())
            painter.drawImage(target(m_back), opaque(m_back.image));
        painter.setClipping(false);
    }
    painter.drawImage(newestAt, opaque(m_front.image));
}

double GraphView::aspect() const
{
    constexpr double overlays = 48; // height of the zoom bar with its margins
    return std::clamp(width() / std::max(1.0, height() - overlays), 0.8, 3.0);
}

void GraphView::reshape()
{
    constexpr std::size_t mostNodes = 200; // more than these take longer, and are shown as dots anyway
    constexpr double otherShape = 0.22;
    if (!m_drawing || !m_fitted || !isVisible() || m_layout.running() || m_drawing->nodes.size() > mostNodes ||
        !m_drawing->places.empty() || std::abs(std::log(aspect() / m_laidOutFor)) < otherShape)
        return;
    relayout(std::make_shared<diagram::Drawing>(*m_drawing), {});
}

void GraphView::resizeEvent(QResizeEvent*)
{
    m_overlays->update(m_drawing);
    showNotes();
    m_session.setDrawingAspect(aspect());
    m_reshape.start(); // laid out for another window: again, once this one rests
    if (m_fitted && m_drawing)
        moveTo(fittedPlace(), false);
    m_fitted = m_fitted || !m_drawing;
    refresh();
}

} // namespace bartizan::desktop
