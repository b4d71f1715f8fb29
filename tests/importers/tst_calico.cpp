// SPDX-License-Identifier: GPL-3.0-or-later
// Calico's policies, tiers and network sets as they are read: defaults, both ends of rules, protocols and ports, what is
// refused and what makes a rule narrower than it looks.
#include "tests/importers/traffic_policy_text.h"
#include "tests/support/import_text.h"

#include <cmath>

using namespace bartizan;
using test::same;

namespace {

Inventory namespaced(const std::string& spec)
{
    return test::importText("apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: x, namespace: shop}\n" +
                            spec);
}
Inventory global(const std::string& spec)
{
    return test::importText("apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: x}\n" + spec);
}
std::string ofNamespaced(const std::string& spec)
{
    return test::policiesText(namespaced(spec));
}
std::string ofGlobal(const std::string& spec)
{
    return test::policiesText(global(spec));
}
std::string ingressOf(const std::string& rule)
{
    const Inventory inventory = namespaced("spec: {ingress: [" + rule + "]}");
    const TrafficPolicyRecord& policy = inventory.trafficPolicies.at(0);
    return policy.malformed.empty() ? test::ruleText(policy.ingressRules.at(0)) : "malformed: " + policy.malformed;
}
const std::string anySpace = "has ns:kubernetes.io/metadata.name";

} // namespace

class TestCalico : public QObject {
    Q_OBJECT
private slots:
    void types();
    void places();
    void whoIsSelected();
    void bothEnds();
    void namespacesOfPeers();
    void addresses();
    void accounts();
    void protocolsAndPorts();
    void narrower();
    void notEnforced();
    void refusals();
    void tiersAndSets();
    void lines();
};

void TestCalico::types()
{
    QCOMPARE(ofNamespaced("spec: {}"), std::string("{in shop} in\n"));
    QCOMPARE(ofNamespaced(""), std::string("{in shop} in\n"));
    QCOMPARE(ofNamespaced("spec: {ingress: [{action: Deny}]}"), std::string("{in shop} in\n<- deny any : any\n"));
    QCOMPARE(ofNamespaced("spec: {egress: [{action: Pass}]}"), std::string("{in shop} out\n-> pass any : any\n"));
    QCOMPARE(ofNamespaced("spec: {ingress: [{action: Log}], egress: [{action: Allow}]}"),
             std::string("{in shop} in out\n<- log any : any\n-> allow any : any\n"));
    QCOMPARE(ofNamespaced("spec: {types: [Egress], ingress: [{action: Allow}]}"),
             std::string("{in shop} out\n<- allow any : any\n"));
}

void TestCalico::places()
{
    const TrafficPolicyRecord plain = namespaced("spec: {}").trafficPolicies.at(0);
    QCOMPARE(plain.tier, std::string("default"));
    QVERIFY(std::isinf(plain.order) && plain.order > 0);
    QVERIFY(plain.dialect == PolicyDialect::calico);
    QVERIFY(!plain.ingressDeniesRest && !plain.egressDeniesRest); // the tier says it
    const TrafficPolicyRecord placed = namespaced("spec: {tier: security, order: 10.5}").trafficPolicies.at(0);
    QCOMPARE(placed.tier, std::string("security"));
    QCOMPARE(placed.order, 10.5);
    QCOMPARE(namespaced("spec: {order: -3}").trafficPolicies.at(0).order, -3.0);
}

void TestCalico::whoIsSelected()
{
    QCOMPARE(ofNamespaced("spec: {selector: app == 'web', serviceAccountSelector: team == 'a', namespaceSelector: has(x)}"),
             std::string("{in shop; app in (web); sa:team in (a)} in\n"));
    QCOMPARE(ofGlobal("spec: {selector: all(), namespaceSelector: env != 'dev'}"),
             std::string("{not (ns:env in (dev)); true} in\n"));
    QCOMPARE(ofGlobal("spec: {}"), std::string("{} in\n"));
}

void TestCalico::bothEnds()
{
    const std::string rule =
        "{action: Allow, protocol: TCP, source: {selector: has(a)}, destination: {selector: has(b), ports: [80]}}";
    QCOMPARE(ofGlobal("spec: {ingress: [" + rule + "], egress: [" + rule + "]}"),
             std::string("{} in out\n"
                         "<- allow {has a}+sets : TCP/80 where {has b}\n"
                         "-> allow {has b}+sets : TCP/80 where {has a}\n"));
}

