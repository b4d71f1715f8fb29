// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/transformers.h"

#include "importers/kustomize/field_paths.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

using document::Node;
using document::NodeKind;

constexpr FieldSpec selectorFields[] = {
    {"", "Service", "spec/selector", true},
    {"", "ReplicationController", "spec/selector", true},
    {"*", "Deployment", "spec/selector/matchLabels", true},
    {"*", "ReplicaSet", "spec/selector/matchLabels", true},
    {"*", "DaemonSet", "spec/selector/matchLabels", true},
    {"apps", "StatefulSet", "spec/selector/matchLabels", true},
    {"batch", "Job", "spec/selector/matchLabels", false},
    {"batch", "CronJob", "spec/jobTemplate/spec/selector/matchLabels", false},
    {"policy", "PodDisruptionBudget", "spec/selector/matchLabels", false},
    {"networking.k8s.io", "NetworkPolicy", "spec/podSelector/matchLabels", false},
    {"networking.k8s.io", "NetworkPolicy", "spec/ingress[]/from[]/podSelector/matchLabels", false},
    {"networking.k8s.io", "NetworkPolicy", "spec/egress[]/to[]/podSelector/matchLabels", false},
    {"apps", "Deployment", "spec/template/spec/topologySpreadConstraints[]/labelSelector/matchLabels", false},
    {"apps", "StatefulSet", "spec/template/spec/topologySpreadConstraints[]/labelSelector/matchLabels", false},
};
constexpr std::string_view affinityTerms[] = {
    "podAffinity/requiredDuringSchedulingIgnoredDuringExecution[]/labelSelector/matchLabels",
    "podAffinity/preferredDuringSchedulingIgnoredDuringExecution[]/podAffinityTerm/labelSelector/matchLabels",
    "podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution[]/labelSelector/matchLabels",
    "podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution[]/podAffinityTerm/labelSelector/matchLabels",
};
constexpr FieldSpec templateFields[] = {
    // "labels" or "annotations" is added
    {"", "ReplicationController", "spec/template/metadata/", true},
    {"*", "Deployment", "spec/template/metadata/", true},
    {"*", "ReplicaSet", "spec/template/metadata/", true},
    {"*", "DaemonSet", "spec/template/metadata/", true},
    {"apps", "StatefulSet", "spec/template/metadata/", true},
    {"batch", "Job", "spec/template/metadata/", true},
    {"batch", "CronJob", "spec/jobTemplate/metadata/", true},
    {"batch", "CronJob", "spec/jobTemplate/spec/template/metadata/", true},
};
constexpr std::string_view podSpecs[] = {"spec/", "spec/template/spec/", "spec/jobTemplate/spec/template/spec/"};

// Writes every pair of `pairs` into the mapping that the field names.
void writePairs(Resource& resource, const FieldSpec& spec, Node pairs)
{
    forEachField(resource, spec, pairs, [&](const FieldPlace& place) {
        Node target = place.value();
        if (!target.isMapping() && spec.create && target.isNull())
            target = resource.editor().set(place.parent, place.key, {NodeKind::mapping, {}, pairs});
        if (!target.isMapping())
            return;
        for (const Node pair : pairs)
            resource.editor().set(target, pair.key(), pair);
    });
}

void writeTemplates(Resource& resource, std::string_view what, Node pairs)
{
    for (const FieldSpec& spec : templateFields) {
        const std::string path = std::string(spec.path).append(what);
        writePairs(resource, {spec.group, spec.kind, path, spec.create}, pairs);
    }
}

void writeSelectors(Resource& resource, Node pairs)
{
    for (const FieldSpec& spec : selectorFields)
        writePairs(resource, spec, pairs);
    for (const std::string_view kind : {"Deployment", "StatefulSet"})
        for (const std::string_view term : affinityTerms)
            writePairs(resource, {"apps", kind, std::string("spec/template/spec/affinity/").append(term), false}, pairs);
    for (const Node claim : resource.field({"spec", "volumeClaimTemplates"})) // of a StatefulSet
        if (Node meta = claim["metadata"]; meta.isMapping()) {
            Node labels = meta["labels"];
            if (labels.isNull())
                labels = resource.editor().set(meta, "labels", {NodeKind::mapping, {}, pairs});
            for (const Node pair : pairs)
                resource.editor().set(labels, pair.key(), pair);
        }
}

// "registry/name:tag@digest" -> the name, and what follows it.
std::pair<std::string_view, std::string_view> splitImage(std::string_view image)
{
    std::size_t end = image.find('@');
    const std::string_view untilDigest = image.substr(0, end);
    const std::size_t colon = untilDigest.rfind(':');
    const std::size_t slash = untilDigest.rfind('/');
    if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash))
        end = colon;
    if (end == std::string_view::npos)
        end = image.size();
    return {image.substr(0, end), image.substr(end)};
}

std::string newImage(std::string_view image, Node entry)
{
    const auto [name, rest] = splitImage(image);
    std::string result(entry["newName"].text().empty() ? name : entry["newName"].text());
    const std::string_view tag = entry["newTag"].text(), digest = entry["digest"].text(), suffix = entry["tagSuffix"].text();
    if (!tag.empty())
        result.append(":").append(tag).append(suffix);
    else if (!suffix.empty())
        result.append(rest.substr(0, rest.find('@'))).append(suffix);
    else if (digest.empty())
        result.append(rest);
    if (!digest.empty())
        result.append("@").append(digest);
    return result;
}

