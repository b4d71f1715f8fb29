// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets' style: Fusion, with the drawing's icons in the colours of the theme that is shown. Icons are painted when
// they are seen, at the scale they are seen at; a change of theme needs no new icons.
#pragma once

#include "diagram/icons.h"

#include <QIcon>
#include <QProxyStyle>

namespace bartizan::desktop {

QIcon themedIcon(diagram::Icon icon);

class WindowStyle final : public QProxyStyle {
public:
    WindowStyle();

    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace bartizan::desktop
