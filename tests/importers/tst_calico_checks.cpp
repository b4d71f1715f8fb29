// SPDX-License-Identifier: GPL-3.0-or-later
// What Calico's API server refuses of a rule or a policy as a whole, what only gives a note, and domain names where they have
// no effect.
#include "tests/importers/traffic_policy_text.h"
#include "tests/support/import_text.h"

using namespace bartizan;

namespace {

Inventory policy(const std::string& spec, bool global = false)
{
    return test::importText("apiVersion: projectcalico.org/v3\nkind: " +
                            std::string(global ? "GlobalNetworkPolicy\nmetadata: {name: x}\n"
                                               : "NetworkPolicy\nmetadata: {name: x, namespace: shop}\n") +
                            "spec: " + spec);
}
// "" for a policy that is taken; else why it is not.
std::string why(const std::string& spec, bool global = false)
{
    return policy(spec, global).trafficPolicies.at(0).malformed;
}
std::string ingress(const std::string& fields, bool global = false)
{
    return why("{ingress: [{action: Allow, " + fields + "}]}", global);
}
std::string egress(const std::string& fields, bool global = false)
{
    return why("{egress: [{action: Allow, " + fields + "}]}", global);
}

} // namespace

class TestCalicoChecks : public QObject {
    Q_OBJECT
private slots:
    void icmp();
    void http();
    void ipVersion();
    void services();
    void policies();
    void notes();
    void domains();
    void stored();
    void remedies();
};

void TestCalicoChecks::icmp()
{
    const std::string protocol = "expected protocol ICMP or ICMPv6 in a rule with icmp, found another one or none";
    const std::string range = "expected an ICMP type from 0 to 254 and a code from 0 to 255, found another number";
    QCOMPARE(ingress("protocol: ICMP, icmp: {type: 8, code: 0}"), std::string());
    QCOMPARE(ingress("protocol: 58, icmp: {type: 128}"), std::string());
    QCOMPARE(ingress("protocol: ICMP, icmp: {type: 254, code: 255}"), std::string());
    QCOMPARE(ingress("icmp: {type: 8}"), protocol);
    QCOMPARE(ingress("protocol: TCP, icmp: {type: 8}"), protocol);
    QCOMPARE(ingress("protocol: ICMP, icmp: {type: 255}"), range);
    QCOMPARE(ingress("protocol: ICMP, icmp: {type: -1}"), range);
    QCOMPARE(ingress("protocol: ICMP, notICMP: {type: 8, code: 256}"), range);
    QCOMPARE(ingress("protocol: ICMP, icmp: {code: 1}"), std::string("expected an ICMP type beside an ICMP code, found none"));
}

void TestCalicoChecks::http()
{
    const std::string place = "expected http in ingress rules that allow only, found it in another one";
    QCOMPARE(ingress("http: {methods: [GET]}"), std::string());
    QCOMPARE(ingress("protocol: 6, http: {methods: [GET]}"), std::string());
    QCOMPARE(ingress("protocol: UDP, http: {methods: [GET]}"),
             std::string("expected protocol TCP or none in a rule with http, found another one"));
    QCOMPARE(egress("http: {methods: [GET]}"), place);
    QCOMPARE(why("{ingress: [{action: Deny, http: {methods: [GET]}}]}"), place);
}

void TestCalicoChecks::ipVersion()
{
    const std::string icmp = "expected ipVersion 4 with ICMP and 6 with ICMPv6, found the other one";
    const std::string blocks = "expected blocks of the rule's ipVersion, found some of the other one";
    QCOMPARE(ingress("protocol: ICMP, ipVersion: 4"), std::string());
    QCOMPARE(ingress("protocol: ICMP, ipVersion: 6"), icmp);
    QCOMPARE(ingress("notProtocol: ICMPv6, ipVersion: 4"), icmp);
    QCOMPARE(ingress("ipVersion: 6, source: {nets: ['fd00::/8']}"), std::string());
    QCOMPARE(ingress("ipVersion: 6, source: {nets: [10.0.0.0/8]}"), blocks);
    QCOMPARE(ingress("ipVersion: 4, destination: {notNets: ['fd00::/8']}"), blocks);
}

