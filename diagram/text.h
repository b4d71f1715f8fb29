// SPDX-License-Identifier: GPL-3.0-or-later
// Text inside pictures. Sizes are in the painter's own units and do not depend on the device's resolution, so that the
// same call gives the same page on screen, in an image and in a PDF. Used by the painter, cards, legend and reports.
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

namespace bartizan::diagram {

struct TextStyle {
    double pixels = 12;
    QFont::Weight weight = QFont::Normal;
    bool code = false;
};

enum class Align { left, centre, right };

double textWidth(const QString& text, const TextStyle& style);
double textAscent(const TextStyle& style);
double textCapHeight(const TextStyle& style);

// `at` is on the baseline: its left end, middle or right end.
void drawText(QPainter& painter, QPointF at, const QString& text, const TextStyle& style, const QColor& colour,
              Align align = Align::left);

// The same with a halo of `ground` around the letters, 5 units wide in all, so that lines pass behind the name.
void drawHaloText(QPainter& painter, QPointF at, const QString& text, const TextStyle& style, const QColor& colour,
                  const QColor& ground, Align align = Align::centre);

// "recommend…service": cut in the middle; returned unchanged when it fits.
QString elideMiddle(const QString& text, const TextStyle& style, double width);
QString elideRight(const QString& text, const TextStyle& style, double width);

// Control and bidirectional formatting characters become visible (U+XXXX in brackets), line breaks a blank.
QString visibleText(const QString& text);

} // namespace bartizan::diagram
