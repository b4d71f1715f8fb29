// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/view_slot.h"

#include <QVBoxLayout>

namespace bartizan::desktop {

ViewSlot::ViewSlot(const ViewRow& row, const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_row(row), m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

View* ViewSlot::view()
{
    if (!m_view) {
        m_view = m_row.make(m_context, this);
        layout()->addWidget(m_view);
        setFocusProxy(m_view);
        emit viewMade(m_view);
    }
    m_view->bringUpToDate();
    return m_view;
}

QString ViewSlot::tabText() const
{
    return m_view && !m_view->note().isEmpty() ? title() + QStringLiteral("  ") + m_view->note() : title();
}

void ViewSlot::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // Its own turn: the first picture of a window does not wait for every dock.
    if (!m_view)
        m_context.state.backlog().add(Turn::later, this, [this] { view(); });
}

} // namespace bartizan::desktop
