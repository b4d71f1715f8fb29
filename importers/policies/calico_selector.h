// SPDX-License-Identifier: GPL-3.0-or-later
// Calico's selector language (docs.tigera.io, "Selectors" of NetworkPolicy) as one LabelCondition: all(), global(), has(k),
// k == 'v', k != 'v', k in { 'a', 'b' }, k not in { ... }, k contains 'v', k starts with 'v', k ends with 'v', !, &&, ||,
// parentheses. `!=` and `not in` also hold where the label is absent. Bounded: 10,000 bytes, 64 levels.
#pragma once

#include "model/inventory/policies.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace bartizan::importers {

constexpr std::size_t calicoSelectorBytes = 10'000;
constexpr std::size_t calicoSelectorDepth = 64;

struct CalicoSelector {
    LabelCondition condition;
    std::string error;        // what was expected; "" = it is a selector
    std::size_t position = 0; // of the error: bytes from the start, 0-based
    bool valid() const { return error.empty(); }
};

// `whose` labels are asked. Of pods also those of their namespace (pcns.k, projectcalico.org/namespace) and of their account
// (pcsa.k); a pod's projectcalico.org/orchestrator is "k8s". For namespaces all() is any, global() none. A text of blanks
// selects everything.
CalicoSelector parseCalicoSelector(std::string_view text, LabelCondition::Of whose);

LabelCondition negated(LabelCondition);

} // namespace bartizan::importers
