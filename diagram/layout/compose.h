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

// What dot said: of the insides of namespaces, and of the namespaces among each other. It says who stands left of whom
// and above whom; that is the same for every shape, so it is asked once.
struct Hints {
    std::vector<Placement> inner;
    Placement outer;
};

// How upright each namespace is drawn: wanted width : height, by group.
using Shape = std::vector<double>;

// False when cancelled.
bool compose(Drawing& drawing, const LayoutOptions& options, const Shape& shape, Hints& hints, Composition& composition,
             HelperReport& report);

// Items that no call joins to another; empty when there is one item only.
std::vector<int> lonersOf(const Drawing& drawing, const Composition& composition);

// Moves a group with its nodes, or a loose node, to the item's place.
void settleItem(Drawing& drawing, const Item& item);

// Puts the loners into free room inside the drawing, else in rows below it. After routing (loners.cpp).
void placeLoners(Drawing& drawing, Composition& composition);

} // namespace bartizan::diagram::layout
