// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tree_text.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace bartizan::test {

namespace {

using document::Node;
using document::NodeKind;

const char* nameOf(NodeKind kind)
{
    constexpr std::array<const char*, 9> names{"absent", "null",     "boolean", "integer", "real",
                                               "string", "sequence", "mapping", "skipped"};
    return names[static_cast<std::size_t>(kind)];
}

void quote(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20)
            (out += "\\x") += std::to_string(c);
        else
            out += c;
    }
    out += '"';
}

void writeLines(std::string& out, Node node)
{
    out += std::to_string(node.line());
    if (node.lastLine() != node.line())
        out += "-" + std::to_string(node.lastLine());
    out +=
        ":" + std::to_string(node.column()) + " " + (node.pointer().empty() ? "/" : node.pointer()) + " " + nameOf(node.kind());
    if (node.isScalar() && !node.text().empty()) {
        out += ' ';
        quote(out, node.text());
    }
    out += '\n';
    for (const Node child : node)
        writeLines(out, child);
}

void writeJson(std::string& out, Node node)
{
    switch (node.kind()) {
    case NodeKind::mapping:
        out += '{';
        for (const Node child : node) {
            if (out.back() != '{')
                out += ',';
            quote(out, child.key());
            out += ':';
            writeJson(out, child);
        }
        out += '}';
        return;
    case NodeKind::sequence:
        out += '[';
        for (const Node child : node) {
            if (out.back() != '[')
                out += ',';
            writeJson(out, child);
        }
        out += ']';
        return;
    case NodeKind::string:
        quote(out, node.text());
        return;
    case NodeKind::null:
        out += "null";
        return;
    case NodeKind::skipped:
    case NodeKind::absent:
        out += nameOf(node.kind());
        return;
    default:
        out += node.text();
    }
}

double number(Node node)
{
    if (const auto integer = node.asInt())
        return static_cast<double>(*integer);
    std::string text = node.string();
    const bool negative = !text.empty() && text.front() == '-';
    if (text.find(".inf") != std::string::npos || text.find(".Inf") != std::string::npos)
        return negative ? -HUGE_VAL : HUGE_VAL;
    return std::strtod(text.c_str(), nullptr);
}

bool isNumber(Node node)
{
    return node.kind() == NodeKind::integer || node.kind() == NodeKind::real;
}

} // namespace

std::string treeText(Node node)
{
    std::string out;
    writeLines(out, node);
    return out;
}

std::string treeJson(Node node)
{
    std::string out;
    writeJson(out, node);
    return out;
}

bool sameValues(Node a, Node b)
{
    if (isNumber(a) && isNumber(b))
        return number(a) == number(b);
    if (a.kind() != b.kind() || a.size() != b.size())
        return false;
    switch (a.kind()) {
    case NodeKind::mapping:
        for (const Node child : a) {
            const Node other = b[child.key()];
            if (!other || !sameValues(child, other))
                return false;
        }
        return true;
    case NodeKind::sequence:
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!sameValues(a.at(i), b.at(i)))
                return false;
        }
        return true;
    case NodeKind::boolean:
        return a.asBool() == b.asBool();
    case NodeKind::string:
        return a.text() == b.text();
    default:
        return true;
    }
}

} // namespace bartizan::test
