// SPDX-License-Identifier: GPL-3.0-or-later
// Records that make pods, collapsed to their owners: Pod -> ReplicaSet -> Deployment, Pod -> Job -> CronJob,
// Pod -> VirtualMachineInstance -> VirtualMachine. The owner is found by uid, else by kind and name in the namespace. An
// owner that is not in the input still names the workload.
#include "model/discard.h"
#include "model/resolve/passes.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace bartizan::resolving {
namespace {

constexpr int mostOwners = 8; // Pod -> ReplicaSet -> Deployment needs two; more only in a crafted cycle

using RecordIndex = std::unordered_map<std::string, std::size_t>;

struct Records {
    RecordIndex byUid, byName;
};

// The workload that a record belongs to: a record in the input, or only the name that the last reference gave.
struct Top {
    std::size_t record;
    bool inInput = true;
    std::string kind, name;
};

std::string kindKey(const Identity& identity, const std::string& kind, const std::string& name)
{
    return nameKey(identity.cluster, identity.ns, name) + '\n' + kind;
}

Records indexRecords(const Inventory& in)
{
    Records records;
    for (std::size_t i = 0; i < in.workloads.size(); ++i) {
        const Object& object = in.object(in.workloads[i].object);
        if (!object.applied())
            continue;
        if (!object.uid.empty())
            records.byUid.emplace(scopeKey(object.identity.cluster, object.uid), i);
        records.byName.emplace(kindKey(object.identity, object.identity.kind, object.identity.name), i);
    }
    return records;
}

const OwnerReference* controllerOf(const Object& object)
{
    for (const OwnerReference& owner : object.owners)
        if (owner.controller)
            return &owner;
    return object.owners.size() == 1 ? &object.owners.front() : nullptr;
}

// May an owner that is not in the input stand for the record? A Pod's may, whatever its kind, but for the Node of a
// mirror pod. Above that only the kinds that Kubernetes stacks: an operator's object owns, but does not replace.
bool standsFor(const std::string& owner, const std::string& owned)
{
    if (owned == "Pod")
        return owner != "Node";
    if (owned == "ReplicaSet")
        return owner == "Deployment" || owner == "Rollout";
    if (owned == "ReplicationController")
        return owner == "DeploymentConfig";
    if (owned == "VirtualMachineInstance")
        return owner == "VirtualMachine";
    return owned == "Job" && owner == "CronJob";
}

// A ReplicaSet that is not in the input is named after its Deployment and the hash its pods carry.
std::optional<std::size_t> deploymentByHash(const Inventory& in, const Records& records, const WorkloadRecord& pod,
                                            const std::string& replicaSet)
{
    const std::string_view hash = valueOf(pod.podLabels, "pod-template-hash");
    if (hash.empty() || replicaSet.size() <= hash.size() + 1)
        return std::nullopt;
    const std::size_t stem = replicaSet.size() - hash.size() - 1;
    if (replicaSet[stem] != '-' || std::string_view(replicaSet).substr(stem + 1) != hash)
        return std::nullopt;
    const Identity& identity = in.object(pod.object).identity;
    const auto found = records.byName.find(kindKey(identity, "Deployment", replicaSet.substr(0, stem)));
    if (found == records.byName.end() || !matches(in.workloads[found->second].selector, pod.podLabels))
        return std::nullopt;
    return found->second;
}

std::optional<std::size_t> findOwner(const Records& records, const Identity& owned, const OwnerReference& owner)
{
    if (!owner.uid.empty()) {
        const auto byUid = records.byUid.find(scopeKey(owned.cluster, owner.uid));
        if (byUid != records.byUid.end())
            return byUid->second;
    }
    const auto byName = records.byName.find(kindKey(owned, owner.kind, owner.name));
    if (byName == records.byName.end())
        return std::nullopt;
    return byName->second;
}

Top topOf(const Inventory& in, const Records& records, std::size_t record)
{
    for (int steps = 0; steps < mostOwners; ++steps) {
        const WorkloadRecord& current = in.workloads[record];
        const Object& object = in.object(current.object);
        const OwnerReference* owner = controllerOf(object);
        if (!owner || (object.identity.kind == "Pod" && owner->kind == "Node"))
            break;
        std::optional<std::size_t> parent = findOwner(records, object.identity, *owner);
        if (!parent && object.identity.kind == "Pod" && owner->kind == "ReplicaSet")
            parent = deploymentByHash(in, records, current, owner->name);
        if (!parent && standsFor(owner->kind, object.identity.kind))
            return {record, false, owner->kind, owner->name};
        if (!parent || *parent == record)
            break;
        record = *parent;
    }
    const Identity& identity = in.object(in.workloads[record].object).identity;
    return {record, true, identity.kind, identity.name};
}

bool ended(const PodStatus* status)
{
    return status && (status->phase == "Succeeded" || status->phase == "Failed");
}

struct Members {
    Workload workload;
    std::vector<std::size_t> records; // in inventory order
    bool inInput = false;
};

// Whose template speaks for a workload that is not in the input itself: a ReplicaSet that is in use, then any, then a pod.
std::size_t speaker(const Inventory& in, const std::vector<std::size_t>& records)
{
    const auto rank = [&](std::size_t record) {
        const WorkloadRecord& candidate = in.workloads[record];
        if (in.object(candidate.object).identity.kind == "Pod")
            return 2;
        return candidate.replicas.written() && *candidate.replicas == 0 ? 1 : 0;
    };
    return *std::min_element(records.begin(), records.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
}

std::map<std::string, Members> collapse(const Context& context)
{
    const Inventory& in = context.in;
    const Records records = indexRecords(in);
    std::map<std::string, Members> byId;
    for (std::size_t i = 0; i < in.workloads.size() && !context.stopped(); ++i) {
        const Object& object = in.object(in.workloads[i].object);
        if (!object.applied())
            continue;
        const Top top = topOf(in, records, i);
        const Identity& identity = object.identity;
        std::string id = namespacedId(identity.cluster, identity.ns, top.name) + "[" + top.kind + "]";
        Members& members = byId[id];
        Workload& workload = members.workload;
        if (members.records.empty()) {
            workload.id = std::move(id);
            workload.cluster = identity.cluster;
            workload.ns = identity.ns;
            workload.name = top.name;
            workload.kind = top.kind;
        }
        if (top.inInput && !members.inInput) {
            members.inInput = true;
            workload.record = top.record;
        }
        members.records.push_back(i);
    }
    for (auto& [id, members] : byId)
        if (!members.inInput)
            members.workload.record = speaker(in, members.records);
    return byId;
}

void addPods(Context& context, Workload& workload, const std::vector<std::size_t>& records,
             const std::unordered_map<std::uint32_t, std::size_t>& statusOf)
{
    for (const std::size_t record : records) {
        const Object& object = context.in.object(context.in.workloads[record].object);
        if (object.identity.kind != "Pod")
            continue;
        const auto found = statusOf.find(context.in.workloads[record].object.value);
        const PodStatus* status = found == statusOf.end() ? nullptr : &context.in.podStatuses[found->second];
        if (status)
            workload.statuses.push_back(found->second);
        const bool runs = workload.kind != "Pod" || status || object.running; // a bare Pod in a manifest may not
        if (!runs || ended(status))
            continue;
        workload.pods.push_back(record);
        context.pods.emplace(nameKey(object.identity.cluster, object.identity.ns, object.identity.name), record);
        if (status && !status->podIp.empty())
            context.podsByIp[scopeKey(object.identity.cluster, status->podIp)].push_back(record);
    }
    std::sort(workload.statuses.begin(), workload.statuses.end());
}

void addLabels(Context& context, WorkloadId id)
{
    const Workload& workload = context.out.workload(id);
    const std::string scope = scopeKey(workload.cluster, workload.ns);
    std::unordered_set<std::string> known; // pods of one owner mostly agree
    const auto add = [&](std::size_t record) {
        const Attributes& labels = context.in.workloads[record].podLabels;
        std::string text;
        for (const Attribute& label : labels)
            text.append(label.key).append(1, '\n').append(label.value).append(1, '\n');
        if (known.insert(std::move(text)).second)
            context.labels.add(scope, {id, record, &labels});
    };
    add(workload.record);
    for (const std::size_t pod : workload.pods)
        add(pod);
}

} // namespace

void resolveWorkloads(Context& context)
{
    const Inventory& in = context.in;
    std::unordered_map<std::uint32_t, std::size_t> statusOf;
    for (std::size_t i = 0; i < in.podStatuses.size(); ++i)
        statusOf.emplace(in.podStatuses[i].object.value, i);

    context.workloadOf.assign(in.workloads.size(), WorkloadId());
    std::map<std::string, Members> byId = collapse(context);
    for (auto& [id, members] : byId) {
        if (context.stopped())
            return discard(std::move(byId));
        const WorkloadId workloadId(context.out.workloads.size());
        Workload& workload = members.workload;
        workload.object = in.workloads[workload.record].object;
        workload.evidence = in.object(workload.object).evidence;
        addPods(context, workload, members.records, statusOf);
        for (const std::size_t record : members.records)
            context.workloadOf[record] = workloadId;
        if (workload.kind == "StatefulSet")
            context.statefulSets.emplace(nameKey(workload.cluster, workload.ns, workload.name), workloadId);
        context.out.workloads.push_back(std::move(workload));
        addLabels(context, workloadId);
    }
}

void resolveNamespaces(Context& context)
{
    std::map<std::pair<std::string, std::string>, Namespace> found;
    for (std::size_t i = 0; i < context.in.objects.size(); ++i) {
        const Object& object = context.in.objects[i];
        if (object.identity.kind == "Namespace" && object.identity.group.empty() && object.applied())
            found[{object.identity.cluster, object.identity.name}].object = ObjectId(i);
    }
    for (std::size_t i = 0; i < context.out.workloads.size(); ++i)
        found[{context.out.workloads[i].cluster, context.out.workloads[i].ns}].workloads.emplace_back(i);
    for (const Service& service : context.out.services)
        found[{context.identity(service.object).cluster, service.ns}];
    for (auto& [name, entry] : found) {
        entry.cluster = name.first;
        entry.name = name.second;
        context.out.namespaces.push_back(std::move(entry));
    }
}

} // namespace bartizan::resolving
