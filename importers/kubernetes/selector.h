// SPDX-License-Identifier: GPL-3.0-or-later
// Label selectors (Kubernetes meta/v1 LabelSelector) and the plain maps that older kinds use instead.
// An unwritten or null selector is Selector{present=false}; what that means is the field's own rule.
#pragma once

#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/invalid.h"

namespace bartizan::importers {

// {matchLabels, matchExpressions} at parent[key].
Selector labelSelector(const Fields& fields, document::Node parent, std::string_view key);
// The same for a node that is the selector itself (an element of a list).
Selector labelSelectorOf(const Fields& fields, document::Node node);
// What a kind's schema takes for labels: those of Kubernetes, or any. The latter is said too, but makes no object invalid: a
// label that no pod can have is only asked for in vain, and so is an operator whose values are missing or too many.
enum class LabelFormat { kubernetes, any };
// The same for a policy, of which everything that the API server refuses in a selector is said and makes it invalid.
Selector checkedSelector(const Fields& fields, document::Node parent, std::string_view key, Invalid& invalid,
                         LabelFormat = LabelFormat::kubernetes);
// Kubernetes, labels: nothing, or up to 63 letters, digits, '-', '_' and '.', of which the first and the last are letters or
// digits.
bool labelValue(std::string_view text);
// A plain map of labels (Service, ReplicationController) at parent[key].
Selector mapSelector(const Fields& fields, document::Node parent, std::string_view key);
// The labels themselves, as a workload without a written selector defaults to.
Selector selectorOf(const Attributes& labels, const Evidence& evidence);

} // namespace bartizan::importers
