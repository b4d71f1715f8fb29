// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the state that another one is compared with: under the review and as of the time that are given, so that only
// the systems differ. Used by the window's Comparison and by `bartizan-cli diff`. Blocks; may be called from any thread.
#pragma once

#include "app/load.h"

namespace bartizan::app {

// `options.sources` may hold .bartizan files: their sources and variant are taken, what they decide is not asked.
// `options.review` is not null. A needed variant is one where there was a choice: a state that is reviewed as a whole, as
// one that is older than its variants may be, is compared as it is. Errors: those of load(), "no-source" when there is
// nothing to compare with.
Result<std::shared_ptr<const Loaded>> loadOther(LoadOptions options, const JobControl& job = {});

} // namespace bartizan::app
