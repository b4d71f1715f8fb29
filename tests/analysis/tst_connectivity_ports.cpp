// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of ports: the laws of sets, checked against vectors of bits over a small universe that holds both ends of the
// ports and a few other protocols; their order, their parts, their texts.
#include "analysis/connectivity/ports.h"
#include "tests/support/bits.h"
#include "tests/support/random_world.h"

#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test;

namespace {

// Ports 1 to 40, all from 41 to 65494 as one point, and 65495 to 65535.
constexpr std::size_t points = 82;
std::uint32_t firstPort(std::size_t point)
{
    return static_cast<std::uint32_t>(point <= 40 ? point + 1 : 65495 + point - 41);
}
std::uint32_t lastPort(std::size_t point)
{
    return point == 40 ? 65494 : firstPort(point);
}
const std::vector<std::uint8_t>& otherProtocols()
{
    static const std::vector<std::uint8_t> numbers{1, 2, 47, 58, 255};
    return numbers;
}
constexpr std::size_t portBits = points * protocolCount + 5;

struct PortSample {
    PortSet set;
    Bits bits;
};

PortSample randomPorts(Random& random)
{
    PortSample sample{{}, Bits(portBits)};
    for (std::size_t i = random.below(7); i > 0; --i) {
        const std::size_t protocol = random.below(protocolCount);
        std::size_t first = random.below(points);
        std::size_t last = random.chance(70) ? std::min(points - 1, first + random.below(5)) : random.below(points);
        if (last < first)
            std::swap(first, last);
        sample.set |= PortSet::of(static_cast<Protocol>(protocol), {firstPort(first), lastPort(last)});
        for (std::size_t point = first; point <= last; ++point)
            sample.bits[protocol * points + point] = true;
    }
    if (random.chance(40)) {
        const std::size_t other = random.below(otherProtocols().size());
        sample.set |= PortSet::ofOther(otherProtocols()[other]);
        sample.bits[points * protocolCount + other] = true;
    }
    return sample;
}

Bits bitsOf(const PortSet& set)
{
    Bits bits;
    for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp})
        for (std::size_t point = 0; point < points; ++point) {
            const bool first = contains(set, {protocol, firstPort(point)});
            if (first != contains(set, {protocol, lastPort(point)}))
                return {}; // equal to no sample
            bits.push_back(first);
        }
    for (const std::uint8_t number : otherProtocols())
        bits.push_back(contains(set, {std::nullopt, number}));
    return bits;
}

bool inOrder(const PortSet& set)
{
    for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp}) {
        const std::vector<PortRange>& ranges = set.ports(protocol);
        for (std::size_t i = 0; i < ranges.size(); ++i)
            if (ranges[i].first < 1 || ranges[i].last > 65535 || ranges[i].last < ranges[i].first ||
                (i > 0 && ranges[i].first <= ranges[i - 1].last + 1))
                return false;
    }
    return true;
}

PortSet tcp(std::uint32_t first, std::uint32_t last)
{
    return PortSet::of(Protocol::tcp, {first, last});
}

} // namespace

class TestConnectivityPorts : public QObject {
    Q_OBJECT
private slots:
    void protocols();
    void portLaws();
    void portEverything();
    void portOrder();
    void cutPorts();
    void portTexts();
};

void TestConnectivityPorts::protocols()
{
    for (const auto& [word, protocol] :
         {std::pair("TCP", Protocol::tcp), std::pair("UDP", Protocol::udp), std::pair("SCTP", Protocol::sctp)}) {
        QVERIFY(protocolOf(word) == protocol);
        QCOMPARE(std::string(toWord(protocol)), std::string(word));
    }
    for (const char* word : {"", "tcp", "Tcp", "ICMP", "6", "TCP "})
        QVERIFY(!protocolOf(word));
}

void TestConnectivityPorts::portLaws()
{
    Random random(14);
    for (int i = 0; i < 3000; ++i) {
        const PortSample a = randomPorts(random), b = randomPorts(random);
        QVERIFY(inOrder(a.set));
        QVERIFY(bitsOf(a.set) == a.bits);
        const PortSet joined = a.set | b.set, shared = a.set & b.set, left = a.set - b.set;
        QVERIFY(inOrder(joined) && bitsOf(joined) == combined(a.bits, b.bits, either));
        QVERIFY(inOrder(shared) && bitsOf(shared) == combined(a.bits, b.bits, both));
        QVERIFY(inOrder(left) && bitsOf(left) == combined(a.bits, b.bits, butNot));
        QCOMPARE(left.empty(), isSubset(a.bits, b.bits));
        QCOMPARE(a.set == b.set, a.bits == b.bits);
        QCOMPARE((a.set < b.set) + (b.set < a.set) + (a.set == b.set), 1); // an order
        QCOMPARE(a.set.contains(b.set), isSubset(b.bits, a.bits));
        QVERIFY((left | shared) == a.set);
        QCOMPARE((left | shared).hash(), a.set.hash());
        QVERIFY(PortSet::everything() - (PortSet::everything() - a.set) == a.set);
        QVERIFY((a.set | a.set) == a.set && (a.set & a.set) == a.set && (a.set - a.set).empty());
        QVERIFY((PortSet::everything() & a.set) == a.set);
        PortSet self = a.set;
        const PortSet& same = self;
        self |= same;
        self &= same;
        QVERIFY(self == a.set);
        self -= same;
        QVERIFY(self.empty());
    }
}

