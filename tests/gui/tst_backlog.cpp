// SPDX-License-Identifier: GPL-3.0-or-later
// Work that waits: what is on the screen first, one piece a turn, and all of the screen before any input.
#include "app/desktop/backlog.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QWidget>
#include <QtTest>

using namespace bartizan::desktop;

class BacklogTest : public QObject {
    Q_OBJECT
private:
    Backlog* m_backlog = nullptr;
    QStringList m_done;

    void add(Turn turn, const QString& name)
    {
        m_backlog->add(turn, this, [this, name] { m_done << name; });
    }

private slots:
    void init()
    {
        m_backlog = new Backlog;
        m_done.clear();
    }
    void cleanup() { delete std::exchange(m_backlog, nullptr); }

    void theScreenComesFirst()
    {
        add(Turn::later, QStringLiteral("hidden"));
        add(Turn::shown, QStringLiteral("cover"));
        add(Turn::seen, QStringLiteral("a"));
        add(Turn::seen, QStringLiteral("b"));
        QTRY_COMPARE(m_done,
                     QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("cover"), QStringLiteral("hidden")}));
    }

    void onePieceATurn()
    {
        int most = 0, before = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] {
            most = std::max(most, static_cast<int>(m_done.size()) - before);
            before = static_cast<int>(m_done.size());
        });
        beat.start(0);
        for (int i = 0; i < 20; ++i)
            add(i % 2 == 0 ? Turn::seen : Turn::later, QString::number(i));
        QTRY_COMPARE(m_done.size(), 20);
        QVERIFY2(most <= 2, qPrintable(QString::number(most))); // two timers of 0 ms may take turns in either order
    }

    void inputFindsTheScreenRight_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("waits");
        QTest::newRow("key") << static_cast<int>(QEvent::KeyPress) << true;
        QTest::newRow("mouse") << static_cast<int>(QEvent::MouseButtonPress) << true;
        QTest::newRow("mouse let go") << static_cast<int>(QEvent::MouseButtonRelease) << true;
        QTest::newRow("drag") << static_cast<int>(QEvent::MouseMove) << true;
        QTest::newRow("shortcut") << static_cast<int>(QEvent::ShortcutOverride) << true;
        QTest::newRow("paint") << static_cast<int>(QEvent::UpdateRequest) << false;
    }
    void inputFindsTheScreenRight()
    {
        QFETCH(int, type);
        QFETCH(bool, waits);
        add(Turn::later, QStringLiteral("hidden"));
        add(Turn::seen, QStringLiteral("seen"));
        add(Turn::shown, QStringLiteral("cover"));
        QWidget widget;
        const auto kind = static_cast<QEvent::Type>(type);
        if (kind == QEvent::KeyPress || kind == QEvent::ShortcutOverride) {
            QKeyEvent key(kind, Qt::Key_A, Qt::NoModifier);
            QCoreApplication::sendEvent(&widget, &key);
        } else if (kind == QEvent::MouseButtonPress || kind == QEvent::MouseButtonRelease || kind == QEvent::MouseMove) {
            QMouseEvent mouse(kind, QPointF(), QPointF(), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&widget, &mouse);
        } else {
            QEvent other(static_cast<QEvent::Type>(type));
            QCoreApplication::sendEvent(&widget, &other);
        }
        QCOMPARE(m_done, waits ? QStringList({QStringLiteral("seen"), QStringLiteral("cover")}) : QStringList());
    }

    void aHeldOneWaits()
    {
        m_backlog->hold();
        add(Turn::later, QStringLiteral("hidden"));
        add(Turn::seen, QStringLiteral("seen"));
        QTest::qWait(20);
        QVERIFY(m_done.isEmpty());
        m_backlog->release();
        QTRY_COMPARE(m_done.size(), 2);
    }

    void ownersTakeTheirWorkAlong()
    {
        {
            QObject owner;
            m_backlog->add(Turn::seen, &owner, [this] { m_done << QStringLiteral("gone"); });
        }
        add(Turn::later, QStringLiteral("left"));
        m_backlog->finish();
        QCOMPARE(m_done, QStringList{QStringLiteral("left")});
    }

    void aPieceMayFinishTheRest()
    {
        m_backlog->add(Turn::seen, this, [this] {
            m_done << QStringLiteral("first");
            m_backlog->finish();
        });
        add(Turn::later, QStringLiteral("second"));
        QTRY_COMPARE(m_done, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    }
};

QTEST_MAIN(BacklogTest)
#include "tst_backlog.moc"
