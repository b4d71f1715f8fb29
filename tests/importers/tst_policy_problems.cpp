// SPDX-License-Identifier: GPL-3.0-or-later
// What an API server refuses in network policies and networks of pods: a problem at its line, and the record left out of
// connectivity; and what is wrong between several of them.
#include "model/resolve/resolve.h"
#include "tests/importers/text_rows.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/input_folder.h"
#include "tests/support/text_architecture.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

// "invalid-port left out", "named-port-of-addresses kept", "kept": the problems of one object, and its record.
std::string verdict(const std::string& text)
{
    const Inventory inventory = importText(text);
    std::string result;
    for (const Problem& problem : inventory.problems)
        result += problem.id + " ";
    std::string malformed;
    for (const NetworkPolicyRecord& policy : inventory.networkPolicies)
        malformed += policy.malformed;
    for (const TrafficPolicyRecord& policy : inventory.trafficPolicies)
        malformed += policy.malformed;
    for (const PodNetworkRecord& network : inventory.podNetworks)
        malformed += network.malformed;
    return result + (malformed.empty() ? "kept" : "left out");
}

std::string object(const char* apiVersion, const char* kind, const char* name, const std::string& spec)
{
    return std::string("apiVersion: ") + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name + "}\nspec: " + spec +
           "\n";
}

std::string networkPolicy(const std::string& spec)
{
    return object("networking.k8s.io/v1", "NetworkPolicy", "x", spec);
}
std::string admin(const std::string& rules, const char* priority = "1", const char* name = "x")
{
    return object("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", name,
                  std::string("{priority: ") + priority + ", subject: {namespaces: {}}" + rules + "}");
}
std::string cluster(const std::string& spec, const char* name = "x")
{
    return object("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", name, spec);
}
std::string network(const char* kind, const char* place, const std::string& spec)
{
    return std::string("apiVersion: k8s.ovn.org/v1\nkind: ") + kind + "\nmetadata: {" + place + "}\nspec: " + spec + "\n";
}

// The problems between objects: "equal-priority 1+2", where 2 further objects are cited after the first.
std::string between(const std::string& text)
{
    const Architecture architecture = resolve(importText(text), shippedCatalogue());
    std::string result;
    for (const Problem& problem : architecture.problems)
        result += problem.id + " 1+" + std::to_string(problem.also.size()) + "\n";
    return result;
}

const std::string primary = "{topology: Layer2, layer2: {role: Primary}}";
const std::string secondary = "{topology: Layer2, layer2: {role: Secondary}}";

} // namespace

class TestPolicyProblems : public QObject {
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void message();
    void unknownFieldsNarrow();
    void everyFaultIsSaid();
    void equalPriorities();
    void primaryNetworks();
    void equalNames();
    void definedTwice();
};

