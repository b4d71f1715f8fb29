// SPDX-License-Identifier: GPL-3.0-or-later
// SOURCE arguments -> files. A source is a file, a folder (walked in byte order of paths) or an archive; its files are
// delivered one by one, so that a big input is never in memory as a whole. What is skipped for a reason the user should
// know (a link that leaves the folder, a limit, an unreadable file) is a Problem; .git, node_modules and hidden folders
// are skipped silently. Nothing is ever written to disk.
#pragma once

#include "importers/document/file_text.h"
#include "importers/limits.h"
#include "model/problem.h"
#include "model/progress.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bartizan {

struct DeliveredFile {                              // (SourceFile is the inventory's record of it)
    std::size_t source = 0;                         // index into the SOURCE arguments
    std::shared_ptr<const document::FileText> text; // path(): relative to the source, "archive.tgz!member" in archives
    std::string sha256;                             // of the file as delivered (an archive's member: of the member)
};

struct SourceSummary {
    std::string path;        // as given
    std::string format;      // "file", "folder", "tar.gz", "zip", ... ; "" when it could not be read
    std::string sha256;      // file and archive: of its bytes; folder: of the sorted lines "sha256  path"
    std::uint64_t bytes = 0; // read from it (unpacked bytes for archives)
    std::size_t files = 0;
};

struct SourcesResult {
    std::vector<SourceSummary> sources; // one for each argument, in the order given
    std::vector<Problem> problems;      // evidence.file is the delivered file's id, or none for what was never delivered
};

// Told how many files a source holds, before the first of them is delivered; 0 = not known: one of them is an archive.
using FilesFound = std::function<void(std::size_t source, std::size_t files)>;

// Calls `deliver` for every file; FileIds count up from `firstFile` in the order of delivery.
SourcesResult readSources(const std::vector<std::string>& paths, const Limits& limits, const JobControl& control,
                          const std::function<void(DeliveredFile)>& deliver, FileId firstFile = FileId{std::size_t{0}},
                          const FilesFound& found = {});

// Files of one source again, by the paths they were delivered under; what is no longer there is not delivered. Other files
// of a folder are not opened; an archive is unpacked once, up to the last of them.
void readFilesOf(const std::string& source, const std::set<std::string, std::less<>>& paths, const Limits& limits,
                 const JobControl& control, const std::function<void(DeliveredFile)>& deliver);
std::optional<DeliveredFile> readFileOf(const std::string& source, const std::string& path, const Limits& limits,
                                        const JobControl& control);

} // namespace bartizan
