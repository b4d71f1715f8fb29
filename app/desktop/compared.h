// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's state is compared with, and the outcome: made by Comparison on a worker thread, held by ViewState,
// read by the Changes view, the Change lens and the first screen. Immutable. Indices of `difference` that are "after" are
// those of `of`; once the session shows another snapshot, they are not to be used.
#pragma once

#include "analysis/difference.h"
#include "app/desktop/session.h"

namespace bartizan::desktop {

struct Compared {
    QString name; // of the earlier state, for people: "release-1", "the state before the last reading"
    std::shared_ptr<const JudgedState> before;
    SnapshotPtr of; // the later state
    Difference difference;
};
using ComparedPtr = std::shared_ptr<const Compared>;

} // namespace bartizan::desktop
