// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that pods are attached to: UserDefinedNetwork and ClusterUserDefinedNetwork (k8s.ovn.org/v1, OVN-Kubernetes),
// NetworkAttachmentDefinition (k8s.cni.cncf.io/v1), of which the configuration is the plugin's own and is not read.
#include "importers/kubernetes/selector.h"
#include "importers/policies/policies.h"

namespace bartizan::importers {

using document::Node;

namespace {

struct Topology {
    std::string_view word, key;
    bool clusterOnly, primary; // only of ClusterUserDefinedNetworks; may be a primary network
};
constexpr Topology topologies[] = {
    {"Layer2", "layer2", false, true},
    {"Layer3", "layer3", false, true},
    {"Localnet", "localnet", true, false},
};

// OVN-Kubernetes, UserDefinedNetwork: topology, and in the part of that name the role.
void readNetwork(const Fields& fields, Node spec, bool cluster, PodNetworkRecord& record, Invalid& invalid)
{
    const std::string word = fields.text(spec, "topology");
    const Topology* topology = nullptr;
    for (const Topology& row : topologies)
        if (row.word == word && (cluster || !row.clusterOnly))
            topology = &row;
    if (!topology) {
        invalid.refuse("invalid-network", cluster ? "topology Layer2, Layer3 or Localnet" : "topology Layer2 or Layer3",
                       "none or another word", "write one of them", spec["topology"] ? spec["topology"] : spec);
        return;
    }
    record.topology = topology->word;
    const Node part = mappingOrInvalid(fields, spec, topology->key, invalid);
    if (!part) {
        invalid.refuse("invalid-network", "the part " + std::string(topology->key) + " beside the topology of that name", "none",
                       "write it with its role", spec);
        return;
    }
    const std::string role = fields.text(part, "role");
    const bool primary = role == "Primary" && topology->primary;
    if (!primary && role != "Secondary")
        invalid.refuse("invalid-network", topology->primary ? "role Primary or Secondary" : "role Secondary",
                       "none or another word", "write it as it stands here", part["role"] ? part["role"] : part);
    record.primary = primary;
}

// OpenShift, user-defined networks: not in its own namespaces, and not under the name of the cluster's own network.
void checkPlace(const Fields& fields, const Identity& identity, Invalid& invalid)
{
    const Node metadata = fields.context().node["metadata"];
    if (identity.name == "default")
        invalid.refuse("invalid-name", "a UserDefinedNetwork with a name of its own", "default, the cluster's own network",
                       "give it another name", metadata["name"]);
    if (identity.ns == "default" || identity.ns.starts_with("openshift-"))
        invalid.refuse("invalid-namespace", "a UserDefinedNetwork in a namespace of its users",
                       "it in default or in one of the platform's", "move it to another namespace", metadata["namespace"]);
}

} // namespace

void importUserDefinedNetwork(const ObjectContext& context)
{
    const Fields fields(context);
    Invalid invalid(fields, "network");
    const bool cluster = context.meta().identity.kind == "ClusterUserDefinedNetwork";
    const Node spec = mappingOrInvalid(fields, context.node, "spec", invalid);
    PodNetworkRecord record;
    record.object = context.object;
    record.kind = cluster ? PodNetworkRecord::Kind::clusterUserDefined : PodNetworkRecord::Kind::userDefined;
    record.evidence = context.meta().evidence;
    if (cluster) {
        record.namespaces = checkedSelector(fields, spec, "namespaceSelector", invalid);
        if (spec["namespaceSelector"].isNull())
            invalid.refuse("invalid-network", "a namespaceSelector", "none", "write which namespaces it is for; {} is all", spec);
        readNetwork(fields, mappingOrInvalid(fields, spec, "network", invalid), true, record, invalid);
    } else {
        readNetwork(fields, spec, false, record, invalid);
        checkPlace(fields, context.meta().identity, invalid);
    }
    record.malformed = invalid.reason();
    context.out.podNetworks.push_back(std::move(record));
}

void importNetworkAttachment(const ObjectContext& context)
{
    PodNetworkRecord record;
    record.object = context.object;
    record.kind = PodNetworkRecord::Kind::attachment;
    record.evidence = context.meta().evidence;
    context.out.podNetworks.push_back(std::move(record));
}

} // namespace bartizan::importers
