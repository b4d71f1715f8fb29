// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/inspector.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/view_bar.h"
#include "report/text/sections.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

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
    dialogs.chooseReportFile = [](QWidget* parent) {
        return QFileDialog::getSaveFileName(parent, QObject::tr("Write the report"), QStringLiteral("bartizan-report.pdf"),
                                            QObject::tr("PDF (*.pdf)"));
    };
    dialogs.showError = [](QWidget* parent, const QString& message) {
        QMessageBox box(QMessageBox::Warning, QObject::tr("Bartizan"), message, QMessageBox::Ok, parent);
        box.setTextFormat(Qt::PlainText);
        box.exec();
    };
    return dialogs;
}

MainWindow::MainWindow(Dialogs dialogs, QWidget* parent) : QMainWindow(parent), m_dialogs(std::move(dialogs))
{
    setWindowTitle(tr("Bartizan"));
    setAcceptDrops(true);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_sentence = new QLabel(centre);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(10);
    QFont strong = m_sentence->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.2);
    strong.setWeight(QFont::DemiBold);
    m_sentence->setFont(strong);
    m_sentence->hide();
    m_graph = new GraphView(m_session, m_state, centre);
    layout->addWidget(m_sentence);
    layout->addWidget(m_graph, 1);
    setCentralWidget(centre);
    m_bar = new ViewBar(m_session, m_state, this);
    addToolBar(m_bar);
    connect(m_graph, &GraphView::filterApplied, this, [this] {
        const diagram::Drawing* drawing = m_graph->drawing();
        const auto all = drawing ? std::count_if(drawing->nodes.begin(), drawing->nodes.end(),
                                                 [](const diagram::Node& node) { return node.hasWall(); })
                                 : 0;
        m_bar->showMatches(m_graph->matching(), static_cast<int>(all));
    });
    makeDocks();
    makeMenus();

    m_summary = new QLabel(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(this);
    m_progress->setMaximumWidth(260);
    m_progress->setTextVisible(true);
    m_stop = new QPushButton(tr("Stop"), this);
    statusBar()->addWidget(m_summary, 1);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_stop);
    statusBar()->addPermanentWidget(new QLabel(tr("Nothing leaves this machine"), this));
    m_progress->hide();
    m_stop->hide();

    connect(m_stop, &QPushButton::clicked, &m_session, &Session::cancel);
    connect(&m_session, &Session::started, this, &MainWindow::started);
    connect(&m_session, &Session::progressed, this, &MainWindow::progressed);
    connect(&m_session, &Session::finished, this, &MainWindow::showSnapshot);
    connect(&m_session, &Session::cancelled, this, [this] { ended(tr("Stopped.")); });
    connect(&m_session, &Session::failed, this, [this](const QString& message) {
        ended(tr("Nothing was imported."));
        m_dialogs.showError(this, message);
    });
    showTheme(theme());
    QSettings settings;
    resize(1280, 820);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
    const int lens = settings.value(QStringLiteral("window/lens")).toInt();
    if (lens >= 0 && lens < static_cast<int>(m_bar->lensActions().size()))
        m_bar->lensActions()[static_cast<std::size_t>(lens)]->trigger();
}

QString MainWindow::theme() const
{
    return QSettings().value(QStringLiteral("window/theme"), QStringLiteral("system")).toString();
}

void MainWindow::showTheme(const QString& theme)
{
    const bool dark = wantsDark(theme);
    applyPalette(*qApp, dark);
    m_graph->setDark(dark);
    m_inspector->setDark(dark);
    m_source->setDark(dark);
}

