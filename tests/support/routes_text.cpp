// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/import_text.h"

namespace bartizan::test {
namespace {

std::string at(const Evidence& evidence)
{
    return evidence.valid() ? "@" + std::to_string(evidence.line) : "@none";
}

std::string list(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values)
        text += (text.empty() ? "" : ",") + value;
    return text;
}

std::string named(const char* name, const std::vector<std::string>& values)
{
    return values.empty() ? "" : std::string(" ") + name + "=" + list(values);
}

std::string named(const char* name, const std::string& value)
{
    return value.empty() ? "" : std::string(" ") + name + "=" + value;
}

std::string named(const char* name, const Fact<bool>& fact)
{
    return fact.written() ? std::string(" ") + name + "=" + (*fact ? "true" : "false") + at(fact.evidence) : "";
}

std::string named(const char* name, const Fact<std::string>& fact)
{
    return fact.written() ? std::string(" ") + name + "=" + *fact + at(fact.evidence) : "";
}

std::string named(const char* name, const Fact<TlsMode>& fact)
{
    constexpr const char* words[] = {"unknown", "none", "terminate", "passthrough", "mutual", "optionalMutual"};
    return fact.written() ? std::string(" ") + name + "=" + words[static_cast<int>(*fact)] + at(fact.evidence) : "";
}

std::string named(const char* name, const Fact<MtlsMode>& fact)
{
    constexpr const char* words[] = {"unset", "disable", "permissive", "strict"};
    return fact.written() ? std::string(" ") + name + "=" + words[static_cast<int>(*fact)] + at(fact.evidence) : "";
}

std::string selector(const char* name, const Selector& value)
{
    if (!value.present)
        return "";
    constexpr const char* ops[] = {" in ", " notin ", " exists", " !exists"};
    std::string text = std::string(" ") + name + "={";
    for (std::size_t i = 0; i < value.requirements.size(); ++i) {
        const SelectorRequirement& requirement = value.requirements[i];
        text += (i ? "; " : "") + requirement.key + ops[static_cast<int>(requirement.op)] + list(requirement.values);
    }
    return text + "}";
}

std::string address(const AddressToken& token)
{
    return (token.scheme.empty() ? "" : token.scheme + "://") + token.host +
           (token.port ? ":" + std::to_string(token.port) : "") + (token.credentials ? " (credentials)" : "");
}

std::string protection(const Protection& item)
{
    constexpr const char* kinds[] = {"authentication", "authorization", "abuse", "secondFactor", "trap"};
    constexpr const char* states[] = {"enforced", "optional", "off", "unresolved", "unknown"};
    std::string text = kinds[static_cast<int>(item.kind)];
    text +=
        item.kind == ProtectionKind::trap ? " " + item.id : " " + item.method + " " + states[static_cast<int>(item.enforcement)];
    text += named("ref", item.refName.empty() ? "" : item.refKind + ":" + item.refNs + "/" + item.refName);
    text += named("to", item.kind == ProtectionKind::trap ? "" : address(item.external) + item.externalPath);
    text += named("exempt", item.exemptPaths);
    text += named("controller", item.controller);
    return text + (item.perReplica ? " perReplica" : "") + (item.perHost ? " perHost" : "") + " " + at(item.evidence);
}

std::string target(const AttachedProtection& item)
{
    std::string text = named("gateway", item.targetGateway) + named("route", item.targetRoute) +
                       named("service", item.targetService.empty() ? "" : item.targetNs + "/" + item.targetService) +
                       named("section", item.section) + named("by", item.targetController) + named("kind", item.target.kind) +
                       selector("pods", item.targetPods) + selector("labels", item.targetLabels) + named("family", item.family);
    return text + (item.merges ? " merges" : "") + (item.overrides ? " overrides" : "");
}

std::string refs(const std::vector<ObjectRef>& items)
{
    std::string text;
    for (const ObjectRef& ref : items)
        text += (text.empty() ? "" : ",") + (ref.group.empty() ? "" : ref.group + "/") + ref.kind + ":" + ref.ns + "/" + ref.name;
    return text;
}

} // namespace

