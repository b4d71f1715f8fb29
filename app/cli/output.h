// SPDX-License-Identifier: GPL-3.0-or-later
// What bartizan-cli does with results: files written whole or not at all, progress on a terminal, the --fail-on rule.
#pragma once

#include "analysis/difference.h"
#include "app/progress_gate.h"
#include "model/result.h"

#include <mutex>
#include <string>
#include <vector>

namespace bartizan::cli {

// On standard error, safe from any thread: one line that is rewritten in place, or, for a program that reads it, lines of
// a step, a tabulator and per cent ("Reading\t12"; 0 while it is not known).
enum class ProgressForm { none, rewritten, lines };

class ProgressLine {
public:
    explicit ProgressLine(ProgressForm form) : m_form(form) {}
    void show(const ProgressReport&);
    void clear();

private:
    app::ProgressGate m_gate{std::chrono::milliseconds(100)};
    std::mutex m_mutex;
    ProgressForm m_form;
    bool m_shown = false;
};

Result<bool> writeOutput(const std::string& path, const std::string& bytes); // "" = standard output
int terminalWidth();                                                         // 80 where there is no terminal
void printProblems(const Inventory&);                                        // on standard error

// Findings that --fail-on names: a severity word means that severity or worse. A gap that exists only because of an
// inferred sensitivity never fails a pipeline, nor does a finding that was accepted.
bool isFailWord(const std::string& word, const Catalogue&);
std::vector<const Finding*> failing(const Posture&, const std::vector<std::string>& failOn);
// ... and only those that are new or worse in it.
std::vector<const Finding*> failing(const Posture&, const Difference&, const std::vector<std::string>& failOn);

} // namespace bartizan::cli
