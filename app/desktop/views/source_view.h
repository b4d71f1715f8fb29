// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that prove a statement, with line numbers and the cited lines marked; secrets are masked before they get
// here (app/source_excerpt.h). Reads off the GUI thread, and only while it can be seen; shows plain text only.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/views/view.h"
#include "app/source_excerpt.h"

#include <QLabel>
#include <QPlainTextEdit>

#include <optional>

namespace bartizan::desktop {

class SourceView final : public View {
    Q_OBJECT
public:
    // `around`: lines before and after the cited ones.
    SourceView(const ViewContext& context, QWidget* parent, unsigned around = 40);
    QString text() const { return m_text->toPlainText(); }
    QString title() const { return m_title->text(); }
    int citedLine() const { return m_citedLine; } // 1-based line of the file, 0 = none
    bool copy() override;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    using Reading = Result<app::Excerpt>;

    void evidenceChanged();
    void read();
    void show(const Reading& found);
    void mark(const app::Excerpt& found);

    unsigned m_around;
    bool m_stale = false; // the evidence changed while nobody looked
    QLabel* m_title;
    QPlainTextEdit* m_text;
    LatestJob<Reading> m_reading;
    std::optional<app::Excerpt> m_shown;
    int m_citedLine = 0;
};

} // namespace bartizan::desktop
