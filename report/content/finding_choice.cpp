// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/finding_choice.h"

#include "report/facts.h"

#include <map>
#include <utility>

namespace bartizan::report {

FindingChoice chooseFindings(const Content& content)
{
    FindingChoice choice;
    if (content.options.allFindings || content.findings.size() <= mostInFull) {
        choice.full = content.findings;
        return choice;
    }
    using Cause = std::pair<std::string, std::string>; // rule, fix
    std::map<Cause, std::size_t> inFull;
    std::map<Cause, std::size_t> rowsOf; // -> of choice.rows
    std::map<std::string, std::size_t> ways;
    std::size_t serious = 0;
    for (const Finding* finding : content.findings) {
        const Cause cause{finding->rule, finding->fix};
        const bool decided = finding->state != FindingState::open || decisionOf(content.input, *finding);
        const bool first = finding->severity <= FindingSeverity::high && serious < mostInFull;
        serious += first ? 1 : 0;
        if (decided || first || inFull[cause] < fullOfEachCause) {
            ++inFull[cause];
            choice.full.push_back(finding);
            continue;
        }
        const auto [rows, isNew] = rowsOf.try_emplace(cause, choice.rows.size());
        if (isNew)
            choice.rows.push_back({{}, ++ways[finding->rule]});
        choice.rows[rows->second].findings.push_back(finding);
        ++choice.inRows;
    }
    return choice;
}

} // namespace bartizan::report
