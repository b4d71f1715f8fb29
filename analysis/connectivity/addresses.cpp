// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/addresses.h"

#include "analysis/connectivity/intervals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace bartizan::connectivity {

// Found by intervals.h. The last IPv4 address has none in its family; it then equals no first address.
static Address successor(Address a)
{
    if (++a.low == 0)
        ++a.high;
    return a;
}

static Address predecessor(Address a)
{
    if (a.low-- == 0)
        --a.high;
    return a;
}

namespace {

constexpr std::uint64_t allBits = ~std::uint64_t{0};

std::optional<std::uint32_t> numberOf(std::string_view text, std::uint32_t most, int base = 10)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value > most)
        return std::nullopt;
    return value;
}

std::optional<Address> ipv4(std::string_view text)
{
    Address address;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = text.find('.');
        if ((dot == std::string_view::npos) != (part == 3))
            return std::nullopt;
        const std::string_view digits = text.substr(0, dot);
        const auto byte = numberOf(digits, 255);
        if (!byte || (digits.size() > 1 && digits.front() == '0')) // no octal guesses
            return std::nullopt;
        address.low = address.low << 8U | *byte;
        text.remove_prefix(dot == std::string_view::npos ? text.size() : dot + 1);
    }
    return address;
}

// Groups of one side of "::", each 16 bits; the last may be an IPv4 address.
bool groupsOf(std::string_view text, std::vector<std::uint32_t>& groups)
{
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
            const auto last = ipv4(group);
            if (!last)
                return false;
            groups.push_back(static_cast<std::uint32_t>(last->low >> 16U));
            groups.push_back(static_cast<std::uint32_t>(last->low & 0xFFFFU));
        } else {
            const auto value = group.size() <= 4 ? numberOf(group, 0xFFFF, 16) : std::nullopt;
            if (!value)
                return false;
            groups.push_back(*value);
        }
        if (colon == std::string_view::npos)
            break;
        text.remove_prefix(colon + 1);
        if (text.empty() || groups.size() > 8)
            return false;
    }
    return groups.size() <= 8;
}

std::optional<Address> ipv6(std::string_view text)
{
    std::vector<std::uint32_t> before, after;
    const std::size_t gap = text.find("::");
    if (!groupsOf(text.substr(0, gap), before))
        return std::nullopt;
    if (gap == std::string_view::npos) {
        if (before.size() != 8)
            return std::nullopt;
    } else if (!groupsOf(text.substr(gap + 2), after) || before.size() + after.size() > 7) {
        return std::nullopt;
    }
    before.resize(8 - after.size());
    before.insert(before.end(), after.begin(), after.end());
    Address address{true, 0, 0};
    for (std::size_t i = 0; i < 8; ++i)
        (i < 4 ? address.high : address.low) = (i < 4 ? address.high : address.low) << 16U | before[i];
    return address;
}

} // namespace

std::optional<AddressRange> blockOf(std::string_view cidr)
{
    const std::size_t slash = cidr.find('/');
    const std::string_view text = cidr.substr(0, slash);
    const bool v6 = text.find(':') != std::string_view::npos;
    const std::optional<Address> address = v6 ? ipv6(text) : ipv4(text);
    if (!address)
        return std::nullopt;
    const std::uint32_t bits = v6 ? 128 : 32;
    std::uint32_t length = bits;
    if (slash != std::string_view::npos) {
        const auto written = numberOf(cidr.substr(slash + 1), bits);
        if (!written)
            return std::nullopt;
        length = *written;
    }
    // The host part as two masks.
    const std::uint32_t host = bits - length;
    const std::uint64_t low = host >= 64 ? allBits : (std::uint64_t{1} << host) - 1;
    const std::uint64_t high = host <= 64 ? 0 : host == 128 ? allBits : (std::uint64_t{1} << (host - 64)) - 1;
    AddressRange range{*address, *address};
    range.first.low &= ~low;
    range.first.high &= ~high;
    range.last.low |= low;
    range.last.high |= high;
    return range;
}

AddressRange everyIpv4()
{
    return {{false, 0, 0}, {false, 0, 0xFFFFFFFF}};
}
AddressRange everyIpv6()
{
    return {{true, 0, 0}, {true, allBits, allBits}};
}

bool touch(const AddressRange& before, const AddressRange& after)
{
    return before.last.v6 == after.first.v6 && before.last < after.first && successor(before.last) == after.first;
}

std::string toText(const Address& address)
{
    char text[48];
    if (!address.v6) {
        std::snprintf(text, sizeof text, "%u.%u.%u.%u", static_cast<unsigned>(address.low >> 24U & 0xFFU),
                      static_cast<unsigned>(address.low >> 16U & 0xFFU), static_cast<unsigned>(address.low >> 8U & 0xFFU),
                      static_cast<unsigned>(address.low & 0xFFU));
        return text;
    }
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = static_cast<unsigned>((i < 4 ? address.high : address.low) >> (48U - 16U * (i % 4)) & 0xFFFFU);
    // RFC 5952: the longest run of at least two zero groups is left out, the first of equal ones.
    std::size_t gap = 8, length = 1;
    for (std::size_t i = 0; i < 8; ++i) {
        std::size_t end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > length) {
            gap = i;
            length = end - i;
        }
    }
    std::string result;
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == gap) {
            result += "::";
            i += length - 1;
            continue;
        }
        std::snprintf(text, sizeof text, "%x", groups[i]);
        if (!result.empty() && result.back() != ':')
            result += ':';
        result += text;
    }
    return result;
}

std::string toText(const AddressRange& range)
{
    return toText(range.first) + "-" + toText(range.last);
}

AddressSet AddressSet::everything()
{
    AddressSet all(everyIpv4());
    all.m_ranges.push_back(everyIpv6());
    return all;
}

AddressSet AddressSet::of(std::vector<AddressRange> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    AddressSet set;
    for (const AddressRange& range : ranges)
        intervals::append(set.m_ranges, range);
    return set;
}

bool AddressSet::contains(const Address& address) const
{
    const auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), address,
                                        [](const Address& a, const AddressRange& range) { return a < range.first; });
    return after != m_ranges.begin() && !((after - 1)->last < address);
}

bool AddressSet::contains(const AddressSet& other) const
{
    return intervals::contains(m_ranges, other.m_ranges);
}

AddressSet& AddressSet::operator|=(const AddressSet& other)
{
    m_ranges = intervals::united(m_ranges, other.m_ranges);
    return *this;
}
AddressSet& AddressSet::operator&=(const AddressSet& other)
{
    m_ranges = intervals::common(m_ranges, other.m_ranges);
    return *this;
}
AddressSet& AddressSet::operator-=(const AddressSet& other)
{
    m_ranges = intervals::without(m_ranges, other.m_ranges);
    return *this;
}

std::vector<AddressRange> cutAt(const std::vector<AddressSet>& sets)
{
    std::vector<Address> starts{everyIpv4().first, everyIpv6().first};
    for (const AddressSet& set : sets)
        for (const AddressRange& range : set.ranges()) {
            starts.push_back(range.first);
            if (range.last != everyIpv4().last && range.last != everyIpv6().last)
                starts.push_back(successor(range.last));
        }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<AddressRange> parts;
    parts.reserve(starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const bool lastOfFamily = i + 1 == starts.size() || starts[i + 1].v6 != starts[i].v6;
        parts.push_back({starts[i], !lastOfFamily  ? predecessor(starts[i + 1])
                                    : starts[i].v6 ? everyIpv6().last
                                                   : everyIpv4().last});
    }
    return parts;
}

} // namespace bartizan::connectivity
