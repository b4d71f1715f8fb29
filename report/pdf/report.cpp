// SPDX-License-Identifier: GPL-3.0-or-later
// `report` as PDF: painted twice with the same code, once to count pages, once for real; finished by libqpdf.
#include "diagram/fonts.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/pdf/sections.h"
#include "report/text/sections.h"

#include <QBuffer>
#include <QPdfWriter>

namespace bartizan::report {

namespace {

void sections(Flow& flow, const ReportInput& input, const diagram::Drawing& drawing)
{
    coverPage(flow, input);
    waysInPages(flow, input);
    causesPages(flow, input);
    drawingPages(flow, input, drawing);
    matrixPages(flow, input);
    pathsPages(flow, input);
    findingPages(flow, input);
    unknownPages(flow, input);
    inputPages(flow, input);
}

} // namespace

Result<std::string> reportPdf(const ReportInput& input)
{
    diagram::useBundledFonts();
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    const Flow::Foot foot{QStringLiteral("Confidential"),
                          q(scopeSentence(input.model)) + QStringLiteral("; as of ") + q(input.posture->asOf),
                          QStringLiteral("Bartizan ") + q(programVersion)};
    Flow counting(nullptr, nullptr, foot, 0);
    sections(counting, input, *drawing);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    std::vector<OutlineItem> outline;
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(720);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(QStringLiteral("Security architecture review"));
        QPainter painter(&writer);
        painter.scale(10, 10); // points
        painter.setRenderHint(QPainter::Antialiasing);
        Flow flow(&writer, &painter, foot, counting.pageCount());
        sections(flow, input, *drawing);
        outline = flow.outline();
    }
    return finishPdf(bytes.toStdString(), outline, QStringLiteral("Security architecture review"), q(input.posture->asOf));
}

} // namespace bartizan::report
