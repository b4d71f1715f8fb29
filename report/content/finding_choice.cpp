// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/finding_choice.h"

#include "report/facts.h"

#include <map>
#include <set>
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
    struct Of {
        std::size_t inFull = 0;
        std::vector<const Finding*> others;
    };
    std::map<Cause, Of> causes;
    std::size_t serious = 0;
    for (const Finding* finding : content.findings) {
        Of& cause = causes[{finding->rule, finding->fix}];
        const bool decided = finding->state != FindingState::open || decisionOf(content.input, *finding);
        const bool first = finding->severity <= FindingSeverity::high && serious < mostInFull;
        serious += first ? 1 : 0;
        if (decided || first || cause.inFull < fullOfEachCause)
            ++cause.inFull;
        else
            cause.others.push_back(finding);
    }
    std::set<const Finding*> rows; // a table of a few rows would take more room than it saves
    for (const auto& [cause, of] : causes)
        if (of.others.size() > fullOfEachCause)
            rows.insert(of.others.begin(), of.others.end());
    std::map<std::string, std::size_t> ways; // to fix what a rule finds
    for (const Finding* finding : content.findings) {
        if (rows.count(finding) == 0) {
            choice.full.push_back(finding);
            continue;
        }
        Of& cause = causes[{finding->rule, finding->fix}];
        if (cause.others.empty())
            continue;
        choice.inRows += cause.others.size();
        choice.rows.push_back({std::exchange(cause.others, {}), ++ways[finding->rule]});
    }
    return choice;
}

} // namespace bartizan::report
