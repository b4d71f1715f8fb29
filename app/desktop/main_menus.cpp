// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's menus and what their commands do. Every command has a name in a menu, so that the command palette and a
// keyboard reach it.
#include "app/desktop/dialogs/about.h"
#include "app/desktop/dialogs/command_palette.h"
#include "app/desktop/dialogs/confirm_dialog.h"
#include "app/desktop/dialogs/diagnostics.h"
#include "app/desktop/dialogs/keyboard_map.h"
#include "app/desktop/dialogs/report_dialog.h"
#include "app/desktop/dialogs/why_dialog.h"
#include "app/desktop/export_files.h"
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/models/table_model.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/presenter/presenter.h"
#include "app/desktop/recent.h"
#include "app/desktop/report_writer.h"
#include "app/desktop/review_parts.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/registry.h"
#include "app/desktop/views/view_bar.h"
#include "app/desktop/what_is.h"
#include "app/desktop/widgets/table_page.h"
#include "report/input.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSettings>

namespace bartizan::desktop {

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeGraphMenu();
    makeReviewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open files…"), QKeySequence(Qt::CTRL | Qt::Key_O), this, [this] { openChosen(false); });
    QAction* folder =
        file->addAction(tr("Open &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, [this] { openChosen(true); });
    folder->setObjectName(QStringLiteral("openFolder"));
    folder->setIconText(tr("Open"));
    m_bar->addCommand(folder, diagram::Icon::open, true, false);
    QMenu* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    fillRecent(recent);
    QAction* sample = file->addAction(tr("Open the &sample"), this, &MainWindow::openSample);
    sample->setObjectName(QStringLiteral("openSample"));
    sample->setEnabled(!samplePath().isEmpty());
    file->addSeparator();
    QAction* again = file->addAction(tr("Read a&gain"), QKeySequence(Qt::CTRL | Qt::Key_R), &m_session, &Session::reload);
    again->setIconText(tr("Read again"));
    m_bar->addCommand(again, diagram::Icon::refresh, false, false);
    QAction* follow = file->addAction(tr("Read again &when files change"));
    follow->setCheckable(true);
    follow->setChecked(QSettings().value(QStringLiteral("window/readAgain"), false).toBool());
    connect(follow, &QAction::toggled, this, [](bool on) { QSettings().setValue(QStringLiteral("window/readAgain"), on); });
    file->addAction(tr("S&top"), QKeySequence(Qt::CTRL | Qt::Key_Period), this, &MainWindow::stopWork);
    file->addSeparator();
    m_review->addToFileMenu(file);
    m_compare->addToFileMenu(file);
    file->addSeparator();
    QAction* report = file->addAction(tr("Write re&port…"), QKeySequence(Qt::CTRL | Qt::Key_P), this, &MainWindow::writeReport);
    report->setIconText(tr("Report"));
    m_bar->addCommand(report, diagram::Icon::report, true, true);
    file->addAction(tr("Write the &drawing…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &MainWindow::writeDrawing);
    fillExports(file->addMenu(tr("E&xport")));
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
}

// One entry for each row, those of one command together.
void MainWindow::fillExports(QMenu* menu)
{
    menu->setObjectName(QStringLiteral("exports"));
    std::string_view command;
    for (const report::ExportRow* row : exportsOfTheSystem()) {
        if (!command.empty() && row->command != command)
            menu->addSeparator();
        command = row->command;
        QAction* action = menu->addAction(exportTitle(*row).replace(QLatin1Char('&'), QStringLiteral("&&")) + QStringLiteral("…"),
                                          this, [this, row] { writeExport(*row); });
        action->setObjectName(QStringLiteral("export.%1.%2").arg(latin(row->command), latin(row->format)));
    }
}

bool MainWindow::readyToWrite()
{
    if (!m_session.snapshot())
        m_summary->setText(tr("Open sources first: there is nothing to write yet."));
    return m_session.snapshot() != nullptr;
}

void MainWindow::writeReport()
{
    if (!readyToWrite())
        return;
    ReportDialog dialog(m_session.snapshot()->model(), this);
    if (!m_dialogs.askReport || !m_dialogs.askReport(this, dialog))
        return;
    dialog.remember();
    ExportRequest request;
    request.report = dialog.answer();
    const report::ExportRow* row = report::findExport("report", request.report.at("format"));
    request.command = latin(row->command);
    request.format = latin(row->format);
    request.file = m_dialogs.chooseExportFile ? m_dialogs.chooseExportFile(this, *row) : QString();
    if (request.file.isEmpty())
        return;
    if (request.report.count("redact") != 0)
        request.redactionSalt = m_review->redactionSalt();
    write(request);
}

void MainWindow::writeDrawing()
{
    if (!readyToWrite())
        return;
    const QString file = m_dialogs.chooseDrawingFile ? m_dialogs.chooseDrawingFile(this) : QString();
    if (!file.isEmpty())
        write({QStringLiteral("graph"), {}, file, {}, {}});
}

void MainWindow::writeExport(const report::ExportRow& row)
{
    if (!readyToWrite())
        return;
    const QString file = m_dialogs.chooseExportFile ? m_dialogs.chooseExportFile(this, row) : QString();
    if (!file.isEmpty())
        write({latin(row.command), latin(row.format), file, {}, {}});
}

void MainWindow::write(const ExportRequest& request)
{
    m_reports->write(*m_session.snapshot(), request);
    m_progress->setRange(0, 0);
    m_progress->setFormat(tr("Writing"));
    m_progress->show();
    m_stop->show();
    m_summary->setText(tr("Writing %1").arg(request.file));
}

void MainWindow::stopWork()
{
    m_session.cancel();
    m_review->stopReading();
    m_compare->comparison().cancel();
    if (!m_reports->running())
        return;
    m_reports->stop();
    ended(tr("Stopped."));
}

void MainWindow::fillRecent(QMenu* menu)
{
    menu->clear();
    for (const QStringList& sources : recentSources())
        menu->addAction(shown(sources.join(QStringLiteral(", ")).toStdString()).replace(QLatin1Char('&'), QStringLiteral("&&")),
                        this, [this, sources] { openSources(sources); });
    if (menu->isEmpty()) {
        menu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    menu->addAction(tr("&Forget these"), this, [] { forgetRecent(); });
}

void MainWindow::makeEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_review->addToEditMenu(edit);
    edit->addAction(tr("&Copy"), QKeySequence(QKeySequence::Copy), this, &MainWindow::copySelection);
    edit->addSeparator();
    edit->addAction(tr("&Search services"), QKeySequence(QKeySequence::Find), this, [this] { m_bar->focusSearch(); });
    edit->addAction(tr("&Find in this view"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this, &MainWindow::findInView);
    edit->addAction(tr("&Next finding"), QKeySequence(Qt::Key_N), this, [this] { stepFinding(1); });
    edit->addAction(tr("Pre&vious finding"), QKeySequence(Qt::SHIFT | Qt::Key_N), this, [this] { stepFinding(-1); });
    edit->addSeparator();
    edit->addAction(tr("Co&mmands…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this, [this] {
        CommandPalette palette(menuBar()->actions(), this);
        if (palette.exec() == QDialog::Accepted && palette.chosen())
            palette.chosen()->trigger();
    });
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    int centre = 0, bottom = 0;
    for (const ViewRow& row : viewRows()) {
        QKeySequence keys;
        if (row.keys != 0)
            keys = QKeySequence(row.keys);
        else if (row.place == Place::centre)
            keys = QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + centre++));
        else if (row.place == Place::bottom && bottom < 10) { // Alt+1 ... Alt+9, Alt+0
            keys = QKeySequence(Qt::ALT | (bottom == 9 ? Qt::Key_0 : static_cast<Qt::Key>(Qt::Key_1 + bottom)));
            ++bottom;
        }
        QAction* action = menu->addAction(viewTitle(row), keys, this, [this, id = QString::fromLatin1(row.id)] { showView(id); });
        action->setObjectName(QStringLiteral("view.") + QString::fromLatin1(row.id));
    }
    menu->addSeparator();
    QMenu* lenses = menu->addMenu(tr("&Lens"));
    for (QAction* lens : m_bar->lensActions())
        lenses->addAction(lens);
    menu->addAction(tr("Zoom &in"), QKeySequence(QKeySequence::ZoomIn), this,
                    [this] { graph()->zoomBy(1.25, graph()->rect().center()); });
    menu->addAction(tr("Zoom &out"), QKeySequence(QKeySequence::ZoomOut), this,
                    [this] { graph()->zoomBy(0.8, graph()->rect().center()); });
    menu->addAction(tr("&Fit"), QKeySequence(Qt::CTRL | Qt::Key_0), this, [this] { graph()->fit(); });
    menu->addSeparator();
    makeThemes(menu->addMenu(tr("&Theme")));
    makeLanguages(menu->addMenu(tr("Lan&guage")));
    QMenu* docks = menu->addMenu(tr("&Docks"));
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        docks->addAction(dock->toggleViewAction());
    docks->addSeparator();
    docks->addAction(tr("&Maximise results"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), this, &MainWindow::maximiseResults);
    docks->addAction(tr("&Back to the first layout"), this, &MainWindow::resetLayout);
    menu->addAction(tr("&Present paths"), QKeySequence(Qt::Key_F5), this, &MainWindow::present);
    menu->addAction(tr("F&ull screen"), QKeySequence(Qt::Key_F11), this,
                    [this] { isFullScreen() ? showNormal() : showFullScreen(); });
}

// The keys after the tabulator are the drawing's own: they work while it has the keyboard.
void MainWindow::makeGraphMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Graph"));
    menu->addAction(tr("&Weakest path to the selection\tP"), this, [this] { graph()->lightWeakestPath(); });
    menu->addAction(tr("What &falls with the selection\tB"), this, [this] { graph()->toggleBlast(); });
    menu->addAction(tr("What the sele&ction may reach\tO"), this, [this] { graph()->showReach(false); });
    menu->addAction(tr("Who may &reach the selection\tI"), this, [this] { graph()->showReach(true); });
    QAction* why = menu->addAction(tr("Wh&y can one reach another…\tW"), this, [this] { graph()->askWhy(); });
    why->setObjectName(QStringLiteral("why"));
    menu->addAction(tr("&Next hop, or line of the Connectivity lens\t]"), this, [this] { graph()->stepHop(1); });
    menu->addAction(tr("&Previous hop, or line of the Connectivity lens\t["), this, [this] { graph()->stepHop(-1); });
    menu->addSeparator();
    QAction* hide = menu->addAction(tr("&Hide what a search leaves out\tH"));
    hide->setObjectName(QStringLiteral("hide"));
    hide->setIconText(tr("Hide"));
    hide->setToolTip(tr("Hide what a search leaves out, instead of dimming it (H)"));
    hide->setCheckable(true);
    hide->setChecked(GraphView::rememberedHides());
    connect(hide, &QAction::toggled, this, [this](bool on) { graph()->setHides(on); });
    m_bar->addToSearch(hide, diagram::Icon::filter);
    menu->addSeparator();
    menu->addAction(tr("&Back to the automatic place"), this, [this] { graph()->backToAutomaticPlace(false); });
    menu->addAction(tr("All b&ack to automatic places"), this, [this] { graph()->backToAutomaticPlace(true); });
    menu->addSeparator();
    menu->addAction(tr("Copy na&mes"), this, [this] { graph()->copyNames(); });
    menu->addAction(tr("Copy &evidence"), this, [this] { graph()->copyEvidence(); });
    menu->addAction(tr("Copy p&icture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this, &MainWindow::copyPicture);
    menu->addSeparator();
    menu->addAction(tr("&Legend\tL"), this, [this] { graph()->toggleLegend(); });
}

void MainWindow::makeReviewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Review"));
    m_review->addToReviewMenu(menu);
    menu->addSeparator();
    QAction* confirm = menu->addAction(tr("C&onfirm sensitivities and audiences…"), this, [this] {
        if (!m_session.snapshot())
            return m_summary->setText(tr("Open sources first: there is nothing to confirm yet."));
        ConfirmDialog(m_session.snapshot(), m_review->editor(), this).exec();
    });
    confirm->setObjectName(QStringLiteral("confirm"));
    menu->addAction(tr("&List the whole review"), QKeySequence(Qt::CTRL | Qt::Key_L), this,
                    [this] { showView(QStringLiteral("review")); });
    m_bar->addQueries(m_review->parts().queries());
}

void MainWindow::stepFinding(int by)
{
    auto* findings = viewAs<TablePage>("findings");
    const QModelIndex current = findings->table()->currentIndex();
    int row = current.isValid() ? current.row() + by : 0;
    while (row >= 0 && findings->proxy()->index(row, 0).data(HeadingRole).isValid())
        row += by;
    if (row < 0 || row >= findings->proxy()->rowCount())
        return m_summary->setText(by > 0 ? tr("This was the last finding.") : tr("This was the first finding."));
    showView(QStringLiteral("findings"));
    findings->table()->setCurrentIndex(findings->proxy()->index(row, 0));
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
    add(QStringLiteral("contrast-light"), tr("&High contrast, light"));
    add(QStringLiteral("contrast-dark"), tr("High &contrast, dark"));
}

void MainWindow::makeLanguages(QMenu* menu)
{
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, const QString& title) {
        QAction* action = menu->addAction(title);
        action->setObjectName(QStringLiteral("language.") + name);
        action->setCheckable(true);
        action->setChecked(name == rememberedLanguage());
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, name] {
            rememberLanguage(name);
            m_summary->setText(tr("The language takes effect at the next start."));
        });
    };
    add(QStringLiteral("system"), tr("As the &desktop"));
    add(QStringLiteral("en"), QStringLiteral("&English")); // each in its own words, so that it is found in any language
    add(QStringLiteral("de"), QStringLiteral("Deu&tsch"));
}