void MainWindow::makeThemes(QMenu* menu)
{
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, const QString& title) {
        QAction* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(name == theme());
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, name] {
            QSettings().setValue(QStringLiteral("window/theme"), name);
            showTheme(name);
        });
    };
    add(QStringLiteral("system"), tr("As the &desktop"));
    add(QStringLiteral("light"), tr("&Light"));
    add(QStringLiteral("dark"), tr("D&ark"));
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open files…"), QKeySequence(Qt::CTRL | Qt::Key_O), this, [this] { openChosen(false); });
    file->addAction(tr("Open &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, [this] { openChosen(true); });
    file->addAction(tr("&Read again"), QKeySequence(Qt::CTRL | Qt::Key_R), &m_session, &Session::reload);
    file->addAction(tr("&Stop reading"), QKeySequence(Qt::CTRL | Qt::Key_Period), &m_session, &Session::cancel);
    file->addSeparator();
    file->addAction(tr("Write &PDF report…"), QKeySequence(Qt::CTRL | Qt::Key_P), this, &MainWindow::writeReport);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(QKeySequence::Quit), this, &QWidget::close);
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(tr("&Copy"), QKeySequence(QKeySequence::Copy), this, &MainWindow::copySelection);
    edit->addAction(tr("&Search services"), QKeySequence(QKeySequence::Find), m_bar, &ViewBar::focusSearch);
    edit->addAction(tr("&Find in findings"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this, [this] {
        m_tabs->setCurrentIndex(0);
        m_findingsFilter->setFocus();
        m_findingsFilter->selectAll();
    });
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addAction(tr("Zoom &in"), QKeySequence(QKeySequence::ZoomIn), this,
                    [this] { m_graph->zoomBy(1.25, m_graph->rect().center()); });
    view->addAction(tr("Zoom &out"), QKeySequence(QKeySequence::ZoomOut), this,
                    [this] { m_graph->zoomBy(0.8, m_graph->rect().center()); });
    view->addAction(tr("&Fit"), QKeySequence(Qt::CTRL | Qt::Key_0), m_graph, &GraphView::fit);
    QMenu* lenses = view->addMenu(tr("&Lens"));
    for (QAction* lens : m_bar->lensActions())
        lenses->addAction(lens);
    makeThemes(view->addMenu(tr("&Theme")));
    view->addSeparator();
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        view->addAction(dock->toggleViewAction());
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Bartizan"), this, [this] {
        QMessageBox::about(
            this, tr("About Bartizan"),
            tr("<b>Bartizan %1</b><p>Shows where a microservice system's defences are thin.</p>"
               "<p>GPL-3.0-or-later. The layout helper bartizan-layout is MIT. Inter and JetBrains Mono: SIL OFL 1.1.</p>")
                .arg(QString::fromUtf8(report::programVersion.data(), static_cast<qsizetype>(report::programVersion.size()))));
    });
}

QTableView* MainWindow::makeTable(QAbstractItemModel* model, QSortFilterProxyModel*& proxy, QLineEdit*& filter,
                                  const QString& name)
{
    auto* page = new QWidget(m_tabs);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 4, 4, 4);
    filter = new QLineEdit(page);
    filter->setPlaceholderText(tr("Filter"));
    filter->setClearButtonEnabled(true);
    proxy = new QSortFilterProxyModel(page);
    proxy->setSourceModel(model);
    proxy->setSortRole(SortRole);
    proxy->setFilterKeyColumn(-1);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(filter, &QLineEdit::textChanged, proxy, &QSortFilterProxyModel::setFilterFixedString);
    auto* table = new QTableView(page);
    table->setModel(proxy);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(24);
    table->horizontalHeader()->setHighlightSections(false);
    table->setWordWrap(false);
    table->setAccessibleName(name);
    layout->addWidget(filter);
    layout->addWidget(table, 1);
    m_tabs->addTab(page, name);
    return table;
}

