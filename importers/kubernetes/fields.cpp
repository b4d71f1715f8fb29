// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/fields.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace bartizan::importers {

using document::Node;
using document::NodeKind;

void addProblem(Inventory& out, const Limits& limits, Problem problem)
{
    if (out.problems.size() < limits.problemsPerFile) {
        out.problems.push_back(std::move(problem));
    } else if (out.problems.size() == limits.problemsPerFile) {
        Problem last;
        last.severity = ProblemSeverity::note;
        last.id = "limit-problems";
        last.message = "more problems in this file are left out (limit " + std::to_string(limits.problemsPerFile) +
                       "); mend the first ones and import again";
        last.evidence = std::move(problem.evidence);
        out.problems.push_back(std::move(last));
    }
}

std::string_view versionOf(const ObjectContext& context)
{
    const std::string_view whole = context.node["apiVersion"].text();
    return whole.substr(std::min(whole.size(), whole.find('/') + 1));
}

std::string_view nameOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::absent:
        return "nothing";
    case NodeKind::null:
        return "null";
    case NodeKind::boolean:
        return "a boolean";
    case NodeKind::integer:
    case NodeKind::real:
        return "a number";
    case NodeKind::string:
        return "a string";
    case NodeKind::sequence:
        return "a list";
    case NodeKind::mapping:
        return "a mapping";
    case NodeKind::skipped:
        return "a value that is not kept";
    }
    return "nothing";
}

void sortByKey(Attributes& attributes)
{
    const auto notBefore = [](const Attribute& a, const Attribute& b) { return a.key >= b.key; };
    if (std::adjacent_find(attributes.begin(), attributes.end(), notBefore) == attributes.end())
        return; // as API servers write them
    std::stable_sort(attributes.begin(), attributes.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
    attributes.erase(
        std::unique(attributes.begin(), attributes.end(), [](const Attribute& a, const Attribute& b) { return a.key == b.key; }),
        attributes.end());
}

Node Fields::child(Node parent, std::string_view key) const
{
    const Node node = parent[key];
    return node.isNull() ? Node() : node;
}

Node Fields::mapping(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node || node.isMapping())
        return node;
    unexpected(node, "a mapping");
    return {};
}

Node Fields::list(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node || node.isSequence())
        return node;
    unexpected(node, "a list");
    return {};
}

Node Fields::scalar(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node || node.isScalar())
        return node;
    unexpected(node, "a string");
    return {};
}

// The API server refuses a number where a string is expected; what was meant is still plain, so it is taken.
Fact<std::string> Fields::string(Node parent, std::string_view key) const
{
    const Node node = scalar(parent, key);
    if (!node)
        return {};
    if (!node.isString())
        unexpected(node, "a string");
    return {node.string(), evidence(node)};
}

Fact<std::string> Fields::intOrString(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node)
        return {};
    const NodeKind kind = node.kind();
    if (kind != NodeKind::string && kind != NodeKind::integer && kind != NodeKind::real) {
        unexpected(node, "a number or a string");
        return {};
    }
    return {node.string(), evidence(node)};
}

Fact<bool> Fields::boolean(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node)
        return {};
    const std::optional<bool> value = node.asBool();
    if (!value) {
        unexpected(node, "true or false");
        return {};
    }
    return {*value, evidence(node)};
}

Fact<std::int64_t> Fields::integer(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node)
        return {};
    std::optional<std::int64_t> value = node.asInt();
    if (!value && node.kind() == NodeKind::real) { // 2.0 and 1e3 are whole numbers once they are JSON
        const double real = std::strtod(node.string().c_str(), nullptr);
        if (std::fabs(real) < 1e15 && real == std::floor(real))
            value = static_cast<std::int64_t>(real);
    }
    if (!value) {
        unexpected(node, "a whole number");
        return {};
    }
    return {*value, evidence(node)};
}

std::string Fields::text(Node parent, std::string_view key) const
{
    const Node node = scalar(parent, key);
    if (node && !node.isString())
        unexpected(node, "a string");
    return node.string();
}

bool Fields::flag(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node)
        return false;
    const std::optional<bool> value = node.asBool();
    if (!value)
        unexpected(node, "true or false");
    return value.value_or(false);
}

std::uint32_t Fields::port(Node parent, std::string_view key) const
{
    const Node node = child(parent, key);
    if (!node)
        return 0;
    const std::optional<std::int64_t> value = node.asInt();
    if (!value || *value < 0 || *value > 65535) {
        unexpected(node, "a port number from 1 to 65535");
        return 0;
    }
    return static_cast<std::uint32_t>(*value);
}

std::vector<std::string> Fields::strings(Node parent, std::string_view key) const
{
    std::vector<std::string> result;
    for (const Node element : list(parent, key)) {
        if (!element.isScalar() || element.isNull()) {
            unexpected(element, "a string");
            continue;
        }
        result.push_back(element.string());
    }
    return result;
}

std::vector<Fact<std::string>> Fields::stringFacts(Node parent, std::string_view key) const
{
    std::vector<Fact<std::string>> result;
    for (const Node element : list(parent, key)) {
        if (!element.isScalar() || element.isNull()) {
            unexpected(element, "a string");
            continue;
        }
        result.push_back({element.string(), evidence(element)});
    }
    return result;
}

Attributes Fields::attributes(Node parent, std::string_view key) const
{
    Attributes result;
    const Node node = mapping(parent, key);
    result.reserve(node.size());
    for (const Node entry : node) {
        if (!entry.isScalar()) {
            unexpected(entry, "a string");
            continue;
        }
        if (!entry.isString() && !entry.isNull()) // `app: 1` and `canary: true` are refused by the API server
            unexpected(entry, "a string");
        result.push_back({std::string(entry.key()), entry.string(), evidence(entry)});
    }
    sortByKey(result);
    return result;
}

Evidence Fields::elementEvidence(Node element, std::string_view key) const
{
    const Node name = element[key];
    if (!name.isScalar() || name.isNull())
        return evidence(element);
    std::string text(key);
    appendShortened(text.append(": "), name.text());
    return element.evidenceSaying(text, m_context.object);
}

std::string Fields::pathOf(Node node) const
{
    const std::string object = m_context.node.pointer(), whole = node.pointer();
    return whole.compare(0, object.size(), object) == 0 ? whole.substr(object.size()) : whole;
}

void Fields::unexpected(Node node, std::string_view expected) const
{
    problem("unexpected-type",
            "expected " + std::string(expected) + " at " + pathOf(node) + ", found " + std::string(nameOf(node.kind())), node);
}

void Fields::problem(std::string id, std::string message, Node at) const
{
    Problem result;
    result.id = std::move(id);
    result.message = std::move(message);
    result.evidence = at.maskedEvidence(m_context.object);
    addProblem(m_context.out, m_context.limits, std::move(result));
}

} // namespace bartizan::importers
