// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of a NetworkPolicy in the one form of all policies: the namespace of peers, blocks that are never pods, ports.
#include "model/inventory/policy_form.h"

#include <QtTest>

using namespace bartizan;

class TestPolicyForm : public QObject {
    Q_OBJECT
private slots:
    void peers()
    {
        NetworkRule rule;
        rule.anyPort = true;
        rule.peers.resize(3);
        rule.peers[0].pods.present = true;
        rule.peers[1].namespaces.present = true;
        rule.peers[2].cidr = "10.0.0.0/8";
        rule.peers[2].except = {"10.1.0.0/16"};
        const std::vector<PolicyRuleRecord> rules = policyRules({rule, {}}, "shop");
        QCOMPARE(rules.size(), std::size_t(2));
        QVERIFY(rules[0].anyPort && !rules[0].anyPeer && rules[0].action == PolicyRuleRecord::Action::allow);
        const std::vector<PolicyPeer>& peers = rules[0].peers;
        QCOMPARE(peers.size(), std::size_t(3));
        QVERIFY(peers[0].pods.ns == "shop" && peers[0].pods.pods.present && !peers[0].pods.namespaces.present);
        QVERIFY(peers[1].pods.ns.empty() && peers[1].pods.namespaces.present);
        QVERIFY(peers[2].kind == PolicyPeer::Kind::addresses && !peers[2].alsoPods);
        QVERIFY(peers[2].blocks.at(0).cidr == "10.0.0.0/8" && peers[2].blocks[0].except == rule.peers[2].except);
        QVERIFY(!rules[1].anyPort && !rules[1].anyPeer && rules[1].peers.empty());
    }

    void ports()
    {
        NetworkRule rule;
        rule.ports = {
            {"TCP", "80", 0, {}}, {"UDP", "8000", 8999, {}}, {"SCTP", "", 0, {}}, {"TCP", "http", 0, {}}, {"TCP", "0", 0, {}}};
        const std::vector<PolicyPorts> ports = policyRules({rule}, "shop").at(0).ports;
        QCOMPARE(ports.size(), std::size_t(5));
        QVERIFY(ports[0].protocol == "TCP" && ports[0].first == 80 && ports[0].last == 80 && ports[0].name.empty());
        QVERIFY(ports[1].protocol == "UDP" && ports[1].first == 8000 && ports[1].last == 8999);
        QVERIFY(ports[2].protocol == "SCTP" && ports[2].first == 0 && ports[2].last == 0);
        QVERIFY(ports[3].name == "http" && ports[3].first == 0);
        QVERIFY(ports[4].first > ports[4].last); // port 0: nothing
    }
};

QTEST_GUILESS_MAIN(TestPolicyForm)
#include "tst_policy_form.moc"
