// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/nested.h"

#include "importers/document/file_text.h"
#include "importers/document/read_documents.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::size_t maxText = std::size_t{1} << 20; // the API server refuses ConfigMaps above it
constexpr std::uint32_t maxLines = 20;                // of one scalar, cited line by line

Limits tight(const Limits& outer)
{
    Limits limits = outer;
    limits.documents = 2; // the first is read whole, whatever follows it
    limits.nodes = std::min<std::size_t>(limits.nodes, 100'000);
    limits.aliases = std::min<std::size_t>(limits.aliases, 1'000);
    limits.expandedNodes = std::min<std::size_t>(limits.expandedNodes, 100'000);
    limits.expandedBytes = std::min<std::size_t>(limits.expandedBytes, maxText);
    limits.problemsPerFile = 1;
    return limits;
}

bool blank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

// How far a line of the text is indented in the file; npos where the file's line is another one.
std::size_t indentOf(std::string_view inFile, std::string_view inText)
{
    if (!inFile.ends_with(inText) || !blank(inFile.substr(0, inFile.size() - inText.size())))
        return std::string_view::npos;
    return inFile.size() - inText.size();
}

} // namespace

NestedDocument::NestedDocument(const ObjectContext& context, Node entry) : m_context(context), m_entry(entry)
{
    if (!entry.isString() || entry.text().size() > maxText)
        return;
    m_file = document::FileText::make({}, entry.string(), context.meta().evidence.file, context.limits.stop);
    m_read = document::readDocuments(m_file, tight(context.limits));
    m_complete = root().isMapping() && m_read.problems.empty();
}

Node NestedDocument::root() const
{
    const Node root = m_read.documents.empty() ? Node() : m_read.documents.front().root();
    return root.isMapping() ? root : Node();
}

bool NestedDocument::blank() const
{
    return m_file && m_read.reason == "empty";
}

// The lines of a literal block scalar stand in the file as they are, below the key; then each can be cited.
Evidence NestedDocument::evidence(Node node) const
{
    Evidence result = m_entry.evidenceSaying(node.evidence().text(), m_context.object);
    const std::uint32_t first = node.line(), last = node.lastLine();
    if (m_entry.lastLine() == m_entry.line() || first == 0 || last - first >= maxLines)
        return result;
    const document::ByteRange range = document::rangeOf(m_entry);
    const std::uint32_t above = m_entry.line(); // the key's line
    std::size_t indent = 0;
    for (std::uint32_t line = last; line >= first; --line) {
        indent = indentOf(range.file->line(above + line), m_file->line(line));
        if (indent == std::string_view::npos || above + line > m_entry.lastLine())
            return result;
    }
    result.line = above + first;
    result.lastLine = above + last;
    result.column = static_cast<std::uint32_t>(indent) + node.column();
    return result;
}

Fact<std::string> NestedDocument::text(Node node) const
{
    if (!node.isScalar() || node.isNull())
        return {};
    return {node.string(), evidence(node)};
}

} // namespace bartizan::importers