void MainWindow::makeHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keyboard shortcuts…"), QKeySequence(Qt::Key_F1), this,
                    [this] { KeyboardMapDialog(menuBar()->actions(), this).exec(); });
    auto* what = new WhatIs(m_session, this);
    help->addAction(tr("&What is this"), QKeySequence(Qt::SHIFT | Qt::Key_F1), this,
                    [what] { what->ask(QApplication::focusWidget()); });
    help->addAction(tr("&Diagnostics…"), this, [this] { showDiagnostics(this, m_session.snapshot(), m_steps); });
    help->addAction(tr("&About Bartizan"), this, &MainWindow::showAbout);
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::askWhy(const QString& from, const QString& to)
{
    if (!m_why)
        m_why = new WhyDialog(m_session, m_state, this);
    m_why->show();
    m_why->raise();
    m_why->activateWindow();
    m_why->ask(from, to);
}

void MainWindow::showAbout()
{
    AboutDialog(this).exec();
}

void MainWindow::openChosen(bool folder)
{
    openSources(m_dialogs.chooseSources(this, folder));
}

void MainWindow::openSample()
{
    if (const QString sample = samplePath(); !sample.isEmpty())
        openSources({sample});
}

void MainWindow::copySelection()
{
    QWidget* focus = QApplication::focusWidget();
    if (auto* edit = qobject_cast<QPlainTextEdit*>(focus); edit && edit->textCursor().hasSelection())
        return edit->copy();
    if (auto* line = qobject_cast<QLineEdit*>(focus))
        return line->copy();
    View* view = viewAt(focus);
    if (!view || !view->copy())
        m_summary->setText(tr("Nothing is selected that could be copied."));
}

