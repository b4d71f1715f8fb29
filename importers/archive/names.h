// SPDX-License-Identifier: GPL-3.0-or-later
// Names from archives and file systems are only names: made safe to show and to compare, never used as paths.
#pragma once

#include <string>
#include <string_view>

namespace bartizan::archive {

struct MemberName {
    std::string shown;   // relative, "/" between parts, no "." or "..", valid UTF-8 without control characters
    bool unsafe = false; // absolute, with "..", a drive letter, backslashes or control characters
};

MemberName memberName(std::string_view raw);

// Valid UTF-8 without control characters; what is not becomes U+FFFD.
std::string cleanText(std::string_view raw);

// Parts of a path that never hold a system's configuration: hidden folders, .git, node_modules, __MACOSX.
bool isSkippedFolder(std::string_view name);
bool hasSkippedFolder(std::string_view path); // any part but the last

} // namespace bartizan::archive
