// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/cidr.h"

#include "importers/kubernetes/words.h"

#include <arpa/inet.h>

#include <charconv>
#include <string>

namespace bartizan::importers {

std::optional<Cidr> cidrOf(std::string_view text)
{
    constexpr std::size_t longest = 49; // an IPv6 address in its longest form and a prefix length
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || text.size() > longest)
        return std::nullopt;
    const std::string address(text.substr(0, slash));
    const std::string_view length = text.substr(slash + 1);
    Cidr result;
    if (inet_pton(AF_INET, address.c_str(), result.bytes.data()) != 1) {
        if (inet_pton(AF_INET6, address.c_str(), result.bytes.data()) != 1)
            return std::nullopt;
        result.v6 = true;
    }
    if (!allDigits(length) || length.size() > 3)
        return std::nullopt;
    std::from_chars(length.data(), length.data() + length.size(), result.bits);
    return result.bits <= (result.v6 ? 128U : 32U) ? std::optional(result) : std::nullopt;
}

bool strictlyWithin(const Cidr& inner, const Cidr& outer)
{
    if (inner.v6 != outer.v6 || inner.bits <= outer.bits)
        return false;
    for (unsigned bit = 0; bit < outer.bits; ++bit) {
        const unsigned mask = 0x80U >> (bit % 8);
        if (((inner.bytes[bit / 8] ^ outer.bytes[bit / 8]) & mask) != 0)
            return false;
    }
    return true;
}

} // namespace bartizan::importers
