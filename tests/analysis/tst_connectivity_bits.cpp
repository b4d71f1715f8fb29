// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of bits against vectors of bool, one member at a time: below, at and above the size of a chunk, sets that share
// chunks, and that what one set does is never seen by another.
#include "analysis/connectivity/bits.h"

#include "tests/support/bits.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <utility>

using Members = bartizan::test::Bits;
using bartizan::connectivity::Bits;
using bartizan::test::both;
using bartizan::test::butNot;
using bartizan::test::combined;
using bartizan::test::either;

namespace {

using Pair = std::pair<Bits, Members>;

Pair randomSet(std::mt19937& random, std::size_t bound)
{
    Pair made{Bits(bound), Members(bound)};
    const auto kind = static_cast<unsigned>(random() % 5);
    if (kind == 0) { // a few members
        for (auto i = random() % 8; i > 0; --i) {
            const std::size_t member = random() % bound;
            made.first.set(member);
            made.second[member] = true;
        }
    } else if (kind < 4) { // runs
        for (auto i = random() % 4 + 1; i > 0; --i) {
            const std::size_t first = random() % bound, last = std::min(bound, first + random() % (bound + 1));
            for (std::size_t member = first; member < last; ++member) {
                made.first.set(member);
                made.second[member] = true;
            }
        }
    } else {
        made.first.setAll(bound);
        made.second.assign(bound, true);
    }
    return made;
}

bool agree(const Pair& pair)
{
    Members members(pair.second.size());
    std::size_t last = 0;
    bool rising = true;
    pair.first.forEach([&](std::size_t i) {
        rising = rising && (i == 0 || i > last || (last == 0 && !members[0]));
        last = i;
        members[i] = true;
    });
    if (!rising || members != pair.second || pair.first.none() != (members == Members(members.size())))
        return false;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (pair.first.test(i) != pair.second[i])
            return false;
    return true;
}

} // namespace

class TestConnectivityBits : public QObject {
    Q_OBJECT
private slots:
    void operations_data();
    void operations();
    void sharedChunks();
};

void TestConnectivityBits::operations_data()
{
    QTest::addColumn<int>("bound");
    for (const int bound : {1, 63, 64, 65, 4095, 4096, 4097, 20000})
        QTest::addRow("%d", bound) << bound;
}

void TestConnectivityBits::operations()
{
    QFETCH(int, bound);
    std::mt19937 random(static_cast<unsigned>(bound));
    for (int i = 0; i < 60; ++i) {
        const Pair a = randomSet(random, static_cast<std::size_t>(bound)), b = randomSet(random, static_cast<std::size_t>(bound));
        QVERIFY(agree(a));
        Pair joined = a, met = a, without = a;
        joined.first |= b.first;
        joined.second = combined(a.second, b.second, either);
        met.first &= b.first;
        met.second = combined(a.second, b.second, both);
        without.first -= b.first;
        without.second = combined(a.second, b.second, butNot);
        QVERIFY(agree(joined));
        QCOMPARE(a.first.meets(b.first), !met.first.none());
        QVERIFY(agree(met));
        QVERIFY(agree(without));
        QVERIFY(agree(a)); // as it was
        QVERIFY(agree(b));
        QCOMPARE(a.first == b.first, a.second == b.second);
        Bits again(static_cast<std::size_t>(bound)); // the same members, made in another way
        for (std::size_t member = joined.second.size(); member-- > 0;)
            if (joined.second[member])
                again.set(member);
        QVERIFY(again == joined.first);
        QCOMPARE(again.hash(), joined.first.hash());
    }
}

void TestConnectivityBits::sharedChunks()
{
    Bits first(10000);
    first.set(5);
    first.set(9000);
    Bits second = first, third(10000);
    third |= first;
    second.set(6);
    third -= second;
    QVERIFY(first.test(5) && first.test(9000) && !first.test(6));
    QVERIFY(second.test(5) && second.test(6));
    QVERIFY(third.none());
    Bits full(10000);
    full.setAll(10000);
    Bits holed = full;
    holed -= first;
    QVERIFY(full.test(5) && !holed.test(5) && holed.test(4));
}

QTEST_APPLESS_MAIN(TestConnectivityBits)
#include "tst_connectivity_bits.moc"
