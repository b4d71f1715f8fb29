// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/code_colours.h"

namespace bartizan::desktop {

namespace {

bool isNumber(QStringView text)
{
    bool digits = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isDigit())
            digits = true;
        else if (!(c == QLatin1Char('.') || c == QLatin1Char('_') || c == QLatin1Char('e') || c == QLatin1Char('E') ||
                   c == QLatin1Char('+') || c == QLatin1Char('-')))
            return false;
        else if (!digits && c != QLatin1Char('-') && c != QLatin1Char('+') && c != QLatin1Char('.'))
            return false;
    }
    return digits;
}

bool isWord(QStringView text) // that stands for no string
{
    return text == QLatin1String("true") || text == QLatin1String("false") || text == QLatin1String("null") ||
           text == QLatin1String("~");
}

bool opensBlock(QStringView text) // "|", ">-", "|2+"
{
    if (text.isEmpty() || (text[0] != QLatin1Char('|') && text[0] != QLatin1Char('>')))
        return false;
    for (const QChar c : text.mid(1))
        if (!c.isDigit() && c != QLatin1Char('-') && c != QLatin1Char('+'))
            return false;
    return true;
}

class Line {
public:
    explicit Line(const QString& text) : m_text(text) {}

    std::vector<CodeSpan> spans()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace() || c == QLatin1Char(':') || c == QLatin1Char(',')) {
                ++m_at;
            } else if (c == QLatin1Char('#') && (m_at == 0 || m_text[m_at - 1].isSpace())) {
                add(m_at, m_text.size(), CodeToken::comment);
                m_at = m_text.size();
            } else if (c == QLatin1Char('{') || c == QLatin1Char('[')) {
                ++m_flow;
                ++m_at;
            } else if (c == QLatin1Char('}') || c == QLatin1Char(']')) {
                --m_flow;
                ++m_at;
            } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
                quoted(c);
            } else if (c == QLatin1Char('-') && (m_at + 1 == m_text.size() || m_text[m_at + 1].isSpace())) {
                ++m_at;
            } else {
                plain();
            }
        }
        return std::move(m_spans);
    }
    bool block() const { return m_block; }

private:
    void add(qsizetype from, qsizetype to, CodeToken token)
    {
        m_spans.push_back({static_cast<int>(from), static_cast<int>(to - from), token});
    }
    bool keyEndsAt(qsizetype at) const // a colon that ends a key: before a blank, the end, or after a quoted key
    {
        return at < m_text.size() && m_text[at] == QLatin1Char(':') && (at + 1 == m_text.size() || m_text[at + 1].isSpace());
    }
    void quoted(QChar quote)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote)
            end += quote == QLatin1Char('"') && m_text[end] == QLatin1Char('\\') ? 2 : 1;
        end = std::min(end + 1, m_text.size());
        qsizetype next = end;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        const bool key = next < m_text.size() && m_text[next] == QLatin1Char(':');
        add(m_at, end, key ? CodeToken::key : CodeToken::string);
        m_at = end;
    }
    void plain()
    {
        qsizetype end = m_at;
        bool key = false;
        for (; end < m_text.size(); ++end) {
            const QChar c = m_text[end];
            if (keyEndsAt(end)) {
                key = true;
                break;
            }
            if (m_flow > 0 && (c == QLatin1Char(',') || c == QLatin1Char('}') || c == QLatin1Char(']')))
                break;
            if (c == QLatin1Char('#') && end > m_at && m_text[end - 1].isSpace())
                break;
        }
        qsizetype last = end;
        while (last > m_at && m_text[last - 1].isSpace())
            --last;
        const QStringView word = QStringView(m_text).mid(m_at, last - m_at);
        if (key)
            add(m_at, last, CodeToken::key);
        else if (isNumber(word) || isWord(word))
            add(m_at, last, CodeToken::number);
        m_block = !key && opensBlock(word);
        m_at = std::max(end, m_at + 1);
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_flow = 0;
    bool m_block = false;
    std::vector<CodeSpan> m_spans;
};

int indentOf(const QString& text)
{
    int indent = 0;
    while (indent < text.size() && text[indent] == QLatin1Char(' '))
        ++indent;
    return indent;
}

} // namespace

std::vector<std::vector<CodeSpan>> codeSpans(const std::vector<QString>& lines)
{
    std::vector<std::vector<CodeSpan>> spans;
    spans.reserve(lines.size());
    int block = -1; // lines indented deeper than this belong to a block scalar
    for (const QString& text : lines) {
        const int indent = indentOf(text);
        if (block >= 0 && (indent > block || indent == text.size())) {
            if (indent < text.size())
                spans.push_back({{indent, static_cast<int>(text.size()) - indent, CodeToken::string}});
            else
                spans.emplace_back();
            continue;
        }
        Line line(text);
        spans.push_back(line.spans());
        block = line.block() ? indent : -1;
    }
    return spans;
}

QColor codeColour(CodeToken token, const diagram::Theme& theme)
{
    switch (token) {
    case CodeToken::key:
        return theme.family[1];
    case CodeToken::string:
        return theme.family[3];
    case CodeToken::number:
        return theme.family[5];
    case CodeToken::comment:
        break;
    }
    return theme.ink2;
}

} // namespace bartizan::desktop
