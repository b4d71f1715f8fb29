// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/code_view.h"

#include "app/desktop/palette.h"
#include "diagram/fonts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int rule = 3;                   // px, beside cited lines
constexpr std::size_t shownMatches = 400; // that get a ground; all are counted and walked

class Gutter final : public QWidget {
public:
    explicit Gutter(CodeView* view) : QWidget(view), m_view(view) {}
    QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        m_view->paintGutter(painter, event->rect());
    }

private:
    CodeView* m_view;
};

} // namespace

// Colours only what was asked for: a file of twenty thousand lines is shown at once.
class CodeView::Colours final : public QSyntaxHighlighter {
public:
    Colours(QTextDocument* document, const std::vector<std::vector<CodeSpan>>& spans)
        : QSyntaxHighlighter(document), m_spans(spans)
    {
    }
    void forget(std::size_t lines) { m_coloured.assign(lines, false); }
    void colour(const QTextBlock& block)
    {
        const auto number = static_cast<std::size_t>(block.blockNumber());
        if (number >= m_coloured.size() || m_coloured[number])
            return;
        m_coloured[number] = true;
        rehighlightBlock(block);
    }

protected:
    void highlightBlock(const QString& text) override
    {
        const auto number = static_cast<std::size_t>(currentBlock().blockNumber());
        if (number >= m_coloured.size() || !m_coloured[number] || number >= m_spans.size())
            return;
        for (const CodeSpan& span : m_spans[number])
            if (span.start + span.length <= text.size())
                setFormat(span.start, span.length, codeColour(span.token, shownTheme()));
    }

private:
    const std::vector<std::vector<CodeSpan>>& m_spans;
    std::vector<bool> m_coloured; // by line
};

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_colours(new Colours(document(), m_spans))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFont(diagram::codeFont(12));
    setFrameShape(QFrame::NoFrame);
    m_gutter->setAccessibleName(tr("Line numbers"));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& box, int scrolled) {
        if (scrolled != 0)
            m_gutter->scroll(0, scrolled);
        else
            m_gutter->update(0, box.y(), m_gutter->width(), box.height());
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CodeView::colourVisible);
    changeEvent(nullptr);
}

int CodeView::gutterWidth() const
{
    const int last = m_lines.empty() ? 0 : m_lines.back().number;
    const int digits = std::max(3, static_cast<int>(QString::number(last).size()));
    return fontMetrics().horizontalAdvance(QLatin1Char('0')) * digits + 18 + rule;
}

void CodeView::setLines(std::vector<CodeLine> lines)
{
    m_lines = std::move(lines);
    m_matches.clear();
    std::vector<QString> texts;
    QStringList joined;
    int cited = -1;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        texts.push_back(m_lines[i].text);
        joined << m_lines[i].text;
        if (m_lines[i].cited && cited < 0)
            cited = static_cast<int>(i);
    }
    m_spans = codeSpans(texts);
    m_colours->forget(m_spans.size());
    setPlainText(joined.join(QLatin1Char('\n')));
    setViewportMargins(gutterWidth(), 0, 0, 0);
    resizeEvent(nullptr);
    mark();
    setTextCursor(QTextCursor(document()->findBlockByNumber(std::max(0, cited))));
    if (cited >= 0)
        centerCursor();
    colourVisible();
}

void CodeView::clearLines()
{
    m_lines.clear();
    m_spans.clear();
    m_matches.clear();
    m_colours->forget(0);
    setExtraSelections({});
    clear();
    setViewportMargins(0, 0, 0, 0);
    resizeEvent(nullptr);
}

void CodeView::colourVisible()
{
    QTextBlock block = firstVisibleBlock();
    const int room = viewport()->height() / std::max(1, fontMetrics().height()) + 2;
    for (int i = 0; i < room && block.isValid(); ++i, block = block.next())
        m_colours->colour(block);
}

