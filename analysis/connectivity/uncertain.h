// SPDX-License-Identifier: GPL-3.0-or-later
// Where the answer may be wrong although every policy was read: pods on their node's network, named ports that no container
// has, replicas whose labels differ, rules that match less than their ports say, blocks that may hold addresses of pods.
#pragma once

#include "analysis/connectivity/answers.h"

namespace bartizan::connectivity {

constexpr std::size_t mostUncertain = 20'000; // rows: a list for people

// `pairs`: one row for each pair that is concerned, else one for each pod. `cut` becomes true where there is more.
std::vector<Uncertain> uncertainOf(const Connectivity&, bool pairs, bool& cut, const std::stop_token& stop);

} // namespace bartizan::connectivity
