// SPDX-License-Identifier: GPL-3.0-or-later
// Imports files in child processes, so that a crash or a hang costs one file and is named. The children write a line for
// each file; when one dies or takes longer than the limit, the next goes on behind that file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace bartizan::corpus {

struct FileOutcome {
    bool crashed = false;  // or took too long: `note` says which
    bool imported = false; // something in it was recognised
    std::uint64_t objects = 0, problems = 0, evidence = 0, misses = 0;
    std::string note; // newline-separated: evidence misses, the reason of a crash
};

// Calls `done` for every path, in order. Each path is imported as a source of its own.
void importEach(const std::vector<std::string>& paths, unsigned secondsPerFile,
                const std::function<void(std::size_t, const FileOutcome&)>& done);

} // namespace bartizan::corpus
