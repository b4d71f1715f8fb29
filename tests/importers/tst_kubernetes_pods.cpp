// SPDX-License-Identifier: GPL-3.0-or-later
// Pod specs, the kinds that make pods, running state; and that no planted secret is kept. "@7" is the cited line.
#include "model/inventory/visit.h"
#include "tests/importers/record_text.h"
#include "tests/support/import_file.h"

using namespace bartizan;
using test::at;
using test::fact;
using test::facts;
using test::list;
using test::same;

namespace {

std::string podText(const PodSpec& pod)
{
    std::string text;
    const char* roles[] = {"main", "init", "sidecar", "ephemeral"};
    for (const Container& container : pod.containers) {
        text += std::string(roles[static_cast<int>(container.role)]) + " " + container.name + " " + at(container.evidence) +
                fact("image", container.image) + "\n";
        for (const Argument& argument : container.arguments)
            text += "  arg " + argument.flag + " " + facts(argument.value) + " " + at(argument.evidence) + " [" +
                    std::string(argument.evidence.text()) + "]\n";
        for (const EnvVar& env : container.env) {
            const char* from[] = {"", " secret ", " config ", " field ", " resource "};
            text += "  env " + env.name + from[static_cast<int>(env.from)] +
                    (env.from == EnvVar::From::literal ? " " + facts(env.value) : env.refName + "/" + env.refKey) +
                    (env.optional ? " optional" : "") + " " + at(env.evidence) + " [" + std::string(env.evidence.text()) + "]\n";
        }
        for (const EnvFrom& from : container.envFrom)
            text +=
                std::string("  envFrom ") + (from.secret ? "secret " : "config ") + from.name + " " + at(from.evidence) + "\n";
        for (const ContainerPort& port : container.ports)
            text += "  port " + port.name + " " + std::to_string(port.port) + "/" + port.protocol +
                    (port.hostPort != 0 ? " host " + std::to_string(port.hostPort) : "") + " " + at(port.evidence) + "\n";
        for (const Probe& probe : container.probes)
            text += "  probe " + probe.probe + " " + probe.action + " " + probe.scheme + " " + probe.path + ":" + probe.port +
                    fact("host", probe.hostField) + " " + at(probe.evidence) + "\n";
        const SecurityContext& security = container.security;
        text += "  security" + fact("nonRoot", security.runAsNonRoot) + fact("user", security.runAsUser) +
                fact("privileged", security.privileged) + fact("escalation", security.allowPrivilegeEscalation) +
                fact("seccomp", security.seccompType) + "\n";
        for (const auto& capability : security.capabilitiesAdd)
            text += "  add " + capability.value + at(capability.evidence) + "\n";
        text +=
            "  resources" + fact("cpu", container.resources.cpuLimit) + fact("memory", container.resources.memoryLimit) + "\n";
        for (const VolumeMount& mount : container.mounts)
            text += "  mount " + mount.volume + " " + mount.mountPath + (mount.readOnly ? " ro" : "") + "\n";
    }
    for (const Volume& volume : pod.volumes) {
        text += "volume " + volume.name + " " + volume.type + " " + at(volume.evidence);
        for (const VolumeSource& source : volume.sources)
            text += " " + source.type + "(" + source.name + (source.keys.empty() ? "" : ": " + list(source.keys)) + ")";
        text += "\n";
    }
    text += "pod" + fact("account", pod.serviceAccount) + fact("automount", pod.automountToken) +
            fact("hostNetwork", pod.hostNetwork) + fact("nonRoot", pod.security.runAsNonRoot);
    for (const auto& sysctl : pod.sysctls)
        text += fact("sysctl", sysctl);
    return text + "\n";
}

std::string workloadsText(const Inventory& inventory)
{
    std::string text;
    for (const WorkloadRecord& workload : inventory.workloads) {
        text += displayName(inventory.object(workload.object).identity) + " {" + toText(workload.selector) + "}" +
                fact("replicas", workload.replicas) + (workload.suspended ? " suspended" : "") +
                (workload.templateName.empty() ? "" : " from " + workload.templateKind + " " + workload.templateName);
        if (workload.observedReplicas)
            text += " " + std::to_string(workload.readyReplicas.value_or(-1)) + "/" + std::to_string(*workload.observedReplicas);
        text += " containers " + std::to_string(workload.pod.containers.size()) + "\n";
    }
    return text;
}

std::string header(const char* apiVersion, const char* kind)
{
    return std::string("apiVersion: ") + apiVersion + "\nkind: " + kind + "\nmetadata: {name: x, namespace: n}\n";
}

} // namespace