void TestConnectivityPorts::portEverything()
{
    const PortSet everything = PortSet::everything();
    QVERIFY(everything.isEverything() && !everything.empty());
    for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp})
        QVERIFY(everything.ports(protocol) == std::vector<PortRange>({{1, 65535}}));
    for (const std::uint8_t number : otherProtocols())
        QVERIFY(everything.contains(PortSet::ofOther(number)));
    QVERIFY(PortSet().empty() && !PortSet().isEverything() && everything.contains(PortSet()) && PortSet().contains(PortSet()));
    PortSet ports = tcp(1, 80);
    ports |= tcp(81, 65535);
    QVERIFY(ports == tcp(1, 65535)); // neighbours are one
    QVERIFY(!ports.isEverything());
    ports |= PortSet::of(Protocol::udp, {}) | PortSet::of(Protocol::sctp, {});
    QVERIFY(ports.isEverything()); // whatever other protocols
    QVERIFY(!ports.contains(PortSet::ofOther(1)));
    QVERIFY(!(everything - PortSet::of(Protocol::sctp, {65535, 65535})).isEverything());
    QVERIFY((everything - PortSet::ofOther(1)).isEverything());
    QVERIFY(!PortSet::ofOther(47).empty());
}

void TestConnectivityPorts::portOrder()
{
    Random random(15);
    std::vector<PortSet> sets;
    for (int i = 0; i < 60; ++i)
        sets.push_back(randomPorts(random).set);
    for (const PortSet& a : sets)
        for (const PortSet& b : sets) {
            QCOMPARE(int(a < b) + int(b < a), a == b ? 0 : 1);
            for (const PortSet& c : sets)
                QVERIFY(!(a < b && b < c) || a < c);
        }
}

void TestConnectivityPorts::cutPorts()
{
    const std::vector<PortSet> whole = cutAt(std::vector<PortSet>{});
    QVERIFY(whole == std::vector<PortSet>({PortSet::everything()}));
    Random random(16);
    for (int i = 0; i < 300; ++i) {
        std::vector<PortSet> sets;
        for (std::size_t count = random.below(5); count > 0; --count)
            sets.push_back(randomPorts(random).set);
        PortSet covered;
        for (const PortSet& part : cutAt(sets)) {
            QVERIFY(!part.empty() && (covered & part).empty());
            covered |= part;
            for (const PortSet& set : sets)
                QVERIFY((set & part).empty() || set.contains(part));
        }
        QVERIFY(covered == PortSet::everything());
    }
    // What a set lacks comes before what it has; what is outside the ports is no part.
    const PortSet wide = tcp(80, 90), narrow = tcp(85, 95);
    const std::vector<PortSet> parts = cutAt(std::vector<PortSet>{wide, narrow, PortSet::of(Protocol::udp, {0, 70000})});
    QCOMPARE(parts.size(), std::size_t(5));
    QVERIFY(parts[1] == PortSet::of(Protocol::udp, {1, 65535}));
    QVERIFY(parts[2] == tcp(91, 95));
    QVERIFY(parts[3] == tcp(80, 84));
    QVERIFY(parts[4] == tcp(85, 90));
}

void TestConnectivityPorts::portTexts()
{
    QCOMPARE(toText(PortSet()), std::string("nothing"));
    QCOMPARE(toText(PortSet::everything()), std::string("all"));
    QCOMPARE(toText(PortSet::everything() - PortSet::ofOther(1)), std::string("all"));
    PortSet ports = tcp(8000, 8999) | tcp(80, 80) | tcp(443, 443);
    QCOMPARE(toText(ports), std::string("TCP 80,443,8000-8999"));
    ports |= PortSet::of(Protocol::udp, {53, 53});
    QCOMPARE(toText(ports), std::string("TCP 80,443,8000-8999; UDP 53"));
    QCOMPARE(toText(tcp(80, 80) | tcp(81, 81)), std::string("TCP 80-81"));
    QCOMPARE(toText(PortSet::of(Protocol::sctp, {9, 9})), std::string("SCTP 9"));
    const std::string others = toText(tcp(80, 80) | PortSet::ofOther(1) | PortSet::ofOther(47));
    QVERIFY2(others.rfind("TCP 80", 0) == 0 && others.find("ICMP") != std::string::npos &&
                 others.find("protocol 47") != std::string::npos,
             others.c_str());
    QCOMPARE(toText(PortSet::ofOther(1)), std::string("ICMP"));
}

QTEST_GUILESS_MAIN(TestConnectivityPorts)
#include "tst_connectivity_ports.moc"
