// SPDX-License-Identifier: GPL-3.0-or-later
// Work of the GUI thread that can wait until there is time: one piece a turn of the event loop, so that input and
// painting come between. Pieces run in the order they came; finish() runs what is left at once, for callers that need
// everybody up to date.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>

namespace bartizan::desktop {

class Backlog final {
public:
    Backlog();

    void add(QObject* owner, std::function<void()> work); // dropped with its owner
    void finish();
    void hold(); // nothing runs by itself until release(): a window wants to be seen first
    void release();

private:
    void next();
    void runFirst();

    struct Piece {
        QPointer<QObject> owner;
        std::function<void()> work;
    };
    std::deque<Piece> m_pieces;
    QTimer m_timer;
    bool m_held = false;
};

} // namespace bartizan::desktop
