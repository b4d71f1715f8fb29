// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/dialogs/report_dialog.h"
#include "app/desktop/export_files.h"
#include "app/desktop/last_seen.h"
#include "app/desktop/models/findings_model.h"
#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/presenter/presenter.h"
#include "app/desktop/recent.h"
#include "app/desktop/report_writer.h"
#include "app/desktop/scope_words.h"
#include "app/desktop/source_watch.h"
#include "app/desktop/tab_order.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/registry.h"
#include "app/desktop/views/view_bar.h"
#include "app/desktop/views/view_slot.h"
#include "app/desktop/widgets/elided_label.h"
#include "app/desktop/widgets/focus_ring.h"
#include "app/desktop/widgets/import_screen.h"
#include "app/desktop/widgets/table_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

Dialogs systemDialogs()
{
    Dialogs dialogs;
    dialogs.chooseSources = [](QWidget* parent, bool folder) -> QStringList {
        if (!folder)
            return QFileDialog::getOpenFileNames(parent, QObject::tr("Open manifests, snapshots, reports or archives"));
        const QString chosen = QFileDialog::getExistingDirectory(parent, QObject::tr("Open a folder"));
        return chosen.isEmpty() ? QStringList() : QStringList{chosen};
    };
    dialogs.chooseCompared = [](QWidget* parent, bool folder) -> QStringList {
        if (!folder)
            return QFileDialog::getOpenFileNames(parent, QObject::tr("Compare with manifests, snapshots, archives or a review"));
        const QString chosen = QFileDialog::getExistingDirectory(parent, QObject::tr("Compare with a folder"));
        return chosen.isEmpty() ? QStringList() : QStringList{chosen};
    };
    dialogs.askReport = [](QWidget*, ReportDialog& dialog) { return dialog.exec() == QDialog::Accepted; };
    dialogs.chooseExportFile = askExportFile;
    dialogs.chooseDrawingFile = askDrawingFile;
    dialogs.showError = [](QWidget* parent, const QString& message) {
        QMessageBox box(QMessageBox::Warning, QObject::tr("Bartizan"), message, QMessageBox::Ok, parent);
        box.setTextFormat(Qt::PlainText);
        box.exec();
    };
    return dialogs;
}

