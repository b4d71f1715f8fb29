// SPDX-License-Identifier: GPL-3.0-or-later
// The two levels of the layout: nodes inside each namespace, then namespaces and loose nodes as items in columns.
// Called by layOut(); leaves every centre and rectangle set but those of loners, edges still without points.
#pragma once

#include "diagram/layout/graph.h"
#include "diagram/layout/layout.h"

#include <vector>

namespace bartizan::diagram::layout {

// What stands on its own in the outer layout.
struct Item {
    End end;                // a group or a loose node
    QSizeF size;            // with the tab of an open namespace
    QPointF place;          // top left
    std::vector<int> nodes; // shown nodes inside
};

struct Composition {
    std::vector<Item> items;
    std::vector<int> itemOf;   // by node; also for nodes hidden in a collapsed namespace
    std::vector<double> rowOf; // by node: y of the keep below the item's top
    std::vector<int> loners;   // items that no call touches; placed last, where room is left
};

// How upright namespaces are drawn, and what dot said of their insides: the same for every shape, so asked once.
struct Shape {
    double aspect = 0.75; // wanted width : height of a namespace
};
using InnerPlacements = std::vector<Placement>; // empty: not asked yet

// The shapes worth trying for this drawing, the usual one first. By counts only.
std::vector<Shape> shapesFor(const Drawing& drawing, const LayoutOptions& options);

// False when cancelled.
bool compose(Drawing& drawing, const LayoutOptions& options, Shape shape, InnerPlacements& inner, Composition& composition,
             HelperReport& report);

// Moves a group with its nodes, or a loose node, to the item's place.
void settleItem(Drawing& drawing, const Item& item);

// Puts the loners into free room inside the drawing, else in rows below it. After routing (loners.cpp).
void placeLoners(Drawing& drawing, Composition& composition);

} // namespace bartizan::diagram::layout
