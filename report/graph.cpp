// SPDX-License-Identifier: GPL-3.0-or-later
// `graph`: the drawing as SVG, PNG, PDF, DOT and data. All start from the same deterministic layout and painter.
#include "diagram/export.h"
#include "diagram/fonts.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/graphs/words.h"
#include "report/json/common.h"
#include "report/pdf/finish.h"
#include "report/text/sections.h"

#include <cmath>

namespace bartizan::report {

namespace {

diagram::SheetOptions sheetOptions(const ReportInput& input)
{
    diagram::SheetOptions options;
    options.footer = {QString::fromStdString(scopeSentence(input.model)),
                      QStringLiteral("as of ") + QString::fromStdString(input.posture->asOf),
                      QStringLiteral("Bartizan ") +
                          QString::fromUtf8(programVersion.data(), static_cast<qsizetype>(programVersion.size()))};
    return options;
}

// Hundredths of a scene unit: enough for every reader, and the same text on every machine.
void writeNumber(JsonPen& pen, double value)
{
    pen.decimal(std::round(value * 100) / 100);
}

} // namespace

Result<std::string> graphSvg(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    return diagram::svgOf(*drawing, sheetOptions(input)).toStdString();
}

Result<std::string> graphPng(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    return diagram::pngOf(*drawing, sheetOptions(input)).toStdString();
}

Result<std::string> graphPdf(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    return finishPdf(diagram::pdfOf(*drawing, sheetOptions(input)).toStdString(),
                     {QStringLiteral("Service graph"), input.posture->asOf});
}

Result<std::string> graphDot(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    return diagram::dotOf(*drawing).toStdString();
}

Result<std::string> graphJson(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    using namespace graphs;
    JsonPen pen;
    openOutput(pen, input, "graph");
    pen.list("nodes", drawing->nodes, [&](const diagram::Node& node) {
        const QRectF box = boxOf(node);
        pen.open();
        pen.member("id", node.id);
        pen.member("kind", kindWord(node.kind));
        pen.member("parent", namespaceOf(*drawing, node));
        pen.member("sensitivity", graphs::sensitivityWord(node.sensitivity));
        pen.member("worst", worstWord(node));
        pen.key("x");
        writeNumber(pen, box.x());
        pen.key("y");
        writeNumber(pen, box.y());
        pen.key("width");
        writeNumber(pen, box.width());
        pen.key("height");
        writeNumber(pen, box.height());
        pen.close();
    });
    pen.list("edges", drawing->edges, [&](const diagram::Edge& edge) {
        pen.open();
        pen.member("from", drawing->nodes[static_cast<std::size_t>(edge.from)].id);
        pen.member("to", drawing->nodes[static_cast<std::size_t>(edge.to)].id);
        pen.member("kind", edgeWord(edge.kind));
        pen.member("encryption", channelWord(edge.channel));
        pen.member("authenticated", edge.personChecked);
        if (edge.blocked) // nothing is claimed that nobody decided
            pen.member("blocked", *edge.blocked);
        pen.list("points", edge.points, [&](const QPointF& point) {
            pen.openList();
            writeNumber(pen, point.x());
            writeNumber(pen, point.y());
            pen.closeList();
        });
        pen.close();
    });
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
