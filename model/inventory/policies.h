// SPDX-License-Identifier: GPL-3.0-or-later
// Network policies of every dialect beside Kubernetes' own NetworkPolicy (network.h), in one form: whom a policy selects, in
// which directions it acts, and what its rules let through, refuse or leave to what comes later. Importers translate;
// analysis/connectivity evaluates. AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy
// (policy.networking.k8s.io, sigs.k8s.io/network-policy-api), Calico (projectcalico.org/v3, also as stored in
// crd.projectcalico.org/v1), Cilium (cilium.io/v2), MultiNetworkPolicy (k8s.cni.cncf.io/v1beta1); and the networks that pods
// are attached to: UserDefinedNetwork (k8s.ovn.org/v1), NetworkAttachmentDefinition (k8s.cni.cncf.io/v1).
#pragma once

#include "model/inventory/network.h"

namespace bartizan {

// A condition on the labels of a pod, of its namespace or of its service account. The labels that systems add by themselves
// count as written: kubernetes.io/metadata.name and projectcalico.org/name of a namespace, projectcalico.org/name and
// projectcalico.org/serviceaccount of an account and a pod.
struct LabelCondition {
    enum class Op {
        always,
        in,         // the label is there with one of `values`
        exists,     // the label is there
        contains,   // the label is there and its value contains, starts with, ends with values[0]
        startsWith, //
        endsWith,   //
        all,        // every one of `parts` holds
        any,        // one of `parts` holds
        none,       // no one of `parts` holds
    };
    enum class Of { pod, space /* namespace */, account };
    Op op = Op::always;
    Of of = Of::pod;
    std::string key;
    std::vector<std::string> values; // sorted
    std::vector<LabelCondition> parts;
};

// Whom a policy selects, or a peer that is a pod. Everything that is written must hold; a selector that is not present asks
// for nothing (unlike in most APIs).
struct PodSet {
    std::string ns;                         // only this namespace; "" = any
    Selector namespaces;                    // labels of its namespace
    Selector pods;                          // its own labels
    std::vector<LabelCondition> conditions; // all of them
};

struct PolicyPeer {
    enum class Kind {
        pods,      // `pods`
        addresses, // `blocks`, `setNames`: pods only with `alsoPods`
        everyone,  // pods and addresses
        hostNames, // `names`: DNS names or patterns with *; what they resolve to is not known
        special,   // `names`: "nodes", "kube-apiserver", ...: what is neither pod nor outside
    };
    struct Block {
        std::string cidr; // as written
        std::vector<std::string> except;
    };
    struct ServiceReference { // by name, else by labels
        std::string ns;       // "" = any
        std::string name;
        Selector labels;
    };
    Kind kind = Kind::pods;
    PodSet pods;
    std::vector<Block> blocks;
    std::vector<std::string> setNames; // addresses of these AddressSetRecords, by name
    bool labelledSets = false;         // also addresses of the sets whose labels `pods` selects (Calico NetworkSets)
    std::vector<std::string> names;
    // addresses: what is meant is whoever has such an address, a pod too (Calico's nets; networks of AdminNetworkPolicy,
    // BaselineAdminNetworkPolicy and ClusterNetworkPolicy). False: never a pod (Kubernetes' ipBlock, Cilium's CIDRs).
    bool alsoPods = false;
    std::vector<ServiceReference> services; // everyone: of them only what these Services lead to (Cilium)
    Evidence evidence;
};

struct PolicyPorts {
    std::string protocol;              // "TCP", "UDP", "SCTP", "ICMP", "ICMPv6", an IP protocol number; "" = every one
    std::string name;                  // of a container port of the destination; "" = by number
    std::uint32_t first = 0, last = 0; // 1 to 65535, both included; 0, 0 = every port of the protocol
    Evidence evidence;
};

struct PolicyRuleRecord {
    enum class Action { allow, deny, pass /* to the next tier */, log /* decides nothing */ };
    Action action = Action::allow;
    std::string name;
    bool anyPeer = false; // the rule names no peer: everyone
    std::vector<PolicyPeer> peers;
    bool anyPort = false; // the rule names no port: every protocol and port
    std::vector<PolicyPorts> ports;
    std::vector<PolicyPorts> notPorts; // taken away from them (Calico)
    std::vector<PodSet> selected;      // the selected pod must be in all of these too (Calico)
    std::string narrower; // what makes the rule match less than is said here: "HTTP rules", "source ports"; "" = nothing
    Evidence evidence;
};

enum class PolicyDialect {
    adminNetworkPolicy,
    baselineAdminNetworkPolicy,
    clusterNetworkPolicy,
    calico,
    cilium,
    multiNetworkPolicy
};

struct TrafficPolicyRecord {
    ObjectId object;
    PolicyDialect dialect = PolicyDialect::adminNetworkPolicy;
    // Where it stands. adminNetworkPolicy: tier "admin", baseline: "baseline"; clusterNetworkPolicy: either; calico: the
    // tier's name, "default" when none is written; cilium, multiNetworkPolicy: "".
    std::string tier;
    double order = 0; // lower first: priority, Calico's order (infinity when none is written); 0 elsewhere
    PodSet selects;
    bool ingress = false, egress = false;                     // directions in which it acts
    bool ingressDeniesRest = false, egressDeniesRest = false; // a pod that it selects lets nothing else through
                                                              // (Cilium, MultiNetworkPolicy; elsewhere the tier says it)
    std::vector<PolicyRuleRecord> ingressRules, egressRules;  // in order
    std::vector<std::string> networks; // multiNetworkPolicy: "namespace/name" of the attachment definitions that it is for
    std::string notEnforced;           // why it never decides: "staged"; "" = it does
    std::string malformed; // why it is left out of the answer, a clause without a full stop; "" = it is not. Beside a Problem
};

struct PolicyTierRecord { // Calico Tier
    ObjectId object;
    double order = 0;        // infinity when none is written
    bool passesRest = false; // defaultAction: Pass
};

struct AddressSetRecord { // Calico NetworkSet, GlobalNetworkSet; CiliumCIDRGroup
    ObjectId object;
    std::string ns; // "" = for every namespace
    std::vector<std::string> cidrs;
    Evidence evidence;
};

struct PodNetworkRecord { // a network that pods are attached to beside, or instead of, the cluster's own
    enum class Kind { userDefined, clusterUserDefined, attachment };
    ObjectId object;
    Kind kind = Kind::userDefined;
    bool primary = false;  // takes the place of the cluster's network in its namespaces
    Selector namespaces;   // clusterUserDefined: of these namespaces
    std::string topology;  // "Layer2", "Layer3", "Localnet"; "" = not written
    std::string malformed; // as above
    Evidence evidence;
};

} // namespace bartizan
