// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/early_drawing.h"
#include "app/desktop/error_text.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/redraw.h"
#include "analysis/review.h"
#include "app/progress_gate.h"
#include "app/review_change.h"
#include "diagram/from_posture.h"
#include "diagram/layout/layout.h"
#include "diagram/layout/places.h"
#include "model/discard.h"
#include "report/text/pen.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

namespace {

// The sentence and the first problems behind it.
QString messageOf(const std::string& nothing, const Inventory& inventory)
{
    constexpr std::size_t mostProblems = 5;
    QStringList lines{errorText(nothing)};
    for (std::size_t i = 0; i < inventory.problems.size() && i < mostProblems; ++i) {
        const std::string place = report::where(inventory, inventory.problems[i].evidence);
        lines << (place.empty() ? QString() : shown(place) + QStringLiteral(": ")) + errorText(inventory.problems[i].message);
    }
    return lines.join(QLatin1Char('\n'));
}

// The snapshot under another review; null when it was stopped.
SnapshotPtr judgedAgain(const Snapshot& before, const std::shared_ptr<const Review>& review, const JobControl& job)
{
    auto snapshot = makeDiscardable<Snapshot>(before);
    snapshot->review = review;
    Review then = *before.review;
    then.sources = review->sources; // what is read is open()'s business
    then.variant = review->variant;
    then.asOf = review->asOf;
    const app::ReviewEffect effect = app::ReviewChange::between(then, *review).effect();
    if (effect == app::ReviewEffect::nothing)
        return snapshot;
    if (effect == app::ReviewEffect::statuses) {
        auto posture = makeDiscardable<Posture>(before.posture());
        applyReview(before.model(), *review, *posture);
        snapshot->judged = std::move(posture);
    } else {
        auto loaded = app::judgeAgain(*before.loaded, *review, job);
        if (!loaded)
            return nullptr;
        snapshot->loaded = *loaded;
        snapshot->judged.reset();
    }
    diagram::Drawing fresh = diagram::fromPosture(snapshot->model(), snapshot->posture(), &snapshot->loaded->catalogue);
    if (auto drawing = redrawn(*before.drawing, fresh)) {
        snapshot->drawing = makeDiscardable<diagram::Drawing>(std::move(*drawing));
        return job.stopped() ? nullptr : snapshot;
    }
    diagram::LayoutOptions layout;
    layout.stop = job.stop;
    snapshot->layoutNotes = diagram::layOut(fresh, layout).notes;
    if (!review->positions.empty() && !job.stopped())
        diagram::place(fresh, placesOf(*review));
    snapshot->drawing = makeDiscardable<diagram::Drawing>(std::move(fresh));
    return job.stopped() ? nullptr : snapshot;
}

} // namespace

Session::Session(QObject* parent) : QObject(parent) {}

