// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/backlog.h"

#include <utility>

namespace bartizan::desktop {

Backlog::Backlog()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { next(); });
}

void Backlog::add(QObject* owner, std::function<void()> work)
{
    m_pieces.push_back({owner, std::move(work)});
    if (!m_held)
        m_timer.start();
}

void Backlog::runFirst()
{
    const Piece piece = std::move(m_pieces.front());
    m_pieces.pop_front(); // first: the piece may ask for finish() itself
    if (piece.owner)
        piece.work();
}

void Backlog::finish()
{
    while (!m_pieces.empty())
        runFirst();
    m_timer.stop();
}

void Backlog::next()
{
    if (!m_pieces.empty())
        runFirst();
    if (!m_pieces.empty())
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
    if (!m_pieces.empty())
        m_timer.start();
}

} // namespace bartizan::desktop
