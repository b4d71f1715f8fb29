// SPDX-License-Identifier: GPL-3.0-or-later
// Pods and what makes them: the pod template as written, with evidence for every field a verdict may rest on.
// Kubernetes API: core/v1 PodSpec, apps/v1, batch/v1. Values of env and arguments are never kept: only ValueFacts.
#pragma once

#include "model/inventory/object.h"

namespace bartizan {

// What may be known of a string from configuration. The string itself is dropped where it could be a secret.
enum class ValueClass {
    empty,
    placeholder,    // CHANGEME, ${VAR}, <password>, *_VAL, {{ ... }}
    keyword,        // true/false/disable/verify-full/trust ...: `word` holds it, lower-case
    address,        // holds one or more service addresses
    credentialLike, // a password-like literal: by key name and shape, or by a token's own shape
    plain,          // anything else; not kept
};

struct AddressToken {       // a service address found in a value: "redis-cart:6379", "http://cart.shop.svc:80/x"
    std::string scheme;     // lower-case "http", "redis", "rediss", "postgres"...; "" if none
    std::string host;       // DNS name or IP literal, lower-case, without userinfo
    std::uint32_t port = 0; // 0 = none written
    std::string
        tls; // client's TLS wish when the value shows one: "disable", "prefer", "require", "verify-ca", "verify-full", "skip-verify", ""
    bool credentials = false; // the URL carried a user:password part (never kept)
};

struct ValueFacts {
    ValueClass cls = ValueClass::empty;
    std::string word;                    // only for keyword
    std::vector<AddressToken> addresses; // in order of appearance
    std::string credentialKind;          // "password-like literal", "private key", "AWS access key id", ... for credentialLike
};

struct EnvVar {
    enum class From { literal, secretKey, configMapKey, field, resource };
    std::string name;
    From from = From::literal;
    std::string refName, refKey; // Secret or ConfigMap and key; field path for `field`
    bool optional = false;
    ValueFacts value;  // for literals
    Evidence evidence; // masked when credential-like
};
struct EnvFrom {
    bool secret = false; // else ConfigMap
    std::string name, prefix;
    bool optional = false;
    Evidence evidence;
};
struct Argument {     // one element of command or args
    std::string flag; // "--upstream" for "--upstream=x"; "" for a bare word; never a value
    bool inCommand = false;
    ValueFacts value;
    Evidence evidence; // masked when credential-like
};

struct ContainerPort {
    std::string name;
    std::uint32_t port = 0;     // containerPort
    std::uint32_t hostPort = 0; // 0 = none
    std::string hostIp;
    std::string protocol = "TCP";
    Evidence evidence;
};

struct Probe {
    std::string probe;  // "liveness", "readiness", "startup", "postStart", "preStop"
    std::string action; // "httpGet", "tcpSocket", "grpc", "exec"
    std::string path, port, host;
    std::string scheme;          // "HTTP" (default) or "HTTPS" for httpGet
    Fact<std::string> hostField; // host as written (Pod Security Standards from v1.34)
    Evidence evidence;
};

struct SeLinux {
    Fact<std::string> type, user, role, level;
};
struct SecurityContext { // of a container; the pod-level one uses the same type (fields that do not exist stay unwritten)
    Fact<bool> runAsNonRoot, privileged, allowPrivilegeEscalation, readOnlyRootFilesystem, windowsHostProcess;
    Fact<std::int64_t> runAsUser, runAsGroup;
    std::vector<Fact<std::string>> capabilitiesAdd, capabilitiesDrop;
    Evidence capabilities;                         // the capabilities mapping, when written
    Fact<std::string> seccompType, seccompProfile; // RuntimeDefault, Localhost, Unconfined; localhostProfile
    Fact<std::string> appArmorType, appArmorProfile;
    SeLinux seLinux;
    Fact<std::string> procMount;
    Evidence evidence; // the securityContext mapping, when written
};

struct Resources {
    Fact<std::string> cpuRequest, memoryRequest, cpuLimit, memoryLimit;
};

struct VolumeMount {
    std::string volume, mountPath, subPath;
    bool readOnly = false;
    Evidence evidence;
};

enum class ContainerRole { main, init, sidecar /* init container with restartPolicy Always */, ephemeral };

struct Container {
    std::string name;
    ContainerRole role = ContainerRole::main;
    Fact<std::string> image; // as written
    std::string imagePullPolicy;
    std::vector<Argument> arguments; // command, then args
    std::vector<EnvVar> env;
    std::vector<EnvFrom> envFrom;
    std::vector<ContainerPort> ports;
    std::vector<Probe> probes; // and lifecycle handlers
    SecurityContext security;
    Resources resources;
    std::vector<VolumeMount> mounts;
    std::vector<Evidence> devices; // volumeDevices
    Evidence evidence;
};

struct VolumeSource { // a projected volume has several
    std::string type; // "secret", "configMap", "hostPath", "emptyDir", "persistentVolumeClaim", "csi", "serviceAccountToken", ...
    std::string name; // Secret, ConfigMap, claim; path for hostPath; driver for csi
    std::vector<std::string> keys; // items[].key when written, else all keys
    Evidence evidence;
};
struct Volume {
    std::string name;
    std::string type; // as VolumeSource::type; "projected" for projected
    std::vector<VolumeSource> sources;
    Evidence evidence;
};

struct PodSpec {
    std::vector<Container> containers; // init first, then main, then ephemeral, in written order within each
    std::vector<Volume> volumes;
    Fact<std::string> serviceAccount; // "" = default
    Fact<bool> automountToken, hostNetwork, hostPid, hostIpc, hostUsers, shareProcessNamespace;
    Fact<std::string> os, nodeName, runtimeClass, restartPolicy, priorityClass;
    SecurityContext security;               // pod level
    std::vector<Fact<std::string>> sysctls; // names; spec.securityContext.sysctls
    std::vector<std::string> imagePullSecrets;
    Attributes nodeSelector;
    bool tolerations = false;
    Evidence evidence; // the pod spec mapping
};

// Anything that makes pods, and bare pods. Kinds: Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController,
// Job, CronJob, Pod, Rollout (argoproj.io), DeploymentConfig (apps.openshift.io), Service (serving.knative.dev), PodTemplate,
// VirtualMachine and VirtualMachineInstance (kubevirt.io: labels and networks, no containers).
struct WorkloadRecord {
    ObjectId object;
    PodSpec pod;
    Attributes podLabels, podAnnotations; // of the template (of the pod itself for Pod)
    Selector selector;                    // spec.selector, when the kind has one
    Fact<std::int64_t> replicas;
    bool suspended = false;                 // CronJob/Job suspend: true
    std::string templateKind, templateName; // Rollout workloadRef: the object of its namespace whose template it takes over
    // Running state, when the object was read from an API server:
    std::optional<std::int64_t> readyReplicas, observedReplicas;
};

// Running state of one Pod (beside its WorkloadRecord of kind Pod).
struct PodStatus {
    ObjectId object;
    std::string phase, podIp, hostIp, nodeName, qosClass, startTime;
    struct ContainerStatus {
        std::string name, image, imageId, containerId;
        ContainerRole role = ContainerRole::main;
        bool ready = false;
        Evidence evidence;
    };
    std::vector<ContainerStatus> containers;
};

} // namespace bartizan
