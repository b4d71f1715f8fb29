// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/layout.h"
#include "diagram/legend.h"
#include "diagram/painter.h"
#include "diagram/part.h"
#include "report/pdf/pdf_writer.h"

#include <algorithm>
#include <cmath>

namespace bartizan::report {

namespace {

constexpr double smallestName = 7;  // points
constexpr double nameSize = 11;     // of a view, px
constexpr double leastScale = 0.46; // of a view that shows names
constexpr double legendRoom = 50;
constexpr std::size_t mostLines = 400; // that one page takes
constexpr double largest = 0.75;       // points for a scene unit
constexpr double overlap = 150;        // scene units that neighbouring tiles share, so that each service is whole on one

double fitting(const QRectF& bounds, QSizeF box)
{
    return std::min(
        {largest, (box.width() - 8) / std::max(1.0, bounds.width()), (box.height() - 8) / std::max(1.0, bounds.height())});
}

// Names keep their size on the page and jut over the drawing's edge.
QRectF withNames(const QRectF& bounds)
{
    return bounds.adjusted(-90, -30, 60, 36);
}

bool showsNames(const QRectF& bounds, QSizeF box)
{
    return fitting(bounds, box) * nameSize / leastScale >= smallestName;
}

void paintNamed(QPainter& painter, const QRectF& box, const diagram::Drawing& drawing, const QRectF& bounds)
{
    const double fit = fitting(bounds, box.size());
    diagram::View view;
    view.scale = std::clamp(fit * nameSize / smallestName, leastScale, 1.0);
    view.origin = bounds.topLeft();
    view.theme = &diagram::paperTheme();
    view.ground = false;
    view.wholeNames = true;
    painter.save();
    painter.setClipRect(box);
    painter.translate(box.left() + (box.width() - bounds.width() * fit) / 2, box.top() + 4);
    painter.scale(fit / view.scale, fit / view.scale);
    diagram::paintDrawing(painter, drawing, view);
    painter.restore();
}

void paintFar(QPainter& painter, const QRectF& box, const diagram::Drawing& drawing, const QRectF& bounds)
{
    painter.save();
    painter.setClipRect(box);
    painter.translate(box.topLeft());
    diagram::View view = diagram::fitted(bounds, box.size(), 6, largest);
    view.theme = &diagram::paperTheme();
    view.ground = false;
    diagram::paintDrawing(painter, drawing, view);
    painter.restore();
}

void legend(Sheet& sheet, bool dots)
{
    if (QPainter* painter = sheet.painter()) {
        const diagram::Theme& theme = diagram::paperTheme();
        const QSizeF size = diagram::drawLegend(nullptr, {}, theme, dots);
        const double scale =
            std::min({0.9, sheet.width() / std::max(1.0, size.width()), legendRoom / std::max(1.0, size.height())});
        painter->save();
        painter->translate(sheet.x(), sheet.y() + 4);
        painter->scale(scale, scale);
        diagram::drawLegend(painter, {0, 0}, theme, dots);
        painter->restore();
    }
    sheet.down(legendRoom);
}

// Parts of `bounds` that a page can show with names.
std::vector<QRectF> tiles(const QRectF& bounds, QSizeF box)
{
    if (showsNames(bounds, box))
        return {bounds};
    const double fit = smallestName * leastScale / nameSize * 1.02;
    const QSizeF one((box.width() - 8) / fit, (box.height() - 8) / fit);
    const auto count = [](double length, double tile) {
        return length <= tile ? 1 : static_cast<int>(std::ceil((length - overlap) / (tile - overlap)));
    };
    const int columns = count(bounds.width(), one.width()), rows = count(bounds.height(), one.height());
    std::vector<QRectF> parts;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            parts.emplace_back(bounds.left() + column * (one.width() - overlap), bounds.top() + row * (one.height() - overlap),
                               std::min(one.width(), bounds.width()), std::min(one.height(), bounds.height()));
    return parts;
}

// Thousands of lines on one page would bury what they cross.
diagram::Drawing litOnly(diagram::Drawing drawing)
{
    std::erase_if(drawing.bundles, [](const diagram::Bundle& bundle) { return bundle.lit == diagram::Lit::none; });
    for (diagram::Edge& edge : drawing.edges)
        if (edge.lit == diagram::Lit::none)
            edge.points.clear();
    return drawing;
}

bool hasDots(const diagram::Drawing& drawing)
{
    return std::any_of(drawing.groups.begin(), drawing.groups.end(), [](const diagram::Group& group) { return group.dots; });
}

} // namespace

bool fitsOnePage(const diagram::Drawing& drawing)
{
    const bool folded =
        std::any_of(drawing.groups.begin(), drawing.groups.end(), [](const diagram::Group& group) { return group.dots; });
    return !folded &&
           showsNames(withNames(drawing.bounds), {841.89 - 2 * Sheet::left, 595.28 - 2 * Sheet::top - legendRoom - 60});
}

void drawingPages(Sheet& sheet, const diagram::Drawing& drawing, const std::vector<NamespaceDrawing>& parts)
{
    double height = sheet.room() - legendRoom - 4;
    const QRectF bounds = withNames(drawing.bounds);
    const bool named = fitsOnePage(drawing);
    const bool crowded = drawing.bundles.size() + drawing.edges.size() > mostLines && !parts.empty();
    if (crowded) {
        sheet.paragraph(QStringLiteral("At this size only lit ways in are drawn; each namespace's page shows its calls."),
                        type::small, sheet.theme().ink2);
        height -= leading(type::small);
    }
    if (QPainter* painter = sheet.painter()) {
        const QRectF box(sheet.x(), sheet.y(), sheet.width(), height);
        if (named)
            paintNamed(*painter, box, drawing, bounds);
        else
            paintFar(*painter, box, crowded ? litOnly(drawing) : drawing, bounds);
    }
    sheet.down(height);
    legend(sheet, !named && hasDots(drawing));
    for (const NamespaceDrawing& part : parts) {
        const QSizeF page(sheet.width(), sheet.bodyHeight() - legendRoom - 34);
        const std::vector<QRectF> pieces = tiles(withNames(part.drawing.bounds), page);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            sheet.newPage(true);
            if (i == 0) {
                sheet.outline(part.name, 1);
                sheet.anchor(part.anchor);
            }
            const QString title =
                pieces.size() == 1 ? part.name : QStringLiteral("%1, part %2 of %3").arg(part.name).arg(i + 1).arg(pieces.size());
            sheet.paragraph(title, type::finding, sheet.theme().ink);
            sheet.down(6);
            const double room = sheet.room() - legendRoom - 4;
            if (QPainter* painter = sheet.painter())
                paintNamed(*painter, {sheet.x(), sheet.y(), sheet.width(), room}, part.drawing, pieces[i]);
            sheet.down(room);
            legend(sheet, false);
        }
    }
}

} // namespace bartizan::report
