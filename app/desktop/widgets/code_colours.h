// SPDX-License-Identifier: GPL-3.0-or-later
// What is a key, a quoted string, a number or a comment in lines of YAML and JSON, for the source viewer. A guess by
// eye, not a reader: it never fails, costs linear time and says nothing about meaning. Any thread.
#pragma once

#include "diagram/theme.h"

#include <QString>
#include <QTextCharFormat>

#include <vector>

namespace bartizan::desktop {

enum class CodeToken { key, string, number, comment };

struct CodeSpan {
    int start = 0, length = 0; // UTF-16 units within the line
    CodeToken token = CodeToken::key;
};

// Spans of each line; lines of block scalars are strings.
std::vector<std::vector<CodeSpan>> codeSpans(const std::vector<QString>& lines);

// At least 4.5 : 1 on the grounds `code` and `codeHi`.
QColor codeColour(CodeToken token, const diagram::Theme& theme);

} // namespace bartizan::desktop
