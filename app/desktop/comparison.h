// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what the session shows with another state: other sources, imported here by a job of their own and judged under
// the same review and as of the same time, or the state before the last reading. Follows the session: a new reading or
// another review is compared again, other sources end the comparison. Lives in the GUI thread and never blocks it; the
// outcome goes to ViewState::compared().
#pragma once

#include "app/desktop/compared.h"
#include "app/desktop/latest_job.h"
#include "app/desktop/view_state.h"

#include <optional>

namespace bartizan::desktop {

class Comparison final : public QObject {
    Q_OBJECT
public:
    Comparison(Session& session, ViewState& state, QObject* parent);

    bool reading() const { return m_loud && m_job.running(); } // the other state is being imported
    bool active() const { return m_basis.has_value(); }        // something is compared
    bool hasPrevious() const;                                  // the state before the last reading is at hand

    void with(const QStringList& sources); // files, folders or a .bartizan review, whose sources are taken
    void withPrevious();
    void cancel(); // what is being read; what was compared before stays
    void stop();   // compares no longer

signals:
    void started(const QString& name);
    void progressed(Step step, qint64 done, qint64 total); // some times a second
    void finished();                                       // of what was asked for; ViewState::compared() is new
    void failed(const QString& message);
    void cancelled();
    void stopped();

private:
    struct Basis {
        QString name;
        QStringList sources;                      // of the other state; empty: the state before the last reading
        QStringList of;                           // the session's
        std::shared_ptr<const app::Loaded> other; // once it is read
        std::shared_ptr<const Review> review;     // that it was judged under
    };
    struct Outcome {
        ComparedPtr compared;
        Basis basis;
        QString error;
    };
    static Outcome compare(Basis basis, const SnapshotPtr& snapshot, const JobControl& job);
    void run(const Basis& basis, bool loud);
    void follow();

    Session& m_session;
    ViewState& m_state;
    std::optional<Basis> m_basis; // of what is compared
    bool m_loud = false;          // the running job was asked for, not following
    LatestJob<Outcome> m_job;
};

} // namespace bartizan::desktop
