// SPDX-License-Identifier: GPL-3.0-or-later
// Cilium's policies as they are read: default deny by direction, selectors with label sources, every kind of peer.
#include "tests/importers/cilium_text.h"

using namespace bartizan;
using test::same;

namespace {

std::string in(const std::string& entry)
{
    return test::ciliumRule("ingress", entry);
}
std::string out(const std::string& entry)
{
    return test::ciliumRule("egress", entry);
}

} // namespace

class TestCilium : public QObject {
    Q_OBJECT
private slots:
    void defaultDeny();
    void specifications();
    void whoIsSelected();
    void endpoints();
    void entities();
    void addresses();
    void otherPeers();
    void requirements();
    void groups();
    void lines();
};

void TestCilium::defaultDeny()
{
    const auto head = [](const std::string& fields) {
        const std::string text = test::ciliumText("spec: {endpointSelector: {}" + fields + "}");
        return text.substr(0, text.find('\n'));
    };
    QCOMPARE(head(", ingress: [{}]"), std::string("{in shop; everything} in-"));
    QCOMPARE(head(", egress: [{}]"), std::string("{in shop; everything} out-"));
    QCOMPARE(head(", ingress: [{}], egress: [{}]"), std::string("{in shop; everything} in- out-"));
    QCOMPARE(head(", ingressDeny: [{fromEntities: [world]}]"), std::string("{in shop; everything} in-"));
    QCOMPARE(head(", egressDeny: [{toEntities: [world]}], enableDefaultDeny: {egress: false}"),
             std::string("{in shop; everything} out"));
    QCOMPARE(head(", ingress: [{fromEntities: [all]}], enableDefaultDeny: {ingress: false, egress: true}"),
             std::string("{in shop; everything} in out-"));
    // An empty list is no entry, and so closes nothing.
    QCOMPARE(head(", ingress: []"), std::string("{in shop; everything}"));
    QCOMPARE(test::problemIds(test::ciliumPolicy("spec: {endpointSelector: {}, ingress: []}")), std::string("empty-section@4"));
}

void TestCilium::specifications()
{
    QCOMPARE(test::ciliumText("spec: {endpointSelector: {matchLabels: {a: x}}}\n"
                              "specs: [{endpointSelector: {matchLabels: {b: y}}, egress: [{}]}, {endpointSelector: {}}]"),
             std::string("{in shop; a=x}\n{in shop; b=y} out-\n{in shop; everything}\n"));
    QCOMPARE(test::ciliumText(""), std::string("{} malformed: expected spec or specs in a policy of Cilium, found neither\n"));
    // One bad rule and Cilium takes none of the object.
    const Inventory inventory = test::ciliumPolicy("specs: [{endpointSelector: {}}, {}]");
    QCOMPARE(inventory.trafficPolicies.size(), std::size_t(2));
    for (const TrafficPolicyRecord& record : inventory.trafficPolicies)
        QCOMPARE(record.malformed, std::string("expected one of endpointSelector and nodeSelector, found both or neither"));
    const TrafficPolicyRecord& record = inventory.trafficPolicies.at(0);
    QVERIFY(record.dialect == PolicyDialect::cilium);
    QCOMPARE(record.tier, std::string());
    QCOMPARE(record.order, 0.0);
}

