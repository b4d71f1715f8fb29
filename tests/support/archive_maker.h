// SPDX-License-Identifier: GPL-3.0-or-later
// Archives made in memory for tests: "zip", "tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2", and "gz", "xz", "zst" of
// the first entry alone.
#pragma once

#include <string>
#include <vector>

namespace bartizan::test {

struct ArchiveEntry {
    enum class Kind { file, folder, symlink, hardlink, fifo, device };
    std::string name;
    std::string bytes = {};
    Kind kind = Kind::file;
    std::string target = {}; // of links
};

std::string makeArchive(const std::string& format, const std::vector<ArchiveEntry>& entries);

} // namespace bartizan::test
