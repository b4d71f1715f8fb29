// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/selector.h"

#include <algorithm>
#include <optional>

namespace bartizan::importers {

using document::Node;

namespace {

void addLabels(const Fields& fields, Node labels, Selector& selector)
{
    for (const Node label : labels) {
        if (!label.isScalar()) {
            fields.unexpected(label, "a string");
            continue;
        }
        selector.requirements.push_back({std::string(label.key()), SelectorRequirement::Op::in, {label.string()}});
    }
}

std::optional<SelectorRequirement::Op> operatorOf(std::string_view word)
{
    using Op = SelectorRequirement::Op;
    if (word == "In")
        return Op::in;
    if (word == "NotIn")
        return Op::notIn;
    if (word == "Exists")
        return Op::exists;
    if (word == "DoesNotExist")
        return Op::doesNotExist;
    return std::nullopt;
}

void sortRequirements(Selector& selector)
{
    std::sort(selector.requirements.begin(), selector.requirements.end(),
              [](const SelectorRequirement& a, const SelectorRequirement& b) {
                  return std::tie(a.key, a.op, a.values) < std::tie(b.key, b.op, b.values);
              });
}

} // namespace

Selector labelSelector(const Fields& fields, Node parent, std::string_view key)
{
    return labelSelectorOf(fields, fields.mapping(parent, key));
}

Selector labelSelectorOf(const Fields& fields, Node node)
{
    Selector selector;
    if (!node.isMapping())
        return selector;
    selector.present = true;
    selector.evidence = fields.evidence(node);
    addLabels(fields, fields.mapping(node, "matchLabels"), selector);
    for (const Node expression : fields.list(node, "matchExpressions")) {
        SelectorRequirement requirement;
        requirement.key = fields.text(expression, "key");
        const std::optional<SelectorRequirement::Op> op = operatorOf(fields.text(expression, "operator"));
        if (!op) { // kept as a requirement that nothing meets: the API server refuses it, so it must not match everything
            fields.problem("invalid-selector", "expected operator In, NotIn, Exists or DoesNotExist in a label selector",
                           expression["operator"] ? expression["operator"] : expression);
        }
        requirement.op = op.value_or(SelectorRequirement::Op::in);
        if (op)
            requirement.values = fields.strings(expression, "values");
        std::sort(requirement.values.begin(), requirement.values.end());
        selector.requirements.push_back(std::move(requirement));
    }
    sortRequirements(selector);
    return selector;
}

Selector mapSelector(const Fields& fields, Node parent, std::string_view key)
{
    Selector selector;
    const Node node = fields.mapping(parent, key);
    if (!node)
        return selector;
    selector.present = true;
    selector.evidence = fields.evidence(node);
    addLabels(fields, node, selector);
    sortRequirements(selector);
    return selector;
}

Selector selectorOf(const Attributes& labels, const Evidence& evidence)
{
    Selector selector;
    selector.present = true;
    selector.evidence = evidence;
    for (const Attribute& label : labels)
        selector.requirements.push_back({label.key, SelectorRequirement::Op::in, {label.value}});
    return selector;
}

} // namespace bartizan::importers
