// SPDX-License-Identifier: GPL-3.0-or-later
// What a pod may be reached by, and may reach, whether or not it exists today: addresses, any pod of the cluster, and pods
// that rules name by labels. Of those that exist the connections tell; here stand the rows for pods that may come: where a
// rule selects whole namespaces, or labels that no pod has.
#pragma once

#include "analysis/connectivity/answers.h"

namespace bartizan::connectivity {

std::vector<Exposed> exposureOf(const Connectivity&, std::stop_token stop = {});

// Does every pod in `some` lie in `all`, as far as their selectors tell? A pod that does not exist has no labels beyond
// those that select it. `space` are the labels of the namespace `some.ns`, where there is one.
bool liesIn(const PodSet& some, const PodSet& all, const Attributes* space);

} // namespace bartizan::connectivity
