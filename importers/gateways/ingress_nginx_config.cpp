// SPDX-License-Identifier: GPL-3.0-or-later
// The ConfigMap of ingress-nginx's controller (docs/user-guide/nginx-configuration/configmap.md): what holds for every
// route that it serves. Which ConfigMap a controller reads is an argument of its container; here it is recognised by
// its labels or by keys that no other program has.
#include "importers/gateways/facts.h"
#include "importers/gateways/ingress.h"

#include <algorithm>
#include <initializer_list>

namespace bartizan::importers {
namespace {

constexpr std::string_view product = "ingress-nginx";

bool recognised(const ObjectContext& context, Node data)
{
    for (const char* key :
         {"global-auth-url", "no-auth-locations", "enable-owasp-modsecurity-crs", "allow-snippet-annotations"}) {
        if (data[key])
            return true;
    }
    const Node name = context.node["metadata"]["labels"]["app.kubernetes.io/name"];
    return name.text() == product && nameOf(context).find("controller") != std::string::npos;
}

void attach(const ObjectContext& context, Protection protection, Node cited)
{
    AttachedProtection attached;
    attached.object = context.object;
    attached.targetController = product;
    protection.controller = product;
    protection.id = "nginx.global-" + protection.method;
    protection.evidence = urlEvidence(context, cited);
    attached.protection = std::move(protection);
    context.out.attachedProtections.push_back(std::move(attached));
}

void externalCheck(const ObjectContext& context, Node data)
{
    const Node url = data["global-auth-url"];
    if (trim(url.text()).empty())
        return;
    Protection check;
    check.method = "external";
    check.detail = "Every request of this controller's routes is checked by another service.";
    check.external = addressOf(url.text());
    check.externalPath = pathOf(url.text());
    if (const ServiceName service = serviceOf(check.external.host, namespaceOf(context)); !service.name.empty()) {
        check.refKind = "Service";
        check.refNs = service.ns;
        check.refName = service.name;
    }
    if (const Node exempt = data["no-auth-locations"]) {
        for (const auto path : split(exempt.text(), ","))
            check.exemptPaths.emplace_back(path);
    } else {
        check.exemptPaths = {"/.well-known/acme-challenge"};
    }
    attach(context, std::move(check), url);
}

void firewall(const ObjectContext& context, Node data)
{
    const Node enable = data["enable-modsecurity"];
    if (lowered(enable.text()) != "true")
        return;
    const Node snippet = data["modsecurity-snippet"];
    Protection waf;
    waf.kind = ProtectionKind::abuse;
    waf.method = "waf";
    const bool blocks = lowered(snippet.text()).find("secruleengine on") != std::string::npos;
    waf.enforcement = blocks ? Enforcement::enforced : Enforcement::off;
    waf.detail = blocks ? "The web application firewall blocks."
                        : "The web application firewall only detects: no SecRuleEngine On is written.";
    if (!blocks) {
        Protection trap = waf;
        trap.kind = ProtectionKind::trap;
        attach(context, trap, enable);
        context.out.attachedProtections.back().protection.id = "waf-detect-only";
    }
    attach(context, std::move(waf), enable);
}

} // namespace

void importControllerConfig(const ObjectContext& context)
{
    const Node data = context.node["data"];
    if (!recognised(context, data))
        return;
    ControllerConfigRecord record;
    record.object = context.object;
    record.controller = product;
    record.redirectsToHttps = boolFact(context, data["ssl-redirect"]);
    record.forceHttps = boolFact(context, data["force-ssl-redirect"]);
    record.evidence = context.meta().evidence;
    context.out.controllerConfigs.push_back(std::move(record));

    externalCheck(context, data);
    firewall(context, data);
    if (const Node list = data["whitelist-source-range"]; !trim(list.text()).empty()) {
        const auto ranges = split(list.text(), ",");
        Protection allow;
        allow.kind = ProtectionKind::abuse;
        allow.method = "ip-list";
        const bool all = std::any_of(ranges.begin(), ranges.end(), coversAllAddresses);
        allow.enforcement = all ? Enforcement::off : Enforcement::enforced;
        allow.detail = all ? "The list of client addresses contains every address." : "Only listed client addresses are served.";
        attach(context, std::move(allow), list);
    }
}

} // namespace bartizan::importers
