// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/style.h"

#include "app/desktop/palette.h"

#include <QIconEngine>
#include <QPainter>

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

} // namespace

QIcon themedIcon(diagram::Icon icon)
{
    return QIcon(new ThemedIcon(icon));
}

WindowStyle::WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

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
