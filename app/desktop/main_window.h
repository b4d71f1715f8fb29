// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: menus and docks around the drawing. It wires views to Session and ViewState and owns no state.
#pragma once

#include "app/desktop/models/findings_model.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QLabel>
#include <QMainWindow>
#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTabWidget>
#include <QTreeWidget>

class QLineEdit;
class QPushButton;

namespace bartizan::desktop {

class GraphView;
class Inspector;
class SourceView;
class ViewBar;

// How a window asks for files and shows errors; tests put their own answers here.
struct Dialogs {
    std::function<QStringList(QWidget*, bool folder)> chooseSources;
    std::function<QString(QWidget*)> chooseReportFile;
    std::function<void(QWidget*, const QString& message)> showError;
};
Dialogs systemDialogs();

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Dialogs dialogs = systemDialogs(), QWidget* parent = nullptr);

    Session& session() { return m_session; }
    ViewState& viewState() { return m_state; }
    QTableView* findingsTable() const { return m_findings; }
    SourceView* sourceView() const { return m_source; }
    GraphView* graphView() const { return m_graph; }
    ViewBar* viewBar() const { return m_bar; }
    QString theme() const; // "system", "light" or "dark": what is remembered
    void showTheme(const QString& theme);

protected:
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;
    void closeEvent(QCloseEvent*) override;

private:
    void makeMenus();
    void makeThemes(QMenu* menu);
    void makeDocks();
    QTableView* makeTable(QAbstractItemModel* model, QSortFilterProxyModel*& proxy, QLineEdit*& filter, const QString& name);
    void openChosen(bool folder);
    void writeReport();
    void started();
    void progressed(const QString& step, qint64 done, qint64 total);
    void ended(const QString& message);
    void showSnapshot();
    void fillNavigator();
    void copySelection();
    void findingActivated(const QModelIndex& index);

    Dialogs m_dialogs;
    Session m_session;
    ViewState m_state;
    FindingsModel m_findingsModel;
    ProblemsModel m_problemsModel;
    GraphView* m_graph = nullptr;
    ViewBar* m_bar = nullptr;
    Inspector* m_inspector = nullptr;
    SourceView* m_source = nullptr;
    QTableView* m_findings = nullptr;
    QTableView* m_problems = nullptr;
    QSortFilterProxyModel* m_findingsProxy = nullptr;
    QSortFilterProxyModel* m_problemsProxy = nullptr;
    QLineEdit* m_findingsFilter = nullptr;
    QLineEdit* m_problemsFilter = nullptr;
    QTreeWidget* m_navigator = nullptr;
    QTabWidget* m_tabs = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_sentence = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stop = nullptr;
};

} // namespace bartizan::desktop
