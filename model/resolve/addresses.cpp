// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/addresses.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

namespace bartizan::resolving {
namespace {

std::optional<std::uint32_t> ipv4(const std::string& text)
{
    in_addr address{};
    if (inet_pton(AF_INET, text.c_str(), &address) != 1)
        return std::nullopt;
    return ntohl(address.s_addr);
}

std::optional<std::array<std::uint8_t, 16>> ipv6(const std::string& text)
{
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1)
        return std::nullopt;
    return bytes;
}

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

AddressScope scopeOf6(const std::array<std::uint8_t, 16>& bytes)
{
    bool zeros = true;
    for (std::size_t i = 0; i < 15; ++i)
        zeros = zeros && bytes[i] == 0;
    if (zeros && bytes[15] <= 1)
        return bytes[15] == 1 ? AddressScope::loopback : AddressScope::unspecified;
    if ((bytes[0] & 0xFE) == 0xFC)
        return AddressScope::privateUse;
    if (bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80)
        return AddressScope::linkLocal;
    return bytes[0] == 0xFF ? AddressScope::unspecified : AddressScope::publicUse;
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
    if (address.size() > 45)
        return AddressScope::notAnAddress;
    const std::string text(address);
    if (const auto v4 = ipv4(text))
        return scopeOf4(*v4);
    if (const auto v6 = ipv6(text))
        return scopeOf6(*v6);
    return AddressScope::notAnAddress;
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
    if (const auto v4 = ipv4(std::string(network))) {
        for (const Block& block : blocks)
            if (within(*v4, block.network, block.bits))
                return *bits >= block.bits ? block.scope : AddressScope::publicUse;
        return AddressScope::publicUse;
    }
    return *bits >= 10 ? scope : AddressScope::publicUse;
}

} // namespace bartizan::resolving