void TestPolicyProblems::refused_data()
{
    textColumns();
    const auto policy = [](const char* spec, const char* expected) { textRow(networkPolicy(spec), expected); };
    policy("{podSelector: {}}", "kept");
    policy("{podSelector: {matchLabels: {app@b: x}}}", "invalid-selector left out");
    policy("{podSelector: {matchLabels: {app: $x}}}", "invalid-selector left out");
    policy("{podSelector: {matchLabels: {Example.com/app: x}}}", "invalid-selector left out");
    policy("{podSelector: {matchLabels: {example.com/app: '', b: x_y.Z-1}}}", "kept");
    policy("{podSelector: {matchExpressions: [{key: a, operator: Sometimes}]}}", "invalid-selector left out");
    policy("{podSelector: {matchExpressions: [{key: a, operator: In}]}}", "invalid-selector left out");
    policy("{podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}", "invalid-selector left out");
    policy("{podSelector: {matchExpressions: [{key: a, operator: NotIn, values: [-b]}]}}", "invalid-selector left out");
    policy("{podSelector: {matchExpressions: [{operator: Exists}]}}", "invalid-selector left out");
    policy("{podSelector: {matchExpressions: [{key: a, operator: DoesNotExist}]}}", "kept");
    policy("{podSelector: web}", "unexpected-type left out");
    policy("{ingress: [{from: [{}]}]}", "invalid-peer left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]}", "invalid-peer left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/33}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: ['fd00::/16']}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [none]}}]}]}", "invalid-block left out");
    policy("{ingress: [{from: [{ipBlock: {cidr: 'fd00::/8', except: ['fd00:1::/32']}}], ports: [{port: web}]}]}", "kept");
    policy("{ingress: [{from: [{ipBlock: {cidr: 10.1.2.3/8, except: [10.9.0.0/16]}}]}]}", "kept");
    policy("{ingress: [{ports: [{port: http, endPort: 10000}]}]}", "invalid-port left out");
    policy("{ingress: [{ports: [{port: 10, endPort: 1}]}]}", "invalid-port left out");
    policy("{ingress: [{ports: [{endPort: 1}]}]}", "invalid-port left out");
    policy("{ingress: [{ports: [{port: 10, endPort: 10}]}]}", "kept");
    policy("{ingress: [{ports: [{port: 80, protocol: HTTP}]}]}", "invalid-port left out");
    policy("{ingress: [{ports: [{port: 70000}]}]}", "invalid-port left out");
    policy("{ingress: [{ports: [{port: Not_A_Name}]}]}", "invalid-port left out");
    policy("{policyTypes: [Inbound]}", "invalid-policy left out");
    policy("{egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: abc}]}]}", "named-port-of-addresses kept");
    policy("{egress: [{to: [{podSelector: {}}], ports: [{port: abc}]}]}", "kept");

    textRow(admin(""), "kept");
    textRow(admin("", "1001"), "invalid-priority left out");
    textRow(admin("", "-1"), "invalid-priority left out");
    textRow(admin("", "high"), "invalid-priority left out");
    const auto adminSpec = [&](const char* spec, const char* expected) {
        textRow(object("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "x", spec), expected);
    };
    adminSpec("{subject: {namespaces: {}}}", "invalid-priority left out");
    adminSpec("{priority: 1, subject: {}}", "invalid-policy left out");
    adminSpec("{priority: 1, subject: }", "invalid-policy left out");
    adminSpec("{priority: 1}", "invalid-policy left out");
    adminSpec("{priority: 1, subject: {namespaces: {}, pods: {podSelector: {}}}}", "invalid-policy left out");
    adminSpec("{priority: 1, subject: {namespaces: {matchExpressions: [{key: a, operator: In}]}}}", "invalid-selector left out");
    textRow(admin(", ingress: [{action: Allow}]"), "invalid-policy left out");
    textRow(admin(", egress: [{action: Allow, to: []}]"), "invalid-policy left out");
    textRow(admin(", ingress: [{action: Ok, from: [{namespaces: {}}]}]"), "invalid-action left out");
    textRow(admin(", ingress: [{from: [{namespaces: {}}]}]"), "invalid-action left out");
    textRow(admin(", egress: [{action: Deny, to: [{}]}]"), "invalid-policy left out");
    textRow(admin(", egress: [{action: Deny, to: [{namespaces: {}, pods: {}}]}]"), "invalid-policy left out");
    textRow(admin(", ingress: [{action: Deny, from: [{networks: [10.0.0.0/8]}]}]"), "invalid-policy left out");
    textRow(admin(", egress: [{action: Deny, to: [{networks: [10.0.0.0]}]}]"), "invalid-block left out");
    textRow(admin(", egress: [{action: Deny, to: [{networks: []}]}]"), "invalid-peer left out");
    textRow(admin(", egress: [{action: Deny, to: [{domainNames: [example.com]}]}]"), "invalid-peer left out");
    const auto adminPorts = [&](const char* ports, const char* expected) {
        textRow(admin(std::string(", ingress: [{action: Deny, from: [{namespaces: {}}], ports: [") + ports + "]}]"), expected);
    };
    adminPorts("{portNumber: {port: 80}}", "kept");
    adminPorts("{portRange: {start: 10, end: 1}}", "invalid-port left out");
    adminPorts("{portRange: {start: 10}}", "invalid-port left out");
    adminPorts("{portNumber: {port: 80}, namedPort: web}", "invalid-policy left out");
    adminPorts("{}", "invalid-policy left out");
    adminPorts("{portNumber: {port: 0}}", "invalid-port left out");
    adminPorts("{portNumber: {port: 80, protocol: ICMP}}", "invalid-port left out");
    adminPorts("{namedPort: ''}", "invalid-port left out");
    textRow(admin(", egress: [{action: Allow, to: [{networks: [10.0.0.0/8]}], ports: [{namedPort: web}]}]"),
            "named-port-of-addresses kept");

    // What the schemas of v0.1.7 bound.
    const auto many = [](std::size_t count, const char* element) {
        std::string text = element;
        for (std::size_t i = 1; i < count; ++i)
            text += std::string(", ") + element;
        return text;
    };
    const auto inRule = [](const std::string& fields) {
        return admin(", ingress: [{action: Deny, from: [{namespaces: {}}]" + fields + "}]");
    };
    const auto toPeer = [](const std::string& peer) { return admin(", egress: [{action: Allow, to: [" + peer + "]}]"); };
    const char* rule = "{action: Deny, from: [{namespaces: {}}]}";
    namedRow("100 rules", admin(", ingress: [" + many(100, rule) + "]"), "kept");
    namedRow("101 rules", admin(", ingress: [" + many(101, rule) + "]"), "too-many left out");
    namedRow("101 peers", admin(", ingress: [{action: Deny, from: [" + many(101, "{namespaces: {}}") + "]}]"),
             "too-many left out");
    namedRow("101 ports", inRule(", ports: [" + many(101, "{portNumber: {port: 80}}") + "]"), "too-many left out");
    namedRow("name of 100", inRule(", name: " + std::string(100, 'n')), "kept");
    namedRow("name of 101", inRule(", name: " + std::string(101, 'n')), "invalid-name left out");
    textRow(inRule(", ports: []"), "invalid-port left out");
    textRow(inRule(", ports: "), "kept");
    textRow(inRule(", protocols: [{tcp: {}}]"), "unknown-rule-field kept");
    textRow(inRule(", ports: [{portRange: {start: 9, end: 9}}]"), "kept"); // v1alpha1 does not compare them
    textRow(toPeer("{networks: [10.0.0.0/8, 10.0.0.0/8]}"), "invalid-block left out");
    textRow(toPeer("{networks: ['::ffff:10.0.0.0/104']}"), "invalid-block left out");
    textRow(toPeer("{networks: ['::ffff:a00:0/104']}"), "invalid-block left out"); // the same in another spelling
    textRow(toPeer("{networks: ['64:ff9b::10.0.0.0/104', '::10.0.0.0/104', '::fffe:10.0.0.0/104']}"), "kept");
    textRow(toPeer("{networks: [10.0.0.0/08]}"), "invalid-block left out");
    textRow(toPeer("{networks: ['fd00::/008']}"), "invalid-block left out");
    textRow(toPeer("{networks: ['::/0', 0.0.0.0/0]}"), "kept");
    textRow(toPeer("{networks: ['::/00']}"), "invalid-block left out");
    textRow(toPeer("{networks: [10.1.2.3/8]}"), "kept");
    // What an API server drops of a peer, of a port and of the subject.
    textRow(toPeer("{namespaces: {}, except: {}}"), "unknown-rule-field kept");
    textRow(toPeer("{namespaces: {}, except: null}"), "kept");
    textRow(inRule(", ports: [{portNumber: {port: 80}, endPort: 90}]"), "unknown-rule-field kept");
    adminSpec("{priority: 1, subject: {namespaces: {}, except: {}}}", "unknown-rule-field kept");
    textRow(toPeer("{domainNames: [example.com, '*.example.com', a_b.example.com.]}"), "kept");
    textRow(toPeer("{domainNames: [example.com, example.com]}"), "invalid-peer left out");
    for (const char* name :
         {"com", "'*'", "'*.com'", "'https://example.com'", "a..example.com", "-a.example.com", "a.*.com", "."})
        textRow(toPeer(std::string("{domainNames: [") + name + "]}"), "invalid-peer left out");
    std::string networks, hosts;
    for (int i = 0; i < 26; ++i) {
        networks += (i == 0 ? "" : ", ") + std::string("10.0.") + std::to_string(i) + ".0/24";
        hosts += (i == 0 ? "a" : ", a") + std::to_string(i) + ".example.com";
    }
    namedRow("26 networks", toPeer("{networks: [" + networks + "]}"), "too-many left out");
    namedRow("26 domain names", toPeer("{domainNames: [" + hosts + "]}"), "too-many left out");
    // Both selectors are required; one that is missing asks for nothing.
    textRow(toPeer("{pods: {namespaceSelector: {}}}"), "missing-selector kept");
    textRow(toPeer("{pods: {podSelector: {}}}"), "missing-selector kept");
    textRow(toPeer("{pods: {namespaceSelector: {}, podSelector: {}}}"), "kept");
    // Peers of the API's drafts: without their fields they would mean every namespace.
    textRow(toPeer("{namespaces: {sameLabels: [tenant]}}"), "invalid-selector left out");
    textRow(toPeer("{namespaces: {notSameLabels: [tenant]}}"), "invalid-selector left out");
    textRow(toPeer("{namespaces: {namespaceSelector: {matchLabels: {a: b}}}}"), "invalid-selector left out");
    textRow(toPeer("{pods: {namespaceSelector: {}, podSelector: {}, sameLabels: [tenant]}}"), "invalid-selector left out");
    textRow(toPeer("{pods: {namespaceSelector: {sameLabels: [tenant]}, podSelector: {}}}"), "invalid-selector left out");
    textRow(toPeer("{pods: {namespaceSelector: {}, podSelector: {matchlabels: {a: b}}}}"), "invalid-selector left out");
    textRow(toPeer("{nodes: {matchlabels: {a: b}}}"), "invalid-selector left out");
    adminSpec("{priority: 1, subject: {namespaces: {notSelf: true}}}", "invalid-selector left out");

    const auto baseline = [&](const char* name, const char* rules, const char* expected) {
        textRow(object("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", name,
                       std::string("{subject: {namespaces: {}}") + rules + "}"),
                expected);
    };
    baseline("default", "", "kept");
    baseline("other", "", "invalid-name left out");
    baseline("default", ", ingress: [{action: Pass, from: [{namespaces: {}}]}]", "invalid-action left out");
    baseline("default", ", egress: [{action: Allow, to: [{domainNames: [a.example]}]}]", "invalid-policy left out");

    textRow(cluster("{tier: Admin, priority: 1, subject: {namespaces: {}}}"), "kept");
    textRow(cluster("{tier: Other, priority: 1, subject: {namespaces: {}}}"), "invalid-policy left out");
    textRow(
        cluster("{tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Allow, from: [{namespaces: {}}]}]}"),
        "invalid-action left out");
    const auto protocols = [&](const char* list, const char* expected) {
        textRow(cluster(std::string("{tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: "
                                    "[{namespaces: {}}], protocols: [") +
                        list + "]}]}"),
                expected);
    };
    protocols("{tcp: {destinationPort: {number: 80}}}", "kept");
    protocols("{tcp: {destinationPort: {number: 80}, sourcePort: {number: 80}}}", "unknown-rule-field kept");
    protocols("{tcp: {destinationPort: {number: 80}}, name: web}", "unknown-rule-field kept");
    protocols("{tcp: {}}", "invalid-policy left out");
    protocols("{tcp: {destinationPort: {}}}", "invalid-policy left out");
    protocols("{tcp: {destinationPort: {range: {start: 9, end: 8}}}}", "invalid-port left out");
    protocols("{tcp: {destinationPort: {number: 1}}, udp: {destinationPort: {number: 1}}}", "invalid-policy left out");
    protocols("{icmp: {}}", "invalid-policy left out");
    protocols("{tcp: {destinationPort: {range: {start: 9, end: 9}}}}", "invalid-port left out");
    protocols("", "invalid-port left out");
    const auto accept = [&](const char* name, const std::string& to, const std::string& fields, const char* expected) {
        namedRow(name,
                 cluster("{tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Accept, to: [" + to + "]" +
                         fields + "}]}"),
                 expected);
    };
    accept("25 peers", many(25, "{namespaces: {}}"), "", "kept");
    accept("26 peers", many(26, "{namespaces: {}}"), "", "too-many left out");
    accept("no peer", "", "", "invalid-policy left out");
    accept("26 protocols", "{namespaces: {}}", ", protocols: [" + many(26, "{destinationNamedPort: web}") + "]",
           "too-many left out");
    accept("ports of the old form", "{namespaces: {}}", ", ports: [{portNumber: {port: 80}}]", "unknown-rule-field kept");
    accept("port name of addresses", "{networks: [10.0.0.0/8]}", ", protocols: [{destinationNamedPort: web}]",
           "named-port-of-addresses left out");
    accept("pods without podSelector", "{pods: {namespaceSelector: {}}}", "", "invalid-selector left out");
    accept("pods without namespaceSelector", "{pods: {podSelector: {}}}", "", "kept");
    // Since v1beta1 a network is written without bits beyond its prefix.
    accept("bits beyond the prefix", "{networks: [10.1.2.3/8]}", "", "kept");
    const auto beta = [](const std::string& network) {
        return object("policy.networking.k8s.io/v1beta1", "ClusterNetworkPolicy", "x",
                      "{tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Accept, to: [{networks: [" +
                          network + "]}]}]}");
    };
    textRow(beta("10.1.2.3/8"), "invalid-block left out");
    textRow(beta("'fd00::1/8'"), "invalid-block left out");
    textRow(beta("10.0.0.0/8, 10.1.2.3/32, 'fd00::/8'"), "kept");
    namedRow("26 rules of a cluster",
             cluster("{tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [" + many(26, rule) + "]}"),
             "too-many left out");
    namedRow("priority 1001 of a cluster", cluster("{tier: Admin, priority: 1001, subject: {namespaces: {}}}"),
             "invalid-priority left out");

    const char* place = "name: blue, namespace: shop";
    textRow(network("UserDefinedNetwork", place, primary), "kept");
    textRow(network("UserDefinedNetwork", place, "{topology: Layer4, layer2: {role: Primary}}"), "invalid-network left out");
    textRow(network("UserDefinedNetwork", place, "{topology: Localnet, localnet: {role: Secondary}}"),
            "invalid-network left out");
    textRow(network("UserDefinedNetwork", place, "{topology: Layer3, layer3: {role: Admin}}"), "invalid-network left out");
    textRow(network("UserDefinedNetwork", place, "{topology: Layer3, layer2: {role: Primary}}"), "invalid-network left out");
    textRow(network("UserDefinedNetwork", "name: default, namespace: shop", primary), "invalid-name left out");
    textRow(network("UserDefinedNetwork", "name: blue, namespace: openshift-x", primary), "invalid-namespace left out");
    textRow(network("UserDefinedNetwork", "name: blue", primary), "invalid-namespace left out");
    textRow(network("ClusterUserDefinedNetwork", "name: c", "{network: " + primary + "}"), "invalid-network left out");
    textRow(network("ClusterUserDefinedNetwork", "name: c", "{namespaceSelector: {}}"), "invalid-network left out");
    textRow(network("ClusterUserDefinedNetwork", "name: c", "{namespaceSelector: {}, network: " + primary + "}"), "kept");
}

void TestPolicyProblems::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(verdict(text.toStdString())), expected);
}

