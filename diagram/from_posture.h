// SPDX-License-Identifier: GPL-3.0-or-later
// Model and Posture -> Drawing: what the picture shows of what was found. No places yet: layOut() gives them. Pure.
#pragma once

#include "analysis/posture.h"
#include "diagram/drawing.h"

namespace bartizan::diagram {

Drawing drawingOf(const Model& model, const Posture& posture);

} // namespace bartizan::diagram
