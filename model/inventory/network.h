// SPDX-License-Identifier: GPL-3.0-or-later
// Services, endpoints, network policies and configuration objects as written. Kubernetes API: core/v1,
// discovery.k8s.io/v1, networking.k8s.io/v1.
#pragma once

#include "model/inventory/pod.h"

namespace bartizan {

struct ServicePort {
    std::string name, protocol = "TCP", appProtocol;
    std::uint32_t port = 0, nodePort = 0;
    std::string targetPort; // number or name; "" = same as port
    Evidence evidence;
};
struct ServiceRecord {
    ObjectId object;
    Fact<std::string> type; // "ClusterIP" when absent
    Selector selector;      // present=false: no selector (endpoints are managed elsewhere)
    std::vector<ServicePort> ports;
    Fact<std::string> externalName, clusterIp;
    std::vector<Fact<std::string>> externalIps, sourceRanges; // loadBalancerSourceRanges (and its annotation)
    std::vector<Fact<std::string>> balancerAddresses;         // status.loadBalancer.ingress ip/hostname
    Fact<bool> internalBalancer; // a provider annotation says internal (true) or internet-facing (false)
    Fact<std::string> loadBalancerClass;
};

struct EndpointsRecord { // Endpoints or one EndpointSlice
    ObjectId object;
    std::string service; // name in the object's namespace
    std::size_t ready = 0, notReady = 0;
    std::vector<std::string> pods;      // targetRef names of kind Pod
    std::vector<std::string> addresses; // at most 256 kept
    std::vector<std::uint32_t> ports;
};

struct NetworkPeer {
    Selector pods;       // podSelector
    Selector namespaces; // namespaceSelector
    std::string cidr;    // ipBlock
    std::vector<std::string> except;
    Evidence evidence;
};
struct NetworkPort {
    std::string protocol = "TCP";
    std::string port;          // number or name; "" = all
    std::uint32_t endPort = 0; // 0 = none
    Evidence evidence;
};
struct NetworkRule {
    bool anyPeer = false; // from/to absent or empty
    std::vector<NetworkPeer> peers;
    bool anyPort = false; // ports absent or empty
    std::vector<NetworkPort> ports;
    Evidence evidence;
};
struct NetworkPolicyRecord { // networking.k8s.io NetworkPolicy
    ObjectId object;
    Selector pods;
    bool ingress = false, egress = false; // policyTypes after the API's defaulting
    std::vector<NetworkRule> ingressRules, egressRules;
    Evidence policyTypes;
    std::string malformed; // why connectivity is worked out without it, a clause; "" = it is not. Beside a Problem
};

struct ConfigMapRecord {
    ObjectId object;
    struct Entry {
        std::string key;
        ValueFacts value; // of the whole value when it is one line
        std::vector<EnvVar>
            pairs; // for multi-line files: key=value / key: value lines that hold an address or a credential-like value
        Evidence evidence;
    };
    std::vector<Entry> entries;
};
struct SecretRecord { // names and keys only
    ObjectId object;
    std::string type;
    struct Key {
        std::string name;
        bool empty = false, placeholder = false;
        Evidence evidence; // masked
    };
    std::vector<Key> keys;
};
struct ServiceAccountRecord {
    ObjectId object;
    Fact<bool> automountToken;
    std::vector<std::string> secrets, imagePullSecrets;
    Fact<std::string> cloudRole; // IRSA, GKE workload identity, Azure: annotation value
};
struct PolicyRule { // RBAC
    std::vector<std::string> apiGroups, resources, verbs, resourceNames, nonResourceUrls;
    Evidence evidence;
};
struct RoleRecord { // Role, ClusterRole
    ObjectId object;
    std::vector<PolicyRule> rules;
    std::vector<Selector> aggregates; // aggregationRule.clusterRoleSelectors
};
struct Subject {
    std::string kind, name, ns; // ServiceAccount, User, Group
    Evidence evidence;
};
struct BindingRecord { // RoleBinding, ClusterRoleBinding
    ObjectId object;
    std::string roleKind, roleName;
    std::vector<Subject> subjects;
    Evidence roleRef;
};
struct DisruptionBudgetRecord {
    ObjectId object;
    Selector selector;
    Fact<std::string> minAvailable, maxUnavailable;
};
struct AutoscalerRecord {
    ObjectId object;
    std::string targetKind, targetName;
    Fact<std::int64_t> minReplicas, maxReplicas;
};
struct NodeRecord {
    ObjectId object;
    std::vector<std::string> internalIps, externalIps;
    std::string kubeletVersion, containerRuntime, os, arch;
};

} // namespace bartizan
