// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/selector.h"

#include "importers/kubernetes/value.h"
#include "importers/kubernetes/words.h"

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

bool labelName(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isAlnum(text.front()) && isAlnum(text.back()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.'; });
}

// A name, or a DNS name, a slash and a name.
bool labelKey(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return labelName(text);
    return slash <= 253 && isDnsName(text.substr(0, slash)) && labelName(text.substr(slash + 1));
}

// meta/v1 LabelSelector, as the API server validates it.
void checkLabels(Node labels, Invalid& invalid)
{
    for (const Node label : labels) {
        if (!labelKey(label.key()))
            invalid.refuse("invalid-selector", "a label's key in a selector", "other characters, or too many of them",
                           "write a name of letters, digits, '-', '_' and '.', if need be after a DNS name and a slash", label);
        if (!label.isScalar())
            invalid.leaveOut("expected a string as a label's value in a selector, found another type");
        else if (!label.isNull() && !labelValue(label.text()))
            invalid.refuse("invalid-selector", "a label's value in a selector", "other characters, or too many of them",
                           "write at most 63 letters, digits, '-', '_' and '.'", label);
    }
}

void checkExpression(Node expression, const SelectorRequirement& requirement, Invalid& invalid)
{
    using Op = SelectorRequirement::Op;
    const bool wantsValues = requirement.op == Op::in || requirement.op == Op::notIn;
    if (!labelKey(requirement.key))
        invalid.refuse("invalid-selector", "a label's key in a selector", "none, or one with other characters",
                       "write a name of letters, digits, '-', '_' and '.', if need be after a DNS name and a slash", expression);
    if (wantsValues && requirement.values.empty())
        invalid.refuse("invalid-selector", "values beside operator In or NotIn of a selector", "none",
                       "write at least one, or use Exists or DoesNotExist", expression);
    if (!wantsValues && !requirement.values.empty())
        invalid.refuse("invalid-selector", "no values beside operator Exists or DoesNotExist of a selector", "some",
                       "take them away, or use In or NotIn", expression);
    const bool plain = std::all_of(requirement.values.begin(), requirement.values.end(), labelValue);
    if (!plain)
        invalid.refuse("invalid-selector", "labels' values in a selector", "other characters, or too many of them",
                       "write at most 63 letters, digits, '-', '_' and '.'", expression);
}

// With `invalid`, everything that the API server refuses is said; without it, only what changes the meaning.
Selector readSelector(const Fields& fields, Node node, Invalid* invalid)
{
    Selector selector;
    if (!node.isMapping())
        return selector;
    selector.present = true;
    selector.evidence = fields.evidence(node);
    const Node labels = fields.mapping(node, "matchLabels"), expressions = fields.list(node, "matchExpressions");
    addLabels(fields, labels, selector);
    if (invalid) {
        checkLabels(labels, *invalid);
        if ((!labels && !node["matchLabels"].isNull()) || (!expressions && !node["matchExpressions"].isNull()))
            invalid->leaveOut("expected matchLabels as a mapping and matchExpressions as a list, found another type");
    }
    for (const Node expression : expressions) {
        SelectorRequirement requirement;
        requirement.key = fields.text(expression, "key");
        const std::optional<SelectorRequirement::Op> op = operatorOf(fields.text(expression, "operator"));
        if (op)
            requirement.values = fields.strings(expression, "values");
        // Else kept as a requirement that nothing meets: the API server refuses it, so it must not match everything.
        requirement.op = op.value_or(SelectorRequirement::Op::in);
        const Node at = expression["operator"] ? expression["operator"] : expression;
        if (op && invalid)
            checkExpression(expression, requirement, *invalid);
        else if (!op && invalid)
            invalid->refuse("invalid-selector", "operator In, NotIn, Exists or DoesNotExist in a label selector", "another word",
                            "write one of the four", at);
        else if (!op)
            fields.problem("invalid-selector", "expected operator In, NotIn, Exists or DoesNotExist in a label selector", at);
        std::sort(requirement.values.begin(), requirement.values.end());
        selector.requirements.push_back(std::move(requirement));
    }
    sortRequirements(selector);
    return selector;
}

} // namespace

bool labelValue(std::string_view text)
{
    return text.empty() || labelName(text);
}

Selector labelSelector(const Fields& fields, Node parent, std::string_view key)
{
    return labelSelectorOf(fields, fields.mapping(parent, key));
}

Selector labelSelectorOf(const Fields& fields, Node node)
{
    return readSelector(fields, node, nullptr);
}

Selector checkedSelector(const Fields& fields, Node parent, std::string_view key, Invalid& invalid)
{
    return readSelector(fields, mappingOrInvalid(fields, parent, key, invalid), &invalid);
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
