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
class Check {
public:
    Check(const Fields& fields, Invalid& invalid, LabelFormat format) : m_fields(fields), m_invalid(invalid), m_format(format) {}

    void labels(Node labels) const
    {
        for (const Node label : labels) {
            if (!labelKey(label.key()))
                say("a label's key in a selector", "other characters, or too many of them", keyRemedy, label);
            if (!label.isScalar())
                m_invalid.leaveOut("expected a string as a label's value in a selector, found another type");
            else if (!label.isNull() && !labelValue(label.text()))
                say("a label's value in a selector", "other characters, or too many of them", valueRemedy, label);
        }
    }

    void expression(Node expression, SelectorRequirement& requirement) const
    {
        using Op = SelectorRequirement::Op;
        const bool wantsValues = requirement.op == Op::in || requirement.op == Op::notIn;
        if (expression["key"].isNull())
            refuse("a label's key in a selector", "none", keyRemedy, expression);
        else if (!labelKey(requirement.key))
            say("a label's key in a selector", "other characters, or too many of them", keyRemedy, expression);
        if (wantsValues && requirement.values.empty())
            say("values beside operator In or NotIn of a selector", "none", "write at least one, or use Exists or DoesNotExist",
                expression);
        if (!wantsValues && !requirement.values.empty())
            say("no values beside operator Exists or DoesNotExist of a selector", "some", "take them away, or use In or NotIn",
                expression);
        if (!std::all_of(requirement.values.begin(), requirement.values.end(), labelValue))
            say("labels' values in a selector", "other characters, or too many of them", valueRemedy, expression);
        // Linkerd's policy controller: such an expression matches nothing.
        if (m_format == LabelFormat::any && wantsValues == expression["values"].isNull())
            requirement = {std::move(requirement.key), Op::in, {}};
    }

    void word(Node at) const
    {
        refuse("operator In, NotIn, Exists or DoesNotExist in a label selector", "another word", "write one of the four", at);
    }

    void types(Node selector) const
    {
        const auto other = [&](std::string_view key, bool right) { return !selector[key].isNull() && !right; };
        if (other("matchLabels", selector["matchLabels"].isMapping()) ||
            other("matchExpressions", selector["matchExpressions"].isSequence()))
            m_invalid.leaveOut("expected matchLabels as a mapping and matchExpressions as a list, found another type");
    }

private:
    static constexpr std::string_view keyRemedy =
        "write a name of letters, digits, '-', '_' and '.', if need be after a DNS name and a slash";
    static constexpr std::string_view valueRemedy = "write at most 63 letters, digits, '-', '_' and '.'";

    void refuse(std::string_view expected, std::string_view found, std::string_view remedy, Node at) const
    {
        m_invalid.refuse("invalid-selector", expected, found, remedy, at);
    }

    void say(std::string_view expected, std::string_view found, std::string_view remedy, Node at) const
    {
        if (m_format == LabelFormat::kubernetes) {
            refuse(expected, found, remedy, at);
            return;
        }
        m_fields.problem("invalid-selector",
                         std::string("expected ")
                             .append(expected)
                             .append(", found ")
                             .append(found)
                             .append(", which no label answers to: ")
                             .append(remedy),
                         at);
    }

    const Fields& m_fields;
    Invalid& m_invalid;
    LabelFormat m_format;
};

// With a check, everything that the API server refuses is said; without it, only what changes the meaning.
Selector readSelector(const Fields& fields, Node node, const Check* check)
{
    Selector selector;
    if (!node.isMapping())
        return selector;
    selector.present = true;
    selector.evidence = fields.evidence(node);
    const Node labels = fields.mapping(node, "matchLabels"), expressions = fields.list(node, "matchExpressions");
    addLabels(fields, labels, selector);
    if (check) {
        check->labels(labels);
        check->types(node);
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
        if (op && check)
            check->expression(expression, requirement);
        else if (!op && check)
            check->word(at);
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

Selector checkedSelector(const Fields& fields, Node parent, std::string_view key, Invalid& invalid, LabelFormat format)
{
    const Check check(fields, invalid, format);
    return readSelector(fields, mappingOrInvalid(fields, parent, key, invalid), &check);
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
