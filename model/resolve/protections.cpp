// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/protections.h"

#include <algorithm>
#include <tuple>

namespace bartizan::resolving {
namespace {

std::string filterName(const std::string& kind, const std::string& ns, const std::string& name)
{
    return kind + " " + ns + "/" + name;
}

bool understandsNginxAnnotations(const std::string& product)
{
    return product == "traefik" || product == "higress"; // some of them
}

// An annotation of one controller on a route of another, or of one that is not known.
std::optional<Protection> asServedBy(Protection protection, const std::string& product)
{
    if (protection.controller.empty() || protection.controller == product)
        return protection;
    const bool trap = protection.kind == ProtectionKind::trap;
    const bool acts = protection.enforcement == Enforcement::enforced || protection.enforcement == Enforcement::optional;
    if (product.empty() || (protection.controller == "ingress-nginx" && understandsNginxAnnotations(product))) {
        if (!trap && acts) {
            protection.enforcement = Enforcement::unknown;
            protection.detail += product.empty()
                                     ? " Whether " + protection.controller + " serves this route is not in the input."
                                     : " The route is served by " + product + ", which knows only some of these annotations.";
        }
        return protection;
    }
    if (trap)
        return std::nullopt;
    protection.enforcement = Enforcement::off;
    protection.detail = "An annotation for " + protection.controller + " has no effect: the route is served by " + product + ".";
    return protection;
}

} // namespace

Protections::Protections(const Context& context, const Gateways& gateways) : m_context(context), m_gateways(gateways)
{
    const Inventory& in = context.in;
    for (const AttachedProtection& attached : in.attachedProtections) {
        const Object& object = in.object(attached.object);
        if (!object.applied())
            continue;
        const std::string& cluster = object.identity.cluster;
        if (!attached.targetRoute.empty())
            m_byRoute[{cluster, attached.targetRoute}].push_back(&attached);
        else if (!attached.targetGateway.empty())
            m_byGateway[{cluster, attached.targetGateway}].push_back(&attached);
        else if (!attached.targetService.empty())
            m_byService[{cluster, attached.targetNs + "/" + attached.targetService}].push_back(&attached);
        else if (attached.target.kind.empty() && !attached.targetPods.present && attached.targetNs.empty() &&
                 attached.targetController.empty())
            m_filters[{cluster, filterName(object.identity.kind, object.identity.ns, object.identity.name)}].push_back(&attached);
        else
            m_byCluster[cluster].push_back(&attached);
    }
    for (const SecretRecord& secret : in.secrets) {
        const Object& object = in.object(secret.object);
        if (object.applied())
            m_secrets.insert(nameKey(object.identity.cluster, object.identity.ns, object.identity.name));
    }
    std::set<std::string> filterKinds;
    for (const RouteRecord& route : in.routes) {
        for (const Protection& protection : route.protections) {
            if (protection.method == "extension")
                filterKinds.insert(protection.refKind);
        }
    }
    for (const Object& object : in.objects) {
        if (object.applied() && filterKinds.count(object.identity.kind) > 0)
            m_filterObjects.emplace(object.identity.cluster,
                                    filterName(object.identity.kind, object.identity.ns, object.identity.name));
    }
    // Objects that become the Secret of the same name.
    for (const Object& object : in.objects) {
        if (object.applied() && (object.identity.kind == "SealedSecret" || object.identity.kind == "ExternalSecret"))
            m_secrets.insert(nameKey(object.identity.cluster, object.identity.ns, object.identity.name));
    }
}

std::vector<Protection> Protections::of(const RouteRecord& route, const RouteSite& site,
                                        const std::vector<RouteBackend>& backends) const
{
    const Identity& identity = m_context.identity(route.object);
    const std::string product = site.gateway.valid() ? m_gateways.product(site.gateway) : std::string();
    std::vector<Protection> result;
    addOwn(route, product, result);
    const auto own = [&](std::string_view method) {
        return std::any_of(result.begin(), result.end(), [&](const Protection& p) { return p.method == method; });
    };
    const auto optedOut =
        std::find_if(result.begin(), result.end(), [](const Protection& p) { return p.id == "nginx.global-auth-off"; });
    const bool skipsGlobal = optedOut != result.end();
    const bool ownList = own("ip-list");
    bool skipped = false;
    for (const Candidate& candidate : effective(candidates(route, site, backends))) {
        Protection protection = candidate.attached->protection;
        if (candidate.specificity == 0 && skipsGlobal && protection.kind == ProtectionKind::authentication) {
            skipped = true;
            continue;
        }
        if (candidate.specificity == 0 && ownList && protection.method == "ip-list")
            continue; // the annotation replaces the controller-wide list
        if (candidate.partial && protection.enforcement == Enforcement::enforced) {
            protection.enforcement = Enforcement::optional;
            protection.detail += " It covers only a part of what serves this route.";
        }
        result.push_back(std::move(protection));
    }
    // Opting out of a check that is not there says nothing.
    if (skipsGlobal && !skipped)
        result.erase(
            std::find_if(result.begin(), result.end(), [](const Protection& p) { return p.id == "nginx.global-auth-off"; }));
    for (Protection& protection : result)
        followReference(identity, protection);
    return result;
}

void Protections::addOwn(const RouteRecord& route, const std::string& product, std::vector<Protection>& out) const
{
    const std::string& cluster = m_context.identity(route.object).cluster;
    for (const Protection& written : route.protections) {
        const std::optional<Protection> protection = asServedBy(written, product);
        if (!protection)
            continue;
        if (protection->method == "extension" && !protection->refName.empty()) {
            const Key key{cluster, filterName(protection->refKind, protection->refNs, protection->refName)};
            if (const auto found = m_filters.find(key); found != m_filters.end()) {
                for (const AttachedProtection* filter : found->second)
                    out.push_back(filter->protection);
                continue;
            }
            if (m_filterObjects.count(key) == 0) {
                out.push_back(*protection);
                out.back().enforcement = Enforcement::unresolved;
                out.back().detail += " It is not in the input.";
                continue;
            }
        }
        out.push_back(*protection);
    }
}

Protections::Candidates Protections::candidates(const RouteRecord& route, const RouteSite& site,
                                                const std::vector<RouteBackend>& backends) const
{
    const Object& object = m_context.in.object(route.object);
    const Identity& identity = object.identity;
    Candidates result;
    const std::string id = route.id.substr(0, route.id.find('#'));
    if (const auto found = m_byRoute.find({identity.cluster, id}); found != m_byRoute.end()) {
        for (const AttachedProtection* attached : found->second) {
            const bool kind = attached->target.kind.empty() || attached->target.kind == identity.kind;
            if (kind && (attached->section.empty() || attached->section == route.section))
                result.push_back({attached, attached->section.empty() ? 3 : 4, false});
        }
    }
    if (const auto found = m_byCluster.find(identity.cluster); found != m_byCluster.end()) {
        for (const AttachedProtection* attached : found->second) {
            if (attached->targetLabels.present && attached->target.kind == identity.kind &&
                m_context.identity(attached->object).ns == identity.ns && matches(attached->targetLabels, object.labels))
                result.push_back({attached, 3, false});
        }
    }
    if (site.gateway.valid())
        addByGateway(site, identity.cluster, result);
    addByBackends(identity.cluster, backends, result);
    return result;
}

void Protections::addByGateway(const RouteSite& site, const std::string& cluster, Candidates& out) const
{
    const Gateway& gateway = m_context.out.gateways[site.gateway.pos()];
    if (const auto found = m_byGateway.find({cluster, site.gatewayRecord}); found != m_byGateway.end()) {
        for (const AttachedProtection* attached : found->second) {
            const auto here = std::count(site.sections.begin(), site.sections.end(), attached->section);
            if (attached->section.empty())
                out.push_back({attached, 1, false});
            else if (here > 0)
                out.push_back({attached, 2, std::size_t(here) < site.sections.size()});
        }
    }
    const auto found = m_byCluster.find(cluster);
    if (found == m_byCluster.end())
        return;
    const std::string& product = m_gateways.product(site.gateway);
    for (const AttachedProtection* attached : found->second) {
        if (!attached->targetController.empty()) {
            if (attached->targetController == product)
                out.push_back({attached, 0, false});
        } else if (attached->targetLabels.present) {
            if (attached->target.kind != "Gateway" || gateway.record >= m_context.in.gateways.size())
                continue;
            const Object& object = m_context.in.object(m_context.in.gateways[gateway.record].object);
            if (object.identity.ns == m_context.identity(attached->object).ns && matches(attached->targetLabels, object.labels))
                out.push_back({attached, 1, false});
        } else if (selectsPodsOf(*attached, site.gateway)) {
            out.push_back({attached, 1, false});
        }
    }
}

// Istio's extensions: a selector in the same namespace, or none: the namespace, and from the root namespace the mesh.
bool Protections::selectsPodsOf(const AttachedProtection& attached, GatewayId id) const
{
    for (const WorkloadId workload : m_context.out.gateways[id.pos()].workloads) {
        const Workload& pods = m_context.out.workload(workload);
        if (pods.ns != attached.targetNs && attached.targetNs != "istio-system")
            continue;
        if (!attached.targetPods.present || matches(attached.targetPods, m_context.record(pods).podLabels))
            return true;
    }
    return false;
}

void Protections::addByBackends(const std::string& cluster, const std::vector<RouteBackend>& backends, Candidates& out) const
{
    std::map<const AttachedProtection*, std::size_t> covered;
    std::size_t total = 0;
    for (const RouteBackend& backend : backends) {
        if (backend.mirror)
            continue;
        ++total;
        if (const auto found = m_byService.find({cluster, backend.ns + "/" + backend.name}); found != m_byService.end()) {
            for (const AttachedProtection* attached : found->second)
                ++covered[attached];
        }
    }
    if (covered.empty())
        return;
    for (const AttachedProtection& attached : m_context.in.attachedProtections) { // in the inventory's order
        if (const auto found = covered.find(&attached); found != covered.end())
            out.push_back({&attached, 2, found->second < total});
    }
}

// Within a family the object with the most specific target counts as a whole; `merges` lets the next one add to it,
// `overrides` lets a less specific one win. Equals: the oldest, then by name (Envoy Gateway, SecurityPolicy).
Protections::Candidates Protections::effective(Candidates all) const
{
    const auto place = [&](const Candidate& candidate) {
        const Object& object = m_context.in.object(candidate.attached->object);
        const int rank = candidate.attached->overrides ? 10 - candidate.specificity : candidate.specificity;
        return std::make_tuple(-rank, object.created.empty() ? std::string("~") : object.created, object.identity.ns,
                               object.identity.name, candidate.attached->object.value);
    };
    std::stable_sort(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) { return place(a) < place(b); });
    Candidates result;
    std::map<std::string, std::pair<ObjectId, bool>> families; // the last object taken, and whether another may add to it
    for (const Candidate& candidate : all) {
        const AttachedProtection& attached = *candidate.attached;
        if (!attached.family.empty()) {
            const auto [entry, first] = families.try_emplace(attached.family, attached.object, attached.merges);
            auto& [object, open] = entry->second;
            if (!first && object != attached.object) {
                if (!open)
                    continue;
                object = attached.object;
                open = attached.merges;
            }
        }
        result.push_back(candidate);
    }
    return result;
}

bool Protections::exists(const std::string& cluster, const Protection& protection) const
{
    const std::string key = nameKey(cluster, protection.refNs, protection.refName);
    if (protection.refKind == "Secret")
        return m_secrets.count(key) > 0;
    if (protection.refKind != "Service" || m_context.services.count(key) > 0)
        return true;
    // "auth.example" may be a Service of a namespace as well as a name of the outside.
    const std::string& host = protection.external.host;
    if (host.find('.') == std::string::npos || host.find(".svc") != std::string::npos)
        return false;
    return std::none_of(m_context.out.namespaces.begin(), m_context.out.namespaces.end(),
                        [&](const Namespace& ns) { return ns.cluster == cluster && ns.name == protection.refNs; });
}

void Protections::followReference(const Identity& route, Protection& protection) const
{
    if (protection.kind == ProtectionKind::trap || protection.refName.empty())
        return;
    if (protection.enforcement != Enforcement::enforced) // what is optional stops nobody, whatever it refers to
        return;
    if (exists(route.cluster, protection))
        return;
    protection.enforcement = Enforcement::unresolved;
    protection.detail += " The " + protection.refKind + " that it refers to is not in the input.";
}

} // namespace bartizan::resolving
