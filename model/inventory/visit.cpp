// SPDX-License-Identifier: GPL-3.0-or-later
// Every member of every record is named once below. The structured binding fails to compile when a member is added or
// removed, and the walk fails to compile for a record that has no line here.
#include "model/inventory/visit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <type_traits>

namespace bartizan {
namespace {

#define FIELDS(Type, ...)                                                                                                        \
    template <class Walk>                                                                                                        \
    void fields(Walk& walk, Type& record)                                                                                        \
    {                                                                                                                            \
        auto& [__VA_ARGS__] = record;                                                                                            \
        walk.each(__VA_ARGS__);                                                                                                  \
    }

FIELDS(Attribute, key, value, evidence)
FIELDS(Problem, severity, id, message, evidence, also)
FIELDS(Identity, cluster, group, kind, ns, name)
FIELDS(OwnerReference, apiVersion, kind, name, uid, controller)
FIELDS(Object, identity, version, namespaceWritten, uid, resourceVersion, created, generateName, generation, labels, annotations,
       owners, evidence, alsoAt, contentHash, deployable, running, lastApplied, helmSource, notApplied, notAppliedReason,
       unknownAt)
FIELDS(SelectorRequirement, key, op, values)
FIELDS(Selector, present, requirements, evidence)
FIELDS(AddressToken, scheme, host, port, tls, credentials)
FIELDS(ValueFacts, cls, word, addresses, credentialKind)
FIELDS(EnvVar, name, from, refName, refKey, optional, value, evidence)
FIELDS(EnvFrom, secret, name, prefix, optional, evidence)
FIELDS(Argument, flag, inCommand, value, evidence)
FIELDS(ContainerPort, name, port, hostPort, hostIp, protocol, evidence)
FIELDS(Probe, probe, action, path, port, host, scheme, hostField, evidence)
FIELDS(SeLinux, type, user, role, level)
FIELDS(SecurityContext, runAsNonRoot, privileged, allowPrivilegeEscalation, readOnlyRootFilesystem, windowsHostProcess, runAsUser,
       runAsGroup, capabilitiesAdd, capabilitiesDrop, capabilities, seccompType, seccompProfile, appArmorType, appArmorProfile,
       seLinux, procMount, evidence)
FIELDS(Resources, cpuRequest, memoryRequest, cpuLimit, memoryLimit)
FIELDS(VolumeMount, volume, mountPath, subPath, readOnly, evidence)
FIELDS(Container, name, role, image, imagePullPolicy, arguments, env, envFrom, ports, probes, security, resources, mounts,
       devices, evidence)
FIELDS(VolumeSource, type, name, keys, evidence)
FIELDS(Volume, name, type, sources, evidence)
FIELDS(PodSpec, containers, volumes, serviceAccount, automountToken, hostNetwork, hostPid, hostIpc, hostUsers,
       shareProcessNamespace, os, nodeName, runtimeClass, restartPolicy, priorityClass, security, sysctls, imagePullSecrets,
       nodeSelector, tolerations, evidence)
FIELDS(WorkloadRecord, object, pod, podLabels, podAnnotations, selector, replicas, suspended, templateKind, templateName,
       readyReplicas, observedReplicas)
FIELDS(PodStatus::ContainerStatus, name, image, imageId, containerId, role, ready, evidence)
FIELDS(PodStatus, object, phase, podIp, hostIp, nodeName, qosClass, startTime, containers)
FIELDS(ServicePort, name, protocol, appProtocol, port, nodePort, targetPort, evidence)
FIELDS(ServiceRecord, object, type, selector, ports, externalName, clusterIp, externalIps, sourceRanges, balancerAddresses,
       internalBalancer, loadBalancerClass)
FIELDS(EndpointsRecord, object, service, ready, notReady, pods, addresses, ports)
FIELDS(NetworkPeer, pods, namespaces, cidr, except, evidence)
FIELDS(NetworkPort, protocol, port, endPort, evidence)
FIELDS(NetworkRule, anyPeer, peers, anyPort, ports, evidence)
FIELDS(NetworkPolicyRecord, object, pods, ingress, egress, ingressRules, egressRules, policyTypes, malformed)
FIELDS(LabelCondition, op, of, key, values, parts)
FIELDS(PodSet, ns, namespaces, pods, conditions)
FIELDS(PolicyPeer::Block, cidr, except)
FIELDS(PolicyPeer::ServiceReference, ns, name, labels)
FIELDS(PolicyPeer, kind, pods, blocks, setNames, labelledSets, names, alsoPods, services, evidence)
FIELDS(PolicyPorts, protocol, name, first, last, evidence)
FIELDS(PolicyRuleRecord, action, name, anyPeer, peers, anyPort, ports, notPorts, selected, narrower, evidence)
FIELDS(TrafficPolicyRecord, object, dialect, tier, order, selects, ingress, egress, ingressDeniesRest, egressDeniesRest,
       ingressRules, egressRules, networks, notEnforced, malformed)
FIELDS(PolicyTierRecord, object, order, passesRest)
FIELDS(AddressSetRecord, object, ns, cidrs, evidence)
FIELDS(PodNetworkRecord, object, kind, primary, namespaces, topology, malformed, evidence)
FIELDS(ConfigMapRecord::Entry, key, value, pairs, evidence)
FIELDS(ConfigMapRecord, object, entries)
FIELDS(SecretRecord::Key, name, empty, placeholder, evidence)
FIELDS(SecretRecord, object, type, keys)
FIELDS(ServiceAccountRecord, object, automountToken, secrets, imagePullSecrets, cloudRole)
FIELDS(PolicyRule, apiGroups, resources, verbs, resourceNames, nonResourceUrls, evidence)
FIELDS(RoleRecord, object, rules, aggregates)
FIELDS(Subject, kind, name, ns, evidence)
FIELDS(BindingRecord, object, roleKind, roleName, subjects, roleRef)
FIELDS(DisruptionBudgetRecord, object, selector, minAvailable, maxUnavailable)
FIELDS(AutoscalerRecord, object, targetKind, targetName, minReplicas, maxReplicas)
FIELDS(NodeRecord, object, internalIps, externalIps, kubeletVersion, containerRuntime, os, arch)
FIELDS(ObjectRef, group, kind, ns, name, evidence)
FIELDS(ListenerRecord, name, port, protocol, hosts, tls, certificates, minTlsVersion, redirectsToHttps, allowedNamespaces,
       namespaceSelector, accepted, programmed, certificateRefs, allowedKinds, evidence)
FIELDS(GatewayRecord, id, dialect, object, className, pods, listeners, addresses, accepted, programmed, waiting, parent,
       allowedListeners, listenerNamespaces, evidence)
FIELDS(GatewayClassRecord, object, dialect, controller, product, isDefault, accepted, evidence)
FIELDS(Protection, kind, method, enforcement, id, detail, refNs, refName, refKind, exemptPaths, external, perReplica, controller,
       perHost, externalPath, evidence)
FIELDS(BackendRef, kind, ns, name, port, group, mirror, weight, permitted, evidence)
FIELDS(ParentRef, gateway, kind, section, port, accepted, evidence)
FIELDS(ControllerFacts, controller, edgeTls, redirectsToHttps, upstreamTls, pathType, redirectsAway, internal, canary, moreHosts)
FIELDS(RouteRecord, id, dialect, object, className, parents, protocol, section, hosts, pathType, path, methods, headers,
       queryParams, precedence, inOrder, delegatesTo, backends, edgeTls, certificates, redirectsToHttps, plainRefused,
       upstreamTls, protections, audience, addresses, byController, redirectsAway, meshOnly, evidence)
FIELDS(AttachedProtection, protection, object, targetGateway, targetRoute, targetNs, targetService, targetPods, section,
       targetController, target, targetLabels, family, merges, overrides)
FIELDS(ControllerConfigRecord, object, controller, redirectsToHttps, forceHttps, evidence)
FIELDS(ReferenceGrantRecord, object, from, to, evidence)
FIELDS(AuthProxyRecord, object, container, product, port, upstreams, exemptPaths, provider, issuer, settingsElsewhere, traps,
       evidence)
FIELDS(BackendTls, object, ns, service, section, mode, evidence)
FIELDS(MeshAuthentication, object, ns, pods, mode, ports, evidence)
FIELDS(MeshTokenCheck, object, ns, pods, targetGateways, targetServices, issuers, targetClasses, evidence)
FIELDS(MeshAccessRule::Source, principals, notPrincipals, namespaces, notNamespaces, serviceAccounts, ipBlocks, notIpBlocks,
       remoteIpBlocks, notRemoteIpBlocks, requestPrincipals, notRequestPrincipals, notServiceAccounts, trustDomains,
       notTrustDomains)
FIELDS(MeshAccessRule::Operation, hosts, notHosts, ports, notPorts, methods, notMethods, paths, notPaths)
FIELDS(MeshAccessRule::Condition, key, values, notValues)
FIELDS(MeshAccessRule, from, to, when, evidence)
FIELDS(MeshAccessPolicy, object, ns, action, provider, pods, targetGateways, targetServices, targetClasses, dryRun, rulesWritten,
       rules, evidence)
FIELDS(MeshClientTls, object, ns, host, mode, ports, insecureSkipVerify, subsets, caCertificates, clients, evidence)
FIELDS(MeshExternalService, object, hosts, ports, location, addresses, evidence)
FIELDS(MeshEgress::Listener, port, hosts, evidence)
FIELDS(MeshEgress, object, ns, pods, egressWritten, egress, outboundMode, evidence)
FIELDS(MeshSettings, object, mesh, ns, rootNamespace, outboundMode, trustDomain, trustDomainAliases, defaultInbound,
       clusterNetworks, evidence)
FIELDS(LinkerdServer, object, ns, pods, port, portName, protocol, accessPolicy, evidence)
FIELDS(LinkerdClients, object, ns, anyone, anyTls, identities, accounts, networks, networksOnly, evidence)
FIELDS(LinkerdAuthorization, object, ns, target, servers, required, clients, evidence)
FIELDS(Vulnerability, id, package, installed, fixed, level, levelWord, status, aliases, suppressed, evidence)
FIELDS(ScanRecord, target, kind, repositories, references, repoDigests, repoDigestRepositories, manifestDigests, configDigests,
       platform, ns, workloadKind, workloadName, container, namespaceWritten, attempted, attemptedReason, caveat,
       vulnerabilityScan, secretScan, vulnerabilities, misconfigurations, secrets, secretEvidence, osEndOfLife, time, labelSource,
       labelRevision, sourceRepository, sourceRevision, evidence)
FIELDS(ScanReport, tool, toolVersion, format, file, time, databaseTime, records, evidence)
FIELDS(Source, path, format, sha256, bytes, documents, objects)
FIELDS(SourceFile, source, path, format, sha256, bytes, documents, objects)
FIELDS(Deployable, kind, path, source, reviewed, example)
FIELDS(ScopeEntry, kind, ns, state, source)
FIELDS(Scope, mode, entries)
FIELDS(Unrecognised, file, reason)
FIELDS(Inventory, sources, files, deployables, objects, documentsByKind, workloads, podStatuses, services, endpoints,
       networkPolicies, trafficPolicies, policyTiers, addressSets, podNetworks, configMaps, secrets, serviceAccounts, roles,
       bindings, disruptionBudgets, autoscalers, nodes, gateways, gatewayClasses, routes, attachedProtections, controllerConfigs,
       referenceGrants, authProxies, backendTls, meshAuthentications, meshTokenChecks, meshAccessPolicies, meshClientTls,
       meshExternalServices, meshEgress, meshSettings, linkerdServers, linkerdClients, linkerdAuthorizations, reports, scope,
       unrecognised, problems, variantChosen)

#undef FIELDS

// Calls `evidence`, `object` and `text` for what it finds; each may be empty.
class Walk {
public:
    std::function<void(Evidence&)> evidence;
    std::function<void(ObjectId&)> object;
    std::function<void(std::string_view)> text = {};

