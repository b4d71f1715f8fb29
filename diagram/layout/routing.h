// SPDX-License-Identifier: GPL-3.0-or-later
// Gives every shown edge its curve: horizontal tangents, ends fanned out around the wall, round other services where that
// is possible; bypasses as orthogonal lanes; bundles between collapsed namespaces. Called by layOut() after compose().
#pragma once

#include "diagram/layout/compose.h"

namespace bartizan::diagram::layout {

void route(Drawing& drawing, const Composition& composition);

// Everything an edge should not run through; answers how often a curve does (obstacles.cpp).
class Obstacles {
public:
    Obstacles(const Drawing& drawing, const Composition& composition);

    struct Touch {
        int hits = 0;
        std::vector<double> lanes; // levels above and below what was hit, to try instead
        double left = 1e12;        // of what was hit
        double right = -1e12;
    };
    // `except`: the two ends (as item or node shapes) that the curve may touch.
    Touch touches(const std::vector<QPointF>& points, End from, End to) const;

private:
    struct Shape {
        QRectF box;
        End end;
    };
    int column(double x) const;
    int row(double y) const;
    std::size_t index(int x, int y) const;

    std::vector<Shape> m_shapes;
    QRectF m_bounds;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<std::vector<int>> m_squares; // shapes by square of a grid over the drawing
};

} // namespace bartizan::diagram::layout
