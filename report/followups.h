// SPDX-License-Identifier: GPL-3.0-or-later
// What is left to do, for whom: findings that nobody has decided away, by the owner of the workloads they are about, each
// with that owner's subjects only. Made once for the text, Markdown and CSV of `followups`.
#pragma once

#include "report/input.h"

#include <string>
#include <vector>

namespace bartizan::report {

struct FollowUp {
    const Finding* finding = nullptr;
    std::vector<std::string> subjects; // the owner's; of a finding without workloads all of them
    std::string expires;               // of a decision that still holds ("needs work") or expired; "" = none
    std::string status;                // "" = open; "needs work until 2026-12-31", "reopened: ..."
};
struct OwnerList {
    std::string owner;           // noOwner comes last
    std::vector<FollowUp> items; // most serious first
};

// input.owner: only that one ("no owner named" too), without regard to case; "" = all.
std::vector<OwnerList> followUps(const ReportInput&);
std::string followUpsEmpty(const ReportInput&); // the sentence when there is nothing

} // namespace bartizan::report
