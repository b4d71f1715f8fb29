// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/refusals.h"

#include "importers/kubernetes/object.h"
#include "importers/registry.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

constexpr std::string_view errorLine = "Error from server (";
constexpr std::size_t maxLines = 10'000;

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// Kubernetes' own rule for guessing a resource's name from its kind (apimachinery meta.UnsafeGuessKindToResource).
std::string resourceOf(std::string_view kind)
{
    const std::string singular = lower(kind);
    if (singular == "endpoints")
        return singular;
    if (singular.ends_with("s") || singular.ends_with("x") || singular.ends_with("ch"))
        return singular + "es";
    if (singular.ends_with("y") && !singular.ends_with("ay") && !singular.ends_with("ey"))
        return singular.substr(0, singular.size() - 1) + "ies";
    return singular + "s";
}

// The text between `before` and the next double quote; "" when it is not there.
std::string_view quotedAfter(std::string_view text, std::string_view before)
{
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = text.substr(at + before.size());
    const std::size_t end = rest.find('"');
    return end == std::string_view::npos ? std::string_view{} : rest.substr(0, end);
}

// apiserver: `X is forbidden: User "u" cannot list resource "pods" in API group "" in the namespace "shop"`, or `at the
// cluster scope`.
RefusedRead fromMessage(std::string_view message)
{
    RefusedRead read;
    const std::string_view resource = quotedAfter(message, " resource \"");
    if (!resource.empty())
        read.kind = kindOfResource(resource, quotedAfter(message, " in API group \""));
    const std::string_view ns = quotedAfter(message, " in the namespace \"");
    read.ns = ns.empty() ? "*" : std::string(ns);
    return read;
}

} // namespace

std::string kindOfResource(std::string_view resource, std::string_view group)
{
    for (const KindRow& row : kindRows())
        if ((row.group == group || row.group == "*") && resourceOf(row.kind) == resource)
            return qualifiedKind(group, row.kind);
    return qualifiedKind(group, resource);
}

bool isRefusal(document::Node root)
{
    return root["kind"].text() == "Status" && root["apiVersion"].text() == "v1" && root["reason"].text() == "Forbidden"
        && !root["details"]["kind"].text().empty();
}

RefusedRead refusalOf(document::Node status)
{
    RefusedRead read = fromMessage(status["message"].text());
    const document::Node details = status["details"];
    read.kind = kindOfResource(details["kind"].text(), details["group"].text());
    return read;
}

bool isKubectlErrors(std::string_view bytes)
{
    return bytes.starts_with(errorLine);
}

std::vector<RefusedRead> refusalsIn(std::string_view bytes)
{
    std::vector<RefusedRead> result;
    for (std::size_t lines = 0; !bytes.empty() && lines < maxLines; ++lines) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
        if (!line.starts_with("Error from server (Forbidden): "))
            continue;
        if (RefusedRead read = fromMessage(line); !read.kind.empty())
            result.push_back(std::move(read));
    }
    return result;
}

} // namespace bartizan::importers
