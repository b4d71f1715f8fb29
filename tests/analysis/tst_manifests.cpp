// SPDX-License-Identifier: GPL-3.0-or-later
// Small manifests, read as a user's files are: what they say must be said, and what only looks like a gap must not.
#include "model/resolve/resolve.h"
#include "tests/support/input_folder.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

std::string workload(const std::string& name, const std::string& container, const std::string& pod = "")
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: shop}\nspec:\n  selector: {matchLabels: {app: " + name +
           "}}\n  template:\n    metadata: {labels: {app: " + name + "}}\n    spec:\n" + pod +
           "      containers:\n      - name: " + name + "\n        image: shop/" + name + ":1\n" + container + "---\n";
}
std::string service(const std::string& name, int port)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: shop}\nspec: {selector: {app: " + name +
           "}, ports: [{port: " + std::to_string(port) + "}]}\n---\n";
}

struct Read {
    Model model;
    Posture posture;

    explicit Read(const std::string& text)
    {
        test::InputFolder folder;
        folder.write("all.yaml", text);
        model.inventory = folder.import();
        model.architecture = resolve(model.inventory, test::shippedCatalogue());
        posture = test::postureOf(model);
    }
    const LayerVerdict& of(const std::string& name, Layer layer) const
    {
        return test::layerOf(model, posture, "shop/" + name + "[Deployment]", layer);
    }
    const Finding* finding(std::string_view rule) const
    {
        for (const Finding& f : posture.findings)
            if (f.rule == rule)
                return &f;
        return nullptr;
    }
};

} // namespace

class TestManifests : public QObject {
    Q_OBJECT
private slots:
    // `https` verifies unless it is told otherwise; libpq's sslmode=require does not.
    void clientsThatVerify()
    {
        const Read read(
            workload("api", "        ports: [{containerPort: 8443}]\n") + service("api", 8443) +
            workload("db", "        ports: [{containerPort: 5432}]\n") + service("db", 5432) +
            workload("web", "        env:\n        - {name: API, value: \"https://api:8443\"}\n") +
            workload("job", "        env:\n        - {name: DSN, value: \"postgres://db:5432/shop?sslmode=require\"}\n"));
        QCOMPARE(read.of("web", Layer::encryption).verdict, Verdict::present);
        QCOMPARE(read.of("job", Layer::encryption).verdict, Verdict::partial);
        QCOMPARE(read.of("job", Layer::encryption).rule, std::string("encryption-unverified"));
    }

    // Application manifests leave the class to the cluster: its name suggests the controller, and that is an assumption.
    // A name that suggests none leaves the check undecided; it is then not said that there is none.
    void checkOfAController()
    {
        const auto ingress = [](const std::string& className) {
            return "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  namespace: shop\n  annotations:\n"
                   "    nginx.ingress.kubernetes.io/auth-url: https://login.bank.example/check\nspec:\n  ingressClassName: " +
                   className +
                   "\n  tls: [{hosts: [web.example], secretName: tls}]\n  rules:\n  - host: web.example\n    http: {paths: "
                   "[{path: /, pathType: Prefix, "
                   "backend: {service: {name: web, port: {number: 80}}}}]}\n---\n";
        };
        const std::string rest = workload("web", "        ports: [{containerPort: 80}]\n") + service("web", 80);
        const Read suggested(ingress("nginx") + rest);
        const RoutePosture& checked = suggested.posture.routes.at(0);
        QCOMPARE(checked.answer, AuthAnswer::checkedAt);
        QCOMPARE(checked.checkedAt, std::string("login.bank.example"));
        QCOMPARE(checked.authentication.basis, Basis::assumed);
        QCOMPARE(checked.authentication.assumptions, std::vector<std::string>{"class-controller"});
        QVERIFY(!suggested.finding("authentication-no-check"));

        const Read unknown(ingress("company-edge") + rest);
        QCOMPARE(unknown.posture.routes.at(0).authentication.verdict, Verdict::unknown);
        QVERIFY2(unknown.posture.routes.at(0).authentication.reason.find(
                     "A check is named on Ingress shop/web; whether it holds cannot be told.") == 0,
                 unknown.posture.routes.at(0).authentication.reason.c_str());
        QVERIFY(!unknown.finding("authentication-no-check"));
        QVERIFY(unknown.finding("authentication-unresolved"));

        QCOMPARE(unknown.posture.routes.at(0).answer, AuthAnswer::undecided);
        QVERIFY(!unknown.posture.workloads.at(0).openDirect);
        QCOMPARE(unknown.posture.paths.size(), std::size_t(1));
        QCOMPARE(unknown.posture.paths[0].authenticatedAt, std::string("a check is named, whether it holds cannot be told"));
        QVERIFY2(unknown.posture.sentence.find("with no check in front") == std::string::npos, unknown.posture.sentence.c_str());

        // Passwords are kept out of repositories: the Secret is elsewhere, and the check is named.
        std::string basic = ingress("nginx");
        const std::string url = "nginx.ingress.kubernetes.io/auth-url: https://login.bank.example/check";
        basic.replace(basic.find(url), url.size(),
                      "nginx.ingress.kubernetes.io/auth-type: basic\n    nginx.ingress.kubernetes.io/auth-secret: web-users");
        const Read elsewhere(basic + rest);
        QCOMPARE(elsewhere.posture.routes.at(0).authentication.verdict, Verdict::unknown);
        QCOMPARE(elsewhere.posture.routes.at(0).authentication.rule, std::string("authentication-unresolved"));
        QVERIFY(elsewhere.finding("authentication-unresolved"));
        QVERIFY(!elsewhere.finding("authentication-no-check"));

        // A class that is in the input decides: another controller does not know the annotation.
        const Read other("apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: nginx}\nspec: {controller: "
                         "haproxy.org/ingress-controller}\n---\n" +
                         ingress("nginx") + rest);
        QCOMPARE(other.posture.routes.at(0).answer, AuthAnswer::noCheckInFront);
        QVERIFY(other.finding("authentication-no-check"));
        QVERIFY2(other.posture.sentence.find("with no check in front") != std::string::npos, other.posture.sentence.c_str());
    }

