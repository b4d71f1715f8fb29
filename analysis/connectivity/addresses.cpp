// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/addresses.h"

#include "analysis/connectivity/intervals.h"
#include "model/ip_block.h"

#include <algorithm>
#include <array>
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

Address addressOf(const IpAddress& parsed)
{
    return {parsed.v6, parsed.high, parsed.low};
}

} // namespace

std::optional<AddressRange> blockOf(std::string_view cidr)
{
    const std::optional<IpBlock> block = ipBlockOf(cidr);
    return block ? std::optional(AddressRange{addressOf(block->first()), addressOf(block->last())}) : std::nullopt;
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

AddressSet insideIpv4()
{
    std::vector<AddressRange> blocks;
    for (const char* block : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"})
        blocks.push_back(*blockOf(block));
    return AddressSet::of(std::move(blocks));
}

AddressSet insideAddresses()
{
    AddressSet set = insideIpv4();
    for (const char* block : {"2000::/3", "fc00::/7"})
        set |= AddressSet(*blockOf(block));
    return set;
}

} // namespace bartizan::connectivity
