// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/backlog.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

namespace {

bool isInput(const QEvent& event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ShortcutOverride:
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
        return true;
    case QEvent::MouseMove:
        return static_cast<const QMouseEvent&>(event).buttons() != Qt::NoButton;
    default:
        return false;
    }
}

} // namespace

Backlog::Backlog()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &Backlog::next);
}

void Backlog::add(Turn turn, QObject* owner, std::function<void()> work)
{
    m_pieces[static_cast<std::size_t>(turn)].push_back({owner, std::move(work)});
    watchInput();
    if (!m_held)
        m_timer.start();
}

bool Backlog::runFirst(Turn last)
{
    for (std::size_t turn = 0; turn <= static_cast<std::size_t>(last); ++turn) {
        if (m_pieces[turn].empty())
            continue;
        const Piece piece = std::move(m_pieces[turn].front());
        m_pieces[turn].pop_front(); // first: the piece may ask for finish() itself
        watchInput();
        if (piece.owner)
            piece.work();
        return true;
    }
    return false;
}

bool Backlog::empty() const
{
    return std::all_of(m_pieces.begin(), m_pieces.end(), [](const auto& pieces) { return pieces.empty(); });
}

void Backlog::finish()
{
    while (runFirst(Turn::later)) {
    }
    m_timer.stop();
}

void Backlog::next()
{
    runFirst(Turn::later);
    if (!empty())
        m_timer.start();
}

void Backlog::hold()
{
    m_held = true;
    m_timer.stop();
}

void Backlog::release()
{
    m_held = false;
    if (!empty())
        m_timer.start();
}

void Backlog::watchInput()
{
    const bool behind = !m_pieces[0].empty() || !m_pieces[1].empty();
    if (behind == m_watching)
        return;
    m_watching = behind;
    if (behind)
        QCoreApplication::instance()->installEventFilter(this);
    else
        QCoreApplication::instance()->removeEventFilter(this);
}

bool Backlog::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(*event))
        while (runFirst(Turn::shown)) {
        }
    return QObject::eventFilter(watched, event);
}

} // namespace bartizan::desktop
