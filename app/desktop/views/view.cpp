// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/view.h"

namespace bartizan::desktop {

View::View(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_session(context.session), m_state(context.state), m_behind(context.session.snapshot() != nullptr)
{
    connect(&m_session, &Session::finished, this, [this] {
        m_sameInput = m_session.sameInput() && (m_sameInput || !m_behind);
        m_behind = true;
        m_state.backlog().add(isVisible() ? Turn::seen : Turn::later, this, [this] { bringUpToDate(); });
    });
    connect(&m_session, &Session::reviewNoted, this, [this] { m_sameInput = m_sameInput || !m_behind; });
}

void View::bringUpToDate()
{
    if (!std::exchange(m_behind, false))
        return;
    takeSnapshot();
    followSelection();
}

void View::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    bringUpToDate();
}

} // namespace bartizan::desktop
