// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tree_checks.h"

#include "importers/document/content_hash.h"
#include "importers/document/edit.h"

#include <cstdio>
#include <cstdlib>
#include <set>

namespace bartizan::test {

namespace {

using document::Document;
using document::Node;

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

struct Walk {
    const Limits& limits;
    std::size_t nodes = 0;

    void node(Node node, std::size_t depth)
    {
        require(++nodes <= limits.nodes + limits.expandedNodes, "a walk is bounded");
        require(depth <= limits.depth + 1, "depth is bounded");
        const std::uint32_t lines = node.document()->file().lineCount();
        require(node.line() >= 1 && node.line() <= std::max(lines, 1U), "the first line is in the file");
        require(node.lastLine() >= node.line() && node.lastLine() <= std::max(lines, 1U), "the last line is in the file");
        require(node.column() >= 1, "columns count from 1");
        if (nodes < 2'000) { // pointers of all nodes would make a list of a million elements slow
            require(node.evidence().pointer() == node.pointer(), "evidence has the node's pointer");
            require(node.maskedEvidence().line == node.line(), "masked evidence has the node's line");
        }
        require(node.text().size() <= limits.scalarBytes, "scalars are bounded");
        const document::ByteRange range = document::rangeOf(node);
        require(range.begin <= range.end && range.end <= range.file->bytes().size(), "the range is in the file");
        std::set<std::string_view> keys;
        for (const Node child : node) {
            if (node.isMapping())
                require(keys.insert(child.key()).second, "a key is there once");
            this->node(child, depth + 1);
        }
    }
};

} // namespace

void checkResult(const document::ReadResult& result, const Limits& limits)
{
    std::uint32_t number = 0;
    for (const Document& document : result.documents) {
        require(document.number() > number, "documents are in order");
        number = document.number();
        require(document.firstLine() >= 1 && document.firstLine() <= document.lastLine(), "lines of the document");
        Walk walk{limits};
        walk.node(document.root(), 1);
        const Document copy = document::clone(document);
        require(document::contentHash(copy.root()) == document::contentHash(document.root()), "a copy has the same content");
    }
    require(result.problems.size() <= limits.problemsPerFile + 1, "problems are bounded");
    for (const Problem& problem : result.problems)
        require(!problem.id.empty() && !problem.message.empty(), "a problem says what it is");
    require(!result.documents.empty() || result.format == document::Format::none, "no documents, no format");
}

} // namespace bartizan::test
