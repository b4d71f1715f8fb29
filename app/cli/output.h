// SPDX-License-Identifier: GPL-3.0-or-later
// What bartizan-cli does with results: files written whole or not at all, progress and messages on standard error.
#pragma once

#include "app/progress_gate.h"
#include "model/inventory.h"
#include "model/result.h"

#include <functional>
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

// Error ids: "output" where nothing can be written (no such folder, no permission), "write" where writing broke off.
Result<bool> writeOutput(const std::string& path, const std::string& bytes); // "" = standard output
// The same of what `produce` writes into the file that it is given, which is never held in memory. An error of `produce` is
// the answer, and nothing is left of what it wrote.
Result<bool> writeOutputOf(const std::string& path, const std::function<Result<bool>(const std::string&)>& produce);
int terminalWidth();                  // 80 where there is no terminal
void printProblems(const Inventory&); // on standard error

int fail(int code, const std::string& message); // says it on standard error, control characters visibly; returns `code`

} // namespace bartizan::cli
