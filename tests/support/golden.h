// SPDX-License-Identifier: GPL-3.0-or-later
// Golden text: compares with a file of the source tree. A mismatch writes "<file>.actual" and returns a line-by-line
// difference; BARTIZAN_BLESS=1 writes the file instead. Returns "" when they are equal.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace bartizan::test {

std::string compareGolden(const std::filesystem::path& file, std::string_view actual);

} // namespace bartizan::test
