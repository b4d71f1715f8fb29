// SPDX-License-Identifier: GPL-3.0-or-later
// A bare graph to place: boxes and links by number, no names. Shared by the helper's client, the fallback and the
// composition of namespaces. Lengths in scene units, y down, ranks run from left to right.
#pragma once

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace bartizan::diagram::layout {

enum class Side : unsigned char { free, left, right };

struct Box {
    double width = 0;
    double height = 0;
    Side side = Side::free;
};

struct Link {
    int from = 0;
    int to = 0;
    int weight = 1;
    int span = 1; // at least so many columns apart
};

struct Graph {
    double columnGap = 60;
    double rowGap = 16;
    std::vector<Box> boxes;
    std::vector<Link> links;
};

struct Placement {
    std::vector<QPointF> centres; // from dot: columns and order only, not yet free of overlaps
    bool ok = false;
};

} // namespace bartizan::diagram::layout
