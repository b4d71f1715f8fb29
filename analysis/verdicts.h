// SPDX-License-Identifier: GPL-3.0-or-later
// Small helpers to say a verdict: making one, rolling several up (the worst applicable one counts), wording counts.
#pragma once

#include "analysis/rule_ids.h"

#include <algorithm>
#include <string>

namespace bartizan::analysis {

// missing, partial, unknown, present, notApplicable: a known gap outranks what cannot be told.
inline int badness(Verdict verdict)
{
    switch (verdict) {
    case Verdict::missing:
        return 4;
    case Verdict::partial:
        return 3;
    case Verdict::unknown:
        return 2;
    case Verdict::present:
        return 1;
    case Verdict::notApplicable:
        return 0;
    }
    return 2;
}
inline Verdict worse(Verdict a, Verdict b)
{
    return badness(a) >= badness(b) ? a : b;
}

inline LayerVerdict decided(Verdict verdict, RuleId rule, std::string reason, Evidence evidence = {},
                            Basis basis = Basis::configuration)
{
    LayerVerdict result;
    result.verdict = verdict;
    result.basis = basis;
    result.rule = rule.text();
    result.reason = std::move(reason);
    if (evidence.valid())
        result.evidence.push_back(std::move(evidence));
    return result;
}

inline std::string counted(std::size_t n, const char* one, const char* many)
{
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

// "a", "a and b", "a, b and c", "a, b, c and 4 more"
inline std::string listing(const std::vector<std::string>& words, std::size_t most = 3)
{
    std::string text;
    const std::size_t shown = std::min(words.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0)
            text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    if (words.size() > shown)
        text += " and " + std::to_string(words.size() - shown) + " more";
    return text;
}

inline std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

inline void addUnique(std::vector<std::string>& list, std::string word)
{
    if (std::find(list.begin(), list.end(), word) == list.end())
        list.push_back(std::move(word));
}

} // namespace bartizan::analysis
