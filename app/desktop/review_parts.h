// SPDX-License-Identifier: GPL-3.0-or-later
// What people say beside decisions: notes, statements, reports joined by hand, saved queries. Asks by a ReviewDialog and
// changes the review through ReviewEditor, one undoable step each; any row can be taken back. ReviewActions owns one;
// views ask by ViewState::editReview() and takeBack(). In two files: review_parts.cpp, review_ask.cpp (the dialogs).
#pragma once

#include "app/desktop/review_editor.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QMenu>
#include <QWidget>

#include <functional>

namespace bartizan::desktop {

class ReviewDialog;

class ReviewParts final : public QObject {
    Q_OBJECT
public:
    // True = the answer is taken.
    using Ask = std::function<bool(QWidget*, ReviewDialog&)>;
    ReviewParts(Ask ask, ReviewEditor& editor, Session& session, ViewState& state, QWidget* window);

    void addToMenu(QMenu* menu);
    QMenu* queries() const { return m_queries; } // save, run, and the rest in the list of the review

    void edit(const ReviewItem& item);
    void takeBack(const std::vector<ReviewItem>& items); // one step
    void note();                                         // on what the inspector shows
    void state();                                        // that a layer of the selected service is present
    void join();                                         // a report to an image
    void saveQuery();                                    // the one of the search line

signals:
    void said(const QString& message);
    void decisionAsked(int finding); // index into Posture::findings

private:
    void editNote(const std::string& subject);
    void editStatement(const std::string& workload, const std::string& layer);
    void editMatch(const std::string& report, const std::string& image);
    void editQuery(const std::string& name, const QString& query);
    void editOwner(const std::string& subject);
    void fillQueries();
    QString nameOf(const std::string& subject) const; // as people know it
    bool ready();                                     // sources are open; says so where they are not

    Ask m_ask;
    ReviewEditor& m_editor;
    Session& m_session;
    ViewState& m_state;
    QWidget* m_window;
    QMenu* m_queries;
    QList<QAction*> m_runs; // of m_queries: one a saved query
};

} // namespace bartizan::desktop
