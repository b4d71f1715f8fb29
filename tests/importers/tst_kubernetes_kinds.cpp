// SPDX-License-Identifier: GPL-3.0-or-later
// Typed records of Kubernetes' own kinds, each from a small text; "@7" is the cited line.
#include "model/inventory/visit.h"
#include "tests/support/import_file.h"

#include <QTest>

#include <algorithm>

using namespace bartizan;

namespace QTest {
template <>
char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}
} // namespace QTest

namespace {

std::string at(const Evidence& evidence)
{
    if (!evidence.valid())
        return "@none";
    return "@" + std::to_string(evidence.line)
        + (evidence.lastLine != evidence.line ? "-" + std::to_string(evidence.lastLine) : "");
}

template <class T>
std::string fact(const char* name, const Fact<T>& value)
{
    if (!value.written())
        return {};
    std::string text = std::string(" ") + name + "=";
    if constexpr (std::is_same_v<T, std::string>)
        text += value.value;
    else
        text += std::to_string(value.value);
    return text + at(value.evidence);
}

std::string list(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values)
        text += (text.empty() ? "" : ",") + value;
    return text;
}

std::string facts(const ValueFacts& value)
{
    std::string text;
    for (const AddressToken& address : value.addresses)
        text += (text.empty() ? "" : ",") + address.host + (address.port != 0 ? ":" + std::to_string(address.port) : "");
    switch (value.cls) {
    case ValueClass::empty: return "empty";
    case ValueClass::placeholder: return "placeholder";
    case ValueClass::keyword: return "keyword " + value.word;
    case ValueClass::address: return "address " + text;
    case ValueClass::credentialLike: return "credential " + text;
    case ValueClass::plain: return "plain";
    }
    return {};
}

std::string podText(const PodSpec& pod)
{
    std::string text;
    const char* roles[] = {"main", "init", "sidecar", "ephemeral"};
    for (const Container& container : pod.containers) {
        text += std::string(roles[static_cast<int>(container.role)]) + " " + container.name + " " + at(container.evidence)
            + fact("image", container.image) + "\n";
        for (const Argument& argument : container.arguments)
            text += "  arg " + argument.flag + " " + facts(argument.value) + " " + at(argument.evidence) + " [" + argument.evidence.text + "]\n";
        for (const EnvVar& env : container.env) {
            const char* from[] = {"", " secret ", " config ", " field ", " resource "};
            text += "  env " + env.name + from[static_cast<int>(env.from)]
                + (env.from == EnvVar::From::literal ? " " + facts(env.value) : env.refName + "/" + env.refKey)
                + (env.optional ? " optional" : "") + " " + at(env.evidence) + " [" + env.evidence.text + "]\n";
        }
        for (const EnvFrom& from : container.envFrom)
            text += std::string("  envFrom ") + (from.secret ? "secret " : "config ") + from.name + " " + at(from.evidence) + "\n";
        for (const ContainerPort& port : container.ports)
            text += "  port " + port.name + " " + std::to_string(port.port) + "/" + port.protocol
                + (port.hostPort != 0 ? " host " + std::to_string(port.hostPort) : "") + " " + at(port.evidence) + "\n";
        for (const Probe& probe : container.probes)
            text += "  probe " + probe.probe + " " + probe.action + " " + probe.scheme + " " + probe.path + ":" + probe.port
                + fact("host", probe.hostField) + " " + at(probe.evidence) + "\n";
        const SecurityContext& security = container.security;
        text += "  security" + fact("nonRoot", security.runAsNonRoot) + fact("user", security.runAsUser)
            + fact("privileged", security.privileged) + fact("escalation", security.allowPrivilegeEscalation)
            + fact("seccomp", security.seccompType) + "\n";
        for (const auto& capability : security.capabilitiesAdd)
            text += "  add " + capability.value + at(capability.evidence) + "\n";
        text += "  resources" + fact("cpu", container.resources.cpuLimit) + fact("memory", container.resources.memoryLimit) + "\n";
        for (const VolumeMount& mount : container.mounts)
            text += "  mount " + mount.volume + " " + mount.mountPath + (mount.readOnly ? " ro" : "") + "\n";
    }
    for (const Volume& volume : pod.volumes) {
        text += "volume " + volume.name + " " + volume.type + " " + at(volume.evidence);
        for (const VolumeSource& source : volume.sources)
            text += " " + source.type + "(" + source.name + (source.keys.empty() ? "" : ": " + list(source.keys)) + ")";
        text += "\n";
    }
    text += "pod" + fact("account", pod.serviceAccount) + fact("automount", pod.automountToken) + fact("hostNetwork", pod.hostNetwork)
        + fact("nonRoot", pod.security.runAsNonRoot);
    for (const auto& sysctl : pod.sysctls)
        text += fact("sysctl", sysctl);
    return text + "\n";
}