// At the line of the fault, with what was expected and what to do, and without a word of the file.
void TestPolicyProblems::message()
{
    const Inventory inventory = importText(R"(apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: x}
spec:
  priority: 1
  subject: {namespaces: {}}
  ingress:
  - action: hunter2
    from: [{namespaces: {}}]
)");
    COMPARE_TEXT(problemsText(inventory),
                 "invalid-action @8: expected action Allow, Deny or Pass, found none or another word; write one of them, with a "
                 "capital letter (until then connectivity is worked out without this policy)\n");
    QVERIFY(inventory.problems.at(0).severity == ProblemSeverity::error);
    QVERIFY(inventory.problems[0].evidence.text().find("hunter2") == std::string_view::npos);
    QCOMPARE(inventory.trafficPolicies.at(0).malformed,
             std::string("expected action Allow, Deny or Pass, found none or another word"));
}

// What an API server drops of a rule, its peers or its ports was to narrow it; the rules beside it stay as they are.
void TestPolicyProblems::unknownFieldsNarrow()
{
    const Inventory inventory = importText(R"(apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: x}
spec:
  priority: 1
  subject: {namespaces: {}}
  ingress:
  - {action: Allow, from: [{namespaces: {}, except: {}}]}
  - {action: Allow, from: [{namespaces: {}}], ports: [{portNumber: {port: 80}, endPort: 90}]}
  - {action: Allow, from: [{namespaces: {}}], unless: {}}
  - {action: Allow, from: [{namespaces: {}}]}
)");
    std::string found;
    for (const PolicyRuleRecord& rule : inventory.trafficPolicies.at(0).ingressRules)
        found += "[" + rule.narrower + "] ";
    const std::string field = "[a field that is not known] ";
    QCOMPARE(found, field + field + field + "[] ");
    for (const Problem& problem : inventory.problems)
        QCOMPARE(problem.id, std::string("unknown-rule-field"));
    QCOMPARE(at(inventory.problems.at(0).evidence) + at(inventory.problems.at(1).evidence), std::string("@8@9"));
}

