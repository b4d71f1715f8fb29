// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of addresses: what is read and written (RFC 4632, RFC 4291, RFC 5952), and the laws of sets, checked against
// vectors of bits over a small universe that holds the ends of each family and the carry between halves of IPv6.
#include "analysis/connectivity/addresses.h"
#include "tests/support/bits.h"
#include "tests/support/random_world.h"

#include <QtTest>

#include <arpa/inet.h>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test;

namespace {

constexpr std::uint64_t all64 = ~std::uint64_t(0);

Address v4(std::uint64_t value)
{
    return {false, 0, value};
}
Address v6(std::uint64_t high, std::uint64_t low)
{
    return {true, high, low};
}

// Five stretches of 24 neighbouring addresses: both ends of each family, and where the lower half of IPv6 overflows.
constexpr std::size_t stretch = 24;
const std::vector<Address>& universe()
{
    static const std::vector<Address> addresses = [] {
        std::vector<Address> result;
        for (std::uint64_t i = 0; i < stretch; ++i)
            result.push_back(v4(i));
        for (std::uint64_t i = 0; i < stretch; ++i)
            result.push_back(v4(0xffffffffU - (stretch - 1) + i));
        for (std::uint64_t i = 0; i < stretch; ++i)
            result.push_back(v6(0, i));
        for (std::uint64_t i = 0; i < stretch; ++i)
            result.push_back(i < 12 ? v6(5, all64 - 11 + i) : v6(6, i - 12));
        for (std::uint64_t i = 0; i < stretch; ++i)
            result.push_back(v6(all64, all64 - (stretch - 1) + i));
        return result;
    }();
    return addresses;
}

struct Sample {
    AddressSet set;
    Bits bits;
};

Sample randomAddresses(Random& random)
{
    Sample sample{{}, Bits(universe().size())};
    for (std::size_t i = random.below(7); i > 0; --i) {
        const std::size_t base = random.below(5) * stretch;
        std::size_t first = base + random.below(stretch);
        std::size_t last = base + random.below(stretch);
        if (last < first)
            std::swap(first, last);
        sample.set |= AddressSet(AddressRange{universe()[first], universe()[last]});
        for (std::size_t bit = first; bit <= last; ++bit)
            sample.bits[bit] = true;
    }
    return sample;
}

Bits bitsOf(const AddressSet& set)
{
    Bits bits;
    for (const Address& address : universe())
        bits.push_back(set.contains(address));
    return bits;
}

bool follows(const Address& a, const Address& b) // b is the next address after a
{
    if (a.v6 != b.v6)
        return false;
    return a.low == all64 ? b.low == 0 && b.high == a.high + 1 : b.high == a.high && b.low == a.low + 1;
}

bool inOrder(const std::vector<AddressRange>& ranges, bool apart) // sorted and disjoint; `apart`: and never adjacent
{
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (ranges[i].first.v6 != ranges[i].last.v6 || ranges[i].last < ranges[i].first)
            return false;
        if (i > 0 && (!(ranges[i - 1].last < ranges[i].first) || (apart && follows(ranges[i - 1].last, ranges[i].first))))
            return false;
    }
    return true;
}

} // namespace

class TestConnectivitySets : public QObject {
    Q_OBJECT
private slots:
    void blocks_data();
    void blocks();
    void noBlocks_data();
    void noBlocks();
    void addressTexts_data();
    void addressTexts();
    void addressTextsAsTheLibraryWritesThem();
    void addressLaws();
    void addressEverything();
    void cutAddresses();
};

