// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/graph_overlays.h"

#include "app/desktop/language.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/icons.h"
#include "diagram/legend.h"
#include "diagram/painter.h"
#include "diagram/text.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace bartizan::desktop {

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int radius = 7;
constexpr int cross = 14; // the fold button's room at the legend's right end
constexpr QSize mapSize(138, 82);
constexpr int barHeight = 32;
const diagram::TextStyle words{11.5, QFont::Medium};

QString legendKey()
{
    return QStringLiteral("graph/legend");
}

void drawSheet(QPainter& painter, const QRect& box, const diagram::Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surf);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

class IconButton final : public QAbstractButton {
public:
    IconButton(diagram::Icon icon, const QString& name, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
    {
        setAccessibleName(name);
        setToolTip(name);
        setFocusPolicy(Qt::NoFocus); // + - 0 do the same from the drawing
        setAttribute(Qt::WA_Hover);
    }
    void setTheme(const diagram::Theme& theme)
    {
        m_theme = &theme;
        QWidget::update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isDown() ? m_theme->sel : m_theme->hover);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 5, 5);
        }
        diagram::drawIcon(painter, m_icon, QRectF(width() / 2.0 - 8, height() / 2.0 - 8, 16, 16), m_theme->ink);
    }

private:
    diagram::Icon m_icon;
    const diagram::Theme* m_theme = &diagram::lightTheme();
};

} // namespace

LegendOverlay::LegendOverlay(QWidget* parent) : QAbstractButton(parent)
{
    m_open = QSettings().value(legendKey(), true).toBool();
    setFocusPolicy(Qt::NoFocus); // the graph's L key does the same
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, [this] { setOpen(!isOpen()); });
    measure();
}

void LegendOverlay::setOpen(bool open)
{
    m_open = open;
    QSettings().setValue(legendKey(), open);
    measure();
}

void LegendOverlay::setLook(const diagram::Theme& theme, bool dots, diagram::Lens lens, int room)
{
    if (m_theme == &theme && m_dots == dots && m_lens == lens && m_room == room)
        return;
    m_theme = &theme;
    m_dots = dots;
    m_lens = lens;
    m_room = room;
    measure();
    QWidget::update();
}

void LegendOverlay::measure()
{
    const QSizeF whole = diagram::drawLegend(nullptr, {}, *m_theme, m_dots, true, m_lens, &inLanguage) + QSizeF(cross, 0);
    m_fits = whole.width() <= m_room;
    const QSize size = isOpen() ? QSize(static_cast<int>(std::ceil(whole.width())), static_cast<int>(std::ceil(whole.height())))
                                : QSize(static_cast<int>(std::ceil(diagram::textWidth(tr("Legend"), words))) + 38, barHeight);
    setAccessibleName(tr("Legend"));
    setToolTip(isOpen() ? tr("Fold the legend away (L)")
               : m_fits ? tr("Show the legend (L)")
                        : tr("No room for the legend here"));
    const int bottom = geometry().bottom();
    m_picture = {};
    resize(size);
    move(x(), bottom - size.height() + 1);
    QWidget::update();
}

void LegendOverlay::paintEvent(QPaintEvent*)
{
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter once(&m_picture);
        paintOn(once);
    }
    QPainter(this).drawPixmap(0, 0, m_picture);
}

void LegendOverlay::paintOn(QPainter& painter)
{
    drawSheet(painter, rect(), *m_theme);
    if (isOpen()) {
        painter.setClipRect(QRectF(rect()).adjusted(1, 1, -1, -1));
        diagram::drawLegend(&painter, {-1, -0.5}, *m_theme, m_dots, false, m_lens, &inLanguage);
        painter.setClipping(false);
        diagram::drawIcon(painter, diagram::Icon::close, QRectF(width() - cross - 1, 8, 10, 10), m_theme->ink2);
    } else {
        diagram::drawIcon(painter, diagram::Icon::chevronRight, QRectF(10, height() / 2.0 - 6, 12, 12), m_theme->ink2);
        diagram::drawText(painter, {28, height() / 2.0 + diagram::textCapHeight(words) / 2}, tr("Legend"), words,
                          m_fits ? m_theme->ink : m_theme->ink3);
    }
}

ZoomBar::ZoomBar(GraphView& view) : QWidget(&view)
{
    const auto add = [&](diagram::Icon icon, const QString& name, int x) {
        auto* button = new IconButton(icon, name, this);
        button->setGeometry(x, 0, 28, barHeight);
        m_buttons.append(button);
        return button;
    };
    connect(add(diagram::Icon::minus, tr("Zoom out (−)"), 0), &QAbstractButton::clicked, this,
            [&view] { view.zoomBy(0.8, QRectF(view.rect()).center()); });
    connect(add(diagram::Icon::plus, tr("Zoom in (+)"), 76), &QAbstractButton::clicked, this,
            [&view] { view.zoomBy(1.25, QRectF(view.rect()).center()); });
    connect(add(diagram::Icon::fit, tr("Fit the whole drawing (0)"), 104), &QAbstractButton::clicked, this,
            [&view] { view.fit(); });
    setAccessibleName(tr("Zoom"));
    resize(132, barHeight);
}

