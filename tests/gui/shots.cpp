// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window in its states, for people to look at: `./test shots DIR`. Drives the real window offscreen;
// usage: bartizan-shots DIR SAMPLE [THEME] [PREFIX] [COUNT...], THEME a name for themeNamed(); in the language that
// BARTIZAN_SHOTS_LANGUAGE names, or English.
#include "app/desktop/dialogs/about.h"
#include "app/desktop/dialogs/command_palette.h"
#include "app/desktop/dialogs/confirm_dialog.h"
#include "app/desktop/dialogs/decide_dialog.h"
#include "app/desktop/dialogs/diagnostics.h"
#include "app/desktop/dialogs/keyboard_map.h"
#include "app/desktop/dialogs/report_dialog.h"
#include "app/desktop/dialogs/review_dialog.h"
#include "app/desktop/dialogs/why_dialog.h"
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/sentences.h"
#include "app/desktop/presenter/presenter.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/views/registry.h"
#include "app/desktop/views/review_view.h"
#include "app/desktop/views/view_bar.h"
#include "app/desktop/widgets/import_screen.h"
#include "diagram/fonts.h"
#include "diagram/reach.h"
#include "tests/support/held_import.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QEventLoop>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <map>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

void settle(int ms = 120)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

// A system of `count` services in namespaces of 25 that call their neighbours.
QString bigSystem(const QTemporaryDir& folder, int count)
{
    QFile file(folder.filePath(QStringLiteral("system.yaml")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream out(&file);
    for (int i = 0; i < count; ++i) {
        const int ns = i / 25;
        const QString name = QStringLiteral("service-%1").arg(i);
        const int callee = (i * 7 + 3) % count;
        out << "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " << name << ", namespace: team-" << ns
            << "}\nspec:\n  selector: {matchLabels: {app: " << name << "}}\n  template:\n    metadata: {labels: {app: " << name
            << "}}\n    spec:\n      containers:\n      - name: main\n        image: registry.example/" << name
            << ":1.0\n        ports: [{containerPort: 8080}]\n        env:\n        - {name: NEXT_URL, value: \"http://service-"
            << callee << ".team-" << callee / 25 << ":8080\"}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: " << name
            << ", namespace: team-" << ns << "}\nspec:\n"
            << (i % 97 == 0 ? "  type: LoadBalancer\n" : "") << "  selector: {app: " << name
            << "}\n  ports: [{port: 8080}]\n---\n";
    }
    return folder.path();
}

// The sample as it might have been a release ago: no recommender, half the walls in payments, one around orders, and a
// service that is gone since.
QString earlierSample(const QTemporaryDir& folder, const QString& sample)
{
    const QDir from(sample), to(folder.filePath(QStringLiteral("release-41")));
    for (const QString& name :
         {QStringLiteral("."), QStringLiteral("edge"), QStringLiteral("payments"), QStringLiteral("reports"),
          QStringLiteral("shop"), QStringLiteral("state"), QStringLiteral("tools")}) {
        to.mkpath(name);
        for (const QString& file : QDir(from.filePath(name)).entryList(QDir::Files)) {
            const QString path = name + QLatin1Char('/') + file;
            QFile source(from.filePath(path)), copy(to.filePath(path));
            if (path == QLatin1String("shop/recommender.yaml") || !source.open(QIODevice::ReadOnly) ||
                !copy.open(QIODevice::WriteOnly))
                continue;
            QByteArray text = source.readAll();
            if (path == QLatin1String("payments/policies.yaml"))
                text.replace("policyTypes: [Ingress, Egress]", "policyTypes: [Ingress]");
            copy.write(text);
        }
    }
    QFile more(to.filePath(QStringLiteral("shop/earlier.yaml")));
    if (!more.open(QIODevice::WriteOnly))
        return {};
    more.write(
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: orders, namespace: shop}\nspec:\n"
        "  podSelector: {matchLabels: {app: orders}}\n  policyTypes: [Ingress, Egress]\n"
        "  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]\n---\n"
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: invoicing, namespace: shop}\nspec:\n"
        "  selector: {matchLabels: {app: invoicing}}\n  template:\n    metadata: {labels: {app: invoicing}}\n"
        "    spec: {containers: [{name: main, image: 'registry.example/invoicing:1.0', ports: [{containerPort: 9090}]}]}\n");
    for (const char* name : {"bonus", "bonus-worker"})
        more.write(QByteArray("---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ") + name +
                   ", namespace: loyalty}\nspec:\n  selector: {matchLabels: {app: bonus}}\n  template:\n"
                   "    metadata: {labels: {app: bonus}}\n"
                   "    spec: {containers: [{name: main, image: 'registry.example/bonus:1.0'}]}\n");
    return to.path();
}

