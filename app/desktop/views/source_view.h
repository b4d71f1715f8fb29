// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that prove a statement, with line numbers and the cited lines marked; secrets are masked before they get
// here (app/source_excerpt.h). Shows plain text only.
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QWidget>

namespace bartizan::desktop {

class SourceView final : public QWidget {
    Q_OBJECT
public:
    SourceView(Session& session, ViewState& state, QWidget* parent = nullptr);
    void setDark(bool dark);
    QString text() const { return m_text->toPlainText(); }
    QString title() const { return m_title->text(); }
    int citedLine() const { return m_citedLine; } // 1-based line of the file, 0 = none

private:
    void evidenceChanged();

    Session& m_session;
    ViewState& m_state;
    QLabel* m_title;
    QPlainTextEdit* m_text;
    int m_citedLine = 0;
    bool m_dark = false;
};

} // namespace bartizan::desktop
