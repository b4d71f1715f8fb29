// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/says_is.h"

#include "analysis/connectivity/mesh_targets.h"
#include "analysis/near_miss.h"
#include "analysis/verdicts.h"

#include <set>

namespace bartizan::analysis {
namespace {

void raiseOn(FindingSink& sink, RuleId rule, Cause cause, std::string subject, std::string reason, Evidence line,
             std::string within = {})
{
    Raise raise{rule, std::move(cause), std::move(reason), "", {}, std::move(subject), {}, {}, std::move(within)};
    if (line.valid())
        raise.evidence.push_back(std::move(line));
    sink.raise(std::move(raise));
}

void gateways(const Context& context, FindingSink& sink)
{
    const Architecture& a = context.architecture;
    for (std::size_t i = 0; i < a.gateways.size(); ++i) {
        const Gateway& gateway = a.gateways[i];
        const bool object = gateway.record < context.inventory.gateways.size();
        const Cause cause = object ? causeObject(context, context.inventory.gateways[gateway.record].object, gateway.evidence)
                                   : causeGlobal(gateway.id, gateway.evidence);
        if ((gateway.programmed && !*gateway.programmed) || (gateway.accepted && !*gateway.accepted))
            raiseOn(sink, "gateway-not-programmed", cause, gateway.id,
                    "Configured and running differ: the status of " + gateway.id + " says that it is not " +
                        (gateway.accepted && !*gateway.accepted ? "accepted." : "programmed."),
                    gateway.evidence);
        else if (gateway.waiting.valid())
            raiseOn(sink, "gateway-not-programmed", cause, gateway.id,
                    "Configured and running differ: the status of " + gateway.id +
                        " says that no controller has taken it up yet.",
                    gateway.waiting);
        // A class whose controller should run among the pods: managed controllers leave an address in a route's status.
        // In manifests alone the controller comes from elsewhere, so only objects read from a cluster show the gap.
        if (gateway.dialect != "ingress" || gateway.controllerInInput || !context.wasRead("Pod", "*"))
            continue;
        bool served = false, used = false;
        for (const Route& route : a.routes)
            if (route.gateway == GatewayId{i}) {
                const RouteRecord& record = context.inventory.routes[route.record];
                used = used || context.object(record.object).running;
                served = served || !record.addresses.empty();
            }
        if (used && !served)
            raiseOn(sink, "gateway-class-without-controller", cause, gateway.id,
                    (gateway.className.empty() ? "Routes name no class" : "Routes name the class " + gateway.className) +
                        ", and no controller that serves it was seen among the pods.",
                    gateway.evidence, context.searched("Pod", "*"));
    }
}

void retired(const Context& context, FindingSink& sink)
{
    // kubernetes/ingress-nginx: the project announced that maintenance ends in March 2026.
    if (context.settings.asOf < "2026-04")
        return;
    for (std::size_t i = 0; i < context.architecture.workloads.size() && !context.stopped(); ++i) {
        const Workload& w = context.architecture.workloads[i];
        const ProductRow* product = context.product(w.product);
        if (product && product->gatewayController == "k8s.io/ingress-nginx")
            sink.raise("gateway-controller-retired", causeObject(context, w.object, w.productEvidence), WorkloadId{i},
                       decided(Verdict::partial, "gateway-controller-retired",
                               w.product + " gets no fixes any more: its project ended maintenance in March 2026.",
                               w.productEvidence));
    }
}

void endpoints(const Context& context, FindingSink& sink)
{
    for (const Service& service : context.architecture.services) {
        if (!service.hasReadyEndpoints || *service.hasReadyEndpoints)
            continue;
        Raise raise{"failure-no-ready-endpoints",
                    causeObject(context, service.object, service.evidence),
                    "Configured and running differ: Service " + service.id + " has no ready endpoint.",
                    "",
                    {},
                    service.id,
                    {service.evidence},
                    {},
                    ""};
        for (const Evidence& miss : service.nearMisses)
            raise.nearMisses.push_back({std::string(miss.text()), miss});
        sink.raise(std::move(raise));
    }
}

// Policies whose selector fits no workload of their namespace protect nobody.
void selectingNothing(const Context& context, FindingSink& sink)
{
    std::map<std::pair<std::string, std::string>, std::vector<WorkloadId>> byNamespace;
    for (std::size_t i = 0; i < context.architecture.workloads.size() && !context.stopped(); ++i) {
        const Workload& w = context.architecture.workloads[i];
        byNamespace[{w.cluster, w.ns}].push_back(WorkloadId{i});
    }
    const auto check = [&](RuleId rule, ObjectId id, const Selector& selector, const char* what) {
        const Object& o = context.object(id);
        if (!o.applied() || !selector.present || selector.empty())
            return;
        const auto here = byNamespace.find({o.identity.cluster, o.identity.ns});
        if (here == byNamespace.end())
            return;
        std::vector<NearMiss> misses;
        bool running = false;
        for (WorkloadId w : here->second) {
            running = running || context.facts(w).running;
            for (const WorkloadRecord* pod : context.facts(w).pods)
                if (matches(selector, pod->podLabels))
                    return;
            if (const auto nearly = nearlySelected(selector, context.facts(w).pods.front()->podLabels);
                nearly && misses.size() < 3)
                misses.push_back({nearly->sentence, nearly->label});
        }
        // In manifests alone the pods may come from an operator: only a name that nearly fits shows a mistake.
        if (!running && misses.empty())
            return;
        Raise raise{rule,
                    causeObject(context, id, selector.evidence),
                    std::string("The ") + what + " " + o.identity.name + " selects `" + toText(selector) +
                        "`, which none of the " + counted(here->second.size(), "workload", "workloads") + " of " + o.identity.ns +
                        " in the input has.",
                    "",
                    {},
                    o.identity.ns + "/" + o.identity.name,
                    {selector.evidence.valid() ? selector.evidence : o.evidence},
                    misses,
                    counted(here->second.size(), "workload of its namespace", "workloads of its namespace")};
        sink.raise(std::move(raise));
    };
    for (const NetworkPolicyRecord& policy : context.inventory.networkPolicies)
        check("network-selects-nothing", policy.object, policy.pods, "network policy");
    for (const MeshAccessPolicy& policy : context.inventory.meshAccessPolicies)
        if (!connectivity::namesTargets(policy) &&
            !context.mesh.isRoot(context.object(policy.object).identity.cluster, policy.ns))
            check("authorization-selects-nothing", policy.object, policy.pods, "authorization policy");
}

} // namespace

void raiseSaysIs(const Context& context, FindingSink& sink)
{
    gateways(context, sink);
    retired(context, sink);
    endpoints(context, sink);
    selectingNothing(context, sink);
}

void raiseOpenBindings(const Context& context, FindingSink& sink)
{
    for (const Grant& grant : context.rights.openGroups()) {
        if (!hasRules(grant))
            continue;
        const bool anyone = grant.group == "system:anonymous" || grant.group == "system:unauthenticated";
        const Object& o = context.object(grant.binding->object);
        const auto dangers = dangersOf(context, grant);
        const bool narrow = dangers.empty() && readsNamedOnly(grant); // kubeadm publishes one ConfigMap this way
        const RuleId rule = anyone && narrow  ? RuleId("privilege-anonymous-binding-narrow")
                            : anyone          ? RuleId("privilege-anonymous-binding")
                            : dangers.empty() ? RuleId("privilege-group-binding-narrow")
                                              : RuleId("privilege-group-binding");
        raiseOn(sink, rule, causeObject(context, grant.binding->object, grant.binding->roleRef), o.identity.name,
                o.identity.kind + " " + o.identity.name + " gives the role " + grant.binding->roleName + " to " +
                    (anyone ? "requests without any credentials" : "the group " + grant.group) +
                    (dangers.empty() ? "." : ", which may " + dangers.front().sentence + "."),
                grant.binding->roleRef);
    }
}

// Rights over the whole cluster that stand ready for whoever gets a token of the account. What workloads of the input
// use is judged with them (layers/privilege.cpp).
void raiseUnusedAccounts(const Context& context, FindingSink& sink)
{
    std::set<Rights::Key> used;
    for (std::size_t i = 0; i < context.architecture.workloads.size() && !context.stopped(); ++i) {
        const Workload& w = context.architecture.workloads[i];
        for (const WorkloadRecord* pod : context.facts(WorkloadId{i}).pods)
            used.insert({w.cluster, w.ns, pod->pod.serviceAccount.value.empty() ? "default" : pod->pod.serviceAccount.value});
    }
    for (const auto& [key, grants] : context.rights.byAccount()) {
        const std::string& ns = key[1];
        if (ns == "*" || used.count(key) != 0 || !context.wasRead("Deployment.apps", ns))
            continue;
        for (const Grant& grant : grants) {
            const Object& binding = context.object(grant.binding->object);
            if (!grant.ns.empty() || bootstrapped(binding))
                continue;
            for (const Dangerous& d : dangersOf(context, grant)) {
                if (d.danger != Danger::clusterAdmin && d.danger != Danger::wildcard && d.danger != Danger::escalate)
                    continue;
                raiseOn(sink, "privilege-unused-account", causeObject(context, grant.binding->object, grant.binding->roleRef),
                        "ServiceAccount " + ns + "/" + key[2],
                        "Account " + key[2] + ", which no workload in the input uses, may " + d.sentence +
                            ": whoever gets a token of it may too.",
                        grant.binding->roleRef, context.searched("Deployment.apps", ns));
                break;
            }
        }
    }
}

} // namespace bartizan::analysis
