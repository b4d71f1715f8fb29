// SPDX-License-Identifier: GPL-3.0-or-later
// The two families compiled in: Inter for text, JetBrains Mono for code. Screens and exports use only these, so that a
// page has the same bytes on every machine. Call useBundledFonts() once after QGuiApplication exists.
// Sizes are pixels at 96 dpi; ligatures and contextual alternates are off, so that a search for "finding" or "2026-11-21"
// in a PDF finds it.
#pragma once

#include <QFont>

namespace bartizan::diagram {

// Loads the fonts; ends the program with a message when a family does not resolve to the one compiled in, because
// everything after that would be painted without text. Later calls cost nothing.
void useBundledFonts();

QFont uiFont(double pixels, QFont::Weight weight = QFont::Normal);
QFont codeFont(double pixels, bool bold = false);

} // namespace bartizan::diagram