void TestCilium::whoIsSelected()
{
    const auto selected = [](const std::string& selector) {
        return test::ciliumText("spec: {endpointSelector: " + selector + ", ingress: [{}]}");
    };
    QCOMPARE(selected("{matchLabels: {'k8s:app': web, 'any:tier': a, role: db}}"),
             std::string("{in shop; app=web, role=db, tier=a} in-\n"));
    QCOMPARE(selected("{matchExpressions: [{key: app, operator: In, values: [b, a]}, {key: x, operator: DoesNotExist}]}"),
             std::string("{in shop; " + [] {
                 Selector selector;
                 selector.present = true;
                 selector.requirements = {{"app", SelectorRequirement::Op::in, {"a", "b"}},
                                          {"x", SelectorRequirement::Op::doesNotExist, {}}};
                 return toText(selector);
             }() + "} in-\n"));
    QCOMPARE(selected("{matchLabels: {io.cilium.k8s.policy.serviceaccount: web}}"),
             std::string("{in shop; everything; projectcalico.org/serviceaccount in (web)} in-\n"));
    // The policy's own namespace takes the place of another one.
    QCOMPARE(selected("{matchLabels: {'k8s:io.kubernetes.pod.namespace': other}}"),
             std::string("{in shop; namespaces everything; everything} in-\n"));
    QCOMPARE(test::problemIds(
                 test::ciliumPolicy("spec: {endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': other}}}")),
             std::string("other-namespace@4"));
    QCOMPARE(selected("{matchLabels: {'reserved:ingress': ''}}"),
             std::string("{in shop; everything} in- (acts on Cilium's own endpoints only)\n"));
    QCOMPARE(test::policiesText(
                 test::ciliumClusterwide("spec: {endpointSelector: {matchLabels: {io.cilium.k8s.namespace.labels.env: prod}}}")),
             std::string("{namespaces env=prod; everything}\n"));
    QCOMPARE(test::policiesText(test::ciliumClusterwide("spec: {nodeSelector: {}, ingress: [{}]}")),
             std::string("{} in- (acts on nodes only)\n"));
}

void TestCilium::endpoints()
{
    QCOMPARE(in("{fromEndpoints: [{}]}"), std::string("allow {in shop; everything} : any"));
    QCOMPARE(in("{fromEndpoints: []}"), std::string("allow : any")); // no peer at all
    QCOMPARE(in("{fromEndpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': data, app: db}}]}"),
             std::string("allow {namespaces kubernetes.io/metadata.name=data; app=db} : any"));
    QCOMPARE(out("{toEndpoints: [{matchLabels: {io.cilium.k8s.namespace.labels.env: prod}}, {matchLabels: {a: b}}]}"),
             std::string("allow {namespaces env=prod; everything} {in shop; a=b} : any"));
    QCOMPARE(in("{fromEndpoints: [{matchLabels: {'reserved:host': ''}}, {matchLabels: {'reserved:world': ''}}]}"),
             std::string("allow special host [0.0.0.0/0 ::/0] : any"));
    QCOMPARE(in("{fromEndpoints: [{matchLabels: {io.cilium.k8s.policy.cluster: east}}]}"),
             std::string("allow {in shop; everything} : any unless a cluster's name"));
    QCOMPARE(test::ciliumRule("egressDeny", "{toEndpoints: [{}]}"), std::string("deny {in shop; everything} : any"));
    QCOMPARE(test::policiesText(test::ciliumClusterwide("spec: {endpointSelector: {}, ingress: [{fromEndpoints: [{}]}]}")),
             std::string("{everything} in-\n<- allow {everything} : any\n"));
    const Inventory inventory =
        test::ciliumPolicy("spec: {endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {'container:a': b}}]}]}");
    QCOMPARE(test::policiesText(inventory), std::string("{in shop; everything} in-\n<- allow {in shop; container:a=b} : any\n"));
    QCOMPARE(test::problemIds(inventory), std::string("label-source@4"));
}

void TestCilium::entities()
{
    const std::string specials = "special host,remote-node,kube-apiserver,init,health,ingress,unmanaged";
    QCOMPARE(in("{fromEntities: [world]}"), std::string("allow [0.0.0.0/0 ::/0] : any"));
    QCOMPARE(in("{fromEntities: [world-ipv4]}"), std::string("allow [0.0.0.0/0] : any"));
    QCOMPARE(in("{fromEntities: [world-ipv6]}"), std::string("allow [::/0] : any"));
    QCOMPARE(in("{fromEntities: [all]}"), "allow everyone " + specials + " : any");
    QCOMPARE(in("{fromEntities: [cluster]}"), "allow {} " + specials + " : any");
    QCOMPARE(out("{toEntities: [kube-apiserver, host]}"), std::string("allow special kube-apiserver special host : any"));
    QCOMPARE(out("{toEntities: [none]}"), std::string("allow : any"));
    QCOMPARE(out("{toEntities: [internet]}"), std::string("malformed: expected an entity of Cilium (world, cluster, host, "
                                                          "remote-node, kube-apiserver, all, ...), found another word"));
}