std::string routesText(const Inventory& inventory)
{
    std::string text;
    for (const RouteRecord& route : inventory.routes) {
        text += route.id + " " + at(route.evidence) + " " + route.pathType + named("path", route.path);
        text += (route.protocol == "http" ? "" : " " + route.protocol) + named("rule", route.section) +
                named("hosts", route.hosts) + named("class", route.className) + named("methods", route.methods) +
                named("headers", route.headers) + named("query", route.queryParams) + named("edge", route.edgeTls) +
                named("certificates", route.certificates) + named("toHttps", route.redirectsToHttps) +
                named("plainRefused", route.plainRefused) + named("away", route.redirectsAway) +
                named("upstream", route.upstreamTls) + named("audience", route.audience) + named("delegate", route.delegatesTo) +
                (route.meshOnly ? " meshOnly" : "") + "\n";
        for (const ParentRef& parent : route.parents)
            text += "  parent " + parent.kind + named("id", parent.gateway) + named("section", parent.section) +
                    named("port", parent.port ? std::to_string(parent.port) : "") + named("accepted", parent.accepted) + " " +
                    at(parent.evidence) + "\n";
        for (const BackendRef& backend : route.backends)
            text += std::string("  ") + (backend.mirror ? "mirror " : "backend ") + backend.kind + " " +
                    (backend.ns.empty() ? "" : backend.ns + "/") + backend.name + named("port", backend.port) +
                    (backend.weight == 1 ? "" : " weight=" + std::to_string(backend.weight)) + " " + at(backend.evidence) + "\n";
        for (const ControllerFacts& facts : route.byController) {
            text += "  by " + facts.controller + named("edge", facts.edgeTls) + named("toHttps", facts.redirectsToHttps) +
                    named("upstream", facts.upstreamTls) + named("pathType", facts.pathType) +
                    named("away", facts.redirectsAway) + named("internal", facts.internal) + named("canary", facts.canary);
            for (const Fact<std::string>& host : facts.moreHosts)
                text += named("host", host);
            text += "\n";
        }
        for (const Protection& item : route.protections)
            text += "  " + protection(item) + "\n";
        for (const Fact<std::string>& item : route.addresses)
            text += "  address" + named("is", item) + "\n";
    }
    return text;
}

std::string gatewaysText(const Inventory& inventory)
{
    std::string text;
    for (const GatewayClassRecord& item : inventory.gatewayClasses)
        text += "class " + item.dialect + " " + inventory.object(item.object).identity.name +
                named("controller", item.controller) + named("product", item.product) + (item.isDefault ? " default" : "") +
                named("accepted", item.accepted) + " " + at(item.evidence) + "\n";
    for (const GatewayRecord& gateway : inventory.gateways) {
        text += gateway.id + " " + at(gateway.evidence) + named("class", gateway.className) + selector("pods", gateway.pods) +
                named("addresses", gateway.addresses) + named("accepted", gateway.accepted) +
                named("programmed", gateway.programmed) + named("parent", gateway.parent) +
                (gateway.allowedListeners == "None" ? "" : named("listenersFrom", gateway.allowedListeners)) + "\n";
        for (const ListenerRecord& item : gateway.listeners)
            text +=
                "  listener " + item.name + " " + item.protocol + ":" + std::to_string(item.port) + named("hosts", item.hosts) +
                named("tls", item.tls) +
                named("certificates", refs(item.certificateRefs).empty() ? list(item.certificates) : refs(item.certificateRefs)) +
                named("min", item.minTlsVersion) + named("toHttps", item.redirectsToHttps) +
                named("from", item.allowedNamespaces) + selector("namespaces", item.namespaceSelector) +
                named("kinds", refs(item.allowedKinds)) + named("accepted", item.accepted) +
                named("programmed", item.programmed) + " " + at(item.evidence) + "\n";
    }
    for (const ReferenceGrantRecord& item : inventory.referenceGrants)
        text += "grant from=" + refs(item.from) + " to=" + refs(item.to) + " " + at(item.evidence) + "\n";
    for (const ControllerConfigRecord& item : inventory.controllerConfigs)
        text += "config " + item.controller + named("toHttps", item.redirectsToHttps) + named("force", item.forceHttps) + "\n";
    return text;
}

