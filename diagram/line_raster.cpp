// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/line_raster.h"

#include "diagram/curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>

namespace bartizan::diagram {

namespace {

constexpr int mostSteps = 48; // pieces of one Bezier

struct Ink {
    unsigned red, green, blue, alpha; // alpha 0..255

    // `coverage` 0..256 of this colour over an opaque pixel.
    void over(QRgb& pixel, unsigned coverage) const
    {
        const unsigned a = alpha * coverage; // 0..65280
        const unsigned rest = 65280 - a;
        const unsigned r = (red * a + qRed(pixel) * rest) / 65280;
        const unsigned g = (green * a + qGreen(pixel) * rest) / 65280;
        const unsigned b = (blue * a + qBlue(pixel) * rest) / 65280;
        pixel = 0xFF000000U | (r << 16) | (g << 8) | b;
    }
};

// Rows [top, bottom) of the image; nobody else writes them.
class Band {
public:
    Band(uchar* bits, qsizetype stride, int width, int top, int bottom)
        : m_bits(bits), m_stride(stride), m_width(width), m_top(top), m_bottom(bottom)
    {
    }

    void draw(const RasterLine& line, const RasterPlace& place)
    {
        flatten(line, place);
        if (m_points.size() < 2)
            return;
        const QColor c = QColor::fromRgba(line.colour);
        m_ink = {static_cast<unsigned>(c.red()), static_cast<unsigned>(c.green()), static_cast<unsigned>(c.blue()),
                 static_cast<unsigned>(c.alpha())};
        m_width2 = line.width / 2;
        m_dash = line.dash;
        m_period = line.gap > 0 ? line.dash + line.gap : 0;
        double whole = 0;
        for (std::size_t i = 1; i < m_points.size(); ++i)
            whole += std::hypot(m_points[i].x() - m_points[i - 1].x(), m_points[i].y() - m_points[i - 1].y());
        m_from = line.from;
        m_to = whole - line.to;
        double at = 0;
        for (std::size_t i = 1; i < m_points.size(); ++i) {
            const QPointF way = m_points[i] - m_points[i - 1];
            const double length = std::hypot(way.x(), way.y());
            segment(m_points[i - 1], m_points[i], at, length);
            at += length;
        }
    }

private:
    void flatten(const RasterLine& line, const RasterPlace& place)
    {
        m_points.clear();
        const std::vector<QPointF>& p = *line.points;
        if (p.size() < 4)
            return;
        // The control points bound the curve: most lines are not in this band at all.
        double low = 1e12, high = -1e12, left = 1e12, right = -1e12;
        for (const QPointF& point : p) {
            const QPointF at = (point - place.origin) * place.scale;
            low = std::min(low, at.y());
            high = std::max(high, at.y());
            left = std::min(left, at.x());
            right = std::max(right, at.x());
        }
        if (high < m_top - line.width || low > m_bottom + line.width || right < -line.width || left > m_width + line.width)
            return;
        m_points.push_back((p[0] - place.origin) * place.scale);
        for (std::size_t i = 0; i + 3 < p.size(); i += 3) {
            std::array<QPointF, 4> q;
            for (std::size_t k = 0; k < 4; ++k)
                q[k] = (p[i + k] - place.origin) * place.scale;
            // Twice the bend is a bound for the distance from the chord.
            const QPointF bend1 = q[0] - q[1] * 2 + q[2];
            const QPointF bend2 = q[1] - q[2] * 2 + q[3];
            const double bend = std::max(bend1.manhattanLength(), bend2.manhattanLength());
            const int steps = std::clamp(static_cast<int>(std::ceil(std::sqrt(bend * 2.2))), 1, mostSteps);
            for (int s = 1; s <= steps; ++s)
                m_points.push_back(bezierAt(q.data(), static_cast<double>(s) / steps));
        }
    }

    bool drawn(double at) const
    {
        if (at < m_from || at > m_to)
            return false;
        return m_period <= 0 || std::fmod(at, m_period) < m_dash;
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
        const int limit1 = steep ? m_bottom : m_width;
        const int first = std::max(static_cast<int>(std::floor(a1)), steep ? m_top : 0);
        const int last = std::min(static_cast<int>(std::floor(b1)), limit1 - 1);
        for (int i = first; i <= last; ++i) {
            // Ends cover their pixel in part; the next segment covers the rest.
            const double begin = std::max(a1, static_cast<double>(i));
            const double end = std::min(b1, i + 1.0);
            const double middle = (begin + end) / 2;
            const double along = (middle - a1) / span * length;
            if (end <= begin || !drawn(turned ? at + length - along : at + along))
                continue;
            across(i, a2 + slope * (middle - a1), half, end - begin, steep);
        }
    }

    void across(int i, double centre, double half, double share, bool steep)
    {
        const double low = centre - half;
        const double high = centre + half;
        const int limit = steep ? m_width : m_bottom;
        const int begin = std::max(static_cast<int>(std::floor(low)), steep ? 0 : m_top);
        const int end = std::min(static_cast<int>(std::floor(high)), limit - 1);
        for (int k = begin; k <= end; ++k) {
            const double cover = std::min(high, k + 1.0) - std::max(low, static_cast<double>(k));
            const auto coverage = static_cast<unsigned>(cover * share * 256);
            if (coverage > 3)
                m_ink.over(pixel(steep ? k : i, steep ? i : k), std::min(coverage, 256U));
        }
    }

    QRgb& pixel(int x, int y) { return reinterpret_cast<QRgb*>(m_bits + y * m_stride)[x]; }

    uchar* m_bits;
    qsizetype m_stride;
    int m_width;
    int m_top;
    int m_bottom;
    std::vector<QPointF> m_points; // of the line at hand, device pixels
    Ink m_ink{};
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
        Band band(bits, image.bytesPerLine(), image.width(), image.height() * part / parts, image.height() * (part + 1) / parts);
        for (const RasterLine& line : lines)
            band.draw(line, place);
    };
    std::vector<std::jthread> others;
    for (int part = 1; part < parts; ++part)
        others.emplace_back(work, part);
    work(0);
}

} // namespace bartizan::diagram
