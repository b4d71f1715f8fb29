// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/content_hash.h"

#include "importers/digest.h"

#include <algorithm>
#include <vector>

namespace bartizan::document {

namespace {

constexpr std::size_t flushAt = 64 * 1024;

std::vector<std::string> segmentsOf(std::string_view pointer)
{
    std::vector<std::string> segments;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t next = std::min(pointer.find('/', at + 1), pointer.size());
        std::string segment;
        for (std::size_t i = at + 1; i < next; ++i) {
            const bool escape = pointer[i] == '~' && i + 1 < next;
            segment += escape ? (pointer[i + 1] == '1' ? '/' : '~') : pointer[i];
            i += escape ? 1 : 0;
        }
        segments.push_back(std::move(segment));
        at = next;
    }
    return segments;
}

// Writes a canonical form of a tree, each text with its length before it, so that no two trees share a form.
class Canonical {
public:
    explicit Canonical(std::initializer_list<std::string_view> leaveOut)
    {
        for (const std::string_view pointer : leaveOut)
            m_leaveOut.push_back(segmentsOf(pointer));
    }

    ContentHash hash(Node node)
    {
        Watched all;
        for (std::size_t i = 0; i < m_leaveOut.size(); ++i)
            all.push_back(i);
        write(node, all, 0);
        m_sha.update(m_buffer);
        const Sha256::Digest digest = m_sha.finish();
        ContentHash hash;
        for (std::size_t i = 0; i < 8; ++i) {
            hash.high = (hash.high << 8U) | digest[i];
            hash.low = (hash.low << 8U) | digest[i + 8];
        }
        return hash;
    }

private:
    using Watched = std::vector<std::size_t>; // of m_leaveOut, those whose path leads here

    void write(Node node, const Watched& watched, std::size_t depth)
    {
        switch (node.kind()) {
        case NodeKind::mapping:
            mapping(node, watched, depth);
            return;
        case NodeKind::sequence:
            number('[', node.size());
            for (const Node child : node)
                write(child, {}, depth + 1);
            return;
        default:
            scalar(node);
        }
    }

    void mapping(Node node, const Watched& watched, std::size_t depth)
    {
        const std::size_t first = m_children.size(); // a stack: the mappings above still iterate over theirs
        for (const Node child : node) {
            if (!isLeftOut(child, watched, depth))
                m_children.push_back(child);
        }
        const std::size_t end = m_children.size();
        std::sort(m_children.begin() + static_cast<std::ptrdiff_t>(first), m_children.end(),
                  [](Node a, Node b) { return a.key() < b.key(); });
        number('{', end - first);
        for (std::size_t at = first; at < end; ++at) {
            const Node child = m_children[at];
            put('k', child.key());
            Watched inside;
            for (const std::size_t i : watched) {
                if (m_leaveOut[i].size() > depth && m_leaveOut[i][depth] == child.key())
                    inside.push_back(i);
            }
            write(child, inside, depth + 1);
        }
        m_children.resize(first);
    }

    bool isLeftOut(Node child, const Watched& watched, std::size_t depth) const
    {
        if (child.kind() == NodeKind::skipped &&
            (child.key() == "managedFields" || child.key() == "kubectl.kubernetes.io/last-applied-configuration"))
            return true; // bookkeeping of the tool that applied the object
        return std::any_of(watched.begin(), watched.end(), [&](std::size_t i) {
            return m_leaveOut[i].size() == depth + 1 && m_leaveOut[i][depth] == child.key();
        });
    }

    void scalar(Node node)
    {
        switch (node.kind()) {
        case NodeKind::null:
            put('0', {});
            return;
        case NodeKind::boolean:
            put('b', node.asBool().value_or(false) ? "1" : "0");
            return;
        case NodeKind::integer: {
            const std::optional<std::int64_t> value = node.asInt();
            put('i', value ? std::to_string(*value) : node.string());
            return;
        }
        case NodeKind::real:
            put('r', node.text());
            return;
        case NodeKind::string: // a plain `yes` may be taken as a boolean, the text "yes" never
            put(!node.isQuoted() && node.asBool() ? 'w' : 's', node.text());
            return;
        default: // a value that was not kept: equal only to itself
            put('x', std::to_string(node.evidence().file.value) + ":" + std::to_string(node.line()) + ":" + node.pointer());
        }
    }

    void put(char tag, std::string_view text)
    {
        number(tag, text.size());
        m_buffer += text;
        if (m_buffer.size() >= flushAt) {
            m_sha.update(m_buffer);
            m_buffer.clear();
        }
    }

    void number(char tag, std::uint64_t value)
    {
        m_buffer += tag;
        for (; value >= 0x80; value >>= 7U)
            m_buffer += static_cast<char>(0x80U | (value & 0x7FU));
        m_buffer += static_cast<char>(value);
    }

    std::vector<std::vector<std::string>> m_leaveOut;
    std::vector<Node> m_children;
    Sha256 m_sha;
    std::string m_buffer;
};

} // namespace

ContentHash contentHash(Node node, std::initializer_list<std::string_view> leaveOut)
{
    return Canonical(leaveOut).hash(node);
}

} // namespace bartizan::document
