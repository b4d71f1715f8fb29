// SPDX-License-Identifier: GPL-3.0-or-later
// The review that the window edits: every change is one step of the undo history, is in the journal within a second
// (review_store.h) and says what it asks to be done again. Lives in the GUI thread; the journal is written on a worker
// of its own. Source paths are as they can be opened.
#pragma once

#include "app/review_change.h"
#include "app/review_store.h"

#include <QDate>
#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bartizan::desktop {

class ReviewEditor final : public QObject {
    Q_OBJECT
public:
    explicit ReviewEditor(const std::filesystem::path& state = app::stateFolder(), QObject* parent = nullptr);
    ~ReviewEditor() override; // keeps the journal of unsaved changes; discard() first where they are to go

    const Review& review() const { return *m_review; }
    std::shared_ptr<const Review> shared() const { return m_review; } // never changes; an edit makes another one
    QUndoStack& history() { return m_history; }
    bool isModified() const { return !m_history.isClean(); }
    QString path() const;  // "" = never saved
    QString title() const; // the file's name, or "Untitled review"

    // One undoable step named `text` ("Accept 3 findings"); nothing happens when `change` changes nothing.
    void edit(const QString& text, const std::function<void(Review&)>& change);
    void decide(const std::vector<std::string>& findings, const std::vector<Decision>& decisions); // as long as findings
    void reopen(const std::vector<std::string>& findings);                                         // takes their decisions back

    struct Opened {
        bool recoverable = false; // unsaved changes of a program that died: recover() or forget()
        bool fileMovedOn = false;
    };
    Result<Opened> open(const QString& path); // "" = a new review; on an error nothing changes
    void recover();                           // one undoable step
    void forget();                            // the recoverable changes
    Result<bool> save(const QString& path, bool overwrite = false);
    void discard(); // before closing without saving

    void flush(); // waits until the journal says what the review says
    void setToday(QDate today) { m_today = today; }
    std::string today() const;     // "2026-11-21"
    static std::string reviewer(); // who decides: the setting review/by, else the account's name

signals:
    void changed(bartizan::app::ReviewEffect effect); // also by undo and redo
    void opened();                                    // another review altogether
    void titleChanged();                              // path or modified
    void changedOnDisk();                             // by somebody else; once for each change
    void notKept(const QString& message);             // the journal cannot be written

private:
    friend class ReviewStep;
    void move(const app::ReviewChange& change, bool forward);
    void keepSoon();
    void keep();
    void watch();
    void lookAtFile();

    app::ReviewStore m_store;
    std::shared_ptr<const Review> m_review = std::make_shared<const Review>();
    std::optional<Review> m_recovered;
    QUndoStack m_history;
    QTimer m_keepSoon, m_lookSoon;
    QThreadPool m_pool;
    QFileSystemWatcher m_watcher;
    QDate m_today;
    bool m_toldOnDisk = false;
};

} // namespace bartizan::desktop