void MainWindow::findInView()
{
    View* view = viewAt(QApplication::focusWidget());
    if (view && view->find())
        return;
    showView(QStringLiteral("findings"));
    if (auto* findings = qobject_cast<View*>(this->view(QStringLiteral("findings"))))
        findings->find();
}

void MainWindow::copyPicture()
{
    graph()->copyPicture();
    m_summary->setText(tr("The picture of the graph is in the clipboard."));
}

void MainWindow::maximiseResults()
{
    const bool large = !m_centre->isHidden();
    m_centre->setHidden(large);
    if (!large)
        return;
    if (auto* dock = findChild<QDockWidget*>(QStringLiteral("resultsDock")))
        dock->show();
}

void MainWindow::present()
{
    if (!m_session.snapshot()) {
        m_summary->setText(tr("Open sources first: there is nothing to present yet."));
        return;
    }
    delete m_presenter;
    m_presenter = new Presenter(m_session.snapshot(), m_state.path(), this);
    m_presenter->setGeometry(rect());
    m_presenter->show();
    m_presenter->setFocus();
    const auto leave = [this] {
        if (!m_presenter)
            return;
        m_presenter->hide();
        m_presenter->deleteLater();
        m_presenter.clear();
        graph()->setFocus();
    };
    connect(m_presenter, &Presenter::left, this, leave);
    connect(&m_session, &Session::finished, m_presenter, [this, leave] {
        if (m_session.sameInput())
            m_presenter->setSnapshot(m_session.snapshot());
        else
            leave();
    });
    connect(m_presenter, &Presenter::decided, this,
            [this](int finding, Presenter::Choice choice, const QString& owner, const QString& expires, const QString& reason) {
                Decision decision;
                decision.kind = choice == Presenter::Choice::accept ? DecisionKind::accept
                                : choice == Presenter::Choice::fix  ? DecisionKind::mitigate
                                                                    : DecisionKind::needsWork;
                decision.owner = owner.toStdString();
                decision.expires = expires.toStdString();
                decision.reason = reason.toStdString();
                m_review->take({finding}, decision);
            });
    connect(m_presenter, &Presenter::evidenceAsked, this, [this, leave](const Evidence& evidence) {
        leave();
        m_state.showEvidence(evidence);
        showView(QStringLiteral("source"));
    });
}

void MainWindow::resetLayout()
{
    m_centre->show();
    m_layouts.clear();
    m_arranged.clear();
    restoreState(m_firstLayout, layoutVersion);
    arrangeDocks(m_centre->currentIndex());
}

} // namespace bartizan::desktop