void TestCalicoChecks::services()
{
    const std::string alone = "expected services alone at one end of a rule, found selectors, accounts or addresses too";
    const std::string place =
        "expected services in the source of ingress and the destination of egress, found them at the other end";
    QCOMPARE(ingress("source: {services: {name: db}}"), std::string());
    QCOMPARE(egress("destination: {services: {name: db}}"), std::string());
    QCOMPARE(egress("destination: {services: {name: db, namespace: data}}", true), std::string());
    QCOMPARE(egress("destination: {services: {name: db}}", true),
             std::string("expected the Service's namespace in a global policy, found none"));
    QCOMPARE(egress("destination: {services: {}}"), std::string("expected a Service's name in services, found none"));
    QCOMPARE(egress("source: {services: {name: db}}"), place);
    QCOMPARE(ingress("destination: {services: {name: db}}"), place);
    for (const char* other : {"selector: has(a)", "notSelector: has(a)", "namespaceSelector: all()", "nets: [10.0.0.0/8]",
                              "notNets: [10.0.0.0/8]", "serviceAccounts: {names: [a]}"})
        QCOMPARE(ingress("source: {services: {name: db}, " + std::string(other) + "}"), alone);
    QCOMPARE(egress("protocol: TCP, destination: {services: {name: db}, ports: [80]}"),
             std::string("expected services without ports, as the Service says them, found both"));
    QCOMPARE(ingress("protocol: TCP, source: {services: {name: db}, ports: [80]}"), std::string());
}

void TestCalicoChecks::policies()
{
    const std::string own =
        "expected global() in the namespaceSelector of a rule's end only, found it in a policy's own selector";
    QCOMPARE(why("{namespaceSelector: global()}", true), own);
    QCOMPARE(why("{selector: global()}", true), own);
    QCOMPARE(why("{types: [Ingress, Ingress]}"), std::string("expected every type of a policy once, found one of them twice"));
    QCOMPARE(why("{types: [Ingress, Egress]}"), std::string());
    QCOMPARE(why("{doNotTrack: true}", true),
             std::string("expected applyOnForward: true beside preDNAT or doNotTrack, found none"));
    QCOMPARE(why("{doNotTrack: true, preDNAT: true, applyOnForward: true}", true),
             std::string("expected preDNAT or doNotTrack in a policy, found both"));
    QCOMPARE(why("{preDNAT: true, applyOnForward: true, egress: [{action: Allow}]}", true),
             std::string("expected preDNAT in a policy for ingress only, found egress"));
    const Inventory staged =
        test::importText("apiVersion: projectcalico.org/v3\nkind: StagedKubernetesNetworkPolicy\n"
                         "metadata: {name: x, namespace: shop}\nspec: {podSelector: {}, policyTypes: [ingress]}\n");
    QCOMPARE(staged.trafficPolicies.at(0).malformed,
             std::string("expected Ingress or Egress in policyTypes, found something else"));
}

// Refused by Calico's API server, of a plain meaning all the same.
void TestCalicoChecks::notes()
{
    const auto noted = [](const std::string& rule) {
        const Inventory inventory = policy("{ingress: [{action: Allow, " + rule + "}]}");
        const TrafficPolicyRecord& record = inventory.trafficPolicies.at(0);
        return test::problemIds(inventory) + " " + (record.malformed.empty() ? "kept" : "left out");
    };
    QCOMPARE(noted("source: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}"), std::string(" kept"));
    QCOMPARE(noted("source: {nets: [10.0.0.0/8, 'fd00::/8']}"), std::string("mixed-families@4 kept"));
    QCOMPARE(noted("source: {nets: [10.0.0.0/8]}, destination: {nets: ['fd00::/8']}"), std::string("mixed-families@4 kept"));
    QCOMPARE(noted("source: {nets: [10.1.2.3/8]}"), std::string("bits-beyond-prefix@4 kept"));
    QCOMPARE(noted("source: {nets: [10.1.2.3]}"), std::string(" kept"));
    QCOMPARE(noted("source: {namespaceSelector: global()}"), std::string(" kept"));
    QCOMPARE(noted("source: {namespaceSelector: 'global() || has(a)'}"), std::string("global-with-others@4 kept"));
}

void TestCalicoChecks::domains()
{
    const std::string names = "destination: {domains: [a.example.com]}";
    const auto rules = [](const std::string& spec) {
        const Inventory inventory = policy(spec);
        const TrafficPolicyRecord& record = inventory.trafficPolicies.at(0);
        const auto& list = record.egressRules.empty() ? record.ingressRules : record.egressRules;
        return test::problemIds(inventory) + (inventory.problems.empty() ? "" : " ") + test::ruleText(list.at(0));
    };
    const std::string without = " unless domain names, which have an effect in allowing egress rules only";
    QCOMPARE(rules("{egress: [{action: Allow, " + names + "}]}"), std::string("allow names a.example.com : any"));
    QCOMPARE(rules("{egress: [{action: Deny, " + names + "}]}"),
             "domains-without-effect@4 deny names a.example.com : any" + without);
    QCOMPARE(rules("{egress: [{action: Pass, " + names + "}]}"),
             "domains-without-effect@4 pass names a.example.com : any" + without);
    QCOMPARE(rules("{ingress: [{action: Allow, source: {domains: [a.example.com]}}]}"),
             "domains-without-effect@4 allow names a.example.com : any" + without);
}

