// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the text form that is about ConfigMaps, nodes and network policies.
#include "tests/support/text_builder.h"

#include "tests/support/text_architecture.h"
#include "tests/support/text_words.h"

namespace bartizan::test {

void TextBuilder::configLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    const std::size_t equals = words[2].find('=');
    if (equals == std::string::npos)
        refuse("expected KEY=VALUE, found " + words[2]);
    auto found = std::find_if(m_inventory.configMaps.begin(), m_inventory.configMaps.end(), [&](const ConfigMapRecord& map) {
        const Identity& identity = m_inventory.object(map.object).identity;
        return identity.ns == name.ns && identity.name == name.name;
    });
    if (found == m_inventory.configMaps.end()) {
        ConfigMapRecord map;
        map.object = object("", "ConfigMap", name);
        found = m_inventory.configMaps.insert(m_inventory.configMaps.end(), map);
    }
    found->entries.push_back({words[2].substr(0, equals), valueFacts(words[2].substr(equals + 1)), {}, here(found->object)});
}

void TextBuilder::usesLine(const Words& words)
{
    WorkloadRecord& record = workload(nameOf(words[1]));
    EnvFrom from;
    from.name = words[2];
    from.evidence = here(record.object);
    record.pod.containers.front().envFrom.push_back(std::move(from));
}

void TextBuilder::nodeLine(const Words& words)
{
    NodeRecord node;
    node.object = object("", "Node", {"", words[1]});
    std::string value;
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (option(words[i], "internal", value)) {
            node.internalIps.push_back(value);
        } else if (option(words[i], "external", value)) {
            node.externalIps.push_back(value);
        } else if (option(words[i], "platform", value)) {
            node.os = value.substr(0, value.find('/'));
            node.arch = value.substr(value.find('/') + 1);
        } else {
            refuse("unknown word " + words[i]);
        }
    }
    m_inventory.nodes.push_back(std::move(node));
}

NetworkPeer TextBuilder::peer(const std::string& text) const
{
    NetworkPeer result;
    result.evidence = here(ObjectId());
    std::string value;
    if (text.compare(0, 5, "cidr:") == 0) {
        result.cidr = text.substr(5);
    } else if (text.compare(0, 3, "ns:") == 0) {
        const std::size_t slash = text.find('/');
        result.namespaces = selector("kubernetes.io/metadata.name=" + text.substr(3, slash - 3));
        if (slash != std::string::npos)
            result.pods = selector(text.substr(slash + 1));
    } else {
        result.pods = selector(text);
    }
    return result;
}

void TextBuilder::policyLine(const std::string& text)
{
    std::vector<std::string> parts = split(text, ';');
    const Words head = wordsOf(parts.front());
    if (head.size() != 4 || head[2] != "selects")
        refuse("expected: policy NAME selects LABELS|all");
    NetworkPolicyRecord policy;
    policy.object = object("networking.k8s.io", "NetworkPolicy", nameOf(head[1]));
    policy.pods = selector(head[3]);
    policy.policyTypes = here(policy.object);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Words words = wordsOf(parts[i]);
        if (words.empty() || (words[0] != "ingress" && words[0] != "egress"))
            refuse("expected ingress or egress");
        const bool ingress = words[0] == "ingress";
        (ingress ? policy.ingress : policy.egress) = true;
        NetworkRule rule;
        rule.evidence = here(policy.object);
        rule.anyPort = std::find(words.begin(), words.end(), "port") == words.end();
        std::string mode;
        for (std::size_t w = 1; w < words.size(); ++w) {
            if (words[w] == "from" || words[w] == "to" || words[w] == "port") {
                mode = words[w] == "port" ? "port" : "peer";
            } else if (mode == "port") {
                std::string port = words[w];
                NetworkPort made;
                made.protocol = takeProtocol(port);
                made.port = port;
                made.evidence = here(policy.object);
                rule.ports.push_back(made);
            } else if (words[w] == "any") {
                rule.anyPeer = true;
            } else {
                rule.peers.push_back(peer(words[w]));
            }
        }
        if (words.size() > 1)
            (ingress ? policy.ingressRules : policy.egressRules).push_back(std::move(rule));
    }
    if (!policy.ingress && !policy.egress)
        policy.ingress = true;
    m_inventory.networkPolicies.push_back(std::move(policy));
}

} // namespace bartizan::test
