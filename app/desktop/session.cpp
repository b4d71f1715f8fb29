// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "diagram/from_posture.h"
#include "diagram/layout/layout.h"

#include <QtConcurrent/QtConcurrentRun>

namespace bartizan::desktop {

Session::Session(QObject* parent) : QObject(parent) {}

Session::~Session()
{
    m_stop.request_stop();
    if (m_watcher)
        m_watcher->waitForFinished();
}

void Session::open(const QStringList& sources)
{
    cancel();
    m_sources = sources;
    m_stop = std::stop_source();
    app::LoadOptions options;
    for (const QString& source : sources)
        options.sources.push_back(source.toStdString());
    options.asOf = m_asOf.toStdString();
    // Signals from worker threads arrive queued; a session that is gone receives none.
    const JobControl job{m_stop.get_token(), [this](const ProgressReport& report) {
        emit progressed(QString::fromStdString(report.step), static_cast<qint64>(report.done), static_cast<qint64>(report.total));
    }};
    m_watcher = new QFutureWatcher<Outcome>(this);
    connect(m_watcher, &QFutureWatcher<Outcome>::finished, this, &Session::done);
    emit started(sources);
    m_watcher->setFuture(QtConcurrent::run([options, job, sources] {
        QElapsedTimer timer;
        timer.start();
        auto loaded = app::load(options, job);
        if (!loaded)
            return Outcome{nullptr, QString::fromStdString(loaded.error().message), loaded.error().id == "stopped"};
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->loaded = *loaded;
        snapshot->sources = sources;
        job.report("Drawing", 0, 0);
        auto drawing = std::make_shared<diagram::Drawing>(diagram::drawingOf((*loaded)->model, (*loaded)->posture));
        diagram::collapseForSize(*drawing);
        diagram::LayoutOptions layout;
        layout.stop = job.stop;
        diagram::layOut(*drawing, layout);
        if (job.stopped())
            return Outcome{nullptr, {}, true};
        snapshot->drawing = drawing;
        snapshot->seconds = static_cast<double>(timer.elapsed()) / 1000;
        return Outcome{snapshot, {}, false};
    }));
}

void Session::done()
{
    QFutureWatcher<Outcome>* watcher = m_watcher;
    m_watcher = nullptr;
    const Outcome outcome = watcher->result();
    watcher->deleteLater();
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
    if (!m_watcher)
        return;
    m_stop.request_stop();
    m_watcher->disconnect(this);
    // The job ends on its own soon after; its result is dropped with the watcher.
    QFutureWatcher<Outcome>* watcher = m_watcher;
    m_watcher = nullptr;
    connect(watcher, &QFutureWatcher<Outcome>::finished, watcher, &QObject::deleteLater);
    if (watcher->isFinished())
        watcher->deleteLater();
    emit cancelled();
}

} // namespace bartizan::desktop