// Objects of a live cluster that were written past that API server are in force.
void TestCalicoChecks::stored()
{
    const auto read = [](const std::string& spec) {
        const Inventory inventory = test::importText(
            "apiVersion: crd.projectcalico.org/v1\nkind: GlobalNetworkPolicy\nmetadata: {name: x}\nspec: " + spec);
        for (const Problem& problem : inventory.problems) {
            if (problem.severity != ProblemSeverity::note || problem.message.find("expected ") != 0 ||
                problem.message.find(": ") == std::string::npos)
                return "not a note: " + problem.message;
        }
        return test::policiesText(inventory) + test::problemIds(inventory);
    };
    // What is plain is read as it stands.
    QCOMPARE(read("{types: [Ingress, Ingress]}"), std::string("{} in\nnot-validated@4"));
    QCOMPARE(read("{doNotTrack: true}"), std::string("{} in (acts on host endpoints only)\nnot-validated@4"));
    QCOMPARE(read("{preDNAT: true, applyOnForward: true, egress: [{action: Allow}]}"),
             std::string("{} out (acts on host endpoints only)\n-> allow any : any\nnot-validated@4"));
    QCOMPARE(read("{ingress: [{action: Allow, ipVersion: 6, source: {nets: [10.0.0.0/8]}}]}"),
             std::string("{} in\n<- allow [10.0.0.0/8]+pods : any unless the IP version\nblocks-of-other-version@4"));
    // The rest makes the rule one that may match less.
    const std::string unless = " unless ", less = "what Calico's API server refuses\nnot-validated@4";
    QCOMPARE(read("{ingress: [{action: Allow, protocol: TCP, icmp: {type: 8}}]}"),
             "{} in\n<- allow any : TCP" + unless + "ICMP types and " + less);
    QCOMPARE(read("{egress: [{action: Deny, http: {methods: [GET]}}]}"),
             "{} out\n-> deny any : any" + unless + "HTTP rules and " + less);
    QCOMPARE(read("{ingress: [{action: Allow, destination: {services: {name: db, namespace: data}}}]}"),
             "{} in\n<- allow any : any" + unless + less);
    QCOMPARE(read("{ingress: [{action: Allow, protocol: ICMP, ipVersion: 6}]}"),
             "{} in\n<- allow any : ICMP" + unless + "the IP version and " + less);
    // What cannot be read at all is left out all the same.
    const Inventory unread = test::importText("apiVersion: crd.projectcalico.org/v1\nkind: GlobalNetworkPolicy\n"
                                              "metadata: {name: x}\nspec: {selector: 'a ='}\n");
    QVERIFY(!unread.trafficPolicies.at(0).malformed.empty());
}

// What to write instead stands after what was found.
void TestCalicoChecks::remedies()
{
    const auto message = [](const std::string& spec) {
        const Inventory inventory = policy(spec);
        return inventory.problems.size() == 1 ? inventory.problems[0].message : std::string("not one problem");
    };
    const std::string tail = " (until then connectivity is worked out without this policy)";
    QCOMPARE(
        message("{ingress: [{action: HUNTER2}]}"),
        "expected action Allow, Deny, Log or Pass, found another word or none; write one of the four, with a capital letter" +
            tail);
    QCOMPARE(message("{ingress: [{action: Allow, source: {nets: [HUNTER2]}}]}"),
             "expected an IP address or a block such as 10.0.0.0/8, found something else; write an IPv4 or IPv6 address, and a "
             "slash and the prefix length for more than one" +
                 tail);
    QCOMPARE(message("{ingress: HUNTER2}"), "expected a list in this field, found a string; write a list" + tail);
    QCOMPARE(message("{selector: 'HUNTER2 ='}").find("HUNTER2"), std::string::npos);
    QVERIFY(policy("{ingress: HUNTER2}").problems.at(0).severity == ProblemSeverity::error);
}

QTEST_GUILESS_MAIN(TestCalicoChecks)
#include "tst_calico_checks.moc"
