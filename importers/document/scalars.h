// SPDX-License-Identifier: GPL-3.0-or-later
// What a plain YAML scalar is, as Kubernetes' Go YAML (v2) resolves it, except that the YAML 1.1 words for booleans
// stay strings here (Node::asBool() accepts them where a boolean is expected).
#pragma once

#include "importers/document/tree.h"

namespace bartizan::document {

NodeKind plainKind(std::string_view text);

// Plain integers: sign, 0x, 0o, 0b, leading 0 = octal, "_" ignored. Nothing when it is no integer or does not fit.
std::optional<std::int64_t> parseInteger(std::string_view text);

} // namespace bartizan::document
