// SPDX-License-Identifier: GPL-3.0-or-later
// Files that must survive a crash: read with a bound, replaced as a whole or not at all. Blocking (fsync); call off the
// GUI thread where that matters. POSIX.
#pragma once

#include "model/result.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace bartizan::app {

// The bytes of a regular file (never waits for a pipe). Errors: "file-unreadable", "file-size" (above `most`, not read).
Result<std::string> readBounded(const std::filesystem::path& path, std::size_t most);

// Writes `temporary` (in the folder of `target`, made anew), flushes it, renames it over `target` and flushes the folder:
// whoever reads `target` sees the old bytes or the new ones, also after a crash. Follows `target` where it is a link;
// keeps its permissions. `mode`: of a new file, before the umask. Error "file-unwritable"; `target` is then what it was.
Result<bool> replaceFile(const std::filesystem::path& target, const std::string& temporaryName, const std::string& bytes,
                         unsigned mode = 0666);

// Removes a file and flushes its folder; true when it is gone.
bool removeFile(const std::filesystem::path& path);

} // namespace bartizan::app
