// SPDX-License-Identifier: GPL-3.0-or-later
// The images of each workload joined with the scan reports (model/resolve/scan_match.h): what the image and dependencies
// layers and the posture's image list say. Fills Context::images.
#pragma once

#include "analysis/context.h"
#include "analysis/findings.h"

namespace bartizan::analysis {

void judgeImages(Context&, FindingSink&);

} // namespace bartizan::analysis
