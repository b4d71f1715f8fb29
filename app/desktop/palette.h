// SPDX-License-Identifier: GPL-3.0-or-later
// The window's look: Fusion style and a palette from the theme's tokens.
#pragma once

#include <QApplication>

namespace bartizan::desktop {

bool wantsDark(const QString& theme); // "light", "dark"; anything else follows the desktop
void applyPalette(QApplication& application, bool dark);

} // namespace bartizan::desktop
