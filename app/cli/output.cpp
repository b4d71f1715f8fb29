// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "report/text/pen.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
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

namespace {

bool toStandardOutput(const char* bytes, std::size_t size)
{
    return std::fwrite(bytes, 1, size, stdout) == size;
}

Error noStandardOutput()
{
    return {"write", "could not write to standard output"};
}

// In a file of its own first: what reads standard output gets all of it, or nothing.
Result<bool> printOutputOf(const std::function<Result<bool>(const std::string&)>& produce)
{
    std::error_code failed;
    std::string name = (std::filesystem::temp_directory_path(failed) / "bartizan-XXXXXX").string();
    const int made = mkstemp(name.data());
    if (made < 0)
        return tl::unexpected(Error{"write", "no temporary file could be made: is there room?"});
    close(made);
    const auto produced = produce(name);
    std::FILE* file = produced ? std::fopen(name.c_str(), "rb") : nullptr;
    std::remove(name.c_str());
    if (!produced)
        return tl::unexpected(produced.error());
    bool good = file != nullptr;
    char buffer[65536];
    for (std::size_t got = 0; good && (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
        good = toStandardOutput(buffer, got);
    good = good && !std::ferror(file) && std::fflush(stdout) == 0;
    if (file)
        std::fclose(file);
    if (!good)
        return tl::unexpected(noStandardOutput());
    return true;
}

} // namespace

Result<bool> writeOutput(const std::string& path, const std::string& bytes)
{
    if (path.empty() || path == "-") {
        if (!toStandardOutput(bytes.data(), bytes.size()) || std::fflush(stdout) != 0)
            return tl::unexpected(noStandardOutput());
        return true;
    }
    return writeOutputOf(path, [&](const std::string& temporary) -> Result<bool> {
        std::FILE* file = std::fopen(temporary.c_str(), "wb");
        const bool written = file && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
        if (!file || std::fclose(file) != 0 || !written)
            return tl::unexpected(Error{"write", "could not write " + path + ": is the disk full?"});
        return true;
    });
}

Result<bool> writeOutputOf(const std::string& path, const std::function<Result<bool>(const std::string&)>& produce)
{
    if (path.empty() || path == "-")
        return printOutputOf(produce);
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed))
        return tl::unexpected(Error{"output", "could not write " + path + ": it is a folder; name a file in it"});
    const std::string temporary = path + ".part" + std::to_string(getpid());
    std::FILE* file = std::fopen(temporary.c_str(), "wb"); // before the work, so that a wrong path is said at once
    if (!file)
        return tl::unexpected(
            Error{"output", "could not open " + path + " for writing: check that the folder exists and may be written"});
    std::fclose(file);
    auto made = produce(temporary);
    if (made && std::rename(temporary.c_str(), path.c_str()) != 0)
        made = tl::unexpected(Error{"output", "could not write " + path + ": check that the file there may be replaced"});
    if (!made)
        std::remove(temporary.c_str());
    return made;
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
