// SPDX-License-Identifier: GPL-3.0-or-later
// `graph`: the drawing as SVG, PNG, PDF, DOT and data. All start from the same deterministic layout and painter.
#include "diagram/fonts.h"
#include "diagram/legend.h"
#include "diagram/painter.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/json/common.h"
#include "report/pdf/flow.h"

#include <QBuffer>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace bartizan::report {

namespace {

constexpr double margin = 16;
constexpr double largestSide = 12000; // pixels: beyond that an image is smaller than its scene

struct Sheet {
    diagram::Drawing drawing;
    diagram::View view;
    QSizeF size;
};

Result<Sheet> sheetOf(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    const QSizeF scene = drawing->bounds.size().expandedTo(QSizeF(64, 64));
    const double scale = std::min({1.0, largestSide / scene.width(), largestSide / scene.height()});
    const QSizeF size(std::ceil(scene.width() * scale + 2 * margin), std::ceil(scene.height() * scale + 2 * margin));
    diagram::View view = diagram::fitted(drawing->bounds, size, margin, scale);
    view.theme = &diagram::paperTheme();
    return Sheet{std::move(*drawing), view, size};
}

QString quoted(const std::string& text)
{
    QString out = diagram::visibleText(QString::fromStdString(text));
    out.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + out + QLatin1Char('"');
}

const char* kindWord(diagram::NodeKind kind)
{
    switch (kind) {
    case diagram::NodeKind::workload:
        return "workload";
    case diagram::NodeKind::store:
        return "store";
    case diagram::NodeKind::gateway:
        return "gateway";
    case diagram::NodeKind::entry:
    case diagram::NodeKind::internet:
        return "entry";
    case diagram::NodeKind::outside:
        return "outside";
    case diagram::NodeKind::identityProvider:
        return "identityProvider";
    }
    return "workload";
}

const char* edgeWord(diagram::EdgeKind kind)
{
    switch (kind) {
    case diagram::EdgeKind::observed:
        return "observed";
    case diagram::EdgeKind::declared:
        return "declared";
    case diagram::EdgeKind::inferred:
        return "inferred";
    case diagram::EdgeKind::latent:
        return "latent";
    }
    return "declared";
}

const char* channelWord(diagram::Channel channel)
{
    switch (channel) {
    case diagram::Channel::unknown:
        return "unknown";
    case diagram::Channel::plain:
        return "plain";
    case diagram::Channel::tlsUnverified:
        return "tlsUnverified";
    case diagram::Channel::tls:
        return "tls";
    case diagram::Channel::mutual:
        return "mutual";
    }
    return "unknown";
}

// Hundredths of a scene unit: enough for every reader, and the same text on every machine.
void writeNumber(JsonPen& pen, double value) { pen.decimal(std::round(value * 100) / 100); }

} // namespace

Result<std::string> graphSvg(const ReportInput& input)
{
    auto sheet = sheetOf(input);
    if (!sheet)
        return tl::unexpected(sheet.error());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet->size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), sheet->size));
    generator.setTitle(QStringLiteral("Service graph"));
    generator.setDescription(QStringLiteral("Drawn by Bartizan"));
    {
        QPainter painter(&generator);
        painter.setRenderHint(QPainter::Antialiasing);
        diagram::paintDrawing(painter, sheet->drawing, sheet->view);
    }
    return buffer.data().toStdString();
}

Result<std::string> graphPng(const ReportInput& input)
{
    auto sheet = sheetOf(input);
    if (!sheet)
        return tl::unexpected(sheet.error());
    const QImage image = diagram::drawingImage(sheet->drawing, sheet->view, sheet->size.toSize(), 1);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return tl::unexpected(Error{"write", "the image could not be encoded as PNG"});
    return buffer.data().toStdString();
}

Result<std::string> graphPdf(const ReportInput& input)
{
    auto sheet = sheetOf(input);
    if (!sheet)
        return tl::unexpected(sheet.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(720);
        // PDF pages may be at most 14,400 points a side; the scene is at most 12,000 pixels of 0.75 points.
        writer.setPageSize(QPageSize(sheet->size * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter(&writer);
        painter.scale(7.5, 7.5);
        painter.setRenderHint(QPainter::Antialiasing);
        diagram::paintDrawing(painter, sheet->drawing, sheet->view);
    }
    return finishPdf(bytes.toStdString(), {}, QStringLiteral("Service graph"), QString::fromStdString(input.posture->asOf));
}

Result<std::string> graphDot(const ReportInput& input)
{
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    QString out = QStringLiteral("digraph bartizan {\n  rankdir=LR;\n  node [shape=box, fontname=\"Inter\"];\n");
    const auto writeNode = [&](const diagram::Node& node, const QString& indent) {
        out += indent + quoted(node.id) + QStringLiteral(" [label=") + quoted(node.label.toStdString()) + QStringLiteral(", class=\"") + QString::fromLatin1(kindWord(node.kind)) + QStringLiteral("\"];\n");
    };
    for (std::size_t g = 0; g < drawing->groups.size(); ++g) {
        out += QStringLiteral("  subgraph cluster_%1 {\n    label=").arg(g) + quoted(drawing->groups[g].id) + QStringLiteral(";\n");
        for (const diagram::Node& node : drawing->nodes)
            if (node.group == static_cast<int>(g))
                writeNode(node, QStringLiteral("    "));
        out += QStringLiteral("  }\n");
    }
    for (const diagram::Node& node : drawing->nodes)
        if (node.group < 0)
            writeNode(node, QStringLiteral("  "));
    for (const diagram::Edge& edge : drawing->edges) {
        const auto& from = drawing->nodes[static_cast<std::size_t>(edge.from)];
        const auto& to = drawing->nodes[static_cast<std::size_t>(edge.to)];
        out += QStringLiteral("  ") + quoted(from.id) + QStringLiteral(" -> ") + quoted(to.id) + QStringLiteral(" [class=\"") + QString::fromLatin1(edgeWord(edge.kind)) + QLatin1Char(' ')
            + QString::fromLatin1(channelWord(edge.channel)) + QLatin1Char('"') + (edge.kind == diagram::EdgeKind::inferred ? QStringLiteral(", style=dashed") : QString())
            + (edge.lit != diagram::Lit::none ? QStringLiteral(", penwidth=3") : QString()) + QStringLiteral("];\n");
    }
    out += QStringLiteral("}\n");
    return out.toStdString();
}

Result<std::string> graphJson(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    static constexpr const char* levels[] = {"open data", "internal", "confidential", "restricted"};
    JsonPen pen;
    openOutput(pen, input, "graph");
    pen.list("nodes", drawing->nodes, [&](const diagram::Node& node) {
        const QRectF box(node.centre.x() - 64, node.centre.y() - 42, 128, 96);
        pen.open();
        pen.member("id", node.id);
        pen.member("kind", kindWord(node.kind));
        pen.member("parent", node.group >= 0 ? drawing->groups[static_cast<std::size_t>(node.group)].id : std::string());
        pen.member("sensitivity", levels[static_cast<std::size_t>(node.sensitivity)]);
        pen.member("worst", verdictWord(static_cast<Verdict>(diagram::worstMark(node))));
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
        pen.member("blocked", edge.blocked);
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
