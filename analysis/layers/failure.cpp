// SPDX-License-Identifier: GPL-3.0-or-later
// Two facets: `data` (the workload's own store) and `availability` (replicas, budget, limits, probes).
#include "analysis/layers/layers.h"

#include <set>

namespace bartizan::analysis {
namespace {

struct Replicas {
    std::int64_t count = 1;
    Evidence evidence;
};

Replicas replicasOf(const Context& context, const Workload& w, const WorkloadRecord& record)
{
    Replicas replicas{record.replicas.written() ? record.replicas.value : 1, record.replicas.evidence};
    if (const AutoscalerRecord* scaler = context.autoscaler(w.cluster, w.ns, w.kind, w.name);
        scaler && scaler->minReplicas.written())
        replicas = {scaler->minReplicas.value, scaler->minReplicas.evidence};
    return replicas;
}

bool zero(const std::string& text)
{
    return text == "0" || text == "0%";
}

Facet availabilityOf(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    const WorkloadRecord& record = *facts.record;
    Facet f{"availability", Verdict::notApplicable, "", {}};
    if (w.kind == "Job" || w.kind == "CronJob" || w.kind == "DaemonSet") {
        f.reason = "A " + w.kind + " has no replicas to lose.";
        return f;
    }
    const Replicas replicas = replicasOf(context, w, record);
    std::vector<std::string> lacks;
    if (replicas.count < 2) {
        lacks.emplace_back("a second replica");
        LayerVerdict one = decided(Verdict::partial, "failure-single-replica", "One replica only.", replicas.evidence);
        sink.raiseGap("failure-single-replica", causeAbsence(context, id), id, one, "One replica only: {what}.");
    }
    bool limits = true, ready = false;
    Evidence unlimited;
    for (const Container& c : record.pod.containers) {
        if (c.role != ContainerRole::main)
            continue;
        if (!c.resources.memoryLimit.written()) {
            limits = false;
            unlimited = c.evidence;
        }
        for (const Probe& probe : c.probes)
            ready = ready || probe.probe == "readiness";
    }
    if (!limits) {
        lacks.emplace_back("a memory limit");
        sink.raiseGap("failure-no-memory-limit", causeAbsence(context, id), id,
                      decided(Verdict::partial, "failure-no-memory-limit",
                              "A container has no memory limit: it may take its neighbours' memory.", unlimited),
                      "Containers of {what} have no memory limit: they may take their neighbours' memory.");
    }
    if (!ready && context.listens(id))
        lacks.emplace_back("a readiness probe");
    const DisruptionBudgetRecord* budget = nullptr;
    for (const DisruptionBudgetRecord& b : context.inventory.disruptionBudgets) {
        const Object& o = context.object(b.object);
        if (o.applied() && o.identity.ns == w.ns && o.identity.cluster == w.cluster &&
            matches(b.selector, facts.pods.front()->podLabels))
            budget = &b;
    }
    if (!budget && replicas.count >= 2) {
        lacks.emplace_back("a disruption budget");
    } else if (budget) {
        f.evidence.push_back(context.object(budget->object).evidence);
        const bool nothing = zero(budget->maxUnavailable.value) || budget->minAvailable.value == "100%" ||
                             (budget->minAvailable.written() && budget->minAvailable.value == std::to_string(replicas.count));
        const bool all = budget->maxUnavailable.value == "100%" || zero(budget->minAvailable.value);
        if (nothing || all) {
            lacks.emplace_back(nothing ? "a budget that lets nodes be emptied" : "a budget that keeps anything running");
            sink.raise("failure-budget", causeObject(context, budget->object), id,
                       decided(Verdict::partial, "failure-budget",
                               nothing ? "The disruption budget allows no disruption at all: nodes cannot be emptied."
                                       : "The disruption budget allows every pod to be disrupted at once.",
                               context.object(budget->object).evidence));
        }
    }
    f.evidence.push_back(replicas.evidence.valid() ? replicas.evidence : w.evidence);
    f.verdict = lacks.empty() ? Verdict::present : replicas.count < 2 && !limits && !ready ? Verdict::missing : Verdict::partial;
    f.reason = lacks.empty()
                   ? counted(static_cast<std::size_t>(std::max<std::int64_t>(replicas.count, 0)), "replica", "replicas") +
                         ", limits, probes and a budget are written."
                   : "It lacks " + listing(lacks, 5) + ".";
    return f;
}

Facet dataOf(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    Facet f{"data", Verdict::notApplicable, "It uses no store that is shown.", {}};
    const auto take = [&](Verdict verdict, std::string reason, const Evidence& evidence) {
        if (badness(verdict) > badness(f.verdict)) {
            f.verdict = verdict;
            f.reason = std::move(reason);
            f.evidence = {evidence};
        }
    };
    if (w.role == WorkloadRole::store) {
        for (const Volume& volume : facts.record->pod.volumes) {
            if (volume.type != "emptyDir")
                continue;
            for (const Container& c : facts.record->pod.containers)
                for (const VolumeMount& mount : c.mounts)
                    if (mount.volume == volume.name &&
                        (mount.mountPath.find("data") != std::string::npos || mount.mountPath.compare(0, 9, "/var/lib/") == 0)) {
                        take(Verdict::partial, "Its data stands in an emptyDir and goes with the pod.", volume.evidence);
                        Cause cause = causeAbsence(context, id); // of lasting storage, for the stores of this namespace
                        cause.evidence = volume.evidence;
                        sink.raise("failure-empty-dir-store", std::move(cause), id,
                                   decided(Verdict::partial, "failure-empty-dir-store",
                                           "The data of this store stands in an emptyDir and goes with the pod.",
                                           volume.evidence),
                                   "The data of {what} stands in emptyDirs and goes with the pods.");
                    }
        }
        if (f.verdict == Verdict::notApplicable)
            f.reason = "It is a store itself.";
        return f;
    }
    std::set<WorkloadId> stores;
    for (std::size_t c : facts.callsFrom) {
        const Call& call = context.architecture.calls[c];
        if (call.to.kind == Peer::Kind::workload && context.workload(call.to.workload).role == WorkloadRole::store)
            stores.insert(call.to.workload);
    }
    for (WorkloadId store : stores) {
        std::set<WorkloadId> users;
        std::set<std::string> owners;
        bool ownerless = false;
        for (std::size_t c : context.facts(store).callsTo) {
            const Peer& from = context.architecture.calls[c].from;
            if (from.kind != Peer::Kind::workload)
                continue;
            users.insert(from.workload);
            const std::string& owner = context.workload(from.workload).owner;
            ownerless = ownerless || owner.empty();
            if (!owner.empty())
                owners.insert(owner);
        }
        const Workload& s = context.workload(store);
        if (users.size() <= 1)
            take(Verdict::present, "Its store " + s.name + " serves nobody else that is known.", s.evidence);
        else if (owners.size() > 1) {
            take(Verdict::partial,
                 "Its store " + s.name + " is shared by workloads of " + std::to_string(owners.size()) + " owners.", s.evidence);
            sink.raiseGap(
                "failure-shared-store", causeObject(context, s.object), id,
                decided(Verdict::partial, "failure-shared-store",
                        "The store " + s.name + " is shared by workloads of " + std::to_string(owners.size()) + " owners.",
                        s.evidence),
                "The store " + s.name + " is shared by {what} of several owners.");
        } else if (ownerless)
            take(Verdict::unknown,
                 "Its store " + s.name + " is used by " + std::to_string(users.size()) +
                     " workloads, whose owners are not stated.",
                 s.evidence);
        else
            take(Verdict::present, "Its store " + s.name + " serves workloads of one owner.", s.evidence);
    }
    return f;
}

} // namespace

LayerVerdict decideFailure(const Context& context, WorkloadId id, FindingSink& sink)
{
    Facet data = dataOf(context, id, sink);
    Facet availability = availabilityOf(context, id, sink);
    const Facet& decisive = badness(data.verdict) > badness(availability.verdict) ? data : availability;
    LayerVerdict verdict;
    if (decisive.verdict == Verdict::notApplicable)
        verdict = decided(Verdict::notApplicable, "failure-not-applicable", data.reason + " " + availability.reason);
    else
        verdict =
            decided(decisive.verdict, decisive.verdict == Verdict::present ? RuleId("failure-endures") : RuleId("failure-thin"),
                    decisive.reason);
    verdict.evidence = decisive.evidence;
    if (verdict.verdict == Verdict::unknown)
        verdict.settledBy.push_back({"owners of the workloads that share the store", ""});
    verdict.facets = {std::move(data), std::move(availability)};
    return verdict;
}

} // namespace bartizan::analysis