MainWindow::MainWindow(Dialogs dialogs, QWidget* parent) : QMainWindow(parent), m_dialogs(std::move(dialogs))
{
    m_state.backlog().hold(); // until the first picture is on the screen
    applyPalette(*qApp, themeNamed(theme()));
    setStyleSheet(windowStyleSheet()); // before the widgets are there: they are polished once
    setWindowTitle(tr("Bartizan"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    // Before everybody else who hears of a new snapshot: what is selected is carried over to it first.
    connect(&m_session, &Session::finished, this, &MainWindow::showSnapshot);
    m_reports = new ReportWriter(this);
    m_watch = new SourceWatch(this);
    connect(m_watch, &SourceWatch::changed, this, &MainWindow::sourcesChanged);
    m_review = new ReviewActions(m_dialogs.review, m_session, m_state, this);
    new FocusRing(this);
    m_compare = new CompareActions(m_dialogs.chooseCompared, m_session, m_state, this);
    m_bar = new ViewBar(m_session, m_state, this);
    addToolBar(m_bar);
    makeViews();
    makeMenus();
    makeStatusBar();
    watchComparing();

    connect(m_review, &ReviewActions::said, m_summary, &QLabel::setText);
    connect(m_review, &ReviewActions::reading, this, [this](const QString& name) {
        started();
        m_summary->setText(tr("Reading the review %1").arg(name));
    });
    connect(m_review, &ReviewActions::progressed, this, [this](qint64 done, qint64 total) {
        if (m_review->editor().reading())
            showProgress(tr("Reading the review"), done, total);
    });
    connect(m_review, &ReviewActions::readingEnded, this, [this](const QString& message) {
        if (!m_session.isLoading())
            ended(message);
    });
    connect(m_review, &ReviewActions::reviewOpened, this, [](const QString& path) { rememberRecent({path}); });
    m_review->setSelection([this] {
        std::vector<int> chosen;
        const auto* page = viewAs<TablePage>("findings");
        if (const auto* findings = qobject_cast<const FindingsModel*>(page->model()))
            for (const QModelIndex& row : page->table()->selectionModel()->selectedRows())
                if (const int at = page->proxy()->mapToSource(row).row(); at < findings->findings()) // no heading
                    chosen.push_back(findings->rows()[static_cast<std::size_t>(at)].index);
        return chosen;
    });
    connect(&m_state, &ViewState::viewRequested, this, &MainWindow::showView);
    connect(&m_state, &ViewState::whyAsked, this, &MainWindow::askWhy);
    connect(&m_state, &ViewState::commandRequested, this, [this](const QString& name) {
        if (auto* action = findChild<QAction*>(name))
            action->trigger();
    });
    connect(&m_session, &Session::started, this, &MainWindow::started);
    connect(&m_session, &Session::started, this, &MainWindow::showImport);
    connect(&m_session, &Session::drawnEarly, this, &MainWindow::showEarly);
    connect(&m_session, &Session::progressed, this, [this](Step step, qint64 done, qint64 total, int run) {
        if (run == m_session.run()) // not of one that was stopped
            progressed(step, done, total);
    });
    connect(&m_session, &Session::finished, this, [this] { m_state.backlog().release(); });
    connect(&m_session, &Session::cancelled, this, &MainWindow::stopped);
    connect(&m_session, &Session::failed, this, [this](const QString& message) {
        ended(tr("Nothing was imported."));
        m_dialogs.showError(this, message);
    });
    connect(m_reports, &ReportWriter::written, this, [this](const QString& file, const QString& note) {
        ended(tr("Written: %1").arg(file) + (note.isEmpty() ? QString() : QStringLiteral(" · ") + note));
    });
    connect(m_reports, &ReportWriter::progressed, this,
            [this](const QString& step, int percent) { showProgress(stepInWords(step), percent, percent > 0 ? 100 : 0); });
    connect(m_reports, &ReportWriter::failed, this, [this](const QString& message) {
        ended({});
        m_dialogs.showError(this, message);
    });
    showTheme(theme());
    QSettings settings;
    resize(1440, 900);
    m_firstLayout = saveState(layoutVersion);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (const ViewRow& row : viewRows())
        if (row.place == Place::centre)
            m_layouts[QString::fromLatin1(row.id)] =
                settings.value(QStringLiteral("window/docks-") + QString::fromLatin1(row.id)).toByteArray();
    connect(m_centre, &QTabWidget::currentChanged, this, &MainWindow::arrangeDocks);
    arrangeDocks(m_centre->currentIndex());
    if (!m_results->parentWidget()->isHidden()) // their dock
        addResultTabs();
    const int lens = settings.value(QStringLiteral("window/lens")).toInt();
    if (lens >= 0 && lens < static_cast<int>(m_bar->lensActions().size()))
        m_bar->lensActions()[static_cast<std::size_t>(lens)]->trigger();
}

void MainWindow::makeStatusBar()
{
    m_summary = new ElidedLabel(this);
    m_counts = new QLabel(this);
    for (QLabel* label : {m_summary, m_counts})
        label->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(this);
    m_progress->setMaximumWidth(260);
    m_progress->setMaximumHeight(16);
    m_progress->setTextVisible(true);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop = new QPushButton(tr("Stop"), this);
    statusBar()->addWidget(m_summary, 1);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_stop);
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->addPermanentWidget(new QLabel(tr("Nothing leaves this machine"), this));
    m_progress->hide();
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &MainWindow::stopWork);
}

QString MainWindow::theme() const
{
    return QSettings().value(QStringLiteral("window/theme"), QStringLiteral("system")).toString();
}

void MainWindow::showTheme(const QString& theme)
{
    const diagram::Theme& wanted = themeNamed(theme);
    if (&wanted != &shownTheme()) {
        applyPalette(*qApp, wanted);
        setStyleSheet(windowStyleSheet());
    }
    if (auto* made = qobject_cast<GraphView*>(m_slots.at(QStringLiteral("graph"))->made()))
        made->setTheme(wanted);
}