    template <class... T>
    void each(T&... members)
    {
        (one(members), ...);
    }

    void one(Evidence& e)
    {
        if (evidence)
            evidence(e);
        if (object)
            object(e.object);
        if (text) {
            text(e.pointer());
            text(e.text());
        }
    }
    void one(ObjectId& id)
    {
        if (object)
            object(id);
    }
    void one(std::string& string)
    {
        if (text)
            text(string);
    }
    template <class Tag>
    void one(Index<Tag>&)
    {
    }
    template <class T>
    void one(Fact<T>& fact)
    {
        each(fact.value, fact.evidence);
    }
    template <class T>
    void one(std::vector<T>& list)
    {
        if constexpr (std::is_arithmetic_v<T>)
            return;
        else if (!std::is_same_v<T, std::string> || text)
            for (T& item : list)
                one(item);
    }
    template <class T>
    void one(std::optional<T>& value)
    {
        if (value)
            one(*value);
    }
    template <class A, class B>
    void one(std::pair<A, B>& pair)
    {
        each(pair.first, pair.second);
    }
    template <class K, class V>
    void one(std::map<K, V>& map)
    {
        for (auto& item : map) {
            if (text)
                text(item.first);
            one(item.second);
        }
    }
    template <class T, std::size_t n>
    void one(std::array<T, n>& list)
    {
        for (T& item : list)
            one(item);
    }
    template <class T>
    void one(T& value)
    {
        if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>)
            fields(*this, value);
    }
};

template <class T>
void moveInto(std::vector<T>& to, std::vector<T>& from)
{
    if (to.empty())
        to = std::move(from);
    else
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

} // namespace

void visitEvidence(Inventory& inventory, const std::function<void(Evidence&)>& visit)
{
    Walk walk{visit, {}};
    walk.one(inventory);
}

void visitEvidence(const Inventory& inventory, const std::function<void(const Evidence&)>& visit)
{
    // The walk is written once, for inventories that may change; this visitor changes nothing.
    visitEvidence(const_cast<Inventory&>(inventory), [&visit](Evidence& evidence) { visit(evidence); });
}

void visitTexts(const Inventory& inventory, const std::function<void(std::string_view)>& visit)
{
    Walk walk{{}, {}, visit};
    walk.one(const_cast<Inventory&>(inventory)); // as above
}

void visitObjectIds(Inventory& inventory, const std::function<void(ObjectId&)>& visit)
{
    Walk walk{{}, visit};
    walk.one(inventory);
}

void append(Inventory& to, Inventory&& from)
{
    if (const std::size_t offset = to.objects.size(); offset != 0)
        visitObjectIds(from, [offset](ObjectId& id) {
            if (id.valid())
                id = ObjectId(id.pos() + offset);
        });
    for (const auto& [kind, count] : from.documentsByKind)
        to.documentsByKind[kind] += count;
    moveInto(to.objects, from.objects);
    moveInto(to.reports, from.reports);
    moveInto(to.unrecognised, from.unrecognised);
    moveInto(to.problems, from.problems);
    moveInto(to.deployables, from.deployables);
    forEachRecordList([](auto& target, auto& source) { moveInto(target, source); }, to, from);
}

} // namespace bartizan
