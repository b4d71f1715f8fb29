// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/policies/policy_reader.h"

#include "importers/gateways/facts.h"
#include "importers/kubernetes/selector.h"

#include <algorithm>
#include <tuple>

namespace bartizan::importers {

using document::NodeKind;

void PolicyReader::refuse(Node at, std::string clause)
{
    m_fields.problem("invalid-policy", clause + "; an API server would refuse it, so it is left out until it is corrected",
                     at ? at : context().node);
    if (m_malformed.empty())
        m_malformed = std::move(clause);
}

void PolicyReader::note(Node at, std::string id, std::string message) const
{
    Problem problem;
    problem.severity = ProblemSeverity::note;
    problem.id = std::move(id);
    problem.message = std::move(message);
    problem.evidence = (at ? at : context().node).maskedEvidence(context().object);
    addProblem(context().out, context().limits, std::move(problem));
}

void PolicyReader::wrongType(Node node, std::string_view expected)
{
    const std::string where = node.key().empty() ? "as an element of a list" : "in this field";
    refuse(node, "expected " + std::string(expected) + " " + where + ", found " + std::string(nameOf(node.kind())));
}

Node PolicyReader::ofKind(Node parent, std::string_view key, NodeKind kind, std::string_view expected)
{
    const Node node = parent[key];
    if (node.isNull())
        return {};
    if (node.kind() == kind)
        return node;
    wrongType(node, expected);
    return {};
}

Node PolicyReader::mapping(Node parent, std::string_view key)
{
    return ofKind(parent, key, NodeKind::mapping, "a mapping");
}

Node PolicyReader::list(Node parent, std::string_view key)
{
    return ofKind(parent, key, NodeKind::sequence, "a list");
}

std::vector<Node> PolicyReader::mappings(Node parent, std::string_view key)
{
    std::vector<Node> result;
    for (const Node element : list(parent, key)) {
        if (element.isMapping())
            result.push_back(element);
        else
            wrongType(element, "a mapping");
    }
    return result;
}

std::string PolicyReader::text(Node parent, std::string_view key)
{
    return ofKind(parent, key, NodeKind::string, "a string").string();
}

std::vector<std::string> PolicyReader::texts(Node parent, std::string_view key)
{
    std::vector<std::string> result;
    for (const Node element : list(parent, key)) {
        if (element.isString())
            result.push_back(element.string());
        else
            wrongType(element, "a string");
    }
    return result;
}

std::optional<bool> PolicyReader::boolean(Node parent, std::string_view key)
{
    const Node node = parent[key];
    if (node.isNull())
        return std::nullopt;
    const std::optional<bool> value = node.asBool();
    if (!value)
        wrongType(node, "true or false");
    return value;
}

std::optional<std::int64_t> PolicyReader::integer(Node parent, std::string_view key)
{
    const Node node = parent[key];
    if (node.isNull())
        return std::nullopt;
    const std::optional<std::int64_t> value = node.asInt();
    if (!value)
        wrongType(node, "a whole number");
    return value;
}

std::vector<std::string> PolicyReader::blocks(Node parent, std::string_view key)
{
    std::vector<std::string> result;
    for (const Node element : list(parent, key)) {
        if (element.isString() && isAddressRange(element.text()))
            result.push_back(element.string());
        else
            refuse(element, "expected an IP address or a block such as 10.0.0.0/8, found something else");
    }
    return result;
}

Selector PolicyReader::selector(Node node)
{
    using Op = SelectorRequirement::Op;
    Selector result;
    if (!node.isMapping())
        return result;
    result.present = true;
    result.evidence = evidence(node);
    constexpr std::string_view badValue =
        "expected at most 63 letters, digits, '-', '_' and '.' as a label's value in a selector, found something else";
    for (const Node label : mapping(node, "matchLabels")) {
        if (label.isString() && !labelValue(label.text()))
            refuse(label, std::string(badValue));
        if (label.isString())
            result.requirements.push_back({std::string(label.key()), Op::in, {label.string()}});
        else
            wrongType(label, "a string");
    }
    for (const Node expression : mappings(node, "matchExpressions")) {
        SelectorRequirement requirement;
        requirement.key = text(expression, "key");
        requirement.values = texts(expression, "values");
        std::sort(requirement.values.begin(), requirement.values.end());
        const std::string word = text(expression, "operator");
        requirement.op = word == "NotIn"          ? Op::notIn
                         : word == "Exists"       ? Op::exists
                         : word == "DoesNotExist" ? Op::doesNotExist
                                                  : Op::in;
        const bool list = word == "In" || word == "NotIn";
        if (!list && word != "Exists" && word != "DoesNotExist")
            refuse(expression, "expected operator In, NotIn, Exists or DoesNotExist in a label selector, found another word");
        else if (requirement.key.empty())
            refuse(expression, "expected a key in a label selector, found none");
        else if (list == requirement.values.empty())
            refuse(expression, list ? "expected values with operator In or NotIn, found none"
                                    : "expected no values with operator Exists or DoesNotExist, found some");
        else if (!std::all_of(requirement.values.begin(), requirement.values.end(), labelValue))
            refuse(expression, std::string(badValue));
        result.requirements.push_back(std::move(requirement));
    }
    sortRequirements(result);
    return result;
}

void sortRequirements(Selector& selector)
{
    std::sort(selector.requirements.begin(), selector.requirements.end(),
              [](const SelectorRequirement& a, const SelectorRequirement& b) {
                  return std::tie(a.key, a.op, a.values) < std::tie(b.key, b.op, b.values);
              });
}

bool PolicyReader::hasOthers(Node mapping, std::initializer_list<std::string_view> known) const
{
    bool others = false;
    if (!mapping.isMapping())
        return others;
    for (const Node child : mapping) {
        if (child.isNull() || std::find(known.begin(), known.end(), child.key()) != known.end())
            continue;
        others = true;
        note(child, "unknown-rule-field",
             "expected a field of this policy's rules, found another one; the rule is read without it and may match less than "
             "shown: check its spelling");
    }
    return others;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text.append(i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ").append(parts[i]);
    return text;
}

} // namespace bartizan::importers
