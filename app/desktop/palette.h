// SPDX-License-Identifier: GPL-3.0-or-later
// The window's look: Fusion style and a palette from the theme's tokens.
#pragma once

#include <QApplication>

namespace bartizan::desktop {

// "light", "dark"; anything else follows the desktop. Ask once before the first applyPalette().
bool wantsDark(const QString& theme);
void applyPalette(QApplication& application, bool dark);

} // namespace bartizan::desktop
