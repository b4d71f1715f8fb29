// SPDX-License-Identifier: GPL-3.0-or-later
// The findings: switches that say what they hide, findings of the platform apart, and groups under headings.
#include "app/desktop/views/findings_view.h"
#include "tests/gui/sample_window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::desktop;

class FindingsTest : public QObject, private test::SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { openSample(); }
    void cleanupTestCase() { m_main.reset(); }
    void init()
    {
        activate();
        m_main->viewAs<FindingsView>("findings")->showAll();
    }

    void findingsSayWhatIsHidden()
    {
        auto* findings = shownView<FindingsView>("findings");
        const int all = static_cast<int>(posture().findings.size());
        QCOMPARE(rows(findings), all);
        const auto high = std::count_if(posture().findings.begin(), posture().findings.end(),
                                        [](const Finding& finding) { return finding.severity == FindingSeverity::high; });
        QVERIFY(high > 0);
        findings->chips()[FindingsView::High]->click();
        QCOMPARE(rows(findings), all - static_cast<int>(high));
        QCOMPARE(findings->shownLine(), QStringLiteral("%1 of %2 findings shown").arg(all - high).arg(all));
        // Only the selected service, whatever its severity.
        findings->showAll();
        const WorkloadId workload = posture().findings.front().workloads.front();
        m_main->viewState().selectWorkload(workload);
        findings->chips()[FindingsView::Selection]->click();
        const auto own = std::count_if(posture().findings.begin(), posture().findings.end(), [&](const Finding& finding) {
            return std::find(finding.workloads.begin(), finding.workloads.end(), workload) != finding.workloads.end();
        });
        QCOMPARE(rows(findings), static_cast<int>(own));
        // A finding that is chosen elsewhere is never out of sight.
        findings->chips()[FindingsView::Critical]->setChecked(false);
        m_main->viewState().selectFinding(all - 1);
        QCOMPARE(findings->currentRow(), all - 1);
        // One layer.
        findings->showAll();
        findings->layers()->setCurrentIndex(1);
        QVERIFY(rows(findings) > 0 && rows(findings) < all);
        findings->showAll();
        QCOMPARE(rows(findings), all);
        m_main->viewState().selectFinding(-1);
    }

    void findingsOfThePlatformWaitApart()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("system.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: coredns, namespace: kube-system}\n"
            "spec:\n  selector: {matchLabels: {k8s-app: kube-dns}}\n  template:\n"
            "    metadata: {labels: {k8s-app: kube-dns}}\n    spec:\n      containers:\n"
            "        - {name: coredns, image: 'registry.k8s.io/coredns/coredns:latest', securityContext: {privileged: true}}\n"
            "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n"
            "spec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n"
            "    spec:\n      containers:\n        - {name: web, image: 'example.org/web:latest', securityContext: "
            "{privileged: true}}\n");
        file.close();
        auto main = test::quietWindow();
        main->show();
        QVERIFY(test::openSources(*main, {folder.path()}));
        const auto& found = main->session().snapshot()->posture().findings;
        const auto platform = std::count_if(found.begin(), found.end(), [](const Finding& finding) { return finding.platform; });
        QVERIFY(platform > 0 && platform < static_cast<std::ptrdiff_t>(found.size()));
        main->showView(QStringLiteral("findings"));
        auto* findings = main->viewAs<FindingsView>("findings");
        QCOMPARE(rows(findings), static_cast<int>(found.size()) - static_cast<int>(platform));
        QVERIFY2(findings->shownLine().endsWith(QStringLiteral("%1 of platform components hidden").arg(platform)),
                 qPrintable(findings->shownLine()));
        findings->chips()[FindingsView::Platform]->click();
        QCOMPARE(rows(findings), static_cast<int>(found.size()));
    }

    void findingsStandUnderHeadings()
    {
        auto* findings = shownView<FindingsView>("findings");
        findings->showAll();
        const int all = rows(findings), groupings = findings->grouping()->count();
        QAbstractItemModel* shown = findings->table()->model();
        const auto headings = [&] {
            QStringList titles;
            for (int row = 0; row < rows(findings); ++row)
                if (findings->isHeading(shown->index(row, 0)))
                    titles << shown->index(row, 0).data(HeadingRole).toString();
            return titles;
        };
        // Each finding stands below the heading that says what it has, however the table is sorted.
        const auto check = [&](const QStringList& expected) {
            QCOMPARE(headings(), expected);
            QVERIFY(findings->isHeading(shown->index(0, 0)));
            QString under;
            for (int row = 0; row < rows(findings); ++row) {
                if (findings->isHeading(shown->index(row, 0)))
                    under = shown->index(row, 0).data(HeadingRole).toString();
                else
                    QCOMPARE(shown->index(row, FindingsModel::Layer).data().toString(), under);
            }
        };
        for (int grouping = 1; grouping < groupings; ++grouping) {
            findings->grouping()->setCurrentIndex(grouping);
            QCOMPARE(rows(findings), all + static_cast<int>(headings().size()));
            QVERIFY(!headings().isEmpty());
        }
        findings->grouping()->setCurrentIndex(2);
        const QStringList layers = headings();
        QVERIFY(layers.size() > 3);
        check(layers);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            findings->table()->sortByColumn(FindingsModel::Severity, order);
            check(layers);
        }
        findings->table()->sortByColumn(-1, Qt::AscendingOrder);
        check(layers);
        for (int row = 2; row < rows(findings); ++row) { // within a group, the posture's own order
            const QModelIndex before = findings->proxy()->mapToSource(shown->index(row - 1, 0));
            if (!findings->isHeading(shown->index(row, 0)) && !findings->isHeading(shown->index(row - 1, 0)))
                QVERIFY(before.row() < findings->proxy()->mapToSource(shown->index(row, 0)).row());
        }

        // The keyboard closes and opens; what a closed group hides is counted.
        QTableView* table = findings->table();
        table->setFocus();
        table->setCurrentIndex(shown->index(1, 0));
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(table->currentIndex().row(), 0);
        const int first = headings().size() > 1 ? [&] {
            int row = 1;
            while (!findings->isHeading(shown->index(row, 0)))
                ++row;
            return row - 1;
        }()
                                                : 0;
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(rows(findings), all + static_cast<int>(layers.size()) - first);
        QCOMPARE(headings(), layers);
        QVERIFY2(findings->shownLine().contains(QStringLiteral("; %1 in closed groups").arg(first)),
                 qPrintable(findings->shownLine()));
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(rows(findings), all + static_cast<int>(layers.size()));
        QTest::keyClick(table, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(rows(findings), static_cast<int>(layers.size()));
        // What is chosen elsewhere is opened.
        m_main->viewState().selectFinding(-1);
        m_main->viewState().selectFinding(0);
        QCOMPARE(findings->currentRow(), 0);
        QTest::keyClick(table, Qt::Key_Right, Qt::AltModifier);

        // Headings of groups that the filter leaves empty go.
        findings->filter()->setText(shown->index(1, FindingsModel::Title).data().toString());
        QVERIFY(rows(findings) >= 2 && headings().size() < layers.size());
        findings->filter()->clear();
        QCOMPARE(QSettings().value(QStringLiteral("findings/group")).toInt(), 2);
        findings->grouping()->setCurrentIndex(0);
        QCOMPARE(rows(findings), all);
        QCOMPARE(shown->index(0, FindingsModel::Title).data(), findings->findings().index(0, FindingsModel::Title).data());
    }
};

QTEST_MAIN(FindingsTest)
#include "tst_findings.moc"
