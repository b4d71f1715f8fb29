// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/frame.h"

#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace bartizan::diagram {

namespace {

constexpr int farthest = 1 << 20;       // device pixels from the anchor; beyond it numbers get coarse
constexpr int worthTwo = 300;           // rows below it, a second thread is not worth waking
constexpr std::size_t mostPatches = 40; // more services than this: all is painted

} // namespace

SecondHand::SecondHand() : m_thread([this] { run(); }) {}

SecondHand::~SecondHand()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SecondHand::start(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work = std::move(work);
        m_busy = true;
    }
    m_changed.notify_all();
}

void SecondHand::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_busy; });
}

void SecondHand::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_busy || m_end; });
        if (!m_busy)
            return;
        const std::function<void()> work = std::move(m_work);
        lock.unlock();
        work();
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

bool sameLook(const FrameRequest& a, const FrameRequest& b)
{
    const View& v = a.view;
    const View& w = b.view;
    return a.drawing == b.drawing && a.size == b.size && a.ratio == b.ratio && v.theme == w.theme && v.lens == w.lens &&
           v.scale == w.scale && v.hovered == w.hovered && v.hoveredGroup == w.hoveredGroup &&
           v.selectedGroup == w.selectedGroup && v.selectedEdge == w.selectedEdge && v.selectedGhost == w.selectedGhost &&
           v.latent == w.latent && v.litPart == w.litPart && v.nameSize == w.nameSize && v.filteredOut == w.filteredOut &&
           v.hide == w.hide && v.blast == w.blast && v.reach == w.reach && v.hoveredLine == w.hoveredLine &&
           v.selectedLine == w.selectedLine;
}

QImage FramePainter::paint(const FrameRequest& request)
{
    if (!m_request.drawing || !sameLook(m_request, request)) {
        paintAll(request);
        return m_image;
    }
    const QPointF away = (request.view.origin - m_request.view.origin) * (m_request.view.scale * m_request.ratio);
    if (std::abs(away.x()) > farthest || std::abs(away.y()) > farthest) {
        paintAll(request);
        return m_image;
    }
    const QPoint corner(static_cast<int>(std::lround(away.x())), static_cast<int>(std::lround(away.y())));
    const bool states = request.view.selected != m_request.view.selected || request.view.focused != m_request.view.focused;
    const View before = m_request.view;
    m_request.view.selected = request.view.selected;
    m_request.view.focused = request.view.focused;
    if (corner != m_corner)
        move(corner - m_corner);
    if (states)
        patch(before, m_request.view);
    m_counts.kept += !states && corner == m_corner ? 1 : 0;
    return m_image;
}

QPointF FramePainter::origin() const
{
    return m_request.view.origin + QPointF(m_corner) / (m_request.view.scale * m_request.ratio);
}

void FramePainter::paintAll(const FrameRequest& request)
{
    m_request = request;
    m_corner = {};
    const QSize pixels = (QSizeF(request.size) * request.ratio).toSize();
    if (m_image.size() != pixels)
        m_image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(request.ratio);
    for (StampCache& cache : m_stamps) {
        cache.setRatio(request.ratio);
        cache.beginFrame(request.view.scale, true);
    }
    m_labels = placeEdgeLabels(*request.drawing, request.view);
    paintRect(m_image.rect());
    ++m_counts.all;
}

void FramePainter::move(QPoint by)
{
    const int width = m_image.width();
    const int height = m_image.height();
    m_corner += by;
    if (std::abs(by.x()) >= width || std::abs(by.y()) >= height) {
        paintRect(m_image.rect());
        ++m_counts.all;
        return;
    }
    uchar* bits = m_image.bits();
    const qsizetype stride = m_image.bytesPerLine();
    const int kept = height - std::abs(by.y());
    const auto wide = static_cast<std::size_t>(width - std::abs(by.x())) * sizeof(QRgb);
    const qsizetype from = std::max(0, by.x()) * qsizetype(sizeof(QRgb));
    const qsizetype to = std::max(0, -by.x()) * qsizetype(sizeof(QRgb));
    for (int i = 0; i < kept; ++i) {
        const int row = by.y() >= 0 ? i : kept - 1 - i; // never over rows that are still to be read
        const int source = by.y() >= 0 ? row + by.y() : row;
        const int target = by.y() >= 0 ? row : row - by.y();
        std::memmove(bits + target * stride + to, bits + source * stride + from, wide);
    }
    const int rowsLeft = by.y() > 0 ? 0 : -by.y(); // where the moved rows begin
    if (by.y() != 0)
        paintRect({0, by.y() > 0 ? kept : 0, width, std::abs(by.y())});
    if (by.x() != 0)
        paintRect({by.x() > 0 ? width - by.x() : 0, rowsLeft, std::abs(by.x()), kept});
    ++m_counts.moved;
}

void FramePainter::patch(const View& before, const View& now)
{
    std::vector<int> changed;
    std::set_symmetric_difference(before.selected.begin(), before.selected.end(), now.selected.begin(), now.selected.end(),
                                  std::back_inserter(changed));
    if (before.focused != now.focused)
        changed.insert(changed.end(), {before.focused, now.focused});
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    if (changed.size() > mostPatches) {
        paintRect(m_image.rect());
        ++m_counts.all;
        return;
    }
    for (const int node : changed) {
        if (node >= 0)
            paintRect(reach(node).intersected(m_image.rect()));
    }
    ++m_counts.patched;
}

QRect FramePainter::reach(int index) const
{
    const QRectF pixels = stateRect(*m_request.drawing, m_request.view, index);
    const QRectF device(pixels.topLeft() * m_request.ratio, pixels.size() * m_request.ratio);
    return device.toAlignedRect().translated(-m_corner);
}

void FramePainter::paintRect(QRect pixels)
{
    if (pixels.isEmpty())
        return;
    m_bits = m_image.bits(); // no second owner from here on
    if (pixels.height() < worthTwo) {
        paintRow(pixels, m_stamps[0]);
        return;
    }
    const int middle = pixels.top() + pixels.height() / 2;
    const QRect upper(pixels.left(), pixels.top(), pixels.width(), middle - pixels.top());
    const QRect lower(pixels.left(), middle, pixels.width(), pixels.top() + pixels.height() - middle);
    m_second.start([this, lower] { paintRow(lower, m_stamps[1]); });
    paintRow(upper, m_stamps[0]);
    m_second.wait();
}

void FramePainter::paintRow(QRect pixels, StampCache& stamps)
{
    View view = m_request.view;
    view.stamps = &stamps;
    uchar* first = m_bits + pixels.top() * m_image.bytesPerLine() + pixels.left() * qsizetype(sizeof(QRgb));
    QImage part(first, pixels.width(), pixels.height(), m_image.bytesPerLine(), m_image.format());
    part.setDevicePixelRatio(m_request.ratio);
    paintPart(part, m_corner + pixels.topLeft(), *m_request.drawing, view, {*m_request.index, m_labels}, 1);
}

} // namespace bartizan::diagram
