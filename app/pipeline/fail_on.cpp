// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/fail_on.h"

#include <algorithm>
#include <optional>

namespace bartizan::app {
namespace {

std::optional<FindingSeverity> severityOf(const std::string& word)
{
    for (int severity = 0; severity <= static_cast<int>(FindingSeverity::info); ++severity)
        if (word == severityWord(static_cast<FindingSeverity>(severity)))
            return static_cast<FindingSeverity>(severity);
    return std::nullopt;
}

} // namespace

Result<FailOn> FailOn::of(const std::vector<std::string>& words, const Catalogue& catalogue)
{
    FailOn rule;
    rule.m_asked = !words.empty();
    for (const std::string& word : words) {
        if (word == "new")
            rule.m_onlyNew = true;
        else if (word == "any" || catalogue.rule(word) || catalogue.layer(word) || severityOf(word))
            rule.m_words.push_back(word);
        else
            return tl::unexpected(Error{"usage", "--fail-on knows severities (critical, high, medium, low, info), layers, rules, "
                                                 "'any' and 'new', not '" +
                                                     word + "'"});
    }
    return rule;
}

bool FailOn::names(const Finding& finding) const
{
    if (m_words.empty())
        return m_onlyNew;
    return std::any_of(m_words.begin(), m_words.end(), [&](const std::string& word) {
        if (word == "any" || word == finding.rule || word == finding.layer)
            return true;
        const auto severity = severityOf(word);
        return severity && finding.severity <= *severity;
    });
}

std::vector<const Finding*> FailOn::failing(const Posture& posture, const SinceBaseline* since) const
{
    std::vector<const Finding*> hits;
    for (std::size_t i = 0; i < posture.findings.size(); ++i) {
        const Finding& finding = posture.findings[i];
        const bool decided = finding.state == FindingState::accepted || finding.state == FindingState::mitigated ||
                             finding.state == FindingState::falsePositive;
        if (finding.ifSensitivity || decided || !names(finding) || (since && !since->newOrWorse(i)))
            continue;
        hits.push_back(&finding);
    }
    return hits;
}

} // namespace bartizan::app