void Session::open(const QStringList& sources)
{
    m_early.reset(); // of what is stopped for this
    cancel();
    m_sources = sources;
    app::LoadOptions options;
    for (const QString& source : sources)
        options.sources.push_back(source.toStdString());
    options.asOf = m_asOf.toStdString();
    options.review = m_review;
    m_judging.cancel();
    const int run = ++m_run;
    emit started(sources);
    // Signals from the worker arrive queued; the job ends before the session does.
    const auto work = [this, options, sources, aspect = m_aspect, last = m_snapshot, run](std::stop_token stop) mutable {
        app::ProgressGate gate;
        const JobControl job{std::move(stop), [this, &gate, run](const ProgressReport& report) {
                                 if (gate.passes(report.step))
                                     emit progressed(report.step, static_cast<qint64>(report.done),
                                                     static_cast<qint64>(report.total), run);
                             }};
        options.import.watch = [this, run](const importers::ReadingState& state) {
            emit readOn(std::make_shared<const importers::ReadingState>(state), run);
        };
        QElapsedTimer timer;
        timer.start();
        EarlyDrawing early(aspect, job.stop,
                           [this, run, review = options.review](const std::shared_ptr<const diagram::Drawing>& drawing) {
                               auto shows = drawing;
                               if (!review->positions.empty()) {
                                   auto placed = makeDiscardable<diagram::Drawing>(*drawing);
                                   diagram::place(*placed, placesOf(*review));
                                   shows = placed;
                               }
                               QMetaObject::invokeMethod(
                                   this, [this, run, shows] { drewEarly(run, shows); }, Qt::QueuedConnection);
                           });
        options.resolved = [&early](const std::shared_ptr<const app::Loaded>& resolved) { early.start(*resolved); };
        auto loaded = app::load(options, job);
        if (!loaded)
            return Outcome{nullptr, errorText(loaded.error().message), loaded.error().id == "stopped"};
        if (const std::string nothing = app::nothingUsable((*loaded)->model.inventory); !nothing.empty())
            return Outcome{nullptr, messageOf(nothing, (*loaded)->model.inventory), false};
        auto snapshot = makeDiscardable<Snapshot>();
        snapshot->loaded = *loaded;
        snapshot->review = options.review;
        snapshot->sources = sources;
        if (last && last->sources == sources)
            snapshot->before = makeDiscardable<const JudgedState>(judgedState(last->model(), last->posture()));
        job.report(Step::makingDrawing, 0, 0);
        auto drawing =
            makeDiscardable<diagram::Drawing>(diagram::fromPosture((*loaded)->model, (*loaded)->posture, &(*loaded)->catalogue));
        diagram::LayoutOptions layout;
        layout.aspect = aspect;
        layout.stop = job.stop;
        job.report(Step::layingOut, 0, 0);
        snapshot->layoutNotes = early.place(*drawing, layout).notes;
        if (job.stopped())
            return Outcome{nullptr, {}, true};
        if (!options.review->positions.empty())
            diagram::place(*drawing, placesOf(*options.review));
        snapshot->drawing = drawing;
        snapshot->seconds = static_cast<double>(timer.elapsed()) / 1000;
        return Outcome{snapshot, {}, false};
    };
    m_job.start(work, [this](const Outcome& outcome) { done(outcome); });
}

void Session::drewEarly(int run, const std::shared_ptr<const diagram::Drawing>& drawing)
{
    QTimer::singleShot(m_earlyAfter, this, [this, run, drawing] {
        if (run != m_run || m_snapshot || !m_job.running())
            return;
        auto early = std::make_shared<Early>();
        early->drawing = drawing;
        early->services = static_cast<int>(std::count_if(drawing->nodes.begin(), drawing->nodes.end(),
                                                         [](const diagram::Node& node) { return node.hasWall(); }));
        m_early = early;
        emit drawnEarly();
    });
}

void Session::done(const Outcome& outcome)
{
    if (!outcome.stopped)
        m_early.reset();
    if (outcome.snapshot) {
        m_snapshot = outcome.snapshot;
        m_sameInput = false;
        emit finished();
    } else if (outcome.stopped) {
        emit cancelled();
    } else {
        emit failed(outcome.error);
    }
    judge(); // decisions may have come meanwhile
}

void Session::setReview(std::shared_ptr<const Review> review)
{
    m_review = std::move(review);
    if (!m_job.running())
        judge();
}

void Session::judge()
{
    if (!m_snapshot || m_snapshot->review == m_review)
        return;
    const auto work = [before = m_snapshot, review = m_review](std::stop_token stop) {
        return Outcome{judgedAgain(*before, review, JobControl{std::move(stop), {}}), {}, false};
    };
    m_judging.start(work, [this](const Outcome& outcome) {
        if (!outcome.snapshot)
            return;
        const bool shows = outcome.snapshot->drawing != m_snapshot->drawing;
        m_before = std::exchange(m_snapshot, outcome.snapshot);
        m_sameInput = true;
        if (shows)
            emit finished();
        else
            emit reviewNoted();
        m_before.reset();
    });
}

void Session::reload()
{
    if (!m_sources.isEmpty())
        open(QStringList(m_sources));
}

void Session::cancel()
{
    if (m_job.cancel()) {
        emit cancelled();
        judge();
    }
}

} // namespace bartizan::desktop