void setImage(Resource& resource, Node container, Node images)
{
    for (const Node entry : images) {
        const Node image = container["image"];
        if (!image.isScalar() || splitImage(image.text()).first != entry["name"].text())
            continue;
        const std::string value = newImage(image.text(), entry);
        if (value == image.text())
            continue;
        Node origin = entry["name"];
        for (const std::string_view key : {"newName", "tagSuffix", "newTag", "digest"})
            if (entry[key])
                origin = entry[key];
        resource.editor().replace(image, {NodeKind::string, value, origin});
    }
}

} // namespace

void applyNamespace(Resources& resources, Node ns)
{
    if (!ns.isScalar() || ns.text().empty())
        return;
    for (const auto& resource : resources) {
        const document::NewValue value{NodeKind::string, ns.text(), ns};
        const bool isNamespace = resource->isKind("", "Namespace");
        resource->remember();
        resource->moved = true;
        if (Node meta = resource->root()["metadata"]; meta.isMapping()) {
            if (isNamespace)
                resource->editor().set(meta, "name", value);
            else if (!resource->clusterScoped())
                resource->editor().set(meta, "namespace", value);
        }
        if (resource->isKind("rbac.authorization.k8s.io", "RoleBinding") ||
            resource->isKind("rbac.authorization.k8s.io", "ClusterRoleBinding"))
            for (const Node subject : resource->root()["subjects"])
                if (subject["kind"].text() == "ServiceAccount" && subject["name"].text() == "default")
                    resource->editor().set(subject, "namespace", value);
        if (resource->isKind("apiregistration.k8s.io", "APIService"))
            if (const Node service = resource->field({"spec", "service"}); service.isMapping())
                resource->editor().set(service, "namespace", value);
    }
}

void applyNameAffixes(Resources& resources, Node prefix, Node suffix)
{
    for (const Node affix : {prefix, suffix}) {
        if (!affix.isScalar() || affix.text().empty())
            continue;
        for (const auto& resource : resources) {
            if (resource->isKind("", "Namespace") || resource->isKind("apiextensions.k8s.io", "CustomResourceDefinition") ||
                resource->isKind("apiregistration.k8s.io", "APIService"))
                continue;
            const Node name = resource->field({"metadata", "name"});
            if (!name.isScalar())
                continue;
            resource->remember();
            resource->moved = true;
            const std::string value = affix == prefix ? affix.string() + name.string() : name.string() + affix.string();
            resource->editor().replace(name, {NodeKind::string, value, name});
            resource->affixes.push_back((affix == prefix ? "p " : "s ") + affix.string());
        }
    }
}

void applyLabels(Resources& resources, Node kustomization)
{
    const auto apply = [&resources](Node pairs, bool selectors, bool templates) {
        if (!pairs.isMapping())
            return;
        for (const auto& resource : resources) {
            writePairs(*resource, {"*", "", "metadata/labels", true}, pairs);
            if (templates)
                writeTemplates(*resource, "labels", pairs);
            if (selectors)
                writeSelectors(*resource, pairs);
        }
    };
    for (const Node entry : kustomization["labels"]) {
        const bool selectors = entry["includeSelectors"].asBool().value_or(false);
        apply(entry["pairs"], selectors, selectors || entry["includeTemplates"].asBool().value_or(false));
    }
    apply(kustomization["commonLabels"], true, true);
}

void applyAnnotations(Resources& resources, Node kustomization)
{
    const Node pairs = kustomization["commonAnnotations"];
    if (!pairs.isMapping())
        return;
    for (const auto& resource : resources) {
        writePairs(*resource, {"*", "", "metadata/annotations", true}, pairs);
        writeTemplates(*resource, "annotations", pairs);
    }
}

bool applyBuiltInTransformer(Resources& resources, Node transformer)
{
    const std::string_view kind = transformer["kind"].text();
    const bool labels = kind == "LabelTransformer";
    const Node pairs = transformer[labels ? "labels" : "annotations"];
    if (transformer["apiVersion"].text() != "builtin" || (!labels && kind != "AnnotationsTransformer") || !pairs.isMapping())
        return false;
    for (const Node field : transformer["fieldSpecs"]) {
        const Node group = field["group"];
        const FieldSpec spec{group ? group.text() : "*", field["kind"].text(), field["path"].text(),
                             field["create"].asBool().value_or(false)};
        for (const auto& resource : resources)
            writePairs(*resource, spec, pairs);
    }
    return true;
}

void applyReplicas(Resources& resources, Node kustomization)
{
    for (const Node entry : kustomization["replicas"])
        for (const auto& resource : resources) {
            const std::string_view kind = resource->root()["kind"].text();
            const bool scales =
                kind == "Deployment" || kind == "ReplicationController" || kind == "ReplicaSet" || kind == "StatefulSet";
            const auto named = [&entry](const ResourceId& id) { return id.name == entry["name"].text(); };
            if (scales &&
                (named(resource->id()) || std::any_of(resource->formerIds().begin(), resource->formerIds().end(), named)))
                if (const Node spec = resource->root()["spec"]; spec.isMapping())
                    resource->editor().set(spec, "replicas", entry["count"]);
        }
}

void applyImages(Resources& resources, Node kustomization)
{
    const Node images = kustomization["images"];
    if (images.size() == 0)
        return;
    for (const auto& resource : resources)
        for (const std::string_view podSpec : podSpecs)
            for (const std::string_view list : {"containers", "initContainers"}) {
                const std::string path = std::string(podSpec).append(list).append("[]/image");
                forEachField(*resource, {"*", "", path, false}, images,
                             [&](const FieldPlace& place) { setImage(*resource, place.parent, images); });
            }
}

} // namespace bartizan::importers
