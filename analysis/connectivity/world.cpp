// SPDX-License-Identifier: GPL-3.0-or-later
// From the model: namespaces, pods, networks. Policies: policies.cpp.
#include "analysis/connectivity/world.h"

#include "analysis/connectivity/policies.h"

#include <algorithm>
#include <map>
#include <set>

namespace bartizan::connectivity {

namespace {

constexpr std::string_view nameLabel = "kubernetes.io/metadata.name", calicoNameLabel = "projectcalico.org/name";
// OVN-Kubernetes, "User Defined Networks": a namespace without it keeps the cluster's network.
constexpr std::string_view primaryNetworkLabel = "k8s.ovn.org/primary-user-defined-network";
constexpr std::string_view accountLabel = "projectcalico.org/serviceaccount"; // that Calico gives each pod
constexpr std::string_view attachments = "k8s.v1.cni.cncf.io/networks";

// Labels that controllers give each replica or revision: they differ without anybody having meant it.
bool isGenerated(std::string_view key)
{
    constexpr std::string_view keys[] = {"pod-template-hash",
                                         "controller-revision-hash",
                                         "pod-template-generation",
                                         "statefulset.kubernetes.io/pod-name",
                                         "apps.kubernetes.io/pod-index",
                                         "controller-uid",
                                         "batch.kubernetes.io/controller-uid",
                                         "job-name",
                                         "batch.kubernetes.io/job-name",
                                         "batch.kubernetes.io/job-completion-index",
                                         "deployment",
                                         "rollouts-pod-template-hash"};
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

std::vector<std::pair<std::string, std::string>> meant(const Attributes& labels)
{
    std::vector<std::pair<std::string, std::string>> kept;
    for (const Attribute& label : labels)
        if (!isGenerated(label.key))
            kept.emplace_back(label.key, label.value);
    return kept;
}

void setLabel(Attributes& labels, std::string_view key, const std::string& value)
{
    for (Attribute& label : labels)
        if (label.key == key) {
            label.value = value;
            return;
        }
    labels.push_back({std::string(key), value, {}});
    std::sort(labels.begin(), labels.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
}

void nameSpace(Space& space)
{
    setLabel(space.labels, nameLabel, space.name);
    setLabel(space.labels, calicoNameLabel, space.name);
}

struct Wish {                           // of a pod to be attached
    std::string network;                // "namespace/name"
    std::vector<std::string> addresses; // "2.2.5.1/24": the pod's own there
};

// An attachment annotation: "a, ns/b@eth1", or a JSON list of objects with "name", "namespace" and "ips".
std::vector<Wish> attached(const std::string& text, const std::string& ns)
{
    std::vector<Wish> wishes;
    const auto add = [&](std::string name, const std::string& space, std::vector<std::string> addresses = {}) {
        const std::size_t at = name.find('@');
        if (at != std::string::npos)
            name.resize(at);
        if (!name.empty())
            wishes.push_back({name.find('/') != std::string::npos ? name : space + "/" + name, std::move(addresses)});
    };
    if (text.find('{') == std::string::npos) {
        std::string name;
        for (const char c : text + ",")
            if (c == ',') {
                add(std::exchange(name, {}), ns);
            } else if (c != ' ' && c != '\n' && c != '\t') {
                name += c;
            }
        return wishes;
    }
    struct String {
        std::string text;
        bool isKey = false;
    };
    std::vector<String> strings; // of one object, in turn
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            const std::size_t end = text.find('"', i + 1);
            if (end == std::string::npos)
                break;
            const std::size_t after = text.find_first_not_of(" \t\r\n", end + 1);
            strings.push_back({text.substr(i + 1, end - i - 1), after != std::string::npos && text[after] == ':'});
            i = end;
        } else if (text[i] == '}') {
            std::string name, space = ns;
            std::vector<std::string> addresses;
            for (std::size_t s = 0; s + 1 < strings.size(); ++s) {
                if (!strings[s].isKey)
                    continue;
                if (strings[s].text == "name")
                    name = strings[s + 1].text;
                if (strings[s].text == "namespace")
                    space = strings[s + 1].text;
                if (strings[s].text == "ips")
                    for (std::size_t a = s + 1; a < strings.size() && blockOf(strings[a].text); ++a)
                        addresses.push_back(strings[a].text);
            }
            add(name, space, std::move(addresses));
            strings.clear();
        }
    }
    return wishes;
}

class Maker {
public:
    Maker(const Model& model, const WorldOptions& options)
        : m_inventory(model.inventory), m_architecture(model.architecture), m_options(options)
    {
    }

