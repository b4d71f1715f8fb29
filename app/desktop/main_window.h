// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: the views of views/registry.h in tabs and docks, menus, and the line that says what goes on. It wires
// views to Session and ViewState and owns no state of its own.
#pragma once

#include "app/desktop/compare_actions.h"
#include "app/desktop/dialogs/diagnostics.h"
#include "app/desktop/review_actions.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QLabel>
#include <QMainWindow>
#include <QPointer>
#include <QProgressBar>
#include <QTabWidget>

#include <functional>
#include <map>

class QDockWidget;
class QPushButton;

namespace bartizan::report {
struct ExportRow;
}

namespace bartizan::desktop {

class GraphView;
class ImportScreen;
class Presenter;
class ReportDialog;
class ReportWriter;
struct ExportRequest;
class SourceWatch;
class View;
class ViewBar;
class ViewSlot;
class WhyDialog;

// How a window asks for files and shows errors; tests put their own answers here.
struct Dialogs {
    std::function<QStringList(QWidget*, bool folder)> chooseSources;
    std::function<QStringList(QWidget*, bool folder)> chooseCompared;            // what to compare with
    std::function<bool(QWidget*, ReportDialog&)> askReport;                      // true = write it
    std::function<QString(QWidget*, const report::ExportRow&)> chooseExportFile; // also of the report; "" = none
    std::function<QString(QWidget*)> chooseDrawingFile;
    std::function<void(QWidget*, const QString& message)> showError;
    ReviewDialogs review = systemReviewDialogs();
};
Dialogs systemDialogs();

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Dialogs dialogs = systemDialogs(), QWidget* parent = nullptr);

    Session& session() { return m_session; }
    ViewState& viewState() { return m_state; }
    ReviewActions& reviews() { return *m_review; }
    CompareActions& comparing() { return *m_compare; }
    ViewBar* viewBar() const { return m_bar; }
    QWidget* view(const QString& id) const; // a row of views/registry.h, made and up to date; null = no such view
    template <class V>
    V* viewAs(const char* id) const
    {
        return qobject_cast<V*>(view(QString::fromLatin1(id)));
    }
    void showView(const QString& id); // to the front of its tabs or dock, with the keyboard
    QString theme() const;            // a name for themeNamed(): what is remembered
    void showTheme(const QString& theme);
    Presenter* presenter() const;                        // null while nothing is presented
    WhyDialog* why() const { return m_why; }             // null until somebody asked
    void askWhy(const QString& from, const QString& to); // beside the window; "" = to be chosen there
    void openSources(const QStringList& sources);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;
    void closeEvent(QCloseEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    bool focusNextPrevChild(bool next) override; // tab_order.h
    void paintEvent(QPaintEvent*) override;

private:
    static constexpr int layoutVersion = 2; // of docks; a remembered state of another version is not taken

    void makeViews();
    QDockWidget* addDock(const QString& title, const QString& name, QWidget* widget, Qt::DockWidgetArea area);
    void addResultTabs();
    void completeViews(); // one a turn of the event loop, what is seen first
    void viewMade(const QString& id, View* view);
    GraphView* graph() const;
    void makeStatusBar();
    void arrangeDocks(int tab);
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeGraphMenu();
    void makeReviewMenu();
    void makeHelpMenu();
    void makeThemes(QMenu* menu);
    void makeLanguages(QMenu* menu);
    void fillRecent(QMenu* menu);
    void openChosen(bool folder);
    void openSample();
    void fillExports(QMenu* menu);
    void writeReport();
    void writeDrawing();
    void writeExport(const report::ExportRow& row);
    bool readyToWrite(); // sources are open; says so where they are not
    void write(const ExportRequest& request);
    void stopWork();
    void started();
    void watchComparing();
    void progressed(Step step, qint64 done, qint64 total);
    void showProgress(const QString& step, qint64 done, qint64 total);
    void ended(const QString& message);
    void showImport(); // over the tabs, while there is nothing else to show
    void showEarly();
    void stopped();
    void showSnapshot();
    void keepSelection();
    Selection selectionAgain(const std::string& workload, const std::string& finding) const; // ids; what is gone is left out
    void sourcesChanged();
    void copySelection();
    void findInView();
    void copyPicture();
    void maximiseResults();
    void resetLayout();
    void present();
    void stepFinding(int by);
    void showAbout();
    View* viewAt(QWidget* widget) const; // the one that holds it, or null

    Dialogs m_dialogs;
    Session m_session;
    ViewState m_state;
    SnapshotPtr m_shown; // of the last finished(), to find again what was selected
    SourceWatch* m_watch = nullptr;
    std::map<QString, ViewSlot*> m_slots;
    QTabWidget* m_centre = nullptr;
    QTabWidget* m_results = nullptr;
    ImportScreen* m_import = nullptr; // made when first needed
    ViewBar* m_bar = nullptr;
    ReportWriter* m_reports = nullptr;
    ReviewActions* m_review = nullptr;
    CompareActions* m_compare = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_counts = nullptr;
    QProgressBar* m_progress = nullptr;
    std::vector<RunStep> m_steps; // of the last run, for the diagnostics
    QElapsedTimer m_run;
    QPushButton* m_stop = nullptr;
    bool m_first = true; // nothing was shown yet
    bool m_painted = false;
    // Each centre tab has docks of its own: the first screen and the matrix want the width.
    std::map<QString, QByteArray> m_layouts; // by id of the centre view
    QString m_arranged;                      // whose layout is shown
    QPointer<Presenter> m_presenter;
    WhyDialog* m_why = nullptr;
    QByteArray m_firstLayout; // of the graph, before anything was remembered
};

} // namespace bartizan::desktop
