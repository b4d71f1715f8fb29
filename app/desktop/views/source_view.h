// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that prove a statement, with line numbers and the cited lines marked; secrets are masked before they get
// here (app/source_excerpt.h). Reads off the GUI thread; shows plain text only.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"
#include "app/source_excerpt.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QWidget>

#include <optional>

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
    using Reading = Result<app::Excerpt>;

    void evidenceChanged();
    void show(const Reading& found);
    void mark(const app::Excerpt& found);

    Session& m_session;
    ViewState& m_state;
    QLabel* m_title;
    QPlainTextEdit* m_text;
    LatestJob<Reading> m_reading;
    std::optional<app::Excerpt> m_shown;
    int m_citedLine = 0;
    bool m_dark = false;
};

} // namespace bartizan::desktop
