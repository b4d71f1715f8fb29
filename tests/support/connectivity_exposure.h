// SPDX-License-Identifier: GPL-3.0-or-later
// Exposure as an oracle writes it (exposure[], unprotected[]) against ours: addresses on their common refinement, peers
// that do not exist yet by their normalised selectors, workloads that no policy selects as a set.
#pragma once

#include "tests/support/connectivity_case.h"

namespace bartizan::test {

Comparison compareExposure(const QJsonArray& expected, const ConnectivityAnswer& actual, const QuestionOptions&);

} // namespace bartizan::test
