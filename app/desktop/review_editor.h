// SPDX-License-Identifier: GPL-3.0-or-later
// The review that the window edits: every change is one step of the undo history, is in the journal within a second
// (review_store.h) and says what it asks to be done again. Lives in the GUI thread and never blocks it: reading, saving
// and the journal are jobs of a worker, over copies that never change. Source paths are as they can be opened.
#pragma once

#include "app/desktop/latest_job.h"
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
    // Which state of the history is looked at; a number never comes again for another state.
    int state() const;
    bool isModified() const { return state() != m_savedState; }
    QString path() const { return m_path; } // "" = never saved
    QString title() const;                  // the file's name, or "Untitled review"

    // One undoable step named `text` ("Accept 3 findings"); nothing happens when `change` changes nothing.
    void edit(const QString& text, const std::function<void(Review&)>& change);
    void decide(const std::vector<std::string>& findings, const std::vector<Decision>& decisions); // as long as findings
    void reopen(const std::vector<std::string>& findings);                                         // takes their decisions back

    struct Opened {
        bool recoverable = false; // unsaved changes of a program that died: recover() or forget()
        bool fileMovedOn = false;
    };
    using Found = std::shared_ptr<Result<app::ReviewStore::Found>>;
    // Reads a file ("" = a new review) and calls `done` here, unless another one is read meanwhile or stopReading() comes
    // first. Nothing changes before take(), which forgets what was not saved; `found` must hold a review.
    void read(const QString& path, std::function<void(Found)> done);
    bool stopReading() { return m_reading.cancel(); }
    Opened take(const Found& found);
    void recover(); // one undoable step
    void forget();  // the recoverable changes
    // Writes the review as it is now, and calls `done` here. What is changed meanwhile stays modified, also when undone
    // and changed again.
    void save(const QString& path, bool overwrite, std::function<void(const Result<bool>&)> done);
    bool reading() const { return m_reading.running(); }
    bool saving() const { return m_saving > 0; }
    void discard(); // before closing without saving

    void flush(); // waits until the journal says what the review says, and saves are done
    void setToday(QDate today) { m_today = today; }
    std::string today() const;     // "2026-11-21"
    static std::string reviewer(); // who decides: the setting review/by, else the account's name

signals:
    void changed(bartizan::app::ReviewEffect effect);  // also by undo and redo
    void opened();                                     // another review altogether
    void titleChanged();                               // path or modified
    void readingProgressed(qint64 done, qint64 total); // in bytes
    void changedOnDisk();                              // by somebody else; once for each change
    void notKept(const QString& message);              // the journal cannot be written

private:
    friend class ReviewStep;
    void move(const app::ReviewChange& change, bool forward);
    void keepSoon();
    void keep();
    void watch();
    void lookAtFile();
    void saved(const QString& file, int state, const Result<bool>& result);

    app::ReviewStore m_store;
    std::shared_ptr<const Review> m_review = std::make_shared<const Review>();
    std::shared_ptr<const Review> m_next; // of the step that is about to be made
    std::optional<Review> m_recovered;
    QString m_path;
    int m_firstState = 0, m_savedState = 0, m_lastState = 0, m_saving = 0;
    QUndoStack m_history;
    QTimer m_keepSoon, m_lookSoon;
    QFileSystemWatcher m_watcher;
    QDate m_today;
    bool m_toldOnDisk = false;
    QThreadPool m_pool; // of everything that changes m_store, in order
    LatestJob<Found> m_reading;
};

} // namespace bartizan::desktop
