// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/archive_reader.h"
#include "importers/archive/names.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace bartizan;

namespace {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

bool isSafe(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos || archive::cleanText(name) != name)
        return false;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t next = std::min(name.find_first_of("/!", at), name.size());
        if (name.substr(at, next - at) == "..")
            return false;
        at = next + 1;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(data, data + size);
    Limits limits;
    limits.archiveEntries = 200;
    limits.fileBytes = 1'000'000;
    limits.archiveRatioFloor = 2'000'000;
    limits.archiveBytes = 4'000'000;
    std::uint64_t total = 0;
    archive::looksLikeArchive(bytes);
    const archive::ArchiveResult result = archive::readArchive(bytes, "fuzz.gz", limits, [&](archive::Member member) {
        require(isSafe(member.name), "names stay inside");
        require(member.bytes.size() <= limits.fileBytes, "members are bounded");
        total += member.bytes.size();
        return FileId{};
    });
    require(total <= result.bytes && result.bytes <= limits.archiveBytes, "the total is bounded");
    require(result.members <= limits.archiveEntries, "entries are bounded");
    require(!result.format.empty() || !result.problems.empty(), "what cannot be read is said");
    return 0;
}
