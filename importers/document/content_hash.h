// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two nodes say the same: independent of formatting, quoting style, comments, anchors and the order of keys in
// mappings, and of keys whose value is null (which Kubernetes takes as not written); dependent on values, on the type of scalars and on the order of sequences. 128 bits of a SHA-256, so a
// stranger cannot make different objects look equal. Used to merge equal objects found in several places.
#pragma once

#include "importers/document/tree.h"

#include <compare>
#include <initializer_list>
#include <string_view>

namespace bartizan::document {

struct ContentHash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const ContentHash&, const ContentHash&) = default;
};

// `leaveOut`: JSON pointers relative to the node that are treated as absent, e.g. {"/status", "/metadata/uid"}
// (keys of mappings only; "~1" stands for "/").
ContentHash contentHash(Node node, std::initializer_list<std::string_view> leaveOut = {});

} // namespace bartizan::document
