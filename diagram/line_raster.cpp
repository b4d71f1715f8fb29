// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/line_raster.h"

#include "diagram/curve.h"

#include <QRect>

#include <algorithm>
#include <cmath>
#include <thread>

namespace bartizan::diagram {

namespace {

constexpr int mostSteps = 48; // pieces of one Bezier

// A colour over opaque pixels, two channels at a time.
struct Ink {
    quint32 redBlue = 0;
    quint32 green = 0;
    unsigned alpha = 0; // 0..256

    explicit Ink(QRgb colour)
        : redBlue(colour & 0xFF00FFU), green(colour & 0xFF00U), alpha((static_cast<unsigned>(qAlpha(colour)) * 257U) >> 8)
    {
    }

    // `strength` 0..256, the alpha counted in already.
    void over(QRgb& pixel, unsigned strength) const
    {
        const quint32 rb = pixel & 0xFF00FFU;
        const quint32 g = pixel & 0xFF00U;
        const quint32 newRb = (rb + (((redBlue - rb) * strength) >> 8)) & 0xFF00FFU;
        const quint32 newG = (g + (((green - g) * strength) >> 8)) & 0xFF00U;
        pixel = 0xFF000000U | newRb | newG;
    }
};

// Rows [top, bottom) of the image; nobody else writes them.
class Band {
public:
    // Rows and columns count from the whole picture's corner, so that a part of it comes out as the whole does.
    Band(uchar* bits, qsizetype stride, QRect area) : m_bits(bits), m_stride(stride), m_area(area) {}

    void draw(const RasterLine& line, const RasterPlace& place)
    {
        m_width2 = line.width / 2;
        flatten(line, place);
        if (m_points.size() < 2)
            return;
        m_ink = Ink(line.colour);
        m_dash = line.dash;
        m_period = line.gap > 0 ? line.dash + line.gap : 0;
        m_from = line.from;
        m_to = 1e12;
        m_whole = m_period <= 0 && line.from <= 0 && line.to <= 0;
        if (!m_whole) {
            double whole = 0;
            for (std::size_t i = 1; i < m_points.size(); ++i)
                whole += std::hypot(m_points[i].x() - m_points[i - 1].x(), m_points[i].y() - m_points[i - 1].y());
            m_to = whole - line.to;
        }
        double at = 0;
        for (std::size_t i = 1; i < m_points.size(); ++i) {
            const QPointF way = m_points[i] - m_points[i - 1];
            const double length = m_whole ? 0 : std::hypot(way.x(), way.y());
            if (touches(m_points[i - 1], m_points[i]))
                segment(m_points[i - 1], m_points[i], at, length);
            at += length;
        }
    }

private:
    static constexpr int fixed = 16; // binary places of the way across
    static constexpr qint64 one = 1 << fixed;

    bool touches(QPointF a, QPointF b) const
    {
        const double reach = 2 * m_width2 + 2; // a steep line is wider along a row, a slanted one at most by root 2
        return std::max(a.y(), b.y()) >= m_area.top() - reach && std::min(a.y(), b.y()) <= m_area.bottom() + 1 + reach &&
               std::max(a.x(), b.x()) >= m_area.left() - reach && std::min(a.x(), b.x()) <= m_area.right() + 1 + reach;
    }

    void flatten(const RasterLine& line, const RasterPlace& place)
    {
        m_points.clear();
        const std::vector<QPointF>& p = *line.points;
        if (p.size() < 4)
            return;
        m_control.clear();
        QPointF low(1e12, 1e12);
        QPointF high(-1e12, -1e12);
        for (const QPointF& point : p) {
            const QPointF at = (point - place.origin) * place.scale;
            low = {std::min(low.x(), at.x()), std::min(low.y(), at.y())};
            high = {std::max(high.x(), at.x()), std::max(high.y(), at.y())};
            m_control.push_back(at);
        }
        // The control points bound the curve: most lines are not in this band at all.
        if (!touches(low, high))
            return;
        m_points.push_back(m_control[0]);
        for (std::size_t i = 0; i + 3 < m_control.size(); i += 3) {
            const QPointF* q = &m_control[i];
            // Twice the bend is a bound for the distance from the chord.
            const QPointF bend1 = q[0] - q[1] * 2 + q[2];
            const QPointF bend2 = q[1] - q[2] * 2 + q[3];
            const double bend = std::max(bend1.manhattanLength(), bend2.manhattanLength());
            const int steps = std::clamp(static_cast<int>(std::ceil(std::sqrt(bend * 2.2))), 1, mostSteps);
            for (int s = 1; s < steps; ++s)
                m_points.push_back(bezierAt(q, static_cast<double>(s) / steps));
            m_points.push_back(q[3]);
        }
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
        const bool steep = std::abs(b.y() - a.y()) > std::abs(b.x() - a.x());
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
        const double startX = std::floor(a1);
        const int first = std::max(static_cast<int>(startX), steep ? m_area.top() : m_area.left());
        const int last = std::min(static_cast<int>(std::floor(b1)), steep ? m_area.bottom() : m_area.right());
        // The way across at the middle of column startX; whole steps from there, wherever the band begins.
        const auto base = static_cast<qint64>(std::llround((a2 + slope * (startX + 0.5 - a1)) * one));
        const auto step = static_cast<qint64>(std::llround(slope * one));
        const auto half16 = static_cast<qint64>(half * one);
        for (int i = first; i <= last; ++i) {
            // Ends cover their pixel in part; the next segment covers the rest.
            const double begin = std::max(a1, static_cast<double>(i));
            const double end = std::min(b1, i + 1.0);
            if (end <= begin)
                continue;
            if (!m_whole) {
                const double along = ((begin + end) / 2 - a1) / span * length;
                if (!drawn(turned ? at + length - along : at + along))
                    continue;
            }
            across(i, base + step * (i - static_cast<int>(startX)), half16, static_cast<unsigned>((end - begin) * 256), steep);
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

    QRgb& pixel(int x, int y)
    {
        return reinterpret_cast<QRgb*>(m_bits + (y - m_area.top()) * m_stride)[x - m_area.left()];
    }

    uchar* m_bits; // of the area's first pixel
    qsizetype m_stride;
    QRect m_area;
    std::vector<QPointF> m_control; // of the line at hand, device pixels
    std::vector<QPointF> m_points;
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
