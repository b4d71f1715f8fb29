// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/line_raster.h"

#include "diagram/curve.h"
#include "diagram/line_ink.h"

#include <QRect>

#include <algorithm>
#include <cmath>
#include <thread>

namespace bartizan::diagram {

namespace {

constexpr int mostSteps = 48;   // pieces of one Bezier
constexpr double tiny = 1.9373; // pixels; no round number, which the last bit could push to either side
constexpr double finer = 0.75;  // steps squared for each pixel of bend

// Pixels neither overflow nor vanish when squared: std::hypot's care would cost a tenth of a frame.
double distance(QPointF a, QPointF b)
{
    const QPointF way = b - a;
    return std::sqrt(way.x() * way.x() + way.y() * way.y());
}

// Rows [top, bottom) of the image; nobody else writes them.
class Band {
public:
    // Rows and columns count from the whole picture's corner, so that a part of it comes out as the whole does.
    Band(uchar* bits, qsizetype stride, QRect area) : m_bits(bits), m_stride(stride), m_area(area) {}

    void draw(const RasterLine& line, const RasterPlace& place)
    {
        m_width2 = line.width / 2;
        if (!toPixels(line, place))
            return;
        m_ink = Ink(line.colour);
        m_dash = line.dash;
        m_period = line.gap > 0 ? line.dash + line.gap : 0;
        m_whole = m_period <= 0 && line.from <= 0 && line.to <= 0;
        m_from = line.from;
        m_to = m_whole ? 1e12 : lengthOf(line, place) - line.to;
        double at = 0;
        const std::size_t count = (m_control.size() - 1) / 3;
        QPointF pen = m_control[0];
        for (std::size_t c = 0; c < count; ++c) {
            const QPointF* q = &m_control[3 * c];
            const QPointF low = minimum(q);
            const QPointF high = maximum(q);
            // Pieces smaller than two pixels, of which lines consist from afar, are drawn as one.
            if (m_whole && c + 1 < count && high.x() - low.x() < tiny && high.y() - low.y() < tiny) {
                if ((q[3] - pen).manhattanLength() >= 0.75 * tiny) {
                    straight(pen, q[3]);
                    pen = q[3];
                }
                continue;
            }
            if (m_whole && pen != q[0])
                straight(pen, q[0]);
            pen = q[3];
            const bool seen = touches(low, high);
            const double start = at;
            if (seen || (!m_whole && !line.lengths))
                at = piece(q, at, seen);
            if (line.lengths)
                at = start + static_cast<double>(line.lengths[c]) * place.scale;
        }
    }

private:
    static constexpr int fixed = 16; // binary places of the way across
    static constexpr qint64 one = 1 << fixed;

    bool touches(QPointF low, QPointF high) const
    {
        const double reach = 2 * m_width2 + 2; // a steep line is wider along a row, a slanted one at most by root 2
        return high.y() >= m_area.top() - reach && low.y() <= m_area.bottom() + 1 + reach && high.x() >= m_area.left() - reach &&
               low.x() <= m_area.right() + 1 + reach;
    }

    static QPointF minimum(const QPointF* q)
    {
        return {std::min({q[0].x(), q[1].x(), q[2].x(), q[3].x()}), std::min({q[0].y(), q[1].y(), q[2].y(), q[3].y()})};
    }
    static QPointF maximum(const QPointF* q)
    {
        return {std::max({q[0].x(), q[1].x(), q[2].x(), q[3].x()}), std::max({q[0].y(), q[1].y(), q[2].y(), q[3].y()})};
    }

    // False when all of the line is out of sight.
    bool toPixels(const RasterLine& line, const RasterPlace& place)
    {
        const std::vector<QPointF>& p = *line.points;
        if (p.size() < 4)
            return false;
        m_control.clear();
        QPointF low(1e12, 1e12);
        QPointF high(-1e12, -1e12);
        for (const QPointF& point : p) {
            const QPointF at = (point - place.origin) * place.scale;
            low = {std::min(low.x(), at.x()), std::min(low.y(), at.y())};
            high = {std::max(high.x(), at.x()), std::max(high.y(), at.y())};
            m_control.push_back(at);
        }
        return touches(low, high);
    }

    static int stepsOf(const QPointF* q)
    {
        // The bend over eight steps squared bounds the distance from the chord: a sixth of a pixel here.
        const QPointF bend1 = q[0] - q[1] * 2 + q[2];
        const QPointF bend2 = q[1] - q[2] * 2 + q[3];
        const double bend = std::max(bend1.manhattanLength(), bend2.manhattanLength());
        return std::clamp(static_cast<int>(std::ceil(std::sqrt(bend * finer) - 1e-6)), 1, mostSteps);
    }

    double lengthOf(const RasterLine& line, const RasterPlace& place) const
    {
        double whole = 0;
        for (std::size_t i = 0; i + 3 < m_control.size(); i += 3) {
            if (line.lengths) {
                whole += static_cast<double>(line.lengths[i / 3]) * place.scale;
                continue;
            }
            const QPointF* q = &m_control[i];
            const int steps = stepsOf(q);
            QPointF last = q[0];
            for (int s = 1; s <= steps; ++s) {
                const QPointF next = bezierAt(q, static_cast<double>(s) / steps);
                whole += distance(last, next);
                last = next;
            }
        }
        return whole;
    }

