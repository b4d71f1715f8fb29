// SPDX-License-Identifier: GPL-3.0-or-later
// Work of the GUI thread that can wait until there is time: one piece a turn of the event loop, so that painting comes
// between. Pieces run turn by turn, and within a turn in the order they came. What is on the screen never takes input
// while it is behind: the pieces before Turn::later run at once when a key or a mouse button is pressed. finish() runs what
// is left, for callers that need everybody up to date.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <deque>
#include <functional>

namespace bartizan::desktop {

enum class Turn { seen, shown, later }; // views on the screen; what waits until these are right; everything else

class Backlog final : public QObject {
    Q_OBJECT
public:
    Backlog();

    void add(Turn turn, QObject* owner, std::function<void()> work); // dropped with its owner
    void finish();
    void hold(); // nothing runs by itself until release(): a window wants to be seen first
    void release();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the application, while the screen is behind

private:
    static constexpr std::size_t turns = 3;

    void next();
    bool runFirst(Turn last); // the first piece, unless it belongs to a turn after `last`; true when one ran
    bool empty() const;
    void watchInput();

    struct Piece {
        QPointer<QObject> owner;
        std::function<void()> work;
    };
    std::array<std::deque<Piece>, turns> m_pieces;
    QTimer m_timer;
    bool m_held = false, m_watching = false;
};

} // namespace bartizan::desktop
