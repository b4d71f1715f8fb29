// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a view in a tab or a dock. The view is made when it is first seen or asked for, so that a window is on
// screen before all of its views are there.
#pragma once

#include "app/desktop/views/registry.h"

#include <QWidget>

namespace bartizan::desktop {

class ViewSlot final : public QWidget {
    Q_OBJECT
public:
    ViewSlot(const ViewRow& row, const ViewContext& context, QWidget* parent);

    View* view();                         // never null; up to date
    View* made() const { return m_view; } // null = not yet
    QString title() const { return viewTitle(m_row); }
    QString tabText() const; // the title, and the note of a view that is made

signals:
    void viewMade(bartizan::desktop::View* view);

protected:
    void showEvent(QShowEvent* event) override;

private:
    const ViewRow& m_row;
    ViewContext m_context;
    View* m_view = nullptr;
};

} // namespace bartizan::desktop