    void secretsOfAClientApply()
    {
        const std::string secret =
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\n  namespace: shop\n  uid: "
            "77777777-0000-4000-8000-000000000003\n"
            "  resourceVersion: \"4\"\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n"
            "      {\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"data\":{\"key\":\"aHVudGVyMmh1bnRlcjI=\"}}\ndata: {key: "
            "aHVudGVyMmh1bnRlcjI=}\n---\n";
        const Read read(secret + workload("web", "        envFrom: [{secretRef: {name: key}}]\n"));
        QCOMPARE(read.of("web", Layer::secrets).verdict, Verdict::partial);
        QCOMPARE(read.of("web", Layer::secrets).rule, std::string("secrets-last-applied"));
    }

    // Another image runs only where the pod belongs to that very object: its owner's uid says so.
    void anotherImageRuns()
    {
        const auto running = [](const std::string& owner) {
            return "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent, namespace: shop, uid: uid-of-agent, "
                   "resourceVersion: \"3\"}\nspec:\n"
                   "  selector: {matchLabels: {app: agent}}\n  template:\n    metadata: {labels: {app: agent}}\n    spec: "
                   "{containers: [{name: agent, image: \"shop/agent:2\"}]}\n---\n"
                   "apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent-x\n  namespace: shop\n  labels: {app: agent}\n  uid: "
                   "uid-of-pod\n  resourceVersion: \"4\"\n"
                   "  ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: agent, controller: true, uid: " +
                   owner +
                   "}]\n"
                   "spec: {containers: [{name: agent, image: \"shop/agent:1\"}]}\nstatus: {phase: Running}\n";
        };
        const Read same(running("uid-of-agent")), other(running("uid-of-another-cluster"));
        const Finding* finding = same.finding("image-running-differs");
        QVERIFY(finding);
        QCOMPARE(finding->reason,
                 std::string("Configured and running differ: the template names shop/agent:2, a running pod shop/agent:1."));
        QVERIFY(!other.finding("image-running-differs"));
    }

    void nothingSetHoldsNothing()
    {
        const Read read(workload("web", ""));
        QCOMPARE(read.of("web", Layer::secrets).reason,
                 std::string("No environment variable, argument or ConfigMap is set that could hold a credential."));
    }

    // What one object does in many lines is told in few sentences, and the rest is counted.
    void manyVolumes()
    {
        std::string volumes;
        for (const char* path : {"/a", "/b", "/c", "/d", "/e", "/f"})
            volumes += std::string("      - {name: v") + (path + 1) + ", hostPath: {path: " + path + "}}\n";
        const Read read(workload("web", "", "      volumes:\n" + volumes));
        const Finding* finding = read.finding("hardening-host-path");
        QVERIFY(finding);
        QCOMPARE(finding->evidence.size(), std::size_t(6));
        QVERIFY2(finding->reason.find("And 2 more of the kind.") != std::string::npos, finding->reason.c_str());
        const LayerVerdict& hardening = read.of("web", Layer::hardening);
        for (std::size_t i = 1; i < hardening.evidence.size(); ++i)
            QVERIFY(hardening.evidence[i] != hardening.evidence[i - 1]);
    }

    void metadataAddressShowsItsLine()
    {
        const Read read(workload("web", "        ports: [{containerPort: 80}]\n") +
                        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web, namespace: shop}\nspec:\n  "
                        "podSelector: {matchLabels: {app: web}}\n"
                        "  policyTypes: [Ingress, Egress]\n  egress:\n  - to:\n    - ipBlock:\n        cidr: 0.0.0.0/0\n");
        const Finding* finding = read.finding("network-metadata-reachable");
        QVERIFY(finding);
        QCOMPARE(finding->evidence.size(), std::size_t(1));
        QVERIFY(finding->evidence.front().object.valid());
    }
};

QTEST_GUILESS_MAIN(TestManifests)
#include "tst_manifests.moc"
