// SPDX-License-Identifier: GPL-3.0-or-later
// Typed records of Kubernetes' own kinds, each from a small text; "@7" is the cited line.
#include "tests/importers/record_text.h"
#include "tests/support/import_file.h"

using namespace bartizan;
using test::at;
using test::fact;
using test::facts;
using test::list;
using test::same;

class TestKubernetesKinds : public QObject {
    Q_OBJECT
private slots:
    void services();
    void internalBalancers();
    void endpoints();
    void networkPolicies();
    void configMaps();
    void secrets();
    void accounts();
    void roles();
    void budgets();
    void nodes();
};

void TestKubernetesKinds::services()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0/8, 192.168.0.0/16
spec:
  type: LoadBalancer
  selector: {app: web}
  clusterIP: 10.96.0.1
  externalIPs: [203.0.113.5]
  loadBalancerClass: example.com/lb
  ports:
  - {name: http, port: 80, targetPort: web, nodePort: 30080, appProtocol: http}
  - {port: 53, protocol: UDP, targetPort: 5353}
status:
  loadBalancer:
    ingress: [{ip: 198.51.100.7}, {hostname: lb.example.com}]
---
apiVersion: v1
kind: Service
metadata: {name: out}
spec: {type: ExternalName, externalName: db.example.com, selector: {}}
)");
    const ServiceRecord& web = inventory.services.at(0);
    QCOMPARE(web.type.value + at(web.type.evidence), std::string("LoadBalancer@8"));
    QCOMPARE(toText(web.selector), std::string("app=web"));
    QCOMPARE(web.ports.size(), std::size_t(2));
    QCOMPARE(web.ports[0].targetPort + " " + std::to_string(web.ports[0].nodePort) + " " + web.ports[0].appProtocol,
             std::string("web 30080 http"));
    QCOMPARE(web.ports[1].targetPort + " " + web.ports[1].protocol, std::string("5353 UDP"));
    QCOMPARE(at(web.ports[1].evidence) + std::string(web.ports[1].evidence.text()), std::string("@15port: 53"));
    QCOMPARE(web.sourceRanges.size(), std::size_t(2));
    QCOMPARE(web.sourceRanges[1].value, std::string("192.168.0.0/16"));
    QCOMPARE(web.balancerAddresses.at(0).value + web.balancerAddresses.at(1).value, std::string("198.51.100.7lb.example.com"));
    QCOMPARE(web.externalIps.at(0).value, std::string("203.0.113.5"));
    const ServiceRecord& out = inventory.services.at(1);
    QVERIFY(!out.selector.present);
    QCOMPARE(out.externalName.value, std::string("db.example.com"));
    QVERIFY(!out.internalBalancer.written());
}

void TestKubernetesKinds::internalBalancers()
{
    const auto word = [](const std::string& annotation) -> std::string {
        const Inventory inventory = test::importFile("apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n  annotations:\n    " +
                                                     annotation + "\nspec: {type: LoadBalancer}\n");
        const Fact<bool>& fact = inventory.services.at(0).internalBalancer;
        return !fact.written() ? "not stated" : (fact.value ? "internal" : "internet") + at(fact.evidence);
    };
    QCOMPARE(word("service.beta.kubernetes.io/aws-load-balancer-scheme: internal"), std::string("internal@6"));
    QCOMPARE(word("service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing"), std::string("internet@6"));
    QCOMPARE(word("service.beta.kubernetes.io/aws-load-balancer-internal: 0.0.0.0/0"), std::string("internal@6"));
    QCOMPARE(word("service.beta.kubernetes.io/azure-load-balancer-internal: 'true'"), std::string("internal@6"));
    QCOMPARE(word("networking.gke.io/load-balancer-type: Internal"), std::string("internal@6"));
    QCOMPARE(word("a: b"), std::string("not stated"));
}

void TestKubernetesKinds::endpoints()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Endpoints
metadata: {name: cart}
subsets:
- addresses:
  - {ip: 10.0.0.1, targetRef: {kind: Pod, name: cart-1}}
  notReadyAddresses:
  - {ip: 10.0.0.2, targetRef: {kind: Pod, name: cart-2}}
  ports: [{port: 7070}]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: cart-abc, labels: {kubernetes.io/service-name: cart}}
endpoints:
- {addresses: [10.0.0.1], conditions: {ready: true}, targetRef: {kind: Pod, name: cart-1}}
- {addresses: [10.0.0.3], conditions: {}}
- {addresses: [10.0.0.2], conditions: {ready: false}}
ports: [{port: 7070}, {name: any}]
)");
    std::string text;
    for (const EndpointsRecord& record : inventory.endpoints) {
        text += record.service + " " + std::to_string(record.ready) + "+" + std::to_string(record.notReady) + " pods " +
                list(record.pods) + " addresses " + list(record.addresses) + " ports " + std::to_string(record.ports.size()) +
                "\n";
    }
    QCOMPARE(text, std::string("cart 1+1 pods cart-1,cart-2 addresses 10.0.0.1 ports 1\n"
                               "cart 2+1 pods cart-1 addresses 10.0.0.1,10.0.0.3 ports 1\n"));
}

