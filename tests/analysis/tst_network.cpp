// SPDX-License-Identifier: GPL-3.0-or-later
// The network layer on the connectivity engine: every dialect, how many workloads policies let through against known calls,
// and findings about policies that cut off, or select nobody.
#include "analysis/connectivity/connectivity.h"
#include "model/resolve/resolve.h"
#include "tests/support/input_folder.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

struct Judged {
    Model model;
    Posture posture;

    static Judged text(std::string_view system)
    {
        Judged made;
        made.model = test::modelOf(system);
        made.posture = test::postureOf(made.model);
        return made;
    }
    static Judged yaml(const std::string& text)
    {
        test::InputFolder folder;
        folder.write("all.yaml", text);
        Judged made;
        made.model.inventory = folder.import();
        made.model.architecture = resolve(made.model.inventory, test::shippedCatalogue());
        made.posture = test::postureOf(made.model);
        return made;
    }
    const LayerVerdict& network(const std::string& name) const
    {
        return test::layerOf(model, posture, "shop/" + name + "[Deployment]", Layer::network);
    }
    // "callers admitted/needed of all let in; callees reached/needed of all reached"
    std::string need(const std::string& name) const
    {
        for (const WorkloadPosture& w : posture.workloads) {
            if (model.architecture.workload(w.workload).name != name)
                continue;
            const NetworkNeed& n = w.network;
            return std::to_string(n.callersAdmitted) + "/" + std::to_string(n.callers) + " of " + std::to_string(n.admitted) +
                   (n.restrictedIn ? "" : " open") + "; " + std::to_string(n.calleesReached) + "/" + std::to_string(n.callees) +
                   " of " + std::to_string(n.reached) + (n.restrictedOut ? "" : " open");
        }
        return "none";
    }
    const Finding* finding(std::string_view rule) const
    {
        for (const Finding& f : posture.findings)
            if (f.rule == rule)
                return &f;
        return nullptr;
    }
    std::string reason(std::string_view rule) const
    {
        const Finding* found = finding(rule);
        return found ? found->reason : "";
    }
};

std::string web()
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n"
           "  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n"
           "      containers:\n      - name: web\n        image: shop/web:1\n        ports: [{containerPort: 8080}]\n---\n";
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

constexpr const char* callShop = R"(
workload web port=8080
workload db port=5432
service db 5432
call web -> db:5432
)";

} // namespace

class TestNetwork : public QObject {
    Q_OBJECT
private slots:
    void postureHasTheEngine()
    {
        const Judged judged = Judged::text(callShop);
        QVERIFY(judged.posture.connectivity);
        QVERIFY(judged.posture.connectivity->world().pods.size() >= judged.model.architecture.workloads.size());
    }

    // The namespace may come in, one workload calls. A pod on its node's network is no pod that a selector means.
    void surplusIsCounted()
    {
        std::string system = callShop;
        for (const char* name : {"a", "b", "c", "d", "e", "f"})
            system += std::string("workload ") + name + " port=8080\n";
        system += "workload agent DaemonSet port=9100 hostNetwork\n";
        const Judged judged = Judged::text(system + "policy db selects app=db; ingress from ns:shop port 5432; egress\n");
        QCOMPARE(judged.need("db"), std::string("1/1 of 7; 0/0 of 0"));
        QCOMPARE(judged.need("web"), std::string("0/0 of 7 open; 1/1 of 8 open"));
        QCOMPARE(judged.need("agent"), std::string("0/0 of 7 open; 0/0 of 7 open"));
        const LayerVerdict& db = judged.network("db");
        QCOMPARE(db.verdict, Verdict::partial);
        QCOMPARE(db.rule, std::string("network-surplus"));
        QVERIFY2(has(db.reason, "Of 7 workloads that policies let in, 1 needs to come in, as far as "), db.reason.c_str());
        QVERIFY2(has(db.reason, " show: 7 times as many."), db.reason.c_str());
        QVERIFY(judged.finding("network-surplus"));
    }

    void slackIsNoSurplus() // four more than needed
    {
        std::string system = callShop;
        for (const char* name : {"a", "b", "c", "d"})
            system += std::string("workload ") + name + " port=8080\n";
        const Judged judged = Judged::text(system + "policy db selects app=db; ingress from ns:shop port 5432; egress\n");
        QCOMPARE(judged.need("db"), std::string("1/1 of 5; 0/0 of 0"));
        QCOMPARE(judged.network("db").reason, std::string("Network policies restrict both directions."));
        QCOMPARE(judged.network("db").verdict, Verdict::present);
    }

    // A name server that everybody may ask is nobody's surplus.
    void nameServersAreNotCounted()
    {
        const Judged judged = Judged::text("workload web port=8080\nworkload dns port=53/UDP\n"
                                           "policy web selects app=web; ingress; egress to app=dns port 53/UDP\n");
        QCOMPARE(judged.need("web"), std::string("0/0 of 0; 0/0 of 0"));
    }

