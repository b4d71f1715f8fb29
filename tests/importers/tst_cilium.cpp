// SPDX-License-Identifier: GPL-3.0-or-later
// Cilium's policies as they are read: default deny by direction, selectors with label sources, every kind of peer, ports
// and what stands above them, what Cilium refuses.
#include "tests/importers/traffic_policy_text.h"
#include "tests/support/import_text.h"

using namespace bartizan;
using test::same;

namespace {

Inventory policy(const std::string& rest)
{
    return test::importText("apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x, namespace: shop}\n" + rest);
}
Inventory clusterwide(const std::string& rest)
{
    return test::importText("apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: x}\n" + rest);
}
std::string textOf(const std::string& rest)
{
    return test::policiesText(policy(rest));
}
std::string withRule(const std::string& section, const std::string& entry)
{
    const Inventory inventory = policy("spec: {endpointSelector: {}, " + section + ": [" + entry + "]}");
    const TrafficPolicyRecord& record = inventory.trafficPolicies.at(0);
    if (!record.malformed.empty())
        return "malformed: " + record.malformed;
    std::string text;
    for (const auto* rules : {&record.ingressRules, &record.egressRules}) {
        for (const PolicyRuleRecord& rule : *rules)
            text += (text.empty() ? "" : "\n") + test::ruleText(rule);
    }
    return text;
}
std::string in(const std::string& entry)
{
    return withRule("ingress", entry);
}
std::string out(const std::string& entry)
{
    return withRule("egress", entry);
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
    void nothingNamed();
    void ports();
    void layer7();
    void refusals();
    void groups();
    void lines();
};

void TestCilium::defaultDeny()
{
    const auto head = [](const std::string& fields) {
        const std::string text = textOf("spec: {endpointSelector: {}" + fields + "}");
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
    QCOMPARE(test::problemIds(policy("spec: {endpointSelector: {}, ingress: []}")), std::string("empty-section@4"));
}

void TestCilium::specifications()
{
    QCOMPARE(textOf("spec: {endpointSelector: {matchLabels: {a: x}}}\n"
                    "specs: [{endpointSelector: {matchLabels: {b: y}}, egress: [{}]}, {endpointSelector: {}}]"),
             std::string("{in shop; a=x}\n{in shop; b=y} out-\n{in shop; everything}\n"));
    QCOMPARE(textOf(""), std::string("{} malformed: expected spec or specs in a policy of Cilium, found neither\n"));
    // One bad rule and Cilium takes none of the object.
    const Inventory inventory = policy("specs: [{endpointSelector: {}}, {}]");
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
        return textOf("spec: {endpointSelector: " + selector + ", ingress: [{}]}");
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
    QCOMPARE(test::problemIds(policy("spec: {endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': other}}}")),
             std::string("other-namespace@4"));
    QCOMPARE(selected("{matchLabels: {'reserved:ingress': ''}}"),
             std::string("{in shop; everything} in- (acts on Cilium's own endpoints only)\n"));
    QCOMPARE(
        test::policiesText(clusterwide("spec: {endpointSelector: {matchLabels: {io.cilium.k8s.namespace.labels.env: prod}}}")),
        std::string("{namespaces env=prod; everything}\n"));
    QCOMPARE(test::policiesText(clusterwide("spec: {nodeSelector: {}, ingress: [{}]}")),
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
    QCOMPARE(withRule("egressDeny", "{toEndpoints: [{}]}"), std::string("deny {in shop; everything} : any"));
    QCOMPARE(test::policiesText(clusterwide("spec: {endpointSelector: {}, ingress: [{fromEndpoints: [{}]}]}")),
             std::string("{everything} in-\n<- allow {everything} : any\n"));
    const Inventory inventory =
        policy("spec: {endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {'container:a': b}}]}]}");
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
    QCOMPARE(out("{toCIDR: [example.com]}"),
             std::string("malformed: expected an IP address or a block such as 10.0.0.0/8, found something else"));
}

void TestCilium::otherPeers()
{
    QCOMPARE(out("{toFQDNs: [{matchName: a.example.com}, {matchPattern: '*.example.org'}]}"),
             std::string("allow names a.example.com,*.example.org : any"));
    QCOMPARE(out("{toFQDNs: [{}]}"), std::string("malformed: expected one of matchName and matchPattern, found none or both"));
    QCOMPARE(out("{toServices: [{k8sService: {serviceName: db, namespace: data}}]}"),
             std::string("allow everyone : any unless endpoints of a Service"));
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

void TestCilium::nothingNamed()
{
    QCOMPARE(in("{}"), std::string());
    QCOMPARE(in("{toPorts: []}"), std::string());
    QCOMPARE(in("{fromEndpoints: }"), std::string());
    QCOMPARE(in("{authentication: {mode: required}}"), std::string());
    QCOMPARE(in("{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}"), std::string("allow any : TCP/80"));
    QCOMPARE(in("{icmps: [{fields: [{type: 8}]}]}"), std::string("allow any : ICMP unless ICMP types"));
}

void TestCilium::ports()
{
    const auto ports = [](const std::string& list) { return out("{toPorts: [{ports: [" + list + "]}]}"); };
    QCOMPARE(ports("{port: '443', protocol: TCP}"), std::string("allow any : TCP/443"));
    QCOMPARE(ports("{port: '53', protocol: ANY}"), std::string("allow any : TCP/53 UDP/53 SCTP/53"));
    QCOMPARE(ports("{port: '53'}"), std::string("allow any : TCP/53 UDP/53 SCTP/53"));
    QCOMPARE(ports("{port: '8000', endPort: 8999, protocol: UDP}"), std::string("allow any : UDP/8000-8999"));
    QCOMPARE(ports("{port: HTTP, protocol: TCP}"), std::string("allow any : TCP/http"));
    QCOMPARE(ports("{port: '0', protocol: TCP}"), std::string("allow any : TCP"));
    QCOMPARE(ports("{port: '0'}"), std::string("allow any : every"));
    QCOMPARE(ports("{port: '0', protocol: VRRP}"), std::string("allow any : 112"));
    QCOMPARE(ports(""), std::string("allow any : any unless an empty list of ports"));
    QCOMPARE(
        out("{toEntities: [host], toPorts: [{ports: [{port: '80', protocol: TCP}]}, {ports: [{port: '81', protocol: TCP}]}]}"),
        std::string("allow special host : TCP/80 TCP/81"));
    QCOMPARE(out("{icmps: [{fields: [{type: 8}, {family: IPv6, type: 128}]}]}"),
             std::string("allow any : ICMP ICMPv6 unless ICMP types"));
}

void TestCilium::layer7()
{
    QCOMPARE(in("{fromEndpoints: [{}], toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{method: GET}]}}, "
                "{ports: [{port: '81', protocol: TCP}]}]}"),
             std::string("allow {in shop; everything} : TCP/80 unless HTTP rules\nallow {in shop; everything} : TCP/81"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '53', protocol: ANY}], rules: {dns: [{matchPattern: '*'}]}}]}"),
             std::string("allow any : TCP/53 UDP/53 SCTP/53 unless DNS rules"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '9092', protocol: TCP}], rules: {kafka: [{topic: a}]}}]}"),
             std::string("allow any : TCP/9092 unless Kafka rules"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.example.com]}]}"),
             std::string("allow any : TCP/443 unless TLS server names"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '443', protocol: TCP}], rules: {http: [{}]}, serverNames: [a]}]}"),
             std::string("malformed: expected serverNames without layer 7 rules or with terminatingTLS, found both"));
    QCOMPARE(in("{toPorts: [{ports: [{port: '443', protocol: TCP}], listener: {name: a}}]}"),
             std::string("malformed: expected a listener in egress only, found one in ingress"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '9', protocol: TCP}], rules: {l7proto: x, l7: [{a: b}]}}], authentication: {mode: "
                 "required}}"),
             std::string("allow any : TCP/9 unless authentication and rules of a protocol parser"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '9', protocol: TCP}], rules: {http: []}}], authentication: {mode: disabled}}"),
             std::string("allow any : TCP/9"));
    QCOMPARE(out("{toEndpoint: [{}], toPorts: [{ports: [{port: '9', protocol: TCP}]}]}"),
             std::string("allow any : TCP/9 unless a field that is not known"));
}