void TestCilium::addresses()
{
    QCOMPARE(in("{fromCIDR: [10.0.0.0/8, 1.1.1.1]}"), std::string("allow [10.0.0.0/8 1.1.1.1] : any"));
    QCOMPARE(out("{toCIDRSet: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}, {cidrGroupRef: partners}]}"),
             std::string("allow [10.0.0.0/8-10.1.0.0/16] [set partners] : any"));
    QCOMPARE(out("{toCIDRSet: [{cidrGroupSelector: {matchLabels: {a: b}}}]}"),
             std::string("allow [0.0.0.0/0 ::/0] : any unless a selector of CIDR groups"));
    QCOMPARE(out("{toCIDRSet: [{cidr: 10.0.0.0}]}"),
             std::string("malformed: expected a block such as 10.0.0.0/8 as cidr, found something else"));
    QCOMPARE(out("{toCIDRSet: [{cidr: 10.0.0.0/8, cidrGroupRef: x}]}"),
             std::string("malformed: expected one of cidr, cidrGroupRef and cidrGroupSelector, found none or several"));
    QCOMPARE(out("{toCIDRSet: [{cidr: 10.0.0.0/8, except: [10.0.0.0/8, 10.1.2.3/32]}]}"),
             std::string("allow [10.0.0.0/8-10.0.0.0/8,10.1.2.3/32] : any"));
    for (const char* except : {"11.0.0.0/16", "'fd00::/16'", "10.1.2.3"}) {
        QCOMPARE(out("{toCIDRSet: [{cidr: 10.0.0.0/8, except: [" + std::string(except) + "]}]}"),
                 std::string("malformed: expected blocks within cidr as its exceptions, found something else"));
    }
    // docs.cilium.io, "CIDR based": only addresses outside the cluster.
    const Inventory cidr = test::ciliumPolicy("spec: {endpointSelector: {}, ingress: [{fromCIDR: [0.0.0.0/0]}]}");
    QVERIFY(!cidr.trafficPolicies.at(0).ingressRules.at(0).peers.at(0).alsoPods);
    QCOMPARE(out("{toCIDR: [example.com]}"),
             std::string("malformed: expected an IP address or a block such as 10.0.0.0/8, found something else"));
}

