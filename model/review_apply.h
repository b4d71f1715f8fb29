// SPDX-License-Identifier: GPL-3.0-or-later
// What a review confirms, laid over a resolved Architecture: sensitivities, owners, audiences. Called by app after
// resolve() and before analyse(); a row of the review wins over labels and inference. Pure and linear in both.
#pragma once

#include "model/architecture.h"
#include "model/review.h"

namespace bartizan {

void layOver(const Review& review, Architecture& architecture);

// The keys under which a review may speak of them, most specific first.
std::vector<std::string> reviewKeys(const Workload& workload); // id, "namespace/name", namespace
std::vector<std::string> reviewKeys(const Route& route);       // id, "host/path" for each host ("*" = any host)

} // namespace bartizan