void TestCalico::namespacesOfPeers()
{
    QCOMPARE(ingressOf("{action: Allow}"), std::string("allow any : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {}}"), std::string("allow any : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {selector: all()}}"), std::string("allow {in shop; true}+sets : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {notSelector: has(a)}}"), std::string("allow {in shop; not (has a)}+sets : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {namespaceSelector: all()}}"), "allow {" + anySpace + "}+sets : any");
    QCOMPARE(ingressOf("{action: Allow, source: {namespaceSelector: global(), selector: role == 'db'}}"),
             "allow {not (" + anySpace + "); role in (db)}+sets : any");
    QCOMPARE(ofGlobal("spec: {ingress: [{action: Allow, source: {selector: has(a), notSelector: has(b)}}]}"),
             std::string("{} in\n<- allow {has a; not (has b)}+sets : any\n"));
    // The addresses of the network sets that a selector matches mean pods too.
    const Inventory labelled = namespaced("spec: {ingress: [{action: Allow, source: {selector: has(a)}}]}");
    QVERIFY(labelled.trafficPolicies.at(0).ingressRules.at(0).peers.at(0).alsoPods);
    // In a global policy what a notSelector leaves over is also outside; which pods it leaves over it says itself.
    QCOMPARE(ofGlobal("spec: {ingress: [{action: Allow, source: {notSelector: has(b)}}]}"),
             std::string("{} in\n<- allow [0.0.0.0/0 ::/0] {not (has b)} : any\n"));
}

void TestCalico::addresses()
{
    QCOMPARE(ingressOf("{action: Allow, source: {nets: [10.0.0.0/8, 1.2.3.4, '2001:db8::/32']}}"),
             std::string("allow [10.0.0.0/8 1.2.3.4 2001:db8::/32]+pods : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {notNets: [10.0.0.0/8, 'aa00::ffff']}}"),
             std::string("allow [0.0.0.0/0-10.0.0.0/8 ::/0-aa00::ffff]+pods : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {nets: [0.0.0.0/1, '::/1'], notNets: [10.0.0.0/8]}}"),
             std::string("allow [0.0.0.0/1-10.0.0.0/8 ::/1]+pods : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {nets: [10.0.0.0/8], selector: has(a)}}"),
             std::string("allow {in shop; has a}+sets : any unless addresses together with labels"));
    QCOMPARE(test::problemIds(namespaced("spec: {ingress: [{action: Allow, source: {nets: [10.0.0.0/8], selector: has(a)}}]}")),
             std::string("addresses-with-labels@4"));
    const std::string both = "spec: {ingress: [{action: Deny, source: {nets: [10.0.0.0/8], notSelector: has(a)}}]}";
    QCOMPARE(ofGlobal(both), std::string("{} in\n<- deny [10.0.0.0/8]+pods : any unless addresses together with labels\n"));
    QCOMPARE(test::problemIds(global(both)), std::string("addresses-with-labels@4"));
    QCOMPARE(ofGlobal("spec: {egress: [{action: Deny, destination: {nets: ['::/0']}}]}"),
             std::string("{} out\n-> deny [::/0]+pods : any\n"));
    QCOMPARE(ingressOf("{action: Allow, destination: {nets: [10.0.0.0/8]}}"),
             std::string("allow any : any unless addresses of the selected pods"));
}

void TestCalico::accounts()
{
    QCOMPARE(ingressOf("{action: Allow, source: {serviceAccounts: {names: [b, a], selector: team == 'x'}}}"),
             std::string("allow {in shop; sa:team in (x); projectcalico.org/serviceaccount in (a,b)}+sets : any"));
    QCOMPARE(ingressOf("{action: Allow, source: {serviceAccounts: {}}}"), std::string("allow any : any"));
    QCOMPARE(ingressOf("{action: Allow, destination: {serviceAccounts: {names: [a]}}}"),
             std::string("allow any : any where {in shop; projectcalico.org/serviceaccount in (a)}"));
}

