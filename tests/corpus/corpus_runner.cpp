// SPDX-License-Identifier: GPL-3.0-or-later
// usage: corpus_runner [AREA...]
// Imports every file of BARTIZAN_CORPUS by itself, area by area (the top folders), and prints for each
//   corpus AREA: F files, I imported, R refused, O objects, P problems, C crashes, seconds S
//   evidence AREA: N checked, M misses
// with the crashes, the first misses, and the files whose objects Python's parsers count differently. Then whole
// applications and snapshots are imported as folders, which also checks evidence of built kustomizations.
// Exit code 1 when there was a crash or a miss.
#include "tests/corpus/file_worker.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;
using namespace bartizan;

namespace {

constexpr unsigned secondsPerFile = 60, secondsPerFolder = 300;
constexpr std::size_t mostLines = 20;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Python's count for each path; paths that its parsers refuse are left out. Empty without Python or its YAML module.
std::map<std::string, std::uint64_t> independentCounts(const std::vector<std::string>& paths)
{
    std::map<std::string, std::uint64_t> counts;
    const std::string list = (fs::temp_directory_path() / ("bartizan-corpus-" + std::to_string(getpid()))).string();
    std::FILE* file = std::fopen(list.c_str(), "w");
    if (file == nullptr)
        return counts;
    for (const std::string& path : paths)
        std::fprintf(file, "%s\n", path.c_str());
    std::fclose(file);
    const std::string script = (test::sourceDir() / "tests/corpus/count_objects.py").string();
    const std::string command = "python3 '" + script + "' < '" + list + "' 2>/dev/null";
    if (std::FILE* output = popen(command.c_str(), "r")) {
        std::string text;
        char bytes[65536];
        for (std::size_t n = 0; (n = std::fread(bytes, 1, sizeof bytes, output)) > 0;)
            text.append(bytes, n);
        pclose(output);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t tab = text.find('\t', at), end = std::min(text.find('\n', at), text.size());
            if (tab < end && text[at] != '-')
                counts[text.substr(tab + 1, end - tab - 1)] = std::strtoull(text.c_str() + at, nullptr, 10);
            at = end + 1;
        }
    }
    std::error_code ignored;
    fs::remove(list, ignored);
    return counts;
}

struct Totals {
    std::uint64_t crashes = 0, evidence = 0, misses = 0;
};

void list(const char* what, const std::vector<std::string>& lines)
{
    for (std::size_t i = 0; i < lines.size() && i < mostLines; ++i)
        std::printf("  %s %s\n", what, lines[i].c_str());
    if (lines.size() > mostLines)
        std::printf("  %s ... and %zu more\n", what, lines.size() - mostLines);
}

void run(const std::string& area, const fs::path& base, const std::vector<std::string>& paths, unsigned seconds, bool compare,
         Totals& totals)
{
    const auto start = std::chrono::steady_clock::now();
    std::uint64_t imported = 0, objects = 0, problems = 0, crashes = 0, evidence = 0, misses = 0;
    std::vector<std::string> crashLines, missLines, countLines;
    std::vector<std::uint64_t> counted(paths.size());
    corpus::importEach(paths, seconds, [&](std::size_t i, const corpus::FileOutcome& outcome) {
        const std::string name = fs::path(paths[i]).lexically_relative(base).string();
        imported += outcome.imported ? 1 : 0;
        objects += counted[i] = outcome.objects;
        problems += outcome.problems;
        evidence += outcome.evidence;
        misses += outcome.misses;
        if (outcome.crashed) {
            ++crashes;
            crashLines.push_back(name + ": " + outcome.note);
        } else if (outcome.misses != 0) {
            missLines.push_back(name + " (" + std::to_string(outcome.misses) +
                                "): " + outcome.note.substr(0, outcome.note.find('\n')));
        }
    });
    const double took = secondsSince(start);
    std::printf("corpus %s: %zu files, %llu imported, %llu refused, %llu objects, %llu problems, %llu crashes, seconds %.1f\n",
                area.c_str(), paths.size(), static_cast<unsigned long long>(imported),
                static_cast<unsigned long long>(paths.size() - imported - crashes), static_cast<unsigned long long>(objects),
                static_cast<unsigned long long>(problems), static_cast<unsigned long long>(crashes), took);
    list("crash", crashLines);
    std::printf("evidence %s: %llu checked, %llu misses\n", area.c_str(), static_cast<unsigned long long>(evidence),
                static_cast<unsigned long long>(misses));
    list("miss", missLines);
    if (compare) {
        const std::map<std::string, std::uint64_t> counts = independentCounts(paths);
        for (std::size_t i = 0; i < paths.size(); ++i)
            if (const auto found = counts.find(paths[i]); found != counts.end() && found->second != counted[i])
                countLines.push_back(fs::path(paths[i]).lexically_relative(base).string() + ": " + std::to_string(counted[i]) +
                                     ", independently " + std::to_string(found->second));
        if (counts.empty())
            std::printf("objects %s: not compared, python3 with its yaml module is not there\n", area.c_str());
        else
            std::printf("objects %s: %zu files compared, %zu differ\n", area.c_str(), counts.size(), countLines.size());
        list("count", countLines);
    }
    std::fflush(stdout);
    totals.crashes += crashes;
    totals.evidence += evidence;
    totals.misses += misses;
}

} // namespace

int main(int argc, char** argv)
{
    const fs::path corpus = test::corpusDir();
    if (corpus.empty()) {
        std::printf("corpus: skipped, the folder named by BARTIZAN_CORPUS is not there\n");
        return 0;
    }
    std::vector<std::string> areas(argv + 1, argv + argc);
    if (areas.empty())
        for (const fs::directory_entry& entry : fs::directory_iterator(corpus))
            if (entry.is_directory())
                areas.push_back(entry.path().filename().string());
    std::sort(areas.begin(), areas.end());
    Totals totals;
    for (const std::string& area : areas) {
        std::vector<std::string> files, folders;
        for (const fs::path& path : test::filesBelow(corpus / area))
            files.push_back(path.string());
        run(area, corpus, files, secondsPerFile, true, totals);
        if (area != "apps" && area != "snapshots")
            continue;
        for (const fs::directory_entry& entry : fs::directory_iterator(corpus / area))
            if (entry.is_directory())
                folders.push_back(entry.path().string());
        std::sort(folders.begin(), folders.end());
        run(area + " as folders", corpus, folders, secondsPerFolder, false, totals);
    }
    std::printf("evidence: %llu checked, %llu misses\n", static_cast<unsigned long long>(totals.evidence),
                static_cast<unsigned long long>(totals.misses));
    return totals.crashes != 0 || totals.misses != 0 ? 1 : 0;
}