void CodeView::mark()
{
    const diagram::Theme& theme = shownTheme();
    QList<QTextEdit::ExtraSelection> marks;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].cited)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(i)));
        selection.format.setBackground(theme.codeHi);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << selection;
    }
    for (std::size_t i = 0; i < m_matches.size() && i < shownMatches; ++i) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(m_matches[i]);
        selection.cursor.setPosition(m_matches[i] + m_matchLength, QTextCursor::KeepAnchor);
        selection.format.setBackground(theme.sel);
        selection.format.setForeground(theme.ink);
        marks << selection;
    }
    setExtraSelections(marks);
}

int CodeView::findAll(const QString& text)
{
    m_matches.clear();
    m_matchLength = static_cast<int>(text.size());
    if (!text.isEmpty()) {
        const QString all = toPlainText();
        for (qsizetype at = all.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
             at = all.indexOf(text, at + text.size(), Qt::CaseInsensitive))
            m_matches.push_back(static_cast<int>(at));
    }
    mark();
    const auto next = std::lower_bound(m_matches.begin(), m_matches.end(), textCursor().selectionStart());
    if (!m_matches.empty())
        goTo(next == m_matches.end() ? 0 : static_cast<std::size_t>(next - m_matches.begin()));
    return static_cast<int>(m_matches.size());
}

int CodeView::findNext(bool backwards)
{
    if (m_matches.empty())
        return 0;
    const int at = textCursor().selectionStart();
    std::size_t match = 0;
    if (backwards) {
        const auto next = std::lower_bound(m_matches.begin(), m_matches.end(), at);
        match = next == m_matches.begin() ? m_matches.size() - 1 : static_cast<std::size_t>(next - m_matches.begin()) - 1;
    } else {
        const auto next = std::upper_bound(m_matches.begin(), m_matches.end(), at);
        match = next == m_matches.end() ? 0 : static_cast<std::size_t>(next - m_matches.begin());
    }
    goTo(match);
    return static_cast<int>(match) + 1;
}

void CodeView::goTo(std::size_t match)
{
    QTextCursor cursor(document());
    cursor.setPosition(m_matches[match]);
    cursor.setPosition(m_matches[match] + m_matchLength, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeView::paintGutter(QPainter& painter, const QRect& box)
{
    const diagram::Theme& theme = shownTheme();
    painter.fillRect(box, theme.code);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    QRectF line = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && line.top() <= box.bottom(); block = block.next()) {
        const auto index = static_cast<std::size_t>(block.blockNumber());
        if (index < m_lines.size() && line.bottom() >= box.top()) {
            const CodeLine& shownLine = m_lines[index];
            const double right = m_gutter->width() - rule;
            if (shownLine.cited) {
                painter.fillRect(QRectF(0, line.top(), m_gutter->width(), line.height()), theme.codeHi);
                painter.fillRect(QRectF(right, line.top(), rule, line.height()), theme.missing);
            }
            painter.setPen(shownLine.cited ? theme.ink : theme.ink3);
            painter.drawText(QRectF(0, line.top(), right - 8, line.height()), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(shownLine.number));
        }
        line = blockBoundingGeometry(block.next()).translated(contentOffset());
    }
}

bool CodeView::event(QEvent* event)
{
    // The window's own Ctrl+F looks for services; in here it looks in the text.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find))
        emit findRequested();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    if (event)
        QPlainTextEdit::resizeEvent(event);
    const QRect box = contentsRect();
    m_gutter->setGeometry(box.left(), box.top(), m_lines.empty() ? 0 : gutterWidth(), box.height());
    colourVisible();
}

void CodeView::changeEvent(QEvent* event)
{
    if (event)
        QPlainTextEdit::changeEvent(event);
    if (event && event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    const diagram::Theme& theme = shownTheme();
    QPalette own = palette();
    if (own.color(QPalette::Base) != theme.code || own.color(QPalette::Text) != theme.ink) {
        own.setColor(QPalette::Base, theme.code);
        own.setColor(QPalette::Text, theme.ink);
        setPalette(own);
    }
    if (!m_colours || m_lines.empty())
        return;
    m_colours->forget(m_spans.size());
    mark();
    colourVisible();
    m_gutter->update();
}

} // namespace bartizan::desktop