std::string resolvedRoutesText(const Architecture& architecture)
{
    const auto workloads = [&](const std::vector<WorkloadId>& ids) {
        std::vector<std::string> names;
        for (const WorkloadId id : ids)
            names.push_back(architecture.workload(id).id);
        return list(names);
    };
    std::string text;
    for (const Gateway& item : architecture.gateways)
        text += "gateway " + item.id + named("controller", item.controller) + named("at", workloads(item.workloads)) +
                (item.programmed ? *item.programmed ? " programmed" : " notProgrammed" : "") +
                (item.unknownBecause.empty() ? "" : " unknown: " + item.unknownBecause) + "\n";
    for (const Entry& item : architecture.entries)
        text += "entry " + item.id + " " + toWord(item.reach) + named("at", workloads(item.workloads)) +
                (item.servesRoutes ? " servesRoutes" : "") +
                named("gateway", item.gateway.valid() ? architecture.gateways[item.gateway.pos()].id : "") + "\n";
    for (const Route& item : architecture.routes) {
        constexpr const char* modes[] = {"unknown", "none", "terminate", "passthrough", "mutual", "optionalMutual"};
        text += "route " + item.id + " " + item.pathType + named("path", item.path) + named("hosts", item.hosts) +
                named("gateway", item.gateway.valid() ? architecture.gateways[item.gateway.pos()].id : "") +
                named("listeners", item.sections) + " edge=" + modes[static_cast<int>(item.edgeTls)] + at(item.edgeTlsEvidence) +
                named("min", item.minTlsVersion) + (item.redirectsHttp ? " redirectsHttp" : "") +
                (item.redirectsAway ? " redirectsAway" : "") + named("upstream", item.upstreamTls) +
                named("audience", item.audience) + (item.accepted ? *item.accepted ? " accepted" : " refused" : " undecided") +
                named("code", item.acceptedCode) + (item.acceptedReason.empty() ? "" : " because " + item.acceptedReason) + "\n";
        for (const EntryId entry : item.entries)
            text += "  through " + architecture.entries[entry.pos()].id + "\n";
        for (const RouteBackend& backend : item.backends) {
            std::vector<std::string> targets;
            for (const std::uint32_t target : backend.targets)
                targets.push_back(std::to_string(target));
            text += std::string("  ") + (backend.mirror ? "mirror " : "backend ") + backend.ns + "/" + backend.name +
                    named("port", backend.port) + named("at", workloads(backend.workloads)) + named("targets", targets) +
                    (backend.unresolved.empty() ? "" : " which is " + backend.unresolved) + "\n";
        }
        for (const Protection& one : item.protections)
            text += "  " + protection(one) + "\n";
    }
    return text;
}

std::string attachedText(const Inventory& inventory)
{
    std::string text;
    for (const AttachedProtection& item : inventory.attachedProtections)
        text += protection(item.protection) + " on" + target(item) + "\n";
    for (const BackendTls& item : inventory.backendTls)
        text += "backend " + item.ns + "/" + item.service + named("section", item.section) + " " + item.mode + " " +
                at(item.evidence) + "\n";
    for (const AuthProxyRecord& item : inventory.authProxies) {
        text += "proxy " + item.product + " " + item.container + ":" + std::to_string(item.port) +
                named("provider", item.provider) + named("issuer", address(item.issuer)) +
                (item.settingsElsewhere ? " settingsElsewhere" : "") + " " + at(item.evidence) + "\n";
        for (const AddressToken& upstream : item.upstreams)
            text += "  upstream " + address(upstream) + "\n";
        for (const Fact<std::string>& path : item.exemptPaths)
            text += "  exempt" + named("path", path) + "\n";
        for (const Protection& trap : item.traps)
            text += "  " + protection(trap) + "\n";
    }
    return text;
}

