// SPDX-License-Identifier: GPL-3.0-or-later
// A laid-out Drawing as a file: SVG, PNG, PDF (vectors), DOT text. Same drawing and options, same bytes; only PDF gets
// its date and object order from Qt (set the hash seed, finish with libqpdf). Names are escaped for each format.
#pragma once

#include "diagram/view.h"

#include <QByteArray>
#include <QPainter>
#include <QStringList>

namespace bartizan::diagram {

struct SheetOptions {
    const Theme* theme = &paperTheme();
    Lens lens = Lens::exposure;
    QString title;      // above the drawing
    QStringList header; // small lines under the title
    QStringList footer; // classification, scope line, version
    bool legend = true;
    double nameSize = 11;
    bool latent = false;
};

QSizeF sheetSize(const Drawing& drawing, const SheetOptions& options); // at scale 1, in px
// Title, drawing, legend and footer into `target` of any painter; the drawing is scaled to fit, never above 1.
void paintSheet(QPainter& painter, const QRectF& target, const Drawing& drawing, const SheetOptions& options);

QByteArray svgOf(const Drawing& drawing, const SheetOptions& options = {});
// At most `mostPixels` in all: a drawing of thousands of services is shown smaller instead.
QByteArray pngOf(const Drawing& drawing, const SheetOptions& options = {}, double scale = 2, double mostPixels = 60e6);
QByteArray pdfOf(const Drawing& drawing, const SheetOptions& options = {});
QByteArray dotOf(const Drawing& drawing);

} // namespace bartizan::diagram
