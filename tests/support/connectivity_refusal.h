// SPDX-License-Identifier: GPL-3.0-or-later
// What must not be read without a word: an input that an oracle's tool refuses. Ours goes on without the object, so a
// problem with an object of the network, by severity a warning or an error, is what counts; or, where replicas of one
// workload differ in labels that a policy looks at, that the workload is among what is uncertain.
#pragma once

#include "tests/support/connectivity_case.h"

namespace bartizan::test {

// `named`: what the tool's message names. Where an object of the network has one of these names ("shop/deny", "deny"),
// the problem must be with such an object; else with any.
bool reportsProblem(const Model&, const std::vector<std::string>& named);
bool reportsDifferingReplicas(const ConnectivityAnswer&, const std::vector<std::string>& named);
std::vector<std::string> problemLines(const Model&); // for people: what was reported instead

} // namespace bartizan::test
