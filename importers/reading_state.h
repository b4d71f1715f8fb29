// SPDX-License-Identifier: GPL-3.0-or-later
// How far the reading of each source is, for people who wait for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace bartizan::importers {

struct SourceReading {
    std::string path;      // as given, without a "/" at its end
    std::size_t found = 0; // files; 0 = none, or not known: not looked at yet, or an archive is among them
    std::size_t files = 0; // that were read, members of archives among them
    std::uint64_t objects = 0;
    std::size_t reports = 0;
    bool ended = false; // nothing more comes from it
};

struct ProblemSoFar {
    std::string message;
    std::string place; // "orders/ingress.yaml:14", 1-based; without a line when it is about the whole file
};

struct ReadingState {
    static constexpr std::size_t problemsNamed = 3;
    std::vector<SourceReading> sources; // each once, in order of their paths
    std::size_t problems = 0;           // of the files that were read; notes are not counted
    std::vector<ProblemSoFar> firstProblems;
};

using ReadingWatch = std::function<void(const ReadingState&)>; // on any thread, one call at a time, some ten times a second

} // namespace bartizan::importers