void TestKubernetesKinds::networkPolicies()
{
    const auto text = [](const char* spec) {
        const Inventory inventory =
            test::importFile("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\n" + std::string(spec));
        const NetworkPolicyRecord& policy = inventory.networkPolicies.at(0);
        std::string result = toText(policy.pods) + (policy.ingress ? " in" : "") + (policy.egress ? " out" : "") + ":";
        for (const auto* rules : {&policy.ingressRules, &policy.egressRules}) {
            for (const NetworkRule& rule : *rules) {
                result += rules == &policy.ingressRules ? " <-" : " ->";
                result += rule.anyPeer ? "any" : "";
                for (const NetworkPeer& peer : rule.peers)
                    result +=
                        "(" + toText(peer.pods) + "|" + toText(peer.namespaces) + "|" + peer.cidr + "-" + list(peer.except) + ")";
                result += rule.anyPort ? "*" : "";
                for (const NetworkPort& port : rule.ports)
                    result += "[" + port.protocol + " " + port.port + "-" + std::to_string(port.endPort) + "]";
            }
        }
        return result + (inventory.problems.empty() ? "" : " !" + inventory.problems[0].id);
    };
    QCOMPARE(text("spec: {podSelector: {}}"), std::string("everything in:"));
    QCOMPARE(text("spec: {}"), std::string("everything in:"));
    QCOMPARE(text("spec: {podSelector: }"), std::string("everything in:"));
    QCOMPARE(text("spec: {podSelector: {}, policyTypes: [Egress]}"), std::string("everything out:"));
    QCOMPARE(text("spec: {podSelector: {}, policyTypes: []}"), std::string("everything in:"));
    QCOMPARE(text("spec: {podSelector: {}, egress: []}"), std::string("everything in:"));
    QCOMPARE(text("spec: {podSelector: {}, egress: [{}]}"), std::string("everything in out: ->any*"));
    QCOMPARE(
        text("spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [], ports: []}, {from: [{podSelector: {}}]}]}"),
        std::string("app=web in: <-any* <-(everything|nothing|-)*"));
    QCOMPARE(text("spec: {ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}], ports: [{port: web}, {protocol: "
                  "UDP, port: 53, endPort: 60}]}]}"),
             std::string("everything in: <-(nothing|nothing|0.0.0.0/0-10.0.0.0/8)[TCP web-0][UDP 53-60]"));
    QCOMPARE(text("spec: {ingress: [{from: [{namespaceSelector: {matchLabels: {a: b}}, podSelector: {matchLabels: {c: d}}}]}]}"),
             std::string("everything in: <-(c=d|a=b|-)*"));
    // A peer list that cannot be read does not become "any peer".
    QCOMPARE(text("spec: {ingress: [{from: web}]}"), std::string("everything in: <-* !unexpected-type"));
    QCOMPARE(text("spec: {podSelector: web}"), std::string("nothing in: !unexpected-type"));
    QCOMPARE(text("spec: {podSelector: {matchExpressions: [{key: a, operator: Sometimes}]}}"),
             std::string("a in () in: !invalid-selector"));
}

void TestKubernetesKinds::configMaps()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: ConfigMap
metadata: {name: c}
data:
  CART: cart:7070
  PASSWORD: hunter2
  LEVEL: some value
  app.properties: |
    # comment
    db.url=jdbc:mysql://db:3306/shop?user=a
      db.password=hunter2
    level=info
  folded: >
    url=http://x:80

    b=c
  "quoted": "url=http://y:80\nz=1"
  number: 1
