// SPDX-License-Identifier: GPL-3.0-or-later
// The window's one source of truth: the current snapshot (immutable, swapped as a whole) and the running job. Lives in
// the GUI thread; loading and laying out run on worker threads and can be cancelled at any time.
#pragma once

#include "analysis/judged_state.h"
#include "app/desktop/latest_job.h"
#include "app/load.h"
#include "diagram/drawing.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace bartizan::desktop {

struct Snapshot {
    std::shared_ptr<const app::Loaded> loaded;
    std::shared_ptr<const Posture> judged; // when only decisions changed since `loaded`; null = loaded->posture
    std::shared_ptr<const Review> review;  // that it was judged under; never null
    std::shared_ptr<const diagram::Drawing> drawing;
    std::shared_ptr<const JudgedState> before; // of these sources when they were read last; null: they were read once
    QStringList sources;
    QStringList layoutNotes; // diagram::LayoutReport::notes
    double seconds = 0;

    const Model& model() const { return loaded->model; }
    const Posture& posture() const { return judged ? *judged : loaded->posture; }
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

// What an import showed before it had decided anything: every verdict is unknown. It stays when the import is stopped.
struct Early {
    std::shared_ptr<const diagram::Drawing> drawing;
    int services = 0;
};
using EarlyPtr = std::shared_ptr<const Early>;

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);

    SnapshotPtr snapshot() const { return m_snapshot; }
    int run() const { return m_run; } // counts the imports: what a stopped one tells late is known by it
    bool isLoading() const { return m_job.running(); }
    QStringList sources() const { return m_sources; }
    void setDrawingAspect(double aspect) { m_aspect = aspect; } // width : height of where drawings will be shown
    double drawingAspect() const { return m_aspect; }
    void setAsOf(const QString& time) { m_asOf = time; } // tests and --as-of; empty = now

    // What people decided: laid over the next import, and over the snapshot at once, without reading anything again;
    // finished() says when, with sameInput(). Decisions alone cost neither analysis nor layout.
    void setReview(std::shared_ptr<const Review> review);
    bool sameInput() const { return m_sameInput; }  // finished() was about another review only: selection and places hold
    SnapshotPtr before() const { return m_before; } // while finished() is told and sameInput() holds: the one until then

    // Of the import that runs or was stopped, once services and calls are known; null while a snapshot is on show, for
    // that stays until the next one, and null again as soon as something is read anew.
    EarlyPtr early() const { return m_early; }
    void setEarlyAfter(int milliseconds) { m_earlyAfter = milliseconds; } // a finished drawing that soon makes it needless

    void open(const QStringList& sources); // stops a running job first
    void reload();
    void cancel();

signals:
    void started(const QStringList& sources);
    void progressed(Step step, qint64 done, qint64 total, int run);             // some times a second; of which run()
    void readOn(std::shared_ptr<const importers::ReadingState> state, int run); // how far each source is, while it is read
    void drawnEarly();                                                          // early() is new
    void finished();                                                            // snapshot() is new
    void reviewNoted();                  // snapshot()'s review is another, and nothing that is judged or drawn
    void failed(const QString& message); // snapshot() is what it was
    void cancelled();

private:
    struct Outcome {
        SnapshotPtr snapshot;
        QString error;
        bool stopped = false;
    };
    void done(const Outcome& outcome);
    void judge();
    void drewEarly(int run, const std::shared_ptr<const diagram::Drawing>& drawing);

    SnapshotPtr m_snapshot, m_before;
    EarlyPtr m_early;
    int m_run = 0, m_earlyAfter = 200; // imports so far; ms
    std::shared_ptr<const Review> m_review = std::make_shared<const Review>();
    bool m_sameInput = false;
    QStringList m_sources;
    QString m_asOf;
    double m_aspect = 1.6;
    LatestJob<Outcome> m_job, m_judging;
};

} // namespace bartizan::desktop
