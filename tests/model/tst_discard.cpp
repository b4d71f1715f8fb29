// SPDX-License-Identifier: GPL-3.0-or-later
// What is discarded is freed, by another thread, and once.
#include "model/discard.h"

#include <QtTest>

#include <future>
#include <thread>

using namespace bartizan;

namespace {

struct Tells {
    explicit Tells(std::promise<std::thread::id>& promise) : gone(&promise) {}
    Tells(Tells&& other) noexcept : gone(std::exchange(other.gone, nullptr)) {}
    ~Tells()
    {
        if (gone)
            gone->set_value(std::this_thread::get_id()); // twice would throw, and end the program
    }
    std::promise<std::thread::id>* gone;
};

} // namespace

class DiscardTest : public QObject {
    Q_OBJECT
private slots:
    void freedElsewhere()
    {
        std::promise<std::thread::id> gone;
        discard(Tells(gone));
        QVERIFY(gone.get_future().get() != std::this_thread::get_id());
    }

    void lastOwnerDoesNotWait()
    {
        std::promise<std::thread::id> gone;
        auto made = makeDiscardable<Tells>(gone);
        auto other = made;
        made.reset();
        QVERIFY(other->gone);
        other.reset();
        QVERIFY(gone.get_future().get() != std::this_thread::get_id());
    }

    void sharedStays()
    {
        const auto shared = std::make_shared<int>(7);
        freeLater(shared);
        freeLater(nullptr);
        QCOMPARE(*shared, 7);
    }
};

QTEST_GUILESS_MAIN(DiscardTest)
#include "tst_discard.moc"