binaryData: {logo: aGVsbG8=}
)");
    std::string text;
    for (const ConfigMapRecord::Entry& entry : inventory.configMaps.at(0).entries) {
        text +=
            entry.key + " " + facts(entry.value) + " " + at(entry.evidence) + " [" + std::string(entry.evidence.text()) + "]\n";
        for (const EnvVar& pair : entry.pairs)
            text += "  " + pair.name + " " + facts(pair.value) + " " + at(pair.evidence) + ":" +
                    std::to_string(pair.evidence.column) + " [" + std::string(pair.evidence.text()) + "]\n";
    }
    QVERIFY(same(text, std::string(R"(CART address cart:7070 @5 [CART: cart:7070]
PASSWORD credential  @6 [PASSWORD: ***]
LEVEL plain @7 [LEVEL: ***]
app.properties plain @8-12 [app.properties: ***]
  db.url address db:3306 @10:5 [db.url=jdbc:mysql://db:3306/shop?…]
  db.password credential  @11:7 [db.password: ***]
folded plain @13-16 [folded: ***]
  url address x:80 @14:5 [url=http://x:80]
quoted plain @17 [quoted: ***]
  url address y:80 @17:3 [url=http://y:80]
number plain @18 [number: ***]
logo plain @19 [logo: ***]
)")));
}

void TestKubernetesKinds::secrets()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Secret
metadata: {name: s}
type: kubernetes.io/tls
data:
  password: aHVudGVyMg==
  empty: ""
  change: Q0hBTkdFTUU=
  raw: CHANGEME
stringData:
  token: CANARY
  var: ${TOKEN}
)");
    const SecretRecord& secret = inventory.secrets.at(0);
    std::string text = secret.type + "\n";
    for (const SecretRecord::Key& key : secret.keys)
        text += key.name + (key.empty ? " empty" : "") + (key.placeholder ? " placeholder" : "") + " " + at(key.evidence) + " [" +
                std::string(key.evidence.text()) + "]\n";
    QCOMPARE(text, std::string(R"(kubernetes.io/tls
password @6 [password: ***]
empty empty @7 [empty: ***]
change placeholder @8 [change: ***]
raw placeholder @9 [raw: ***]
token @11 [token: ***]
var placeholder @12 [var: ***]
)"));
}

void TestKubernetesKinds::accounts()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: ServiceAccount
metadata:
  name: s
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/shop
automountServiceAccountToken: false
secrets: [{name: s-token}]
imagePullSecrets: [{name: regcred}]
)");
    const ServiceAccountRecord& account = inventory.serviceAccounts.at(0);
    QCOMPARE(fact("automount", account.automountToken) + fact("role", account.cloudRole) + " " + list(account.secrets) + " " +
                 list(account.imagePullSecrets),
             std::string(" automount=0@7 role=arn:aws:iam::123456789012:role/shop@6 s-token regcred"));
}

void TestKubernetesKinds::roles()
{
    const Inventory inventory = test::importFile(R"(apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}
rules:
- apiGroups: [""]
  resources: [pods, secrets]
  resourceNames: [x]
  verbs: ["*"]
- nonResourceURLs: [/metrics]
  verbs: [get]
- text
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: b, namespace: n}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects:
- {kind: ServiceAccount, name: s}
- {kind: ServiceAccount, name: s, namespace: m}
- {kind: Group, name: "system:serviceaccounts"}
)");
    const RoleRecord& role = inventory.roles.at(0);
    QCOMPARE(role.rules.size(), std::size_t(2));
    QCOMPARE(list(role.rules[0].resources) + " " + list(role.rules[0].verbs) + " " + list(role.rules[0].resourceNames) + " " +
                 std::to_string(role.rules[0].apiGroups.size()) + at(role.rules[0].evidence),
             std::string("pods,secrets * x 1@6-9"));
    QCOMPARE(list(role.rules[1].nonResourceUrls), std::string("/metrics"));
    QCOMPARE(toText(role.aggregates.at(0)), std::string("a=b"));
    const BindingRecord& binding = inventory.bindings.at(0);
    std::string text = binding.roleKind + " " + binding.roleName + at(binding.roleRef);
    for (const Subject& subject : binding.subjects)
        text += " " + subject.kind + ":" + subject.ns + "/" + subject.name + at(subject.evidence);
    QCOMPARE(text, std::string("ClusterRole r@17 ServiceAccount:n/s@19 ServiceAccount:m/s@20 Group:/system:serviceaccounts@21"));
}

void TestKubernetesKinds::budgets()
{
    const Inventory inventory = test::importFile(R"(apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: a}
spec: {selector: {}, minAvailable: 50%}
---
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: {name: b}
spec: {selector: {}, maxUnavailable: 1}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 5}
)");
    QCOMPARE(toText(inventory.disruptionBudgets.at(0).selector) + fact("min", inventory.disruptionBudgets[0].minAvailable),
             std::string("everything min=50%@4"));
    QCOMPARE(toText(inventory.disruptionBudgets.at(1).selector) + fact("max", inventory.disruptionBudgets[1].maxUnavailable),
             std::string("nothing max=1@9"));
    const AutoscalerRecord& scaler = inventory.autoscalers.at(0);
    QCOMPARE(scaler.targetKind + " " + scaler.targetName + fact("min", scaler.minReplicas) + fact("max", scaler.maxReplicas),
             std::string("Deployment web min=2@14 max=5@14"));
}

void TestKubernetesKinds::nodes()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Node
metadata: {name: node-1}
status:
  addresses:
  - {type: InternalIP, address: 10.0.0.1}
  - {type: ExternalIP, address: 203.0.113.9}
  - {type: Hostname, address: node-1}
  nodeInfo: {kubeletVersion: v1.32.0, containerRuntimeVersion: containerd://2, operatingSystem: linux, architecture: amd64}
)");
    const NodeRecord& node = inventory.nodes.at(0);
    QCOMPARE(list(node.internalIps) + " " + list(node.externalIps) + " " + node.kubeletVersion + " " + node.containerRuntime +
                 " " + node.os + " " + node.arch,
             std::string("10.0.0.1 203.0.113.9 v1.32.0 containerd://2 linux amd64"));
}

QTEST_GUILESS_MAIN(TestKubernetesKinds)
#include "tst_kubernetes_kinds.moc"
