// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/export.h"

#include "diagram/legend.h"
#include "diagram/painter.h"
#include "diagram/svg_device.h"
#include "diagram/text.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace {

constexpr double margin = 24;
constexpr double lineHeight = 16;
const TextStyle titleStyle{16, QFont::DemiBold};
const TextStyle smallStyle{11};

bool hasDots(const Drawing& drawing)
{
    return std::any_of(drawing.groups.begin(), drawing.groups.end(), [](const Group& g) { return g.dots; });
}

double headHeight(const SheetOptions& o)
{
    const double title = o.title.isEmpty() ? 0 : 26;
    const double lines = static_cast<double>(o.header.size()) * lineHeight;
    return title + lines > 0 ? title + lines + 10 : 0;
}

double footHeight(const Drawing& drawing, const SheetOptions& o)
{
    double height = static_cast<double>(o.footer.size()) * lineHeight;
    if (o.legend)
        height += drawLegend(nullptr, {}, *o.theme, hasDots(drawing), true, o.lens).height() + 12;
    return height;
}

} // namespace

QSizeF sheetSize(const Drawing& drawing, const SheetOptions& options)
{
    double width = drawing.bounds.width();
    if (options.legend)
        width = std::max(width, drawLegend(nullptr, {}, *options.theme, hasDots(drawing), true, options.lens).width());
    for (const QString& line : options.header + options.footer)
        width = std::max(width, std::min(900.0, textWidth(visibleText(line), smallStyle)));
    return {std::ceil(width + 2 * margin),
            std::ceil(drawing.bounds.height() + headHeight(options) + footHeight(drawing, options) + 2 * margin)};
}

void paintSheet(QPainter& painter, const QRectF& target, const Drawing& drawing, const SheetOptions& options)
{
    const Theme& theme = *options.theme;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, theme.canvas);
    const QRectF page = target.adjusted(margin, margin, -margin, -margin);
    double y = page.top();
    if (!options.title.isEmpty()) {
        drawText(painter, {page.left(), y + 16}, elideRight(visibleText(options.title), titleStyle, page.width()), titleStyle,
                 theme.ink);
        y += 26;
    }
    for (const QString& line : options.header) {
        drawText(painter, {page.left(), y + 11}, elideRight(visibleText(line), smallStyle, page.width()), smallStyle, theme.ink2);
        y += lineHeight;
    }
    const double top = page.top() + headHeight(options);
    const double bottom = page.bottom() - footHeight(drawing, options);
    const QRectF room(page.left(), top, page.width(), std::max(10.0, bottom - top));
    View view = fitted(drawing.bounds, room.size(), 0, 1);
    view.origin -= room.topLeft() / view.scale;
    view.theme = options.theme;
    view.lens = options.lens;
    view.nameSize = options.nameSize;
    view.latent = options.latent;
    view.ground = false;
    view.wholeNames = true;
    paintDrawing(painter, drawing, view);
    y = bottom + 12;
    if (options.legend)
        y += drawLegend(&painter, {page.left(), y}, theme, hasDots(drawing), true, options.lens).height();
    for (const QString& line : options.footer) {
        drawText(painter, {page.left(), y + 13}, elideRight(visibleText(line), smallStyle, page.width()), smallStyle, theme.ink3);
        y += lineHeight;
    }
    painter.restore();
}

QByteArray svgOf(const Drawing& drawing, const SheetOptions& options)
{
    const QSizeF size = sheetSize(drawing, options);
    SvgDevice device(size, visibleText(options.title));
    QPainter painter(&device);
    paintSheet(painter, QRectF(QPointF(), size), drawing, options);
    painter.end();
    return device.bytes();
}

QByteArray pngOf(const Drawing& drawing, const SheetOptions& options, double scale, double mostPixels)
{
    const QSizeF size = sheetSize(drawing, options);
    const double pixels = size.width() * size.height() * scale * scale;
    const double used = pixels > mostPixels ? scale * std::sqrt(mostPixels / pixels) : scale;
    QImage image((size * used).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(options.theme->canvas);
    QPainter painter(&image);
    painter.scale(used, used);
    paintSheet(painter, QRectF(QPointF(), size), drawing, options);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray pdfOf(const Drawing& drawing, const SheetOptions& options)
{
    // One page as large as the drawing; PDF 1.7 allows at most 14,400 points a side.
    constexpr double pointsPerPixel = 0.75;
    constexpr double longestSide = 14000;
    const QSizeF size = sheetSize(drawing, options);
    const double shrink = std::min(1.0, longestSide / (std::max(size.width(), size.height()) * pointsPerPixel));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Bartizan"));
    writer.setTitle(visibleText(options.title));
    writer.setResolution(1200);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(size * pointsPerPixel * shrink, QPageSize::Point, QString(), QPageSize::ExactMatch));
    QPainter painter(&writer);
    const double unit = 1200 / 96.0 * shrink;
    painter.scale(unit, unit);
    paintSheet(painter, QRectF(QPointF(), size), drawing, options);
    painter.end();
    return bytes;
}

} // namespace bartizan::diagram
