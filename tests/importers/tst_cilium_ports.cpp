// SPDX-License-Identifier: GPL-3.0-or-later
// Ports of Cilium's policies, what stands above them, rules that name nothing, and what Cilium refuses.
#include "tests/importers/cilium_text.h"

using namespace bartizan;

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

class TestCiliumPorts : public QObject {
    Q_OBJECT
private slots:
    void nothingNamed();
    void ports();
    void layer7();
    void refusals();
    void denied();
};

void TestCiliumPorts::nothingNamed()
{
    QCOMPARE(in("{}"), std::string());
    QCOMPARE(in("{toPorts: []}"), std::string());
    QCOMPARE(in("{fromEndpoints: }"), std::string());
    QCOMPARE(in("{authentication: {mode: required}}"), std::string());
    QCOMPARE(in("{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}"), std::string("allow any : TCP/80"));
    QCOMPARE(in("{icmps: [{fields: [{type: 8}]}]}"), std::string("allow any : ICMP unless ICMP types"));
}

void TestCiliumPorts::ports()
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

void TestCiliumPorts::layer7()
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

void TestCiliumPorts::refusals()
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
    QCOMPARE(out("{toPorts: [{ports: [{port: '53', endPort: 54, protocol: UDP}], rules: {dns: [{matchName: a}]}}]}"),
             std::string("malformed: expected single ports where DNS rules stand, found a range"));
    QCOMPARE(out("{toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['']}]}"),
             std::string("malformed: expected names in serverNames, found an empty one"));
    QCOMPARE(in("{icmps: [{fields: [{family: IPv4}]}]}"), std::string("malformed: expected an ICMP type in icmps, found none"));
    QCOMPARE(test::ciliumRule("ingressDeny", "{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}"),
             std::string("deny any : TCP/80"));
    std::string ports, fields;
    for (int i = 1; i <= 41; ++i) {
        ports += (i == 1 ? "{port: '" : ", {port: '") + std::to_string(i) + "', protocol: TCP}";
        fields += (i == 1 ? "{type: " : ", {type: ") + std::to_string(i) + "}";
    }
    QCOMPARE(in("{toPorts: [{ports: [" + ports + "]}]}"),
             std::string("malformed: expected at most 40 ports in one entry of toPorts, found more"));
    QCOMPARE(in("{icmps: [{fields: [" + fields + "]}]}"),
             std::string("malformed: expected at most 40 fields in one entry of icmps, found more"));
    QCOMPARE(
        in("{fromEndpoints: [{matchLabels: {app: 'a b'}}]}"),
        std::string("malformed: expected at most 63 letters, digits, '-', '_' and '.' as a label's value in a selector, found "
                    "something else"));
    QCOMPARE(
        in("{fromEndpoints: [{matchExpressions: [{key: a, operator: In, values: ['-']}]}]}"),
        std::string("malformed: expected at most 63 letters, digits, '-', '_' and '.' as a label's value in a selector, found "
                    "something else"));
    QCOMPARE(
        in("{fromEndpoints: [{matchExpressions: [{key: a, operator: Equals, values: [b]}]}]}"),
        std::string("malformed: expected operator In, NotIn, Exists or DoesNotExist in a label selector, found another word"));
    QCOMPARE(in("{fromEndpoints: [{matchExpressions: [{key: a, operator: In}]}]}"),
             std::string("malformed: expected values with operator In or NotIn, found none"));
    QCOMPARE(test::ciliumText("spec: {nodeSelector: {}}"),
             std::string("{} (acts on nodes only) malformed: expected nodeSelector in a clusterwide policy only, found one in a "
                         "namespace\n"));
}

// A rule that refuses has nothing but ports: the API server drops the rest, and what was to be refused in part is refused whole.
void TestCiliumPorts::denied()
{
    const std::string rules =
        "ingressDeny: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: /HUNTER2}]}, "
        "serverNames: [HUNTER2], terminatingTLS: {}}]}]";
    const Inventory inventory = test::ciliumPolicy("spec: {endpointSelector: {}, " + rules + "}");
    QCOMPARE(test::policiesText(inventory), std::string("{in shop; everything} in-\n<- deny any : TCP/80\n"));
    QCOMPARE(test::problemIds(inventory), std::string("field-without-effect@4"));
    const Problem& problem = inventory.problems.at(0);
    QVERIFY(problem.severity == ProblemSeverity::warning);
    QVERIFY2(problem.message.find("HUNTER2") == std::string::npos && problem.message.find(": write ") != std::string::npos,
             problem.message.c_str());
    // Without toFQDNs it would refuse everyone.
    const Inventory names =
        test::ciliumPolicy("spec: {endpointSelector: {}, egressDeny: [{toFQDNs: [{matchName: 'HUNTER2..'}, {}]}]}");
    QCOMPARE(names.trafficPolicies.at(0).malformed,
             std::string("expected toFQDNs in rules that allow only, found it in one that refuses"));
    QCOMPARE(test::problemIds(names), std::string("invalid-policy@4"));
    QVERIFY(names.problems.at(0).message.find("; refuse the traffic by its addresses") != std::string::npos);
    // Peers of the other direction are no fields of a rule.
    QCOMPARE(in("{toEndpoints: [{}], fromEntities: [world]}"),
             std::string("allow [0.0.0.0/0 ::/0] : any unless a field that is not known"));
    QCOMPARE(out("{fromEndpoints: [{}], toEntities: [world]}"),
             std::string("allow [0.0.0.0/0 ::/0] : any unless a field that is not known"));
}

QTEST_GUILESS_MAIN(TestCiliumPorts)
#include "tst_cilium_ports.moc"