void MainWindow::makeDocks()
{
    const auto add = [this](const QString& title, const char* name, QWidget* widget, Qt::DockWidgetArea area, int width) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(QString::fromLatin1(name));
        dock->setWidget(widget);
        addDockWidget(area, dock);
        if (width > 0)
            resizeDocks({dock}, {width}, Qt::Horizontal);
        return dock;
    };
    m_navigator = new QTreeWidget(this);
    m_navigator->setHeaderHidden(true);
    m_navigator->setAccessibleName(tr("Namespaces and workloads"));
    connect(m_navigator, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item->data(0, Qt::UserRole).isValid())
            m_state.selectWorkload(WorkloadId(static_cast<std::size_t>(item->data(0, Qt::UserRole).toUInt())));
    });
    add(tr("Navigator"), "navigator", m_navigator, Qt::LeftDockWidgetArea, 238);
    m_inspector = new Inspector(m_session, m_state, this);
    add(tr("Inspector"), "inspector", m_inspector, Qt::RightDockWidgetArea, 360);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_findings = makeTable(&m_findingsModel, m_findingsProxy, m_findingsFilter, tr("Findings"));
    m_problems = makeTable(&m_problemsModel, m_problemsProxy, m_problemsFilter, tr("Problems"));
    m_source = new SourceView(m_session, m_state, this);
    m_tabs->addTab(m_source, tr("Source"));
    QDockWidget* bottom = add(tr("Results"), "results", m_tabs, Qt::BottomDockWidgetArea, 0);
    resizeDocks({bottom}, {250}, Qt::Vertical);
    connect(m_findings->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid())
            return;
        const FindingRow& row = m_findingsModel.rows()[static_cast<std::size_t>(m_findingsProxy->mapToSource(index).row())];
        m_state.selectFinding(row.index);
    });
    connect(m_findings, &QTableView::activated, this, &MainWindow::findingActivated);
    connect(m_findings, &QTableView::doubleClicked, this, &MainWindow::findingActivated);
    connect(m_problems, &QTableView::activated, this, [this](const QModelIndex& index) {
        m_state.showEvidence(
            m_problemsModel.rows()[static_cast<std::size_t>(m_problemsProxy->mapToSource(index).row())].evidence);
    });
    connect(&m_state, &ViewState::evidenceChanged, this, [this] {
        if (m_state.evidence().valid())
            m_tabs->setCurrentWidget(m_source);
    });
}

void MainWindow::findingActivated(const QModelIndex& index)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !index.isValid())
        return;
    const FindingRow& row = m_findingsModel.rows()[static_cast<std::size_t>(m_findingsProxy->mapToSource(index).row())];
    const Finding& finding = snapshot->posture().findings[static_cast<std::size_t>(row.index)];
    if (finding.cause.valid())
        m_state.showEvidence(finding.cause);
    else if (!finding.nearMisses.empty() && finding.nearMisses.front().evidence.valid())
        m_state.showEvidence(finding.nearMisses.front().evidence);
}

void MainWindow::openChosen(bool folder)
{
    const QStringList chosen = m_dialogs.chooseSources(this, folder);
    if (!chosen.isEmpty())
        m_session.open(chosen);
}

void MainWindow::writeReport()
{
    if (!m_session.snapshot())
        return;
    const QString file = m_dialogs.chooseReportFile(this);
    if (file.isEmpty())
        return;
    // A child writes it: hash seeds and fonts are then the command line's, and the bytes the same.
    auto* process = new QProcess(this);
    QStringList arguments{QStringLiteral("report"), QStringLiteral("--as-of"),
                          QString::fromStdString(m_session.snapshot()->posture().asOf), QStringLiteral("-o"), file};
    arguments += m_session.snapshot()->sources;
    connect(process, &QProcess::finished, this, [this, process, file](int code) {
        process->deleteLater();
        if (code == 0)
            m_summary->setText(tr("The report is in %1.").arg(file));
        else
            m_dialogs.showError(
                this, tr("The report could not be written: %1").arg(QString::fromUtf8(process->readAllStandardError())));
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            process->deleteLater();
            m_dialogs.showError(this, tr("bartizan-cli was not found beside this program; it writes the report."));
        }
    });
    m_summary->setText(tr("Writing the report…"));
    process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/bartizan-cli"), arguments);
}

void MainWindow::started()
{
    m_progress->setRange(0, 0);
    m_progress->setFormat(tr("Reading"));
    m_progress->show();
    m_stop->show();
    m_summary->setText(tr("Reading %1").arg(m_session.sources().join(QStringLiteral(", "))));
}

void MainWindow::progressed(const QString& step, qint64 done, qint64 total)
{
    if (!m_session.isLoading())
        return;
    m_progress->setFormat(step + (total > 0 ? QStringLiteral(" %p %") : QString()));
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(static_cast<int>(1000 * done / total));
}

