// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/curve.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace {

double distanceBetween(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// Splits four points at t; the second half replaces them.
void keepFrom(QPointF* p, double t)
{
    const QPointF a = p[0] + (p[1] - p[0]) * t;
    const QPointF b = p[1] + (p[2] - p[1]) * t;
    const QPointF c = p[2] + (p[3] - p[2]) * t;
    const QPointF ab = a + (b - a) * t;
    const QPointF bc = b + (c - b) * t;
    p[0] = ab + (bc - ab) * t;
    p[1] = bc;
    p[2] = c;
}

int stepsFor(const QPointF* p)
{
    const double reach = distanceBetween(p[0], p[1]) + distanceBetween(p[1], p[2]) + distanceBetween(p[2], p[3]);
    const double chord = distanceBetween(p[0], p[3]);
    if (reach - chord < 0.01)
        return 1;
    return std::clamp(static_cast<int>(reach / 8), 6, 64);
}

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, way) / square, 0.0, 1.0) : 0;
    return distanceBetween(p, a + way * t);
}

} // namespace

QPainterPath bezierPath(const std::vector<QPointF>& points)
{
    QPainterPath path;
    if (points.empty())
        return path;
    path.moveTo(points[0]);
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
        path.cubicTo(points[i], points[i + 1], points[i + 2]);
    return path;
}

QPointF bezierAt(const QPointF* p, double t)
{
    const double u = 1 - t;
    return p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t);
}

Curve::Curve(const std::vector<QPointF>& points)
{
    if (points.empty())
        return;
    m_points.push_back(points[0]);
    for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
        const int steps = stepsFor(&points[i]);
        for (int step = 1; step <= steps; ++step)
            m_points.push_back(bezierAt(&points[i], static_cast<double>(step) / steps));
    }
    m_lengths.push_back(0);
    for (std::size_t i = 1; i < m_points.size(); ++i)
        m_lengths.push_back(m_lengths.back() + distanceBetween(m_points[i - 1], m_points[i]));
}

std::size_t Curve::segment(double length) const
{
    const auto after = std::upper_bound(m_lengths.begin(), m_lengths.end(), length);
    const auto index = static_cast<std::size_t>(after - m_lengths.begin());
    return std::clamp<std::size_t>(index, 1, m_points.size() - 1) - 1;
}

QPointF Curve::at(double length) const
{
    if (empty())
        return m_points.empty() ? QPointF() : m_points[0];
    const std::size_t i = segment(length);
    const double whole = m_lengths[i + 1] - m_lengths[i];
    const double t = whole > 0 ? std::clamp((length - m_lengths[i]) / whole, 0.0, 1.0) : 0;
    return m_points[i] + (m_points[i + 1] - m_points[i]) * t;
}

QPointF Curve::direction(double length) const
{
    if (empty())
        return {1, 0};
    const std::size_t i = segment(length);
    const QPointF way = m_points[i + 1] - m_points[i];
    const double size = std::hypot(way.x(), way.y());
    return size > 0 ? way / size : QPointF(1, 0);
}

QPainterPath Curve::path(double from, double to) const
{
    QPainterPath result;
    if (empty() || to <= from)
        return result;
    result.moveTo(at(from));
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_lengths[i] > from && m_lengths[i] < to)
            result.lineTo(m_points[i]);
    }
    result.lineTo(at(to));
    return result;
}

double Curve::distance(QPointF to) const
{
    double nearest = 1e12;
    for (std::size_t i = 1; i < m_points.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(to, m_points[i - 1], m_points[i]));
    return nearest;
}

std::vector<QPointF> clipStart(std::vector<QPointF> points, QPointF centre, double radius)
{
    while (points.size() >= 7 && distanceBetween(points[3], centre) <= radius)
        points.erase(points.begin(), points.begin() + 3);
    if (points.size() < 4 || distanceBetween(points[0], centre) >= radius || distanceBetween(points[3], centre) <= radius)
        return points;
    double inside = 0;
    double outside = 1;
    for (int i = 0; i < 24; ++i) {
        const double t = (inside + outside) / 2;
        (distanceBetween(bezierAt(points.data(), t), centre) < radius ? inside : outside) = t;
    }
    keepFrom(points.data(), outside);
    return points;
}

std::vector<QPointF> clipEnd(std::vector<QPointF> points, QPointF centre, double radius)
{
    std::reverse(points.begin(), points.end());
    points = clipStart(std::move(points), centre, radius);
    std::reverse(points.begin(), points.end());
    return points;
}

QRectF boundsOf(const std::vector<QPointF>& points)
{
    if (points.empty())
        return {};
    double left = points[0].x(), right = left, top = points[0].y(), bottom = top;
    for (const QPointF& p : points) {
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    return {left, top, right - left, bottom - top};
}

} // namespace bartizan::diagram