void MainWindow::openSources(const QStringList& sources)
{
    if (!sources.isEmpty())
        m_review->open(sources);
}

void MainWindow::started()
{
    m_steps.clear();
    m_run.start();
    m_progress->setRange(0, 0);
    m_progress->setFormat(stepInWords(Step::reading));
    m_progress->show();
    m_stop->show();
    m_summary->setText(tr("Reading %1").arg(m_session.sources().join(QStringLiteral(", "))));
}

void MainWindow::progressed(Step step, qint64 done, qint64 total)
{
    if (m_session.isLoading() && (m_steps.empty() || m_steps.back().step != step))
        m_steps.push_back({step, m_run.elapsed(), residentMb()});
    if (m_session.isLoading() && m_import)
        m_import->progress(step, done, total);
    if (m_session.isLoading() || m_compare->comparison().reading())
        showProgress(stepInWords(step), done, total);
}

void MainWindow::showProgress(const QString& step, qint64 done, qint64 total)
{
    m_progress->setFormat(step + (total > 0 ? QStringLiteral(" %p %") : QString()));
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(static_cast<int>(1000 * done / total));
}

void MainWindow::watchComparing()
{
    Comparison* comparison = &m_compare->comparison();
    connect(m_compare, &CompareActions::said, m_summary, &QLabel::setText);
    connect(comparison, &Comparison::started, this, [this](const QString& name) {
        started();
        m_summary->setText(tr("Reading what to compare with: %1").arg(name));
    });
    connect(comparison, &Comparison::progressed, this, &MainWindow::progressed);
    connect(comparison, &Comparison::finished, this, [this] { ended(m_summary->text()); });
    connect(comparison, &Comparison::cancelled, this, [this] { ended(tr("Stopped.")); });
    connect(comparison, &Comparison::failed, this, [this](const QString& message) {
        ended(tr("Nothing was compared."));
        m_dialogs.showError(this, message);
    });
}

void MainWindow::showImport()
{
    if (m_session.snapshot())
        return; // that stays in sight until the next one is there
    if (!m_import) {
        m_import = new ImportScreen(m_centre);
        connect(m_import, &ImportScreen::stopAsked, this, &MainWindow::stopWork);
        connect(&m_session, &Session::readOn, m_import,
                [this](const std::shared_ptr<const importers::ReadingState>& state, int run) {
                    if (run == m_session.run())
                        m_import->showReading(*state);
                });
    }
    m_import->begin(m_session.sources());
}

void MainWindow::showEarly()
{
    const int services = m_session.early()->services;
    m_import->showEarly(m_session.early()->drawing, services);
    m_summary->setText(tr("Early drawing: %n services. Every verdict stays unknown until it is decided.", nullptr, services));
}

void MainWindow::stopped()
{
    if (m_session.early())
        m_centre->setCurrentWidget(m_slots.at(QStringLiteral("graph")));
    ended(m_session.early()
              ? tr("Reading was stopped. Nothing has been decided yet: every verdict is unknown. Ctrl+R reads again.")
              : tr("Stopped."));
}

void MainWindow::ended(const QString& message)
{
    if (m_import && !m_import->isVisible())
        m_import->end();
    // Once the views below show what was read.
    m_state.backlog().add(Turn::shown, this, [this] {
        if (m_import && (m_session.snapshot() || !m_session.isLoading()))
            m_import->end();
    });
    m_progress->hide();
    m_stop->hide();
    m_summary->setText(message);
}