void TestConnectivitySets::blocks_data()
{
    QTest::addColumn<QByteArray>("cidr");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    const auto row = [](const char* cidr, const char* first, const char* last) {
        QTest::newRow(cidr) << QByteArray(cidr) << QByteArray(first) << QByteArray(last);
    };
    row("0.0.0.0/0", "0.0.0.0", "255.255.255.255");
    row("10.0.0.0/8", "10.0.0.0", "10.255.255.255");
    row("10.1.2.3/8", "10.0.0.0", "10.255.255.255"); // bits beyond the prefix
    row("10.1.2.3/32", "10.1.2.3", "10.1.2.3");
    row("10.1.2.3", "10.1.2.3", "10.1.2.3");
    row("10.1.2.3/31", "10.1.2.2", "10.1.2.3");
    row("255.255.255.255/1", "128.0.0.0", "255.255.255.255");
    row("192.168.128.0/17", "192.168.128.0", "192.168.255.255");
    row("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("::1/128", "::1", "::1");
    row("::1", "::1", "::1");
    row("2001:db8::/32", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
    row("2001:DB8::AB/120", "2001:db8::", "2001:db8::ff");
    row("2001:db8:0:1::/64", "2001:db8:0:1::", "2001:db8:0:1:ffff:ffff:ffff:ffff");
    row("2001:db8:0:1::/63", "2001:db8::", "2001:db8:0:1:ffff:ffff:ffff:ffff");
    row("2001:db8::8000:0:0:0/65", "2001:db8:0:0:8000::", "2001:db8::ffff:ffff:ffff:ffff");
    row("1:2:3:4:5:6:7:8/127", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:9");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0");
    row("64:ff9b::192.0.2.33/128", "64:ff9b::c000:221", "64:ff9b::c000:221"); // RFC 4291, 2.2
    row("8000::/1", "8000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
}

void TestConnectivitySets::blocks()
{
    QFETCH(QByteArray, cidr);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    const std::optional<AddressRange> range = blockOf(cidr.toStdString());
    QVERIFY(range);
    const auto bytes = [](const Address& address) { // network order, as inet_pton gives them
        QByteArray result;
        for (int i = 0; i < 8 && address.v6; ++i)
            result += static_cast<char>((address.high >> (56 - 8 * i)) & 255);
        for (int i = address.v6 ? 0 : 4; i < 8; ++i)
            result += static_cast<char>((address.low >> (56 - 8 * i)) & 255);
        return result;
    };
    const bool isV6 = cidr.contains(':');
    for (const auto& [text, address] : {std::pair(first, range->first), std::pair(last, range->last)}) {
        QByteArray expected(isV6 ? 16 : 4, '\0');
        QCOMPARE(::inet_pton(isV6 ? AF_INET6 : AF_INET, text.constData(), expected.data()), 1);
        QCOMPARE(address.v6, isV6);
        QCOMPARE(bytes(address).toHex(), expected.toHex());
    }
}

void TestConnectivitySets::noBlocks_data()
{
    QTest::addColumn<QByteArray>("cidr");
    for (const char* cidr : {"",
                             "/",
                             "/8",
                             "a",
                             "10.0.0.0/",
                             "10.0.0.0/33",
                             "10.0.0.0/-1",
                             "10.0.0.0/+8",
                             "10.0.0.0/8/8",
                             "10.0.0.0/a",
                             "10.0.0/8",
                             "10",
                             "10.0.0.0.0/8",
                             "256.0.0.0/8",
                             "10..0.0/8",
                             ".10.0.0.0/8",
                             "10.0.0.0./8",
                             "10.0.0.1000",
                             "-1.0.0.0",
                             " 10.0.0.0/8",
                             "10.0.0.0/8 ",
                             "10.0.0.0 /8",
                             "10.0.0.0/ 8",
                             "10.0.0.0/4294967304",
                             "10.0.0.0/18446744073709551624",
                             "0x0a.0.0.0/8",
                             ":",
                             ":::",
                             ":::1",
                             "1::2::3/64",
                             "2001:db8::/129",
                             "2001:db8::/",
                             "2001:db8",
                             "2001:db8:/32",
                             ":2001:db8::/32",
                             "12345::/16",
                             "g::/16",
                             "1:2:3:4:5:6:7/64",
                             "1:2:3:4:5:6:7:8:9/64",
                             "1:2:3:4:5:6:7:8::/64",
                             "fe80::1%eth0/64",
                             "[::1]/128",
                             "::256.0.0.1/128",
                             "1:2:3:4:5:6:7:1.2.3.4/128",
                             "10.0.0.0-10.0.0.9",
                             "example.com",
                             "10.0.0.0/8,11.0.0.0/8"})
        QTest::newRow(*cidr ? cidr : "nothing") << QByteArray(cidr);
    QTest::newRow("a zero byte in the address") << QByteArray("10.0.0.0\0/8", 11);
    QTest::newRow("a zero byte at the end") << QByteArray("10.0.0.0/8\0", 11);
    QTest::newRow("very long") << QByteArray(100000, '1');
    QTest::newRow("very many groups") << QByteArray("1:").repeated(50000);
}

void TestConnectivitySets::noBlocks()
{
    QFETCH(QByteArray, cidr);
    QVERIFY(!blockOf(cidr.toStdString()));
}

void TestConnectivitySets::addressTexts_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* written, const char* text) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(text);
    };
    row("10.0.0.0", "10.0.0.0");
    row("255.255.255.255", "255.255.255.255");
    // RFC 5952, section 4: no leading zeros, the longest run of zeros, the first of equal ones, never one group alone,
    // lower case.
    row("2001:0db8::0001", "2001:db8::1");
    row("2001:db8:0:0:0:0:2:1", "2001:db8::2:1");
    row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
    row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    row("2001:DB8::ABCD", "2001:db8::abcd");
    row("0:0:0:0:0:0:0:0", "::");
    row("0:0:0:0:0:0:0:1", "::1");
    row("1:0:0:0:0:0:0:0", "1::");
    row("0:1:2:3:4:5:6:7", "0:1:2:3:4:5:6:7");
    row("0:0:2:3:4:5:6:7", "::2:3:4:5:6:7");
    row("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::");
    row("1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0");
}