    World make()
    {
        addSpaces();
        if (m_options.severalNetworks)
            addNetworks();
        for (const ServiceAccountRecord& record : m_inventory.serviceAccounts)
            if (const Object& object = m_inventory.object(record.object); object.applied())
                m_accounts[{object.identity.cluster, object.identity.ns, object.identity.name}] = &object.labels;
        for (const PodStatus& status : m_inventory.podStatuses)
            if (status.phase == "Succeeded" || status.phase == "Failed")
                m_ended.insert(status.object);
        for (const Workload& workload : m_architecture.workloads)
            addPod(workload);
        addImagined();
        for (const AddressSetRecord& record : m_inventory.addressSets) {
            const Object& object = m_inventory.object(record.object);
            if (!object.applied())
                continue;
            m_world.sets.push_back(record);
            m_world.setLabels.push_back(object.labels);
            m_world.setNames.push_back(object.identity.kind == "CiliumCIDRGroup" ? object.identity.name : "");
            m_world.setClusters.push_back(object.identity.cluster);
        }
        m_world.policies = policiesOf(m_inventory, m_attachments, m_world.networks);
        return std::move(m_world);
    }

private:
    std::size_t space(const std::string& cluster, const std::string& name)
    {
        const auto [found, made] = m_spaces.try_emplace({cluster, name}, m_world.spaces.size());
        if (made) {
            m_world.spaces.push_back({cluster, name, {}});
            nameSpace(m_world.spaces.back());
        }
        return found->second;
    }

    void addSpaces()
    {
        for (const Namespace& one : m_architecture.namespaces) {
            Space& made = m_world.spaces[space(one.cluster, one.name)];
            if (!one.object.valid())
                continue;
            made.labels = m_inventory.object(one.object).labels;
            nameSpace(made);
        }
        for (const Object& object : m_inventory.objects)
            if (object.identity.kind == "Namespace" && object.identity.group.empty() && object.applied()) {
                Space& made = m_world.spaces[space(object.identity.cluster, object.identity.name)];
                made.labels = object.labels;
                nameSpace(made);
            }
    }

    void addNetworks()
    {
        std::map<std::string, std::size_t> known;
        const auto add = [&](const std::string& name, bool primary, bool userDefined) {
            const auto [found, made] = known.try_emplace(name, m_world.networks.size());
            if (made)
                m_world.networks.push_back({name, primary, userDefined});
            return found->second;
        };
        for (const PodNetworkRecord& record : m_inventory.podNetworks) {
            const Object& object = m_inventory.object(record.object);
            if (!object.applied() || !record.malformed.empty())
                continue;
            const Identity& identity = object.identity;
            if (record.kind == PodNetworkRecord::Kind::attachment) {
                // Definitions of one name are one network: it is the name that the network plugin is given.
                m_attachments[{identity.cluster, identity.ns + "/" + identity.name}] =
                    add("secondary NAD " + identity.name, false, false);
                continue;
            }
            const bool ofCluster = record.kind == PodNetworkRecord::Kind::clusterUserDefined;
            // A UserDefinedNetwork is the one of its namespace.
            const std::string word =
                ofCluster ? "CUDN " + identity.name : "UDN " + (record.primary ? identity.ns : identity.name);
            if (!record.primary) { // pods join it as they join an attachment of that name
                const std::size_t network = add("secondary " + word, false, true);
                for (const Space& one : m_world.spaces)
                    if (one.cluster == identity.cluster &&
                        (ofCluster ? matches(record.namespaces, one.labels) : one.name == identity.ns))
                        m_attachments[{one.cluster, one.name + "/" + identity.name}] = network;
                continue;
            }
            std::size_t network = 0;
            for (std::size_t i = 0; i < m_world.spaces.size(); ++i) {
                const Space& one = m_world.spaces[i];
                if (one.cluster != identity.cluster || !find(one.labels, primaryNetworkLabel) ||
                    !(ofCluster ? record.namespaces.present && matches(record.namespaces, one.labels) : one.name == identity.ns))
                    continue;
                if (network == 0)
                    network = add("primary " + word, true, true);
                m_primary.try_emplace(i, network);
            }
        }
    }