std::string meshText(const Inventory& inventory)
{
    std::string text;
    for (const MeshEgress& item : inventory.meshEgress) {
        text += "egress " + item.ns + selector("pods", item.pods) + named("outbound", item.outboundMode) +
                (item.egressWritten ? "" : " inherits") + "\n";
        for (const MeshEgress::Listener& listener : item.egress)
            text += "  listener " + std::to_string(listener.port) + named("hosts", listener.hosts) + " " + at(listener.evidence) +
                    "\n";
    }
    for (const MeshAuthentication& item : inventory.meshAuthentications) {
        text += "peer " + item.ns + selector("pods", item.pods) + named("mode", item.mode);
        for (const auto& [port, mode] : item.ports)
            text += named(std::to_string(port).c_str(), mode);
        text += "\n";
    }
    for (const MeshTokenCheck& item : inventory.meshTokenChecks) {
        text += "tokens " + item.ns + selector("pods", item.pods) + named("gateways", item.targetGateways) +
                named("services", item.targetServices) + named("classes", item.targetClasses);
        for (const Fact<std::string>& issuer : item.issuers)
            text += named("issuer", issuer);
        text += "\n";
    }
    for (const MeshAccessPolicy& item : inventory.meshAccessPolicies) {
        constexpr const char* actions[] = {"ALLOW", "DENY", "AUDIT", "CUSTOM"};
        text += std::string("access ") + actions[static_cast<int>(item.action)] + " " + item.ns +
                named("provider", item.provider) + selector("pods", item.pods) + named("gateways", item.targetGateways) +
                named("services", item.targetServices) + named("classes", item.targetClasses) + (item.dryRun ? " dryRun" : "") +
                (item.rulesWritten ? "" : " noRules") + "\n";
        for (const MeshAccessRule& rule : item.rules) {
            text += "  rule " + at(rule.evidence) + "\n";
            for (const auto& from : rule.from)
                text += "    from" + named("principals", from.principals) + named("!principals", from.notPrincipals) +
                        named("namespaces", from.namespaces) + named("!namespaces", from.notNamespaces) +
                        named("serviceAccounts", from.serviceAccounts) + named("!serviceAccounts", from.notServiceAccounts) +
                        named("ip", from.ipBlocks) + named("!ip", from.notIpBlocks) + named("remoteIp", from.remoteIpBlocks) +
                        named("!remoteIp", from.notRemoteIpBlocks) + named("request", from.requestPrincipals) +
                        named("!request", from.notRequestPrincipals) + named("trust", from.trustDomains) +
                        named("!trust", from.notTrustDomains) + "\n";
            for (const auto& to : rule.to)
                text += "    to" + named("hosts", to.hosts) + named("!hosts", to.notHosts) + named("ports", to.ports) +
                        named("!ports", to.notPorts) + named("methods", to.methods) + named("!methods", to.notMethods) +
                        named("paths", to.paths) + named("!paths", to.notPaths) + "\n";
            for (const auto& when : rule.when)
                text += "    when " + when.key + named("is", when.values) + named("not", when.notValues) + "\n";
        }
    }
    for (const MeshClientTls& item : inventory.meshClientTls) {
        text += "client " + item.ns + named("host", item.host) + named("mode", item.mode) +
                named("skip", item.insecureSkipVerify) + named("ca", item.caCertificates) + selector("clients", item.clients);
        for (const auto& [port, mode] : item.ports)
            text += named(std::to_string(port).c_str(), mode);
        for (const auto& [subset, mode] : item.subsets)
            text += named(subset.c_str(), mode);
        text += "\n";
    }
    for (const MeshExternalService& item : inventory.meshExternalServices) {
        text += "external " + item.location;
        for (const Fact<std::string>& host : item.hosts)
            text += named("host", host);
        for (const std::uint32_t port : item.ports)
            text += " :" + std::to_string(port);
        text += named("addresses", item.addresses) + "\n";
    }
    return text;
}

std::string problemsText(const Inventory& inventory)
{
    std::string text;
    for (const Problem& item : inventory.problems)
        text += item.id + " " + at(item.evidence) + ": " + item.message + "\n";
    return text;
}

} // namespace bartizan::test