void MainWindow::ended(const QString& message)
{
    m_progress->hide();
    m_stop->hide();
    m_summary->setText(message);
}

void MainWindow::showSnapshot()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_state.clear();
    m_findingsModel.setPosture(snapshot->model(), snapshot->loaded->catalogue, snapshot->posture());
    m_problemsModel.setModel(snapshot->model(), snapshot->posture());
    m_findings->setColumnWidth(FindingsModel::Severity, 90);
    m_findings->setColumnWidth(FindingsModel::Title, 430);
    m_findings->setColumnWidth(FindingsModel::Layer, 120);
    m_findings->setColumnWidth(FindingsModel::Subjects, 180);
    m_findings->setColumnWidth(FindingsModel::Where, 220);
    m_problems->setColumnWidth(ProblemsModel::Where, 260);
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_tabs->setTabText(0, tr("Findings %1").arg(m_findingsModel.rows().size()));
    m_tabs->setTabText(1, tr("Problems %1").arg(m_problemsModel.rows().size()));
    m_sentence->setText(shown(snapshot->posture().sentence));
    m_sentence->setVisible(!snapshot->posture().sentence.empty());
    const Architecture& architecture = snapshot->model().architecture;
    const auto counted = [](std::size_t number, const char* noun) {
        return QString::fromStdString(report::counted(number, noun));
    };
    ended(tr("%1 in %2 · %3 · %4 · as of %5 · %6 s")
              .arg(counted(architecture.workloads.size(), "workload"), counted(architecture.namespaces.size(), "namespace"),
                   counted(snapshot->posture().findings.size(), "finding"))
              .arg(shown(report::scopeSentence(snapshot->model())), QString::fromStdString(snapshot->posture().asOf),
                   QString::number(snapshot->seconds, 'f', 1)));
    QStringList names;
    for (const QString& source : snapshot->sources)
        names << source.section(QLatin1Char('/'), -1);
    setWindowTitle(names.join(QStringLiteral(", ")) + QStringLiteral(" — Bartizan"));
    fillNavigator();
}

void MainWindow::fillNavigator()
{
    m_navigator->clear();
    const Architecture& architecture = m_session.snapshot()->model().architecture;
    const Posture& posture = m_session.snapshot()->posture();
    for (const Namespace& space : architecture.namespaces) {
        if (space.workloads.empty())
            continue;
        auto* group =
            new QTreeWidgetItem(m_navigator, {shown(space.cluster.empty() ? space.name : space.cluster + "//" + space.name)});
        std::vector<WorkloadId> order = space.workloads;
        std::stable_sort(order.begin(), order.end(), [&](WorkloadId a, WorkloadId b) {
            return posture.workloads[a.pos()].counts.missing > posture.workloads[b.pos()].counts.missing;
        });
        for (const WorkloadId id : order) {
            const RequiredCounts& counts = posture.workloads[id.pos()].counts;
            auto* item =
                new QTreeWidgetItem(group, {shown(architecture.workload(id).name) +
                                            (counts.missing ? QStringLiteral("   ▼ %1").arg(counts.missing) : QString())});
            item->setData(0, Qt::UserRole, id.value);
            item->setToolTip(
                0, plainToolTip(QString::fromStdString(architecture.workload(id).id + "\n" + report::countsText(counts))));
        }
        group->setExpanded(true);
    }
}

void MainWindow::copySelection()
{
    QWidget* focus = QApplication::focusWidget();
    auto* table = qobject_cast<QTableView*>(focus);
    if (auto* edit = qobject_cast<QPlainTextEdit*>(focus))
        return edit->copy();
    if (auto* tree = qobject_cast<QTreeWidget*>(focus)) {
        if (tree->currentItem())
            QApplication::clipboard()->setText(tree->currentItem()->text(0));
        return;
    }
    if (!table || !table->selectionModel())
        return;
    QStringList lines;
    for (const QModelIndex& row : table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
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
    if (!sources.isEmpty())
        m_session.open(sources);
    event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    settings.setValue(QStringLiteral("window/lens"), static_cast<int>(m_state.lens()));
    event->accept();
}

} // namespace bartizan::desktop