class Shots {
public:
    Shots(QString dir, QString sample, QString theme, QString prefix)
        : m_dir(std::move(dir)), m_sample(std::move(sample)), m_theme(std::move(theme)), m_prefix(std::move(prefix))
    {
        Dialogs dialogs;
        dialogs.chooseSources = [](QWidget*, bool) { return QStringList(); };
        dialogs.showError = [this](QWidget* parent, const QString& message) {
            auto* box = new QMessageBox(QMessageBox::Warning, QStringLiteral("Bartizan"), message, QMessageBox::Ok, parent);
            box->setTextFormat(Qt::PlainText);
            box->setModal(false);
            box->show();
            settle();
            take(QStringLiteral("error"), box);
            delete box;
        };
        dialogs.review.ask = [this](QWidget*, ReviewDialog& dialog) {
            dialog.show();
            take(m_dialog, &dialog);
            dialog.close();
            return false;
        };
        m_window = std::make_unique<MainWindow>(dialogs);
        m_window->resize(1440, 900);
        m_window->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        m_window->showTheme(m_theme);
        m_window->show();
        settle();
    }

    void all()
    {
        take(QStringLiteral("empty"));
        importing();
        open(m_sample);
        take(QStringLiteral("start"));
        lenses();
        zooms();
        byHand();
        compared();
        m_window->viewBar()->search()->setText(QStringLiteral("ns:shop missing:network"));
        settle();
        take(QStringLiteral("search"));
        QTest::keyClick(m_window->view(QStringLiteral("graph")), Qt::Key_H);
        take(QStringLiteral("hidden"));
        QTest::keyClick(m_window->view(QStringLiteral("graph")), Qt::Key_H);
        m_window->viewBar()->search()->clear();
        m_window->showView(QStringLiteral("matrix"));
        if (auto* matrix = m_window->viewAs<MatrixView>("matrix"))
            matrix->table()->setCurrentIndex(matrix->table()->model()->index(2, 2));
        take(QStringLiteral("matrix"));
        m_window->showView(QStringLiteral("graph"));
        for (const ViewRow& row : viewRows()) {
            if (row.place != Place::bottom)
                continue;
            m_window->showView(QString::fromLatin1(row.id));
            if (auto* page = m_window->viewAs<FindingsView>(row.id))
                page->setCurrentRow(0);
            take(QStringLiteral("results-") + QString::fromLatin1(row.id));
        }
        groups();
        review();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        settle();
        take(QStringLiteral("presenter"));
        QTest::keyClick(m_window->presenter(), Qt::Key_Escape);
        CommandPalette palette(m_window->menuBar()->actions(), m_window.get());
        palette.show();
        settle();
        take(QStringLiteral("palette"), &palette);
        palette.close();
        dialogs();
        m_window->session().open({m_sample + QStringLiteral("/nowhere")});
        settle(600);
    }

