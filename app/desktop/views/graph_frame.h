// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the drawing's picture on a worker thread, so that the window never waits for it: GraphView asks for what it wants
// to show, shows what there is, moved and scaled, and takes the exact picture when it is ready. Only the newest request
// counts. Lives in the GUI thread; the destructor waits for the picture in work.
#pragma once

#include "diagram/frame.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace bartizan::desktop {

struct ShownFrame {
    QImage image;
    QPointF origin; // scene point of its first pixel
    double scale = 1;
    diagram::FrameRequest request; // what it shows

    bool isNull() const { return image.isNull(); }
};

class GraphFrame final : public QObject {
    Q_OBJECT
public:
    explicit GraphFrame(QObject* parent = nullptr);
    ~GraphFrame() override;

    void request(const diagram::FrameRequest& request);
    bool wait(int milliseconds); // for the newest request; true when it is painted
    bool exact() const;          // nothing newer is asked for than what shown() gives
    ShownFrame shown() const;
    double lastMilliseconds() const; // that the last picture took

signals:
    void ready();

private:
    void run();

    mutable std::mutex m_mutex;
    std::condition_variable m_asked, m_painted;
    diagram::FrameRequest m_request; // the newest
    quint64 m_wanted = 0, m_done = 0;
    ShownFrame m_shown;
    double m_took = 0;
    bool m_end = false;
    std::thread m_thread;
};

} // namespace bartizan::desktop