class TestKubernetesPods : public QObject {
    Q_OBJECT
private slots:
    void workloads();
    void workloadStatus();
    void podSpec();
    void podStatus();
    void nothingSecretIsKept();
};

void TestKubernetesPods::workloads()
{
    const std::string pod = "{metadata: {labels: {app: x}}, spec: {containers: [{name: a, image: b}]}}";
    std::string text;
    const auto add = [&](const char* version, const char* kind, const std::string& rest) {
        text += header(version, kind) + rest + "\n---\n";
    };
    add("apps/v1", "Deployment", "spec: {replicas: 3, selector: {matchLabels: {app: x}}, template: " + pod + "}");
    add("extensions/v1beta1", "Deployment", "spec: {template: " + pod + "}"); // the selector defaults to the labels
    add("apps/v1beta2", "StatefulSet",
        "spec: {selector: {matchExpressions: [{key: app, operator: In, values: [x, a]}]}, template: " + pod + "}");
    add("apps/v1", "DaemonSet", "spec: {selector: {matchLabels: {app: x}}, template: " + pod + "}");
    add("apps/v1", "ReplicaSet", "spec: {replicas: 0, selector: {matchLabels: {app: x}}, template: " + pod + "}");
    add("v1", "ReplicationController", "spec: {replicas: 2, selector: {app: x}, template: " + pod + "}");
    add("batch/v1", "Job", "spec: {suspend: true, template: " + pod + "}");
    add("batch/v1beta1", "CronJob", "spec: {suspend: true, jobTemplate: {spec: {template: " + pod + "}}}");
    add("v1", "PodTemplate", "template: " + pod);
    add("argoproj.io/v1alpha1", "Rollout",
        "spec: {replicas: 2, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}}");
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

void TestKubernetesPods::workloadStatus()
{
    const auto text = [](const char* kind, const char* version, const char* status) {
        return std::string("apiVersion: ") + version + "\nkind: " + kind +
               "\nmetadata: {name: x, namespace: n, uid: u, resourceVersion: '1'}\nspec: {}\nstatus: {" + status + "}\n---\n";
    };
    const Inventory inventory = test::importFile(
        text("Deployment", "apps/v1", "replicas: 3, readyReplicas: 2") + text("Deployment", "apps/v1", "replicas: 3") +
        text("DaemonSet", "apps/v1", "numberReady: 1, currentNumberScheduled: 2") +
        text("Job", "batch/v1", "active: 1, ready: 1") + text("Deployment", "apps/v1", ""));
    QVERIFY(same(workloadsText(inventory), std::string(R"(Deployment n/x {nothing} 2/3 containers 0
Deployment n/x {nothing} 0/3 containers 0
DaemonSet n/x {nothing} 1/2 containers 0
Job n/x {nothing} 1/1 containers 0
Deployment n/x {nothing} containers 0
)")));
}

void TestKubernetesPods::podSpec()
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

void TestKubernetesPods::podStatus()
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
    QCOMPARE(status.phase + " " + status.podIp + " " + status.hostIp + " " + status.nodeName + " " + status.qosClass + " " +
                 status.startTime,
             std::string("Running 10.1.2.3 192.168.0.1 node-1 Burstable 2026-11-21T19:45:00Z"));
    QCOMPARE(status.containers.size(), std::size_t(2));
    QVERIFY(status.containers[0].role == ContainerRole::sidecar && !status.containers[0].ready);
    QVERIFY(status.containers[1].role == ContainerRole::main && status.containers[1].ready);
    QCOMPARE(status.containers[1].imageId, std::string("docker-pullable://nginx@sha256:abc"));
    QCOMPARE(at(status.containers[1].evidence), std::string("@17"));
    QCOMPARE(inventory.workloads.size(), std::size_t(2));
}

void TestKubernetesPods::nothingSecretIsKept()
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
    visitTexts(inventory, [&](std::string_view kept) {
        ++texts;
        QVERIFY2(kept.find("CANARY") == std::string_view::npos && kept.find("canary") == std::string_view::npos,
                 std::string(kept).c_str());
    });
    QVERIFY(texts > 100); // the walk walks
}

QTEST_GUILESS_MAIN(TestKubernetesPods)
#include "tst_kubernetes_pods.moc"
