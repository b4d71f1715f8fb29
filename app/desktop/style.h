// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets' style: Fusion, with the drawing's icons in the colours of the theme that is shown, and boxes to tick whose
// outline stands out in every theme (WCAG 2.2, 1.4.11). Icons are painted when they are seen, at the scale they are seen
// at; a change of theme needs no new icons.
#pragma once

#include "diagram/icons.h"

#include <QIcon>
#include <QProxyStyle>

namespace bartizan::desktop {

QIcon themedIcon(diagram::Icon icon);

class WindowStyle final : public QProxyStyle {
public:
    WindowStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace bartizan::desktop
