// SPDX-License-Identifier: GPL-3.0-or-later
// Which findings of a report stand in full, and which as rows below the cause that they share. A person reads some hundreds
// of blocks, not thousands: beyond that, what is decided, what is serious and some of each cause stand in full, and the
// rest keeps its id, subjects, first line and state. Depends on counts only, so that equal input gives equal bytes.
#pragma once

#include "report/content/content.h"

#include <vector>

namespace bartizan::report {

inline constexpr std::size_t mostInFull = 300;    // findings of a report that all stand in full
inline constexpr std::size_t fullOfEachCause = 5; // of a larger one, apart from what is decided, critical or high

struct FindingRows { // of one rule with one way to fix it
    std::vector<const Finding*> findings;
    std::size_t number = 1; // of the rule's, where it has several ways
};
struct FindingChoice {
    std::vector<const Finding*> full; // in the report's order
    std::vector<FindingRows> rows;    // by their first finding, in the report's order
    std::size_t inRows = 0;
};
FindingChoice chooseFindings(const Content&);

} // namespace bartizan::report
