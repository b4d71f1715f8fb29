// SPDX-License-Identifier: GPL-3.0-or-later
// Paths as kustomizations write them, within one source. Paths use '/', have no leading "./" and name folders without a
// trailing slash; the top of a source is "", that of an archive "x.tgz!". No file system is touched.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bartizan::importers {

std::string folderOf(std::string_view path); // "a/b" of "a/b/c.yaml"; "x.tgz!a" of "x.tgz!a/c.yaml"

// `reference` seen from `folder`; nothing when it leaves the source or is absolute.
std::optional<std::string> resolvePath(std::string_view folder, std::string_view reference);

std::string joinPath(std::string_view folder, std::string_view name);

// A URL or a repository reference: kustomize would fetch it, we never do.
bool isRemote(std::string_view reference);

// The path without the archive's name, for people and for looking at folder names: "a/b" of "x.tgz!a/b".
std::string_view withinArchive(std::string_view path);

// How many folders deep a path is: 0 for "" and "a.yaml", 1 for "a/b.yaml".
std::size_t depthOf(std::string_view path);

} // namespace bartizan::importers