void ZoomBar::setLook(const diagram::Theme& theme, double scale)
{
    m_theme = &theme;
    m_percent = QStringLiteral("%1 %").arg(std::max(1, static_cast<int>(std::lround(scale * 100))));
    for (QAbstractButton* button : m_buttons)
        static_cast<IconButton*>(button)->setTheme(theme);
    QWidget::update();
}

void ZoomBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawSheet(painter, rect(), *m_theme);
    for (const double x : {28.0, 76.0, 104.0})
        painter.drawLine(QPointF(x, 0.5), QPointF(x, height() - 0.5));
    diagram::drawText(painter, {52, height() / 2.0 + diagram::textCapHeight(words) / 2}, m_percent, words, m_theme->ink,
                      diagram::Align::centre);
}

MiniMap::MiniMap(GraphView& view) : QWidget(&view), m_view(view)
{
    setAccessibleName(tr("Overview of the drawing"));
    setToolTip(tr("Drag to move the part in sight"));
    setCursor(Qt::SizeAllCursor);
    resize(mapSize);
}

void MiniMap::setLook(const diagram::Theme& theme, std::shared_ptr<const diagram::Drawing> drawing, const QRectF& seen)
{
    if (m_theme != &theme || m_drawing != drawing)
        m_picture = {};
    m_theme = &theme;
    m_drawing = std::move(drawing);
    m_seen = seen;
    QWidget::update();
}

void MiniMap::paintEvent(QPaintEvent*)
{
    if (!m_drawing)
        return;
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter once(&m_picture);
        diagram::paintMiniMap(once, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), *m_drawing, {}, *m_theme);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->accent, 1.6));
    const diagram::View map = diagram::miniMapView(QRectF(rect()), *m_drawing);
    painter.drawRoundedRect(map.toView(m_seen).intersected(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5)), 3, 3);
}

void MiniMap::moveTo(QPointF at)
{
    if (m_drawing)
        m_view.centreOn(diagram::miniMapView(QRectF(rect()), *m_drawing).toScene(at));
}

void MiniMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(event->position());
}

GraphOverlays::GraphOverlays(GraphView& view)
    : m_view(view), m_legend(*new LegendOverlay(&view)), m_zoom(*new ZoomBar(view)), m_map(*new MiniMap(view))
{
    m_legend.hide();
    m_zoom.hide();
    m_map.hide();
}

void GraphOverlays::update(std::shared_ptr<const diagram::Drawing> drawing)
{
    const bool any = drawing && !drawing->nodes.empty();
    const diagram::View& view = m_view.view();
    const int bottom = m_view.height() - margin;
    const bool map = any && m_view.width() >= 460 && m_view.height() >= 260;
    int right = m_view.width() - margin;
    m_map.setVisible(map);
    if (map) {
        m_map.move(right - mapSize.width(), bottom - mapSize.height());
        m_map.setLook(*view.theme, drawing, {view.toScene({0, 0}), QSizeF(m_view.size()) / view.scale});
        right -= mapSize.width() + gap;
    }
    m_zoom.setVisible(any);
    m_zoom.setLook(*view.theme, view.scale);
    m_zoom.move(right - m_zoom.width(), bottom - m_zoom.height());
    int room = right - m_zoom.width() - gap - margin;
    m_legend.setLook(*view.theme, view.zoom() == diagram::Zoom::far, view.lens, room);
    if (map && !m_legend.fits()) { // the zoom bar stands on the mini-map: the legend needs its place
        m_zoom.move(m_map.x() + mapSize.width() - m_zoom.width(), m_map.y() - gap - m_zoom.height());
        room = right - margin;
        m_legend.setLook(*view.theme, view.zoom() == diagram::Zoom::far, view.lens, room);
    }
    m_legend.setVisible(any && room >= 90);
    m_legend.move(margin, bottom - m_legend.height());
}

bool GraphOverlays::covers(const QRectF& pixels) const
{
    const auto under = [&](const QWidget& widget) { return !widget.isHidden() && pixels.intersects(QRectF(widget.geometry())); };
    return under(m_legend) || under(m_zoom) || under(m_map);
}

QRectF GraphOverlays::freeArea() const
{
    double top = m_view.height();
    for (const QWidget* widget : {static_cast<const QWidget*>(&m_legend), static_cast<const QWidget*>(&m_zoom)}) {
        const bool right = widget == &m_zoom && m_zoom.y() < m_map.y(); // in the corner with the mini-map
        if (!widget->isHidden() && !right)
            top = std::min(top, static_cast<double>(widget->y()));
    }
    return {0, 0, static_cast<double>(m_view.width()), top};
}

} // namespace bartizan::desktop
