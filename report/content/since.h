// SPDX-License-Identifier: GPL-3.0-or-later
// The fifth part of the first screen: what is new, worse and gone since an earlier state, and the decisions that are
// over or will be soon. What only the earlier state names is not named where names are hidden: no mask knows it.
#pragma once

#include "report/content/content.h"

namespace bartizan::report {

void writeSince(const Content&, Writer&); // under its heading, within "results"

// "worse since 2026-10-01: also shop/cart", "new since the baseline"; "" when it is as before or nothing is compared.
std::string sinceWords(const Content&, const Finding&);

// What a row of the review is about: the title of a decision's finding, which an old decision may hold otherwise.
std::string rowTitle(const Content&, const ReviewRow&);

} // namespace bartizan::report
