// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/content_hash.h"

#include "importers/digest.h"
#include "importers/document/tree_access.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace bartizan::document {

namespace {

constexpr std::size_t bufferBytes = 64 * 1024;

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
        m_document = node.document();
        m_used = 0;
        m_children.clear();
        std::vector<std::size_t> watched(m_leaveOut.size());
        for (std::size_t i = 0; i < watched.size(); ++i)
            watched[i] = i;
        if (const Slot* slot = TreeAccess::slot(node))
            write(*slot, watched, 0);
        else
            put('x', {});
        m_sha.update(std::string_view(m_buffer.data(), m_used));
        const Sha256::Digest digest = m_sha.finish();
        ContentHash hash;
        for (std::size_t i = 0; i < 8; ++i) {
            hash.high = (hash.high << 8U) | digest[i];
            hash.low = (hash.low << 8U) | digest[i + 8];
        }
        return hash;
    }

private:
    using Watched = std::vector<std::size_t>;

    std::string_view key(const Slot& slot) const { return TreeAccess::key(*m_document, slot); }

    void write(const Slot& slot, const Watched& watched, std::size_t depth)
    {
        switch (slot.kind) {
        case NodeKind::mapping:
            mapping(slot, watched, depth);
            return;
        case NodeKind::sequence: {
            count('[', slot.count);
            const Slot* const children = TreeAccess::children(*m_document, slot);
            for (std::uint32_t i = 0; i < slot.count; ++i)
                write(children[i], m_none, depth + 1);
            return;
        }
        default:
            scalar(slot);
        }
    }

    void mapping(const Slot& slot, const Watched& watched, std::size_t depth)
    {
        const std::size_t first = m_children.size(); // one stack for all levels
        const Slot* const children = TreeAccess::children(*m_document, slot);
        bool sorted = true;
        std::string_view before;
        for (const Slot* child = children; child != children + slot.count; ++child) {
            if (child->kind == NodeKind::null || isLeftOut(*child, watched, depth))
                continue; // Kubernetes reads null as absent
            const std::string_view own = key(*child);
            sorted = sorted && (m_children.size() == first || before < own);
            before = own;
            m_children.push_back(child);
        }
        if (!sorted)
            std::sort(m_children.begin() + static_cast<std::ptrdiff_t>(first), m_children.end(),
                      [this](const Slot* a, const Slot* b) { return key(*a) < key(*b); });
        const std::size_t last = m_children.size();
        count('{', last - first);
        for (std::size_t at = first; at < last; ++at) {
            const Slot& child = *m_children[at];
            put('k', key(child));
            if (watched.empty()) {
                write(child, m_none, depth + 1);
                continue;
            }
            Watched inside;
            for (const std::size_t i : watched) {
                if (m_leaveOut[i].size() > depth && m_leaveOut[i][depth] == key(child))
                    inside.push_back(i);
            }
            write(child, inside, depth + 1);
        }
        m_children.resize(first);
    }

    bool isLeftOut(const Slot& child, const Watched& watched, std::size_t depth) const
    {
        if (child.kind == NodeKind::skipped &&
            (key(child) == "managedFields" || key(child) == "kubectl.kubernetes.io/last-applied-configuration"))
            return true; // bookkeeping of the tool that applied the object
        return std::any_of(watched.begin(), watched.end(), [&](std::size_t i) {
            return m_leaveOut[i].size() == depth + 1 && m_leaveOut[i][depth] == key(child);
        });
    }

    void scalar(const Slot& slot)
    {
        const std::string_view text = TreeAccess::text(*m_document, slot);
        switch (slot.kind) {
        case NodeKind::null:
            put('0', {});
            return;
        case NodeKind::boolean:
            put('b', TreeAccess::node(*m_document, slot).asBool().value_or(false) ? "1" : "0");
            return;
        case NodeKind::integer: {
            const std::optional<std::int64_t> value = TreeAccess::node(*m_document, slot).asInt();
            put('i', value ? std::to_string(*value) : text);
            return;
        }
        case NodeKind::real:
            put('r', text);
            return;
        case NodeKind::string: { // a plain `yes` may be taken as a boolean, the text "yes" never
            const bool mayBeBool = (slot.flags & Slot::quoted) == 0 && TreeAccess::node(*m_document, slot).asBool();
            put(mayBeBool ? 'w' : 's', text);
            return;
        }
        default: { // a value that was not kept: equal only to itself
            const Node node = TreeAccess::node(*m_document, slot);
            put('x', std::to_string(TreeAccess::fileOf(*m_document, slot)->file().value) + ":" + std::to_string(node.line()) +
                         ":" + node.pointer());
        }
        }
    }

    void count(char tag, std::size_t value)
    {
        std::array<char, 20> digits{};
        char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        put(tag, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
    }

    void put(char tag, std::string_view text)
    {
        constexpr std::size_t most = 24; // tag, length and colon
        if (m_buffer.size() - m_used < most + text.size())
            flush(most + text.size());
        char* to = m_buffer.data() + m_used;
        *to++ = tag;
        to = std::to_chars(to, to + most - 2, text.size()).ptr;
        *to++ = ':';
        to = std::copy(text.begin(), text.end(), to);
        m_used = static_cast<std::size_t>(to - m_buffer.data());
    }

    void flush(std::size_t room)
    {
        m_sha.update(std::string_view(m_buffer.data(), m_used));
        m_used = 0;
        m_buffer.resize(std::max({m_buffer.size(), bufferBytes, room}));
    }

    std::vector<std::string> m_pointers;
    std::vector<std::vector<std::string>> m_leaveOut;
    const Watched m_none{};
    const Document* m_document = nullptr;
    std::vector<const Slot*> m_children;
    Sha256 m_sha;
    std::vector<char> m_buffer; // what is not in m_sha yet: m_used bytes
    std::size_t m_used = 0;
};

} // namespace

ContentHash contentHash(Node node, std::initializer_list<std::string_view> leaveOut)
{
    thread_local Canonical canonical;
    canonical.setLeaveOut(leaveOut);
    return canonical.hash(node);
}

} // namespace bartizan::document
