// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's views: their places in tabs and docks, when they are made, and which docks stand beside which tab.
#include "app/desktop/main_window.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/registry.h"
#include "app/desktop/views/view_bar.h"
#include "app/desktop/views/view_slot.h"

#include <QDockWidget>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

QWidget* MainWindow::view(const QString& id) const
{
    const auto found = m_slots.find(id);
    return found == m_slots.end() ? nullptr : found->second->view();
}

GraphView* MainWindow::graph() const
{
    return viewAs<GraphView>("graph");
}

View* MainWindow::viewAt(QWidget* widget) const
{
    for (; widget; widget = widget->parentWidget())
        if (auto* found = qobject_cast<View*>(widget))
            return found;
    return nullptr;
}

void MainWindow::viewMade(const QString& id, View* view)
{
    connect(view, &View::said, this, [this](const QString& sentence) { m_summary->setText(sentence); });
    const auto note = [this, slot = m_slots.at(id)] {
        for (QTabWidget* tabs : {m_centre, m_results})
            if (const int tab = tabs->indexOf(slot); tab >= 0)
                tabs->setTabText(tab, slot->tabText());
    };
    connect(view, &View::noteChanged, this, note);
    note();
    auto* graph = qobject_cast<GraphView*>(view);
    if (!graph)
        return;
    graph->setEditor(&m_review->editor());
    if (auto* hide = findChild<QAction*>(QStringLiteral("hide")))
        connect(graph, &GraphView::hidesChanged, hide, &QAction::setChecked);
    connect(graph, &GraphView::hopChanged, m_summary, &QLabel::setText);
    connect(graph, &GraphView::hopWithdrawn, this, [this](const QString& words) {
        if (m_summary->text() == words)
            m_summary->clear();
    });
    connect(graph, &GraphView::filterApplied, this, [this, graph] {
        const diagram::Drawing* drawing = graph->drawing();
        const auto all = drawing ? std::count_if(drawing->nodes.begin(), drawing->nodes.end(),
                                                 [](const diagram::Node& node) { return node.hasWall(); })
                                 : 0;
        m_bar->showMatches(graph->matching(), static_cast<int>(all));
    });
}

QDockWidget* MainWindow::addDock(const QString& title, const QString& name, QWidget* widget, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeViews()
{
    m_centre = new QTabWidget(this);
    m_centre->setDocumentMode(true);
    m_centre->setObjectName(QStringLiteral("centre"));
    setCentralWidget(m_centre);
    m_results = new QTabWidget(this);
    m_results->setDocumentMode(true);
    m_results->setObjectName(QStringLiteral("results"));
    std::vector<QDockWidget*> left;
    QDockWidget* right = nullptr;
    for (const ViewRow& row : viewRows()) {
        const QString id = QString::fromLatin1(row.id);
        auto* slot = new ViewSlot(row, {m_session, m_state}, this);
        m_slots[id] = slot;
        connect(slot, &ViewSlot::viewMade, this, [this, id](View* view) { viewMade(id, view); });
        switch (row.place) {
        case Place::left:
            slot->setMinimumSize(200, 80);
            left.push_back(addDock(slot->title(), id, slot, Qt::LeftDockWidgetArea));
            break;
        case Place::right:
            slot->setMinimumWidth(280);
            right = addDock(slot->title(), id, slot, Qt::RightDockWidgetArea);
            break;
        case Place::centre:
            m_centre->addTab(slot, slot->title());
            break;
        case Place::bottom:
            slot->setParent(m_results);
            slot->hide(); // addResultTabs() shows it
        }
    }
    m_state.backlog().add(Turn::later, this, [this] { addResultTabs(); });
    m_results->setMinimumHeight(120);
    QDockWidget* bottom = addDock(tr("Results"), QStringLiteral("resultsDock"), m_results, Qt::BottomDockWidgetArea);
    bottom->setTitleBarWidget(new QWidget(bottom)); // its tabs are title enough
    view(QStringLiteral("start"));
    resizeDocks({left.front(), right}, {238, 340}, Qt::Horizontal);
    resizeDocks({left.front(), left.back()}, {150, 500}, Qt::Vertical);
    resizeDocks({bottom}, {230}, Qt::Vertical);
}

// Each tab that is added lays out all of its bar: not before the first picture, in which the dock is closed at most times.
void MainWindow::addResultTabs()
{
    if (m_results->count() > 0)
        return;
    for (const ViewRow& row : viewRows())
        if (row.place == Place::bottom) {
            ViewSlot* slot = m_slots.at(QString::fromLatin1(row.id));
            m_results->addTab(slot, slot->tabText());
        }
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        completeViews();
}

void MainWindow::completeViews()
{
    for (const bool seen : {true, false})
        for (const ViewRow& row : viewRows())
            if (ViewSlot* slot = m_slots.at(QString::fromLatin1(row.id)); slot->isVisible() == seen && !slot->made())
                m_state.backlog().add(Turn::later, slot, [slot] { slot->view(); });
    m_state.backlog().release();
}

void MainWindow::arrangeDocks(int tab)
{
    const auto found =
        std::find_if(m_slots.begin(), m_slots.end(), [&](const auto& slot) { return slot.second == m_centre->widget(tab); });
    if (found == m_slots.end() || found->first == m_arranged)
        return;
    const bool fresh = m_arranged.isEmpty(); // the docks stand as they were made
    if (!fresh)
        m_layouts[m_arranged] = saveState(layoutVersion);
    m_arranged = found->first;
    if (const QByteArray& layout = m_layouts[m_arranged]; !layout.isEmpty() && restoreState(layout, layoutVersion))
        return;
    if (!fresh)
        restoreState(m_firstLayout, layoutVersion);
    const bool start = m_arranged == QLatin1String("start"), matrix = m_arranged == QLatin1String("matrix");
    for (QDockWidget* dock : findChildren<QDockWidget*>()) {
        const bool left = dockWidgetArea(dock) == Qt::LeftDockWidgetArea;
        dock->setVisible(!(matrix || (start && !left)));
    }
}

void MainWindow::showView(const QString& id)
{
    const auto found = m_slots.find(id);
    if (found == m_slots.end())
        return;
    addResultTabs();
    ViewSlot* slot = found->second;
    View* view = slot->view();
    // What stands beside the drawing is shown there, not squeezed beside the first screen.
    if (m_centre->indexOf(slot) < 0 && m_arranged == QLatin1String("start") && !slot->isVisible())
        m_centre->setCurrentWidget(m_slots.at(QStringLiteral("graph")));
    for (QTabWidget* tabs : {m_centre, m_results})
        if (tabs->indexOf(slot) >= 0)
            tabs->setCurrentWidget(slot);
    for (QWidget* parent = slot->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(parent)) {
            dock->show();
            dock->raise();
        }
    view->setFocus(Qt::OtherFocusReason);
}

} // namespace bartizan::desktop
