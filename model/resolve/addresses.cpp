// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/addresses.h"

#include "model/ip_block.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace bartizan::resolving {
namespace {

bool within(std::uint32_t address, std::uint32_t network, unsigned bits)
{
    return (address >> (32 - bits)) == (network >> (32 - bits));
}

struct Block {
    std::uint32_t network;
    unsigned bits;
    AddressScope scope;
};
constexpr Block blocks[] = {
    {0x00000000, 8, AddressScope::unspecified},  {0x0A000000, 8, AddressScope::privateUse},
    {0x64400000, 10, AddressScope::privateUse},  {0x7F000000, 8, AddressScope::loopback},
    {0xA9FE0000, 16, AddressScope::linkLocal},   {0xAC100000, 12, AddressScope::privateUse},
    {0xC0A80000, 16, AddressScope::privateUse},  {0xE0000000, 4, AddressScope::unspecified},
    {0xFFFFFFFF, 32, AddressScope::unspecified},
};

AddressScope scopeOf4(std::uint32_t address)
{
    for (const Block& block : blocks)
        if (within(address, block.network, block.bits))
            return block.scope;
    return AddressScope::publicUse;
}

AddressScope scopeOf6(const IpAddress& address)
{
    if (address.high == 0 && address.low <= 1)
        return address.low == 1 ? AddressScope::loopback : AddressScope::unspecified;
    const auto start = static_cast<std::uint32_t>(address.high >> 48U);
    if ((start & 0xFE00U) == 0xFC00U)
        return AddressScope::privateUse;
    if ((start & 0xFFC0U) == 0xFE80U)
        return AddressScope::linkLocal;
    return (start & 0xFF00U) == 0xFF00U ? AddressScope::unspecified : AddressScope::publicUse;
}

std::optional<unsigned> prefixLength(std::string_view text)
{
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return bits;
}

} // namespace

AddressScope scopeOf(std::string_view address)
{
    if (address.size() >= 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    const std::optional<IpAddress> parsed = ipAddressOf(address);
    if (!parsed)
        return AddressScope::notAnAddress;
    return parsed->v6 ? scopeOf6(*parsed) : scopeOf4(static_cast<std::uint32_t>(parsed->low));
}

AddressScope scopeOfRange(std::string_view cidr)
{
    const std::size_t slash = cidr.find('/');
    const std::string_view network = cidr.substr(0, slash);
    const AddressScope scope = scopeOf(network);
    if (slash == std::string_view::npos || scope == AddressScope::notAnAddress)
        return scope;
    const std::optional<unsigned> bits = prefixLength(cidr.substr(slash + 1));
    if (!bits)
        return AddressScope::notAnAddress;
    if (const auto address = ipAddressOf(network); address && !address->v6) {
        for (const Block& block : blocks)
            if (within(static_cast<std::uint32_t>(address->low), block.network, block.bits))
                return *bits >= block.bits ? block.scope : AddressScope::publicUse;
        return AddressScope::publicUse;
    }
    return *bits >= 10 ? scope : AddressScope::publicUse;
}

} // namespace bartizan::resolving
