// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frozen/manifest.h"

#include "app/json_shape.h"
#include "importers/document/json_reader.h"

#include <algorithm>
#include <array>

namespace bartizan::app {
namespace {

using document::Node;

std::string digest(JsonShape& shape, const Node& parent)
{
    std::string text = shape.text(parent, "sha256");
    if (text.size() != 64 || text.find_first_not_of("0123456789abcdef") != std::string::npos)
        shape.expected("a SHA-256 in hexadecimal", parent, parent["sha256"]);
    return text;
}

template <class Row>
void requireOnce(JsonShape& shape, const Node& parent, const std::vector<Row>& rows, std::string Row::*name)
{
    std::vector<std::string_view> names;
    for (const Row& row : rows)
        names.push_back(row.*name);
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        shape.expected("each name once", parent, parent);
}

FrozenSource readSource(JsonShape& shape, const Node& node)
{
    FrozenSource source{shape.text(node, "path"), shape.text(node, "format"), digest(shape, node), {}};
    if (source.path.empty() || source.path.find('\0') != std::string::npos)
        shape.expected("a path", node, node["path"]);
    const Node files = shape.list(node, "files");
    for (const Node file : files) {
        if (shape.error())
            return source;
        source.files.push_back({shape.text(file, "path"), digest(shape, file), shape.number(file, "bytes")});
    }
    requireOnce(shape, files, source.files, &FrozenFile::path);
    return source;
}

FrozenManifest readRoot(JsonShape& shape, const Node& root)
{
    FrozenManifest manifest;
    manifest.version = shape.text(root, "version");
    manifest.qt = shape.text(root, "qt");
    manifest.asOf = shape.text(root, "asOf");
    manifest.scope = shape.word<importers::ScopeMode>(root, "scope", 2, scopeModeWord);
    manifest.variant = shape.text(root, "variant");
    for (const Node option : shape.mapping(root, "report"))
        manifest.report[std::string(option.key())] = option.string();
    const Node sources = shape.list(root, "sources");
    for (const Node source : sources) {
        if (shape.error())
            return manifest;
        manifest.sources.push_back(readSource(shape, source));
    }
    requireOnce(shape, sources, manifest.sources, &FrozenSource::path);
    const Node members = shape.list(root, "members");
    for (const Node member : members) {
        if (shape.error())
            return manifest;
        manifest.members.push_back({shape.text(member, "name"), digest(shape, member), shape.number(member, "bytes")});
    }
    requireOnce(shape, members, manifest.members, &FrozenMember::name);
    return manifest;
}

} // namespace

const char* scopeModeWord(importers::ScopeMode mode)
{
    constexpr std::array<const char*, 3> words = {"auto", "complete", "partial"};
    return words[static_cast<std::size_t>(mode)];
}

Limits manifestLimits()
{
    Limits limits;
    limits.fileBytes = std::size_t{128} << 20; // 500,000 files of 200 bytes each
    limits.documents = 1;
    limits.depth = 12; // it needs 6
    limits.nodes = 4'000'000;
    limits.scalarBytes = std::size_t{64} << 10;
    limits.problemsPerFile = 5;
    return limits;
}

Result<FrozenManifest> readManifest(std::string bytes, const std::string& name, const Limits& limits)
{
    constexpr const char* id = "frozen-manifest";
    JsonShape shape(name, id, {});
    if (bytes.size() > limits.fileBytes)
        return tl::unexpected(shape.fail(id, "expected a smaller manifest than this, which is not read", 1));
    const document::ReadResult result = document::readJson(document::FileText::make(name, std::move(bytes)), limits);
    for (const Problem& problem : result.problems)
        return tl::unexpected(
            shape.fail(id, "expected the manifest of a frozen review: " + problem.message, problem.evidence.line));
    if (result.documents.size() != 1)
        return tl::unexpected(shape.fail(id, "expected one JSON object, found none", 1));
    const Node root = result.documents.front().root();
    if (root["schema"].text() != "bartizan/frozen/1") {
        const bool newer = root["schema"].text().starts_with("bartizan/frozen/");
        return tl::unexpected(
            shape.fail(id,
                       newer ? "expected the manifest of a frozen review as this version writes it, found a newer one"
                             : "expected the manifest of a frozen review, found other JSON",
                       root["schema"] ? root["schema"].line() : root.line()));
    }
    FrozenManifest manifest = readRoot(shape, root);
    if (shape.error())
        return tl::unexpected(*shape.error());
    return manifest;
}

} // namespace bartizan::app
