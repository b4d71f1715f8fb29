// SPDX-License-Identifier: GPL-3.0-or-later
// Address blocks as network policies write them, only to tell a valid one from a mistake; what they hold is worked out
// from the text again by analysis. CIDR notation: RFC 4632, RFC 4291.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bartizan::importers {

struct Cidr {
    bool v6 = false;
    std::array<std::uint8_t, 16> bytes{}; // IPv4: the first four
    unsigned bits = 0;
};

// None unless it is an address, a slash and a prefix length that the family has. Bits beyond the prefix may be set.
std::optional<Cidr> cidrOf(std::string_view text);

// Smaller than `outer` and wholly in it, as the API server asks of an exception.
bool strictlyWithin(const Cidr& inner, const Cidr& outer);

} // namespace bartizan::importers
