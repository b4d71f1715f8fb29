// SPDX-License-Identifier: GPL-3.0-or-later
// Bounds that keep resolving linear where the input is made to be multiplied with itself (every Service selecting every
// pod, every pod naming every Service). Ten times what the largest known systems need. Reaching one is a Problem that
// names it; the rest goes on.
#pragma once

#include <cstddef>

namespace bartizan::resolving {

constexpr std::size_t mostSelectedPairs = 5'000'000;  // (Service, workload) pairs
constexpr std::size_t mostEntryWorkloads = 5'000'000; // (entry, workload) pairs
constexpr std::size_t mostCalls = 200'000;            // distinct pairs of ends
constexpr std::size_t mostCallSteps = 1'000'000;      // (address, workload behind it) pairs
constexpr std::size_t mostSightings = 1'000'000;      // addresses in settings, counted for each workload that reads them
constexpr std::size_t mostSightingsOfOne = 5'000;

} // namespace bartizan::resolving
