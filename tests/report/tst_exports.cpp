// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile names through every export of the registry: markup, quotes, backticks, pipes, bidirectional and control
// characters, formulas, line breaks, ten thousand characters, what is outside the basic plane, broken UTF-8. Once from
// manifests, as far as Kubernetes would allow them, and once by altering the model's values. Everything is then read by
// other people's readers (read_exports.py), which compare it with the JSON: nothing interpreted, nothing lost.
#include "analysis/difference.h"
#include "analysis/review.h"
#include "model/resolve/resolve.h"
#include "report/csv/writer.h"
#include "report/exports.h"
#include "report/markdown/pen.h"
#include "report/sarif/parts.h"
#include "report/xml/writer.h"
#include "tests/support/input_folder.h"
#include "tests/support/text_architecture.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;

namespace {

const std::vector<std::string>& hostile()
{
    static const std::vector<std::string> names = {
        "<img src=x onerror=alert(1)>",
        "\"quoted' & </script><!-- ]]> -->",
        "`tick`` ``` |pipe| a\\|b \\",
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=tab",
        "\r=return",
        "\xE2\x80\xAE"
        "live\xE2\x81\xA6"
        "x\xD8\x9C",
        "new\nline\r\n# heading\n/close\n- item\n```",
        std::string("nul\0 \x01\x1b[31m\x7f end", 18),
        std::string(10000, 'x'),
        "\xF0\x9F\x98\x80\xF0\x9D\x95\x8F \xF3\xA0\x80\xA1tag",
        "@octocat #123 GH-12 !7 deadbeefcafe1234 www.evil.example https://evil.example a@b.example :smile: "
        "[x](http://evil.example) ![i](http://e) ~~s~~ $`x`$ ${HOME} {{0}} {0} [[wiki]] <a@b.example>",
        "%%{init: {'theme':'x'}}%% end --> n0; click n0 href \"x\" #quot; |md # x | ' { \"; link: x",
        "\xFF\xFE\xC3 broken",
        "\xEF\xBF\xBE\xEF\xBF\xBF nonchars",
        "']} \\' '' \\\" \\",
    };
    return names;
}

struct Judged {
    Model model;
    Posture posture;
    Review review;
};

Judged judged(Model model, const Review& review)
{
    Judged result{std::move(model), {}, review};
    result.posture = analyse(result.model, test::shippedCatalogue(), AnalysisSettings{"2026-11-21T00:00:00Z", &result.review});
    return result;
}

// Every name of the model replaced or followed by a hostile one, then judged and decided upon.
Judged altered()
{
    std::string text = "internet -> shop/web:8080 -> shop/w0:8080\n";
    for (std::size_t i = 0; i < hostile().size(); ++i)
        text += "workload shop/w" + std::to_string(i) + " port=8080 image=docker.io/x/y:" + std::to_string(i) +
                "\nservice shop/w" + std::to_string(i) + " 80:8080\ncall shop/web -> shop/w" + std::to_string(i) + "\n";
    text += "gateway shop/gate\ninternet -> shop/gate [tls] -> shop/w1:8080\n";
    std::string plain; // flags are words of their own
    for (const char c : text)
        if (c != '[' && c != ']')
            plain += c;
    Model model = test::modelOf(plain);
    const auto name = [](std::size_t i) { return hostile()[i % hostile().size()]; };
    std::size_t next = 0;
    for (Workload& w : model.architecture.workloads) {
        w.id += name(next), w.name = name(next), w.owner = name(next);
        ++next;
    }
    for (Service& s : model.architecture.services)
        s.id += name(next++);
    for (Entry& e : model.architecture.entries)
        e.id += name(next++);
    for (Route& r : model.architecture.routes) {
        r.id += name(next++);
        r.hosts.push_back(name(next++));
        r.path = name(next++);
    }
    for (Namespace& n : model.architecture.namespaces)
        n.name += name(2);
    for (Workload& w : model.architecture.workloads)
        w.ns += name(2);
    for (Image& i : model.architecture.images)
        i.written = name(next++);
    for (SourceFile& f : model.inventory.files)
        f.path = "a|b`c <d>\xE2\x80\xAE\n" + name(14) + ".yaml";
    for (Source& s : model.inventory.sources)
        s.path = name(0);
    for (const std::string& hostileName : hostile())
        model.inventory.problems.push_back({ProblemSeverity::warning, "test", hostileName, {}, {}});
    Judged first = judged(std::move(model), {});
    Review review;
    const DecisionKind kinds[] = {DecisionKind::accept, DecisionKind::mitigate, DecisionKind::falsePositive,
                                  DecisionKind::needsWork};
    for (std::size_t i = 0; i < first.posture.findings.size(); ++i) {
        if (i % 2 == 0)
            continue;
        Decision decision;
        decision.kind = kinds[(i / 2) % 4];
        decision.reason = decision.owner = decision.by = name(i / 2);
        decision.expires = i % 7 == 0 ? "2026-11-01" : "2027-01-01";
        review.decisions[first.posture.findings[i].id] = decision;
    }
    return judged(std::move(first.model), review);
}

// What Kubernetes takes: names are DNS labels, but annotations, settings, images' words and paths are nearly anything, and
// so are the names of files.
Judged imported()
{
    const test::InputFolder folder;
    const auto json = [](const std::string& text) { // as a YAML double-quoted scalar
        std::string out = "\"";
        for (const char c : text) {
            const unsigned char u = static_cast<unsigned char>(c);
            char code[8];
            std::snprintf(code, sizeof code, "\\x%02x", u);
            if (u < 0x20 || u == 0x7f)
                out += code;
            else if (c == '"' || c == '\\')
                out += std::string("\\") + c;
            else
                out += c;
        }
        return out + "\"";
    };
    for (std::size_t i = 0; i < hostile().size(); ++i) {
        const std::string n = "svc-" + std::to_string(i);
        const bool valid =
            hostile()[i].find('\xFF') == std::string::npos && hostile()[i].find("\xEF\xBF\xBF") == std::string::npos;
        const std::string word = valid ? json(hostile()[i]) : "plain";
        std::string file = i % 3 == 0 ? "a|b`c=<d> " + n + ".yaml" : "=cmd " + n + "\n\xE2\x80\xAE.yaml";
        folder.write(file,
                     "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + n +
                         "\n  namespace: shop\n  labels: {app: " + n + "}\n  annotations: {note: " + word +
                         "}\nspec:\n  selector: {matchLabels: {app: " + n + "}}\n  template:\n    metadata: {labels: {app: " + n +
                         "}}\n    spec:\n      containers:\n      - name: c\n"
                         "        image: " +
                         word + "\n        args: [" + word + "]\n        env:\n        - {name: A, value: " + word +
                         "}\n        ports: [{containerPort: 8080}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: " + n +
                         ", namespace: shop}\nspec:\n  type: LoadBalancer\n  selector: {app: " + n +
                         "}\n  ports: [{port: 80, targetPort: 8080}]\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\n"
                         "metadata: {name: " +
                         n +
                         ", namespace: shop}\nspec:\n  ingressClassName: nginx\n  rules:\n  - http:\n"
                         "      paths:\n      - {path: " +
                         (valid ? json("/" + hostile()[i]) : "/") + ", pathType: Prefix, backend: {service: {name: " + n +
                         ", port: {number: 80}}}}\n");
    }
    Model model;
    model.inventory = folder.import();
    model.inventory.sources.front().path = "input"; // not the temporary folder's name
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    return judged(std::move(model), {});
}

std::string printable(const std::string& bytes)
{
    return bytes.substr(0, 200);
}

} // namespace

