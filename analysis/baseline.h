// SPDX-License-Identifier: GPL-3.0-or-later
// How the findings of a posture stand to an earlier state of the same system, the baseline of a pipeline: new, worse,
// the same, better or not to be told. Made by app/pipeline/baseline.h, read by exports and by `--fail-on`. What the
// baseline could not tell (a kind that was not read there, a layer that was unknown) is incomparable and never new.
#pragma once

#include "analysis/difference.h"
#include "analysis/review.h"

namespace bartizan {

enum class BaselineState : std::uint8_t { unchanged, added, worse, better, changed, incomparable };
const char* baselineWord(BaselineState); // "unchanged", "new", "worse", "better", "changed", "incomparable"

struct BaselineRow { // of one finding
    BaselineState state = BaselineState::unchanged;
    bool known = true;            // the baseline has it; false: new, or incomparable and not in the baseline
    std::string reason;           // what is more or less, or why it cannot be told; "" of an unchanged one
    std::string laterReason = {}; // the same, naming nothing that only the baseline has; for reports that hide names
};

struct BaselineGone { // a finding that only the baseline has
    std::string id, layer, title;
    FindingSeverity severity = FindingSeverity::medium;
    std::string reason; // why it cannot be told whether it is gone; "" when it is
};

struct SinceBaseline {
    std::string path;                     // as given
    std::string kind;                     // "output" (of assess), "review", "sources"
    std::string asOf, version;            // of the state and of the program that wrote it; "" = not known
    std::size_t findings = 0;             // of the baseline
    std::vector<BaselineRow> rows;        // same order and size as Posture::findings
    std::vector<BaselineGone> gone;       // by id
    std::vector<BaselineGone> goneUntold; // by id; what was there may be there still

    std::size_t count(BaselineState) const; // of `rows`
    bool newOrWorse(std::size_t finding) const
    {
        return rows[finding].state == BaselineState::added || rows[finding].state == BaselineState::worse;
    }
};

// Two states judged alike; `difference` is between them.
SinceBaseline sinceBaseline(const JudgedState& before, const JudgedState& after, const Difference& difference);

// A review as the baseline: known is what it decided, in whichever way, until the decision expires or there is more or
// worse than it was made about. It does not say what was read, so a finding that nobody decided there is new.
SinceBaseline sinceBaseline(const Review& review, const Model& model, const Posture& posture);

} // namespace bartizan