void TestCalico::protocolsAndPorts()
{
    const auto ports = [](const std::string& fields) { return ingressOf("{action: Allow, " + fields + "}"); };
    QCOMPARE(ports("protocol: TCP"), std::string("allow any : TCP"));
    QCOMPARE(ports("protocol: udp"), std::string("allow any : UDP"));
    QCOMPARE(ports("protocol: 6"), std::string("allow any : TCP"));
    QCOMPARE(ports("protocol: 17"), std::string("allow any : UDP"));
    QCOMPARE(ports("protocol: '132'"), std::string("allow any : SCTP"));
    QCOMPARE(ports("protocol: ICMPv6"), std::string("allow any : ICMPv6"));
    QCOMPARE(ports("protocol: 1"), std::string("allow any : ICMP"));
    QCOMPARE(ports("protocol: UDPLite"), std::string("allow any : 136"));
    QCOMPARE(ports("protocol: 112"), std::string("allow any : 112"));
    QCOMPARE(ports("notProtocol: TCP"), std::string("allow any : any except TCP"));
    QCOMPARE(ports("notProtocol: 132"), std::string("allow any : any except SCTP"));
    QCOMPARE(ports("protocol: TCP, destination: {ports: [80, '443', '8000:8999', http]}"),
             std::string("allow any : TCP/80 TCP/443 TCP/8000-8999 TCP/http"));
    QCOMPARE(ports("protocol: UDP, destination: {notPorts: [53, '1:10']}"),
             std::string("allow any : UDP except UDP/53 UDP/1-10"));
    QCOMPARE(ports("protocol: UDP, destination: {ports: ['1:100'], notPorts: [53]}"),
             std::string("allow any : UDP/1-100 except UDP/53"));
}

void TestCalico::narrower()
{
    QCOMPARE(ingressOf("{action: Allow, protocol: TCP, source: {ports: [1234]}}"),
             std::string("allow any : TCP unless source ports"));
    QCOMPARE(ingressOf("{action: Allow, protocol: ICMP, icmp: {type: 8}}"), std::string("allow any : ICMP unless ICMP types"));
    QCOMPARE(ingressOf("{action: Allow, protocol: TCP, source: {notPorts: [9]}, ipVersion: 4, http: {methods: [GET]}}"),
             std::string("allow any : TCP unless source ports, HTTP rules and the IP version"));
    QCOMPARE(ingressOf("{action: Allow, source: {services: {name: db, namespace: data}}}"),
             std::string("allow everyone : any unless endpoints of a Service"));
    QCOMPARE(ofNamespaced("spec: {egress: [{action: Allow, destination: {domains: ['*.example.com']}}]}"),
             std::string("{in shop} out\n-> allow names *.example.com : any\n"));
    const Inventory inventory = namespaced("spec: {ingress: [{action: Allow, source: {selectors: has(a)}}]}");
    QCOMPARE(test::problemIds(inventory), std::string("unknown-rule-field@4"));
    QCOMPARE(test::ruleText(inventory.trafficPolicies.at(0).ingressRules.at(0)),
             std::string("allow any : any unless a field that is not known"));
}

void TestCalico::notEnforced()
{
    QCOMPARE(ofGlobal("spec: {preDNAT: true, applyOnForward: true}"), std::string("{} in (acts on host endpoints only)\n"));
    QCOMPARE(ofGlobal("spec: {doNotTrack: true, applyOnForward: true}"), std::string("{} in (acts on host endpoints only)\n"));
    QCOMPARE(ofGlobal("spec: {applyOnForward: true}"), std::string("{} in\n"));
    const auto staged = [](const std::string& kind, const std::string& spec) {
        return test::policiesText(test::importText("apiVersion: projectcalico.org/v3\nkind: " + kind +
                                                   "\nmetadata: {name: x, namespace: shop}\n" + spec));
    };
    QCOMPARE(staged("StagedNetworkPolicy", "spec: {stagedAction: Set, selector: all()}"),
             std::string("{in shop; true} in (staged)\n"));
    QVERIFY(same(staged("StagedKubernetesNetworkPolicy", R"(spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{podSelector: {}}, {namespaceSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
    ports: [{port: 80, endPort: 90}, {port: dns, protocol: UDP}, {protocol: SCTP}]
  - {}
)"),
                 "{in shop; app=web} in (staged)\n"
                 "<- allow {in shop; everything} {namespaces everything} [10.0.0.0/8-10.1.0.0/16] : TCP/80-90 UDP/dns SCTP\n"
                 "<- allow any : any\n"));
}

