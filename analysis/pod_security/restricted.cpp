// SPDX-License-Identifier: GPL-3.0-or-later
// Pod Security Standards, level restricted (kubernetes/pod-security-admission, policy/check_*.go). A restricted check
// that names a baseline one stands for it from its first version on.
#include "analysis/pod_security/check.h"

namespace bartizan::analysis::podsecurity {
namespace {

// From v1.25 on, pods that say spec.os.name windows are exempt where the field means nothing on Windows.
bool windowsExempt(const Pod& pod)
{
    return pod.from(25) && pod.windows();
}

void restrictedVolumes(const Pod& pod, Violations& out)
{
    // "": the API server turns a volume without a source into an emptyDir.
    static constexpr std::string_view allowed[] = {"",       "configMap", "downwardAPI",           "emptyDir",  "projected",
                                                   "secret", "csi",       "persistentVolumeClaim", "ephemeral", "image"};
    for (const Volume& volume : pod.spec.volumes)
        if (!isOneOf(volume.type, allowed)) {
            const bool host = volume.type == "hostPath" && !volume.sources.empty();
            out.push_back({"restrictedVolumes", "volumes", "",
                           "volume `" + volume.name + "` is " +
                               (host ? volume.sources.front().name + " of the node" : "of type " + volume.type),
                           false, volume.evidence});
        }
}

void allowPrivilegeEscalation(const Pod& pod, Violations& out)
{
    if (windowsExempt(pod))
        return;
    for (const Container& c : pod.spec.containers) {
        const Fact<bool>& fact = c.security.allowPrivilegeEscalation;
        if (!fact.written() || fact.value)
            out.push_back({"allowPrivilegeEscalation", "securityContext.allowPrivilegeEscalation", c.name,
                           nameOf(c) + (fact.written() ? " allows" : " does not rule out") + " privilege escalation",
                           !fact.written(), fact.written() ? fact.evidence : c.evidence});
    }
}

void runAsNonRoot(const Pod& pod, Violations& out)
{
    if (pod.ownUserNamespace())
        return;
    constexpr const char* field = "securityContext.runAsNonRoot";
    const Fact<bool>& ofPod = pod.spec.security.runAsNonRoot;
    if (ofPod.written() && !ofPod.value)
        out.push_back({"runAsNonRoot", field, "", "the pod says runAsNonRoot: false", false, ofPod.evidence});
    for (const Container& c : pod.spec.containers) {
        const Fact<bool>& fact = c.security.runAsNonRoot;
        if (fact.written() && !fact.value)
            out.push_back({"runAsNonRoot", field, c.name, nameOf(c) + " says runAsNonRoot: false", false, fact.evidence});
        else if (!fact.written() && !ofPod.value)
            out.push_back({"runAsNonRoot", field, c.name, nameOf(c) + " may run as root", !ofPod.written(), c.evidence});
    }
}

void runAsUser(const Pod& pod, Violations& out)
{
    if (pod.ownUserNamespace())
        return;
    constexpr const char* field = "securityContext.runAsUser";
    const auto root = [](const Fact<std::int64_t>& user) { return user.written() && user.value == 0; };
    if (root(pod.spec.security.runAsUser))
        out.push_back({"runAsUser", field, "", "the pod runs as user 0", false, pod.spec.security.runAsUser.evidence});
    for (const Container& c : pod.spec.containers)
        if (root(c.security.runAsUser))
            out.push_back({"runAsUser", field, c.name, nameOf(c) + " runs as user 0", false, c.security.runAsUser.evidence});
}

void seccompRestricted(const Pod& pod, Violations& out)
{
    if (windowsExempt(pod))
        return;
    constexpr const char* field = "securityContext.seccompProfile.type";
    const auto filtered = [](const Fact<std::string>& type) {
        return type.value == "RuntimeDefault" || type.value == "Localhost";
    };
    const Fact<std::string>& ofPod = pod.spec.security.seccompType;
    if (ofPod.written() && !filtered(ofPod))
        out.push_back({"seccompProfile_restricted", field, "", "the pod turns seccomp off", false, ofPod.evidence});
    for (const Container& c : pod.spec.containers) {
        const Fact<std::string>& type = c.security.seccompType;
        if (type.written() && !filtered(type))
            out.push_back({"seccompProfile_restricted", field, c.name, nameOf(c) + " turns seccomp off", false, type.evidence});
        else if (!type.written() && !filtered(ofPod))
            out.push_back({"seccompProfile_restricted", field, c.name, nameOf(c) + " sets no seccomp profile", !ofPod.written(),
                           c.evidence});
    }
}

void capabilitiesRestricted(const Pod& pod, Violations& out)
{
    if (windowsExempt(pod))
        return;
    for (const Container& c : pod.spec.containers) {
        const auto& drop = c.security.capabilitiesDrop;
        if (std::none_of(drop.begin(), drop.end(), [](const Fact<std::string>& d) { return d.value == "ALL"; }))
            out.push_back({"capabilities_restricted", "securityContext.capabilities.drop", c.name,
                           nameOf(c) + " does not drop all capabilities", !c.security.capabilities.valid(),
                           c.security.capabilities.valid() ? c.security.capabilities : c.evidence});
        for (const Fact<std::string>& added : c.security.capabilitiesAdd)
            if (added.value != "NET_BIND_SERVICE")
                out.push_back({"capabilities_restricted", "securityContext.capabilities.add", c.name,
                               nameOf(c) + " adds the capability " + added.value, false, added.evidence});
    }
}

// v1.35: own user namespaces relax the baseline form; restricted keeps the strict one.
void procMountRestricted(const Pod& pod, Violations& out)
{
    for (const Container& c : pod.spec.containers)
        if (c.security.procMount.written() && c.security.procMount.value != "Default")
            out.push_back({"procMount_restricted", "securityContext.procMount", c.name, nameOf(c) + " unmasks /proc", false,
                           c.security.procMount.evidence});
}

} // namespace

std::span<const Check> restrictedChecks()
{
    constexpr PodSecurityLevel restricted = PodSecurityLevel::restricted;
    static constexpr Check checks[] = {
        {"restrictedVolumes", restricted, 0, "hostPathVolumes", restrictedVolumes},
        {"allowPrivilegeEscalation", restricted, 8, "", allowPrivilegeEscalation},
        {"runAsNonRoot", restricted, 0, "", runAsNonRoot},
        {"runAsUser", restricted, 23, "", runAsUser},
        {"seccompProfile_restricted", restricted, 19, "seccompProfile_baseline", seccompRestricted},
        {"capabilities_restricted", restricted, 22, "capabilities_baseline", capabilitiesRestricted},
        {"procMount_restricted", restricted, 35, "procMount", procMountRestricted},
    };
    return checks;
}

} // namespace bartizan::analysis::podsecurity
