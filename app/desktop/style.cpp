// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/style.h"

#include "app/desktop/palette.h"

#include <QIconEngine>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace bartizan::desktop {

namespace {

class ThemedIcon final : public QIconEngine {
public:
    explicit ThemedIcon(diagram::Icon icon) : m_icon(icon) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const double side = std::min(rect.width(), rect.height());
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        diagram::drawIcon(*painter, m_icon, box, colour(mode));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override // in device pixels
    {
        return QPixmap::fromImage(diagram::iconImage(m_icon, std::min(size.width(), size.height()), colour(mode)));
    }
    QIconEngine* clone() const override { return new ThemedIcon(*this); }

private:
    static QColor colour(QIcon::Mode mode) { return mode == QIcon::Disabled ? shownTheme().ink3 : shownTheme().ink; }

    diagram::Icon m_icon;
};

void drawCheckBox(QPainter& painter, const QRect& rect, QStyle::State state)
{
    const diagram::Theme& theme = shownTheme();
    const bool enabled = state.testFlag(QStyle::State_Enabled), marked = !state.testFlag(QStyle::State_Off);
    const double side = std::min({rect.width(), rect.height(), 15}) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = enabled ? theme.accent : theme.ink3;
    painter.setPen(QPen(marked ? ink : state.testFlag(QStyle::State_MouseOver) && enabled ? theme.ink : theme.ink3, 1));
    painter.setBrush(marked ? ink : theme.surf);
    painter.drawRoundedRect(box, 3, 3);
    if (marked) {
        painter.setPen(QPen(enabled ? theme.onAccent : theme.surf, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * side; };
        if (state.testFlag(QStyle::State_NoChange))
            painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
        else
            painter.drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)}));
    }
    painter.restore();
}

} // namespace

QIcon themedIcon(diagram::Icon icon)
{
    return QIcon(new ThemedIcon(icon));
}

WindowStyle::WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        drawCheckBox(*painter, option->rect, option->state);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QIcon WindowStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    switch (which) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return themedIcon(diagram::Icon::close);
    case SP_TitleBarNormalButton:
        return themedIcon(diagram::Icon::copy); // two windows
    case SP_ToolBarHorizontalExtensionButton:
        return themedIcon(diagram::Icon::chevronRight);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace bartizan::desktop
