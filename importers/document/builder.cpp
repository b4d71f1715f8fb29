// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/builder.h"

#include "importers/document/tree_access.h"

#include <algorithm>

namespace bartizan::document {

namespace {

std::uint32_t u32(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

bool isCollection(const Slot& slot)
{
    return slot.kind == NodeKind::mapping || slot.kind == NodeKind::sequence;
}

constexpr std::size_t largeDocument = 100'000; // slots; smaller documents are copied to their exact size

} // namespace

Builder::Builder(std::shared_ptr<const FileText> file, const Limits& limits, ProblemSink& problems, bool json)
    : m_file(std::move(file)), m_limits(limits), m_problems(problems), m_json(json)
{
    m_metadata = m_keys->intern("metadata", true);
    m_managedFields = m_keys->intern("managedFields", true);
    m_annotations = m_keys->intern("annotations", true);
    m_lastApplied = m_keys->intern("kubectl.kubernetes.io/last-applied-configuration", true);
    m_merge = m_keys->intern("<<", true);
}

void Builder::start(std::uint32_t documentNumber)
{
    abandon();
    m_number = documentNumber;
    m_start = m_position;
}

void Builder::abandon()
{
    m_slots.clear();
    m_pending.clear();
    m_frames.clear();
    m_arena.clear();
    m_duplicates.clear();
    m_key = KeyTable::none;
    m_skipNext = false;
    m_skipDepth = 0;
    m_extraNodes = 0;
    m_extraBytes = 0;
}

void Builder::key(std::string_view text, bool stable, std::size_t begin, std::size_t end)
{
    if (m_skipDepth > 0)
        return;
    m_key = m_keys->intern(text, stable);
    m_keyBegin = u32(begin);
    m_keyEnd = u32(end);
    if (m_frames.empty())
        return;
    const std::uint32_t parent = m_frames.back().slot.key;
    m_skipNext = (m_key == m_managedFields && parent == m_metadata) || (m_key == m_lastApplied && parent == m_annotations);
}

void Builder::mergeKey(std::size_t begin, std::size_t end)
{
    key("<<", true, begin, end);
    if (m_skipDepth == 0 && !m_frames.empty())
        m_frames.back().merges = true;
}

bool Builder::refuse(std::string id, std::string message, std::size_t at)
{
    m_problems.add(ProblemSeverity::error, std::move(id), std::move(message), m_problems.at(at, m_number));
    return false;
}

Slot Builder::newSlot(NodeKind kind, std::size_t begin, std::size_t end)
{
    Slot slot;
    slot.kind = kind;
    slot.key = m_key;
    slot.begin = m_key == KeyTable::none ? u32(begin) : m_keyBegin;
    slot.end = std::max(u32(end), m_key == KeyTable::none ? u32(begin) : m_keyEnd);
    m_key = KeyTable::none;
    m_skipNext = false;
    return slot;
}

void Builder::push(const Slot& slot, std::uint64_t nodes, std::uint64_t bytes, std::size_t height)
{
    m_pending.push_back(slot);
    ++m_nodes;
    m_position = slot.end;
    m_last.slot = slot;
    m_last.nodes = nodes;
    m_last.bytes = bytes;
    m_last.height = height;
    if (m_frames.empty())
        return;
    Frame& frame = m_frames.back();
    frame.nodes += nodes;
    frame.bytes += bytes;
    frame.height = std::max(frame.height, height + 1);
}

bool Builder::scalar(const Scalar& scalar)
{
    if (m_skipDepth > 0) {
        m_position = std::max(m_position, scalar.end);
        m_last = {};
        m_last.slot.kind = NodeKind::skipped;
        return true;
    }
    if (m_nodes >= m_limits.nodes) {
        m_exhausted = true;
        return refuse("limit-nodes", "this file holds more values than are read from one file; split it", scalar.begin);
    }
    NodeKind kind = m_skipNext ? NodeKind::skipped : scalar.kind;
    if (scalar.text.size() > m_limits.scalarBytes && kind != NodeKind::skipped) {
        refuse("limit-scalar", "one text is larger than is read; it is treated as present with a value not known", scalar.begin);
        kind = NodeKind::skipped;
    }
    Slot slot = newSlot(kind, scalar.begin, scalar.end);
    if (kind == NodeKind::skipped) {
        push(slot, 1, 0, 1);
        return true;
    }
    storeText(scalar, slot);
    push(slot, 1, scalar.text.size(), 1);
    return true;
}

void Builder::storeText(const Scalar& scalar, Slot& slot)
{
    if (scalar.textAt == Scalar::notInFile) {
        slot.first = u32(m_arena.size());
        slot.flags |= Slot::inArena;
        m_arena.append(scalar.text);
    } else {
        slot.first = u32(scalar.textAt);
    }
    slot.count = u32(scalar.text.size());
    if (scalar.quoted)
        slot.flags |= Slot::quoted;
}

Builder::Value Builder::valueOf(const Scalar& scalar)
{
    Value value;
    value.slot.kind = scalar.kind;
    value.nodes = 1;
    value.bytes = scalar.text.size();
    value.height = 1;
    storeText(scalar, value.slot);
    return value;
}

void Builder::keyFrom(const Value& anchored, std::size_t begin, std::size_t end)
{
    const bool inArena = (anchored.slot.flags & Slot::inArena) != 0;
    const std::string_view bytes = inArena ? std::string_view(m_arena) : m_file->bytes();
    key(bytes.substr(anchored.slot.first, anchored.slot.count), !inArena, begin, end);
}

bool Builder::open(NodeKind kind, std::size_t begin)
{
    if (depth() >= m_limits.depth) {
        return refuse("limit-depth",
                      "values are nested more than " + std::to_string(m_limits.depth) + " deep; this document was not read",
                      begin);
    }
    if (m_skipDepth > 0 || m_skipNext) {
        ++m_skipDepth;
        if (m_skipDepth == 1) // waits without a frame until it closes
            m_pending.push_back(newSlot(NodeKind::skipped, begin, begin));
        return true;
    }
    if (m_nodes >= m_limits.nodes) {
        m_exhausted = true;
        return refuse("limit-nodes", "this file holds more values than are read from one file; split it", begin);
    }
    constexpr std::size_t askEvery = 1024;
    if (++m_opened % askEvery == 0 && m_limits.stop.stop_requested()) {
        m_exhausted = true;
        return refuse("stopped", "reading was stopped before the end of this file", begin);
    }
    Frame frame;
    frame.slot = newSlot(kind, begin, begin);
    frame.firstPending = m_pending.size();
    m_frames.push_back(frame);
    return true;
}

void Builder::close(std::size_t end)
{
    if (m_skipDepth > 0) {
        m_position = std::max(m_position, end);
        if (--m_skipDepth == 0) {
            Slot slot = m_pending.back();
            m_pending.pop_back();
            slot.end = std::max(slot.end, u32(m_position));
            push(slot, 1, 0, 1);
        } else {
            m_last = {};
            m_last.slot.kind = NodeKind::skipped;
        }
        return;
    }
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    Slot slot = frame.slot;
    std::size_t lastEnd = slot.end;
    if (m_pending.size() > frame.firstPending)
        lastEnd = m_pending.back().end;
    std::vector<Duplicate> found;
    if (slot.kind == NodeKind::mapping && m_pending.size() - frame.firstPending > 1 && !frame.merges)
        dropDuplicates(frame.firstPending, found);
    else if (frame.merges)
        resolveMerges(frame.firstPending, found);
    slot.count = u32(m_pending.size() - frame.firstPending);
    slot.first = commit(frame.firstPending);
    for (Duplicate duplicate : found) {
        duplicate.kept += slot.first;
        m_duplicates.push_back(duplicate);
    }
    slot.end = u32(end == 0 ? lastEnd : end);
    push(slot, frame.nodes, frame.bytes, frame.height);
}

bool Builder::alias(const Value& anchored, std::size_t begin, std::size_t end)
{
    if (m_skipDepth > 0) {
        m_position = std::max(m_position, end);
        return true;
    }
    m_extraNodes += anchored.nodes;
    m_extraBytes += anchored.bytes;
    if (m_extraNodes > m_limits.expandedNodes || m_extraBytes > m_limits.expandedBytes) {
        return refuse("limit-aliases",
                      "the aliases of this document stand for more values than are read; write them out or"
                      " split the document",
                      begin);
    }
    if (depth() + anchored.height > m_limits.depth)
        return refuse("limit-depth", "aliases nest values more than " + std::to_string(m_limits.depth) + " deep", begin);
    if (m_skipNext) {
        push(newSlot(NodeKind::skipped, begin, end), 1, 0, 1);
        return true;
    }
    Slot slot = anchored.slot;
    const Slot here = newSlot(slot.kind, begin, end);
    slot.key = here.key;
    slot.begin = here.begin;
    slot.end = here.end;
    slot.flags |= Slot::shared;
    push(slot, anchored.nodes, anchored.bytes, anchored.height);
    return true;
}

std::uint32_t Builder::commit(std::size_t firstPending)
{
    const std::size_t count = m_pending.size() - firstPending;
    if (m_slots.size() + count > m_slots.capacity())
        grow(count);
    const std::size_t first = m_slots.size();
    m_slots.insert(m_slots.end(), m_pending.begin() + static_cast<std::ptrdiff_t>(firstPending), m_pending.end());
    m_pending.resize(firstPending);
    for (std::size_t i = first; i < m_slots.size(); ++i) {
        const Slot& slot = m_slots[i];
        if (!isCollection(slot) || (slot.flags & Slot::shared))
            continue;
        for (std::uint32_t child = slot.first; child < slot.first + slot.count; ++child)
            m_slots[child].parent = u32(i);
    }
    return u32(first);
}

// Doubling would hold one and a half times the tree while it copies; the part of the file already read tells how many
// slots are still to come. Memory that is reserved and not touched costs nothing.
void Builder::grow(std::size_t more)
{
    const std::size_t need = m_slots.size() + more;
    std::size_t wanted = std::max<std::size_t>(need + need / 2, 256);
    const std::size_t read = m_position - std::min(m_start, m_position);
    if (need > 4096 && read > 0) {
        const double perByte = static_cast<double>(need + m_pending.size()) / static_cast<double>(read);
        const double left = static_cast<double>(m_file->bytes().size() - std::min(m_file->bytes().size(), m_start));
        const auto estimate = static_cast<std::size_t>(perByte * left * 1.05);
        wanted = std::clamp(estimate, need + need / 4, std::min(need * 64, m_limits.nodes + need));
    }
    m_slots.reserve(wanted);
}

Document Builder::finish(std::size_t begin, std::size_t end)
{
    Document document;
    document.m_file = m_file;
    document.m_keys = m_keys;
    document.m_number = m_number;
    document.m_json = m_json;
    document.m_firstLine = m_file->lineAt(begin);
    document.m_lastLine = m_file->lineAt(end > begin ? end - 1 : begin);
    document.m_root = commit(0);
    if (m_slots.size() >= largeDocument && m_slots.capacity() < m_slots.size() + m_slots.size() / 2)
        document.m_slots = std::move(m_slots);
    else
        document.m_slots.assign(m_slots.begin(), m_slots.end());
    document.m_arena = m_arena.size() > largeDocument ? std::move(m_arena) : std::string(m_arena);
    reportDuplicates(document);
    m_position = end;
    abandon();
    return document;
}

} // namespace bartizan::document
