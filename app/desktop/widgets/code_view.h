// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a file with their numbers in a gutter (which is not part of what is copied), cited ones on their own ground
// with a rule beside them, coloured as far as they can be seen. Plain text, read only.
#pragma once

#include "app/desktop/widgets/code_colours.h"

#include <QPlainTextEdit>

#include <vector>

class QSyntaxHighlighter;

namespace bartizan::desktop {

struct CodeLine {
    QString text; // safe to show
    int number = 0;
    bool cited = false;
};

class CodeView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent);

    void setLines(std::vector<CodeLine> lines); // scrolls to the first cited one
    void clearLines();
    const std::vector<CodeLine>& lines() const { return m_lines; }
    int gutterWidth() const;
    void paintGutter(QPainter& painter, const QRect& box);

    int findAll(const QString& text);     // marks every place, goes to the first after the cursor; how many there are
    int findNext(bool backwards = false); // 1-based position among them, 0 = none
    int matches() const { return static_cast<int>(m_matches.size()); }

signals:
    void findRequested(); // Ctrl+F

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void colourVisible();
    void mark();
    void goTo(std::size_t match);

    class Colours;
    std::vector<CodeLine> m_lines;
    std::vector<std::vector<CodeSpan>> m_spans;
    QWidget* m_gutter;
    Colours* m_colours;
    std::vector<int> m_matches; // positions in the document
    int m_matchLength = 0;
};

} // namespace bartizan::desktop
