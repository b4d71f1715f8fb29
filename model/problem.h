// SPDX-License-Identifier: GPL-3.0-or-later
// What could not be read or understood, beside a partial result. Shown to the user, counted against coverage.
// The message says what was expected, what was found and the remedy; it never quotes a scalar from a file.
#pragma once

#include "model/evidence.h"

#include <string>

namespace bartizan {

enum class ProblemSeverity { error, warning, note };

struct Problem {
    ProblemSeverity severity = ProblemSeverity::warning;
    std::string id;      // stable kebab-case word, e.g. "duplicate-key", "limit-depth", "variant-not-loaded"
    std::string message; // one sentence, no trailing file:line (the evidence says where)
    Evidence evidence;
    std::vector<Evidence> also; // further places (e.g. the other line of a variant)
};

} // namespace bartizan
