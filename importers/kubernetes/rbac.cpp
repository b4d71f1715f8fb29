// SPDX-License-Identifier: GPL-3.0-or-later
// rbac.authorization.k8s.io (also authorization.openshift.io) roles and bindings, and core/v1 ServiceAccount.
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/selector.h"

#include <array>

namespace bartizan::importers {

using document::Node;

namespace {

PolicyRule readRule(const Fields& fields, Node node)
{
    PolicyRule rule;
    rule.apiGroups = fields.strings(node, "apiGroups");
    rule.resources = fields.strings(node, "resources");
    rule.verbs = fields.strings(node, "verbs");
    rule.resourceNames = fields.strings(node, "resourceNames");
    rule.nonResourceUrls = fields.strings(node, "nonResourceURLs");
    rule.evidence = fields.evidence(node);
    return rule;
}

Subject readSubject(const Fields& fields, Node node, const std::string& bindingNamespace)
{
    Subject subject;
    subject.kind = fields.text(node, "kind");
    subject.name = fields.text(node, "name");
    subject.ns = fields.text(node, "namespace");
    if (subject.ns.empty() && subject.kind == "ServiceAccount")
        subject.ns = bindingNamespace; // the API server demands it; kubectl and people leave it out in a RoleBinding
    subject.evidence = fields.elementEvidence(node);
    return subject;
}

} // namespace

void importRole(const ObjectContext& context)
{
    const Fields fields(context);
    RoleRecord record;
    record.object = context.object;
    for (const Node node : fields.list(context.node, "rules")) {
        if (node.isMapping())
            record.rules.push_back(readRule(fields, node));
        else
            fields.unexpected(node, "a rule");
    }
    const Node aggregation = fields.mapping(context.node, "aggregationRule");
    for (const Node node : fields.list(aggregation, "clusterRoleSelectors")) {
        Selector selector = labelSelectorOf(fields, node);
        if (selector.present)
            record.aggregates.push_back(std::move(selector));
    }
    context.out.roles.push_back(std::move(record));
}

void importBinding(const ObjectContext& context)
{
    const Fields fields(context);
    BindingRecord record;
    record.object = context.object;
    if (const Node role = fields.mapping(context.node, "roleRef")) {
        record.roleKind = fields.text(role, "kind");
        record.roleName = fields.text(role, "name");
        record.roleRef = fields.evidence(role);
    }
    if (record.roleKind.empty() && !record.roleName.empty()) // authorization.openshift.io writes the name only
        record.roleKind = context.meta().identity.ns.empty() ? "ClusterRole" : "Role";
    for (const Node node : fields.list(context.node, "subjects")) {
        if (node.isMapping())
            record.subjects.push_back(readSubject(fields, node, context.meta().identity.ns));
        else
            fields.unexpected(node, "a subject");
    }
    context.out.bindings.push_back(std::move(record));
}

void importServiceAccount(const ObjectContext& context)
{
    constexpr std::array<std::string_view, 3> roleAnnotations{"eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account",
                                                              "azure.workload.identity/client-id"};
    const Fields fields(context);
    ServiceAccountRecord record;
    record.object = context.object;
    record.automountToken = fields.boolean(context.node, "automountServiceAccountToken");
    for (const Node secret : fields.list(context.node, "secrets"))
        record.secrets.push_back(fields.text(secret, "name"));
    for (const Node secret : fields.list(context.node, "imagePullSecrets"))
        record.imagePullSecrets.push_back(fields.text(secret, "name"));
    for (const std::string_view key : roleAnnotations) {
        const Attribute* annotation = find(context.meta().annotations, key);
        if (annotation && !annotation->value.empty() && !record.cloudRole.written())
            record.cloudRole = {annotation->value, annotation->evidence};
    }
    context.out.serviceAccounts.push_back(std::move(record));
}

} // namespace bartizan::importers
