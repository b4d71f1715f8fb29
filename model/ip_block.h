// SPDX-License-Identifier: GPL-3.0-or-later
// IP addresses and blocks of them as text: the one place that parses them, for importers, model/resolve and analysis. CIDR
// notation: RFC 4632, RFC 4291. No name is ever looked up, no octal number and no zone is taken.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bartizan {

struct IpAddress { // IPv4 comes before IPv6
    bool v6 = false;
    std::uint64_t high = 0, low = 0; // IPv4: in the lower half of `low`
    friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

struct IpBlock {
    IpAddress written; // bits beyond the prefix as they stand in the text
    unsigned bits = 0; // prefix length
    IpAddress first() const;
    IpAddress last() const;
};

// "10.0.0.1", "2001:db8::1", "::ffff:10.0.0.1". None where it is no address.
std::optional<IpAddress> ipAddressOf(std::string_view text);

// An address, a slash and a prefix length that its family has. Bits beyond the prefix may be set.
std::optional<IpBlock> cidrOf(std::string_view text);

// The same, or an address alone, which is a block of one.
std::optional<IpBlock> ipBlockOf(std::string_view text);

bool within(const IpBlock& inner, const IpBlock& outer);         // wholly, in one family
bool strictlyWithin(const IpBlock& inner, const IpBlock& outer); // and smaller

} // namespace bartizan
