// SPDX-License-Identifier: GPL-3.0-or-later
// The window's look: Fusion style and a palette from the theme's tokens.
#pragma once

#include "diagram/theme.h"

#include <QApplication>

namespace bartizan::desktop {

// "light", "dark"; anything else follows the desktop. Ask once before the first applyPalette().
bool wantsDark(const QString& theme);
void applyPalette(QApplication& application, bool dark);
QString windowStyleSheet();         // lens switch, tabs, docks, heads of tables; in the colours of shownTheme()
const diagram::Theme& shownTheme(); // of the last applyPalette(); views learn of a change by QEvent::PaletteChange

} // namespace bartizan::desktop
