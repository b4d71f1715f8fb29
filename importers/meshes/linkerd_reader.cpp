// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/meshes/linkerd_reader.h"

#include "importers/kubernetes/selector.h"
#include "importers/kubernetes/words.h"
#include "model/ip_block.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

bool dnsIdentity(std::string_view text)
{
    for (bool first = true;; first = false) {
        const std::size_t dot = text.find('.');
        const std::string_view label = text.substr(0, dot);
        if (!dnsLabel(label) && !(first && label == "*"))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

// SPIFFE-ID, sections 2.1 and 2.2: a trust domain, and segments of a path that are neither empty nor dots.
bool spiffeIdentity(std::string_view text)
{
    constexpr std::string_view scheme = "spiffe://";
    if (!text.starts_with(scheme))
        return false;
    text.remove_prefix(scheme.size());
    const auto plain = [](char c) { return isDigit(c) || isLower(c) || c == '-' || c == '.' || c == '_'; };
    const std::string_view domain = text.substr(0, text.find('/'));
    if (domain.empty() || !std::all_of(domain.begin(), domain.end(), plain))
        return false;
    text.remove_prefix(domain.size());
    while (!text.empty()) {
        text.remove_prefix(1); // the slash
        const std::string_view segment = text.substr(0, text.find('/'));
        if (segment.empty() || segment == "." || segment == ".." ||
            !std::all_of(segment.begin(), segment.end(), [&](char c) { return plain(c) || isUpper(c); }))
            return false;
        text.remove_prefix(segment.size());
    }
    return true;
}

} // namespace

bool nothingAt(Node node)
{
    return node.isNull() || (node.isSequence() && node.size() == 0);
}

bool dnsLabel(std::string_view text)
{
    return !text.empty() && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || isLower(c) || c == '-'; });
}

void LinkerdReader::refuse(std::string_view expected, std::string_view found, std::string_view remedy, Node at, std::string id)
{
    invalid().refuse(std::move(id), expected, found, remedy, at);
}

Node LinkerdReader::required(Node parent, std::string_view key)
{
    if (parent && parent[key].isNull()) // what is below a missing mapping is not missed again
        refuse("the field " + std::string(key), "none", "write it", parent);
    return mapping(parent, key);
}

Selector LinkerdReader::selector(Node parent, std::string_view key)
{
    if (!mapping(parent, key))
        return {};
    return checkedSelector(fields(), parent, key, invalid(), LabelFormat::any);
}

std::optional<ObjectRef> LinkerdReader::reference(Node node, std::initializer_list<Kind> kinds, std::string_view expected)
{
    std::string group = lowered(text(node, "group"));
    if (group == "core")
        group.clear();
    const std::string kind = lowered(text(node, "kind"));
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& one) { return one.group == group && one.lower == kind; });
    if (found == kinds.end()) {
        refuse(expected, "another kind or group", "write one of these with its group", node);
        return std::nullopt;
    }
    ObjectRef ref;
    ref.group = found->group;
    ref.kind = found->kind;
    ref.name = text(node, "name");
    const std::string ns = text(node, "namespace");
    if (found->lower != namespaceKind.lower)
        ref.ns = ns.empty() ? this->ns() : ns;
    ref.evidence = evidence(node);
    if (ref.name.empty())
        refuse("a name in a reference", "none", "write which object is meant", node);
    return ref;
}

std::vector<PolicyPeer::Block> LinkerdReader::networks(Node parent, std::string_view key)
{
    constexpr std::string_view remedy = "write an IPv4 or IPv6 address, and a slash and the prefix length for more than one";
    std::vector<PolicyPeer::Block> result;
    for (const Node node : mappings(parent, key)) {
        PolicyPeer::Block block;
        block.cidr = text(node, "cidr");
        const std::optional<IpBlock> whole = ipBlockOf(block.cidr); // Linkerd takes single addresses beside blocks
        if (!whole)
            refuse("an address or a block of addresses in CIDR notation", block.cidr.empty() ? "none" : "another text", remedy,
                   node["cidr"] ? node["cidr"] : node, "invalid-block");
        for (const Node except : strings(node, "except")) {
            const std::optional<IpBlock> part = ipBlockOf(except.text());
            if (!part)
                refuse("addresses or blocks in CIDR notation as exceptions", "another text", remedy, except, "invalid-block");
            else if (whole && !strictlyWithin(*part, *whole))
                refuse("an exception that is a part of its block", "one that is not, or that is all of it",
                       "write a smaller block of the same addresses", except, "invalid-block");
            block.except.push_back(except.string());
        }
        result.push_back(std::move(block));
    }
    return result;
}

void LinkerdReader::identities(Node parent, std::string_view key, Names allowed, LinkerdClients& clients)
{
    for (const Node node : strings(parent, key)) {
        if (!dnsIdentity(node.text()) && !(allowed == Names::dnsOrSpiffe && spiffeIdentity(node.text())))
            refuse("a client's name as its certificate holds it", "another text",
                   "write a DNS name in lower case, of which the first part may be *", node);
        clients.anyTls = clients.anyTls || node.text() == "*";
        clients.identities.push_back(node.string());
    }
}

} // namespace bartizan::importers
