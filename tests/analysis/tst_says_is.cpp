// SPDX-License-Identifier: GPL-3.0-or-later
// What is configured and what runs differ (layers.md, "Says and is"), on objects as an API server hands them out; and
// that manifests alone, which show nothing that runs, raise none of it.
#include "model/resolve/resolve.h"
#include "tests/support/input_folder.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

// METADATA of an object read from a cluster; in a manifest it is left out.
std::string meta(const std::string& name, bool running, const std::string& ns = "shop")
{
    return "metadata: {name: " + name + (ns.empty() ? "" : ", namespace: " + ns) +
           (running ? ", uid: 3f6b0c1e-0000-4000-8000-" + std::string(12 - std::min<std::size_t>(name.size(), 12), '0') +
                          name.substr(0, 12) + ", resourceVersion: \"7\"}"
                    : "}") +
           "\n";
}
std::string ingress(bool running, bool address)
{
    return "apiVersion: networking.k8s.io/v1\nkind: Ingress\n" + meta("shop", running) +
           "spec:\n  ingressClassName: nginx\n  rules:\n  - host: shop.example\n    http: {paths: [{path: /, pathType: Prefix, "
           "backend: {service: {name: web, port: {number: 80}}}}]}\n" +
           (running ? address ? "status: {loadBalancer: {ingress: [{ip: 34.1.2.3}]}}\n" : "status: {loadBalancer: {}}\n" : "");
}
std::string service(bool running)
{
    return "apiVersion: v1\nkind: Service\n" + meta("web", running) +
           "spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}\n";
}
std::string pod(bool running)
{
    const std::string spec = "spec: {containers: [{name: web, image: \"shop/web:1\", ports: [{containerPort: 8080}]}]}";
    if (!running)
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: web-0, namespace: shop, labels: {app: web}}\n" + spec + "\n";
    return "apiVersion: v1\nkind: PodList\nmetadata: {resourceVersion: \"12\"}\nitems:\n- metadata: {name: web-0, namespace: "
           "shop, labels: {app: web}, "
           "uid: 77777777-0000-4000-8000-000000000001, resourceVersion: \"9\"}\n  " +
           spec +
           "\n  status: {phase: Running}\n"
           "- metadata: {name: job-0, namespace: other, uid: 77777777-0000-4000-8000-000000000002, resourceVersion: \"9\"}\n"
           "  spec: {containers: [{name: job, image: \"shop/job:1\"}]}\n  status: {phase: Running}\n"; // two namespaces: a list of all
}
std::string gateway(const std::string& status)
{
    return "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n" + meta("edge", true) +
           "spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}\n"
           "status: {conditions: [{type: Accepted, status: \"" +
           status + "\"}, {type: Programmed, status: \"" + status +
           "\"}]}\n"
           "---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n" +
           meta("web", true) + "spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: web, port: 80}]}]}\n";
}

Posture postureOfFile(const std::string& text)
{
    test::InputFolder folder;
    folder.write("objects.yaml", text);
    Model model;
    model.inventory = folder.import();
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    return test::postureOf(model);
}

std::string reasonOf(const Posture& posture, std::string_view rule)
{
    std::string reasons;
    for (const Finding& f : posture.findings)
        if (f.rule == rule)
            reasons += f.reason;
    return reasons;
}

const std::string next = "---\n";

} // namespace

class TestSaysIs : public QObject {
    Q_OBJECT
private slots:
    void classWithoutController()
    {
        const Posture running = postureOfFile(ingress(true, false) + next + service(true) + next + pod(true));
        QCOMPARE(QString::fromStdString(reasonOf(running, "gateway-class-without-controller")),
                 QStringLiteral("Routes name the class nginx, and no controller that serves it was seen among the pods."));
        // An address in the status: some controller serves it from elsewhere.
        QVERIFY(reasonOf(postureOfFile(ingress(true, true) + next + service(true) + next + pod(true)),
                         "gateway-class-without-controller")
                    .empty());
        // Manifests of an application leave the controller to the cluster.
        QVERIFY(reasonOf(postureOfFile(ingress(false, false) + next + service(false) + next + pod(false)),
                         "gateway-class-without-controller")
                    .empty());
    }

    void gatewayThatWaits()
    {
        const std::string rest = next + service(true) + next + pod(true);
        QCOMPARE(QString::fromStdString(reasonOf(postureOfFile(gateway("Unknown") + rest), "gateway-not-programmed")),
                 QStringLiteral("Configured and running differ: the status of gateway-api:shop/edge says that no controller has "
                                "taken it up yet."));
        QCOMPARE(
            QString::fromStdString(reasonOf(postureOfFile(gateway("False") + rest), "gateway-not-programmed")),
            QStringLiteral("Configured and running differ: the status of gateway-api:shop/edge says that it is not accepted."));
        QVERIFY(reasonOf(postureOfFile(gateway("True") + rest), "gateway-not-programmed").empty());
    }
};

QTEST_GUILESS_MAIN(TestSaysIs)
#include "tst_says_is.moc"
