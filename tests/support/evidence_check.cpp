// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/evidence_check.h"

#include "importers/sources.h"
#include "model/inventory/visit.h"

#include <algorithm>
#include <cstdint>

namespace bartizan::test {
namespace {

void appendUtf8(std::string& out, std::uint32_t point)
{
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        out += static_cast<char>(0x80U | ((point >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    }
}

bool hex(std::string_view text, std::uint32_t& value)
{
    value = 0;
    for (const char c : text) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return false;
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return !text.empty();
}

// Without white space, quotes and backslashes; \u003c and its kin become the character. Applied to both sides, so that
// every way of writing a scalar compares equal.
std::string bare(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\') {
            const char next = i + 1 < text.size() ? text[i + 1] : '\0';
            const std::size_t digits = next == 'u' ? 4 : next == 'x' ? 2 : next == 'U' ? 8 : 0;
            std::uint32_t point = 0;
            if (digits != 0 && hex(text.substr(i + 2, digits), point) && text.size() >= i + 2 + digits) {
                std::uint32_t low = 0;
                i += 1 + digits;
                if (point >= 0xD800 && point < 0xDC00 && text.substr(i + 1, 2) == "\\u" && hex(text.substr(i + 3, 4), low)) {
                    point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
                    i += 6;
                }
                if (point > 0x20)
                    appendUtf8(out, point);
            } else if (next == 'n' || next == 't' || next == 'r' || next == 'b' || next == 'f') {
                ++i;
            }
            continue;
        }
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '"' && c != '\'')
            out += c;
    }
    return out;
}

class Checking {
public:
    explicit Checking(const Inventory& inventory) : m_inventory(inventory), m_ofFile(inventory.files.size())
    {
        visitEvidence(inventory, [this](const Evidence& evidence) {
            if (!evidence.valid())
                return;
            if (evidence.file.pos() >= m_ofFile.size())
                miss(evidence, "no such file");
            else
                m_ofFile[evidence.file.pos()].push_back(&evidence);
        });
    }

    void file(std::size_t index, const document::FileText& text)
    {
        if (index >= m_ofFile.size() || m_inventory.files[index].path != text.path())
            return;
        m_seen.push_back(index);
        m_first = 0; // nothing of another file counts, even at the same address
        std::vector<const Evidence*>& list = m_ofFile[index];
        std::sort(list.begin(), list.end(), [](const Evidence* a, const Evidence* b) {
            return std::pair(a->line, a->lastLine) < std::pair(b->line, b->lastLine);
        });
        for (const Evidence* evidence : list)
            check(*evidence, text);
    }

    void finish()
    {
        std::sort(m_seen.begin(), m_seen.end());
        for (std::size_t i = 0; i < m_ofFile.size(); ++i)
            if (!m_ofFile[i].empty() && !std::binary_search(m_seen.begin(), m_seen.end(), i))
                miss(*m_ofFile[i].front(), "file was not read again");
    }

    EvidenceCheck result;

private:
    void miss(const Evidence& evidence, std::string_view why)
    {
        if (++result.missed > EvidenceCheck::mostMisses)
            return;
        const std::string path =
            evidence.file.pos() < m_inventory.files.size() ? m_inventory.files[evidence.file.pos()].path : "?";
        result.misses.push_back(path + ":" + std::to_string(evidence.line) + "-" + std::to_string(evidence.lastLine) + " '" +
                                std::string(evidence.text()) + "' " + std::string(evidence.pointer()) + ": " + std::string(why));
    }

    void check(const Evidence& evidence, const document::FileText& text)
    {
        ++result.checked;
        if (evidence.line == 0)
            return; // the file as a whole
        if (evidence.lastLine < evidence.line || evidence.lastLine > text.lineCount())
            return miss(evidence, "no such lines");
        if (evidence.text().empty())
            return;
        if (evidence.line != m_first || evidence.lastLine != m_last) {
            const std::size_t from = text.lineStart(evidence.line), to = text.lineStart(evidence.lastLine + 1);
            m_lines = bare(text.bytes().substr(from, to - from));
            m_first = evidence.line;
            m_last = evidence.lastLine;
        }
        if (has(evidence.text()) || usesAlias())
            return;
        std::string_view key = evidence.text(), value;
        if (key.ends_with("***")) { // masked: "key: ***", "--flag=***"
            key.remove_suffix(3);
            if (key.ends_with(": "))
                key.remove_suffix(2);
        } else if (const std::size_t colon = key.find(": "); colon != std::string_view::npos) {
            value = key.substr(colon + 2);
            key = key.substr(0, colon);
        }
        if (!has(key))
            miss(evidence, "key not in the lines");
        else if (!has(value))
            miss(evidence, "value not in the lines");
    }

    // Cut texts hold "…" where something was left out.
    bool has(std::string_view text) const
    {
        constexpr std::string_view cut = "…";
        while (!text.empty()) {
            const std::string_view piece = text.substr(0, text.find(cut));
            text.remove_prefix(std::min(text.size(), piece.size() + cut.size()));
            if (m_lines.find(bare(piece)) == std::string::npos)
                return false;
        }
        return true;
    }

    // The lines use an anchor's content, which stands elsewhere.
    bool usesAlias() const
    {
        return m_lines.find("<<:*") != std::string::npos || m_lines.find(":*") != std::string::npos ||
               m_lines.find("-*") != std::string::npos;
    }

    const Inventory& m_inventory;
    std::vector<std::vector<const Evidence*>> m_ofFile;
    std::vector<std::size_t> m_seen;
    std::string m_lines; // bare text of the lines m_first to m_last of the file at hand
    std::uint32_t m_first = 0, m_last = 0;
};

} // namespace

EvidenceCheck checkEvidence(const Inventory& inventory, const std::vector<std::string>& sources)
{
    Checking checking(inventory);
    std::size_t index = 0;
    readSources(sources, {}, {}, [&](const DeliveredFile& file) { checking.file(index++, *file.text); });
    checking.finish();
    return std::move(checking.result);
}

} // namespace bartizan::test
