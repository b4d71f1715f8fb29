// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/graph_frame.h"

#include <QElapsedTimer>

#include <sys/resource.h>
#include <unistd.h>

namespace bartizan::desktop {

namespace {

constexpr int niceness = 4;

}

GraphFrame::GraphFrame(QObject* parent) : QObject(parent), m_thread([this] { run(); }) {}

GraphFrame::~GraphFrame()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_asked.notify_all();
    m_thread.join();
}

void GraphFrame::request(const diagram::FrameRequest& request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_request = request;
        ++m_wanted;
    }
    m_asked.notify_all();
}

bool GraphFrame::wait(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    return m_painted.wait_for(lock, std::chrono::milliseconds(milliseconds), [&] { return m_done == m_wanted; });
}

bool GraphFrame::exact() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted > 0 && m_done == m_wanted;
}

ShownFrame GraphFrame::shown() const
{
    const std::lock_guard lock(m_mutex);
    return m_shown;
}

double GraphFrame::lastMilliseconds() const
{
    const std::lock_guard lock(m_mutex);
    return m_took;
}

void GraphFrame::run()
{
    // The window's own thread goes first; the painter's second thread inherits this.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
    diagram::FramePainter painter;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_asked.wait(lock, [&] { return m_end || m_done != m_wanted; });
        if (m_end)
            return;
        const diagram::FrameRequest request = m_request;
        const quint64 serial = m_wanted;
        lock.unlock();
        QElapsedTimer clock;
        clock.start();
        ShownFrame frame;
        frame.image = painter.paint(request);
        frame.origin = painter.origin();
        frame.scale = request.view.scale;
        frame.request = request;
        const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        lock.lock();
        std::swap(m_shown, frame);
        m_done = serial;
        m_took = took;
        lock.unlock();
        frame = {}; // what it held goes without the lock
        m_painted.notify_all();
        emit ready(); // queued: the receiver lives in the GUI thread
        lock.lock();
    }
}

} // namespace bartizan::desktop
