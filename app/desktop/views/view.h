// SPDX-License-Identifier: GPL-3.0-or-later
// The base of everything that can stand in a tab or a dock. A view reads Session and ViewState and owns no other state;
// the window asks it to search and to copy, and shows its note beside its title.
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QWidget>

#include <utility>

namespace bartizan::desktop {

struct ViewContext {
    Session& session;
    ViewState& state;
};

class View : public QWidget {
    Q_OBJECT
public:
    View(const ViewContext& context, QWidget* parent);

    const QString& note() const { return m_note; } // "57", "2 | 1 | 3"; short
    virtual bool find() { return false; }          // Ctrl+Shift+F: the keyboard into the view's own filter
    virtual bool copy() { return false; }          // Ctrl+C: what is selected to the clipboard
    void bringUpToDate();                          // takes a snapshot that it put off

signals:
    void noteChanged();
    void said(const QString& sentence); // for the line at the foot of the window

protected:
    // Session::snapshot() is another one. Views are told one a turn of the event loop (Backlog), those on the screen first
    // and before any input is taken; a hidden view always before it is shown or anything is selected.
    virtual void takeSnapshot() {}
    virtual void followSelection() {}              // after it: what the state says is selected may be another
    bool sameInput() const { return m_sameInput; } // Session::sameInput() of all that is taken now

    void showEvent(QShowEvent* event) override;

    void setNote(const QString& note)
    {
        if (note == m_note)
            return;
        m_note = note;
        emit noteChanged();
    }

    Session& m_session;
    ViewState& m_state;

private:
    QString m_note;
    bool m_behind = false, m_sameInput = false;
};

} // namespace bartizan::desktop
