// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that prove a statement, with line numbers and the cited lines marked; secrets are masked before they get
// here (app/source_excerpt.h). Reads off the GUI thread, and only while it can be seen; shows plain text only. The whole
// file is read when asked for; a search looks through what is shown.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/views/view.h"
#include "app/desktop/widgets/chip.h"
#include "app/desktop/widgets/code_view.h"
#include "app/source_excerpt.h"

#include <QLabel>
#include <QLineEdit>

#include <optional>

namespace bartizan::desktop {

class SourceView final : public View {
    Q_OBJECT
public:
    // `around`: lines before and after the cited ones. Few of them: a detail of another view, without a bar.
    SourceView(const ViewContext& context, QWidget* parent, unsigned around = 40);
    QString text() const { return m_text->toPlainText(); }
    QString title() const { return m_title->text(); }
    int citedLine() const { return m_citedLine; } // 1-based line of the file, 0 = none
    CodeView* code() const { return m_text; }
    QLineEdit* findField() const { return m_find; }
    Chip* wholeFile() const { return m_whole; }
    bool find() override;
    bool copy() override; // what is selected, or the cited lines

protected:
    void followSelection() override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Reading = Result<app::Excerpt>;

    void makeBar(QWidget* bar);
    void evidenceChanged();
    void read();
    void show(const Reading& found);
    void look();
    void closeFind();

    std::optional<app::CitedFile> earlierFile() const; // of evidence of the compared state

    unsigned m_around;
    std::optional<app::CitedFile> m_earlier; // that is shown
    bool m_stale = false;                    // the evidence changed while nobody looked
    QLabel* m_title;
    CodeView* m_text;
    QWidget* m_findBar;
    QLineEdit* m_find;
    QLabel* m_found;
    Chip* m_whole;
    LatestJob<Reading> m_reading;
    int m_citedLine = 0;
};

} // namespace bartizan::desktop
