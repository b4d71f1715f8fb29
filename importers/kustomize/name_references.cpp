// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/name_references.h"

#include "importers/kubernetes/object.h"
#include "importers/kustomize/field_paths.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace bartizan::importers {
namespace {

using document::Node;
using document::NodeKind;

// kustomize api/internal/konfig/builtinpluginconsts/namereference.go: the kind that is referred to, and where.
struct NameReference {
    std::string_view targetKind;
    std::string_view group, kind, path;
    // The reference is the mapping's `name`, and a `namespace` beside it follows too; elements of another kind than
    // targetKind are left alone.
    bool mapping = false;
};
constexpr NameReference references[] = {
    {"Deployment", "autoscaling", "HorizontalPodAutoscaler", "spec/scaleTargetRef"},
    {"StatefulSet", "autoscaling", "HorizontalPodAutoscaler", "spec/scaleTargetRef"},
    {"ReplicaSet", "autoscaling", "HorizontalPodAutoscaler", "spec/scaleTargetRef"},
    {"ConfigMap", "", "Node", "spec/configSource/configMap/name"},
    {"Secret", "*", "Ingress", "spec/tls[]/secretName"},
    {"Secret", "", "ServiceAccount", "imagePullSecrets[]/name"},
    {"Secret", "", "ServiceAccount", "secrets[]/name"},
    {"Service", "apps", "StatefulSet", "spec/serviceName"},
    {"Service", "*", "Ingress", "spec/rules[]/http/paths[]/backend/serviceName"},
    {"Service", "*", "Ingress", "spec/rules[]/http/paths[]/backend/service/name"},
    {"Service", "*", "Ingress", "spec/backend/serviceName"},
    {"Service", "*", "Ingress", "spec/defaultBackend/service/name"},
    {"Service", "apiregistration.k8s.io", "APIService", "spec/service", true},
    {"Service", "admissionregistration.k8s.io", "ValidatingWebhookConfiguration", "webhooks[]/clientConfig/service", true},
    {"Service", "admissionregistration.k8s.io", "MutatingWebhookConfiguration", "webhooks[]/clientConfig/service", true},
    {"Service", "apiextensions.k8s.io", "CustomResourceDefinition", "spec/conversion/webhook/clientConfig/service", true},
    {"ServiceAccount", "rbac.authorization.k8s.io", "RoleBinding", "subjects[]", true},
    {"ServiceAccount", "rbac.authorization.k8s.io", "ClusterRoleBinding", "subjects[]", true},
    {"Role", "rbac.authorization.k8s.io", "RoleBinding", "roleRef", true},
    {"ClusterRole", "rbac.authorization.k8s.io", "RoleBinding", "roleRef", true},
    {"ClusterRole", "rbac.authorization.k8s.io", "ClusterRoleBinding", "roleRef", true},
    {"PersistentVolume", "", "PersistentVolumeClaim", "spec/volumeName"},
    {"StorageClass", "", "PersistentVolumeClaim", "spec/storageClassName"},
    {"StorageClass", "", "PersistentVolume", "spec/storageClassName"},
    {"StorageClass", "apps", "StatefulSet", "spec/volumeClaimTemplates[]/spec/storageClassName"},
    {"IngressClass", "networking.k8s.io", "Ingress", "spec/ingressClassName"},
    {"ValidatingAdmissionPolicy", "admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", "spec/policyName"},
};
// The same for every pod template, relative to the pod's spec.
constexpr NameReference podReferences[] = {
    {"ConfigMap", "*", "", "volumes[]/configMap/name"},
    {"ConfigMap", "*", "", "volumes[]/projected/sources[]/configMap/name"},
    {"ConfigMap", "*", "", "containers[]/env[]/valueFrom/configMapKeyRef/name"},
    {"ConfigMap", "*", "", "containers[]/envFrom[]/configMapRef/name"},
    {"ConfigMap", "*", "", "initContainers[]/env[]/valueFrom/configMapKeyRef/name"},
    {"ConfigMap", "*", "", "initContainers[]/envFrom[]/configMapRef/name"},
    {"Secret", "*", "", "volumes[]/secret/secretName"},
    {"Secret", "*", "", "volumes[]/projected/sources[]/secret/name"},
    {"Secret", "*", "", "containers[]/env[]/valueFrom/secretKeyRef/name"},
    {"Secret", "*", "", "containers[]/envFrom[]/secretRef/name"},
    {"Secret", "*", "", "initContainers[]/env[]/valueFrom/secretKeyRef/name"},
    {"Secret", "*", "", "initContainers[]/envFrom[]/secretRef/name"},
    {"Secret", "*", "", "imagePullSecrets[]/name"},
    {"ServiceAccount", "*", "", "serviceAccountName"},
    {"PersistentVolumeClaim", "*", "", "volumes[]/persistentVolumeClaim/claimName"},
    {"PriorityClass", "*", "", "priorityClassName"},
};
constexpr std::string_view podSpecs[] = {"spec/", "spec/template/spec/", "spec/jobTemplate/spec/template/spec/"};

class Updating {
public:
    explicit Updating(Resources& resources) : m_resources(resources)
    {
        for (const auto& resource : resources) {
            const ResourceId now = resource->id();
            for (const ResourceId& former : resource->formerIds())
                if (former.name != now.name || former.ns != now.ns)
                    add(former, *resource);
            if (now.kind == "ServiceAccount" && resource->moved) // kustomize writes the namespace of every subject that it finds
                add(now, *resource);
        }
    }

