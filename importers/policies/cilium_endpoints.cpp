// SPDX-License-Identifier: GPL-3.0-or-later
// Selectors of Cilium: labels have a source before a colon; without one any source will do. Kubernetes is the only source of
// pods' labels, so others match no pod.
#include "importers/policies/cilium_rule.h"

namespace bartizan::importers {

using document::Node;

namespace {

using Op = SelectorRequirement::Op;

constexpr std::string_view spaceLabel = "io.kubernetes.pod.namespace";
constexpr std::string_view spaceLabels = "io.cilium.k8s.namespace.labels.";
constexpr std::string_view accountLabel = "io.cilium.k8s.policy.serviceaccount";
constexpr std::string_view clusterLabel = "io.cilium.k8s.policy.cluster";

bool positive(Op op)
{
    return op == Op::in || op == Op::exists;
}

void addTo(Selector& selector, SelectorRequirement requirement, std::string_view key, const Evidence& evidence)
{
    requirement.key = std::string(key);
    selector.present = true;
    selector.evidence = evidence;
    selector.requirements.push_back(std::move(requirement));
}

// The account's name is a label of the pod for Cilium, as it is for Calico.
LabelCondition ofAccount(const SelectorRequirement& requirement)
{
    LabelCondition condition;
    condition.op = requirement.op == Op::in || requirement.op == Op::notIn ? LabelCondition::Op::in : LabelCondition::Op::exists;
    condition.key = "projectcalico.org/serviceaccount";
    condition.values = requirement.values;
    if (positive(requirement.op))
        return condition;
    LabelCondition negated;
    negated.op = LabelCondition::Op::none;
    negated.parts.push_back(std::move(condition));
    return negated;
}

} // namespace

CiliumEndpoints ciliumEndpoints(PolicyReader& reader, Node node)
{
    const Selector written = reader.selector(node);
    CiliumEndpoints result;
    result.pods.pods.present = written.present;
    result.pods.pods.evidence = written.evidence;
    for (const SelectorRequirement& requirement : written.requirements) {
        const std::size_t colon = requirement.key.find(':');
        const std::string_view source =
            colon == std::string::npos ? std::string_view("any") : std::string_view(requirement.key).substr(0, colon);
        const std::string_view key =
            colon == std::string::npos ? std::string_view(requirement.key) : std::string_view(requirement.key).substr(colon + 1);
        if (source == "reserved") {
            if (positive(requirement.op))
                result.reserved.emplace_back(key);
        } else if (source != "any" && source != "k8s") {
            reader.note(node, "label-source",
                        "expected labels of Kubernetes (k8s:, any:) or reserved: ones in a selector, found another source; pods "
                        "have no such labels, so they are asked for in vain");
            addTo(result.pods.pods, requirement, requirement.key, written.evidence);
        } else if (key == spaceLabel) {
            result.namesSpace = true;
            addTo(result.pods.namespaces, requirement, "kubernetes.io/metadata.name", written.evidence);
        } else if (key.starts_with(spaceLabels)) {
            result.namesSpace = true;
            addTo(result.pods.namespaces, requirement, key.substr(spaceLabels.size()), written.evidence);
        } else if (key == accountLabel) {
            result.pods.conditions.push_back(ofAccount(requirement));
        } else if (key == clusterLabel) {
            result.namesCluster = true;
        } else {
            addTo(result.pods.pods, requirement, key, written.evidence);
        }
    }
    sortRequirements(result.pods.pods); // without their sources keys may come in another order
    sortRequirements(result.pods.namespaces);
    return result;
}

} // namespace bartizan::importers