void TestPolicyProblems::everyFaultIsSaid()
{
    const Inventory inventory = importText(R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: x}
spec:
  podSelector: {matchLabels: {a: '-'}}
  ingress:
  - from: [{}]
    ports:
    - {port: 0}
)");
    QCOMPARE(problemIds(inventory), std::string("invalid-selector@5 invalid-peer@7 invalid-port@9"));
    QCOMPARE(inventory.networkPolicies.at(0).malformed,
             std::string("expected a label's value in a selector, found other characters, or too many of them"));
}

void TestPolicyProblems::equalPriorities()
{
    const std::string one = admin("", "5", "a"), two = admin("", "5", "b"), three = admin("", "5", "c");
    COMPARE_TEXT(between(one), "");
    COMPARE_TEXT(between(one + "---\n" + two), "equal-priority 1+1\n");
    COMPARE_TEXT(between(one + "---\n" + two + "---\n" + three), "equal-priority 1+2\n");
    COMPARE_TEXT(between(one + "---\n" + admin("", "6", "b")), "");
    COMPARE_TEXT(between(one + "---\n" + admin(", ingress: [{action: Allow}]", "5", "b")), ""); // refused anyhow
    const std::string inAdmin = cluster("{tier: Admin, priority: 5, subject: {namespaces: {}}}", "d");
    COMPARE_TEXT(between(one + "---\n" + inAdmin), "");
    COMPARE_TEXT(between(inAdmin + "---\n" + cluster("{tier: Admin, priority: 5, subject: {namespaces: {}}}", "e")),
                 "equal-priority 1+1\n");
    COMPARE_TEXT(between(inAdmin + "---\n" + cluster("{tier: Baseline, priority: 5, subject: {namespaces: {}}}", "e")), "");
}

