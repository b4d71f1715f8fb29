// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of the same system under another review: what is shown changes, where it stands does not, so that a decision
// costs no layout and nothing jumps. Called by Session on a worker thread.
#pragma once

#include "diagram/drawing.h"
#include "model/review.h"

#include <optional>

namespace bartizan::desktop {

// `placed` (and folded as it is) with what `fresh` shows; nothing when they differ in nodes, edges or light, which decide
// places: lay `fresh` out then.
std::optional<diagram::Drawing> redrawn(const diagram::Drawing& placed, const diagram::Drawing& fresh);

// Where people put services and namespaces, as the drawing takes it.
diagram::Places placesOf(const Review& review);

} // namespace bartizan::desktop