    void onlyNeededPeers()
    {
        const Judged judged =
            Judged::text(std::string(callShop) + "policy db selects app=db; ingress from app=web port 5432; egress\n");
        QCOMPARE(judged.need("db"), std::string("1/1 of 1; 0/0 of 0"));
        QVERIFY2(has(judged.network("db").reason, "They let through no workloads but those that "),
                 judged.network("db").reason.c_str());
        // Nothing is said where no call is known.
        const Judged silent = Judged::text("workload web port=8080\nworkload db port=5432\n"
                                           "policy db selects app=db; ingress from app=web port 5432; egress\n");
        QCOMPARE(silent.network("db").reason, std::string("Network policies restrict both directions."));
    }

    void otherDialects()
    {
        const Judged calico = Judged::yaml(web() + "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\n"
                                                   "metadata: {name: deny}\nspec: {selector: all(), types: [Ingress, Egress]}\n");
        QCOMPARE(calico.network("web").rule, std::string("network-restricted"));
        QCOMPARE(calico.network("web").facets.front().reason, std::string("Policy `deny` restricts ingress."));
        const Judged cilium = Judged::yaml(
            web() + "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: web, namespace: shop}\nspec:\n"
                    "  endpointSelector: {matchLabels: {app: web}}\n"
                    "  ingress: [{fromEndpoints: [{matchLabels: {app: db}}]}]\n"
                    "  egress: [{toEndpoints: [{matchLabels: {app: db}}]}]\n");
        QCOMPARE(cilium.network("web").rule, std::string("network-restricted"));
        // Denies every pod, and says nothing about addresses.
        const Judged admin = Judged::yaml(
            web() + "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: deny}\nspec:\n"
                    "  priority: 10\n  subject: {namespaces: {}}\n"
                    "  ingress:\n  - {name: pods, action: Deny, from: [{namespaces: {}}]}\n");
        QCOMPARE(admin.network("web").facets.front().verdict, Verdict::partial);
        QCOMPARE(admin.network("web").facets.front().reason,
                 std::string("Policy `deny` restricts ingress, but allows every address."));
    }

    void metadataAddress()
    {
        const std::string policy = "workload web port=8080\npolicy web selects app=web; ingress; egress to cidr:169.254.0.0/16";
        QCOMPARE(Judged::text(policy + "\n").reason("network-metadata-reachable"),
                 std::string("The way out allows the cloud's metadata address 169.254.169.254."));
        QVERIFY(!Judged::text(policy + " port 443\n").finding("network-metadata-reachable"));
    }

    void cutOffCalls()
    {
        const auto reason = [](const char* policy) {
            return Judged::text(std::string(callShop) + policy).reason("network-cuts-off-call");
        };
        const std::string in = reason("policy db selects app=db; ingress from app=other\n");
        QVERIFY2(has(in, "It calls shop/db on TCP 5432 (") && has(in, "policy `db` does not let it in "), in.c_str());
        const std::string out = reason("policy web selects app=web; egress to app=db port 5433\n");
        QVERIFY2(has(out, "policy `web` does not let it out "), out.c_str());
        QCOMPARE(reason("policy db selects app=db; ingress from app=web port 5432\n"), std::string());
        const Judged judged = Judged::text(std::string(callShop) + "policy db selects app=db; ingress\n");
        const Finding* finding = judged.finding("network-cuts-off-call");
        QVERIFY(finding);
        QCOMPARE(finding->subjects, std::vector<std::string>{"shop/web[Deployment]"});
        QCOMPARE(finding->evidence.size(), std::size_t(2)); // the call's line and the policy's
    }

    void blockedGateway()
    {
        const auto reason = [](const char* policy) {
            return Judged::text(std::string("internet -> gw -> web:8080\n") + policy).reason("network-blocks-entry");
        };
        const std::string blocked = reason("policy web selects app=web; ingress from app=other\n");
        QVERIFY2(has(blocked, " leads to it on TCP 8080, and policy `web` does not let the gateway in "), blocked.c_str());
        QCOMPARE(reason("policy web selects app=web; ingress from app=gw\n"), std::string());
    }

    // Whatever serves the Ingress is not in the input: a rule for a namespace that is not there either may mean it.
    void gatewayElsewhere()
    {
        const auto blocked = [](const char* peer) {
            return Judged::yaml(web() +
                                "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n"
                                "spec: {selector: {app: web}, ports: [{port: 8080}]}\n---\n"
                                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: shop}\nspec:\n"
                                "  ingressClassName: nginx\n  rules:\n  - http:\n      paths:\n      - path: /\n"
                                "        pathType: Prefix\n        backend: {service: {name: web, port: {number: 8080}}}\n---\n"
                                "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web, namespace: shop}\n"
                                "spec:\n  podSelector: {matchLabels: {app: web}}\n  ingress:\n  - from: [{" +
                                peer + "}]\n")
                       .finding("network-blocks-entry") != nullptr;
        };
        QVERIFY(blocked("podSelector: {matchLabels: {app: db}}"));
        QVERIFY(!blocked("namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}"));
    }

    void policyThatSelectsNothing()
    {
        const Judged judged = Judged::yaml(
            web() + "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: web, namespace: shop}\nspec:\n"
                    "  endpointSelector: {matchLabels: {app: webb}}\n  ingress: [{}]\n");
        const Finding* finding = judged.finding("network-selects-nothing");
        QVERIFY(finding);
        QVERIFY2(has(finding->reason, " selects none of the 1 workload of shop in the input."), finding->reason.c_str());
        QCOMPARE(finding->nearMisses.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
