// SPDX-License-Identifier: GPL-3.0-or-later
// Work off the GUI thread of which only the newest matters: start() stops what runs and drops its result. Lives in the
// GUI thread, where `done` is called; the destructor stops the work and waits for it, so work may use the owner's
// signals but must look at its stop token.
#pragma once

#include "model/progress.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

#include <functional>
#include <stop_token>
#include <utility>

namespace bartizan::desktop {

template <class Result>
class LatestJob final {
public:
    LatestJob() = default;
    ~LatestJob()
    {
        cancel();
        m_pool.waitForDone();
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    void start(std::function<Result(std::stop_token)> work, std::function<void(Result)> done)
    {
        cancel();
        m_stop = std::stop_source();
        m_watcher = new QFutureWatcher<Result>(&m_owner);
        QObject::connect(m_watcher, &QFutureWatcher<Result>::finished, m_watcher, [this, done = std::move(done)] {
            QFutureWatcher<Result>* watcher = std::exchange(m_watcher, nullptr);
            watcher->deleteLater();
            done(watcher->result());
        });
        m_watcher->setFuture(
            QtConcurrent::run(&m_pool, [work = std::move(work), token = m_stop.get_token()] { return work(token); }));
    }

    // True when something ran; it ends on its own soon after, and `done` is not called.
    bool cancel()
    {
        if (!m_watcher)
            return false;
        m_stop.request_stop();
        delete std::exchange(m_watcher, nullptr);
        return true;
    }

    bool running() const { return m_watcher != nullptr; }

private:
    QThreadPool m_pool;
    QObject m_owner;
    QFutureWatcher<Result>* m_watcher = nullptr;
    std::stop_source m_stop;
};

} // namespace bartizan::desktop
