// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/concealment.h"

#include "importers/document/read_documents.h"
#include "importers/kubernetes/value.h"

#include <algorithm>
#include <functional>

namespace bartizan::app {
namespace {

using document::Node;
using document::NodeKind;

bool isCredential(std::string_view name, std::string_view value)
{
    const ValueFacts facts = importers::classify(name, value);
    return facts.cls == ValueClass::credentialLike ||
           std::any_of(facts.addresses.begin(), facts.addresses.end(), [](const AddressToken& a) { return a.credentials; });
}

class Concealing {
public:
    explicit Concealing(std::vector<LineRange>& out) : m_out(out) {}

    // As deep as the reader lets trees be. `previous`: the element before it in a sequence of words.
    void walk(Node node, std::string_view previous = {})
    {
        switch (node.kind()) {
        case NodeKind::mapping:
            mapping(node);
            break;
        case NodeKind::sequence:
            sequence(node);
            break;
        case NodeKind::skipped:
            conceal(node);
            break;
        case NodeKind::string:
            scalar(node, node.key().empty() ? flagOf(previous) : node.key());
            break;
        default:
            break;
        }
    }

private:
    static std::string_view flagOf(std::string_view word) { return word.starts_with('-') ? word : std::string_view{}; }

    void conceal(Node node)
    {
        m_out.push_back({node.line(), node.lastLine()});
        concealAnchor(node);
    }

    // The value of an alias is written where its anchor is.
    void concealAnchor(Node node)
    {
        const document::FileText& file = node.document()->file();
        const std::string_view bytes = file.bytes(), text = node.text();
        const document::ByteRange range = rangeOf(node);
        const std::string_view written = bytes.substr(range.begin, range.end - range.begin);
        const std::size_t word = written.find_last_of(" \t\n:-[{,") + 1; // npos + 1 is 0
        if (text.empty() || word >= written.size() || written[word] != '*')
            return;
        const std::less<> before;
        if (!before(text.data(), bytes.data()) && before(text.data(), bytes.data() + bytes.size())) {
            const auto at = static_cast<std::size_t>(text.data() - bytes.data());
            m_out.push_back({file.lineAt(at), file.lineAt(at + text.size() - 1)});
        } else { // written with escapes or over several lines, so its place is not known
            m_out.push_back({1, UINT32_MAX});
        }
    }

    void scalar(Node node, std::string_view name)
    {
        const std::string_view text = node.text();
        // The lines of a longer text are judged one by one (concealedInText) unless all of it is one credential.
        const bool whole =
            node.lastLine() == node.line() || importers::credentialName(name) || !importers::credentialShape(text).empty();
        if (whole && isCredential(name, text))
            conceal(node);
    }

    void sequence(Node node)
    {
        std::string_view previous;
        for (const Node child : node) {
            walk(child, previous);
            previous = child.text();
        }
    }

    void mapping(Node node)
    {
        const bool isSecret = node["kind"].text() == "Secret";
        const bool quotesSecret = (node["RuleID"] || node["ruleID"]) && (node["Match"] || node["match"] || node["Code"]);
        const std::string_view name = node["name"].text();
        for (const Node child : node) {
            const std::string_view key = child.key();
            if (isSecret && (key == "data" || key == "stringData"))
                values(child);
            else if (quotesSecret && (key == "Match" || key == "match" || key == "Code"))
                values(child);
            else if (key == "value" && child.isString() && !name.empty())
                scalar(child, name);
            else
                walk(child);
        }
    }

    void values(Node node)
    {
        if (node.isMapping() || node.isSequence()) {
            for (const Node child : node)
                values(child);
        } else {
            conceal(node);
        }
    }

    std::vector<LineRange>& m_out;
};

// What follows a key when its value begins on the next line: nothing, a bracket, or the header of a block.
bool opensBlock(std::string_view text)
{
    while (!text.empty() && std::string_view(" \t\r").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    if (text.empty() || text == "{" || text == "[")
        return true;
    return (text.front() == '|' || text.front() == '>') && text.size() <= 3 &&
           text.find_first_not_of("+-123456789", 1) == std::string_view::npos;
}

// A document that could not be read cannot be judged value by value: where the file speaks of Secrets, nothing of it
// is shown.
void concealUnread(const document::ReadResult& read, std::string_view bytes, std::vector<LineRange>& out)
{
    const bool complete = std::none_of(read.problems.begin(), read.problems.end(),
                                       [](const Problem& problem) { return problem.severity == ProblemSeverity::error; });
    if (complete || bytes.find("Secret") == std::string_view::npos)
        return;
    std::uint32_t next = 1;
    for (const document::Document& document : read.documents) {
        const Node root = document.root();
        if (root.line() > next)
            out.push_back({next, root.line() - 1});
        next = std::max(next, root.lastLine() + 1);
    }
    out.push_back({next, UINT32_MAX});
}

} // namespace

std::vector<LineRange> concealedLines(const std::shared_ptr<const document::FileText>& text, const Limits& limits)
{
    std::vector<LineRange> ranges;
    const document::ReadResult read = document::readDocuments(text, limits);
    Concealing concealing(ranges);
    for (const document::Document& document : read.documents)
        concealing.walk(document.root());
    concealUnread(read, text->bytes(), ranges);
    std::sort(ranges.begin(), ranges.end(),
              [](const LineRange& a, const LineRange& b) { return a.first != b.first ? a.first < b.first : a.last < b.last; });
    return ranges;
}

std::vector<LineRange> concealedInText(std::string_view text, std::uint32_t firstLine)
{
    std::vector<LineRange> ranges;
    for (const importers::FileLine& line : importers::linesIn(text))
        if (line.facts.cls == ValueClass::credentialLike)
            ranges.push_back({firstLine + line.offset, firstLine + line.offset});
    return ranges;
}

std::string concealed(std::string_view line, bool opensValue)
{
    std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    if (line.substr(indent, 2) == "- ")
        indent += 2;
    const std::size_t colon = line.find(':');
    // A key, not a value that holds a colon: "pass: x", "{"pass":"x"", but not "--pass=a:b".
    const bool isKey = colon != std::string_view::npos && colon <= 80 && line.find('=') > colon &&
                       (line.substr(colon + 1).find_first_not_of(" \t\r") != 0 || (colon > 0 && line[colon - 1] == '"'));
    if (!opensValue || !isKey)
        return std::string(line.substr(0, indent)) + "***";
    return std::string(line.substr(0, colon + 1)) +
           (opensBlock(line.substr(colon + 1)) ? std::string(line.substr(colon + 1)) : " ***");
}

} // namespace bartizan::app
