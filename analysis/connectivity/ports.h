// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection may be: TCP, UDP and SCTP by destination port (1 to 65535), other IP protocols as a whole.
// Kubernetes API: networking.k8s.io/v1 NetworkPolicyPort; protocol numbers: IANA.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::connectivity {

enum class Protocol { tcp, udp, sctp };
constexpr std::size_t protocolCount = 3;
const char* toWord(Protocol);                         // "TCP"
const char* toWord(const std::optional<Protocol>&);   // "ANY" for none
std::optional<Protocol> protocolOf(std::string_view); // "TCP", as the API writes it

struct PortRange { // both ends included
    std::uint32_t first = 1, last = 65535;
    friend auto operator<=>(const PortRange&, const PortRange&) = default;
};

class PortSet {
public:
    PortSet() = default; // nothing
    static PortSet everything();
    static PortSet of(Protocol, PortRange);      // what of it lies in 1 to 65535
    static PortSet ofOther(std::uint8_t number); // an IP protocol without ports: 1 ICMP, 58 ICMPv6

    bool empty() const;
    bool isEverything() const; // every port of the three, whatever other protocols
    bool contains(const PortSet&) const;
    const std::vector<PortRange>& ports(Protocol p) const { return m_ports[static_cast<std::size_t>(p)]; } // sorted, apart
    const std::bitset<256>& others() const { return m_others; }

    PortSet& operator|=(const PortSet&);
    PortSet& operator&=(const PortSet&);
    PortSet& operator-=(const PortSet&);
    friend PortSet operator|(PortSet a, const PortSet& b) { return a |= b; }
    friend PortSet operator&(PortSet a, const PortSet& b) { return a &= b; }
    friend PortSet operator-(PortSet a, const PortSet& b) { return a -= b; }
    friend bool operator==(const PortSet&, const PortSet&) = default;
    friend bool operator<(const PortSet& a, const PortSet& b);
    std::size_t hash() const;
    friend std::vector<PortSet> cutAt(const std::vector<PortSet>& sets);

private:
    std::array<std::vector<PortRange>, protocolCount> m_ports;
    std::bitset<256> m_others;
};

// "all", "TCP 80,443,8000-8999; UDP 53", "nothing". Other protocols are named ("ICMP", "protocol 47") only where the rest is
// not all.
std::string toText(const PortSet&);

// The sets cut into disjoint parts, each wholly in or out of every one; together they are everything. In their order: what
// the first set lacks, then what it has; within each the same by the second set, and so on.
std::vector<PortSet> cutAt(const std::vector<PortSet>& sets);

} // namespace bartizan::connectivity
