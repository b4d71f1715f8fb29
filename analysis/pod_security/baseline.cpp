// SPDX-License-Identifier: GPL-3.0-or-later
// Pod Security Standards, level baseline (kubernetes/pod-security-admission, policy/check_*.go).
#include "analysis/pod_security/check.h"

namespace bartizan::analysis::podsecurity {
namespace {

void windowsHostProcess(const Pod& pod, Violations& out)
{
    constexpr const char* field = "securityContext.windowsOptions.hostProcess";
    const Fact<bool>& ofPod = pod.spec.security.windowsHostProcess;
    if (ofPod.value)
        out.push_back({"windowsHostProcess", field, "", "the pod is a Windows host process", false, ofPod.evidence});
    for (const Container& c : pod.spec.containers)
        if (c.security.windowsHostProcess.value)
            out.push_back({"windowsHostProcess", field, c.name, nameOf(c) + " is a Windows host process", false,
                           c.security.windowsHostProcess.evidence});
}

void hostNamespaces(const Pod& pod, Violations& out)
{
    const auto shared = [&](const Fact<bool>& fact, const char* field, const char* what) {
        if (fact.value)
            out.push_back({"hostNamespaces", field, "", std::string("the pod shares the node's ") + what, false, fact.evidence});
    };
    shared(pod.spec.hostNetwork, "hostNetwork", "network");
    shared(pod.spec.hostPid, "hostPID", "processes");
    shared(pod.spec.hostIpc, "hostIPC", "inter-process communication");
}

void privileged(const Pod& pod, Violations& out)
{
    for (const Container& c : pod.spec.containers)
        if (c.security.privileged.value)
            out.push_back({"privileged", "securityContext.privileged", c.name, nameOf(c) + " is privileged", false,
                           c.security.privileged.evidence});
}

void capabilities(const Pod& pod, Violations& out)
{
    static constexpr std::string_view allowed[] = {"AUDIT_WRITE", "CHOWN",  "DAC_OVERRIDE",     "FOWNER",  "FSETID",
                                                   "KILL",        "MKNOD",  "NET_BIND_SERVICE", "SETFCAP", "SETGID",
                                                   "SETPCAP",     "SETUID", "SYS_CHROOT"};
    for (const Container& c : pod.spec.containers)
        for (const Fact<std::string>& added : c.security.capabilitiesAdd)
            if (!isOneOf(added.value, allowed))
                out.push_back({"capabilities_baseline", "securityContext.capabilities.add", c.name,
                               nameOf(c) + " adds the capability " + added.value, false, added.evidence});
}

void hostPathVolumes(const Pod& pod, Violations& out)
{
    for (const Volume& volume : pod.spec.volumes)
        if (volume.type == "hostPath") {
            const std::string path = volume.sources.empty() ? std::string() : volume.sources.front().name;
            out.push_back({"hostPathVolumes", "volumes", "",
                           "volume `" + volume.name + "` is " + (path.empty() ? "a path" : path) + " of the node", false,
                           volume.evidence});
        }
}

void hostPorts(const Pod& pod, Violations& out)
{
    for (const Container& c : pod.spec.containers)
        for (const ContainerPort& port : c.ports)
            if (port.hostPort != 0)
                out.push_back({"hostPorts", "ports.hostPort", c.name,
                               nameOf(c) + " takes port " + std::to_string(port.hostPort) + " of the node", false,
                               port.evidence});
}

void hostProbes(const Pod& pod, Violations& out)
{
    for (const Container& c : pod.spec.containers)
        for (const Probe& probe : c.probes)
            if (!probe.hostField.value.empty())
                out.push_back({"hostProbesAndHostLifecycle", "host", c.name,
                               nameOf(c) + " names a host in its " + probe.probe + " handler", false, probe.hostField.evidence});
}

void appArmorProfile(const Pod& pod, Violations& out)
{
    constexpr std::string_view prefix = "container.apparmor.security.beta.kubernetes.io/";
    const auto typed = [&](const Fact<std::string>& type, const std::string& container, const std::string& who) {
        if (type.written() && type.value != "RuntimeDefault" && type.value != "Localhost")
            out.push_back({"appArmorProfile", "securityContext.appArmorProfile.type", container, who + " turns AppArmor off",
                           false, type.evidence});
    };
    typed(pod.spec.security.appArmorType, "", "the pod");
    for (const Container& c : pod.spec.containers)
        typed(c.security.appArmorType, c.name, nameOf(c));
    for (const Attribute& annotation : pod.annotations)
        if (annotation.key.compare(0, prefix.size(), prefix) == 0 && !annotation.value.empty() &&
            annotation.value != "runtime/default" && annotation.value.compare(0, 10, "localhost/") != 0)
            out.push_back({"appArmorProfile", "annotations", annotation.key.substr(prefix.size()),
                           "an annotation turns AppArmor off for container `" + annotation.key.substr(prefix.size()) + "`", false,
                           annotation.evidence});
}

void seLinuxOptions(const Pod& pod, Violations& out)
{
    const auto options = [&](const SeLinux& se, const std::string& container, const std::string& who) {
        static constexpr std::string_view types[] = {"", "container_t", "container_init_t", "container_kvm_t"};
        if (!isOneOf(se.type.value, types) && !(pod.from(31) && se.type.value == "container_engine_t"))
            out.push_back({"seLinuxOptions", "securityContext.seLinuxOptions.type", container,
                           who + " runs with the SELinux type " + se.type.value, false, se.type.evidence});
        if (!se.user.value.empty())
            out.push_back({"seLinuxOptions", "securityContext.seLinuxOptions.user", container, who + " sets an SELinux user",
                           false, se.user.evidence});
        if (!se.role.value.empty())
            out.push_back({"seLinuxOptions", "securityContext.seLinuxOptions.role", container, who + " sets an SELinux role",
                           false, se.role.evidence});
    };
    options(pod.spec.security.seLinux, "", "the pod");
    for (const Container& c : pod.spec.containers)
        options(c.security.seLinux, c.name, nameOf(c));
}

void procMountBaseline(const Pod& pod, Violations& out)
{
    if (pod.ownUserNamespace())
        return;
    for (const Container& c : pod.spec.containers)
        if (c.security.procMount.written() && c.security.procMount.value != "Default")
            out.push_back({"procMount", "securityContext.procMount", c.name, nameOf(c) + " unmasks /proc", false,
                           c.security.procMount.evidence});
}

// Before v1.19 the profile was an annotation; from then on it is a field.
void seccompBaseline(const Pod& pod, Violations& out)
{
    const auto forbid = [&](const char* field, const std::string& container, const std::string& who, const Evidence& e) {
        out.push_back({"seccompProfile_baseline", field, container, who + " turns seccomp off", false, e});
    };
    if (pod.from(19)) {
        const auto typed = [&](const Fact<std::string>& type, const std::string& container, const std::string& who) {
            if (type.written() && type.value != "RuntimeDefault" && type.value != "Localhost")
                forbid("securityContext.seccompProfile.type", container, who, type.evidence);
        };
        typed(pod.spec.security.seccompType, "", "the pod");
        for (const Container& c : pod.spec.containers)
            typed(c.security.seccompType, c.name, nameOf(c));
        return;
    }
    const auto annotated = [&](const std::string& key, const std::string& container, const std::string& who) {
        const Attribute* a = find(pod.annotations, key);
        if (a && a->value != "runtime/default" && a->value != "docker/default" && a->value.compare(0, 10, "localhost/") != 0)
            forbid("annotations", container, who, a->evidence);
    };
    annotated("seccomp.security.alpha.kubernetes.io/pod", "", "the pod");
    for (const Container& c : pod.spec.containers)
        annotated("container.seccomp.security.alpha.kubernetes.io/" + c.name, c.name, nameOf(c));
}

void sysctls(const Pod& pod, Violations& out)
{
    struct Safe {
        std::string_view name;
        int since;
    };
    static constexpr Safe safe[] = {
        {"kernel.shm_rmid_forced", 0},
        {"net.ipv4.ip_local_port_range", 0},
        {"net.ipv4.tcp_syncookies", 0},
        {"net.ipv4.ping_group_range", 0},
        {"net.ipv4.ip_unprivileged_port_start", 0},
        {"net.ipv4.ip_local_reserved_ports", 27},
        {"net.ipv4.tcp_keepalive_time", 29},
        {"net.ipv4.tcp_fin_timeout", 29},
        {"net.ipv4.tcp_keepalive_intvl", 29},
        {"net.ipv4.tcp_keepalive_probes", 29},
        {"net.ipv4.tcp_rmem", 32},
        {"net.ipv4.tcp_wmem", 32},
        {"net.ipv4.tcp_slow_start_after_idle", 37},
        {"net.ipv4.tcp_notsent_lowat", 37},
    };
    for (const Fact<std::string>& sysctl : pod.spec.sysctls) {
        const bool allowed = std::any_of(std::begin(safe), std::end(safe),
                                         [&](const Safe& row) { return row.name == sysctl.value && pod.from(row.since); });
        if (!allowed)
            out.push_back({"sysctls", "securityContext.sysctls", "", "the pod sets the kernel parameter " + sysctl.value, false,
                           sysctl.evidence});
    }
}

} // namespace

std::span<const Check> baselineChecks()
{
    constexpr PodSecurityLevel baseline = PodSecurityLevel::baseline;
    static constexpr Check checks[] = {
        {"windowsHostProcess", baseline, 0, "", windowsHostProcess},
        {"hostNamespaces", baseline, 0, "", hostNamespaces},
        {"privileged", baseline, 0, "", privileged},
        {"capabilities_baseline", baseline, 0, "", capabilities},
        {"hostPathVolumes", baseline, 0, "", hostPathVolumes},
        {"hostPorts", baseline, 0, "", hostPorts},
        {"hostProbesAndHostLifecycle", baseline, 34, "", hostProbes},
        {"appArmorProfile", baseline, 0, "", appArmorProfile},
        {"seLinuxOptions", baseline, 0, "", seLinuxOptions},
        {"procMount", baseline, 0, "", procMountBaseline},
        {"seccompProfile_baseline", baseline, 0, "", seccompBaseline},
        {"sysctls", baseline, 0, "", sysctls},
    };
    return checks;
}

} // namespace bartizan::analysis::podsecurity
