// SPDX-License-Identifier: GPL-3.0-or-later
// An explained pair as an oracle writes it (verdicts[] with the objects that the tool's text cites) against ours. What
// decides and what is decided are judged apart.
#pragma once

#include "tests/support/connectivity_case.h"

namespace bartizan::test {

struct ExplainedPair {
    bool objectsAgree = false;     // on every port that both speak of: same verdict, same deciding objects and defaults
    bool connectionsAgree = false; // the ports allowed and the ports denied are the same
    int truePositives = 0, falsePositives = 0, falseNegatives = 0; // objects cited for the pair
    std::vector<std::string> differences;
};
ExplainedPair compareExplanation(const QJsonObject& expectedPair, const ConnectivityCase&, const ConnectivityAnswer&,
                                 const QuestionOptions&);

} // namespace bartizan::test