void TestPolicyProblems::primaryNetworks()
{
    const std::string space = "apiVersion: v1\nkind: Namespace\nmetadata: {name: red, labels: {team: a}}\n---\n";
    const std::string one = network("UserDefinedNetwork", "name: a, namespace: red", primary);
    const std::string wide =
        network("ClusterUserDefinedNetwork", "name: w",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: red}}, network: " + primary + "}");
    COMPARE_TEXT(between(one), "");
    COMPARE_TEXT(between(one + "---\n" + network("UserDefinedNetwork", "name: b, namespace: red", primary)),
                 "second-primary-network 1+1\n");
    COMPARE_TEXT(between(one + "---\n" + network("UserDefinedNetwork", "name: b, namespace: red", secondary)), "");
    COMPARE_TEXT(between(one + "---\n" + network("UserDefinedNetwork", "name: b, namespace: blue", primary)), "");
    COMPARE_TEXT(between(space + one), "namespace-without-network-label 1+1\n");
    COMPARE_TEXT(
        between("apiVersion: v1\nkind: Namespace\nmetadata: {name: red, labels: {k8s.ovn.org/primary-user-defined-network: "
                "''}}\n---\n" +
                one),
        "");
    COMPARE_TEXT(between(one + "---\n" + wide), "second-primary-network 1+1\n"); // the namespace is not in the input
    COMPARE_TEXT(between(space + wide), "");
    COMPARE_TEXT(between(space + wide + "---\n" +
                         network("ClusterUserDefinedNetwork", "name: v",
                                 "{namespaceSelector: {matchLabels: {team: a}}, network: " + primary + "}")),
                 "second-primary-network 1+1\n");
    COMPARE_TEXT(between(space + wide + "---\n" +
                         network("ClusterUserDefinedNetwork", "name: v",
                                 "{namespaceSelector: {matchLabels: {team: b}}, network: " + primary + "}")),
                 "");
}