void TestCalico::refusals()
{
    QCOMPARE(ingressOf("{action: allow}"),
             std::string("malformed: expected action Allow, Deny, Log or Pass, found another word or none"));
    QCOMPARE(ingressOf("{source: {}}"),
             std::string("malformed: expected action Allow, Deny, Log or Pass, found another word or none"));
    QCOMPARE(ingressOf("{action: Allow, destination: {ports: [80]}}"),
             std::string("malformed: expected protocol TCP, UDP or SCTP in a rule with ports, found another one or none"));
    for (const char* port : {"0", "70000", "'9:1'", "'1:2:3'", "1.5", "'a b'", "true", "{}"}) {
        QCOMPARE(ingressOf("{action: Allow, protocol: TCP, destination: {ports: [" + std::string(port) + "]}}"),
                 std::string("malformed: expected a port from 1 to 65535, a range such as 8000:8999 or a port's name, found "
                             "something else"));
    }
    for (const char* protocol : {"HTTP", "0", "256", "[]", "''"}) {
        QCOMPARE(ingressOf("{action: Allow, protocol: " + std::string(protocol) + "}"),
                 std::string("malformed: expected TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or a number from 1 to 255 as a protocol, "
                             "found something else"));
    }
    QCOMPARE(ingressOf("{action: Allow, source: {nets: [10.0.0.0/33]}}"),
             std::string("malformed: expected an IP address or a block such as 10.0.0.0/8, found something else"));
    QCOMPARE(ingressOf("{action: Allow, source: {selector: 'app = 1'}}"),
             std::string("malformed: expected an operator (==, in, contains, ...) at character 5 of a selector, found something "
                         "else"));
    QCOMPARE(ingressOf("{action: Allow, source: {nets: 10.0.0.0/8}}"),
             std::string("malformed: expected a list in this field, found a string"));
    QCOMPARE(ingressOf("deny"), std::string("malformed: expected a mapping as an element of a list, found a string"));
    const Inventory types = namespaced("spec: {types: [ingress], order: high}");
    QCOMPARE(test::problemIds(types), std::string("invalid-policy@4 invalid-policy@4"));
    QCOMPARE(types.trafficPolicies.at(0).malformed, std::string("expected a number as order, found something else"));
}

void TestCalico::tiersAndSets()
{
    const Inventory inventory = test::importText(R"(apiVersion: projectcalico.org/v3
kind: Tier
metadata: {name: security}
spec: {order: 100, defaultAction: Pass}
---
apiVersion: crd.projectcalico.org/v1
kind: Tier
metadata: {name: last}
---
apiVersion: projectcalico.org/v3
kind: NetworkSet
metadata: {name: partners, namespace: shop, labels: {role: partner}}
spec: {nets: [203.0.113.0/24, nonsense, 10.1.1.1]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: {name: bad}
spec: {nets: ['2001:db8::/32']}
)");
    QCOMPARE(inventory.policyTiers.size(), std::size_t(2));
    QCOMPARE(inventory.policyTiers[0].order, 100.0);
    QVERIFY(inventory.policyTiers[0].passesRest);
    QVERIFY(std::isinf(inventory.policyTiers[1].order));
    QVERIFY(!inventory.policyTiers[1].passesRest);
    QCOMPARE(inventory.addressSets.size(), std::size_t(2));
    QCOMPARE(inventory.addressSets[0].ns + " " + test::list(inventory.addressSets[0].cidrs),
             std::string("shop 203.0.113.0/24,10.1.1.1"));
    QCOMPARE(inventory.addressSets[1].ns + " " + test::list(inventory.addressSets[1].cidrs), std::string(" 2001:db8::/32"));
    QCOMPARE(test::problemIds(inventory), std::string("invalid-policy@13"));
}

void TestCalico::lines()
{
    const Inventory inventory = test::importText(R"(apiVersion: crd.projectcalico.org/v1
kind: NetworkPolicy
metadata:
  name: default.web
  namespace: shop
spec:
  tier: default
  ingress:
  - action: Allow
    protocol: TCP
    source:
      selector: app == 'front'
    destination:
      ports:
      - 80
  - action: Deny
)");
    const TrafficPolicyRecord& policy = inventory.trafficPolicies.at(0);
    QCOMPARE(inventory.object(policy.object).identity.name, std::string("default.web"));
    const PolicyRuleRecord& rule = policy.ingressRules.at(0);
    QCOMPARE(test::at(rule.evidence), std::string("@9-15"));
    QCOMPARE(test::at(rule.peers.at(0).evidence), std::string("@11-12"));
    QCOMPARE(test::at(rule.ports.at(0).evidence), std::string("@15"));
    QCOMPARE(test::at(policy.ingressRules.at(1).evidence), std::string("@16"));
    QVERIFY(inventory.problems.empty());
}

QTEST_GUILESS_MAIN(TestCalico)
#include "tst_calico.moc"
