// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/comparison.h"

#include "app/load_other.h"
#include "app/progress_gate.h"
#include "app/review_change.h"

#include <QDir>
#include <QFileInfo>

namespace bartizan::desktop {

namespace {

QString nameOf(const QStringList& sources)
{
    QStringList names;
    for (const QString& source : sources) {
        const QString name = QFileInfo(QDir::cleanPath(source)).fileName();
        names << (name.isEmpty() ? source : name);
    }
    return names.join(QStringLiteral(", "));
}

bool judgesAlike(const Review& before, const Review& after)
{
    const app::ReviewEffect effect = app::ReviewChange::between(before, after).effect();
    return effect == app::ReviewEffect::nothing || effect == app::ReviewEffect::statuses;
}

} // namespace

Comparison::Comparison(Session& session, ViewState& state, QObject* parent) : QObject(parent), m_session(session), m_state(state)
{
    connect(&m_session, &Session::finished, this, &Comparison::follow);
}

bool Comparison::hasPrevious() const
{
    return m_session.snapshot() && m_session.snapshot()->before;
}

void Comparison::with(const QStringList& sources)
{
    if (sources.isEmpty() || !m_session.snapshot())
        return;
    run({nameOf(sources), sources, m_session.snapshot()->sources, nullptr, nullptr}, true);
}

void Comparison::withPrevious()
{
    if (hasPrevious())
        run({tr("the state before the last reading"), {}, m_session.snapshot()->sources, nullptr, nullptr}, true);
}

void Comparison::cancel()
{
    if (!m_loud)
        return;
    m_job.cancel();
    m_loud = false;
    emit cancelled();
    follow();
}

void Comparison::stop()
{
    m_job.cancel();
    m_loud = false;
    m_basis.reset();
    m_state.setCompared(nullptr);
    emit stopped();
}

Comparison::Outcome Comparison::compare(Basis basis, const SnapshotPtr& snapshot, const JobControl& job)
{
    auto compared = std::make_shared<Compared>();
    compared->name = basis.name;
    compared->of = snapshot;
    if (basis.sources.isEmpty()) {
        compared->before = snapshot->before;
    } else {
        if (!basis.other) {
            app::LoadOptions options;
            options.review = snapshot->review;
            options.asOf = snapshot->posture().asOf;
            for (const QString& source : basis.sources)
                options.sources.push_back(source.toStdString());
            auto loaded = app::loadOther(std::move(options), job);
            if (!loaded)
                return {nullptr, basis, QString::fromStdString(loaded.error().message)};
            basis.other = *loaded;
        } else if (!judgesAlike(*basis.review, *snapshot->review)) {
            auto judged = app::judgeAgain(*basis.other, *snapshot->review, job);
            if (!judged)
                return {nullptr, basis, QString::fromStdString(judged.error().message)};
            basis.other = *judged;
        }
        basis.review = snapshot->review;
        compared->before = std::make_shared<const JudgedState>(judgedState(basis.other->model, basis.other->posture));
    }
    job.report(Step::comparing, 0, 0);
    compared->difference = difference(*compared->before, judgedState(snapshot->model(), snapshot->posture()));
    return {compared, basis, {}};
}

void Comparison::run(const Basis& basis, bool loud)
{
    m_job.cancel();
    m_loud = loud;
    if (loud)
        emit started(basis.name);
    // Signals from the worker arrive queued; the job ends before this object does.
    const auto work = [this, basis, snapshot = m_session.snapshot(), loud](std::stop_token stop) {
        app::ProgressGate gate;
        return compare(basis, snapshot, JobControl{std::move(stop), [this, loud, &gate](const ProgressReport& report) {
                                                       if (loud && gate.passes(report.step))
                                                           emit progressed(report.step, static_cast<qint64>(report.done),
                                                                           static_cast<qint64>(report.total));
                                                   }});
    };
    m_job.start(work, [this](const Outcome& outcome) {
        const bool asked = std::exchange(m_loud, false);
        if (!outcome.compared) {
            if (asked) {
                emit failed(outcome.error);
                follow();
            }
            return;
        }
        m_basis = outcome.basis;
        if (outcome.compared->of != m_session.snapshot())
            follow();
        else
            m_state.setCompared(outcome.compared);
        if (asked)
            emit finished();
    });
}

void Comparison::follow()
{
    if (m_loud || !m_basis)
        return; // what is being read looks again once it is there
    if (m_state.compared() && m_state.compared()->of == m_session.snapshot())
        return;
    if (m_basis->of != m_session.snapshot()->sources || (m_basis->sources.isEmpty() && !hasPrevious()))
        return stop();
    run(*m_basis, false);
}

} // namespace bartizan::desktop