std::string workloadsText(const Inventory& inventory)
{
    std::string text;
    for (const WorkloadRecord& workload : inventory.workloads) {
        text += displayName(inventory.object(workload.object).identity) + " {" + toText(workload.selector) + "}"
            + fact("replicas", workload.replicas) + (workload.suspended ? " suspended" : "")
            + (workload.templateName.empty() ? "" : " from " + workload.templateKind + " " + workload.templateName);
        if (workload.observedReplicas)
            text += " " + std::to_string(workload.readyReplicas.value_or(-1)) + "/" + std::to_string(*workload.observedReplicas);
        text += " containers " + std::to_string(workload.pod.containers.size()) + "\n";
    }
    return text;
}

// Shows the whole text when it differs; QCOMPARE cuts long ones.
bool same(const std::string& actual, const std::string& expected)
{
    if (actual != expected)
        qWarning("found:\n%s", actual.c_str());
    return actual == expected;
}

std::string header(const char* apiVersion, const char* kind)
{
    return std::string("apiVersion: ") + apiVersion + "\nkind: " + kind + "\nmetadata: {name: x, namespace: n}\n";
}

} // namespace

class TestKubernetesKinds : public QObject {
    Q_OBJECT
private slots:
    void workloads();
    void workloadStatus();
    void podSpec();
    void podStatus();
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
    void nothingSecretIsKept();
};

