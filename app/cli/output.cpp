// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>
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
            at = inventory.files[problem.evidence.file.pos()].path;
            if (problem.evidence.line > 0)
                at += ":" + std::to_string(problem.evidence.line);
            at += ": ";
        }
        std::fprintf(stderr, "%s%s\n", at.c_str(), problem.message.c_str());
    }
    for (const Unrecognised& item : inventory.unrecognised) {
        if (shown++ == 20)
            break;
        std::fprintf(stderr, "%s: %s\n", item.file.valid() ? inventory.files[item.file.pos()].path.c_str() : "",
                     item.reason.c_str());
    }
}

bool isFailWord(const std::string& word, const Catalogue& catalogue)
{
    if (word == "any" || catalogue.rule(word) || catalogue.layer(word))
        return true;
    for (int severity = 0; severity <= static_cast<int>(FindingSeverity::info); ++severity)
        if (word == severityWord(static_cast<FindingSeverity>(severity)))
            return true;
    return false;
}

std::vector<const Finding*> failing(const Posture& posture, const std::vector<std::string>& failOn)
{
    std::vector<const Finding*> hits;
    for (const Finding& finding : posture.findings) {
        const bool decided = finding.state == FindingState::accepted || finding.state == FindingState::mitigated ||
                             finding.state == FindingState::falsePositive;
        if (finding.ifSensitivity || decided)
            continue;
        const bool named = std::any_of(failOn.begin(), failOn.end(), [&](const std::string& word) {
            if (word == "any" || word == finding.rule || word == finding.layer)
                return true;
            for (int severity = 0; severity <= static_cast<int>(FindingSeverity::info); ++severity)
                if (word == severityWord(static_cast<FindingSeverity>(severity)))
                    return static_cast<int>(finding.severity) <= severity;
            return false;
        });
        if (named)
            hits.push_back(&finding);
    }
    return hits;
}

std::vector<const Finding*> failing(const Posture& posture, const Difference& difference, const std::vector<std::string>& failOn)
{
    std::set<std::size_t> worse;
    for (const Change& change : difference.changes)
        if (change.aspect == ChangeAspect::finding && change.sense == ChangeSense::worse)
            worse.insert(change.indexAfter);
    std::vector<const Finding*> hits = failing(posture, failOn);
    std::erase_if(hits, [&](const Finding* finding) {
        return worse.count(static_cast<std::size_t>(finding - posture.findings.data())) == 0;
    });
    return hits;
}

} // namespace bartizan::cli
