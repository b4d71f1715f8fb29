// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of a review with how it stands, what needs somebody's eye first. States and reasons are those of
// Posture::review and of the findings; nothing is judged here. Pure; may run on any thread.
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <string>
#include <vector>

namespace bartizan::desktop {

enum class RowState : std::uint8_t { reopened, expired, orphaned, unused, expiringSoon, inForce };
inline constexpr int rowStateCount = 6;

struct ReviewLine {
    ReviewItem item;
    RowState state = RowState::inForce;
    std::string why;   // of a state other than in force
    QString about;     // the subject, as people know it
    QString what;      // "accept", "sensitivity", "statement, second factor"
    QString says;      // reason, text, value
    std::string proof; // of a statement
    std::string owner, expires, by, on;
    int finding = -1; // index into Posture::findings
};

std::vector<ReviewLine> reviewLines(const Snapshot& snapshot); // as sorted as the view shows them first
QString stateWord(RowState state);

} // namespace bartizan::desktop
