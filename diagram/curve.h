// SPDX-License-Identifier: GPL-3.0-or-later
// A cubic Bezier of 1 + 3n points, walked by length: where ticks, heads, beads and chevrons go, what a click hits.
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace bartizan::diagram {

QPainterPath bezierPath(const std::vector<QPointF>& points);
QPointF bezierAt(const QPointF* p, double t); // p: four points

// The curve as a polyline, fine enough to be painted and measured.
class Curve {
public:
    explicit Curve(const std::vector<QPointF>& points);

    double length() const { return m_lengths.empty() ? 0 : m_lengths.back(); }
    bool empty() const { return m_points.size() < 2; }
    QPointF at(double length) const;
    QPointF direction(double length) const; // unit vector, from start to end
    QPainterPath path(double from, double to) const;
    double distance(QPointF to) const;
    const std::vector<QPointF>& points() const { return m_points; }

private:
    std::size_t segment(double length) const;

    std::vector<QPointF> m_points;
    std::vector<double> m_lengths; // of the way to each point
};

// The same piece of a Bezier that lies outside a circle at its start (or end).
std::vector<QPointF> clipStart(std::vector<QPointF> points, QPointF centre, double radius);
std::vector<QPointF> clipEnd(std::vector<QPointF> points, QPointF centre, double radius);

QRectF boundsOf(const std::vector<QPointF>& points);

} // namespace bartizan::diagram
