// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image_reference.h"

#include "model/ascii.h"

#include <algorithm>

namespace bartizan {
namespace {

constexpr std::size_t longestPath = 255; // RepositoryNameTotalLengthMax
constexpr std::size_t longestTag = 128;
constexpr std::string_view hub = "docker.io";
constexpr std::string_view official = "library/";

bool isLowerHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f');
}
bool isHex(char c)
{
    return isLowerHex(c) || (c >= 'A' && c <= 'F');
}
bool isAlphanumeric(char c)
{
    return isLower(c) || isDigit(c);
}

template <class Predicate>
bool all(std::string_view text, Predicate predicate)
{
    return std::all_of(text.begin(), text.end(), predicate);
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (isUpper(c))
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

bool isIdentifier(std::string_view text)
{
    return text.size() == 64 && all(text, isLowerHex);
}

// [a-z0-9]+ ( ( [._] | "__" | "-"+ ) [a-z0-9]+ )*
bool isPathComponent(std::string_view text)
{
    std::size_t i = 0;
    while (true) {
        const std::size_t start = i;
        while (i < text.size() && isAlphanumeric(text[i]))
            ++i;
        if (i == start)
            return false;
        if (i == text.size())
            return true;
        const char separator = text[i++];
        if (separator == '-') {
            while (i < text.size() && text[i] == '-')
                ++i;
        } else if (separator == '_') {
            if (i < text.size() && text[i] == '_')
                ++i;
        } else if (separator != '.') {
            return false;
        }
    }
}

bool isPath(std::string_view text)
{
    while (true) {
        const std::size_t slash = text.find('/');
        if (!isPathComponent(text.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        text.remove_prefix(slash + 1);
    }
}

bool isHostLabel(std::string_view text)
{
    return !text.empty() && text.front() != '-' && text.back() != '-' &&
           all(text, [](char c) { return isLetter(c) || isDigit(c) || c == '-'; });
}

// host [":" port]; an IPv6 address only in brackets, without zone or embedded IPv4.
bool isDomain(std::string_view text)
{
    std::string_view host = text;
    std::string_view rest;
    if (!text.empty() && text.front() == '[') {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos || close == 1)
            return false;
        if (!all(text.substr(1, close - 1), [](char c) { return isHex(c) || c == ':'; }))
            return false;
        rest = text.substr(close + 1);
    } else {
        const std::size_t colon = text.find(':');
        host = text.substr(0, colon);
        if (colon != std::string_view::npos)
            rest = text.substr(colon);
        while (true) {
            const std::size_t dot = host.find('.');
            if (!isHostLabel(host.substr(0, dot)))
                return false;
            if (dot == std::string_view::npos)
                break;
            host.remove_prefix(dot + 1);
        }
    }
    return rest.empty() || (rest.size() > 1 && rest.front() == ':' && all(rest.substr(1), isDigit));
}

bool isTag(std::string_view text)
{
    const auto word = [](char c) { return isLetter(c) || isDigit(c) || c == '_'; };
    return !text.empty() && text.size() <= longestTag && word(text.front()) &&
           all(text, [&](char c) { return word(c) || c == '.' || c == '-'; });
}

// algorithm ":" hex{32,} with algorithm = [A-Za-z][A-Za-z0-9]*([-_+.][A-Za-z][A-Za-z0-9]*)*
bool isDigestShape(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return false;
    const std::string_view hex = text.substr(colon + 1);
    if (hex.size() < 32 || !all(hex, isHex))
        return false;
    bool atStart = true;
    for (const char c : text.substr(0, colon)) {
        if (atStart) {
            if (!isLetter(c))
                return false;
            atStart = false;
        } else if (c == '-' || c == '_' || c == '+' || c == '.') {
            atStart = true;
        } else if (!isLetter(c) && !isDigit(c)) {
            return false;
        }
    }
    return !atStart;
}

// The three parts by the grammar's separators. A digest holds no '@' and a tag no '/', so the cuts are unambiguous.
struct Parts {
    std::string_view name, tag, digest;
    bool tagged = false, digested = false;
};
Parts cut(std::string_view text)
{
    Parts parts;
    const std::size_t at = text.find('@');
    if (at != std::string_view::npos) {
        parts.digested = true;
        parts.digest = text.substr(at + 1);
        text = text.substr(0, at);
    }
    const std::size_t slash = text.rfind('/');
    const std::size_t colon = text.find(':', slash == std::string_view::npos ? 0 : slash);
    if (colon != std::string_view::npos) {
        parts.tagged = true;
        parts.tag = text.substr(colon + 1);
        text = text.substr(0, colon);
    }
    parts.name = text;
    return parts;
}

bool splitName(std::string_view name, ImageReference& out)
{
    const std::size_t slash = name.find('/');
    if (slash != std::string_view::npos && isDomain(name.substr(0, slash)) && isPath(name.substr(slash + 1))) {
        out.domain = name.substr(0, slash);
        out.path = name.substr(slash + 1);
        return true;
    }
    if (!isPath(name))
        return false;
    out.domain.clear();
    out.path = name;
    return true;
}

bool matchesGrammar(std::string_view text, ImageReference& out)
{
    const Parts parts = cut(text);
    if (parts.tagged && !isTag(parts.tag))
        return false;
    if (parts.digested && !isDigestShape(parts.digest))
        return false;
    if (!splitName(parts.name, out))
        return false;
    out.tag = parts.tag;
    out.digest = parts.digest;
    return true;
}

tl::unexpected<Error> refuse(std::string id, std::string message)
{
    return tl::unexpected<Error>(Error{std::move(id), std::move(message)});
}

// go-digest Validate() with sha256 registered.
const char* digestFault(std::string_view digest)
{
    const std::size_t colon = digest.find(':');
    if (digest.substr(0, colon) != "sha256")
        return "digest-unsupported";
    const std::string_view hex = digest.substr(colon + 1);
    if (hex.size() != 64)
        return "digest-length";
    return all(hex, isLowerHex) ? nullptr : "digest-format";
}

struct HubSplit {
    std::string domain, remote;
};
// splitDockerDomain: the first element is a registry only if it looks like one.
HubSplit splitRegistry(std::string_view text)
{
    HubSplit split;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return {std::string(hub), std::string(official).append(text)};
    const std::string_view first = text.substr(0, slash);
    if (first == "index.docker.io") {
        split = {std::string(hub), std::string(text.substr(slash + 1))};
    } else if (first == "localhost" || first.find_first_of(".:") != std::string_view::npos || lowered(first) != first) {
        split = {std::string(first), std::string(text.substr(slash + 1))};
    } else {
        split = {std::string(hub), std::string(text)};
    }
    if (split.domain == hub && split.remote.find('/') == std::string::npos)
        split.remote.insert(0, official);
    return split;
}

} // namespace

std::string ImageReference::name() const
{
    return domain.empty() ? path : domain + '/' + path;
}

std::string ImageReference::text() const
{
    std::string result = name();
    if (!tag.empty())
        result.append(1, ':').append(tag);
    if (digest.empty())
        return result;
    if (!result.empty())
        result.append(1, '@');
    return result.append(digest);
}

Result<ImageReference> parseReference(std::string_view text)
{
    if (text.empty())
        return refuse("reference-empty", "expected an image name, found an empty text");
    ImageReference reference;
    if (!matchesGrammar(text, reference)) {
        ImageReference ignored;
        if (const std::string lower = lowered(text); lower != text && matchesGrammar(lower, ignored))
            return refuse("name-uppercase", "expected an image name in lower case, found upper-case letters");
        return refuse("reference-format", "expected an image reference [registry/]path[:tag][@digest], found another form");
    }
    if (reference.path.size() > longestPath)
        return refuse("name-too-long", "expected an image path of at most 255 characters, found a longer one");
    if (!reference.digest.empty())
        if (const char* fault = digestFault(reference.digest))
            return refuse(fault, "expected a digest sha256: with 64 lower-case hexadecimal digits, found another form");
    return reference;
}

Result<ImageReference> parseNormalized(std::string_view text)
{
    if (isIdentifier(text))
        return refuse("name-is-identifier", "expected an image name, found 64 hexadecimal digits, which are an image id");
    const HubSplit split = splitRegistry(text);
    const std::string_view beforeColon = std::string_view(split.remote).substr(0, split.remote.find(':'));
    if (lowered(beforeColon) != beforeColon)
        return refuse("name-uppercase", "expected an image name in lower case, found upper-case letters");
    return parseReference(split.domain + '/' + split.remote);
}

Result<ImageReference> parseCanonical(std::string_view text)
{
    Result<ImageReference> reference = parseNormalized(text);
    if (reference && reference->text() != text)
        return refuse("name-not-canonical", "expected an image name with its registry, found a short form");
    return reference;
}

Result<ImageReference> parseAnyReference(std::string_view text)
{
    ImageReference bare;
    if (isIdentifier(text)) {
        bare.digest = std::string("sha256:").append(text);
        return bare;
    }
    if (isDigest(text)) {
        bare.digest = text;
        return bare;
    }
    return parseNormalized(text);
}

ImageReference asPulled(ImageReference reference)
{
    if (!reference.digest.empty())
        reference.tag.clear();
    else if (reference.tag.empty())
        reference.tag = "latest";
    return reference;
}

std::string familiarName(const ImageReference& reference)
{
    if (reference.domain != hub)
        return reference.name();
    const std::string_view path = reference.path;
    const bool isOfficial =
        path.substr(0, official.size()) == official && path.find('/', official.size()) == std::string_view::npos;
    return std::string(isOfficial ? path.substr(official.size()) : path);
}

bool isDigest(std::string_view text)
{
    constexpr std::string_view algorithm = "sha256:";
    return text.substr(0, algorithm.size()) == algorithm && isIdentifier(text.substr(algorithm.size()));
}

std::string repositoryKey(const ImageReference& reference)
{
    std::string domain = lowered(reference.domain);
    std::string path = reference.path;
    if (domain == "registry-1.docker.io" || domain == "registry.hub.docker.com" || domain == "index.docker.io") {
        domain = hub;
        if (path.find('/') == std::string::npos)
            path.insert(0, official);
    }
    return domain.empty() ? path : domain + '/' + path;
}

} // namespace bartizan
