// SPDX-License-Identifier: GPL-3.0-or-later
// What the Change lens shows: a copy of a laid-out drawing of the later state on which worse stones and new services are
// marked, and services that are gone stand as ghosts. Places stay as they are. Called by the window while it compares.
#pragma once

#include "analysis/difference.h"
#include "diagram/drawing.h"

namespace bartizan::diagram {

Drawing withChanges(const Drawing& drawing, const Difference& difference);
Drawing withoutChanges(const Drawing& drawing);
bool hasChanges(const Drawing& drawing); // something is marked

} // namespace bartizan::diagram
