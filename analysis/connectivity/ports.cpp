// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/ports.h"

#include "analysis/connectivity/intervals.h"

#include <algorithm>

namespace bartizan::connectivity {

namespace {

constexpr PortRange everyPort{1, 65535};

std::string otherName(std::size_t number)
{
    switch (number) {
    case 1:
        return "ICMP";
    case 58:
        return "ICMPv6";
    case 136:
        return "UDPLite";
    default:
        return "protocol " + std::to_string(number);
    }
}

} // namespace

const char* toWord(Protocol protocol)
{
    return protocol == Protocol::tcp ? "TCP" : protocol == Protocol::udp ? "UDP" : "SCTP";
}

const char* toWord(const std::optional<Protocol>& protocol)
{
    return protocol ? toWord(*protocol) : "ANY";
}

std::optional<Protocol> protocolOf(std::string_view word)
{
    for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp})
        if (word == toWord(protocol))
            return protocol;
    return std::nullopt;
}

PortSet PortSet::everything()
{
    PortSet all;
    for (auto& ports : all.m_ports)
        ports = {everyPort};
    all.m_others.set();
    for (const std::size_t withPorts : {6U, 17U, 132U})
        all.m_others.reset(withPorts);
    return all;
}

PortSet PortSet::of(Protocol protocol, PortRange range)
{
    PortSet set;
    if (range.first <= range.last)
        set.m_ports[static_cast<std::size_t>(protocol)] = {range};
    return set;
}

PortSet PortSet::ofOther(std::uint8_t number)
{
    PortSet set;
    set.m_others.set(number);
    return set;
}

bool PortSet::empty() const
{
    return m_others.none() && std::all_of(m_ports.begin(), m_ports.end(), [](const auto& ports) { return ports.empty(); });
}

bool PortSet::isEverything() const
{
    return std::all_of(m_ports.begin(), m_ports.end(),
                       [](const auto& ports) { return ports.size() == 1 && ports.front() == everyPort; });
}

bool PortSet::contains(const PortSet& other) const
{
    for (std::size_t i = 0; i < protocolCount; ++i)
        if (!intervals::contains(m_ports[i], other.m_ports[i]))
            return false;
    return (other.m_others & ~m_others).none();
}

PortSet& PortSet::operator|=(const PortSet& other)
{
    for (std::size_t i = 0; i < protocolCount; ++i)
        m_ports[i] = intervals::united(m_ports[i], other.m_ports[i]);
    m_others |= other.m_others;
    return *this;
}
PortSet& PortSet::operator&=(const PortSet& other)
{
    for (std::size_t i = 0; i < protocolCount; ++i)
        m_ports[i] = intervals::common(m_ports[i], other.m_ports[i]);
    m_others &= other.m_others;
    return *this;
}
PortSet& PortSet::operator-=(const PortSet& other)
{
    for (std::size_t i = 0; i < protocolCount; ++i)
        m_ports[i] = intervals::without(m_ports[i], other.m_ports[i]);
    m_others &= ~other.m_others;
    return *this;
}

bool operator<(const PortSet& a, const PortSet& b)
{
    return a.m_ports != b.m_ports ? a.m_ports < b.m_ports : a.m_others.to_string() < b.m_others.to_string();
}

std::size_t PortSet::hash() const
{
    std::size_t mix = std::hash<std::bitset<256>>()(m_others);
    for (const auto& ports : m_ports) {
        for (const PortRange& range : ports)
            mix = (mix ^ (std::size_t{range.first} << 16U | range.last)) * 0x9E3779B97F4A7C15U;
        mix = mix * 0x9E3779B97F4A7C15U + 1;
    }
    return mix;
}

std::string toText(const PortSet& set)
{
    if (set.empty())
        return "nothing";
    if (set.isEverything())
        return "all";
    std::string text;
    for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp}) {
        const auto& ports = set.ports(protocol);
        if (ports.empty())
            continue;
        text += (text.empty() ? "" : "; ") + std::string(toWord(protocol));
        if (ports.front() == everyPort)
            continue;
        for (const PortRange& range : ports) {
            text += (&range == &ports.front() ? " " : ",") + std::to_string(range.first);
            if (range.last != range.first)
                text += "-" + std::to_string(range.last);
        }
    }
    const std::bitset<256> every = PortSet::everything().others();
    if (set.others() == every)
        return text + (text.empty() ? "" : "; ") + "other protocols";
    for (std::size_t i = 0; i < 256; ++i)
        if (set.others()[i])
            text += (text.empty() ? "" : "; ") + otherName(i);
    return text;
}

std::vector<PortSet> cutAt(const std::vector<PortSet>& sets)
{
    std::vector<PortSet> parts{PortSet::everything()};
    for (const PortSet& set : sets) {
        std::vector<PortSet> next;
        next.reserve(parts.size() + 1);
        for (const PortSet& part : parts) {
            PortSet in = part & set;
            if (in.empty() || in == part) {
                next.push_back(part);
                continue;
            }
            next.push_back(part - set);
            next.push_back(std::move(in));
        }
        parts = std::move(next);
    }
    return parts;
}

} // namespace bartizan::connectivity
