// SPDX-License-Identifier: GPL-3.0-or-later
// `report` as PDF: the content runs twice, once to learn where everything comes to stand, once for real; the pages go to a
// temporary file as they are painted, which is then finished.
#include "diagram/fonts.h"
#include "diagram/layout/layout.h"
#include "diagram/part.h"
#include "report/content/report.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/pdf/finish.h"
#include "report/pdf/pdf_writer.h"

#include <QDir>
#include <QFile>
#include <QPdfWriter>
#include <QTemporaryDir>

namespace bartizan::report {

namespace {

Result<std::vector<NamespaceDrawing>> namespacePages(const ReportInput& input, const diagram::Drawing& drawing)
{
    std::vector<NamespaceDrawing> parts;
    if (fitsOnePage(drawing))
        return parts;
    for (std::size_t i = 0; i < drawing.groups.size(); ++i) {
        if (input.job.stopped())
            break;
        input.job.report(Step::layingOut, i, drawing.groups.size());
        NamespaceDrawing part{printable(drawing.groups[i].label.toStdString()), "namespace-" + std::to_string(i),
                              diagram::partOf(drawing, static_cast<int>(i))};
        diagram::LayoutOptions options;
        options.deadlineMs = 120000;
        options.stop = input.job.stop;
        if (diagram::layOut(part.drawing, options).overran)
            return tl::unexpected(layoutOverran());
        parts.push_back(std::move(part));
    }
    return parts;
}

Error noRoom(const std::string& what)
{
    return {"write", what + ": is there room in " + QDir::tempPath().toStdString() + "?"};
}

QString temporaryFolder()
{
    return QDir::tempPath() + QStringLiteral("/bartizan-XXXXXX");
}

} // namespace

Result<bool> reportPdfFile(const ReportInput& input, const std::string& path)
{
    diagram::useBundledFonts();
    const auto report = PreparedReport::of(input);
    if (!report)
        return tl::unexpected(report.error());
    auto parts = namespacePages(input, report->drawing());
    if (!parts)
        return tl::unexpected(parts.error());

    const Sheet::Foot foot{printable(input.options.classification), printable(report->foot()),
                           QStringLiteral("Bartizan ") + printable(programVersion)};
    Sheet counted;
    PdfWriter counting(counted, *parts, input.job.stop);
    report->write(counting);

    const QTemporaryDir folder(temporaryFolder());
    if (!folder.isValid())
        return tl::unexpected(noRoom("no temporary folder could be made"));
    const QString painted = folder.filePath(QStringLiteral("painted.pdf"));
    Marks marks(folder.path());
    PdfExtras extras{printable(report->title()), input.posture->asOf, &marks};
    {
        QPdfWriter pdf(painted);
        pdf.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        pdf.setResolution(720);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter;
        if (!painter.begin(&pdf))
            return tl::unexpected(noRoom("the pages could not be written"));
        painter.scale(10, 10); // points
        painter.setRenderHint(QPainter::Antialiasing);
        Sheet sheet(pdf, painter, foot, counted, marks);
        PdfWriter writer(sheet, *parts, input.job.stop);
        report->write(writer);
        extras.pages = sheet.pages();
        if (!input.job.stopped() && !sheet.cameOutAs(counted))
            return tl::unexpected(
                Error{"pdf", "the pages came out differently when they were painted than when they were counted"});
    }
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Writing the report was stopped."});
    return finishPdfFile(painted.toStdString(), path, extras);
}

Result<std::string> reportPdf(const ReportInput& input)
{
    const QTemporaryDir folder(temporaryFolder());
    if (!folder.isValid())
        return tl::unexpected(noRoom("no temporary folder could be made"));
    QFile file(folder.filePath(QStringLiteral("finished.pdf")));
    if (const auto done = reportPdfFile(input, file.fileName().toStdString()); !done)
        return tl::unexpected(done.error());
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Error{"write", "the report could not be read back from " + QDir::tempPath().toStdString()});
    return file.readAll().toStdString();
}

} // namespace bartizan::report