    void straight(QPointF a, QPointF b)
    {
        if (touches({std::min(a.x(), b.x()), std::min(a.y(), b.y())}, {std::max(a.x(), b.x()), std::max(a.y(), b.y())}))
            segment(a, b, 0, 0);
    }

    // One Bezier that begins `at` pixels along the line; returns where it ends.
    double piece(const QPointF* q, double at, bool seen)
    {
        const int steps = stepsOf(q);
        QPointF last = q[0];
        for (int s = 1; s <= steps; ++s) {
            const QPointF next = s == steps ? q[3] : bezierAt(q, static_cast<double>(s) / steps);
            const double length = m_whole ? 0 : distance(last, next);
            if (seen && touches({std::min(last.x(), next.x()), std::min(last.y(), next.y())},
                                {std::max(last.x(), next.x()), std::max(last.y(), next.y())}))
                segment(last, next, at, length);
            at += length;
            last = next;
        }
        return at;
    }

    bool drawn(double at) const
    {
        if (at < m_from || at > m_to)
            return false;
        if (m_period <= 0)
            return true;
        const double periods = at / m_period;
        return (periods - std::floor(periods)) * m_period < m_dash;
    }

    // One pixel column (or row, for steep lines) after the other; what the line covers across is a box.
    void segment(QPointF a, QPointF b, double at, double length)
    {
        // Choices must not hang on a number's last bit: parts of a picture are painted from other corners.
        const bool steep = std::abs(b.y() - a.y()) > std::abs(b.x() - a.x()) + 1e-6;
        double a1 = steep ? a.y() : a.x(), a2 = steep ? a.x() : a.y();
        double b1 = steep ? b.y() : b.x(), b2 = steep ? b.x() : b.y();
        const bool turned = a1 > b1;
        if (turned) {
            std::swap(a1, b1);
            std::swap(a2, b2);
        }
        const double span = b1 - a1;
        if (span < 1e-9)
            return;
        const double slope = (b2 - a2) / span;
        const double half = m_width2 * std::sqrt(1 + slope * slope);
        const int start = static_cast<int>(std::floor(a1));
        const int end = static_cast<int>(std::floor(b1));
        // The way across at the middle of column `start`; whole steps from there, wherever the band begins.
        const auto base = static_cast<qint64>(std::llround((a2 + slope * (start + 0.5 - a1)) * one));
        const auto step = static_cast<qint64>(std::llround(slope * one));
        const auto half16 = static_cast<qint64>(half * one);
        const auto column = [&](int i) {
            // Ends cover their pixel in part; the next segment covers the rest.
            const double from = std::max(a1, static_cast<double>(i));
            const double to = std::min(b1, i + 1.0);
            if (to <= from)
                return;
            if (!m_whole) {
                const double along = ((from + to) / 2 - a1) / span * length;
                if (!drawn(turned ? at + length - along : at + along))
                    return;
            }
            across(i, base + step * (i - start), half16, static_cast<unsigned>((to - from) * 256), steep);
        };
        const int first = std::max(start, steep ? m_area.top() : m_area.left());
        const int last = std::min(end, steep ? m_area.bottom() : m_area.right());
        // Between the ends columns are whole: runs of them, without a question each.
        if (first == start && first <= last)
            column(first);
        const int innerFirst = std::max(first, start + 1);
        const int innerLast = std::min(last, end - 1);
        const auto inner = [&](int from, int to) {
            from = std::max(from, innerFirst);
            to = std::min(to, innerLast);
            if (from <= to)
                run(from, to, base + step * (from - start) - half16, step, 2 * half16, steep);
        };
        if (m_whole)
            inner(innerFirst, innerLast);
        else if (innerFirst <= innerLast)
            dashes(turned ? at + length + (a1 - 0.5) / span * length : at + (0.5 - a1) / span * length,
                   (turned ? -length : length) / span, innerFirst, innerLast, inner);
        if (last == end && end > start && first <= last)
            column(last);
    }

    // The whole columns between first and last that are drawn: column i is `along + each * i` pixels along the line.
    template <class Inner>
    void dashes(double along, double each, int first, int last, Inner&& inner) const
    {
        if (std::abs(each) < 1e-9)
            return;
        const double ends[2] = {along + each * first, along + each * last};
        const double low = std::max(std::min(ends[0], ends[1]), m_from);
        const double high = std::min(std::max(ends[0], ends[1]), m_to);
        const auto columns = [&](double from, double to) { // of the way along, both ends drawn
            const double a = (from - along) / each;
            const double b = (to - along) / each;
            inner(static_cast<int>(std::ceil(std::min(a, b))), static_cast<int>(std::floor(std::max(a, b))));
        };
        if (m_period <= 0)
            return columns(m_from, m_to);
        const double until = high;
        for (double n = std::floor(low / m_period); n * m_period <= until; ++n)
            columns(std::max(n * m_period, m_from), std::min(n * m_period + m_dash, m_to));
    }

