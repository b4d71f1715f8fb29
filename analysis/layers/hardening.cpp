// SPDX-License-Identifier: GPL-3.0-or-later
// Pod Security Standards (restricted, latest) and a read-only root file system, for every container of every pod.
#include "analysis/layers/layers.h"
#include "analysis/pod_security/evaluate.h"

#include <set>

namespace bartizan::analysis {
namespace {

bool isRuntimeSocket(const std::string& path)
{
    for (const char* socket : {"docker.sock", "containerd.sock", "crio.sock", "cri-dockerd.sock", "podman.sock"})
        if (path.find(socket) != std::string::npos)
            return true;
    return false;
}

// What a mesh's injection adds: its cause is the way the mesh is installed, not the workload.
bool injected(const std::string& container)
{
    return container == "istio-init" || container == "istio-validation" || container == "linkerd-init" ||
           container == "istio-proxy" || container == "linkerd-proxy";
}

RuleId ruleOf(const PodSecurityViolation& v, const PodSpec& pod)
{
    const std::string_view check = v.check;
    if (injected(v.container))
        return "hardening-injected-init";
    if (check == "privileged" || check == "windowsHostProcess")
        return "hardening-privileged";
    if (check == "hostNamespaces")
        return "hardening-host-namespace";
    if (check == "hostPathVolumes") {
        for (const Volume& volume : pod.volumes)
            if (volume.evidence == v.evidence && !volume.sources.empty() && isRuntimeSocket(volume.sources.front().name))
                return "hardening-runtime-socket";
        return "hardening-host-path";
    }
    if (check == "capabilities_baseline")
        return "hardening-capability";
    if (check == "hostPorts")
        return "hardening-host-port";
    return "hardening-baseline-other";
}

const char* manyOf(RuleId rule)
{
    if (rule == RuleId("hardening-injected-init"))
        return "The mesh's injection gives {what} an init container with network capabilities.";
    return "";
}

// The fields that restricted misses, each once: "allowPrivilegeEscalation, runAsNonRoot".
std::vector<std::string> fieldsOf(const std::vector<PodSecurityViolation>& violations)
{
    std::vector<std::string> fields;
    for (const PodSecurityViolation& v : violations) {
        std::string field = v.field;
        field = field.substr(field.rfind("securityContext.") == 0 ? 16 : 0);
        addUnique(fields, field);
    }
    return fields;
}

// Read-only mounts of the node's paths still show its files: a hostPath mounted nowhere else writable is less than write access.
bool onlyReadOnly(const PodSpec& pod, const Volume& volume)
{
    for (const Container& c : pod.containers)
        for (const VolumeMount& mount : c.mounts)
            if (mount.volume == volume.name && !mount.readOnly)
                return false;
    return true;
}

} // namespace

LayerVerdict decideHardening(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    const PodSpec& spec = facts.record->pod;
    if (spec.containers.empty()) {
        LayerVerdict verdict =
            decided(Verdict::unknown, "hardening-unknown", "The pod's containers are not in the input.", w.evidence);
        verdict.settledBy.push_back({"the pods of " + w.id, "kubectl get pods -n " + w.ns + " -o yaml"});
        return verdict;
    }
    std::vector<PodSecurityViolation> baseline, restricted;
    std::vector<std::string> writable;
    std::vector<Evidence> writableLines;
    std::set<std::pair<std::string, std::string>> seen; // (check and field, container): equal pods repeat themselves
    for (const WorkloadRecord* pod : facts.pods) {
        const auto keep = [&](std::vector<PodSecurityViolation> found, std::vector<PodSecurityViolation>& into,
                              const char* level) {
            for (PodSecurityViolation& v : found)
                if (seen.insert({std::string(level) + v.check + v.field + v.sentence, v.container}).second)
                    into.push_back(std::move(v));
        };
        keep(podSecurityViolations(pod->pod, pod->podAnnotations, PodSecurityLevel::baseline), baseline, "b");
        keep(podSecurityViolations(pod->pod, pod->podAnnotations, PodSecurityLevel::restricted), restricted, "r");
        for (const Container& c : pod->pod.containers)
            if (c.role != ContainerRole::ephemeral && !c.security.readOnlyRootFilesystem.value &&
                pod->pod.os.value != "windows" && std::find(writable.begin(), writable.end(), c.name) == writable.end()) {
                writable.push_back(c.name);
                writableLines.push_back(c.security.readOnlyRootFilesystem.written() ? c.security.readOnlyRootFilesystem.evidence
                                                                                    : c.evidence);
            }
    }
    const Basis basis = facts.running ? Basis::runningState : Basis::configuration;
    LayerVerdict verdict;
    if (!baseline.empty()) {
        std::vector<std::string> sentences;
        for (const PodSecurityViolation& v : baseline)
            addUnique(sentences, v.sentence);
        verdict = decided(Verdict::missing, ruleOf(baseline.front(), spec),
                          "Pod Security Standards, baseline, does not hold: " + listing(sentences) + ".", {}, basis);
        for (const PodSecurityViolation& v : baseline) {
            verdict.evidence.push_back(v.evidence);
            const RuleId rule = ruleOf(v, spec);
            LayerVerdict one = decided(Verdict::missing, rule, capitalised(v.sentence) + ".", v.evidence, basis);
            if (v.check == std::string_view("hostPathVolumes"))
                for (const Volume& volume : spec.volumes)
                    if (volume.evidence == v.evidence && onlyReadOnly(spec, volume))
                        one.reason.insert(one.reason.size() - 1, ", mounted read-only");
            if (rule == RuleId("hardening-injected-init"))
                sink.raiseGap(rule, causeAbsence(context, id), id, one, manyOf(rule));
            else
                sink.raise(rule, causeObject(context, w.object, v.evidence), id, one);
        }
    } else if (!restricted.empty()) {
        verdict = decided(
            Verdict::partial, "hardening-not-restricted",
            "Pod Security Standards, baseline, holds; restricted does not: " + listing(fieldsOf(restricted), 6) + ".", {}, basis);
        for (const PodSecurityViolation& v : restricted) // one container lacks several settings at the same place
            if (std::find(verdict.evidence.begin(), verdict.evidence.end(), v.evidence) == verdict.evidence.end())
                verdict.evidence.push_back(v.evidence);
    } else if (!writable.empty()) {
        verdict =
            decided(Verdict::partial, "hardening-writable-root",
                    "Pod Security Standards, restricted, holds; the root file system of " + listing(writable) + " is writable.",
                    {}, basis);
        verdict.evidence = writableLines;
    } else {
        verdict = decided(
            Verdict::present, "hardening-restricted",
            "Pod Security Standards, restricted, and a read-only root hold for " +
                counted(spec.containers.size(), "container.", "containers."),
            facts.pods.front()->pod.security.evidence.valid() ? facts.pods.front()->pod.security.evidence : spec.evidence, basis);
    }
    if (!restricted.empty()) {
        std::vector<PodSecurityViolation> absent;
        for (const PodSecurityViolation& v : restricted) {
            const bool inBaseline = std::any_of(baseline.begin(), baseline.end(),
                                                [&](const PodSecurityViolation& b) { return b.evidence == v.evidence; });
            if (injected(v.container) || inBaseline)
                continue;
            if (v.byAbsence || v.check == std::string_view("capabilities_restricted"))
                absent.push_back(v);
            else
                sink.raiseGap("hardening-root", causeObject(context, w.object, v.evidence), id,
                              decided(Verdict::partial, "hardening-root",
                                      "Pod Security Standards, restricted, forbids this: " + v.sentence + ".", v.evidence,
                                      basis));
        }
        if (!absent.empty()) {
            LayerVerdict one = decided(Verdict::partial, "hardening-not-restricted",
                                       "Pod Security Standards, restricted, asks for settings that are not written: " +
                                           listing(fieldsOf(absent), 6) + ".",
                                       absent.front().evidence, basis);
            sink.raiseGap("hardening-not-restricted", causeAbsence(context, id), id, one,
                          "Pod Security Standards, restricted, asks for settings that {what} do not write.");
        }
    }
    if (!writable.empty()) {
        LayerVerdict one =
            decided(Verdict::partial, "hardening-writable-root", "The root file system of " + listing(writable) + " is writable.",
                    writableLines.front(), basis);
        sink.raiseGap("hardening-writable-root", causeAbsence(context, id), id, one,
                      "The root file systems of {what} are writable.");
    }
    if (w.platform && verdict.verdict != Verdict::present)
        for (const ComponentRow& row : context.catalogue.components)
            if (row.component == w.platformComponent && !row.needs.empty()) {
                verdict.reason += " Known need of " + row.component + ": " + row.needs + ".";
                break;
            }
    return verdict;
}

} // namespace bartizan::analysis
