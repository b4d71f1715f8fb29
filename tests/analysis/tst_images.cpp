// SPDX-License-Identifier: GPL-3.0-or-later
// Reports joined to what runs (matching.md): by digest, tag, platform; partial evidence is said to be partial.
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

const std::string one = "sha256:" + std::string(64, '1'), two = "sha256:" + std::string(64, '2');

struct Row {
    const char* name;
    std::string system;
    const char* scan;  // word of the join
    const char* line;  // of layer image
    const char* rules; // of findings of layer image, "" = none
};

const Row rows[] = {
    {"the digest that runs was scanned",
     "workload web image=shop/web:1.0@" + one + "\nreport trivy shop/web:1.0 digest=" + one + " time=2026-11-18T00:00:00Z\n",
     "exact", "web present image-scanned (scanned present, pinned present)", ""},
    {"a pod's digest under a tag",
     "workload web image=shop/web:1.0 pod=web-0 runs=docker.io/shop/web@" + one + "\nreport trivy shop/web:1.0 digest=" + one +
         " time=2026-11-18T00:00:00Z\n",
     "exact", "web partial image-not-pinned (scanned present, pinned partial)", ""},
    {"a copy under another name has the same digest",
     "workload web image=mirror.example/web:1@" + one + "\nreport trivy shop/web:1.0 digest=" + one +
         " time=2026-11-18T00:00:00Z\n",
     "exact", "web present image-scanned (scanned present, pinned present)", ""},
    {"the tag moved",
     "workload web image=shop/web:1.0 pod=web-0 runs=docker.io/shop/web@" + two + "\nreport trivy shop/web:1.0 digest=" + one +
         " time=2026-11-18T00:00:00Z\n",
     "other digest", "web unknown image-unscanned (scanned unknown, pinned partial)", "image-other-digest"},
    {"the same tag", "workload web image=shop/web:1.0\nreport trivy shop/web:1.0 time=2026-11-18T00:00:00Z\n", "tag",
     "web partial image-not-pinned (scanned present, pinned partial)", ""},
    {"a tag that may move", "workload web image=shop/web:latest\nreport trivy shop/web:latest time=2026-11-18T00:00:00Z\n",
     "mutable tag", "web partial image-weak-report (scanned partial, pinned missing)", "image-mutable-tag"},
    {"another registry's image of that name",
     "workload web image=quay.io/shop/web:1.0\nreport trivy docker.io/shop/web:1.0 time=2026-11-18T00:00:00Z\n", "none",
     "web unknown image-unscanned (scanned unknown, pinned partial)", "image-unscanned"},
    {"another version", "workload web image=shop/web:1.1\nreport trivy shop/web:1.0 time=2026-11-18T00:00:00Z\n", "other version",
     "web unknown image-unscanned (scanned unknown, pinned partial)", "image-unscanned"},
    {"an attempted scan", "workload web image=shop/web:1.0\nreport trivy shop/web:1.0 failed\nreport trivy shop/api:1.0\n",
     "attempted", "web unknown image-unscanned (scanned unknown, pinned partial)", "image-attempted-scan"},
    {"an old report", "workload web image=shop/web:1.0\nreport trivy shop/web:1.0 time=2026-06-01T00:00:00Z\n", "tag",
     "web partial image-stale-scan (scanned partial, pinned partial)", "image-stale-scan"},
    {"a distribution out of support",
     "workload web image=shop/web:1.0@" + one + "\nreport trivy shop/web:1.0 digest=" + one +
         " time=2026-11-18T00:00:00Z endOfLife\n",
     "exact", "web partial image-weak-report (scanned partial, pinned present)", ""},
    {"two digests run and one was scanned",
     "workload web image=shop/web:1.0 pod=web-0 runs=docker.io/shop/web@" + one + " pod=web-1 runs=docker.io/shop/web@" + two +
         "\nreport trivy shop/web:1.0 digest=" + one + " time=2026-11-18T00:00:00Z\n",
     "exact", "web partial image-weak-report (scanned partial, pinned partial)", "image-running-differs"},
    {"a vulnerability with a fix",
     "workload web image=shop/web:1.0\nreport trivy shop/web:1.0 time=2026-11-18T00:00:00Z critical=2\n", "tag",
     "web missing image-vulnerable (scanned missing, pinned partial)", "image-vulnerable"},
    {"another platform's image",
     "node n1 platform=linux/amd64\nworkload web image=shop/web:1.0 pod=web-0 on=n1\nreport trivy shop/web:1.0 "
     "platform=linux/arm64\n",
     "other platform", "web unknown image-unscanned (scanned unknown, pinned partial)", "image-unscanned"},
    {"the node's platform",
     "node n1 platform=linux/amd64\nworkload web image=shop/web:1.0 pod=web-0 on=n1\nreport trivy shop/web:1.0 "
     "platform=linux/amd64 time=2026-11-18T00:00:00Z\n",
     "tag", "web partial image-not-pinned (scanned present, pinned partial)", ""},
    {"nodes of two platforms say nothing",
     "node n1 platform=linux/amd64\nnode n2 platform=linux/arm64\nworkload web image=shop/web:1.0 pod=web-0 on=n1 pod=web-1 "
     "on=n2\n"
     "report trivy shop/web:1.0 platform=linux/arm64 time=2026-11-18T00:00:00Z\n",
     "tag", "web partial image-not-pinned (scanned present, pinned partial)", ""},
};

} // namespace

class TestImages : public QObject {
    Q_OBJECT
private slots:
    void joins_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].name) << int(i);
    }
    void joins()
    {
        QFETCH(int, row);
        const Row& r = rows[static_cast<std::size_t>(row)];
        const Model model = test::modelOf(r.system);
        const Posture posture = test::postureOf(model);
        QCOMPARE(QString::fromStdString(posture.workloads.front().images.front().scan), QString::fromUtf8(r.scan));
        QCOMPARE(QString::fromStdString(test::verdictsText(model, posture, Layer::image)), QString::fromUtf8(r.line) + '\n');
        std::string rules;
        for (const Finding& f : posture.findings)
            if (f.layer == "image")
                rules += (rules.empty() ? "" : " ") + f.rule;
        QCOMPARE(QString::fromStdString(rules), QString::fromUtf8(r.rules));
    }

    // One image without a report leaves the workload without an answer, whatever the others say.
    void everyContainerCounts()
    {
        const Model model = test::modelOf(
            "workload web image=shop/web:1.0 sidecar=shop/helper:2.0\nreport trivy shop/web:1.0 time=2026-11-18T00:00:00Z\n");
        const Posture posture = test::postureOf(model);
        const LayerVerdict& image = test::layerOf(model, posture, "shop/web[Deployment]", Layer::image);
        QCOMPARE(image.verdict, Verdict::unknown);
        QVERIFY2(image.reason.find("shop/helper:2.0 is not among the 1 scanned") != std::string::npos, image.reason.c_str());
        QVERIFY(image.facets.front().reason.find("1 of 2") == 0);
    }
};

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
