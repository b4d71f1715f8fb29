// SPDX-License-Identifier: GPL-3.0-or-later
// The two levels of the layout: nodes inside each namespace, then namespaces and loose nodes as items in columns.
// Called by layOut(); leaves every centre and rectangle set, edges still without points.
#pragma once

#include "diagram/layout/layout.h"

#include <map>
#include <utility>

namespace bartizan::diagram::layout {

// What stands on its own in the outer layout.
struct Item {
    End end;                     // a group or a loose node
    QSizeF size;                 // with the tab of an open namespace
    QPointF place;               // top left
    std::vector<int> nodes;      // shown nodes inside
};

struct Composition {
    std::vector<Item> items;
    std::vector<int> itemOf;     // by node; also for nodes hidden in a collapsed namespace
    std::vector<double> rowOf;   // by node: y of the keep below the item's top
    std::map<std::pair<int, int>, std::vector<QPointF>> splines; // dot's own curves inside a namespace, by (from, to), scene
};

// False when cancelled.
bool compose(Drawing& drawing, const LayoutOptions& options, Composition& composition, HelperReport& report);

// Vertical places and columns of the outer layout (columns.cpp).
void arrange(const Drawing& drawing, const Placement& placement, Composition& composition);

} // namespace bartizan::diagram::layout
