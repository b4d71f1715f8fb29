// SPDX-License-Identifier: GPL-3.0-or-later
// oauth2-proxy (docs/docs/configuration/overview.md) and OpenShift's oauth-proxy, which grew from it and shares the
// flags read here. Flags are "-name" or "--name", with "=value" or the value as the next argument; the environment
// variable of --skip-auth-route is OAUTH2_PROXY_SKIP_AUTH_ROUTES, its values separated by commas.
#include "importers/gateways/oauth2_proxy.h"

#include "importers/gateways/facts.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

struct Setting {
    std::string name; // "skip-auth-route", without dashes and plural
    std::string value;
    Node node;
};

std::string_view repositoryName(std::string_view image)
{
    image = image.substr(0, image.find('@'));
    if (const auto slash = image.rfind('/'); slash != std::string_view::npos)
        image.remove_prefix(slash + 1);
    return image.substr(0, image.find(':'));
}

std::string product(std::string_view image)
{
    const std::string_view name = repositoryName(image);
    if (name == "oauth2-proxy" || name == "oauth2_proxy")
        return "oauth2-proxy";
    if (name == "oauth-proxy" || name == "origin-oauth-proxy" || name == "ose-oauth-proxy")
        return "OpenShift oauth-proxy";
    return {};
}

std::string canonical(std::string name)
{
    std::replace(name.begin(), name.end(), '_', '-');
    for (const char* plural : {"upstreams", "skip-auth-routes", "email-domains", "trusted-ips"}) {
        if (name == plural)
            name.pop_back();
    }
    return name;
}

bool wanted(std::string_view name)
{
    for (const char* known :
         {"upstream", "skip-auth-route", "skip-auth-regex", "skip-auth-preflight", "provider", "oidc-issuer-url", "email-domain",
          "http-address", "https-address", "trusted-ip", "config", "alpha-config", "ssl-insecure-skip-verify",
          "insecure-oidc-allow-unverified-email", "openshift-service-account"}) {
        if (name == known)
            return true;
    }
    return false;
}

void fromArguments(Node list, std::vector<Setting>& out)
{
    if (!list.isSequence())
        return;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Node node = list.at(i);
        std::string_view text = node.text();
        if (!text.starts_with('-'))
            continue;
        text.remove_prefix(text.starts_with("--") ? 2 : 1);
        const auto equals = text.find('=');
        const std::string name = canonical(std::string(text.substr(0, equals)));
        if (!wanted(name))
            continue;
        if (equals != std::string_view::npos)
            out.push_back({name, std::string(text.substr(equals + 1)), node});
        else if (i + 1 < list.size() && !list.at(i + 1).text().starts_with('-'))
            out.push_back({name, list.at(i + 1).string(), list.at(i + 1)});
        else
            out.push_back({name, "true", node});
    }
}

void fromEnvironment(Node list, std::vector<Setting>& out)
{
    constexpr std::string_view prefix = "OAUTH2_PROXY_";
    if (!list.isSequence())
        return;
    for (const Node entry : list) {
        const std::string_view name = entry["name"].text();
        if (!name.starts_with(prefix) || !entry["value"].isScalar())
            continue;
        const std::string setting = canonical(lowered(name.substr(prefix.size())));
        if (!wanted(setting))
            continue;
        for (const auto value : split(entry["value"].text(), ","))
            out.push_back({setting, std::string(value), entry["value"]});
    }
}

void addTrap(const ObjectContext& context, AuthProxyRecord& record, const Setting& setting, std::string id, std::string detail)
{
    Protection trap;
    trap.kind = ProtectionKind::trap;
    trap.id = std::move(id);
    trap.detail = std::move(detail);
    trap.evidence = setting.node.evidence(context.object);
    record.traps.push_back(std::move(trap));
}

bool isTrue(const Setting& setting)
{
    const std::string word = lowered(setting.value);
    return word == "true" || word == "1";
}

void apply(const ObjectContext& context, AuthProxyRecord& record, const Setting& setting)
{
    const std::string& name = setting.name;
    if (name == "upstream") {
        const AddressToken upstream = addressOf(setting.value);
        if (upstream.scheme != "static" && upstream.scheme != "file" && upstream.scheme != "unix" && !upstream.host.empty())
            record.upstreams.push_back(upstream);
    } else if (name == "skip-auth-route" || name == "skip-auth-regex") {
        record.exemptPaths.push_back({setting.value, setting.node.evidence(context.object)});
    } else if (name == "provider") {
        record.provider = {setting.value, setting.node.evidence(context.object)};
    } else if (name == "openshift-service-account" && !record.provider.written()) {
        record.provider = {"openshift", setting.node.evidence(context.object)};
    } else if (name == "oidc-issuer-url") {
        record.issuer = addressOf(setting.value);
    } else if (name == "http-address" || name == "https-address") {
        if (const std::uint32_t port = addressOf(setting.value).port)
            record.port = port;
    } else if (name == "config" || name == "alpha-config") {
        record.settingsElsewhere = true;
    } else if (name == "email-domain" && setting.value == "*") {
        addTrap(context, record, setting, "any-account", "Every account of the identity provider is let in.");
    } else if (name == "trusted-ip") {
        addTrap(context, record, setting, "trusted-addresses",
                "Clients from listed addresses are let through without signing in.");
    } else if (name == "skip-auth-preflight" && isTrue(setting)) {
        addTrap(context, record, setting, "preflight-exempt", "OPTIONS requests are let through without a check.");
    } else if (name == "ssl-insecure-skip-verify" && isTrue(setting)) {
        addTrap(context, record, setting, "skip-verify", "The identity provider's certificate is not verified.");
    } else if (name == "insecure-oidc-allow-unverified-email" && isTrue(setting)) {
        addTrap(context, record, setting, "unverified-email",
                "Accounts are told apart by e-mail addresses that nobody verified.");
    }
}

} // namespace

void importAuthProxy(const ObjectContext& context, Node podSpec)
{
    const Node containers = podSpec["containers"];
    if (!containers.isSequence())
        return;
    for (const Node container : containers) {
        AuthProxyRecord record;
        record.product = product(container["image"].text());
        if (record.product.empty())
            continue;
        record.object = context.object;
        record.container = container["name"].string();
        record.settingsElsewhere = container["envFrom"].size() > 0;
        record.evidence = container["image"].evidence(context.object);
        std::vector<Setting> settings;
        fromArguments(container["command"], settings);
        fromArguments(container["args"], settings);
        fromEnvironment(container["env"], settings);
        for (const Setting& setting : settings)
            apply(context, record, setting);
        if (record.port == 0)
            record.port = portNumber(container["ports"].at(0)["containerPort"]);
        context.out.authProxies.push_back(std::move(record));
    }
}

} // namespace bartizan::importers
