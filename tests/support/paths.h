// SPDX-License-Identifier: GPL-3.0-or-later
// Where tests find the source tree and the shared data beside it. oraclesDir() and corpusDir() are empty when the data
// is not there: such a test must QSKIP visibly. BARTIZAN_ORACLES, BARTIZAN_CORPUS and BARTIZAN_SOURCE override.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::test {

std::filesystem::path sourceDir();
std::filesystem::path oraclesDir();
std::filesystem::path corpusDir();

std::optional<std::string> readFile(const std::filesystem::path& path);

// Every regular file at or below a folder, in byte order of its path; empty when the folder is not there.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder);

} // namespace bartizan::test