void TestPolicyProblems::equalNames()
{
    const std::string one = network("UserDefinedNetwork", "name: a, namespace: red", primary);
    const std::string attachment = "apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata:\n  name: a\n";
    COMPARE_TEXT(between(one + "---\n" +
                         network("ClusterUserDefinedNetwork", "name: a", "{namespaceSelector: {}, network: " + secondary + "}")),
                 "equal-network-name 1+1\n");
    COMPARE_TEXT(between(one + "---\n" + attachment + "  namespace: red\nspec: {}\n"), "equal-network-name 1+1\n");
    COMPARE_TEXT(between(one + "---\n" + attachment + "  namespace: blue\nspec: {}\n"), "");
    COMPARE_TEXT(between(one + "---\n" + attachment +
                         "  namespace: red\n  ownerReferences: [{apiVersion: k8s.ovn.org/v1, kind: UserDefinedNetwork, name: a, "
                         "uid: u, controller: true}]\nspec: {}\n"),
                 "");
}

// Two definitions of one policy, or of one namespace, are the import job's problem.
void TestPolicyProblems::definedTwice()
{
    const auto problems = [](const std::string& text) {
        InputFolder folder;
        folder.write("all.yaml", text);
        const Inventory inventory = folder.import();
        std::string result;
        for (const Problem& problem : inventory.problems)
            if (problem.id == "defined-twice")
                result += problem.id + "\n";
        return result;
    };
    COMPARE_TEXT(problems(networkPolicy("{podSelector: {}}") + "---\n" + networkPolicy("{podSelector: {}, egress: []}")),
                 "defined-twice\n");
    COMPARE_TEXT(problems("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Namespace\n"
                          "metadata: {name: a, labels: {b: c}}\n"),
                 "defined-twice\n");
}

QTEST_GUILESS_MAIN(TestPolicyProblems)
#include "tst_policy_problems.moc"
