// SPDX-License-Identifier: GPL-3.0-or-later
// Events of a parser -> Document; used by the YAML and JSON readers only. Positions are byte offsets into the file.
// Keeps the budgets for depth, nodes and alias expansion: a function that returns false has reported a Problem, and the
// reader gives the document up (abandon()). Leaves out the values of managedFields and last-applied-configuration.
// YAML: a mapping's own and merged keys are settled when it closes (see yaml_reader.h).
#pragma once

#include "importers/document/problem_sink.h"
#include "importers/document/tree.h"
#include "importers/limits.h"

namespace bartizan::document {

class Builder {
public:
    struct Scalar {
        static constexpr std::size_t notInFile = ~std::size_t{0};
        NodeKind kind = NodeKind::string;
        bool quoted = false;
        std::string_view text;
        std::size_t textAt = notInFile; // where the same bytes stand in the file, if they do
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Value { // what an anchor names
        Slot slot;
        std::uint64_t nodes = 0; // as a walk sees them, aliases expanded
        std::uint64_t bytes = 0; // of scalar text, likewise
        std::size_t height = 0;
    };

    Builder(std::shared_ptr<const FileText> file, const Limits& limits, ProblemSink& problems, bool json);

    void start(std::uint32_t documentNumber);
    void key(std::string_view text, bool stable, std::size_t begin, std::size_t end);
    void mergeKey(std::size_t begin, std::size_t end); // "<<" of YAML
    bool scalar(const Scalar& scalar);
    bool open(NodeKind kind, std::size_t begin);
    void close(std::size_t end); // end 0: where the last child ends
    bool alias(const Value& anchored, std::size_t begin, std::size_t end);
    const Value& lastValue() const { return m_last; } // of the scalar or collection just finished
    Value valueOf(const Scalar& scalar);              // for an anchor on a key: stored, but no part of the tree
    void keyFrom(const Value& anchored, std::size_t begin, std::size_t end); // an alias as key; must be a scalar
    std::size_t depth() const { return m_frames.size() + m_skipDepth; }
    bool skipping() const { return m_skipDepth > 0; }

    Document finish(std::size_t begin, std::size_t end); // exactly one value was built; lines from these offsets
    void abandon();
    bool exhausted() const { return m_exhausted; } // the file's node budget is used up: stop reading

private:
    struct Frame {
        Slot slot;
        std::size_t firstPending = 0;
        std::uint64_t nodes = 1;
        std::uint64_t bytes = 0;
        std::size_t height = 1;
        bool merges = false;
    };
    struct Duplicate {
        std::uint32_t kept = 0; // slot
        std::uint32_t earlierBegin = 0;
        bool merged = false;
    };
    struct Stamp {
        std::uint32_t serial = 0;
        std::uint32_t position = 0;
    };

    Slot newSlot(NodeKind kind, std::size_t begin, std::size_t end);
    void storeText(const Scalar& scalar, Slot& slot);
    void push(const Slot& slot, std::uint64_t nodes, std::uint64_t bytes, std::size_t height);
    bool refuse(std::string id, std::string message, std::size_t at);
    void dropDuplicates(std::size_t firstPending, std::vector<Duplicate>& found);
    void resolveMerges(std::size_t firstPending, std::vector<Duplicate>& found);
    void mergeFrom(const Slot& value, std::vector<Slot>& out, std::vector<bool>& merged, std::vector<Duplicate>& found);
    void place(const Slot& child, bool isMerged, std::vector<Slot>& out, std::vector<bool>& merged,
               std::vector<Duplicate>& found);
    std::uint32_t commit(std::size_t firstPending);
    void grow(std::size_t more);
    Stamp& stampOf(std::uint32_t key);
    void reportDuplicates(const Document& document);

    std::shared_ptr<const FileText> m_file;
    std::shared_ptr<KeyTable> m_keys = std::make_shared<KeyTable>();
    const Limits& m_limits;
    ProblemSink& m_problems;
    bool m_json;
    std::uint32_t m_metadata, m_managedFields, m_annotations, m_lastApplied, m_merge; // key ids

    std::uint32_t m_number = 0;
    std::vector<Slot> m_slots;   // finished collections' children
    std::vector<Slot> m_pending; // children of open collections
    std::vector<Frame> m_frames;
    std::vector<Stamp> m_stamps; // by key id
    std::uint32_t m_serial = 0;
    std::string m_arena;
    std::vector<Duplicate> m_duplicates;
    Value m_last;
    std::uint32_t m_key = KeyTable::none;
    std::uint32_t m_keyBegin = 0;
    std::uint32_t m_keyEnd = 0;
    bool m_skipNext = false;
    std::size_t m_skipDepth = 0;
    std::size_t m_start = 0;    // where the document started, for the growth estimate
    std::size_t m_position = 0; // where reading is
    std::size_t m_nodes = 0;    // of all documents of the file
    std::size_t m_opened = 0;   // sequences and mappings
    std::uint64_t m_extraNodes = 0;
    std::uint64_t m_extraBytes = 0;
    bool m_exhausted = false;
};

} // namespace bartizan::document
