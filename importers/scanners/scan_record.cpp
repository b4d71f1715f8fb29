// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/scanners/scan_record.h"

#include "model/image_reference.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bartizan::importers::scanners {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

// A saved image: the name of a file says nothing about the image in it (RepoTags do).
bool isArchiveName(std::string_view name)
{
    static constexpr std::array endings = {".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar.zst"};
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return name.ends_with(ending); });
}

// `docker images` shows the first 12 digits of the config digest, and people scan by them.
bool isShortIdOf(const ScanRecord& record, std::string_view name)
{
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (name.size() < 7 || name.size() > 64 || !std::all_of(name.begin(), name.end(), hex))
        return false;
    return name.size() == 12 || name.size() == 64 ||
           std::any_of(record.configDigests.begin(), record.configDigests.end(),
                       [&](const std::string& digest) { return startsWith(std::string_view(digest).substr(7), name); });
}

void addReference(ScanRecord& record, const ImageReference& reference)
{
    const std::string repository = repositoryKey(reference);
    addUnique(record.repositories, repository);
    const std::string tag = reference.tag.empty() && reference.digest.empty() ? "latest" : reference.tag;
    if (!tag.empty())
        addUnique(record.references, repository + ':' + tag);
    if (reference.digest.empty())
        return;
    for (std::size_t i = 0; i < record.repoDigests.size(); ++i)
        if (record.repoDigests[i] == reference.digest && record.repoDigestRepositories[i] == repository)
            return;
    record.repoDigests.push_back(reference.digest);
    record.repoDigestRepositories.push_back(repository);
}

} // namespace

bool isOneOrList(const document::Node& root, bool (*isOne)(const document::Node&))
{
    if (!root.isSequence())
        return isOne(root);
    for (const document::Node item : root)
        if (!isOne(item))
            return false;
    return root.size() > 0;
}

void eachReport(const document::Node& root, const std::function<void(const document::Node&)>& visit)
{
    if (!root.isSequence())
        return visit(root);
    for (const document::Node item : root)
        visit(item);
}

void addUnique(std::vector<std::string>& list, std::string value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

FindingLevel levelOf(std::string_view word)
{
    static const std::array<std::pair<std::string_view, FindingLevel>, 6> levels = {{
        {"critical", FindingLevel::critical},
        {"high", FindingLevel::high},
        {"medium", FindingLevel::medium},
        {"moderate", FindingLevel::medium},
        {"low", FindingLevel::low},
        {"negligible", FindingLevel::negligible},
    }};
    const std::string small = lowered(word.substr(0, 16));
    for (const auto& [name, level] : levels)
        if (small == name)
            return level;
    return FindingLevel::unknown;
}

bool addImageName(ScanRecord& record, std::string_view name)
{
    for (const std::string_view scheme : {"docker-pullable://", "docker://", "oci://", "containerd://"})
        if (startsWith(name, scheme))
            name.remove_prefix(scheme.size());
    if (name.empty() || name.size() > 2048 || isArchiveName(name) || isShortIdOf(record, name))
        return false;
    if (isDigest(name)) { // an image id, not a name
        addConfigDigest(record, name);
        return true;
    }
    Result<ImageReference> reference = parseNormalized(name);
    if (!reference) {
        // Grype's sources ("registry:alpine:3.10") are cut off only where the text is no reference as it stands.
        for (const std::string_view source : {"registry:", "docker:", "podman:", "containerd:"})
            if (!reference && startsWith(name, source))
                reference = parseNormalized(name.substr(source.size()));
    }
    if (!reference)
        return false;
    addReference(record, *reference);
    return true;
}

void addConfigDigest(ScanRecord& record, std::string_view digest)
{
    if (isDigest(digest))
        addUnique(record.configDigests, std::string(digest));
}

void addManifestDigest(ScanRecord& record, std::string_view digest)
{
    if (isDigest(digest))
        addUnique(record.manifestDigests, std::string(digest));
}

std::string_view withoutSystemSuffix(std::string_view target, bool* found)
{
    const std::size_t at = target.ends_with(")") ? target.find(" (") : std::string_view::npos;
    if (found)
        *found = at != std::string_view::npos;
    return target.substr(0, at);
}

std::string platformOf(std::string_view os, std::string_view architecture, std::string_view variant)
{
    if (os.empty() || architecture.empty())
        return {};
    std::string platform = lowered(os) + '/' + lowered(architecture);
    if (!variant.empty())
        platform += '/' + lowered(variant);
    return platform;
}

void readLabels(ScanRecord& record, const document::Node& labels)
{
    record.labelSource = publicAddress(labels["org.opencontainers.image.source"].text());
    record.labelRevision = labels["org.opencontainers.image.revision"].string();
}

std::string timeOf(const document::Node& node)
{
    const std::string_view text = node.text();
    if (text.size() < 10 || text[4] != '-' || text[7] != '-' || startsWith(text, "0001-01-01"))
        return {};
    return std::string(text.substr(0, 64));
}

std::string publicAddress(std::string_view text)
{
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos)
        return std::string(text);
    const std::size_t start = scheme + 3;
    text = text.substr(0, text.find_first_of("?#", start)); // queries carry tokens too
    const std::size_t at = text.substr(0, text.find('/', start)).rfind('@');
    if (at == std::string_view::npos || at < start)
        return std::string(text);
    return std::string(text.substr(0, start)).append(text.substr(at + 1));
}

std::string sourceRepositoryOf(std::string_view url)
{
    std::string text = publicAddress(url);
    const std::size_t scheme = text.find("://");
    if (scheme != std::string::npos) {
        text.erase(0, scheme + 3);
    } else {
        // scp form: [user@]host:path
        const std::size_t colon = text.find(':');
        if (colon == std::string::npos || text.find('/') < colon)
            return {};
        text[colon] = '/';
        const std::size_t at = text.rfind('@', colon);
        if (at != std::string::npos)
            text.erase(0, at + 1);
    }
    while (text.ends_with("/"))
        text.pop_back();
    if (text.ends_with(".git"))
        text.resize(text.size() - 4);
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos || slash == 0)
        return {};
    return lowered(std::string_view(text).substr(0, slash)) + text.substr(slash);
}

Evidence addressEvidence(const document::Node& node)
{
    return publicAddress(node.text()) == node.text() ? node.evidence() : node.maskedEvidence();
}

} // namespace bartizan::importers::scanners
