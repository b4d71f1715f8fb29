// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing for screen readers: graph -> namespaces, what stands alone and what is gone -> nodes -> their calls, with the
// names of diagram::accessibleName() and places on the screen. Interfaces are made when somebody asks; they end with the drawing.
#pragma once

namespace bartizan::desktop {

class GraphView;

enum class GraphPart { group, node, ghost, line };

void installGraphAccessibility();                               // once a process; further calls do nothing
void announceGraph(GraphView* view, GraphPart part, int index); // the focus moved there
void forgetGraphAccessibility(GraphView* view);                 // another drawing, or none

} // namespace bartizan::desktop
