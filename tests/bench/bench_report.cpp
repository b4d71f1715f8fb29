// SPDX-License-Identifier: GPL-3.0-or-later
// The review report of 1,000 services with 5,000 findings: as PDF against QTextDocument tables of the same content printed
// by the same QPdfWriter, in the same run, and as HTML. The reference has neither the drawing nor page numbers, links and
// outline, so its ratio is a lower bound. Then the memory that a PDF of about 1,000 pages takes beyond one of about 100;
// each is written by a child of its own ("bench_report --peak FINDINGS"), which prints pages and megabytes.
#include "app/load.h"
#include "diagram/fonts.h"
#include "report/content/report.h"
#include "report/exports.h"
#include "report/pdf/pdf_writer.h"
#include "tests/bench/bench.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <cstdlib>

using namespace bartizan;
using namespace bartizan::report;

namespace {

constexpr int services = 1000, perNamespace = 25;
constexpr std::size_t findings = 5000;
constexpr double mostTimes = 10; // our time that the reference is given
const char* const asOf = "2026-11-21T00:00:00Z";

std::string workload(int number)
{
    const auto name = [](int i) { return "service-" + std::to_string(i % services); };
    const auto ns = [](int i) { return "area-" + std::to_string(i % services / perNamespace); };
    std::string env;
    for (const int step : {1, 7, 331}) // two mostly in the namespace, one elsewhere
        env += "            - {name: UPSTREAM_" + std::to_string(step) + ", value: \"http://" + name(number + step) + "." +
               ns(number + step) + ":8080\"}\n";
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name(number) + ", namespace: " + ns(number) +
           "}\nspec:\n  selector: {matchLabels: {app: " + name(number) +
           "}}\n  template:\n    metadata: {labels: {app: " + name(number) +
           "}}\n    spec:\n      containers:\n        - name: main\n          image: registry.example/" + name(number) +
           ":1.0\n          env:\n" + env + "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name(number) +
           ", namespace: " + ns(number) + "}\nspec: {selector: {app: " + name(number) + "}, ports: [{port: 8080}]" +
           (number % 50 == 0 ? ", type: NodePort" : "") + "}\n---\n";
}

std::shared_ptr<const app::Loaded> loaded(const std::string& source)
{
    app::LoadOptions options;
    options.sources = {source};
    options.asOf = asOf;
    const auto result = app::load(options, {});
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message.c_str());
        std::exit(77);
    }
    return *result;
}

std::shared_ptr<const app::Loaded> thousandServices()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("system.yaml")));
    if (file.open(QIODevice::WriteOnly))
        for (int i = 0; i < services; ++i)
            file.write(QByteArray::fromStdString(workload(i)));
    file.close();
    return loaded(folder.path().toStdString());
}

