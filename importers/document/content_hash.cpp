// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/content_hash.h"

#include "importers/digest.h"

#include <algorithm>
#include <array>
#include <charconv>
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

// Writes a canonical form of a tree, each text with its length before it, so that no two trees share a form. Kept from
// one object to the next: the buffers, the digest and mostly the same list of what is left out.
class Canonical {
public:
    void setLeaveOut(std::initializer_list<std::string_view> leaveOut)
    {
        if (std::equal(leaveOut.begin(), leaveOut.end(), m_pointers.begin(), m_pointers.end()))
            return;
        m_pointers.assign(leaveOut.begin(), leaveOut.end());
        m_leaveOut.clear();
        for (const std::string_view pointer : leaveOut)
            m_leaveOut.push_back(segmentsOf(pointer));
    }

    ContentHash hash(Node node)
    {
        std::vector<std::size_t> watched(m_leaveOut.size());
        for (std::size_t i = 0; i < watched.size(); ++i)
            watched[i] = i;
        m_buffer.clear();
        m_children.clear();
        write(node, watched, 0);
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
    void write(Node node, const std::vector<std::size_t>& watched, std::size_t depth)
    {
        switch (node.kind()) {
        case NodeKind::mapping:
            mapping(node, watched, depth);
            return;
        case NodeKind::sequence:
            put('[', std::to_string(node.size()));
            for (const Node child : node)
                write(child, {}, depth + 1);
            return;
        default:
            scalar(node);
        }
    }

    void mapping(Node node, const std::vector<std::size_t>& watched, std::size_t depth)
    {
        const std::size_t first = m_children.size(); // one stack for all levels
        bool sorted = true;
        for (const Node child : node) {
            if (child.kind() == NodeKind::null || isLeftOut(child, watched, depth))
                continue; // Kubernetes reads null as absent
            sorted = sorted && (m_children.size() == first || m_children.back().key() < child.key());
            m_children.push_back(child);
        }
        const auto begin = m_children.begin() + static_cast<std::ptrdiff_t>(first);
        if (!sorted)
            std::sort(begin, m_children.end(), [](Node a, Node b) { return a.key() < b.key(); });
        const std::size_t last = m_children.size();
        put('{', std::to_string(last - first));
        for (std::size_t at = first; at < last; ++at) {
            const Node child = m_children[at];
            put('k', child.key());
            std::vector<std::size_t> inside;
            for (const std::size_t i : watched) {
                if (m_leaveOut[i].size() > depth && m_leaveOut[i][depth] == child.key())
                    inside.push_back(i);
            }
            write(child, inside, depth + 1);
        }
        m_children.resize(first);
    }

    bool isLeftOut(Node child, const std::vector<std::size_t>& watched, std::size_t depth) const
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
        std::array<char, 24> length{};
        length[0] = tag;
        char* const end = std::to_chars(length.data() + 1, length.data() + length.size() - 1, text.size()).ptr;
        *end = ':';
        m_buffer.append(length.data(), static_cast<std::size_t>(end - length.data()) + 1);
        m_buffer += text;
        if (m_buffer.size() >= flushAt) {
            m_sha.update(m_buffer);
            m_buffer.clear();
        }
    }

    std::vector<std::string> m_pointers;
    std::vector<std::vector<std::string>> m_leaveOut;
    std::vector<Node> m_children;
    Sha256 m_sha;
    std::string m_buffer;
};

} // namespace

ContentHash contentHash(Node node, std::initializer_list<std::string_view> leaveOut)
{
    thread_local Canonical canonical;
    canonical.setLeaveOut(leaveOut);
    return canonical.hash(node);
}

} // namespace bartizan::document
