// SPDX-License-Identifier: GPL-3.0-or-later
// What tree.cpp, builder.cpp and edit.cpp share about a Document's inside; not for importers.
#pragma once

#include "importers/document/tree.h"

#include <optional>

namespace bartizan::document {

struct TreeAccess {
    static const Slot* slot(Node node); // null for an absent node
    static std::string pointer(const Document& document, std::uint32_t index);
    static std::string citedText(const Document& document, std::uint32_t index, bool masked);
    static Evidence evidence(Node node, ObjectId object, bool masked);
    static std::shared_ptr<const FileText> fileOf(const Document& document, const Slot& slot);
};

// Plain integers as Kubernetes' Go YAML reads them: sign, 0x, 0o, 0b, leading 0 = octal, "_" ignored.
std::optional<std::int64_t> parseInteger(std::string_view text);

} // namespace bartizan::document
