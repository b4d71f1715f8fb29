// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paths.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace bartizan::test {

namespace {

namespace fs = std::filesystem;

fs::path shared(const char* variable, const char* name)
{
    if (const char* set = std::getenv(variable))
        return fs::is_directory(set) ? fs::path(set) : fs::path();
    const fs::path source = sourceDir();
    for (const fs::path& base : {source.parent_path(), source.parent_path().parent_path()}) {
        const fs::path candidate = base / "shared" / name;
        if (fs::is_directory(candidate))
            return candidate;
    }
    return {};
}

} // namespace

fs::path sourceDir()
{
    if (const char* set = std::getenv("BARTIZAN_SOURCE"))
        return fs::path(set);
    return fs::path(BARTIZAN_SOURCE_DIR);
}

fs::path oraclesDir()
{
    return shared("BARTIZAN_ORACLES", "oracles");
}
fs::path corpusDir()
{
    return shared("BARTIZAN_CORPUS", "corpus");
}

std::optional<std::string> readFile(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<fs::path> filesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->is_regular_file(error))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace bartizan::test
