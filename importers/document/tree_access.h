// SPDX-License-Identifier: GPL-3.0-or-later
// What tree.cpp, builder.cpp and edit.cpp share about a Document's inside; not for importers.
#pragma once

#include "importers/document/tree.h"

namespace bartizan::document {

struct TreeAccess {
    static const Slot* slot(Node node); // null for an absent node
    static std::string_view key(const Document& document, const Slot& slot) { return document.m_keys->text(slot.key); }
    static std::string_view text(const Document& document, const Slot& slot) { return document.textOf(slot); }
    static const Slot* children(const Document& document, const Slot& slot) { return document.m_slots.data() + slot.first; }
    static Node node(const Document& document, const Slot& slot)
    {
        return Node(&document, static_cast<std::uint32_t>(&slot - document.m_slots.data()));
    }
    // Both are views of a buffer of this thread: valid until the next call of the same function.
    static std::string_view pointer(const Document& document, std::uint32_t index);
    static std::string_view citedText(const Document& document, std::uint32_t index, bool masked);
    static Evidence place(const Document& document, const Slot& slot, ObjectId object); // without pointer and text
    static std::shared_ptr<const FileText> fileOf(const Document& document, const Slot& slot);
    static void setHelmSource(Document& document, std::string_view path) { document.m_helmSource = path; }
};

} // namespace bartizan::document
