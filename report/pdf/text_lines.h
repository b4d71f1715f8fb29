// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks text into lines. Between words where it can, else after the characters at which names and paths may be cut, else
// between any two; nothing is left out. A character that the fonts do not have is written as [U+4E2D].
#pragma once

#include "diagram/text.h"

#include <QString>

#include <string_view>
#include <vector>

namespace bartizan::report {

class TextLines {
public:
    static bool breaksAfter(QChar); // at which names and paths may be cut
    std::vector<QString> broken(const QString& text, const diagram::TextStyle& style, double width) const;
};

QString printable(std::string_view utf8);

} // namespace bartizan::report
