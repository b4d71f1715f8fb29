// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/file_worker.h"

#include "importers/import.h"
#include "tests/support/evidence_check.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bartizan::corpus {
namespace {

constexpr char fieldEnd = '\x1f', noteEnd = '\x1e'; // the notes may hold any other character

void writeAll(int to, const std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t n = write(to, text.data() + at, text.size() - at);
        if (n <= 0 && errno != EINTR)
            _exit(3);
        at += n > 0 ? static_cast<std::size_t>(n) : 0;
    }
}

std::string importOne(const std::string& path)
{
    importers::ImportOptions options;
    options.jobs = 1;
    const auto result = importers::importSources({path}, options, {});
    if (!result)
        return std::string("0") + fieldEnd + "0" + fieldEnd + "0" + fieldEnd + "0" + fieldEnd + "0" + fieldEnd + noteEnd;
    std::uint64_t objects = 0;
    for (const auto& [kind, count] : result->documentsByKind)
        objects += count;
    const bool imported = std::any_of(result->files.begin(), result->files.end(),
                                      [](const SourceFile& file) { return file.format != "unrecognised"; });
    const test::EvidenceCheck check = test::checkEvidence(*result, {path});
    std::string line = std::to_string(imported ? 1 : 0) + fieldEnd + std::to_string(objects) + fieldEnd +
                       std::to_string(result->problems.size()) + fieldEnd + std::to_string(check.checked) + fieldEnd +
                       std::to_string(check.missed) + fieldEnd;
    for (const std::string& miss : check.misses)
        line += miss + "\n";
    return line + noteEnd;
}

[[noreturn]] void child(const std::vector<std::string>& paths, std::size_t first, int to)
{
    for (std::size_t i = first; i < paths.size(); ++i)
        writeAll(to, importOne(paths[i]));
    _exit(0);
}

FileOutcome parse(const std::string& line)
{
    FileOutcome outcome;
    std::uint64_t* fields[] = {nullptr, &outcome.objects, &outcome.problems, &outcome.evidence, &outcome.misses};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        const std::size_t end = line.find(fieldEnd, at);
        const std::uint64_t value = std::stoull(line.substr(at, end - at));
        if (fields[i] != nullptr)
            *fields[i] = value;
        else
            outcome.imported = value != 0;
        at = end + 1;
    }
    outcome.note = line.substr(at);
    return outcome;
}

std::string reasonOf(int status)
{
    if (WIFSIGNALED(status))
        return "ended by signal " + std::to_string(WTERMSIG(status));
    return "ended with status " + std::to_string(WEXITSTATUS(status));
}

} // namespace

void importEach(const std::vector<std::string>& paths, unsigned secondsPerFile,
                const std::function<void(std::size_t, const FileOutcome&)>& done)
{
    std::size_t next = 0;
    while (next < paths.size()) {
        int ends[2];
        if (pipe(ends) != 0)
            return;
        std::fflush(stdout);
        const pid_t pid = fork();
        if (pid == 0) {
            close(ends[0]);
            child(paths, next, ends[1]);
        }
        close(ends[1]);
        std::string buffer;
        bool late = false;
        for (;;) {
            pollfd wait{ends[0], POLLIN, 0};
            const int ready = poll(&wait, 1, static_cast<int>(secondsPerFile * 1000));
            if (ready < 0 && errno == EINTR)
                continue;
            if (ready == 0) {
                late = true;
                kill(pid, SIGKILL);
                break;
            }
            char bytes[65536];
            const ssize_t n = read(ends[0], bytes, sizeof bytes);
            if (n <= 0)
                break;
            buffer.append(bytes, static_cast<std::size_t>(n));
            for (std::size_t end = buffer.find(noteEnd); end != std::string::npos; end = buffer.find(noteEnd)) {
                done(next++, parse(buffer.substr(0, end)));
                buffer.erase(0, end + 1);
            }
        }
        close(ends[0]);
        int status = 0;
        waitpid(pid, &status, 0);
        if (next < paths.size()) {
            FileOutcome outcome;
            outcome.crashed = true;
            outcome.note = late ? "took longer than " + std::to_string(secondsPerFile) + " s" : reasonOf(status);
            done(next++, outcome);
        }
    }
}

} // namespace bartizan::corpus