    void addPod(const Workload& workload)
    {
        std::vector<const WorkloadRecord*> records;
        for (const std::size_t pod : workload.pods)
            if (m_ended.count(m_inventory.workloads[pod].object) == 0)
                records.push_back(&m_inventory.workloads[pod]);
        if (records.empty())
            records.push_back(&m_inventory.workloads[workload.record]);
        const WorkloadRecord& first = *records.front();
        Pod made;
        made.id = workload.id;
        made.space = space(workload.cluster, workload.ns);
        made.labels = first.podLabels;
        made.evidence = workload.evidence;
        made.onNodeNetwork = first.pod.hostNetwork.value;
        made.nodeNetworkEvidence = first.pod.hostNetwork.evidence;
        made.account = first.pod.serviceAccount.value.empty() ? "default" : first.pod.serviceAccount.value;
        if (const auto found = m_accounts.find({workload.cluster, workload.ns, made.account}); found != m_accounts.end())
            made.accountLabels = *found->second;
        setLabel(made.accountLabels, calicoNameLabel, made.account);
        setLabel(made.labels, accountLabel, made.account);
        for (const Container& container : first.pod.containers) {
            if (container.role == ContainerRole::init || container.role == ContainerRole::ephemeral)
                continue;
            for (const ContainerPort& port : container.ports)
                if (const auto protocol = protocolOf(port.protocol); protocol && !port.name.empty() && port.port > 0)
                    made.ports.push_back({port.name, *protocol, port.port});
        }
        std::set<std::vector<std::pair<std::string, std::string>>> seen{meant(first.podLabels)};
        for (const WorkloadRecord* record : records)
            if (seen.insert(meant(record->podLabels)).second)
                m_variants.emplace_back(m_world.pods.size(), record);
        if (const auto own = m_primary.find(made.space); own != m_primary.end())
            made.network = own->second;
        if (const Attribute* wish = m_options.severalNetworks ? find(first.podAnnotations, attachments) : nullptr)
            for (const Wish& one : attached(wish->value, workload.ns)) {
                const auto found = m_attachments.find({workload.cluster, one.network});
                if (found == m_attachments.end())
                    continue;
                if (std::find(made.secondary.begin(), made.secondary.end(), found->second) == made.secondary.end())
                    made.secondary.push_back(found->second);
                for (const std::string& address : one.addresses)
                    if (const auto range = blockOf(address.substr(0, address.find('/'))))
                        made.addresses.emplace_back(found->second, range->first);
            }
        m_world.pods.push_back(std::move(made));
    }

    void addImagined()
    {
        for (const auto& [pod, record] : m_variants) {
            Pod made = m_world.pods[pod];
            made.labels = record->podLabels;
            setLabel(made.labels, accountLabel, made.account);
            made.imagined = true;
            made.standsFor = pod;
            m_world.pods.push_back(std::move(made));
        }
        std::set<std::string> clusters;
        for (const Workload& workload : m_architecture.workloads)
            clusters.insert(workload.cluster);
        for (const std::string& cluster : clusters) {
            Pod made;
            made.id = controllerId;
            made.space = m_world.spaces.size();
            made.imagined = true;
            m_world.spaces.push_back({cluster, "", {}});
            m_world.pods.push_back(std::move(made));
        }
    }

    const Inventory& m_inventory;
    const Architecture& m_architecture;
    const WorldOptions& m_options;
    World m_world;
    std::map<std::pair<std::string, std::string>, std::size_t> m_spaces;
    std::map<std::array<std::string, 3>, const Attributes*> m_accounts;
    std::map<std::size_t, std::size_t> m_primary;                          // space -> network
    std::vector<std::pair<std::size_t, const WorkloadRecord*>> m_variants; // pods, and replicas of theirs that differ
    Attachments m_attachments;
    std::set<ObjectId> m_ended; // pods that have ended: what runs now may differ
};

} // namespace

World worldOf(const Model& model, const WorldOptions& options)
{
    return Maker(model, options).make();
}

} // namespace bartizan::connectivity
