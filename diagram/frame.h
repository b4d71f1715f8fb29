// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a window, kept from frame to frame: a pan moves the pixels and paints the strips that come into sight, a
// selection paints only its services, anything else paints all, in two bands on two cores. The picture is what
// drawingImage() would have painted, but for the rounding of half a pixel. One FramePainter belongs to one thread; it
// needs no GUI and may live in a worker. `drawing` and `index` are shared and never change.
#pragma once

#include "diagram/painter.h"
#include "diagram/stamps.h"

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace bartizan::diagram {

// A thread that waits for the second half of a frame; it keeps the fonts that a new thread would have to open again.
class SecondHand {
public:
    SecondHand();
    ~SecondHand();
    SecondHand(const SecondHand&) = delete;
    SecondHand& operator=(const SecondHand&) = delete;

    void start(std::function<void()> work);
    void wait();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_work;
    bool m_busy = false, m_end = false;
    std::thread m_thread;
};

struct FrameRequest {
    std::shared_ptr<const Drawing> drawing;
    std::shared_ptr<const SceneIndex> index;
    View view; // clip and stamps are not looked at
    QSize size;
    double ratio = 1; // device pixels a pixel
};

// The same picture but for where it is moved to and what is selected or focused.
bool sameLook(const FrameRequest& a, const FrameRequest& b);

class FramePainter {
public:
    struct Counts {
        int all = 0, moved = 0, patched = 0, kept = 0;
    };

    // Shared with the caller: the next call copies when the caller still holds it.
    QImage paint(const FrameRequest& request);
    QPointF origin() const; // the scene point of the picture's first pixel: the view's, on whole device pixels
    const Counts& counts() const { return m_counts; }

private:
    void paintAll(const FrameRequest& request);
    void move(QPoint by);
    void patch(const View& before, const View& now);
    void paintRect(QRect pixels); // device pixels of the image
    void paintRow(QRect pixels, StampCache& stamps);
    QRect reach(int node) const; // all that the states of a node may paint

    FrameRequest m_request; // as painted; view.origin is the anchor
    QPoint m_corner;        // device pixels from the anchor to the image's first pixel
    QImage m_image;
    uchar* m_bits = nullptr; // of m_image, while parts are painted
    std::vector<PlacedLabel> m_labels;
    std::array<StampCache, 2> m_stamps;
    SecondHand m_second;
    Counts m_counts;
};

} // namespace bartizan::diagram
