// SPDX-License-Identifier: GPL-3.0-or-later
// `--baseline FILE` of assess and report: what is new or worse since an earlier state. FILE is an output of
// `assess --format json` (nothing is read again), a .bartizan review (known is what it decided), or a source as of
// `diff` (read and judged under the same review and as of the same time). Which of them is told from its ending and its
// content.
#pragma once

#include "analysis/baseline.h"
#include "app/load.h"

namespace bartizan::app {

// `options`: how sources are imported; its sources, review and as-of are not looked at. Errors: those of
// readBaselineOutput() (baseline_output.h), loadReview() and loadOther(), "baseline-unreadable", and "baseline-foreign"
// for a file that is none of the three.
Result<SinceBaseline> sinceBaseline(const std::string& path, const Loaded& now, LoadOptions options, const JobControl& job = {});

} // namespace bartizan::app
