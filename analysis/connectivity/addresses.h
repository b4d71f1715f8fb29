// SPDX-License-Identifier: GPL-3.0-or-later
// IP addresses as sets of ranges. IPv4 comes before IPv6; the two never touch. CIDR blocks: RFC 4632, RFC 4291.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::connectivity {

struct Address {
    bool v6 = false;
    std::uint64_t high = 0, low = 0; // IPv4: in the lower half of `low`
    friend auto operator<=>(const Address&, const Address&) = default;
};

struct AddressRange { // both ends included, of one family
    Address first, last;
    friend auto operator<=>(const AddressRange&, const AddressRange&) = default;
};

// "10.0.0.0/8", "2001:db8::/32", also a single address. Bits beyond the prefix are dropped, as the API server does.
// None where it is neither.
std::optional<AddressRange> blockOf(std::string_view cidr);

AddressRange everyIpv4();
AddressRange everyIpv6();

bool touch(const AddressRange& before, const AddressRange& after); // `after` begins where `before` ends, in one family

std::string toText(const Address&);      // "10.0.0.0", "2001:db8::1" (RFC 5952)
std::string toText(const AddressRange&); // "10.0.0.0-10.255.255.255"

class AddressSet {
public:
    AddressSet() = default;
    AddressSet(AddressRange range) : m_ranges{range} {} // NOLINT(google-explicit-constructor): a range is a set
    static AddressSet everything();
    static AddressSet of(std::vector<AddressRange>); // in any order; they may overlap

    bool empty() const { return m_ranges.empty(); }
    bool contains(const Address&) const;
    bool contains(const AddressSet&) const;
    const std::vector<AddressRange>& ranges() const { return m_ranges; } // sorted, disjoint, never adjacent

    AddressSet& operator|=(const AddressSet&);
    AddressSet& operator&=(const AddressSet&);
    AddressSet& operator-=(const AddressSet&);
    friend bool operator==(const AddressSet&, const AddressSet&) = default;

private:
    std::vector<AddressRange> m_ranges;
};

// Where pods and Services may have their addresses: private use and shared blocks (RFC 1918, RFC 6598, RFC 4193) and, since
// clouds give pods global ones, the global unicast block of IPv6 (RFC 4291).
AddressSet insideIpv4();
AddressSet insideAddresses(); // of both families

// Cuts everything at the borders of all `sets`: disjoint ranges that cover both families, each of which is wholly in or
// wholly out of every set. Sorted.
std::vector<AddressRange> cutAt(const std::vector<AddressSet>& sets);

} // namespace bartizan::connectivity
