// SPDX-License-Identifier: GPL-3.0-or-later
// Pod Security Admission by the namespace's labels: only `enforce` blocks. The API server's own default is in no object,
// unless a running pod that breaks a rule shows that nothing enforces it.
#include "analysis/layers/layers.h"
#include "analysis/pod_security/evaluate.h"

namespace bartizan::analysis {
namespace {

constexpr const char* prefix = "pod-security.kubernetes.io/";

const Attribute* label(const Object& ns, const char* mode)
{
    return find(ns.labels, std::string(prefix) + mode);
}

std::string firstViolation(const WorkloadFacts& facts, PodSecurityLevel level, PodSecurityVersion version)
{
    for (const WorkloadRecord* pod : facts.pods) {
        const auto violations = podSecurityViolations(pod->pod, pod->podAnnotations, level, version);
        if (!violations.empty())
            return violations.front().sentence;
    }
    return "";
}

} // namespace

LayerVerdict decideAdmission(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    if (w.strangerInPlatform)
        sink.raise("platform-stranger", causeObject(context, w.object), id,
                   decided(Verdict::unknown, "platform-stranger",
                           "It runs in the platform namespace " + w.ns + " and is none of the platform's known components.",
                           w.evidence));
    const Attribute* enforce = facts.nsObject ? label(*facts.nsObject, "enforce") : nullptr;
    const auto level = enforce ? podSecurityLevel(enforce->value) : std::nullopt;
    if (enforce && level) {
        const Attribute* written = label(*facts.nsObject, "enforce-version");
        const auto version = written ? podSecurityVersion(written->value) : std::nullopt;
        const std::string broken = firstViolation(facts, *level, version.value_or(PodSecurityVersion{}));
        if (!broken.empty())
            sink.raise("admission-label-newer", causeObject(context, facts.nsObject->evidence.object, enforce->evidence), id,
                       decided(Verdict::partial, "admission-label-newer",
                               std::string(facts.running ? "Configured and running differ: a running pod breaks"
                                                         : "The pod template breaks") +
                                   " the namespace's enforced level " + enforce->value + " (" + broken + ").",
                               enforce->evidence),
                       "The namespace enforces " + enforce->value + "; pods of {what} break it.");
        if (*level == PodSecurityLevel::restricted)
            return decided(Verdict::present, "admission-restricted", "The namespace enforces the Pod Security level restricted.",
                           enforce->evidence);
        if (*level == PodSecurityLevel::baseline) {
            LayerVerdict verdict = decided(Verdict::partial, "admission-baseline",
                                           "The namespace enforces the Pod Security level baseline only.", enforce->evidence);
            sink.raiseGap("admission-baseline", causeObject(context, facts.nsObject->evidence.object, enforce->evidence), id,
                          verdict, "The namespace of {what} enforces the Pod Security level baseline only.");
            return verdict;
        }
    }
    const Object* other = context.anyOfGroups({"kyverno.io", "constraints.gatekeeper.sh", "templates.gatekeeper.sh",
                                               "admissionregistration.k8s.io", "policies.kubewarden.io"},
                                              w.ns);
    if (facts.running && !other) {
        const std::string broken = firstViolation(facts, PodSecurityLevel::baseline, {});
        if (!broken.empty()) {
            LayerVerdict verdict =
                decided(Verdict::missing, "admission-not-enforced",
                        "A running pod breaks even the level baseline (" + broken + "): no rule keeps it out of " + w.ns + ".",
                        facts.pods.front()->pod.evidence, Basis::runningState);
            sink.raiseGap("admission-not-enforced", causeAbsence(context, id), id, verdict,
                          "Running pods of {what} break even the level baseline: no rule keeps them out.");
            return verdict;
        }
    }
    if (enforce && level) { // privileged
        LayerVerdict verdict =
            decided(other ? Verdict::unknown : Verdict::missing, "admission-privileged",
                    "The namespace enforces the Pod Security level privileged, which forbids nothing.", enforce->evidence);
        if (!other)
            sink.raiseGap("admission-privileged", causeObject(context, facts.nsObject->evidence.object, enforce->evidence), id,
                          verdict, "The namespace of {what} enforces the Pod Security level privileged, which forbids nothing.");
        return verdict;
    }
    LayerVerdict verdict = decided(Verdict::unknown, "admission-unknown", "");
    if (other) {
        verdict.reason = "Admission rules of kind " + other->identity.kind + " are in the input; what they enforce is not read.";
        verdict.evidence.push_back(other->evidence);
    } else if (facts.nsObject) {
        verdict.reason = "The namespace sets no enforced Pod Security level; the API server's own default is in no object.";
        verdict.evidence.push_back(facts.nsObject->evidence);
    } else {
        verdict.reason = "The Namespace object of " + w.ns + " is not in the input.";
    }
    verdict.settledBy.push_back(facts.nsObject ? SettledBy{"the API server's admission configuration", ""}
                                               : SettledBy{"the namespaces' labels", "kubectl get namespaces -o yaml"});
    if (facts.nsObject)
        for (const char* mode : {"warn", "audit"})
            if (const Attribute* soft = label(*facts.nsObject, mode)) {
                verdict.nearMisses.push_back(
                    {std::string("the label `") + soft->key + "` only " + (mode == std::string_view("warn") ? "warns" : "logs"),
                     soft->evidence});
                sink.raiseGap("admission-warn-only", causeObject(context, facts.nsObject->evidence.object, soft->evidence), id,
                              decided(Verdict::unknown, "admission-warn-only",
                                      "The namespace's Pod Security level " + soft->value + " only " +
                                          (mode == std::string_view("warn") ? "warns" : "logs") + "; it blocks nothing.",
                                      soft->evidence),
                              "The namespace's Pod Security level blocks nothing for {what}: it only warns or logs.");
                break;
            }
    return verdict;
}

} // namespace bartizan::analysis
