// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with the review: new, open, save, recover, undo, decide. Owns the editor, gives the Session each
// new state of the review and the window its title. MainWindow makes one and puts its actions into its menus.
#pragma once

#include "app/desktop/review_editor.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QMainWindow>

class QMenu;

namespace bartizan::desktop {

class DecideDialog;
class ReviewDialog;
class ReviewParts;

// How the review asks; tests put their own answers here.
struct ReviewDialogs {
    enum class Unsaved { save, discard, stay };
    std::function<QString(QWidget*)> chooseReview;                           // to open; "" = none
    std::function<QString(QWidget*, const QString& suggested)> chooseTarget; // to save; "" = none
    std::function<Unsaved(QWidget*, const QString& title)> askUnsaved;       // before a changed review is left
    std::function<bool(QWidget*, const QString& question, const QString& yes)> confirm;
    std::function<bool(QWidget*, DecideDialog&)> decide; // true = decided
    std::function<bool(QWidget*, ReviewDialog&)> ask;    // notes, statements, matches, queries; true = the answer is taken
    std::function<void(QWidget*, const QString& message)> showError;
};
ReviewDialogs systemReviewDialogs();

class ReviewActions final : public QObject {
    Q_OBJECT
public:
    ReviewActions(ReviewDialogs dialogs, Session& session, ViewState& state, QMainWindow* window);

    void addToFileMenu(QMenu* menu);
    void addToEditMenu(QMenu* menu);
    void addToReviewMenu(QMenu* menu);
    // Which findings "decide" is about, as indices into Posture::findings; without it the one of ViewState.
    void setSelection(std::function<std::vector<int>()> selection) { m_selection = std::move(selection); }

    ReviewEditor& editor() { return m_editor; }
    ReviewParts& parts() { return *m_parts; }
    // Asks about unsaved changes. False: not now; `later` is called when it may after all, because the review is saved.
    bool mayLeave(const std::function<void()>& later);
    void offerUnsaved(); // at the start: a new review that a dead program left behind
    void openReview(const QString& path, const QStringList& more = {}); // and its sources, and more
    void open(const QStringList& sources);                              // a review among them is opened as one
    // Off this thread; `done` learns whether it was saved.
    void save(const std::function<void(bool)>& done = {});
    void saveAs(const std::function<void(bool)>& done = {});
    void stopReading(); // of a review
    void newReview();
    // Of the review, for reports without names: made at random, as one undoable step, where it has none.
    std::string redactionSalt();
    void decide();
    // The same answer about each of them (indices into Posture::findings); who, when and on what basis are added here.
    void take(const std::vector<int>& findings, const Decision& answer);

signals:
    void said(const QString& message);      // for the status bar
    void reviewOpened(const QString& path); // for the list of recent ones
    void reading(const QString& name);      // a review; progressed() tells how far it is, until readingEnded()
    void progressed(qint64 done, qint64 total);
    void readingEnded(const QString& message); // "" = nothing to say

private:
    void take(const QString& path, const std::function<void()>& then);
    void taken(const ReviewEditor::Found& found);
    void saveTo(const QString& path, bool overwrite, const std::function<void(bool)>& done);
    void written(const QString& path, bool overwrite, const Result<bool>& result, const std::function<void(bool)>& done);
    void noteSources();
    void showTitle();
    void changedOnDisk();
    std::vector<int> chosen() const;

    ReviewDialogs m_dialogs;
    Session& m_session;
    ViewState& m_state;
    QMainWindow* m_window;
    ReviewEditor m_editor;
    ReviewParts* m_parts;
    std::function<std::vector<int>()> m_selection;
    std::vector<std::function<void()>> m_whenSaved; // what waits for the save that runs
    bool m_asking = false;
};

} // namespace bartizan::desktop