void TestCilium::refusals()
{
    QCOMPARE(
        in("{fromEndpoints: [{}], fromCIDR: [10.0.0.0/8]}"),
        std::string("malformed: expected peers named in one way in a rule, found several (endpoints, CIDRs, entities, ...)"));
    QCOMPARE(in("{toPorts: [{ports: [{port: 80, protocol: TCP}]}]}").substr(0, 39),
             std::string("malformed: expected a string in this fi"));
    for (const char* port : {"'70000'", "''", "'-1'", "a_b"}) {
        QCOMPARE(in("{toPorts: [{ports: [{port: " + std::string(port) + "}]}]}"),
                 std::string("malformed: expected port as a string with a number from 0 to 65535 or a port's name, found "
                             "something else"));
    }
    QCOMPARE(in("{toPorts: [{ports: [{port: '80', protocol: HTTP}]}]}"),
             std::string("malformed: expected protocol TCP, UDP, SCTP or ANY, found another word"));
    QCOMPARE(in("{toPorts: [{ports: [{port: '80', protocol: TCP}]}], icmps: [{fields: [{type: 8}]}]}"),
             std::string("malformed: expected icmps in a rule without toPorts, found both"));
    QCOMPARE(in("{toPorts: [{ports: [{port: '80'}], rules: {http: [{}]}}]}"),
             std::string("malformed: expected protocol TCP where layer 7 rules stand, found another one or none"));
    QCOMPARE(in("{toPorts: [{ports: [{port: '53', protocol: UDP}], rules: {dns: [{matchName: a}]}}]}"),
             std::string("malformed: expected DNS rules in egress only, found some in ingress"));
    QCOMPARE(
        in("{fromEndpoints: [{matchExpressions: [{key: a, operator: Equals, values: [b]}]}]}"),
        std::string("malformed: expected operator In, NotIn, Exists or DoesNotExist in a label selector, found another word"));
    QCOMPARE(in("{fromEndpoints: [{matchExpressions: [{key: a, operator: In}]}]}"),
             std::string("malformed: expected values with operator In or NotIn, found none"));
    QCOMPARE(textOf("spec: {nodeSelector: {}}"),
             std::string("{} (acts on nodes only) malformed: expected nodeSelector in a clusterwide policy only, found one in a "
                         "namespace\n"));
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
    const Inventory inventory = policy(R"(spec:
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
