// SPDX-License-Identifier: GPL-3.0-or-later
// "Why can one reach another?" on the sample: what the dialog says of policies and of the mesh, and the ways that lead there.
#include "app/desktop/dialogs/command_palette.h"
#include "app/desktop/dialogs/why_dialog.h"
#include "app/desktop/views/inspector.h"
#include "tests/gui/sample_window.h"

#include <QClipboard>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidgetItemIterator>

using namespace bartizan;
using namespace bartizan::desktop;

class WhyTest : public QObject, private test::SampleWindow {
    Q_OBJECT

    WorkloadId named(const char* name) const
    {
        const auto& workloads = model().architecture.workloads;
        for (std::size_t i = 0; i < workloads.size(); ++i)
            if (workloads[i].name == name)
                return WorkloadId(i);
        return {};
    }
    QString idOf(const char* name) const { return QString::fromStdString(model().architecture.workload(named(name)).id); }
    WhyDialog* ask(const QString& from, const QString& to)
    {
        m_main->askWhy(from, to);
        WhyDialog* dialog = m_main->why();
        return dialog && QTest::qWaitFor([&] { return !dialog->isAsking(); }, 20000) ? dialog : nullptr;
    }
    static QTreeWidgetItem* row(FactTree* tree, const QString& text)
    {
        for (QTreeWidgetItemIterator it(tree); *it; ++it)
            if ((*it)->text(0).contains(text))
                return *it;
        return nullptr;
    }

private slots:
    void initTestCase()
    {
        openSample();
        QVERIFY(m_main->session().snapshot());
        QVERIFY(posture().connectivity);
        m_main->showView(QStringLiteral("graph"));
    }
    void cleanupTestCase() { m_main.reset(); }
    void init() { m_main->viewState().selectWorkload({}); }

    void whyNamesTheRule()
    {
        WhyDialog* dialog = ask(idOf("orders"), idOf("payment"));
        QVERIFY(dialog);
        const QString text = dialog->asText();
        QVERIFY2(text.contains(QStringLiteral("NetworkPolicy payments/payment allows it (ingress rule 1)")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("8443")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Reachable at the network")), qPrintable(text)); // the sample has mesh policies
        QTreeWidgetItem* line = row(dialog->facts(), QStringLiteral("payments/policies.yaml:"));
        QVERIFY2(line, qPrintable(text));
        emit dialog->facts()->itemActivated(line, 0);
        QVERIFY(m_main->viewState().evidence().valid());
        QCOMPARE(m_main->view(QStringLiteral("source"))->isVisible(), true);
        dialog->close();
    }

    void whyTellsOfTheMesh()
    {
        WhyDialog* dialog = ask(idOf("backoffice"), idOf("ledger")); // has no proxy; strict mutual TLS
        QVERIFY(dialog);
        const QString text = dialog->asText();
        QVERIFY2(dialog->message().endsWith(QStringLiteral("Reachable at the network, denied by the mesh.")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Denied by the mesh: TCP 8080")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("PeerAuthentication payments/default: asks for mutual TLS")), qPrintable(text));
        QTreeWidgetItem* line = row(dialog->facts(), QStringLiteral("payments/mesh.yaml:"));
        QVERIFY2(line, qPrintable(text));
        dialog->close();
    }

    void whyNotNamesWhatIsMissing()
    {
        WhyDialog* dialog = ask(idOf("cart"), idOf("payment"));
        QVERIFY(dialog);
        const QString text = dialog->asText();
        QVERIFY2(dialog->message() == QStringLiteral("Denied on every port."), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("no rule lets this through")), qPrintable(text));
        QTest::mouseClick(
            [&] {
                for (QPushButton* button : dialog->findChildren<QPushButton*>())
                    if (button->text().remove(QLatin1Char('&')) == QLatin1String("Copy"))
                        return button;
                return dialog->findChild<QPushButton*>();
            }(),
            Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        dialog->close();
    }

    void theOtherWayRound()
    {
        WhyDialog* dialog = ask(idOf("cart"), idOf("payment"));
        QVERIFY(dialog);
        for (QPushButton* button : dialog->findChildren<QPushButton*>())
            if (button->text().contains(QStringLiteral("way round")))
                button->click();
        QTRY_VERIFY(!dialog->isAsking());
        QCOMPARE(dialog->from()->text(), idOf("payment"));
        QCOMPARE(dialog->to()->text(), idOf("cart"));
        QVERIFY(dialog->facts()->topLevelItemCount() > 0);
        dialog->close();
    }

    void anEndIsTyped()
    {
        WhyDialog* dialog = ask({}, idOf("payment"));
        QVERIFY(dialog);
        QCOMPARE(dialog->facts()->topLevelItemCount(), 0);
        dialog->from()->setFocus();
        QTest::keyClicks(dialog->from(), QStringLiteral("internet"));
        QTest::keyClick(dialog->from(), Qt::Key_Return);
        QTRY_VERIFY(!dialog->isAsking());
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->facts()->topLevelItemCount() > 0);
        dialog->ask(QStringLiteral("nobody-has-this-name"), idOf("payment"));
        QTRY_VERIFY(!dialog->isAsking());
        QCOMPARE(dialog->facts()->topLevelItemCount(), 0);
        QVERIFY2(dialog->message().contains(QStringLiteral("nobody-has-this-name")), qPrintable(dialog->message()));
        dialog->close();
    }

    void twoSelectedAreTheEnds()
    {
        m_main->viewState().selectWorkloads({named("payment"), named("orders")});
        QAction* action = nullptr;
        for (const Command& command : commandsOf(m_main->menuBar()->actions()))
            if (command.action->objectName() == QLatin1String("why"))
                action = command.action;
        QVERIFY(action);
        action->trigger();
        QVERIFY(m_main->why());
        QTRY_VERIFY(!m_main->why()->isAsking());
        QCOMPARE(m_main->why()->from()->text(), idOf("orders"));
        QCOMPARE(m_main->why()->to()->text(), idOf("payment"));
        m_main->why()->close();
    }

    void theInspectorLeadsThere()
    {
        m_main->viewState().selectWorkload(named("payment"));
        auto* inspector = m_main->viewAs<Inspector>("inspector");
        QTreeWidgetItem* lens = row(inspector->tree(), QStringLiteral("Connectivity lens"));
        QVERIFY(lens);
        emit inspector->tree()->itemActivated(lens, 0);
        QVERIFY(m_main->viewState().lens() == diagram::Lens::connectivity);
        QTreeWidgetItem* why = row(inspector->tree(), QStringLiteral("Why can it reach"));
        QVERIFY(why);
        emit inspector->tree()->itemActivated(why, 0);
        QVERIFY(m_main->why());
        QCOMPARE(m_main->why()->from()->text(), idOf("payment"));
        QVERIFY(m_main->why()->to()->text().isEmpty());
        m_main->why()->close();
    }
};

QTEST_MAIN(WhyTest)
#include "tst_why.moc"
