// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a dialog says it: a sentence that starts with a capital and ends with a full stop, then the file
// and line on a line of their own. Errors of the libraries below are halves of sentences for a pipeline's log:
// "expected X, found Y; do Z (FILE:LINE)".
#pragma once

#include <QString>

#include <string_view>

namespace bartizan::desktop {

QString errorText(std::string_view message); // plain text

} // namespace bartizan::desktop
