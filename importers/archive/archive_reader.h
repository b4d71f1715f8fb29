// SPDX-License-Identifier: GPL-3.0-or-later
// zip, tar (plain, gzip, xz, zstd, bzip2) and single compressed files -> members, through libarchive over memory.
// Nothing touches the disk; names are only names; links, devices and folders are not members. A member is delivered as
// soon as it is complete, so only one is in memory. A cut-off archive gives the members before the cut and a Problem;
// a cut-off member is left out, for a half document would be read as a document with things missing.
#pragma once

#include "importers/limits.h"
#include "model/ids.h"
#include "model/problem.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::archive {

struct Member {
    std::string name; // see names.h; an archive in the archive gives "inner.tgz!member"
    std::string bytes;
};

struct ArchiveResult {
    std::string format;      // "zip", "tar", "tar.gz", "gz", ...; "" when it could not be opened
    std::uint64_t bytes = 0; // unpacked
    std::size_t members = 0; // delivered
    bool stopped = false;    // a limit ended reading
    std::vector<Problem> problems;
};

// By its first bytes. Packages that are zip files but no archives of text (office files, jars) are not.
bool looksLikeArchive(std::string_view bytes);

// `name`: the archive's own name without folders (gives a single compressed file its name). `deliver` returns the id the
// member got, which problems about it cite, and may be told to stop by `stop`.
ArchiveResult readArchive(std::string_view bytes, std::string_view name, const Limits& limits,
                          const std::function<FileId(Member)>& deliver, const std::function<bool()>& stop = {});

} // namespace bartizan::archive
