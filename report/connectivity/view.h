// SPDX-License-Identifier: GPL-3.0-or-later
// What every format of `connectivity` writes: the answers about ReportInput::model, cut down to what was asked, once for
// text, JSON, CSV and DOT. Made from the model alone; nothing of it is kept.
#pragma once

#include "analysis/connectivity/answers.h"
#include "report/connectivity/mesh.h"
#include "report/input.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::report {

// Of lists that are not whole.
inline constexpr const char* connectionsCutText = "There are more connections than can be listed: ask about some workloads with "
                                                  "--workload, or about one pair with --explain.";
inline constexpr const char* uncertainCutText = "There is more that is uncertain; --explain tells all of it for a pair.";
inline constexpr const char* differencesCutText =
    "There are too many pairs to compare what the mesh makes of all of them; ask about one pair of each state with --explain.";

struct ConnectivityView {
    std::shared_ptr<const connectivity::Connectivity> reach;
    std::vector<connectivity::Entrance> entrances;
    connectivity::Answers answers; // what the question leaves
    // Above connectivity::groupAbove workloads: connections of `answers` are between these, not between workloads.
    std::optional<std::vector<connectivity::Group>> groups;
    bool compared = false;       // with ReportInput::earlier
    bool differencesCut = false; // not every pair was, as to what a mesh makes of it
    std::vector<connectivity::Difference> differences;
    std::shared_ptr<const connectivity::MeshReach> mesh; // refers to `reach`; null: no policy of a mesh has a say anywhere
    std::vector<MeshDifference> meshDifferences;         // where networks do not differ; pairs of workloads only
    std::vector<std::size_t> asked;                      // workloads of the question, sorted; empty: every one

    const connectivity::World& world() const { return reach->world(); }
    std::string id(const connectivity::Party& party) const { return connectivity::idOf(world(), party); }
    // An end of a connection. A group of one has the id of its workload, others are "group:1", counted as they are listed.
    std::string endId(const connectivity::Party&) const;
    std::size_t rows() const;                              // connections, in all networks
    std::size_t restricted(connectivity::Direction) const; // workloads that some policy selects
    std::vector<std::string> leftOut() const;              // what the lists lack: sentences; empty: they are whole
};

// Errors: "connectivity-name" of a workload that is asked for, "connectivity-size" where too much would be compared,
// "stopped".
Result<ConnectivityView> connectivityView(const ReportInput&);

// That policies are enforced at all; `verdicts`: how many statements rest on it.
std::vector<Assumption> connectivityAssumptions(const ReportInput&, std::size_t verdicts);

} // namespace bartizan::report
