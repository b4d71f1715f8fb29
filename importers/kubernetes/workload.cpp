// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind with a pod template -> WorkloadRecord. The kinds differ in where the template stands, in the form of their
// selector and in the names of their status fields; apps/v1, batch/v1 and the older versions are read alike. Virtual
// machines (kubevirt.io) make a pod without a pod template.
#include "importers/gateways/oauth2_proxy.h"
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/object.h"
#include "importers/kubernetes/pod.h"
#include "importers/kubernetes/selector.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

bool hasMapSelector(std::string_view kind)
{
    return kind == "ReplicationController" || kind == "DeploymentConfig";
}

Node specOfJob(const Fields& fields, Node spec, std::string_view kind)
{
    if (kind != "CronJob" && kind != "ScheduledJob")
        return spec;
    return fields.mapping(fields.mapping(spec, "jobTemplate"), "spec");
}

std::optional<std::int64_t> count(Node status, std::string_view key)
{
    return status[key].asInt();
}

void readStatus(const Fields& fields, Node object, const Object& meta, WorkloadRecord& record)
{
    if (!meta.running)
        return;
    const Node status = fields.mapping(object, "status");
    if (meta.identity.kind == "DaemonSet") {
        record.readyReplicas = count(status, "numberReady");
        record.observedReplicas = count(status, "currentNumberScheduled");
        return;
    }
    record.observedReplicas = count(status, meta.identity.kind == "Job" ? "active" : "replicas");
    record.readyReplicas = count(status, meta.identity.kind == "Job" ? "ready" : "readyReplicas");
    if (record.observedReplicas && !record.readyReplicas)
        record.readyReplicas = 0; // the API leaves out zeros
}

void readTemplate(const Fields& fields, Node templ, WorkloadRecord& record)
{
    const Node metadata = fields.mapping(templ, "metadata");
    record.podLabels = fields.attributes(metadata, "labels");
    record.podAnnotations = readAnnotations(fields, metadata);
    if (const Node spec = fields.mapping(templ, "spec")) {
        readPodSpec(fields, spec, record.pod);
        importAuthProxy(fields.context(), spec);
    }
}

bool isMachine(std::string_view kind)
{
    return kind == "VirtualMachine" || kind == "VirtualMachineInstance";
}

// KubeVirt attaches the pod in which a machine runs to the networks of its spec by this annotation.
void addNetworks(const Fields& fields, Node spec, Attributes& annotations)
{
    constexpr std::string_view key = "k8s.v1.cni.cncf.io/networks";
    constexpr std::size_t most = 64;
    std::string names;
    Evidence first;
    std::size_t count = 0;
    for (const Node network : fields.list(spec, "networks")) {
        const Node multus = fields.mapping(network, "multus");
        const Fact<std::string> name = fields.string(multus, "networkName");
        if (!name.written() || name.value.empty() || ++count > most)
            continue;
        names.append(names.empty() ? "" : ",").append(name.value);
        if (!first.valid())
            first = name.evidence;
    }
    if (names.empty() || find(annotations, key))
        return;
    annotations.push_back({std::string(key), std::move(names), std::move(first)});
    sortByKey(annotations);
}

// KubeVirt: a VirtualMachine makes one VirtualMachineInstance from its template, and that one pod. Their spec is a
// machine's, not a pod's: of it only the networks are read, never what the guest is started with.
void readMachine(const Fields& fields, Node object, const Object& meta, WorkloadRecord& record)
{
    Node spec = fields.mapping(object, "spec");
    if (meta.identity.kind == "VirtualMachine") {
        const Node templ = fields.mapping(spec, "template"), metadata = fields.mapping(templ, "metadata");
        record.podLabels = fields.attributes(metadata, "labels");
        record.podAnnotations = readAnnotations(fields, metadata);
        spec = fields.mapping(templ, "spec");
    } else {
        record.podLabels = meta.labels;
        record.podAnnotations = meta.annotations;
    }
    addNetworks(fields, spec, record.podAnnotations);
    record.pod.evidence = fields.evidence(spec);
}

// What only the importer can still see: unrendered templates and patches (product.md rule 8).
void markTemplates(const ObjectContext& context, Node templ, const WorkloadRecord& record)
{
    Object& object = context.out.objects[context.object.pos()];
    if (!object.applied())
        return;
    for (const Container& container : record.pod.containers) {
        if (container.image.value.find("{{") != std::string::npos) {
            object.notApplied = NotApplied::templated;
            object.notAppliedReason = "a template that was not rendered";
            return;
        }
    }
    const Node spec = templ["spec"];
    const auto hasPatch = [](Node list) {
        return std::any_of(list.begin(), list.end(), [](Node element) { return bool(element["$patch"]); });
    };
    if (templ["$patch"] || spec["$patch"] || hasPatch(spec["containers"]) || hasPatch(spec["initContainers"])) {
        object.notApplied = NotApplied::patch;
        object.notAppliedReason = "a patch for an object that is written elsewhere";
    }
}

} // namespace

void importWorkload(const ObjectContext& context)
{
    const Fields fields(context);
    const Object& meta = context.meta();
    const std::string_view kind = meta.identity.kind;
    WorkloadRecord& record = context.out.workloads.emplace_back();
    record.object = context.object;
    if (isMachine(kind))
        return readMachine(fields, context.node, meta, record);
    Node templ;
    if (kind == "PodTemplate") {
        templ = fields.mapping(context.node, "template");
    } else {
        const Node spec = fields.mapping(context.node, "spec");
        record.replicas = fields.integer(spec, "replicas");
        record.suspended = fields.flag(spec, "suspend");
        const Node jobSpec = specOfJob(fields, spec, kind);
        templ = fields.mapping(jobSpec, "template");
        record.selector =
            hasMapSelector(kind) ? mapSelector(fields, spec, "selector") : labelSelector(fields, jobSpec, "selector");
        if (const Node reference = fields.mapping(spec, "workloadRef"); reference && kind == "Rollout") {
            record.templateKind = fields.text(reference, "kind");
            record.templateName = fields.text(reference, "name");
        }
    }
    if (templ)
        readTemplate(fields, templ, record);
    // Older versions default the selector to the template's labels; apps/v1 demands it.
    if (!record.selector.present && !record.podLabels.empty() && kind != "Job" && kind != "CronJob" && kind != "ScheduledJob" &&
        kind != "PodTemplate" && kind != "Service")
        record.selector = selectorOf(record.podLabels, fields.evidence(templ));
    readStatus(fields, context.node, meta, record);
    markTemplates(context, templ, record);
}

} // namespace bartizan::importers
