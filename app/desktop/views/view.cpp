// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/view.h"

namespace bartizan::desktop {

View::View(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_session(context.session), m_state(context.state), m_behind(context.session.snapshot() != nullptr)
{
    connect(&m_session, &Session::finished, this, [this] {
        m_behind = true;
        if (isVisible() || m_session.sameInput())
            bringUpToDate();
        else
            m_state.backlog().add(this, [this] { bringUpToDate(); });
    });
}

void View::bringUpToDate()
{
    if (!std::exchange(m_behind, false))
        return;
    takeSnapshot();
}

void View::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    bringUpToDate();
}

} // namespace bartizan::desktop
