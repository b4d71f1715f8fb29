// SPDX-License-Identifier: GPL-3.0-or-later
// Findings and ways in of a difference, and what one state can say about a thing of the other. For difference.cpp only.
#pragma once

#include "analysis/difference.h"

namespace bartizan::difference_parts {

// One of the two states, asked about what only the other one has.
class Other {
public:
    Other(const JudgedState& state, bool later) : m_state(state), m_later(later) {}

    const JudgedState& state() const { return m_state; }
    bool isLater() const { return m_later; }
    const char* name() const { return m_later ? "the later state" : "the earlier state"; }
    const JudgedService* service(const std::string& id) const; // null: not there
    bool has(const std::string& id) const;                     // a workload, entry or route

    // Why it says nothing that the thing is not there: "Deployment objects of shop were not read in the later state";
    // "" when they were read, or when the thing is there.
    std::string notRead(const JudgedObject& object) const;
    // Why it says nothing that a finding is not there: its kind was not read, or its layer is unknown there.
    std::string cannotTell(const JudgedFinding& finding, const Other& own, const std::vector<std::string>& services) const;

private:
    std::string kindNotRead(const JudgedObject& object) const;

    const JudgedState& m_state;
    bool m_later;
};

ChangeSense together(const std::vector<ChangeSense>& senses); // of parts of one thing; not empty

void compareFindings(std::vector<Change>& changes, const Other& earlier, const Other& later);
void comparePaths(std::vector<Change>& changes, const Other& earlier, const Other& later);

} // namespace bartizan::difference_parts