    // Whole columns [first, last]; `low` is the line's upper rim in the first, `width` its extent across.
    void run(int first, int last, qint64 low, qint64 step, qint64 width, bool steep)
    {
        const qsizetype pitch = m_stride / static_cast<qsizetype>(sizeof(QRgb));
        const qsizetype next = steep ? 1 : pitch;  // across the line
        const qsizetype along = steep ? pitch : 1; // with it
        const int begin = steep ? m_area.left() : m_area.top();
        const int count = steep ? m_area.width() : m_area.height();
        // Columns whose pixels may lie inside: long lines leave the area above or below.
        if (step != 0) {
            const double upper = static_cast<double>((begin - 1) * one - width - low) / static_cast<double>(step);
            const double lower = static_cast<double>((begin + count + 1) * one - low) / static_cast<double>(step);
            const int from = std::max(first, first + static_cast<int>(std::max(std::min(upper, lower), 0.0)));
            last = std::min(last, first + static_cast<int>(std::clamp(std::max(upper, lower) + 1, -1.0, 1e6)));
            low += step * (from - first);
            first = from;
        }
        QRgb* at = reinterpret_cast<QRgb*>(m_bits) + (first - (steep ? m_area.top() : m_area.left())) * along;
        const unsigned alpha = m_ink.alpha;
        const auto paint = [&](int k, quint32 extent) {
            const unsigned strength = extent * alpha >> fixed;
            if (strength > 2 && static_cast<unsigned>(k) < static_cast<unsigned>(count))
                m_ink.over(at[k * next], strength);
        };
        const auto extent = static_cast<quint32>(width);
        const bool thin = width <= one; // it lies in two pixels of a column
        for (int i = first; i <= last; ++i, at += along, low += step) {
            int k = static_cast<int>(low >> fixed) - begin;
            const auto room = static_cast<quint32>(one - (low & (one - 1)));
            if (thin && static_cast<unsigned>(k) < static_cast<unsigned>(count - 1)) {
                const quint32 upper = std::min(extent, room);
                const auto strengthOf = [&](quint32 cover) {
                    const quint32 strength = cover * alpha >> fixed;
                    return strength > 2 ? strength : 0U;
                };
                m_ink.over(at[k * next], at[(k + 1) * next], strengthOf(upper), strengthOf(extent - upper));
                continue;
            }
            if (extent <= room) {
                paint(k, extent);
                continue;
            }
            paint(k, room);
            quint32 left = extent - room;
            for (; left > one; left -= one)
                paint(++k, one);
            paint(++k, left);
        }
    }

    // `share` 0..256: how much of the column the line runs through.
    void across(int i, qint64 centre, qint64 half, unsigned share, bool steep)
    {
        const qint64 low = centre - half;
        const qint64 high = centre + half;
        const int begin = std::max(static_cast<int>(low >> fixed), steep ? m_area.left() : m_area.top());
        const int end = std::min(static_cast<int>(high >> fixed), steep ? m_area.right() : m_area.bottom());
        const unsigned strength = (m_ink.alpha * share) >> 8;
        QRgb* at = &pixel(steep ? begin : i, steep ? i : begin);
        const qsizetype next = steep ? 1 : m_stride / static_cast<qsizetype>(sizeof(QRgb));
        for (int k = begin; k <= end; ++k, at += next) {
            const qint64 cover = std::min(high, (k + 1) * one) - std::max(low, k * one);
            const auto coverage = static_cast<unsigned>(cover) * strength >> fixed;
            if (coverage > 2)
                m_ink.over(*at, coverage);
        }
    }

    QRgb& pixel(int x, int y) { return reinterpret_cast<QRgb*>(m_bits + (y - m_area.top()) * m_stride)[x - m_area.left()]; }

    uchar* m_bits; // of the area's first pixel
    qsizetype m_stride;
    QRect m_area;
    std::vector<QPointF> m_control; // of the line at hand, device pixels
    Ink m_ink{0};
    bool m_whole = true; // neither dashed nor shortened
    double m_width2 = 0.5;
    double m_dash = 0;
    double m_period = 0;
    double m_from = 0;
    double m_to = 0;
};

} // namespace

void rasterLines(QImage& image, const std::vector<RasterLine>& lines, const RasterPlace& place, int threads)
{
    if (lines.empty() || image.isNull())
        return;
    constexpr std::size_t worthThreads = 400;
    uchar* bits = image.bits();
    const int parts = lines.size() < worthThreads ? 1 : std::max(1, threads);
    const auto work = [&](int part) {
        const int top = image.height() * part / parts;
        const int bottom = image.height() * (part + 1) / parts;
        const QRect area(place.corner + QPoint(0, top), QSize(image.width(), bottom - top));
        Band band(bits + top * image.bytesPerLine(), image.bytesPerLine(), area);
        for (const RasterLine& line : lines)
            band.draw(line, place);
    };
    std::vector<std::jthread> others;
    for (int part = 1; part < parts; ++part)
        others.emplace_back(work, part);
    work(0);
}

} // namespace bartizan::diagram
