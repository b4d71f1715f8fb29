// SPDX-License-Identifier: GPL-3.0-or-later
// Which findings a set of sources had when the window was last closed on them, in the settings of the user: what "since
// last time" compares with. Ids and dates only, nothing of the input.
#pragma once

#include "app/desktop/session.h"

#include <optional>

namespace bartizan::desktop {

struct SeenChange {
    QString since;          // as-of of the state compared with
    std::vector<int> worse; // new findings, as indices into Posture::findings
    int better = 0;         // findings that are gone
};
std::optional<SeenChange> changeSinceLastSeen(const Snapshot& snapshot); // nothing: these sources were never closed before
void rememberSeen(const Snapshot& snapshot);

} // namespace bartizan::desktop
