// SPDX-License-Identifier: GPL-3.0-or-later
// What must not come out of writing a PDF: pages of a file that was cut off, a report whose two runs differ, files left
// behind where somebody stopped it.
#include "diagram/fonts.h"
#include "report/exports.h"
#include "report/pdf/finish.h"
#include "tests/support/text_architecture.h"

#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::report;

namespace {

constexpr int pageCount = 3;

void paintPages(const QString& path)
{
    QPdfWriter pdf(path);
    pdf.setResolution(720);
    QPainter painter(&pdf);
    for (int page = 0; page < pageCount; ++page) {
        if (page > 0)
            pdf.newPage();
        painter.drawText(QPointF(1000, 1000), QStringLiteral("page %1").arg(page + 1));
    }
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PdfExtras extrasOf(int pages)
{
    PdfExtras extras{QStringLiteral("Bookshop"), "2026-11-21T00:00:00Z"};
    extras.pages = pages;
    return extras;
}

} // namespace

class Pdf : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Model m_model;
    Posture m_posture;

    // The folder in which the program keeps what it is painting.
    static QStringList leftIn(const QTemporaryDir& folder)
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    ReportInput input() const
    {
        ReportInput made{m_model, test::shippedCatalogue(), &m_posture};
        made.options.sections = {"results", "findings"};
        return made;
    }
    static Result<std::string> written(const ReportInput& input) { return findExport("report", "pdf")->write(input); }

private slots:
    void initTestCase()
    {
        diagram::useBundledFonts();
        QVERIFY(m_folder.isValid());
        m_model = test::modelOf("internet -> shop/web:8080 -> shop/cart:8080\n");
        m_posture = analyse(m_model, test::shippedCatalogue(), AnalysisSettings{"2026-11-21T00:00:00Z", nullptr});
        QVERIFY(m_posture.findings.size() > 1);
    }

    void aWholeFileIsFinished()
    {
        const QString painted = m_folder.filePath(QStringLiteral("whole.pdf")),
                      finished = m_folder.filePath(QStringLiteral("finished.pdf"));
        paintPages(painted);
        const auto done = finishPdfFile(painted.toStdString(), finished.toStdString(), extrasOf(pageCount));
        QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
        const QByteArray bytes = bytesOf(finished);
        QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
        // From memory it is the same.
        const auto again = finishPdf(bytesOf(painted).toStdString(), extrasOf(pageCount));
        QVERIFY(again.has_value());
        QVERIFY(*again == bytes.toStdString());
    }

    void aFileThatWasCutOffIsRefused()
    {
        const QString painted = m_folder.filePath(QStringLiteral("cut.pdf")),
                      finished = m_folder.filePath(QStringLiteral("not-made.pdf"));
        paintPages(painted);
        const QByteArray whole = bytesOf(painted);
        QVERIFY(whole.size() > 1000);
        for (const qsizetype size : {whole.size() - 40, whole.size() / 2, qsizetype(100), qsizetype(0)}) {
            QFile file(painted);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(whole.first(size));
            file.close();
            const auto done = finishPdfFile(painted.toStdString(), finished.toStdString(), extrasOf(pageCount));
            QVERIFY2(!done.has_value(), qPrintable(QString::number(size)));
            QCOMPARE(done.error().id, std::string("pdf"));
            QVERIFY(!QFile::exists(finished));
            QVERIFY(!finishPdf(whole.first(size).toStdString(), extrasOf(pageCount)).has_value());
        }
    }

    void missingPagesAreRefused()
    {
        const QString painted = m_folder.filePath(QStringLiteral("short.pdf")),
                      finished = m_folder.filePath(QStringLiteral("not-made-either.pdf"));
        paintPages(painted);
        const auto done = finishPdfFile(painted.toStdString(), finished.toStdString(), extrasOf(pageCount + 1));
        QVERIFY(!done.has_value());
        QVERIFY2(done.error().message.find("pages are missing") != std::string::npos, done.error().message.c_str());
        QVERIFY(!QFile::exists(finished));
    }

    void nothingIsLeftWhereItWasStopped()
    {
        const QTemporaryDir temporary;
        QVERIFY(temporary.isValid());
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", temporary.path().toUtf8());
        std::stop_source stop;
        int runs = 0;
        QStringList during;
        ReportInput asked = input();
        asked.job.stop = stop.get_token();
        asked.job.progress = [&](const ProgressReport& at) {
            if (at.step != Step::writingReport || at.done != 0)
                return;
            if (++runs == 2) { // it is being painted
                during = leftIn(temporary);
                stop.request_stop();
            }
        };
        const auto stopped = written(asked);
        const QStringList after = leftIn(temporary);
        before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QCOMPARE(runs, 2);
        QVERIFY2(!during.isEmpty(), "nothing was being written there, so nothing is shown by its absence");
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().id, std::string("stopped"));
        QVERIFY2(after.isEmpty(), qPrintable(after.join(QLatin1Char(' '))));
    }

    // A file that changes while the report is written: the second run would paint other pages than the first one counted.
    void runsThatDifferAreRefused()
    {
        const QTemporaryDir temporary;
        QVERIFY(temporary.isValid());
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", temporary.path().toUtf8());
        int runs = 0;
        std::uint32_t more = 0; // lines that the file has gained by the second run
        ReportInput asked = input();
        asked.job.progress = [&](const ProgressReport& at) { runs += at.step == Step::writingReport && at.done == 0 ? 1 : 0; };
        asked.options.excerpt = [&](const Evidence& evidence) {
            Excerpt excerpt;
            for (std::uint32_t i = 0; i < 3 + (runs == 2 ? more : 0); ++i)
                excerpt.lines.push_back({evidence.line + i, "line", i == 0});
            return excerpt;
        };
        const auto same = written(asked);
        QVERIFY2(same.has_value(), same ? "" : same.error().message.c_str());
        QCOMPARE(runs, 2);
        runs = 0;
        more = 200;
        const auto different = written(asked);
        const QStringList after = leftIn(temporary);
        before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QCOMPARE(runs, 2);
        QVERIFY(!different.has_value());
        QCOMPARE(different.error().id, std::string("pdf"));
        QVERIFY2(different.error().message.find("differently") != std::string::npos, different.error().message.c_str());
        QVERIFY2(after.isEmpty(), qPrintable(after.join(QLatin1Char(' '))));
    }
};

QTEST_MAIN(Pdf)
#include "tst_pdf.moc"