void MainWindow::showSnapshot()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (m_session.sameInput()) {
        m_shown = snapshot;
        return keepSelection();
    }
    const bool first = std::exchange(m_first, false);
    // The same sources read again: what was selected is looked for by its id.
    const bool again = m_shown && m_shown->sources == snapshot->sources;
    const std::string workload =
        again && m_state.workload().valid() ? m_shown->model().architecture.workload(m_state.workload()).id : std::string();
    const std::string finding = again && m_state.finding() >= 0
                                    ? m_shown->posture().findings[static_cast<std::size_t>(m_state.finding())].id
                                    : std::string();
    m_shown = snapshot;
    m_state.carry(selectionAgain(workload, finding));
    m_watch->watch(*snapshot);
    const Architecture& architecture = snapshot->model().architecture;
    ended(
        tr("%1 in %2 · %3 · %4 · %5 s")
            .arg(tr("%n workloads", nullptr, static_cast<int>(architecture.workloads.size())),
                 tr("%n namespaces", nullptr, static_cast<int>(architecture.namespaces.size())),
                 tr("%n findings", nullptr, static_cast<int>(snapshot->posture().findings.size())),
                 scopeInWords(snapshot->model()), QString::number(snapshot->seconds, 'f', 1)) +
        (snapshot->layoutNotes.isEmpty() ? QString() : QStringLiteral(" · ") + snapshot->layoutNotes.join(QStringLiteral("; "))));
    m_counts->setText(tr("As of %1").arg(QString::fromStdString(snapshot->posture().asOf)));
    rememberRecent(m_review->editor().path().isEmpty() ? snapshot->sources : QStringList{m_review->editor().path()});
    if (first)
        m_centre->setCurrentIndex(0);
}

Selection MainWindow::selectionAgain(const std::string& workload, const std::string& finding) const
{
    Selection selection;
    const auto& workloads = m_shown->model().architecture.workloads;
    for (std::size_t i = 0; !workload.empty() && i < workloads.size(); ++i)
        if (workloads[i].id == workload)
            selection.workloads = {WorkloadId(i)};
    const auto& findings = m_shown->posture().findings;
    for (std::size_t i = 0; !finding.empty() && i < findings.size(); ++i)
        if (findings[i].id == finding)
            selection.finding = static_cast<int>(i);
    if (selection.finding >= 0) {
        selection.looksAtFinding = m_state.looksAtFinding();
        selection.evidence = FindingsView::proofOf(findings[static_cast<std::size_t>(selection.finding)]);
    }
    return selection;
}

void MainWindow::sourcesChanged()
{
    if (m_session.isLoading())
        return;
    if (QSettings().value(QStringLiteral("window/readAgain"), false).toBool())
        m_session.reload();
    else
        m_summary->setText(tr("The sources changed on disk: Ctrl+R reads them again."));
}

// Another review of the same system: what was selected is selected still, wherever it stands now.
void MainWindow::keepSelection()
{
    const Posture& before = m_session.before()->posture();
    const Posture& now = m_session.snapshot()->posture();
    const auto moved = [](int index, const auto& from, const auto& to) {
        if (index < 0 || static_cast<std::size_t>(index) >= from.size())
            return -1;
        const std::string& id = from[static_cast<std::size_t>(index)].id;
        const auto at = std::find_if(to.begin(), to.end(), [&](const auto& item) { return item.id == id; });
        return at == to.end() ? -1 : static_cast<int>(at - to.begin());
    };
    Selection selection = m_state.selection();
    selection.finding = moved(selection.finding, before.findings, now.findings);
    selection.path = moved(selection.path, before.paths, now.paths);
    selection.looksAtFinding = selection.looksAtFinding && selection.finding >= 0;
    m_state.carry(selection);
}

// What nobody below wanted.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_import && m_import->isVisible())
        return stopWork();
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList sources;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            sources << url.toLocalFile();
    openSources(sources);
    event->acceptProposedAction();
}

Presenter* MainWindow::presenter() const
{
    return m_presenter;
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_presenter)
        m_presenter->setGeometry(rect());
}

bool MainWindow::focusNextPrevChild(bool next)
{
    if (m_presenter) // it covers the window
        return QMainWindow::focusNextPrevChild(next);
    QWidget* stop = nextTabStop(*this, focusWidget(), next);
    if (stop)
        stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return stop != nullptr;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_review->mayLeave([this] { close(); }))
        return event->ignore();
    m_review->editor().discard();
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_layouts[m_arranged] = saveState(layoutVersion);
    for (const auto& [id, layout] : m_layouts)
        settings.setValue(QStringLiteral("window/docks-") + id, layout);
    if (m_session.snapshot())
        rememberSeen(*m_session.snapshot());
    settings.setValue(QStringLiteral("window/lens"), static_cast<int>(m_state.lens()));
    event->accept();
}

} // namespace bartizan::desktop
