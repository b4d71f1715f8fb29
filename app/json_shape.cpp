// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json_shape.h"

#include <algorithm>

namespace bartizan::app {

using document::Node;

Error JsonShape::fail(std::string id, const std::string& message, std::uint32_t line) const
{
    return {std::move(id), message + m_remedy + " (" + m_name + ":" + std::to_string(std::max(1U, line)) + ")"};
}

void JsonShape::expected(const std::string& what, const Node& parent, const Node& found)
{
    if (!m_error)
        m_error = fail(m_id, "expected " + what + ", found " + (found ? "something else" : "nothing"),
                       found ? found.line() : parent.line());
}

Node JsonShape::mapping(const Node& parent, std::string_view key)
{
    const Node node = parent[key];
    if (!node.isMapping())
        expected("an object `" + std::string(key) + "`", parent, node);
    return node;
}

Node JsonShape::list(const Node& parent, std::string_view key)
{
    const Node node = parent[key];
    if (!node.isSequence())
        expected("a list `" + std::string(key) + "`", parent, node);
    return node;
}

std::string JsonShape::text(const Node& parent, std::string_view key)
{
    const Node node = parent[key];
    if (!node.isString())
        expected("a text `" + std::string(key) + "`", parent, node);
    return node.string();
}

std::uint64_t JsonShape::number(const Node& parent, std::string_view key)
{
    const Node node = parent[key];
    const std::optional<std::int64_t> value = node.asInt();
    if (!value || *value < 0)
        expected("a number `" + std::string(key) + "` of 0 or more", parent, node);
    return value && *value >= 0 ? static_cast<std::uint64_t>(*value) : 0;
}

std::vector<std::string> JsonShape::texts(const Node& parent, std::string_view key)
{
    std::vector<std::string> items;
    for (const Node item : list(parent, key)) {
        if (!item.isString())
            expected("texts in `" + std::string(key) + "`", parent, item);
        items.push_back(item.string());
    }
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

} // namespace bartizan::app
