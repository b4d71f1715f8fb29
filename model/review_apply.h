// SPDX-License-Identifier: GPL-3.0-or-later
// What a review confirms, laid over a resolved Architecture: sensitivities, owners, audiences. Called by app after
// resolve() and before analyse(); a row of the review wins over labels and inference. Pure and linear in both.
#pragma once

#include "model/architecture.h"
#include "model/review.h"

#include <map>

namespace bartizan {

void layOver(const Review& review, Architecture& architecture);

// In the caveat of a record that matchReports() joined, and nowhere else.
inline constexpr std::string_view matchedByHand = "matched by hand in the review";

// Reports that the review says are about an image (before resolve()): a report of exactly one scanned thing counts for
// that image too, with a caveat that names who matched it and whether another digest runs; digests that can be compared
// still win. Returns the reports as they were, by index, for taking it back.
std::map<std::size_t, ScanReport> matchReports(const Review& review, Inventory& inventory);

// The keys under which a review may speak of them, most specific first.
std::vector<std::string> reviewKeys(const Workload& workload); // id, "namespace/name", namespace
std::vector<std::string> reviewKeys(const Route& route);       // id, "host/path" for each host ("*" = any host)

} // namespace bartizan
