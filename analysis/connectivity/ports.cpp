// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/ports.h"

#include "analysis/connectivity/intervals.h"

#include <algorithm>
#include <utility>

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
    range = {std::max(range.first, everyPort.first), std::min(range.last, everyPort.last)};
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
    if (a.m_ports != b.m_ports)
        return a.m_ports < b.m_ports;
    const std::bitset<256> differing = a.m_others ^ b.m_others;
    if (differing.none())
        return false;
    std::size_t highest = differing.size() - 1;
    while (!differing.test(highest))
        --highest;
    return b.m_others.test(highest);
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

namespace {

using Starts = std::array<std::vector<std::uint32_t>, protocolCount>;

// Where stretches of ports begin that no set cuts, and at the end of each list the first number behind all ports.
Starts startsOf(const std::vector<PortSet>& sets)
{
    Starts starts;
    const auto sort = [](std::vector<std::uint32_t>& numbers) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    };
    for (std::size_t protocol = 0; protocol < protocolCount; ++protocol) {
        std::vector<std::uint32_t>& own = starts[protocol];
        own = {everyPort.first, everyPort.last + 1};
        for (const PortSet& set : sets) {
            for (const PortRange& range : set.ports(static_cast<Protocol>(protocol)))
                own.insert(own.end(), {range.first, range.last + 1});
            if (own.size() > 4 * std::size_t{everyPort.last}) // equal ones do not pile up
                sort(own);
        }
        sort(own);
    }
    return starts;
}

struct Part {
    std::size_t size = 0;  // stretches
    std::size_t taken = 0; // of which the set in hand has so many
    std::size_t next = 0;  // in order; itself: it is the last
    std::size_t split = 0; // where those go
};

// Numbers of stretches: of the three protocols in turn, then of the other 256.
std::vector<std::size_t> stretchesOf(const PortSet& set, const Starts& starts)
{
    std::vector<std::size_t> found;
    std::size_t first = 0;
    for (std::size_t protocol = 0; protocol < protocolCount; ++protocol) {
        const std::vector<std::uint32_t>& own = starts[protocol];
        for (const PortRange& range : set.ports(static_cast<Protocol>(protocol)))
            for (auto at = std::lower_bound(own.begin(), own.end(), range.first); *at <= range.last; ++at)
                found.push_back(first + static_cast<std::size_t>(at - own.begin()));
        first += own.size() - 1;
    }
    const std::bitset<256> others = set.others() & PortSet::everything().others();
    for (std::size_t number = 0; number < others.size(); ++number)
        if (others[number])
            found.push_back(first + number);
    return found;
}

} // namespace

// Each set is asked once for its stretches: of a part of which it has some but not all, those become a part behind it. So
// time grows with the stretches of all sets, not with the parts times the sets.
std::vector<PortSet> cutAt(const std::vector<PortSet>& sets)
{
    const Starts starts = startsOf(sets);
    const std::vector<std::size_t> all = stretchesOf(PortSet::everything(), starts);
    std::vector<Part> parts{{all.size(), 0, 0, 0}};
    std::vector<std::size_t> partOf(all.back() + 1, 0), touched;
    for (const PortSet& set : sets) {
        const std::vector<std::size_t> taken = stretchesOf(set, starts);
        touched.clear();
        for (const std::size_t stretch : taken)
            if (parts[partOf[stretch]].taken++ == 0)
                touched.push_back(partOf[stretch]);
        for (const std::size_t id : touched) {
            const std::size_t count = std::exchange(parts[id].taken, 0), made = parts.size();
            parts[id].split = count == parts[id].size ? id : made;
            if (count == parts[id].size)
                continue;
            parts[id].size -= count;
            const std::size_t next = std::exchange(parts[id].next, made);
            parts.push_back({count, 0, next == id ? made : next, made});
        }
        for (const std::size_t stretch : taken)
            partOf[stretch] = parts[partOf[stretch]].split;
    }

    std::vector<std::size_t> place(parts.size()); // in the order of parts
    for (std::size_t id = 0, count = 0; count < parts.size(); id = parts[id].next)
        place[id] = count++;
    std::vector<PortSet> result(parts.size());
    std::size_t first = 0;
    for (std::size_t protocol = 0; protocol < protocolCount; ++protocol) {
        const std::vector<std::uint32_t>& own = starts[protocol];
        for (std::size_t i = 0; i + 1 < own.size(); ++i)
            intervals::append(result[place[partOf[first + i]]].m_ports[protocol], PortRange{own[i], own[i + 1] - 1});
        first += own.size() - 1;
    }
    for (const std::size_t stretch : all)
        if (stretch >= first)
            result[place[partOf[stretch]]].m_others.set(stretch - first);
    return result;
}

} // namespace bartizan::connectivity
