// SPDX-License-Identifier: GPL-3.0-or-later
// Network policies of administrators and of secondary networks, networks of pods and virtual machines, each from a small
// text, in the one form of model/inventory/policies.h; "@7" is the cited line.
#include "model/resolve/resolve.h"
#include "tests/importers/record_text.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/input_folder.h"
#include "tests/support/text_architecture.h"

#include <algorithm>

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string selectorText(const Selector& selector)
{
    return selector.present ? toText(selector) : "-";
}

std::string setText(const PodSet& set)
{
    return "{" + (set.ns.empty() ? std::string() : set.ns + ": ") + selectorText(set.namespaces) + "|" + selectorText(set.pods) +
           "}";
}

std::string peerText(const PolicyPeer& peer)
{
    std::string text;
    switch (peer.kind) {
    case PolicyPeer::Kind::pods:
        return setText(peer.pods);
    case PolicyPeer::Kind::addresses:
        for (const PolicyPeer::Block& block : peer.blocks) {
            text += (text.empty() ? "" : ",") + block.cidr;
            for (const std::string& except : block.except)
                text += "-" + except;
        }
        return text + (peer.alsoPods ? "+pods" : "");
    case PolicyPeer::Kind::everyone:
        return "everyone";
    case PolicyPeer::Kind::hostNames:
        return "names:" + list(peer.names);
    case PolicyPeer::Kind::special:
        return "special:" + list(peer.names);
    }
    return text;
}

std::string ruleText(const PolicyRuleRecord& rule, const char* arrow)
{
    using Action = PolicyRuleRecord::Action;
    std::string text = arrow;
    text += rule.action == Action::allow ? " allow" : rule.action == Action::deny ? " deny" : " pass";
    text += rule.name.empty() ? "" : " " + rule.name;
    text += rule.anyPeer ? " anyone" : "";
    for (const PolicyPeer& peer : rule.peers)
        text += " " + peerText(peer);
    text += rule.anyPort ? " *" : "";
    for (const PolicyPorts& port : rule.ports)
        text += " " + port.protocol + ":" +
                (port.name.empty() ? std::to_string(port.first) + "-" + std::to_string(port.last) : port.name);
    return text + " @" + std::to_string(rule.evidence.line) + "\n";
}

std::string policiesText(const Inventory& inventory)
{
    std::string text = problemsText(inventory);
    for (const TrafficPolicyRecord& policy : inventory.trafficPolicies) {
        text += (policy.tier.empty() ? "-" : policy.tier) + " " + std::to_string(static_cast<int>(policy.order)) + " " +
                setText(policy.selects) + (policy.ingress ? " in" : "") + (policy.ingressDeniesRest ? " rest" : "") +
                (policy.egress ? " out" : "") + (policy.egressDeniesRest ? " rest" : "");
        for (const std::string& network : policy.networks)
            text += " " + network;
        text += policy.malformed.empty() ? "\n" : " malformed\n";
        for (const PolicyRuleRecord& rule : policy.ingressRules)
            text += ruleText(rule, "<-");
        for (const PolicyRuleRecord& rule : policy.egressRules)
            text += ruleText(rule, "->");
    }
    return text;
}

std::string networksText(const Inventory& inventory)
{
    std::string text = problemsText(inventory);
    for (const PodNetworkRecord& network : inventory.podNetworks) {
        const Identity& identity = inventory.object(network.object).identity;
        text += (identity.ns.empty() ? "" : identity.ns + "/") + identity.name;
        text += network.kind == PodNetworkRecord::Kind::userDefined          ? " user"
                : network.kind == PodNetworkRecord::Kind::clusterUserDefined ? " cluster"
                                                                             : " attachment";
        text += (network.primary ? " primary " : " secondary ") + network.topology + " " + selectorText(network.namespaces) +
                " " + "@" + std::to_string(network.evidence.line) + (network.malformed.empty() ? "\n" : " malformed\n");
    }
    return text;
}

} // namespace

class TestPolicies : public QObject {
    Q_OBJECT
private slots:
    void adminPolicies();
    void baseline();
    void clusterPolicies();
    void multiNetworkPolicies();
    void multiNetworkPolicyWithoutNetwork();
    void podNetworks();
    void machines();
    void machinesAreNoPatches();
};

