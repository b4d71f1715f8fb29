// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/source_view.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "diagram/fonts.h"

#include <QTextBlock>
#include <QVBoxLayout>

namespace bartizan::desktop {

SourceView::SourceView(const ViewContext& context, QWidget* parent, unsigned around)
    : View(context, parent), m_around(around), m_title(new QLabel(this)), m_text(new QPlainTextEdit(this))
{
    m_title->hide(); // until there is something to name
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(diagram::codeFont(12));
    m_text->setAccessibleName(tr("Source lines"));
    m_text->setPlaceholderText(tr("Choose a piece of evidence to see its lines here."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_title->setContentsMargins(10, 6, 10, 6);
    m_text->setFrameShape(QFrame::NoFrame);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    connect(&m_state, &ViewState::evidenceChanged, this, &SourceView::evidenceChanged);
}

void SourceView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_shown)
        mark(*m_shown);
    View::changeEvent(event);
}

void SourceView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    if (m_stale)
        read();
}

bool SourceView::copy()
{
    if (!m_text->textCursor().hasSelection())
        return false;
    m_text->copy();
    return true;
}

void SourceView::evidenceChanged()
{
    m_reading.cancel();
    m_shown.reset();
    m_citedLine = 0;
    m_title->clear();
    m_text->clear();
    m_text->setExtraSelections({});
    m_stale = true;
    if (isVisible())
        read();
}

void SourceView::read()
{
    m_stale = false;
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_state.evidence().valid())
        return;
    m_title->show();
    m_title->setText(tr("Reading…"));
    m_reading.start(
        [snapshot, evidence = m_state.evidence(), around = m_around](std::stop_token stop) {
            return app::excerpt(snapshot->model().inventory, evidence, around, JobControl{std::move(stop), {}});
        },
        [this](const Reading& found) { show(found); });
}

void SourceView::show(const Reading& found)
{
    if (!found) {
        m_title->setText(shown(found.error().message));
        return;
    }
    m_shown = *found;
    QString title = shown(found->path);
    if (m_state.evidence().line > 0)
        title += QStringLiteral("  ") + tr("line %1").arg(m_state.evidence().line);
    if (found->changed)
        title += QStringLiteral("  ") + tr("(changed since it was imported: read it again with Ctrl+R)");
    m_title->setText(title);
    QStringList lines;
    for (const app::ExcerptLine& line : found->lines)
        lines << QStringLiteral("%1  %2").arg(line.number, 5).arg(shown(line.text));
    m_text->setPlainText(lines.join(QLatin1Char('\n')));
    mark(*found);
    for (const app::ExcerptLine& line : found->lines)
        if (line.cited && m_citedLine == 0)
            m_citedLine = static_cast<int>(line.number);
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(static_cast<int>(found->firstCited))));
    m_text->centerCursor();
}

void SourceView::mark(const app::Excerpt& found)
{
    const diagram::Theme& theme = shownTheme();
    QList<QTextEdit::ExtraSelection> marks;
    for (std::size_t i = 0; i < found.lines.size(); ++i) {
        if (!found.lines[i].cited)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(static_cast<int>(i)));
        mark.format.setBackground(theme.codeHi);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    m_text->setExtraSelections(marks);
}

} // namespace bartizan::desktop