    void big(int count)
    {
        QTemporaryDir folder;
        open(bigSystem(folder, count));
        take(QStringLiteral("start-%1").arg(count));
        m_window->showView(QStringLiteral("graph"));
        take(QStringLiteral("graph-%1").arg(count));
        m_window->showView(QStringLiteral("matrix"));
        take(QStringLiteral("matrix-%1").arg(count));
        // No policy at all.
        m_window->showView(QStringLiteral("graph"));
        m_window->viewState().setLens(diagram::Lens::connectivity);
        settle(600);
        take(QStringLiteral("lens-connectivity-no-policy-%1").arg(count));
        m_window->viewState().selectWorkload(WorkloadId(std::size_t{0}));
        settle(900);
        take(QStringLiteral("lens-connectivity-no-policy-selected-%1").arg(count));
        m_window->viewState().selectWorkload({});
        m_window->viewState().setLens(diagram::Lens::exposure);
        // While it reads again: the earlier state stays in sight.
        m_window->session().reload();
        settle(60);
        take(QStringLiteral("importing-%1").arg(count));
        m_window->session().cancel();
    }

private:
    // While the first sources are read: before anything is drawn, with the early drawing, and stopped in it.
    void importing()
    {
        Session& session = m_window->session();
        session.setEarlyAfter(400);
        test::HeldImport held(session);
        QEventLoop loop;
        const auto drawn = QObject::connect(&session, &Session::drawnEarly, &loop, &QEventLoop::quit);
        m_window->openSources({m_sample});
        settle(50);
        m_window->findChild<ImportScreen*>()->appear();
        take(QStringLiteral("importing-begins"));
        if (!session.early())
            loop.exec();
        QObject::disconnect(drawn);
        settle(900);
        take(QStringLiteral("importing"));
        session.cancel();
        held.release();
        settle(900);
        take(QStringLiteral("importing-stopped"));
        importingSeveral();
    }
    // Each part of the sample as a source, and one with mistakes.
    void importingSeveral()
    {
        QTemporaryDir folder;
        QFile broken(folder.filePath(QStringLiteral("loyalty-programme-ingress-and-services.yaml")));
        if (!broken.open(QIODevice::WriteOnly))
            return;
        broken.write("apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: in}\nspec:\n  rules: none\n---\n"
                     "apiVersion: v1\nkind: Service\nmetadata: {name: bonus}\nspec:\n  ports: 8080\n");
        broken.close();
        QStringList sources{broken.fileName()};
        for (const QFileInfo& part : QDir(m_sample).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
            sources << part.filePath();
        Session& session = m_window->session();
        test::HeldImport held(session);
        QEventLoop loop;
        QObject::connect(&session, &Session::drawnEarly, &loop, &QEventLoop::quit);
        m_window->openSources(sources);
        loop.exec();
        settle(900);
        take(QStringLiteral("importing-several"));
        session.cancel();
        held.release();
        settle(900);
    }
    void groups()
    {
        m_window->showView(QStringLiteral("findings"));
        auto* findings = m_window->viewAs<FindingsView>("findings");
        for (const int grouping : {1, 4}) {
            findings->grouping()->setCurrentIndex(grouping);
            take(QStringLiteral("findings-grouped-%1").arg(grouping));
        }
        findings->grouping()->setCurrentIndex(0);
    }
    // What people said, some of it long ago, and the dialogs for it.
    void review()
    {
        const SnapshotPtr snapshot = m_window->session().snapshot();
        const auto& workloads = snapshot->model().architecture.workloads;
        selectSensitive();
        if (workloads.empty() || snapshot->posture().findings.size() < 5)
            return; // too little to say anything about
        const std::string id = workloads[m_window->viewState().workload().pos()].id;
        std::string layer = "mfa";
        for (std::size_t at = 0; at < layerCount; ++at)
            if (snapshot->posture().workloads[m_window->viewState().workload().pos()].layers[at].verdict == Verdict::unknown)
                layer = layerId(static_cast<Layer>(at));
        const auto dialog = [&](const char* name, const ReviewItem& item) {
            m_dialog = QStringLiteral("dialog-") + QString::fromLatin1(name);
            m_window->viewState().editReview(item);
        };
        dialog("note", {ReviewKind::note, id, {}});
        dialog("statement", {ReviewKind::statement, id, layer});
        dialog("match",
               {ReviewKind::reportMatch, "reports/payment.trivy.json", "registry.harbour-books.example/pay/payment:4.1.0"});
        m_window->viewState().setQuery(QStringLiteral("missing:network ns:shop"));
        dialog("query", {ReviewKind::query, {}, {}});
        m_window->viewState().setQuery({});
        QEventLoop loop;
        QObject::connect(&m_window->session(), &Session::finished, &loop, &QEventLoop::quit);
        m_window->reviews().editor().edit(QStringLiteral("words"), [&](Review& changed) {
            const auto& findings = snapshot->posture().findings;
            changed.decisions[findings[2].id] = {
                DecisionKind::accept, "until the new gateway is there", "team edge", "2027-02-28", "Ada", "2026-11-02", {}, {}};
            changed.decisions[findings[4].id] = {
                DecisionKind::mitigate, "the provider limits calls", "team shop", "2026-11-30", "Ada", "2026-09-12", {}, {}};
            changed.decisions["network-no-policy-00000000"] = {
                DecisionKind::accept, "a service that is gone", "team shop", "2027-01-31", "Ada", "2026-05-04", {}, {}};
            changed.statements[{id, layer}] = {
                "agents of the provider watch every node", "runbook 12, page 3", "Ada", "2026-11-20", "2027-05-31", {}};
            changed.statements[{workloads.front().id, "runtime"}] = {
                "agents watch every node", "TICKET-7", "Ada", "2025-10-01", "2026-10-01", {}};
            changed.notes[id] = {"The team moves this to its own namespace in spring.", "Ada", "2026-11-20", {}};
            changed.notes[findings[1].id] = {"Asked for on the 19th, no answer yet.", "Ada", "2026-11-20", {}};
            changed.sensitivities[id] = {"restricted", "Ada", "2026-11-20", {}};
            changed.queries["Stores that anyone calls"] = {"kind:store missing:network", {}};
        });
        loop.exec();
        m_window->showView(QStringLiteral("inspector"));
        m_window->showView(QStringLiteral("review"));
        if (auto* view = m_window->viewAs<ReviewView>("review"))
            view->setCurrentRow(0);
        selectSensitive();
        take(QStringLiteral("review"));
        m_window->activateWindow(); // the dialogs are gone
        m_window->showView(QStringLiteral("graph"));
        settle();
    }
    void open(const QString& source)
    {
        QEventLoop loop;
        QObject::connect(&m_window->session(), &Session::finished, &loop, &QEventLoop::quit);
        QObject::connect(&m_window->session(), &Session::failed, &loop, &QEventLoop::quit);
        m_window->openSources({source});
        loop.exec();
        settle();
    }
    void take(const QString& name, QWidget* widget = nullptr)
    {
        settle();
        const QString file = QStringLiteral("%1/%2%3-%4.png").arg(m_dir, m_prefix, name, m_theme);
        if (!(widget ? widget : m_window.get())->grab().save(file))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
        else
            std::printf("%s\n", qPrintable(file));
    }
    // Modal ones as people meet them: taken while they run.
    void dialogs()
    {
        ReportDialog report(m_window->session().snapshot()->model(), m_window.get());
        report.show();
        take(QStringLiteral("dialog-report"), &report);
        report.close();
        const auto during = [this](const QString& name, const std::function<void()>& open) {
            QTimer::singleShot(150, m_window.get(), [this, name] {
                if (QWidget* dialog = QApplication::activeModalWidget()) {
                    take(name, dialog);
                    dialog->close();
                }
            });
            open();
        };
        ConfirmDialog confirm(m_window->session().snapshot(), m_window->reviews().editor(), m_window.get());
        during(QStringLiteral("confirm"), [&] { confirm.exec(); });
        if (const auto& findings = m_window->session().snapshot()->posture().findings; !findings.empty()) {
            DecideDialog decide({told(findings.front().title)}, std::nullopt, {QStringLiteral("team-a")}, "2026-11-21",
                                m_window.get());
            during(QStringLiteral("decide"), [&] { decide.exec(); });
        }
        KeyboardMapDialog keys(m_window->menuBar()->actions(), m_window.get());
        during(QStringLiteral("shortcuts"), [&] { keys.exec(); });
        AboutDialog about(m_window.get());
        during(QStringLiteral("about"), [&] { about.exec(); });
        during(QStringLiteral("diagnostics"), [&] { showDiagnostics(m_window.get(), m_window->session().snapshot(), {}); });
    }
    void lenses()
    {
        m_window->showView(QStringLiteral("graph"));
        selectSensitive();
        for (QAction* lens : m_window->viewBar()->lensActions()) {
            lens->trigger();
            take(QStringLiteral("lens-") +
                 lens->text().toLower().remove(QLatin1Char(' ')).replace(QLatin1Char('/'), QLatin1Char('-')));
        }
        connectivity();
        m_window->viewBar()->lensActions().front()->trigger();
    }
    // Who may reach the selection, how many may reach each, and why one may reach another.
    void connectivity()
    {
        auto* graph = m_window->viewAs<GraphView>("graph");
        const auto& workloads = m_window->session().snapshot()->model().architecture.workloads;
        const WorkloadId selected = m_window->viewState().workload();
        if (!selected.valid() || workloads.size() < 2)
            return;
        graph->showReach(true);
        settle(600);
        take(QStringLiteral("lens-connectivity-in"));
        graph->showReach(false);
        farthest();
        m_window->viewState().selectWorkload({});
        settle(600);
        take(QStringLiteral("lens-connectivity-all"));
        m_window->viewState().selectWorkload(selected);
        graph->fit();
        for (const bool called : {true, false}) {
            std::string from;
            for (const Workload& workload : workloads) {
                bool calls = false;
                for (const Call& call : m_window->session().snapshot()->model().architecture.calls)
                    calls =
                        calls || (call.to.kind == Peer::Kind::workload && call.to.workload == selected &&
                                  call.from.kind == Peer::Kind::workload && &workloads[call.from.workload.pos()] == &workload);
                if (calls == called && &workload != &workloads[selected.pos()])
                    from = workload.id;
            }
            if (from.empty())
                continue;
            m_window->viewState().askWhy(from, workloads[selected.pos()].id);
            settle(600);
            take(called ? QStringLiteral("dialog-why") : QStringLiteral("dialog-why-not"), m_window->why());
            m_window->why()->close();
        }
        m_window->activateWindow();
        settle();
    }
    // The service that gains most by several hops; one of its lines, chosen, and what can be asked about it.
    void farthest()
    {
        auto* graph = m_window->viewAs<GraphView>("graph");
        const SnapshotPtr snapshot = m_window->session().snapshot();
        WorkloadId best;
        std::size_t most = 0;
        const connectivity::Connectivity& reach = *snapshot->posture().connectivity;
        const auto mesh = connectivity::MeshReach::of(snapshot->model(), reach.world());
        for (std::size_t i = 0; i < snapshot->model().architecture.workloads.size(); ++i) {
            const diagram::Reached reached = diagram::reachedFrom(*graph->drawing(), snapshot->model(), reach,
                                                                  mesh->any() ? mesh.get() : nullptr, WorkloadId(i), false);
            const std::size_t gain = reached.services == 0 ? 0 : reached.all - reached.services;
            if (!best.valid() || gain > most) {
                best = WorkloadId(i);
                most = gain;
            }
        }
        if (!best.valid())
            return;
        m_window->viewState().selectWorkload(best);
        settle(600);
        take(QStringLiteral("lens-connectivity-hops"));
        const double scale = graph->view().scale;
        graph->zoomBy(0.4 / scale, graph->rect().center());
        settle(600);
        take(QStringLiteral("lens-connectivity-hops-far"));
        graph->zoomBy(2.6 / graph->view().scale, graph->rect().center());
        graph->centreOn(graph->drawing()->nodes[static_cast<std::size_t>(graph->view().focused)].centre);
        settle(900);
        take(QStringLiteral("lens-connectivity-hops-near"));
        graph->fit();
        graph->setFocus();
        QTest::keyClick(graph, Qt::Key_BracketRight);
        settle(600);
        take(QStringLiteral("lens-connectivity-line"));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, graph->rect().center(), graph->mapToGlobal(graph->rect().center()));
        QApplication::sendEvent(graph, &event);
        settle();
        if (QWidget* menu = QApplication::activePopupWidget()) {
            take(QStringLiteral("lens-connectivity-menu"), menu);
            menu->close();
        }
        m_window->viewState().setQuery(QStringLiteral("missing:network"));
        settle(600);
        take(QStringLiteral("lens-connectivity-search"));
        m_window->viewState().setQuery({});
    }
    void compared()
    {
        m_window->showView(QStringLiteral("changes"));
        take(QStringLiteral("changes-none"));
        QTemporaryDir folder;
        QEventLoop loop;
        QObject::connect(&m_window->comparing().comparison(), &Comparison::finished, &loop, &QEventLoop::quit);
        QObject::connect(&m_window->comparing().comparison(), &Comparison::failed, &loop, &QEventLoop::quit);
        m_window->comparing().with({earlierSample(folder, m_sample)});
        loop.exec();
        settle(600);
        take(QStringLiteral("changes"));
        auto* graph = m_window->viewAs<GraphView>("graph");
        graph->zoomBy(0.4 / graph->view().scale, graph->rect().center());
        settle(600);
        take(QStringLiteral("changes-far"));
        graph->fit();
        m_window->showView(QStringLiteral("start"));
        take(QStringLiteral("start-compared"));
        m_window->showView(QStringLiteral("graph"));
        m_window->comparing().comparison().stop();
    }
    void zooms()
    {
        auto* graph = m_window->viewAs<GraphView>("graph");
        graph->zoomBy(0.4 / graph->view().scale, graph->rect().center());
        take(QStringLiteral("far"));
        graph->zoomBy(2.6 / graph->view().scale, graph->rect().center());
        if (const int focused = graph->view().focused; focused >= 0) // a card, not the ground between
            graph->centreOn(graph->drawing()->nodes[static_cast<std::size_t>(focused)].centre);
        settle(900); // until the exact frame has taken the place of the scaled one
        take(QStringLiteral("near"));
        graph->fit();
    }
    // Services moved with the pointer (half way, and there) and what falls with one.
    void byHand()
    {
        auto* graph = m_window->viewAs<GraphView>("graph");
        selectSensitive();
        settle();
        const int node = graph->view().focused;
        if (node < 0)
            return;
        const auto at = [&] {
            return graph->view().toView(graph->drawing()->nodes[static_cast<std::size_t>(node)].centre).toPoint();
        };
        const QPoint from = at();
        const QPoint to = from + QPoint(-70, 120);
        QTest::mousePress(graph, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, graph->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(graph, &move);
        take(QStringLiteral("carried"));
        QTest::mouseRelease(graph, Qt::LeftButton, {}, to);
        settle(900);
        take(QStringLiteral("placed"));
        graph->backToAutomaticPlace(true);
        settle(900);
        const auto& edges = graph->drawing()->edges;
        std::map<int, int> callees;
        for (const diagram::Edge& edge : edges)
            ++callees[edge.call == ~0U ? -1 : edge.from];
        callees.erase(-1);
        const auto most =
            std::max_element(callees.begin(), callees.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != callees.end())
            graph->focusNode(most->first);
        QTest::keyClick(graph, Qt::Key_B);
        settle(900);
        take(QStringLiteral("falls"));
        QTest::keyClick(graph, Qt::Key_B);
    }
    void selectSensitive()
    {
        const auto& workloads = m_window->session().snapshot()->model().architecture.workloads;
        for (std::size_t i = 0; i < workloads.size(); ++i)
            if (workloads[i].sensitivity == Sensitivity::restricted)
                return m_window->viewState().selectWorkload(WorkloadId(i));
        if (!workloads.empty())
            m_window->viewState().selectWorkload(WorkloadId(std::size_t{0}));
    }

    QString m_dir, m_sample, m_theme, m_prefix, m_dialog;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Bartizan"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: bartizan-shots DIR SAMPLE [light|dark|contrast-light|contrast-dark] [PREFIX] [COUNT...]\n");
        return 2;
    }
    QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QDir().mkpath(arguments[1]);
    diagram::useBundledFonts();
    installLanguage(qEnvironmentVariable("BARTIZAN_SHOTS_LANGUAGE", QStringLiteral("en")));
    Shots shots(arguments[1], arguments[2], arguments.value(3, QStringLiteral("light")), arguments.value(4));
    shots.all();
    for (int i = 5; i < arguments.size(); ++i)
        shots.big(arguments[i].toInt());
    return 0;
}