void TestCilium::otherPeers()
{
    QCOMPARE(out("{toFQDNs: [{matchName: a.example.com}, {matchPattern: '*.example.org'}]}"),
             std::string("allow names a.example.com,*.example.org : any"));
    QCOMPARE(out("{toFQDNs: [{}]}"), std::string("malformed: expected one of matchName and matchPattern, found none or both"));
    QCOMPARE(out("{toFQDNs: [{matchPattern: '**.example.org'}, {matchName: 'a_b.example.org.'}]}"),
             std::string("allow names **.example.org,a_b.example.org. : any"));
    for (const char* name : {"matchName: 'a..org'", "matchName: .org", "matchName: '*.org'", "matchPattern: 'https://a.org'"}) {
        QCOMPARE(out("{toFQDNs: [{" + std::string(name) + "}]}"),
                 std::string("malformed: expected a DNS name in toFQDNs, in matchPattern with *, found something else"));
    }
    QCOMPARE(test::ciliumRule("egressDeny", "{toFQDNs: [{matchName: a.example.com}]}"),
             std::string("malformed: expected toFQDNs in rules that allow only, found it in one that refuses"));
    QCOMPARE(out("{toServices: [{k8sService: {serviceName: db, namespace: data}}]}"),
             std::string("allow everyone : any unless endpoints of a Service"));
    const Inventory services = test::ciliumPolicy(
        "spec: {endpointSelector: {}, egress: [{toServices: [{k8sService: {serviceName: db, namespace: data}}, "
        "{k8sServiceSelector: {selector: {matchLabels: {'k8s:tier': back}}}}]}, {toServices: [{k8sService: {namespace: "
        "data}}]}]}");
    const auto& rules = services.trafficPolicies.at(0).egressRules;
    const auto& named = rules.at(0).peers.at(0).services;
    QCOMPARE(named.size(), std::size_t(2));
    QCOMPARE(named[0].ns + "/" + named[0].name, std::string("data/db"));
    QCOMPARE(named[1].ns + "/" + named[1].name + toText(named[1].labels), "/" + std::string("tier=back"));
    QVERIFY(rules.at(1).peers.at(0).services.empty()); // names none: everyone
    QCOMPARE(in("{fromNodes: [{}]}"), std::string("allow special nodes : any"));
    QCOMPARE(in("{fromNodes: [{matchLabels: {zone: a}}]}"), std::string("allow special nodes : any unless labels of nodes"));
    QCOMPARE(out("{toGroups: [{aws: {region: x}}]}"),
             std::string("allow [0.0.0.0/0 ::/0] : any unless groups of a cloud provider"));
}

void TestCilium::requirements()
{
    QCOMPARE(
        in("{fromRequires: [{matchLabels: {env: prod}}], fromEndpoints: [{}]}"),
        std::string("deny {not ((env in (prod) & ns:kubernetes.io/metadata.name in (shop)))} : any unless fromRequires, which "
                    "holds for endpoint selectors only\n"
                    "allow {in shop; everything} : any"));
    QCOMPARE(
        out("{toRequires: [{matchExpressions: [{key: env, operator: NotIn, values: [dev]}, {key: io.kubernetes.pod.namespace, "
            "operator: Exists}]}]}"),
        std::string("deny {not ((has ns:kubernetes.io/metadata.name & not (env in (dev))))} : any unless toRequires, which "
                    "holds for endpoint selectors only"));
}

void TestCilium::groups()
{
    const Inventory inventory = test::importText(R"(apiVersion: cilium.io/v2alpha1
kind: CiliumCIDRGroup
metadata: {name: partners}
spec: {externalCIDRs: [203.0.113.0/24, '2001:db8::/32']}
)");
    QCOMPARE(inventory.addressSets.size(), std::size_t(1));
    QCOMPARE(inventory.addressSets[0].ns + test::list(inventory.addressSets[0].cidrs),
             std::string("203.0.113.0/24,2001:db8::/32"));
    QCOMPARE(test::at(inventory.addressSets[0].evidence), std::string("@4"));
}

void TestCilium::lines()
{
    const Inventory inventory = test::ciliumPolicy(R"(spec:
  endpointSelector:
    matchLabels:
      app: web
  ingress:
  - fromEndpoints:
    - matchLabels:
        app: front
    toPorts:
    - ports:
      - port: "80"
        protocol: TCP
)");
    const TrafficPolicyRecord& record = inventory.trafficPolicies.at(0);
    QVERIFY(same(test::policyText(record), "{in shop; app=web} in-\n<- allow {in shop; app=front} : TCP/80\n"));
    QCOMPARE(test::at(record.selects.pods.evidence), std::string("@5-7"));
    const PolicyRuleRecord& rule = record.ingressRules.at(0);
    QCOMPARE(test::at(rule.evidence), std::string("@9-15"));
    QCOMPARE(test::at(rule.peers.at(0).evidence), std::string("@10-11"));
    QCOMPARE(test::at(rule.ports.at(0).evidence), std::string("@14-15"));
    QVERIFY(inventory.problems.empty());
}

QTEST_GUILESS_MAIN(TestCilium)
#include "tst_cilium.moc"
