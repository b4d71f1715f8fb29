// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/catalogue/table_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <set>

namespace bartizan::importers {
namespace {

constexpr std::size_t mostBytes =
    2 * 1024 * 1024; // the shipped tables have below 200 kB together; depth is bounded by yaml-cpp (500)

const char* kindOf(const YAML::Node& node)
{
    if (!node.IsDefined() || node.IsNull())
        return "nothing";
    if (node.IsMap())
        return "a mapping";
    return node.IsSequence() ? "a list" : "a value";
}

} // namespace

TableReader::TableReader(std::string file, const std::string& text) : m_file(std::move(file))
{
    if (text.size() > mostBytes)
        throw TableError{"catalogue-syntax", "expected at most 2 MiB, found more (" + m_file + ")"};
    try {
        m_root = std::make_unique<YAML::Node>(YAML::Load(text));
    } catch (const YAML::Exception& error) {
        const std::string line = error.mark.is_null() ? "" : ":" + std::to_string(error.mark.line + 1);
        throw TableError{"catalogue-syntax", "expected YAML, found a syntax error (" + m_file + line + ")"};
    }
}

TableReader::~TableReader() = default;

void TableReader::fail(const YAML::Node& at, const std::string& message) const
{
    const YAML::Mark mark = at.IsDefined() ? at.Mark() : YAML::Mark::null_mark();
    const std::string line = mark.is_null() ? "" : ":" + std::to_string(mark.line + 1);
    throw TableError{"catalogue-shape", message + " (" + m_file + line + ")"};
}

void TableReader::expectKeys(const YAML::Node& node, const std::string& what, std::initializer_list<const char*> allowed) const
{
    if (!node.IsMap())
        fail(node, "expected a mapping for " + what + ", found " + kindOf(node));
    std::set<std::string> seen;
    for (const auto& entry : node) {
        const std::string key = scalar(entry.first, "a key of " + what);
        const bool known = std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return key == name; });
        if (!known) {
            std::string names;
            for (const char* name : allowed)
                names += (names.empty() ? "" : ", ") + std::string(name);
            fail(entry.first, "expected one of " + names + " in " + what + ", found another key");
        }
        if (!seen.insert(key).second)
            fail(entry.first, "expected each key of " + what + " once, found " + key + " again");
    }
}

std::vector<YAML::Node> TableReader::rows(const YAML::Node& node, const char* key) const
{
    const YAML::Node list = node[key];
    std::vector<YAML::Node> result;
    if (!list.IsDefined() || list.IsNull())
        return result;
    if (!list.IsSequence())
        fail(list, std::string("expected a list at ") + key + ", found " + kindOf(list));
    for (const auto& item : list)
        result.push_back(item);
    return result;
}

std::map<std::string, YAML::Node> TableReader::entries(const YAML::Node& node, const char* key) const
{
    const YAML::Node table = node[key];
    std::map<std::string, YAML::Node> result;
    if (!table.IsDefined() || table.IsNull())
        return result;
    if (!table.IsMap())
        fail(table, std::string("expected a mapping at ") + key + ", found " + kindOf(table));
    for (const auto& entry : table)
        if (!result.emplace(scalar(entry.first, std::string("a key of ") + key), entry.second).second)
            fail(entry.first, std::string("expected each key of ") + key + " once, found one again");
    return result;
}

std::string TableReader::scalar(const YAML::Node& node, const std::string& what) const
{
    if (!node.IsDefined() || !node.IsScalar())
        fail(node, "expected a value for " + what + ", found " + kindOf(node));
    return node.Scalar();
}

std::string TableReader::text(const YAML::Node& node, const char* key) const
{
    const YAML::Node value = node[key];
    if (!value.IsDefined())
        fail(node, std::string("expected ") + key + ", found nothing");
    std::string result = scalar(value, key);
    if (result.empty())
        fail(value, std::string("expected a text at ") + key + ", found an empty one");
    return result;
}

std::string TableReader::optional(const YAML::Node& node, const char* key) const
{
    const YAML::Node value = node[key];
    return value.IsDefined() && !value.IsNull() ? scalar(value, key) : std::string();
}

std::vector<std::string> TableReader::textsOf(const YAML::Node& list, const std::string& what) const
{
    std::vector<std::string> result;
    if (!list.IsSequence())
        fail(list, "expected a list at " + what + ", found " + kindOf(list));
    for (const auto& item : list)
        result.push_back(scalar(item, "an item of " + what));
    return result;
}

std::vector<std::string> TableReader::texts(const YAML::Node& node, const char* key) const
{
    const YAML::Node list = node[key];
    return list.IsDefined() && !list.IsNull() ? textsOf(list, key) : std::vector<std::string>();
}

int TableReader::number(const YAML::Node& node, const std::string& what, int least, int most) const
{
    const std::string written = scalar(node, what);
    int value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (error != std::errc() || end != written.data() + written.size() || value < least || value > most)
        fail(node, "expected a number from " + std::to_string(least) + " to " + std::to_string(most) + " for " + what +
                       ", found something else");
    return value;
}

bool TableReader::flag(const YAML::Node& node, const char* key) const
{
    const std::string written = optional(node, key);
    if (!written.empty() && written != "true" && written != "false")
        fail(node[key], std::string("expected true or false at ") + key + ", found something else");
    return written == "true";
}

} // namespace bartizan::importers
