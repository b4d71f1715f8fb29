// SPDX-License-Identifier: GPL-3.0-or-later
// The two texts of an Evidence: copies share one block and compare by what they say, whichever thread drops them.
#include "model/evidence.h"

#include <QtTest>

#include <string>
#include <thread>
#include <type_traits>
#include <vector>

using namespace bartizan;

static_assert(std::is_nothrow_move_constructible_v<Evidence> && std::is_nothrow_move_assignable_v<Evidence>);
static_assert(std::is_nothrow_copy_constructible_v<Evidence>);

namespace {

Evidence quoting(std::string_view pointer, std::string_view text)
{
    Evidence evidence;
    evidence.quote(pointer, text);
    return evidence;
}

} // namespace

class TestQuote : public QObject {
    Q_OBJECT
private slots:
    void holdsBoth_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << QByteArray() << QByteArray();
        QTest::newRow("pointer") << QByteArray("/spec") << QByteArray();
        QTest::newRow("text") << QByteArray() << QByteArray("name: web");
        QTest::newRow("both") << QByteArray("/metadata/name") << QByteArray("name: ä");
        QTest::newRow("zero bytes") << QByteArray("/a\0b", 4) << QByteArray("\0", 1);
        QTest::newRow("long") << QByteArray(70'000, '/') << QByteArray(5'000, 'x');
    }

    void holdsBoth()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, text);
        const std::string_view wantedPointer(pointer.data(), static_cast<std::size_t>(pointer.size())),
            wantedText(text.data(), static_cast<std::size_t>(text.size()));
        const Evidence evidence = quoting(wantedPointer, wantedText);
        QVERIFY(evidence.pointer() == wantedPointer);
        QVERIFY(evidence.text() == wantedText);
        QVERIFY(evidence == quoting(wantedPointer, wantedText));
        QCOMPARE(evidence == Evidence{}, pointer.isEmpty() && text.isEmpty());
    }

    void comparesBothTexts()
    {
        QVERIFY(!(quoting("/a", "b") == quoting("/a", "c")));
        QVERIFY(!(quoting("/a", "b") == quoting("/", "ab"))); // the same bytes, cut elsewhere
        Evidence elsewhere = quoting("/a", "b");
        elsewhere.line = 1;
        QVERIFY(!(elsewhere == quoting("/a", "b")));
    }

    void copiesShareAndStayAsTheyWere()
    {
        Evidence first = quoting("/a", "b");
        Evidence copy = first;
        QVERIFY(copy.text().data() == first.text().data());
        first.quote("/c", "d");
        QVERIFY(copy == quoting("/a", "b"));
        QVERIFY(first == quoting("/c", "d"));

        Evidence moved = std::move(copy);
        QVERIFY(moved == quoting("/a", "b"));
        copy = moved;
        QVERIFY(copy == moved);
        Evidence& itself = copy;
        copy = itself;
        QVERIFY(copy == moved);
        copy = {};
        QVERIFY(copy.text().empty() && moved.text() == "b");
    }

    void takesViewsOfItself()
    {
        Evidence evidence = quoting("/metadata/name", "name: web");
        evidence.quote(evidence.pointer(), evidence.text().substr(0, 4));
        QVERIFY(evidence == quoting("/metadata/name", "name"));
        evidence.quote(evidence.text(), evidence.pointer());
        QVERIFY(evidence == quoting("name", "/metadata/name"));
        evidence.quote({}, {});
        QVERIFY(evidence == Evidence{});
    }

    void copiesAreMadeAndDroppedInAnyThread()
    {
        const Evidence shared = quoting("/a", "a text that every thread copies");
        std::vector<std::thread> threads;
        std::vector<int> wrong(4, 0);
        for (std::size_t i = 0; i < wrong.size(); ++i)
            threads.emplace_back([mine = shared, &bad = wrong[i]] {
                for (int round = 0; round < 2'000; ++round) {
                    const std::vector<Evidence> copies(8, mine);
                    bad += copies.back() == mine ? 0 : 1;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong, std::vector<int>(4, 0));
        QVERIFY(shared.text() == "a text that every thread copies");
    }
};

QTEST_GUILESS_MAIN(TestQuote)
#include "tst_quote.moc"
