// SPDX-License-Identifier: GPL-3.0-or-later
// One namespace of a drawing as a drawing of its own: its services, and whatever calls them or is called by them; another
// namespace is one box with its name, and the smaller part of many namespaces one box with their number. For paper, where
// a large system does not fit one page.
#pragma once

#include "diagram/drawing.h"

namespace bartizan::diagram {

// Not laid out yet. `group` is an index of whole.groups.
Drawing partOf(const Drawing& whole, int group);

} // namespace bartizan::diagram
