// SPDX-License-Identifier: GPL-3.0-or-later
// A shared value: copies hold the same until one is changed, and the others never notice.
#include "model/shared.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace bartizan;

class SharedTest : public QObject {
    Q_OBJECT
private slots:
    void copiesShareUntilOneIsChanged()
    {
        const std::vector<std::string> value{"a", "b"};
        Shared<std::vector<std::string>> first(value);
        Shared<std::vector<std::string>> second = first;
        QCOMPARE(&*first, &*second);
        second.change().push_back("c");
        QCOMPARE(*first, value);
        QCOMPARE(second->size(), std::size_t(3));
        QVERIFY(&*first != &*second);
    }

    void nothingIsAnEmptyValue()
    {
        Shared<std::string> none;
        QVERIFY(none->empty());
        QVERIFY(none == Shared<std::string>(std::string()));
        Shared<std::string> other = none;
        other.change() = "x";
        QVERIFY(none->empty());
        QVERIFY(!(none == other));
    }

    void equalByWhatTheyHold()
    {
        const Shared<std::string> a(std::string("same")), b(std::string("same")), c(std::string("other"));
        QVERIFY(a == b);
        QVERIFY(!(a == c));
    }
};

QTEST_GUILESS_MAIN(SharedTest)
#include "tst_shared.moc"