// The findings of `from` again and again, each with an id, a title, a text and a service of its own.
Posture withFindings(const app::Loaded& from, std::size_t count)
{
    Posture posture = from.posture;
    const auto& workloads = from.model.architecture.workloads;
    posture.findings.clear();
    for (std::size_t i = 0; i < count; ++i) {
        Finding finding = from.posture.findings[i % from.posture.findings.size()];
        char digest[16];
        std::snprintf(digest, sizeof digest, "%08zx", i * 2654435761U % 0xFFFFFFFFU);
        const std::size_t service = i * 7 % workloads.size();
        finding.id = finding.rule + "-" + digest;
        finding.title += " (" + workloads[service].id + ")";
        finding.reason += " Case " + std::to_string(i) + " of " + std::to_string(count) + ".";
        finding.subjects = {workloads[service].id};
        finding.workloads = {WorkloadId(service)};
        posture.findings.push_back(std::move(finding));
    }
    return posture;
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

// The same blocks as a rich text document, as most programs make their PDF.
class Document final : public Writer {
public:
    Document() : m_cursor(&m_document) {}

    void print(QPdfWriter& pdf) const { m_document.print(&pdf); }

    void cover(const CoverPage& page) override
    {
        paragraph(page.system, Tone::sentence);
        paragraph(page.subtitle, Tone::body);
        paragraph(page.sentence, Tone::sentence);
        labels(page.facts);
        for (const auto& [name, digest] : page.inputs)
            paragraph(name + " " + digest, Tone::small);
        for (const std::string& limit : page.limits)
            paragraph(limit, Tone::small);
    }
    void contents(const std::vector<SectionName>& sections) override
    {
        for (const SectionName& section : sections)
            paragraph(section.name, Tone::body);
    }
    void section(const SectionHead& head) override
    {
        QTextBlockFormat block;
        block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        m_cursor.insertBlock(block);
        insert(head.title, 20, true);
        paragraph(head.lead, Tone::body);
    }
    void heading(const std::string& title, const std::string&) override { block(title, 10.5, true); }
    void paragraph(const std::string& words, Tone tone) override { block(words, tone == Tone::sentence ? 13 : 9, false); }
    void labels(const std::vector<Label>& labels) override
    {
        m_rows.clear();
        for (const Label& label : labels)
            m_rows.push_back({label.term, label.value.text});
        table(2);
    }
    void finding(const FindingHead& head) override
    {
        block(head.status + " " + head.id, 7.5, false);
        block(head.title, 13, true);
    }
    void quote(const QuotedLines& quote) override
    {
        block(quote.where, 7.5, false);
        for (const ExcerptLine& line : quote.lines)
            block(std::to_string(line.number) + " " + line.text, 7.5, false);
    }
    void beginTable(const std::vector<Column>& columns, const std::string&) override
    {
        m_columns = static_cast<int>(columns.size());
        m_rows.assign(1, {});
        for (const Column& column : columns)
            m_rows[0].push_back(column.title);
    }
    void tableGroup(const std::string& title) override { m_rows.push_back({title}); }
    void row(const std::vector<Cell>& cells) override
    {
        m_rows.emplace_back();
        for (const Cell& cell : cells)
            m_rows.back().push_back(cell.text);
    }
    void endTable() override { table(m_columns); }
    void figure(const Figure& figure) override { paragraph(figure.words, Tone::small); }
    void drawing(const diagram::Drawing&) override {}
    void signatures(const std::vector<std::string>& labels) override
    {
        for (const std::string& label : labels)
            paragraph(label, Tone::small);
    }

private:
    void insert(const std::string& words, double points, bool strong)
    {
        QTextCharFormat format;
        format.setFont(diagram::uiFont(points, strong ? QFont::DemiBold : QFont::Normal));
        format.setFontPointSize(points);
        m_cursor.insertText(text(words), format);
    }
    void block(const std::string& words, double points, bool strong)
    {
        m_cursor.insertBlock();
        insert(words, points, strong);
    }
    void table(int columns)
    {
        if (m_rows.empty() || columns == 0)
            return;
        QTextTable* made = m_cursor.insertTable(static_cast<int>(m_rows.size()), columns);
        QTextCharFormat format;
        format.setFont(diagram::uiFont(8));
        format.setFontPointSize(8);
        for (int row = 0; row < made->rows(); ++row) {
            const auto& cells = m_rows[static_cast<std::size_t>(row)];
            for (int column = 0; column < columns && column < static_cast<int>(cells.size()); ++column)
                made->cellAt(row, column).firstCursorPosition().insertText(text(cells[static_cast<std::size_t>(column)]), format);
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    QTextDocument m_document;
    QTextCursor m_cursor;
    int m_columns = 0;
    std::vector<std::vector<std::string>> m_rows;
};

void written(const Result<std::string>& made, std::size_t* size = nullptr)
{
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        std::exit(1);
    }
    if (size)
        *size = made->size();
}

struct System {
    std::shared_ptr<const app::Loaded> loaded = thousandServices();
    Posture posture = withFindings(*loaded, findings);
    ReportInput input{loaded->model, loaded->catalogue, &posture};
    System() { input.options.allFindings = true; } // as the reference prints them
};

// In a process of its own, which can be ended: says "ready", then prints the document, then says how long it took.
int printReference()
{
    const System system;
    const auto report = PreparedReport::of(system.input);
    const QTemporaryDir folder;
    std::puts("ready");
    std::fflush(stdout);
    const auto print = [&] {
        Document document;
        report->write(document);
        QPdfWriter writer(folder.filePath(QStringLiteral("reference.pdf")));
        writer.setPageSize(QPageSize(QPageSize::A4));
        document.print(writer);
    };
    std::printf("%.3f\n", bench::best(1, print, bench::wallSeconds));
    return 0;
}

// Seconds; `limit` where it did not end by then.
double reference(double limit)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--reference")});
    while (!child.canReadLine() && child.waitForReadyRead(-1)) {
    }
    child.readLine();
    if (!child.waitForFinished(static_cast<int>(limit * 1000))) {
        child.kill();
        child.waitForFinished();
        return limit;
    }
    return child.readAllStandardOutput().trimmed().toDouble();
}

void speed()
{
    const System system;
    std::size_t pdfSize = 0, htmlSize = 0;
    const double pdf = bench::best(
        1, [&] { written(reportPdf(system.input), &pdfSize); }, bench::wallSeconds);
    const double html = bench::best(
        1, [&] { written(reportHtml(system.input), &htmlSize); }, bench::wallSeconds);
    const double limit = pdf * mostTimes, took = reference(limit);
    const char* name = took < limit ? "QTextDocument" : "QTextDocument-which-did-not-end";
    bench::print("report.pdf-5000-findings", pdf, "s", took / pdf, name);
    bench::print("report.html-5000-findings", html, "s", took / html, name);
    bench::print("report.pdf-size", static_cast<double>(pdfSize) / 1e6, "MB",
                 static_cast<double>(pdfSize) / static_cast<double>(htmlSize), "of-HTML");
}

std::string sample()
{
    return (test::sourceDir() / "resources" / "sample").string();
}

// Of one PDF, in a process that does nothing else: its pages and how much memory writing it takes at most.
int peak(std::size_t count)
{
    const auto system = loaded(sample());
    const Posture posture = withFindings(*system, count);
    ReportInput input{system->model, system->catalogue, &posture};
    input.options.allFindings = true;
    const QTemporaryDir folder;
    const std::string target = folder.filePath(QStringLiteral("report.pdf")).toStdString();
    bench::resetPeak();
    const std::size_t before = bench::residentBytes();           // with the findings
    if (const auto made = reportPdfFile(input, target); !made) { // as the command line writes it
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    const double megabytes = static_cast<double>(bench::peakBytes() - before) / 1e6;
    const auto report = PreparedReport::of(input);
    Sheet sheet;
    const std::vector<NamespaceDrawing> parts; // the sample's drawing fits one page
    PdfWriter counting(sheet, parts, {});
    report->write(counting);
    const auto size = static_cast<double>(QFileInfo(QString::fromStdString(target)).size());
    std::printf("%d %.3f %.3f\n", sheet.pages(), megabytes, size / 1e6);
    return 0;
}

struct Peak {
    double pages = 0, megabytes = 0, file = 0;
};

Peak peakOf(std::size_t count)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--peak"), QString::number(count)});
    child.waitForFinished(-1);
    Peak found;
    const QByteArray line = child.readAllStandardOutput();
    if (std::sscanf(line.constData(), "%lf %lf %lf", &found.pages, &found.megabytes, &found.file) != 3)
        std::exit(1);
    return found;
}

void memory()
{
    const Peak few = peakOf(200), many = peakOf(3000);
    bench::print("report.pdf-few-pages", few.megabytes, "MB", few.pages, "of-a-page");
    bench::print("report.pdf-many-pages", many.megabytes, "MB", many.pages, "of-a-page");
    bench::print("report.pdf-memory-of-more-pages", many.megabytes - few.megabytes, "MB", many.file - few.file,
                 "of-MB-that-the-file-grew");
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    diagram::useBundledFonts();
    if (argc == 3 && std::string_view(argv[1]) == "--peak")
        return peak(static_cast<std::size_t>(std::atol(argv[2])));
    if (argc == 2 && std::string_view(argv[1]) == "--reference")
        return printReference();
    memory();
    speed();
    return 0;
}