    void run()
    {
        if (m_renamed.empty())
            return;
        for (const auto& resource : m_resources) {
            for (const NameReference& reference : references)
                update(*resource, reference, std::string(reference.path));
            for (const std::string_view podSpec : podSpecs)
                for (const NameReference& reference : podReferences)
                    update(*resource, reference, std::string(podSpec).append(reference.path));
        }
    }

private:
    void add(const ResourceId& id, const Resource& resource)
    {
        std::vector<const Resource*>& list = m_renamed[{id.kind, id.name}];
        if (list.empty() || list.back() != &resource)
            list.push_back(&resource);
    }

    void update(Resource& referrer, const NameReference& reference, std::string path)
    {
        const bool scaleTarget = path.ends_with("scaleTargetRef");
        if (reference.mapping || scaleTarget)
            path += "/name";
        forEachField(referrer, {reference.group, reference.kind, path, false}, {}, [&](const FieldPlace& place) {
            const std::string_view kind = place.parent["kind"].text();
            if ((reference.mapping || scaleTarget) && !kind.empty() && kind != reference.targetKind)
                return;
            follow(referrer, reference, place);
        });
    }

    void follow(Resource& referrer, const NameReference& reference, const FieldPlace& place)
    {
        const Node name = place.value();
        if (!name.isScalar())
            return;
        const Resource* target = targetOf(referrer, reference, place, name.string());
        if (target == nullptr)
            return;
        const ResourceId now = target->id();
        if (now.name != name.text())
            referrer.editor().replace(name, {NodeKind::string, now.name, name});
        if (const Node ns = place.parent["namespace"];
            reference.mapping && !now.ns.empty() && (ns || kindNeedsNamespace(reference)))
            if (ns.text() != now.ns)
                referrer.editor().set(place.parent, "namespace", {NodeKind::string, now.ns, ns ? ns : name});
    }

    static bool kindNeedsNamespace(const NameReference& reference)
    {
        return reference.targetKind == "ServiceAccount" || reference.targetKind == "Service";
    }

    // The one object that had this name before; none when it is not clear which.
    const Resource* targetOf(const Resource& referrer, const NameReference& reference, const FieldPlace& place,
                             const std::string& name) const
    {
        const auto found = m_renamed.find({std::string(reference.targetKind), name});
        if (found == m_renamed.end())
            return nullptr;
        std::vector<const Resource*> candidates;
        const std::string_view writtenNs = reference.mapping ? place.parent["namespace"].text() : std::string_view{};
        for (const Resource* candidate : found->second)
            if (sameNamespace(referrer, *candidate, reference, writtenNs))
                candidates.push_back(candidate);
        if (candidates.size() > 1) { // the copy that came the same way
            std::vector<const Resource*> alike;
            std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(alike),
                         [&](const Resource* candidate) { return candidate->affixes == referrer.affixes; });
            if (!alike.empty())
                candidates = std::move(alike);
        }
        const auto sameName = [&](const Resource* candidate) { return candidate->id() == candidates.front()->id(); };
        return !candidates.empty() && std::all_of(candidates.begin(), candidates.end(), sameName) ? candidates.front() : nullptr;
    }

    static bool sameNamespace(const Resource& referrer, const Resource& candidate, const NameReference& reference,
                              std::string_view written)
    {
        if (candidate.clusterScoped())
            return true;
        const auto wasIn = [&candidate](std::string_view ns) {
            return candidate.id().ns == ns || std::any_of(candidate.formerIds().begin(), candidate.formerIds().end(),
                                                          [ns](const ResourceId& id) { return id.ns == ns; });
        };
        if (reference.mapping && referrer.clusterScoped())
            return written.empty() || wasIn(written);
        if (reference.mapping && !written.empty())
            return wasIn(written);
        return candidate.id().ns == referrer.id().ns;
    }

    Resources& m_resources;
    std::map<std::pair<std::string, std::string>, std::vector<const Resource*>> m_renamed; // (kind, former name)
};

} // namespace

void updateNameReferences(Resources& resources)
{
    Updating(resources).run();
}

} // namespace bartizan::importers
