// SPDX-License-Identifier: GPL-3.0-or-later
// What every oracle runner shares: the list of excepted cases (tests/oracles/exceptions/NAME.yaml, each with its
// reason) and the one line that is printed (interfaces.md, "Test runners").
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace bartizan::test {

// case -> reason. The file is a list of "- case: ..." lines, each followed by "  reason: ..."; both may be quoted.
std::map<std::string, std::string> oracleExceptions(std::string_view name);

struct OracleScore {
    std::string name;
    int passed = 0, failed = 0, excepted = 0;
    // Counted as the oracle's kind asks for, e.g. pairs or findings; see each runner.
    int truePositives = 0, falsePositives = 0, falseNegatives = 0;

    double precision() const { return ratio(truePositives, truePositives + falsePositives); }
    double recall() const { return ratio(truePositives, truePositives + falseNegatives); }
    double exact() const { return ratio(passed, passed + failed); }
    void print() const; // "oracle NAME: N passed, M failed, precision P, recall R, exact X, excepted K"

private:
    static double ratio(int part, int whole) { return whole == 0 ? 1.0 : double(part) / double(whole); }
};

} // namespace bartizan::test
