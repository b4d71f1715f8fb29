// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ip_block.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <string>

namespace bartizan {

namespace {

constexpr std::size_t longestAddress = 45; // IPv6 with an IPv4 address at its end
constexpr std::size_t longestPrefix = 3;
constexpr std::uint64_t allBits = ~std::uint64_t{0};

unsigned width(const IpAddress& address)
{
    return address.v6 ? 128 : 32;
}

// The host part of a block as two masks.
struct Host {
    std::uint64_t high = 0, low = 0;
};
Host hostOf(const IpBlock& block)
{
    const unsigned host = width(block.written) - block.bits;
    const auto ones = [](unsigned count) { return count >= 64 ? allBits : (std::uint64_t{1} << count) - 1; };
    return {host > 64 ? ones(host - 64) : 0, ones(host)};
}

} // namespace

IpAddress IpBlock::first() const
{
    const Host host = hostOf(*this);
    return {written.v6, written.high & ~host.high, written.low & ~host.low};
}

IpAddress IpBlock::last() const
{
    const Host host = hostOf(*this);
    return {written.v6, written.high | host.high, written.low | host.low};
}

std::optional<IpAddress> ipAddressOf(std::string_view text)
{
    if (text.size() > longestAddress || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    const std::string whole(text);
    std::array<std::uint8_t, 16> bytes{};
    IpAddress address;
    address.v6 = whole.find(':') != std::string::npos;
    if (inet_pton(address.v6 ? AF_INET6 : AF_INET, whole.c_str(), bytes.data()) != 1)
        return std::nullopt;
    for (std::size_t i = 0; i < (address.v6 ? 16U : 4U); ++i) {
        std::uint64_t& half = address.v6 && i < 8 ? address.high : address.low;
        half = half << 8U | bytes[i];
    }
    return address;
}

std::optional<IpBlock> cidrOf(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::optional<IpAddress> address = ipAddressOf(text.substr(0, slash));
    const std::string_view length = text.substr(slash + 1);
    IpBlock block;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), block.bits);
    if (!address || length.size() > longestPrefix || error != std::errc() || end != length.data() + length.size() ||
        block.bits > width(*address))
        return std::nullopt;
    block.written = *address;
    return block;
}

std::optional<IpBlock> ipBlockOf(std::string_view text)
{
    if (text.find('/') != std::string_view::npos)
        return cidrOf(text);
    const std::optional<IpAddress> address = ipAddressOf(text);
    return address ? std::optional(IpBlock{*address, width(*address)}) : std::nullopt;
}

bool within(const IpBlock& inner, const IpBlock& outer)
{
    return inner.written.v6 == outer.written.v6 && outer.first() <= inner.first() && inner.last() <= outer.last();
}

bool strictlyWithin(const IpBlock& inner, const IpBlock& outer)
{
    return inner.bits > outer.bits && within(inner, outer);
}

} // namespace bartizan
