// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/gateways/facts.h"

#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/selector.h"
#include "model/ip_block.h"

#include <algorithm>
#include <charconv>

namespace bartizan::importers {
namespace {

bool empty(Node node)
{
    return node.isNull() || node.kind() == document::NodeKind::skipped;
}

std::string_view authorityOf(std::string_view url)
{
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/?#"));
}

} // namespace

Fact<std::string> textFact(const ObjectContext& context, Node node)
{
    Fact<std::string> fact;
    if (!node.isScalar() || node.isNull())
        return fact;
    fact.value = node.string();
    fact.evidence = node.evidence(context.object);
    return fact;
}

Fact<bool> boolFact(const ObjectContext& context, Node node)
{
    Fact<bool> fact;
    if (!node.isScalar() || node.isNull())
        return fact;
    const auto value = node.asBool();
    const std::string word = lowered(node.text());
    if (!value && word != "true" && word != "false") // annotations are strings
        return fact;
    fact.value = value ? *value : word == "true";
    fact.evidence = node.evidence(context.object);
    return fact;
}

std::vector<std::string> texts(Node list)
{
    std::vector<std::string> result;
    if (list.isScalar() && !list.isNull())
        result.push_back(list.string());
    if (!list.isSequence())
        return result;
    for (const Node item : list) {
        if (item.isScalar() && !item.isNull())
            result.push_back(item.string());
    }
    return result;
}

std::uint32_t portNumber(std::string_view text)
{
    std::uint32_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port <= 65535 ? port : 0;
}

std::vector<Node> items(const ObjectContext& context, Node node)
{
    if (empty(node))
        return {};
    if (!node.isSequence()) {
        Fields(context).unexpected(node, "a list");
        return {};
    }
    std::vector<Node> result;
    result.reserve(node.size());
    for (const Node item : node)
        result.push_back(item);
    return result;
}

Node mapping(const ObjectContext& context, Node node)
{
    if (empty(node))
        return {};
    if (node.isMapping())
        return node;
    Fields(context).unexpected(node, "a mapping");
    return {};
}

Node annotation(const ObjectContext& context, std::string_view key)
{
    const Node node = context.node["metadata"]["annotations"][key];
    return node.isScalar() && !node.isNull() ? node : Node{};
}

std::string idOf(const ObjectContext& context, std::string_view dialect)
{
    return std::string(dialect) + ":" + namespaceOf(context) + "/" + nameOf(context);
}

Selector labelMap(const ObjectContext& context, Node labels)
{
    Selector selector;
    if (!labels.isMapping())
        return selector;
    selector.present = true;
    selector.evidence = labels.evidence(context.object);
    for (const Node label : labels)
        selector.requirements.push_back({std::string(label.key()), SelectorRequirement::Op::in, {label.string()}});
    return selector;
}

Selector labelSelector(const ObjectContext& context, Node node)
{
    return labelSelectorOf(Fields(context), node);
}

Fact<bool> condition(const ObjectContext& context, Node conditions, std::string_view type)
{
    Fact<bool> fact;
    if (!conditions.isSequence())
        return fact;
    for (const Node entry : conditions) {
        const std::string_view status = entry["status"].text();
        if (entry["type"].text() != type || (status != "True" && status != "False"))
            continue;
        fact.value = status == "True";
        fact.evidence = entry["status"].evidence(context.object);
    }
    return fact;
}

Fact<std::string> audience(const ObjectContext& context)
{
    constexpr std::string_view key = "bartizan.dev/audience";
    if (const Node note = annotation(context, key))
        return textFact(context, note);
    return textFact(context, context.node["metadata"]["labels"][key]);
}

AddressToken addressOf(std::string_view url)
{
    AddressToken token;
    url = trim(url);
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        token.scheme = lowered(url.substr(0, scheme));
    std::string_view authority = authorityOf(url);
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        token.credentials = authority.substr(0, at).find(':') != std::string_view::npos;
        authority.remove_prefix(at + 1);
    }
    std::string_view port;
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        token.host = lowered(authority.substr(1, close == std::string_view::npos ? close : close - 1));
        if (close != std::string_view::npos && authority.substr(close + 1).starts_with(':'))
            port = authority.substr(close + 2);
    } else if (const auto colon = authority.rfind(':'); colon != std::string_view::npos) {
        token.host = lowered(authority.substr(0, colon));
        port = authority.substr(colon + 1);
    } else {
        token.host = lowered(authority);
    }
    token.port = portNumber(port);
    return token;
}

std::string pathOf(std::string_view url)
{
    url = trim(url);
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    const auto slash = url.find('/');
    if (slash == std::string_view::npos)
        return {};
    url.remove_prefix(slash);
    return std::string(url.substr(0, url.find_first_of("?#")));
}

Evidence urlEvidence(const ObjectContext& context, Node node)
{
    return authorityOf(node.text()).find('@') == std::string_view::npos ? node.evidence(context.object)
                                                                        : node.maskedEvidence(context.object);
}

ServiceName serviceOf(std::string_view host, std::string_view ns)
{
    while (host.ends_with('.'))
        host.remove_suffix(1);
    for (const std::string_view suffix : {".svc.cluster.local", ".svc"}) {
        if (!host.ends_with(suffix))
            continue;
        host.remove_suffix(suffix.size());
        const auto dot = host.find('.');
        if (dot == std::string_view::npos || host.find('.', dot + 1) != std::string_view::npos)
            return {};
        return {std::string(host.substr(dot + 1)), std::string(host.substr(0, dot))};
    }
    if (host.empty() || host.find_first_of("*/$ []:") != std::string_view::npos)
        return {};
    const auto dot = host.find('.');
    if (dot == std::string_view::npos)
        return host == "localhost" ? ServiceName{} : ServiceName{std::string(ns), std::string(host)};
    if (host.find('.', dot + 1) != std::string_view::npos)
        return {};
    return {std::string(host.substr(dot + 1)), std::string(host.substr(0, dot))};
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (const auto part = trim(text.substr(0, end)); !part.empty())
            parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool isAddressRange(std::string_view range)
{
    return ipBlockOf(range).has_value();
}

bool coversAllAddresses(std::string_view range)
{
    return isAddressRange(range) && range.ends_with("/0");
}

} // namespace bartizan::importers
