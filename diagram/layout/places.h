// SPDX-License-Identifier: GPL-3.0-or-later
// Places that people chose, laid over the automatic ones. What they placed stands exactly there; what it would cover goes
// to the nearest free room; a namespace's wall follows its services, calls are routed anew. Places of what is not in the
// drawing are left alone. A pure function of the automatic places and `places`: none gives what layOut() gave.
// Callable from a worker thread, like layOut().
#pragma once

#include "diagram/drawing.h"

namespace bartizan::diagram {

// `drawing` is laid out; what was placed before is undone first.
void place(Drawing& drawing, const Places& places);

// The key of a namespace in Places; a node's is its id.
std::string placeKey(const Group& group);

// The place a node would have with its centre at `centre`.
QPointF placeAt(const Drawing& drawing, const Node& node, QPointF centre);

} // namespace bartizan::diagram
