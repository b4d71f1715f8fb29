// SPDX-License-Identifier: GPL-3.0-or-later
// The window's look: Fusion style and a palette from the theme's tokens.
#pragma once

#include "diagram/theme.h"

#include <QApplication>
#include <QPalette>

namespace bartizan::desktop {

// "light", "dark", "contrast-light", "contrast-dark"; anything else follows the desktop. Ask once before the first
// applyPalette(), while the palette is still the desktop's.
const diagram::Theme& themeNamed(const QString& name);
void applyPalette(QApplication& application, const diagram::Theme& theme);

// The theme for a desktop with that palette: dark where it is dark; where it is one of high contrast, the theme of high
// contrast with the desktop's own colours for windows, fields, text and selection.
diagram::Theme themeFor(const QPalette& desktop);
double contrastOf(const QColor& a, const QColor& b); // as WCAG 2.1 defines it, 1 to 21
QString windowStyleSheet();                          // lens switch, tabs, docks, heads of tables; in the colours of shownTheme()
const diagram::Theme& shownTheme(); // of the last applyPalette(); views learn of a change by QEvent::PaletteChange

} // namespace bartizan::desktop