void TestPolicies::adminPolicies()
{
    const Inventory inventory = importText(R"(apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: guard}
spec:
  priority: 7
  subject: {namespaces: {}}
  ingress:
  - name: monitoring
    action: Pass
    from:
    - namespaces: {matchLabels: {team: ops}}
    - pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: probe}}}
    ports:
    - portNumber: {port: 9090}
    - portRange: {protocol: UDP, start: 5000, end: 5010}
    - namedPort: metrics
  egress:
  - action: Deny
    to: [{networks: [10.0.0.0/8, "fd00::/8"]}, {nodes: {}}]
  - action: Allow
    to: [{domainNames: ["*.example.com"]}]
)");
    COMPARE_TEXT(policiesText(inventory),
                 "admin 7 {everything|-} in out\n"
                 "<- pass monitoring {team=ops|-} {everything|app=probe} TCP:9090-9090 UDP:5000-5010 :metrics @8\n"
                 "-> deny 10.0.0.0/8,fd00::/8+pods special:nodes * @18\n"
                 "-> allow names:*.example.com * @20\n");
    const TrafficPolicyRecord& policy = inventory.trafficPolicies.at(0);
    QVERIFY(policy.dialect == PolicyDialect::adminNetworkPolicy);
    QCOMPARE(policy.ingressRules.at(0).peers.at(1).evidence.line, 12U);
    QCOMPARE(policy.ingressRules.at(0).ports.at(2).evidence.line, 16U);
}

void TestPolicies::baseline()
{
    const Inventory inventory = importText(R"(apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: default}
spec:
  subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}}
  ingress: [{action: Deny, from: [{namespaces: {}}]}]
  egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]
)");
    COMPARE_TEXT(policiesText(inventory), "baseline 0 {everything|app=db} in out\n"
                                          "<- deny {everything|-} * @6\n"
                                          "-> deny 0.0.0.0/0+pods * @7\n");
    QVERIFY(inventory.trafficPolicies.at(0).dialect == PolicyDialect::baselineAdminNetworkPolicy);
}

void TestPolicies::clusterPolicies()
{
    const Inventory inventory = importText(R"(apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: floor}
spec:
  tier: Baseline
  priority: 30
  subject: {pods: {namespaceSelector: {matchLabels: {a: b}}, podSelector: {}}}
  ingress:
  - action: Accept
    from: [{namespaces: {}}]
    protocols:
    - tcp: {destinationPort: {number: 80}}
    - sctp: {destinationPort: {range: {start: 1, end: 9}}}
    - destinationNamedPort: web
---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: roof}
spec:
  tier: Admin
  priority: 0
  subject: {namespaces: {}}
  egress: [{action: Pass, to: [{namespaces: {}}]}, {action: Deny, to: [{networks: ["::/0"]}]}]
)");
    COMPARE_TEXT(policiesText(inventory), "baseline 30 {a=b|everything} in\n"
                                          "<- allow {everything|-} TCP:80-80 SCTP:1-9 :web @9\n"
                                          "admin 0 {everything|-} out\n"
                                          "-> pass {everything|-} * @23\n"
                                          "-> deny ::/0+pods * @23\n");
}

