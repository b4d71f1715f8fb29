// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/plain_text.h"
#include "diagram/from_posture.h"
#include "diagram/layout/layout.h"
#include "report/text/pen.h"

namespace bartizan::desktop {

namespace {

// The sentence and the first problems behind it.
QString messageOf(const std::string& nothing, const Inventory& inventory)
{
    constexpr std::size_t mostProblems = 5;
    QStringList lines{QString::fromStdString(nothing) + QLatin1Char('.')};
    lines[0][0] = lines[0][0].toUpper();
    for (std::size_t i = 0; i < inventory.problems.size() && i < mostProblems; ++i) {
        const std::string place = report::where(inventory, inventory.problems[i].evidence);
        lines << shown((place.empty() ? "" : place + ": ") + inventory.problems[i].message);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Session::Session(QObject* parent) : QObject(parent) {}

void Session::open(const QStringList& sources)
{
    cancel();
    m_sources = sources;
    app::LoadOptions options;
    for (const QString& source : sources)
        options.sources.push_back(source.toStdString());
    options.asOf = m_asOf.toStdString();
    emit started(sources);
    // Signals from the worker arrive queued; the job ends before the session does.
    const auto work = [this, options, sources, aspect = m_aspect](std::stop_token stop) {
        const JobControl job{std::move(stop), [this](const ProgressReport& report) {
                                 emit progressed(QString::fromStdString(report.step), static_cast<qint64>(report.done),
                                                 static_cast<qint64>(report.total));
                             }};
        QElapsedTimer timer;
        timer.start();
        auto loaded = app::load(options, job);
        if (!loaded)
            return Outcome{nullptr, QString::fromStdString(loaded.error().message), loaded.error().id == "stopped"};
        if (const std::string nothing = app::nothingUsable((*loaded)->model.inventory); !nothing.empty())
            return Outcome{nullptr, messageOf(nothing, (*loaded)->model.inventory), false};
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->loaded = *loaded;
        snapshot->sources = sources;
        job.report("Drawing", 0, 0);
        auto drawing =
            std::make_shared<diagram::Drawing>(diagram::fromPosture((*loaded)->model, (*loaded)->posture, &(*loaded)->catalogue));
        diagram::LayoutOptions layout;
        layout.aspect = aspect;
        layout.stop = job.stop;
        diagram::layOut(*drawing, layout);
        if (job.stopped())
            return Outcome{nullptr, {}, true};
        snapshot->drawing = drawing;
        snapshot->seconds = static_cast<double>(timer.elapsed()) / 1000;
        return Outcome{snapshot, {}, false};
    };
    m_job.start(work, [this](const Outcome& outcome) { done(outcome); });
}

void Session::done(const Outcome& outcome)
{
    if (outcome.snapshot) {
        m_snapshot = outcome.snapshot;
        emit finished();
    } else if (outcome.stopped) {
        emit cancelled();
    } else {
        emit failed(outcome.error);
    }
}

void Session::reload()
{
    if (!m_sources.isEmpty())
        open(QStringList(m_sources));
}

void Session::cancel()
{
    if (m_job.cancel())
        emit cancelled();
}

} // namespace bartizan::desktop
