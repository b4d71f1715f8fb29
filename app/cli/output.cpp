// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "report/text/pen.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace bartizan::cli {

void ProgressLine::show(const ProgressReport& step)
{
    if (m_form == ProgressForm::none)
        return;
    if (!m_gate.passes(step.step))
        return;
    const std::lock_guard lock(m_mutex);
    m_shown = true;
    const int part =
        step.total > 0 ? static_cast<int>(100.0 * static_cast<double>(step.done) / static_cast<double>(step.total)) : 0;
    const char* name = stepName(step.step);
    if (m_form == ProgressForm::lines)
        std::fprintf(stderr, "%s\t%d\n", name, part);
    else if (step.total > 0)
        std::fprintf(stderr, "\r\x1b[K%s %d %%", name, part);
    else
        std::fprintf(stderr, "\r\x1b[K%s", name);
    std::fflush(stderr);
}

void ProgressLine::clear()
{
    const std::lock_guard lock(m_mutex);
    if (m_shown && m_form == ProgressForm::rewritten)
        std::fputs("\r\x1b[K", stderr);
    m_shown = false;
}

Result<bool> writeOutput(const std::string& path, const std::string& bytes)
{
    if (path.empty() || path == "-") {
        const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
        if (!written)
            return tl::unexpected(Error{"write", "could not write to standard output"});
        return true;
    }
    const std::string temporary = path + ".part" + std::to_string(getpid());
    std::FILE* file = std::fopen(temporary.c_str(), "wb");
    if (!file)
        return tl::unexpected(
            Error{"write", "could not open " + path + " for writing: check that the folder exists and may be written"});
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = std::fclose(file) == 0;
    if (!written || !closed || std::rename(temporary.c_str(), path.c_str()) != 0) {
        std::remove(temporary.c_str());
        return tl::unexpected(Error{"write", "could not write " + path + ": is the disk full?"});
    }
    return true;
}

int terminalWidth()
{
    winsize size{};
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        return std::min<int>(size.ws_col, 120);
    return 80;
}

void printProblems(const Inventory& inventory)
{
    std::size_t shown = 0;
    for (const Problem& problem : inventory.problems) {
        if (shown++ == 20)
            break;
        std::string at;
        if (problem.evidence.valid() && problem.evidence.file.pos() < inventory.files.size()) {
            at = report::visible(inventory.files[problem.evidence.file.pos()].path);
            if (problem.evidence.line > 0)
                at += ":" + std::to_string(problem.evidence.line);
            at += ": ";
        }
        std::fprintf(stderr, "%s%s\n", at.c_str(), report::visible(problem.message).c_str());
    }
    for (const Unrecognised& item : inventory.unrecognised) {
        if (shown++ == 20)
            break;
        const std::string path = item.file.valid() ? report::visible(inventory.files[item.file.pos()].path) : std::string();
        std::fprintf(stderr, "%s: %s\n", path.c_str(), report::visible(item.reason).c_str());
    }
}

int fail(int code, const std::string& message)
{
    std::fprintf(stderr, "bartizan-cli: %s\n", report::visible(message).c_str());
    return code;
}

} // namespace bartizan::cli
