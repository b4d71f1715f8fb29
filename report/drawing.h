// SPDX-License-Identifier: GPL-3.0-or-later
// The one way exports get their drawing: made from the posture, laid out deterministically (by counts, never by time).
#pragma once

#include "diagram/drawing.h"
#include "report/input.h"
#include "report/name_mask.h"

namespace bartizan::report {

// Errors: "stopped"; "layout" when bartizan-layout could not be run and a deadline was met during an export.
// `mask` replaces names before places are found: they take room.
Result<diagram::Drawing> laidOutDrawing(const ReportInput&, const NameMask* mask = nullptr);
Error layoutOverran();

} // namespace bartizan::report
