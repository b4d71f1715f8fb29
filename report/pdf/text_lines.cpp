// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/text_lines.h"

#include "diagram/fonts.h"

#include <QFontMetricsF>

#include <algorithm>

namespace bartizan::report {

namespace {

// How many characters of `word` fit: the most, or fewer where a name may be cut near there, or where its next part stands
// whole on the next line.
qsizetype fitting(const QString& word, const diagram::TextStyle& style, double width)
{
    qsizetype low = 1, high = word.size();
    while (low < high) { // the longest that fits
        const qsizetype middle = (low + high + 1) / 2;
        if (diagram::textWidth(word.left(middle), style) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    for (qsizetype at = low; at > 1 && at > low * 2 / 3; --at)
        if (TextLines::breaksAfter(word.at(at - 1)))
            return at;
    if (low < word.size()) {
        qsizetype cut = low - 1, end = low;
        while (cut > 0 && !TextLines::breaksAfter(word.at(cut - 1)))
            --cut;
        while (end < word.size() && !TextLines::breaksAfter(word.at(end - 1)))
            ++end;
        if (cut > 0 && diagram::textWidth(word.mid(cut, end - cut), style) <= width)
            return cut;
    }
    if (low > 1 && word.at(low - 1).isHighSurrogate())
        --low;
    return low;
}

} // namespace

bool TextLines::breaksAfter(QChar c)
{
    return c == QLatin1Char('/') || c == QLatin1Char('-') || c == QLatin1Char('.') || c == QLatin1Char(':') ||
           c == QLatin1Char('_') || c == QLatin1Char(',') || c == QLatin1Char('@') || c == QLatin1Char('[') ||
           c == QLatin1Char('=');
}

std::vector<QString> TextLines::broken(const QString& text, const diagram::TextStyle& style, double width) const
{
    std::vector<QString> lines;
    QString line;
    double used = 0;
    const double blank = diagram::textWidth(QStringLiteral(" "), style);
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        while (word.size() > 400) { // shaping takes longer than linear time: what cannot fit a line is cut first
            const qsizetype count = fitting(word.left(400), style, width);
            if (!line.isEmpty())
                lines.push_back(std::exchange(line, {}));
            lines.push_back(word.left(count));
            word.remove(0, count);
            used = 0;
        }
        double wide = diagram::textWidth(word, style);
        if (!line.isEmpty() && used + blank + wide > width) {
            lines.push_back(std::exchange(line, {}));
            used = 0;
        }
        while (wide > width && word.size() > 1) {
            const qsizetype count = fitting(word, style, width);
            lines.push_back(word.left(count));
            word.remove(0, count);
            wide = diagram::textWidth(word, style);
        }
        if (!line.isEmpty()) {
            line += QLatin1Char(' ');
            used += blank;
        }
        line += word;
        used += wide;
    }
    if (!line.isEmpty() || lines.empty())
        lines.push_back(line);
    return lines;
}

QString printable(std::string_view utf8)
{
    const QString text = diagram::visibleText(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x7F; }))
        return text;
    thread_local const QFontMetricsF words(diagram::uiFont(9)), code(diagram::codeFont(9));
    QString result;
    for (const char32_t c : text.toUcs4()) {
        if (words.inFontUcs4(c) && (c < 0x3000 || code.inFontUcs4(c)))
            result += QString::fromUcs4(&c, 1);
        else
            result += QStringLiteral("[U+%1]").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
    }
    return result;
}

} // namespace bartizan::report