void TestKubernetesKinds::workloads()
{
    const std::string pod = "{metadata: {labels: {app: x}}, spec: {containers: [{name: a, image: b}]}}";
    std::string text;
    const auto add = [&](const char* version, const char* kind, const std::string& rest) {
        text += header(version, kind) + rest + "\n---\n";
    };
    add("apps/v1", "Deployment", "spec: {replicas: 3, selector: {matchLabels: {app: x}}, template: " + pod + "}");
    add("extensions/v1beta1", "Deployment", "spec: {template: " + pod + "}"); // the selector defaults to the labels
    add("apps/v1beta2", "StatefulSet", "spec: {selector: {matchExpressions: [{key: app, operator: In, values: [x, a]}]}, template: " + pod + "}");
    add("apps/v1", "DaemonSet", "spec: {selector: {matchLabels: {app: x}}, template: " + pod + "}");
    add("apps/v1", "ReplicaSet", "spec: {replicas: 0, selector: {matchLabels: {app: x}}, template: " + pod + "}");
    add("v1", "ReplicationController", "spec: {replicas: 2, selector: {app: x}, template: " + pod + "}");
    add("batch/v1", "Job", "spec: {suspend: true, template: " + pod + "}");
    add("batch/v1beta1", "CronJob", "spec: {suspend: true, jobTemplate: {spec: {template: " + pod + "}}}");
    add("v1", "PodTemplate", "template: " + pod);
    add("argoproj.io/v1alpha1", "Rollout", "spec: {replicas: 2, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}}");
    add("serving.knative.dev/v1", "Service", "spec: {template: " + pod + "}");
    add("apps.openshift.io/v1", "DeploymentConfig", "spec: {replicas: 1, selector: {app: x}, template: " + pod + "}");
    add("v1", "Pod", "spec: {containers: [{name: a}]}");
    add("apps/v1", "Deployment", "spec: 7");
    const Inventory inventory = test::importFile(text);
    QVERIFY(same(workloadsText(inventory), std::string(R"(Deployment n/x {app=x} replicas=3@4 containers 1
Deployment n/x {app=x} containers 1
StatefulSet n/x {app in (a, x)} containers 1
DaemonSet n/x {app=x} containers 1
ReplicaSet n/x {app=x} replicas=0@24 containers 1
ReplicationController n/x {app=x} replicas=2@29 containers 1
Job n/x {nothing} suspended containers 1
CronJob n/x {nothing} suspended containers 1
PodTemplate n/x {nothing} containers 1
Rollout n/x {nothing} replicas=2@49 from Deployment web containers 0
Service n/x {nothing} containers 1
DeploymentConfig n/x {app=x} replicas=1@59 containers 1
Pod n/x {nothing} containers 1
Deployment n/x {nothing} containers 0
)")));
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    QCOMPARE(inventory.services.size(), std::size_t(0)); // Knative's Service is none of Kubernetes' Services
}

void TestKubernetesKinds::workloadStatus()
{
    const auto text = [](const char* kind, const char* version, const char* status) {
        return std::string("apiVersion: ") + version + "\nkind: " + kind
            + "\nmetadata: {name: x, namespace: n, uid: u, resourceVersion: '1'}\nspec: {}\nstatus: {" + status + "}\n---\n";
    };
    const Inventory inventory = test::importFile(text("Deployment", "apps/v1", "replicas: 3, readyReplicas: 2")
        + text("Deployment", "apps/v1", "replicas: 3") + text("DaemonSet", "apps/v1", "numberReady: 1, currentNumberScheduled: 2")
        + text("Job", "batch/v1", "active: 1, ready: 1") + text("Deployment", "apps/v1", ""));
    QVERIFY(same(workloadsText(inventory), std::string(R"(Deployment n/x {nothing} 2/3 containers 0
Deployment n/x {nothing} 0/3 containers 0
DaemonSet n/x {nothing} 1/2 containers 0
Job n/x {nothing} 1/1 containers 0
Deployment n/x {nothing} containers 0
)")));
}

void TestKubernetesKinds::podSpec()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Pod
metadata: {name: x}
spec:
  serviceAccount: old
  automountServiceAccountToken: no
  hostNetwork: true
  securityContext:
    runAsNonRoot: true
    sysctls:
    - {name: net.ipv4.tcp_syncookies, value: "0"}
  initContainers:
  - name: setup
    image: busybox
    command: [sh, -c, "wget http://config:8080/x && mysql -h db -phunter2"]
  - name: proxy
    restartPolicy: Always
  containers:
  - name: app
    image: shop/app:1
    command: ["/app", "--upstream=http://cart:80", "--db-password", "hunter2", "--debug", "-v=3"]
    args: ["redis:6379", "plain words", "--token=abcdef", -phunter2]
    env:
    - name: DB_PASSWORD
      value: hunter2
    - {name: CART, value: "cart:7070"}
    - {name: MODE, value: off}
    - {name: N, value: 8080}
    - name: KEY
      valueFrom: {secretKeyRef: {name: s, key: k, optional: true}}
    - name: LEVEL
      valueFrom: {configMapKeyRef: {name: c, key: level}}
    - name: IP
      valueFrom: {fieldRef: {fieldPath: status.podIP}}
    - name: CPU
      valueFrom: {resourceFieldRef: {resource: limits.cpu}}
    envFrom:
    - configMapRef: {name: shop}
    - secretRef: {name: creds}
    ports:
    - {name: http, containerPort: 8080}
    - {containerPort: 53, protocol: UDP, hostPort: 53}
    livenessProbe: {httpGet: {path: /live, port: http, host: "::1"}}
    readinessProbe: {exec: {command: [cat, /tmp/x]}}
    lifecycle: {preStop: {tcpSocket: {port: 8080}}}
    securityContext:
      privileged: "true"
      allowPrivilegeEscalation: false
      runAsUser: 1000
      capabilities: {add: [NET_ADMIN], drop: [ALL]}
      seccompProfile: {type: RuntimeDefault}
    resources: {limits: {cpu: 1, memory: 64Mi}}
    volumeMounts:
    - {name: data, mountPath: /data, readOnly: true}
  ephemeralContainers:
  - {name: debug, image: busybox}
  volumes:
  - name: data
  - {name: sock, hostPath: {path: /var/run}}
  - {name: s, secret: {secretName: tls, items: [{key: tls.key, path: x}]}}
  - name: all
    projected:
      sources:
      - secret: {name: p}
      - serviceAccountToken: {audience: vault, path: t}
  - {name: tmp, emptyDir: }
)");
    QVERIFY(same(podText(inventory.workloads.at(0).pod), std::string(R"(init setup @13-15 image=busybox@14
  arg  address sh @15 [sh]
  arg -c empty @15 [-c]
  arg  credential config:8080 @15 [***]
  security
  resources
sidecar proxy @16-17
  security
  resources
main app @19-54 image=shop/app:1@20
  arg  plain @21 [***]
  arg --upstream address cart:80 @21 [--upstream=http://cart:80]
  arg --db-password empty @21 [--db-password]
  arg  credential  @21 [***]
  arg --debug empty @21 [--debug]
  arg -v plain @21 [-v=***]
  arg  address redis:6379 @22 [redis:6379]
  arg  plain @22 [***]
  arg --token credential  @22 [--token=***]
  arg -p plain @22 [-p=***]
  env DB_PASSWORD credential  @24-25 [DB_PASSWORD: ***]
  env CART address cart:7070 @26 [CART: cart:7070]
  env MODE keyword off @27 [MODE: off]
  env N plain @28 [N: ***]
  env KEY secret s/k optional @29-30 [name: KEY]
  env LEVEL config c/level @31-32 [name: LEVEL]
  env IP field status.podIP/ @33-34 [name: IP]
  env CPU resource limits.cpu/ @35-36 [name: CPU]
  envFrom config shop @38
  envFrom secret creds @39
  port http 8080/TCP @41
  port  53/UDP host 53 @42
  probe liveness httpGet HTTP /live:http host=::1@43 @43
  probe readiness exec  : @44
  probe preStop tcpSocket  :8080 @45
  security user=1000@49 escalation=0@48 seccomp=RuntimeDefault@51
  add NET_ADMIN@50
  resources cpu=1@52 memory=64Mi@52
  mount data /data ro
ephemeral debug @56 image=busybox@56
  security
  resources
volume data emptyDir @58
volume sock hostPath @59 hostPath(/var/run)
volume s secret @60 secret(tls: tls.key)
volume all projected @61-65 secret(p) serviceAccountToken(vault)
volume tmp emptyDir @66 emptyDir()
pod account=old@5 automount=0@6 hostNetwork=1@7 nonRoot=1@9 sysctl=net.ipv4.tcp_syncookies@11
)")));
    std::string problems;
    for (const Problem& problem : inventory.problems)
        problems += problem.message + " " + at(problem.evidence) + "\n";
    QCOMPARE(problems, std::string(R"(expected a string at /spec/containers/0/env/3/value, found a number @28
expected true or false at /spec/containers/0/securityContext/privileged, found a string @47
)"));
}

void TestKubernetesKinds::podStatus()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Pod
metadata: {name: x, namespace: n, uid: u, resourceVersion: "1"}
spec:
  nodeName: node-1
  initContainers: [{name: proxy, restartPolicy: Always}]
  containers: [{name: app}]
status:
  phase: Running
  podIP: 10.1.2.3
  hostIP: 192.168.0.1
  qosClass: Burstable
  startTime: "2026-11-21T19:45:00Z"
  containerStatuses:
  - name: app
    image: docker.io/library/nginx:latest
    imageID: docker-pullable://nginx@sha256:abc
    containerID: containerd://1
    ready: true
  initContainerStatuses:
  - {name: proxy, image: i, imageID: "sha256:def"}
---
apiVersion: v1
kind: Pod
metadata: {name: y}
spec: {containers: []}
status: {}
)");
    QCOMPARE(inventory.podStatuses.size(), std::size_t(1));
    const PodStatus& status = inventory.podStatuses[0];
    QCOMPARE(status.phase + " " + status.podIp + " " + status.hostIp + " " + status.nodeName + " " + status.qosClass + " " + status.startTime,
        std::string("Running 10.1.2.3 192.168.0.1 node-1 Burstable 2026-11-21T19:45:00Z"));
    QCOMPARE(status.containers.size(), std::size_t(2));
    QVERIFY(status.containers[0].role == ContainerRole::sidecar && !status.containers[0].ready);
    QVERIFY(status.containers[1].role == ContainerRole::main && status.containers[1].ready);
    QCOMPARE(status.containers[1].imageId, std::string("docker-pullable://nginx@sha256:abc"));
    QCOMPARE(at(status.containers[1].evidence), std::string("@17"));
    QCOMPARE(inventory.workloads.size(), std::size_t(2));
}

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
    QCOMPARE(web.ports[0].targetPort + " " + std::to_string(web.ports[0].nodePort) + " " + web.ports[0].appProtocol, std::string("web 30080 http"));
    QCOMPARE(web.ports[1].targetPort + " " + web.ports[1].protocol, std::string("5353 UDP"));
    QCOMPARE(at(web.ports[1].evidence) + web.ports[1].evidence.text, std::string("@15port: 53"));
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
        const Inventory inventory = test::importFile("apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n  annotations:\n    "
            + annotation + "\nspec: {type: LoadBalancer}\n");
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
        text += record.service + " " + std::to_string(record.ready) + "+" + std::to_string(record.notReady) + " pods " + list(record.pods)
            + " addresses " + list(record.addresses) + " ports " + std::to_string(record.ports.size()) + "\n";
    }
    QCOMPARE(text, std::string("cart 1+1 pods cart-1,cart-2 addresses 10.0.0.1 ports 1\n"
                               "cart 2+1 pods cart-1 addresses 10.0.0.1,10.0.0.3 ports 1\n"));
}

void TestKubernetesKinds::networkPolicies()
{
    const auto text = [](const char* spec) {
        const Inventory inventory = test::importFile("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\n"
            + std::string(spec));
        const NetworkPolicyRecord& policy = inventory.networkPolicies.at(0);
        std::string result = toText(policy.pods) + (policy.ingress ? " in" : "") + (policy.egress ? " out" : "") + ":";
        for (const auto* rules : {&policy.ingressRules, &policy.egressRules}) {
            for (const NetworkRule& rule : *rules) {
                result += rules == &policy.ingressRules ? " <-" : " ->";
                result += rule.anyPeer ? "any" : "";
                for (const NetworkPeer& peer : rule.peers)
                    result += "(" + toText(peer.pods) + "|" + toText(peer.namespaces) + "|" + peer.cidr + "-" + list(peer.except) + ")";
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
    QCOMPARE(text("spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [], ports: []}, {from: [{podSelector: {}}]}]}"),
        std::string("app=web in: <-any* <-(everything|nothing|-)*"));
    QCOMPARE(text("spec: {ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}], ports: [{port: web}, {protocol: UDP, port: 53, endPort: 60}]}]}"),
        std::string("everything in: <-(nothing|nothing|0.0.0.0/0-10.0.0.0/8)[TCP web-0][UDP 53-60]"));
    QCOMPARE(text("spec: {ingress: [{from: [{namespaceSelector: {matchLabels: {a: b}}, podSelector: {matchLabels: {c: d}}}]}]}"),
        std::string("everything in: <-(c=d|a=b|-)*"));
    // A peer list that cannot be read does not become "any peer".
    QCOMPARE(text("spec: {ingress: [{from: web}]}"), std::string("everything in: <-* !unexpected-type"));
    QCOMPARE(text("spec: {podSelector: web}"), std::string("nothing in: !unexpected-type"));
    QCOMPARE(text("spec: {podSelector: {matchExpressions: [{key: a, operator: Sometimes}]}}"), std::string("a in () in: !invalid-selector"));
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
        text += entry.key + " " + facts(entry.value) + " " + at(entry.evidence) + " [" + entry.evidence.text + "]\n";
        for (const EnvVar& pair : entry.pairs)
            text += "  " + pair.name + " " + facts(pair.value) + " " + at(pair.evidence) + ":" + std::to_string(pair.evidence.column) + " ["
                + pair.evidence.text + "]\n";
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
        text += key.name + (key.empty ? " empty" : "") + (key.placeholder ? " placeholder" : "") + " " + at(key.evidence) + " ["
            + key.evidence.text + "]\n";
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
    QCOMPARE(fact("automount", account.automountToken) + fact("role", account.cloudRole) + " " + list(account.secrets) + " "
            + list(account.imagePullSecrets),
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
    QCOMPARE(list(role.rules[0].resources) + " " + list(role.rules[0].verbs) + " " + list(role.rules[0].resourceNames) + " "
            + std::to_string(role.rules[0].apiGroups.size()) + at(role.rules[0].evidence),
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
    QCOMPARE(list(node.internalIps) + " " + list(node.externalIps) + " " + node.kubeletVersion + " " + node.containerRuntime + " " + node.os
            + " " + node.arch,
        std::string("10.0.0.1 203.0.113.9 v1.32.0 containerd://2 linux amd64"));
}

void TestKubernetesKinds::nothingSecretIsKept()
{
    const std::string secret = "CANARYx9Zq!77";
    const std::string text = R"(apiVersion: v1
kind: Secret
metadata:
  name: s
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"a":"@"}}'
    x.example.com/client-secret: "@"
data: {a: "@"}
stringData: {b: "@", c: "@\n@"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: c}
data:
  DB_PASSWORD: "@"
  UNNAMED: "@"
  URL: postgres://app:@@db:5432/x
  app.yaml: |
    db:
      password: "@"
      other: "@"
      url: redis://:@@cache:6379
  conn: "Server=db;Password=@;"
  script.sh: |
    #!/bin/sh
    curl -u admin:@ http://cart/
    mysql -p@ -h db
binaryData: {x: "@"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec:
  template:
    metadata:
      annotations: {vault.example.com/token: "@"}
    spec:
      containers:
      - name: a
        image: b
        command: ["sh", "-c", "export TOKEN=@; run --password @"]
        args: ["--api-key=@", "--password", "@", "-p@", "@"]
        env:
        - {name: PASSWORD, value: "@"}
        - {name: WHATEVER, value: "@"}
        - {name: DSN, value: "user:@@tcp(db:3306)/x"}
        - {name: LIST, value: [ "@" ]}
        livenessProbe: {exec: {command: [check, "@"]}}
        readinessProbe: {httpGet: {path: /, port: 80, httpHeaders: [{name: Authorization, value: "Bearer @"}]}}
)";
    std::string planted;
    for (std::size_t i = 0; i < text.size(); ++i) { // "@@" is the secret before a real @
        if (text[i] != '@')
            planted += text[i];
        else if (i + 1 < text.size() && text[i + 1] == '@')
            planted += secret + "@", ++i;
        else
            planted += secret;
    }
    const Inventory inventory = test::importFile(planted);
    QCOMPARE(inventory.objects.size(), std::size_t(3));
    std::size_t texts = 0;
    visitTexts(inventory, [&](const std::string& kept) {
        ++texts;
        QVERIFY2(kept.find("CANARY") == std::string::npos && kept.find("canary") == std::string::npos, kept.c_str());
    });
    QVERIFY(texts > 100); // the walk walks
}

QTEST_GUILESS_MAIN(TestKubernetesKinds)
#include "tst_kubernetes_kinds.moc"
