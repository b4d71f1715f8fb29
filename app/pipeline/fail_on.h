// SPDX-License-Identifier: GPL-3.0-or-later
// The rule of --fail-on: which findings make a pipeline fail. The words before "new" choose findings and add up; "new"
// keeps of them those that are new or worse than the baseline. Decided findings (accepted, mitigated, false positive)
// never fail, nor does a gap that exists only because of an inferred sensitivity, nor what cannot be compared.
#pragma once

#include "analysis/baseline.h"
#include "model/result.h"

#include <string>
#include <vector>

namespace bartizan::app {

class FailOn {
public:
    // Severities ("high": high or worse), layers, rules, "any", and "new" (alone: anything that is new or worse).
    // Error "usage" names the word that is none of these.
    static Result<FailOn> of(const std::vector<std::string>& words, const Catalogue& catalogue);

    bool asked() const { return m_asked; }
    bool onlyNew() const { return m_onlyNew; } // needs a baseline

    // `since`: the baseline, or null. With one, only what is new or worse fails, whether "new" was said or not.
    std::vector<const Finding*> failing(const Posture& posture, const SinceBaseline* since) const;

private:
    bool names(const Finding& finding) const;

    std::vector<std::string> m_words; // without "new"
    bool m_asked = false, m_onlyNew = false;
};

} // namespace bartizan::app
