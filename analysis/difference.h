// SPDX-License-Identifier: GPL-3.0-or-later
// What is worse, better, new, gone or merely other in a later state of a system; read by the window's Changes view, its
// Change lens and `bartizan-cli diff`. Truth before neatness: what one of the states cannot tell (a verdict unknown
// there, a kind not read there) is neither worse nor better but incomparable, with the reason. Same states, same result,
// in a fixed order: worse, better, changed, incomparable; within each services, layers, findings, paths; then by subject.
#pragma once

#include "analysis/judged_state.h"

namespace bartizan {

enum class ChangeSense : std::uint8_t { worse, better, changed, incomparable };
enum class ChangeAspect : std::uint8_t { service, layer, sensitivity, image, finding, path };
enum class ChangePresence : std::uint8_t { both, added, gone }; // in both states, only in the later, only in the earlier
const char* changeSenseWord(ChangeSense);                       // "worse", ...
const char* changeAspectWord(ChangeAspect);                     // "service", ...
const char* changePresenceWord(ChangePresence);                 // "changed", "new", "gone"

struct Change {
    ChangeSense sense = ChangeSense::changed;
    ChangeAspect aspect = ChangeAspect::service;
    ChangePresence presence = ChangePresence::both;
    std::string subject;       // workload id, finding id, "entry -> workload id"
    std::string layer;         // layer id; of layers and findings
    std::string title;         // for people: a service's name, a finding's title, "direct path"
    std::string before, after; // for people: "missing", "high, 2 subjects", "checked at keycloak"; "" where it is not there
    std::string reason;        // why it cannot be compared, or what is added: "also shop/cart[Deployment]"

    Verdict verdictBefore = Verdict::unknown, verdictAfter = Verdict::unknown;            // of layers
    AuthAnswer answerBefore = AuthAnswer::undecided, answerAfter = AuthAnswer::undecided; // of paths
    FindingSeverity severityBefore = FindingSeverity::info, severityAfter = FindingSeverity::info;
    std::size_t subjectsBefore = 0, subjectsAfter = 0; // of findings
    bool partlyWorse = false;          // of findings: more subjects or a higher severity, whatever else became better
    std::vector<std::string> services; // workload ids it is about, sorted

    // Positions in the states; npos = not there. Findings and paths: as in their Posture.
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::size_t indexBefore = npos, indexAfter = npos;
    Evidence evidence;           // the line behind it; may be none
    bool evidenceBefore = false; // it is a line of the earlier state
};

struct DifferenceCounts {
    std::size_t servicesBefore = 0, servicesAfter = 0;
    std::size_t worseServices = 0, betterServices = 0; // with a layer that is; one service may be both
    std::size_t newServices = 0, goneServices = 0;
    std::size_t newFindings = 0, goneFindings = 0;
    std::size_t worse = 0, better = 0, changed = 0, incomparable = 0; // changes by sense
};

struct Difference {
    std::vector<Change> changes;
    DifferenceCounts counts;
    bool empty() const { return changes.empty(); }
};

Difference difference(const JudgedState& before, const JudgedState& after);

// A gap that appears where the layer did not apply is worse, one that goes with it is better; unknown is incomparable.
ChangeSense senseOf(Verdict before, Verdict after); // of two that differ

} // namespace bartizan