class Exports : public QObject {
    Q_OBJECT

    static void everyExport(const Judged& system, const Judged& earlier)
    {
        QTemporaryDir folder;
        const Difference different =
            difference(judgedState(earlier.model, earlier.posture), judgedState(system.model, system.posture));
        report::ReportInput input{system.model, test::shippedCatalogue(), &system.posture};
        input.review = &system.review;
        input.earlier = &earlier.model;
        input.earlierPosture = &earlier.posture;
        input.difference = &different;
        std::size_t written = 0;
        for (const report::ExportRow& row : report::exportRows()) {
            const auto bytes = row.write(input);
            const std::string name = std::string(row.command) + "." + std::string(row.format);
            QVERIFY2(bytes.has_value(), name.c_str());
            QVERIFY2(!bytes->empty(), name.c_str());
            if (row.writeFile) {
                const QString target = folder.filePath(QStringLiteral("streamed"));
                QVERIFY2(row.writeFile(input, target.toStdString()).has_value(), name.c_str());
                QFile streamed(target);
                QVERIFY(streamed.open(QIODevice::ReadOnly));
                QVERIFY2(streamed.readAll().toStdString() == *bytes, name.c_str());
                QVERIFY(streamed.remove());
                QVERIFY2(!row.writeFile(input, "/nowhere/report").has_value(), name.c_str());
                report::ReportInput stopped = input;
                std::stop_source stop;
                stop.request_stop();
                stopped.job.stop = stop.get_token();
                QVERIFY2(!row.writeFile(stopped, target.toStdString()).has_value(), name.c_str());
                QFile::remove(target);
            }
            if (row.format == "png" || row.format == "pdf")
                continue; // pictures: their bytes are not text; the same names are painted
            QVERIFY2(QString::fromStdString(*bytes).toStdString() == *bytes, name.c_str()); // UTF-8
            QVERIFY2(row.write(input).value() == *bytes, name.c_str());
            for (const char c : *bytes)
                QVERIFY2(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || (c == '\r' && row.format == "csv"),
                         (name + ": " + printable(*bytes)).c_str());
            QFile file(folder.filePath(QString::fromStdString(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes->data(), static_cast<qint64>(bytes->size()));
            ++written;
        }
        QVERIFY(written > 30);
        QProcess reader;
        reader.setProcessChannelMode(QProcess::MergedChannels);
        const QString root = QStringLiteral(BARTIZAN_SOURCE_DIR);
        reader.start(QStringLiteral("/usr/bin/python3"),
                     {root + QStringLiteral("/tests/report/read_exports.py"), folder.path(), root});
        QVERIFY(reader.waitForFinished(300000));
        const QByteArray said = reader.readAll();
        QVERIFY2(reader.exitCode() == 0, said.right(6000).constData());
        qInfo("%s", said.right(600).constData());
    }

private slots:
    void alteredModel() { everyExport(altered(), judged(test::modelOf("internet -> shop/web:8080"), {})); }
    void manifests() { everyExport(imported(), judged(test::modelOf("internet -> shop/web:8080"), {})); }
    void nothingAtAll()
    {
        const Judged empty = judged(Model{}, {});
        everyExport(empty, empty);
    }

    void csvCells()
    {
        report::CsvPen pen({"a"});
        pen.text("=1").text(" @x").text("a\"b").text("-").text("\t1").number(-3).text("a\nb").endRow();
        QCOMPARE(pen.finish(), std::string("\"a\"\r\n\"'=1\",\"' @x\",\"a\"\"b\",\"'-\",\"'<U+0009>1\",-3,\"a<U+000A>b\"\r\n"));
    }
    void markdownWords()
    {
        QCOMPARE(report::markdown("Namespace shop has no policy."), std::string("Namespace shop has no policy."));
        QCOMPARE(report::markdown("see @team #1, at a/b."), std::string("see `@team #1`, at `a/b`."));
        QCOMPARE(report::markdown("a|b"), std::string("`a`&#124;`b`"));
        QCOMPARE(report::markdown("commit deadbeef beef"), std::string("commit `deadbeef` beef"));
        QCOMPARE(report::markdownCode("`"), std::string("`` ` ``"));
        QCOMPARE(report::markdownCode("a``b"), std::string("```a``b```"));
    }
    void xmlValues()
    {
        QCOMPARE(report::xmlText("<a b=\"c\">&'\x01\xEF\xBF\xBF"),
                 std::string("&lt;a b=&quot;c&quot;&gt;&amp;&apos;&lt;U+0001&gt;&lt;U+FFFF&gt;"));
        QCOMPARE(report::shortNumber(-0.5), std::string("-0.5"));
        QCOMPARE(report::shortNumber(12.004), std::string("12"));
        QCOMPARE(report::shortNumber(3.07), std::string("3.07"));
    }
    void sarifMessages() { QCOMPARE(report::sarif::messageText("[x](y) {0} a[1]"), std::string("[x\\](y) {{0}} a[1]")); }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    Exports test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_exports.moc"
