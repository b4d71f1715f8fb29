// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/strict_reader.h"

namespace bartizan::importers {

using document::Node;
using document::NodeKind;

void StrictReader::wrongType(Node node, std::string_view expected)
{
    const std::string where = node.key().empty() ? " as an element of a list" : " in this field";
    m_invalid.refuse("unexpected-type", std::string(expected) + where, nameOf(node.kind()), "write " + std::string(expected),
                     node);
}

Node StrictReader::ofKind(Node parent, std::string_view key, NodeKind kind, std::string_view expected)
{
    const Node node = parent[key];
    if (node.isNull())
        return {};
    if (node.kind() == kind)
        return node;
    wrongType(node, expected);
    return {};
}

std::vector<Node> StrictReader::elements(Node list, NodeKind kind, std::string_view expected)
{
    std::vector<Node> result;
    for (const Node element : list) {
        if (element.kind() == kind)
            result.push_back(element);
        else
            wrongType(element, expected);
    }
    return result;
}

Node StrictReader::mapping(Node parent, std::string_view key)
{
    return ofKind(parent, key, NodeKind::mapping, "a mapping");
}

Node StrictReader::list(Node parent, std::string_view key)
{
    return ofKind(parent, key, NodeKind::sequence, "a list");
}

std::vector<Node> StrictReader::mappings(Node parent, std::string_view key)
{
    return elements(list(parent, key), NodeKind::mapping, "a mapping");
}

std::vector<Node> StrictReader::strings(Node parent, std::string_view key)
{
    return elements(list(parent, key), NodeKind::string, "a string");
}

std::string StrictReader::text(Node parent, std::string_view key)
{
    return ofKind(parent, key, NodeKind::string, "a string").string();
}

std::vector<std::string> StrictReader::texts(Node parent, std::string_view key)
{
    std::vector<std::string> result;
    for (const Node element : strings(parent, key))
        result.push_back(element.string());
    return result;
}

std::optional<bool> StrictReader::boolean(Node parent, std::string_view key)
{
    const Node node = parent[key];
    if (node.isNull())
        return std::nullopt;
    const std::optional<bool> value = node.asBool();
    if (!value)
        wrongType(node, "true or false");
    return value;
}

std::optional<std::int64_t> StrictReader::integer(Node parent, std::string_view key)
{
    const Node node = parent[key];
    if (node.isNull())
        return std::nullopt;
    const std::optional<std::int64_t> value = node.asInt();
    if (!value)
        wrongType(node, "a whole number");
    return value;
}

} // namespace bartizan::importers
