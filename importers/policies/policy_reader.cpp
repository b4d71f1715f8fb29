// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/policies/policy_reader.h"

#include "importers/gateways/facts.h"
#include "importers/kubernetes/selector.h"

#include <algorithm>
#include <tuple>

namespace bartizan::importers {

void PolicyReader::refuse(Node at, std::string clause, std::string_view remedy)
{
    invalid().refuse("invalid-policy", std::move(clause), remedy, at);
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

std::vector<std::string> PolicyReader::blocks(Node parent, std::string_view key)
{
    std::vector<std::string> result;
    for (const Node element : list(parent, key)) {
        if (element.isString() && isAddressRange(element.text()))
            result.push_back(element.string());
        else
            refuse(element, "expected an IP address or a block such as 10.0.0.0/8, found something else",
                   "write an IPv4 or IPv6 address, and a slash and the prefix length for more than one");
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
            refuse(label, std::string(badValue), "write such a value, or take the label away");
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
            refuse(expression, "expected operator In, NotIn, Exists or DoesNotExist in a label selector, found another word",
                   "write one of the four");
        else if (requirement.key.empty())
            refuse(expression, "expected a key in a label selector, found none", "write which label is asked for");
        else if (list == requirement.values.empty())
            refuse(expression,
                   list ? "expected values with operator In or NotIn, found none"
                        : "expected no values with operator Exists or DoesNotExist, found some",
                   list ? "write at least one, or use Exists or DoesNotExist" : "take them away, or use In or NotIn");
        else if (!std::all_of(requirement.values.begin(), requirement.values.end(), labelValue))
            refuse(expression, std::string(badValue), "write such a value, or take the label away");
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
