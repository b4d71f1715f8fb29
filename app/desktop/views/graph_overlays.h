// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the drawing: legend (can be folded away, remembered), zoom bar and mini-map. Widgets of their own, so
// that they take clicks and have names; the graph view keeps what is selected clear of them.
#pragma once

#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <QAbstractButton>
#include <QPixmap>
#include <QWidget>

#include <memory>

namespace bartizan::desktop {

class GraphView;

// Open: the legend with a cross to fold it away. Folded: a small button that opens it.
class LegendOverlay final : public QAbstractButton {
    Q_OBJECT
public:
    explicit LegendOverlay(QWidget* parent);
    void setLook(const diagram::Theme& theme, bool dots, diagram::Lens lens, int room);
    bool isOpen() const { return m_open && m_fits; }
    bool fits() const { return m_fits; } // into the room of setLook()
    void setOpen(bool open);             // and remembers it

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void measure();

    void paintOn(QPainter& painter);

    QPixmap m_picture; // of all of it: it is painted again with every picture of the drawing
    const diagram::Theme* m_theme = &diagram::lightTheme();
    diagram::Lens m_lens = diagram::Lens::exposure;
    bool m_dots = false, m_open = true, m_fits = true;
    int m_room = 0;
};

class ZoomBar final : public QWidget {
    Q_OBJECT
public:
    explicit ZoomBar(GraphView& view);
    void setLook(const diagram::Theme& theme, double scale);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const diagram::Theme* m_theme = &diagram::lightTheme();
    QString m_percent;
    QList<QAbstractButton*> m_buttons;
};

class MiniMap final : public QWidget {
    Q_OBJECT
public:
    explicit MiniMap(GraphView& view);
    void setLook(const diagram::Theme& theme, std::shared_ptr<const diagram::Drawing> drawing, const QRectF& seen);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;

private:
    void moveTo(QPointF at);

    GraphView& m_view;
    const diagram::Theme* m_theme = &diagram::lightTheme();
    std::shared_ptr<const diagram::Drawing> m_drawing;
    QRectF m_seen;
    QPixmap m_picture;
};

class GraphOverlays final {
public:
    explicit GraphOverlays(GraphView& view);
    // Places and paints them for what the view shows now.
    void update(std::shared_ptr<const diagram::Drawing> drawing);
    bool covers(const QRectF& pixels) const;
    QRectF freeArea() const; // above them
    LegendOverlay& legend() { return m_legend; }

private:
    GraphView& m_view;
    LegendOverlay& m_legend; // children of the view
    ZoomBar& m_zoom;
    MiniMap& m_map;
};

} // namespace bartizan::desktop
