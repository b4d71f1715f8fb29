// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of a table, card or list is made of: pieces of text, each with at most one sign in front. Models return
// Cells for PartsRole and the same words for Qt::DisplayRole, so that copy, search and screen readers say what is seen.
#pragma once

#include "diagram/icons.h"
#include "diagram/marks.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace bartizan::desktop {

enum class Swatch : std::uint8_t { direct, relayed, lateral }; // how a path is drawn
enum class Tone { plain, strong, quiet, link };

struct CellPart {
    QString text;
    Tone tone = Tone::plain;
    bool code = false;
    bool cutMiddle = false; // where it does not fit; links always are
    std::optional<diagram::Mark> mark;
    diagram::MarkStyle markStyle;
    std::optional<diagram::Icon> icon;
    std::optional<diagram::Severity> severity; // bars; a critical word stands on a plate
    std::optional<diagram::FirstCheck> check;  // the badge of the drawing
    std::optional<Swatch> swatch;
};
using Cell = std::vector<CellPart>;

inline QString wordsOf(const Cell& cell)
{
    QString words;
    for (const CellPart& part : cell) {
        if (!words.isEmpty() && !part.text.isEmpty())
            words += QLatin1Char(' ');
        words += part.text;
    }
    return words;
}

inline CellPart quiet(const QString& text)
{
    CellPart part;
    part.text = text;
    part.tone = Tone::quiet;
    return part;
}
inline CellPart plain(const QString& text)
{
    CellPart part;
    part.text = text;
    return part;
}
inline CellPart strong(const QString& text)
{
    CellPart part;
    part.text = text;
    part.tone = Tone::strong;
    return part;
}
inline CellPart link(const QString& text)
{
    CellPart part;
    part.text = text;
    part.tone = Tone::link;
    part.code = true;
    return part;
}
inline CellPart marked(diagram::Mark mark, const QString& text, Tone tone = Tone::plain)
{
    CellPart part;
    part.text = text;
    part.tone = tone;
    part.mark = mark;
    return part;
}
inline CellPart withIcon(diagram::Icon icon, const QString& text, Tone tone = Tone::plain)
{
    CellPart part;
    part.text = text;
    part.tone = tone;
    part.icon = icon;
    return part;
}

} // namespace bartizan::desktop

Q_DECLARE_METATYPE(bartizan::desktop::Cell)
