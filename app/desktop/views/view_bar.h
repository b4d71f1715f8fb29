// SPDX-License-Identifier: GPL-3.0-or-later
// The tool bar over the drawing: which lens it is seen through, and the query that leaves services undimmed. It writes
// to ViewState; the count of matches comes from the graph view.
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/view_state.h"
#include "diagram/icons.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolBar>

#include <utility>
#include <vector>

class QMenu;
class QStandardItemModel;

namespace bartizan::desktop {

class ViewBar final : public QToolBar {
    Q_OBJECT
public:
    ViewBar(Session& session, ViewState& state, QWidget* parent = nullptr);

    const std::vector<QAction*>& lensActions() const { return m_lenses; } // for the View menu
    QLineEdit* search() const { return m_search; }
    QString message() const { return m_message->text(); }
    // A button with an icon that follows the theme: before the lenses, or at the right end.
    void addCommand(QAction* action, diagram::Icon icon, bool withText, bool atEnd);
    void addToSearch(QAction* action, diagram::Icon icon); // beside the field, an icon alone
    void addQueries(QMenu* menu);                          // the saved ones, beside the search line
    void focusSearch();
    void showMatches(int matching, int all); // services with a wall

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // Esc in the search field
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeLenses();
    void makeSearch();
    void dress(QAction* action, diagram::Icon icon, bool withText);
    void complete(const QString& text);

    Session& m_session;
    ViewState& m_state;
    std::vector<QAction*> m_lenses;
    QLineEdit* m_search = nullptr;
    QStandardItemModel* m_completions = nullptr; // shown text, and the query that it stands for
    QLabel* m_message = nullptr;
    QAction* m_firstLens = nullptr;
    QAction* m_afterSearch = nullptr;
};

} // namespace bartizan::desktop
