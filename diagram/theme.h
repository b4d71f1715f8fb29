// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of every picture, window and page: the tokens of the visual design, light, dark and both in high contrast.
// Read by the painter, the tables, the matrix and the PDF; nothing else may name a colour. `paper` is light with a white
// canvas. What must differ from what by how much is tests/diagram/tst_contrast.cpp.
#pragma once

#include <QColor>

#include <array>

namespace bartizan::diagram {

struct Theme {
    bool dark = false;
    bool strong = false; // high contrast
    int id = 0;          // pictures that were painted with one theme are not taken for another's
    QColor win, bar, surf, canvas, sunken;
    QColor line, line2, grid;
    QColor ink, ink2, ink3;
    QColor accent, onAccent, sel, hover;
    QColor present, presentT;
    QColor partial, partialT, footH;
    QColor missing, missingT, footM;
    QColor unknown, unknownT, footU;
    QColor na, naT, footN;
    QColor critical, onCritical, high, medium, low, info;
    QColor edge, edgeLatent;
    QColor lit, litCase, litCase2, litRing, litFill;
    QColor ns, nsFill, nsTab;
    std::array<QColor, 4> core; // open data, internal, confidential, restricted
    QColor coreLine, code, codeHi;
    std::array<QColor, 7> family; // perimeter ... operations, as in Family
    QColor focus;

    // The icon's colour on the keep of that sensitivity.
    QColor onCore(int level) const;
};

const Theme& lightTheme();
const Theme& darkTheme();
const Theme& highContrastTheme(bool dark); // text 7:1, marks and borders 4.5:1
const Theme& paperTheme();                 // light tokens, white canvas: PDF and printed exports

} // namespace bartizan::diagram
