// SPDX-License-Identifier: GPL-3.0-or-later
// Taking away evidence of a protection never improves a verdict (product.md, rule 2): each line of a small system that
// protects something is removed in turn, and no verdict gets better.
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <sstream>

using namespace bartizan;

namespace {

// Lines that start with "+" protect; the rest is the system.
const char* const systems[] = {
    R"(
workload web port=8080
workload db port=5432
call web -> db:5432
service db 5432
+policy deny selects all; ingress; egress
+policy web selects app=web; ingress from app=gw; egress to app=db
+policy db selects app=db; ingress from app=web
)",
    R"(
internet -> web
workload cart port=7070
service cart 7070
call web -> cart:7070
+policy deny selects all; ingress; egress
+namespace shop pod-security.kubernetes.io/enforce=baseline
)",
    R"(
namespace shop
internet -> gw [auth tls redirect rate] -> web:8080 -> cart:7070 [mtls]
+policy cart selects app=cart; ingress from app=web; egress
)",
    R"(
internet -> gw [auth tls] -> web:8080
internet -> gw [tls] -> admin:8080
workload web port=8080 nonroot
+policy web selects app=web; ingress from ns:ingress-nginx
)",
};

// 3 present .. 0 missing; notApplicable stays what it is.
int goodness(Verdict verdict)
{
    switch (verdict) {
    case Verdict::present:
        return 4;
    case Verdict::partial:
        return 3;
    case Verdict::unknown:
        return 2;
    case Verdict::missing:
        return 1;
    case Verdict::notApplicable:
        return 0;
    }
    return 0;
}

struct Parsed {
    Model model;
    Posture posture;
};
Parsed parsed(const std::string& text)
{
    Parsed p{test::modelOf(text), {}};
    p.posture = test::postureOf(p.model);
    return p;
}

} // namespace

class TestMonotone : public QObject {
    Q_OBJECT

    void compare(const Parsed& whole, const Parsed& less, const std::string& removed)
    {
        for (const WorkloadPosture& before : whole.posture.workloads) {
            const std::string& id = whole.model.architecture.workload(before.workload).id;
            for (std::size_t i = 0; i < layerCount; ++i) {
                const LayerVerdict& b = before.layers[i];
                const LayerVerdict& a = test::layerOf(less.model, less.posture, id, static_cast<Layer>(i));
                if (b.verdict == Verdict::notApplicable || a.verdict == Verdict::notApplicable)
                    continue;
                const std::string what = id + " " + layerId(static_cast<Layer>(i)) + ": " + verdictWord(b.verdict) + " becomes " +
                                         verdictWord(a.verdict) + " without: " + removed;
                QVERIFY2(goodness(a.verdict) <= goodness(b.verdict), what.c_str());
            }
        }
    }

private slots:
    void protections_data()
    {
        QTest::addColumn<int>("system");
        for (std::size_t i = 0; i < std::size(systems); ++i)
            QTest::addRow("system %d", int(i)) << int(i);
    }
    void protections()
    {
        QFETCH(int, system);
        std::istringstream in(systems[system]);
        std::vector<std::string> lines;
        for (std::string line; std::getline(in, line);)
            lines.push_back(line);
        const auto textWithout = [&](std::size_t left) {
            std::string text;
            for (std::size_t i = 0; i < lines.size(); ++i)
                if (i != left)
                    text += (lines[i].rfind('+', 0) == 0 ? lines[i].substr(1) : lines[i]) + "\n";
            return text;
        };
        const Parsed whole = parsed(textWithout(lines.size()));
        int removed = 0;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i].rfind('+', 0) == 0) {
                compare(whole, parsed(textWithout(i)), lines[i]);
                ++removed;
            }
        QVERIFY(removed > 0);
    }

    // Flags of the way in, one at a time.
    void flags()
    {
        const std::vector<std::string> flags = {"auth", "tls", "redirect", "rate", "waf"};
        const auto system = [&](const std::string& without) {
            std::string text = "internet -> gw [";
            for (const std::string& flag : flags)
                if (flag != without)
                    text += flag + " ";
            text.back() = ']';
            return text + " -> web:8080 [tls-verified] -> cart:7070 [tls]\n";
        };
        const Parsed whole = parsed(system(""));
        for (const std::string& flag : flags)
            compare(whole, parsed(system(flag)), flag);
    }
};

QTEST_GUILESS_MAIN(TestMonotone)
#include "tst_monotone.moc"