void TestConnectivitySets::addressTexts()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, text);
    const std::optional<AddressRange> range = blockOf(written.toStdString());
    QVERIFY(range);
    QCOMPARE(toText(range->first), text.toStdString());
    QCOMPARE(toText(everyIpv4()), std::string("0.0.0.0-255.255.255.255"));
    QCOMPARE(toText(everyIpv6()), std::string("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
}

void TestConnectivitySets::addressTextsAsTheLibraryWritesThem()
{
    Random random(11);
    for (int i = 0; i < 2000; ++i) {
        Address address{true, 0, 0};
        unsigned char bytes[16] = {};
        for (unsigned group = 0; group < 8; ++group) {
            // The first group is not zero: forms with an embedded IPv4 address are another matter.
            const std::uint64_t value = group > 0 && random.chance(60) ? 0 : 1 + random.below(65535);
            (group < 4 ? address.high : address.low) |= value << (48 - 16 * (group % 4));
            bytes[2 * group] = static_cast<unsigned char>(value >> 8);
            bytes[2 * group + 1] = static_cast<unsigned char>(value & 255);
        }
        char expected[INET6_ADDRSTRLEN] = {};
        QVERIFY(::inet_ntop(AF_INET6, bytes, expected, sizeof expected));
        QCOMPARE(toText(address), std::string(expected));
        QVERIFY(blockOf(toText(address)) == (AddressRange{address, address}));
        const Address small = v4(random.below(std::size_t(1) << 32));
        QVERIFY(blockOf(toText(small)) == (AddressRange{small, small}));
    }
}

void TestConnectivitySets::addressLaws()
{
    Random random(12);
    for (int i = 0; i < 3000; ++i) {
        const Sample a = randomAddresses(random), b = randomAddresses(random);
        QVERIFY(inOrder(a.set.ranges(), true));
        QVERIFY(bitsOf(a.set) == a.bits);
        AddressSet joined = a.set, shared = a.set, left = a.set;
        joined |= b.set;
        shared &= b.set;
        left -= b.set;
        for (const auto& [set, bits] :
             {std::pair(joined, combined(a.bits, b.bits, either)), std::pair(shared, combined(a.bits, b.bits, both)),
              std::pair(left, combined(a.bits, b.bits, butNot))}) {
            QVERIFY(inOrder(set.ranges(), true));
            QVERIFY(bitsOf(set) == bits);
            QCOMPARE(set.empty(), bits == Bits(bits.size()));
        }
        QCOMPARE(a.set == b.set, a.bits == b.bits);
        QCOMPARE(a.set.contains(b.set), isSubset(b.bits, a.bits));
        QVERIFY(joined.contains(a.set) && joined.contains(b.set) && a.set.contains(shared) && a.set.contains(left));
        // What was taken apart comes together again, in one form.
        left |= shared;
        QVERIFY(left == a.set);
        AddressSet others = AddressSet::everything();
        others -= a.set;
        for (const Address& address : universe())
            QCOMPARE(others.contains(address), !a.set.contains(address));
        AddressSet again = AddressSet::everything();
        again -= others;
        QVERIFY(again == a.set);
        AddressSet self = a.set;
        const AddressSet& same = self;
        self |= same;
        QVERIFY(self == a.set);
        self &= same;
        QVERIFY(self == a.set);
        self -= same;
        QVERIFY(self.empty());
    }
}

void TestConnectivitySets::addressEverything()
{
    const AddressSet everything = AddressSet::everything();
    QCOMPARE(everything.ranges().size(), std::size_t(2)); // the families never touch
    QVERIFY(everything.ranges()[0] == everyIpv4());
    QVERIFY(everything.ranges()[1] == everyIpv6());
    QVERIFY(everyIpv4() == blockOf("0.0.0.0/0"));
    QVERIFY(everyIpv6() == blockOf("::/0"));
    QVERIFY(AddressSet().empty());
    QVERIFY(everything.contains(AddressSet()));
    QVERIFY(AddressSet().contains(AddressSet()));
    QVERIFY(!AddressSet().contains(v4(0)));
    AddressSet halves(*blockOf("0.0.0.0/1"));
    halves |= AddressSet(*blockOf("128.0.0.0/1"));
    QVERIFY(halves == AddressSet(everyIpv4()));
    AddressSet carried(AddressRange{v6(1, all64), v6(1, all64)});
    carried |= AddressSet(AddressRange{v6(2, 0), v6(2, 0)});
    QCOMPARE(carried.ranges().size(), std::size_t(1));
    carried -= AddressSet(AddressRange{v6(2, 0), v6(2, 0)});
    QVERIFY(carried == AddressSet(AddressRange{v6(1, all64), v6(1, all64)}));
}

void TestConnectivitySets::cutAddresses()
{
    const std::vector<AddressRange> whole = cutAt(std::vector<AddressSet>{});
    QCOMPARE(whole.size(), std::size_t(2));
    Random random(13);
    for (int i = 0; i < 500; ++i) {
        std::vector<AddressSet> sets;
        for (std::size_t count = random.below(5); count > 0; --count)
            sets.push_back(randomAddresses(random).set);
        const std::vector<AddressRange> ranges = cutAt(sets);
        QVERIFY(inOrder(ranges, false));
        AddressSet covered;
        for (std::size_t range = 0; range < ranges.size(); ++range) {
            covered |= AddressSet(ranges[range]);
            bool differs = false; // from the one before: a border of some set lies between
            for (const AddressSet& set : sets) {
                AddressSet shared = set;
                shared &= AddressSet(ranges[range]);
                QVERIFY(shared.empty() || shared == AddressSet(ranges[range]));
                differs = differs || (range > 0 && set.contains(ranges[range - 1].last) != set.contains(ranges[range].first));
            }
            QVERIFY(range == 0 || differs || !follows(ranges[range - 1].last, ranges[range].first));
        }
        QVERIFY(covered == AddressSet::everything());
    }
}

QTEST_GUILESS_MAIN(TestConnectivitySets)
#include "tst_connectivity_sets.moc"