void TestPolicies::multiNetworkPolicies()
{
    const Inventory inventory = importText(R"(apiVersion: k8s.cni.cncf.io/v1beta1
kind: MultiNetworkPolicy
metadata:
  name: second
  namespace: shop
  annotations: {k8s.v1.cni.cncf.io/policy-for: "net-a, other/net-b,net-a"}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Ingress]
  ingress:
  - from: [{podSelector: {}}, {namespaceSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
    ports: [{port: 80, endPort: 90}, {port: web, protocol: UDP}, {protocol: SCTP}]
  - {}
)");
    COMPARE_TEXT(policiesText(inventory), "- 0 {shop: -|app=db} in rest shop/net-a other/net-b\n"
                                          "<- allow {shop: -|everything} {everything|-} 10.0.0.0/8-10.1.0.0/16 TCP:80-90 UDP:web "
                                          "SCTP:0-0 @11\n"
                                          "<- allow anyone * @13\n");
}

void TestPolicies::multiNetworkPolicyWithoutNetwork()
{
    const Inventory inventory = importText(R"(apiVersion: k8s.cni.cncf.io/v1beta1
kind: MultiNetworkPolicy
metadata: {name: second, namespace: shop}
spec: {podSelector: {}, egress: [{}]}
)");
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    QCOMPARE(inventory.problems[0].id + at(inventory.problems[0].evidence), std::string("policy-without-network@3"));
    const TrafficPolicyRecord& policy = inventory.trafficPolicies.at(0);
    QVERIFY(policy.networks.empty() && policy.malformed.empty());
    QVERIFY(policy.ingressDeniesRest && policy.egressDeniesRest);
}

void TestPolicies::podNetworks()
{
    COMPARE_TEXT(networksText(importText(R"(apiVersion: k8s.ovn.org/v1
kind: UserDefinedNetwork
metadata: {name: blue, namespace: shop}
spec: {topology: Layer2, layer2: {role: Primary, subnets: [192.168.0.0/16]}}
---
apiVersion: k8s.ovn.org/v1
kind: ClusterUserDefinedNetwork
metadata: {name: wide}
spec:
  namespaceSelector: {matchLabels: {team: a}}
  network: {topology: Localnet, localnet: {role: Secondary}}
---
apiVersion: k8s.ovn.org/v1
kind: ClusterUserDefinedNetwork
metadata: {name: all}
spec: {namespaceSelector: {}, network: {topology: Layer3, layer3: {role: Primary}}}
---
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: flat, namespace: shop}
spec: {config: "{}"}
)")),
                 "shop/blue user primary Layer2 - @1\n"
                 "wide cluster secondary Localnet team=a @6\n"
                 "all cluster primary Layer3 everything @13\n"
                 "shop/flat attachment secondary  - @18\n");
}

constexpr const char* machinesYaml = R"(apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: vm, namespace: shop, uid: u-1, labels: {of: the-object}}
spec:
  template:
    metadata: {labels: {app: db}}
    spec:
      networks: [{name: default, pod: {}}, {name: second, multus: {networkName: net-a}}, {name: x, multus: {networkName: o/b}}]
      volumes: [{name: init, cloudInitNoCloud: {userData: "#cloud-config"}}]
---
apiVersion: kubevirt.io/v1
kind: VirtualMachineInstance
metadata:
  name: vm
  namespace: shop
  labels: {app: db, node: n1}
  ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachine, name: vm, uid: u-1, controller: true}]
spec: {}
---
apiVersion: kubevirt.io/v1
kind: VirtualMachineInstance
metadata:
  name: lone
  namespace: shop
  ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachine, name: gone, uid: u-2, controller: true}]
spec: {}
---
apiVersion: v1
kind: Pod
metadata:
  name: virt-launcher-vm-x
  namespace: shop
  labels: {app: db}
  ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachineInstance, name: vm, uid: u-3, controller: true}]
spec: {containers: [{name: compute, image: registry.example/virt-launcher:v1}]}
)";

void TestPolicies::machines()
{
    const Inventory inventory = importText(machinesYaml);
    COMPARE_TEXT(problemsText(inventory), "");
    QCOMPARE(inventory.workloads.size(), std::size_t(4));
    const WorkloadRecord& machine = inventory.workloads[0];
    QVERIFY(machine.pod.containers.empty() && machine.pod.volumes.empty());
    QCOMPARE(machine.podLabels.size(), std::size_t(1));
    QCOMPARE(std::string(valueOf(machine.podLabels, "app")), std::string("db"));
    const Attribute* networks = find(machine.podAnnotations, "k8s.v1.cni.cncf.io/networks");
    QVERIFY(networks);
    QCOMPARE(networks->value + at(networks->evidence), std::string("net-a,o/b@8"));
    QCOMPARE(std::string(valueOf(inventory.workloads[1].podLabels, "node")), std::string("n1"));
    QVERIFY(!machine.selector.present);

    const Architecture architecture = resolve(inventory, shippedCatalogue());
    std::string ids;
    for (const Workload& workload : architecture.workloads)
        ids += workload.id + " " + std::to_string(workload.pods.size()) + "\n";
    COMPARE_TEXT(ids, "shop/gone[VirtualMachine] 0\n"
                      "shop/vm[VirtualMachine] 1\n");
}

// A workload without images beside others with images is a patch for another; a machine never is.
void TestPolicies::machinesAreNoPatches()
{
    InputFolder folder;
    folder.write("deploy/web.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n"
                                    "    metadata: {labels: {app: web}}\n    spec: {containers: [{name: web, image: web:1}]}\n");
    folder.write("deploy/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other}\nspec:\n  template:\n"
                                      "    spec: {containers: [{name: web}]}\n");
    folder.write("deploy/vm.yaml", "apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: vm}\nspec:\n  template:\n"
                                   "    metadata: {labels: {app: vm}}\n    spec: {}\n");
    const Inventory inventory = folder.import();
    std::string applied;
    for (const Object& object : inventory.objects)
        applied += object.identity.name + (object.applied() ? " applied\n" : " not applied\n");
    COMPARE_TEXT(applied, "other not applied\nvm applied\nweb applied\n");
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
