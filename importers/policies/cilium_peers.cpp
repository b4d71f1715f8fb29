// SPDX-License-Identifier: GPL-3.0-or-later
// Peers of a Cilium rule. One rule names them in one way only: Cilium refuses two. A list that is written but empty matches
// nothing. Addresses are those outside the cluster, never pods.
#include "importers/policies/cilium_rule.h"

#include "importers/gateways/facts.h"
#include "model/ip_block.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {
namespace {

using Kind = PolicyPeer::Kind;

constexpr std::array<std::string_view, 7> specialEntities = {"host",   "remote-node", "kube-apiserver", "init",
                                                             "health", "ingress",     "unmanaged"};

PolicyPeer peerOf(Kind kind, const Evidence& evidence)
{
    PolicyPeer peer;
    peer.kind = kind;
    peer.evidence = evidence;
    return peer;
}

PolicyPeer outside(const Evidence& evidence, bool four = true, bool six = true)
{
    PolicyPeer peer = peerOf(Kind::addresses, evidence);
    if (four)
        peer.blocks.push_back({"0.0.0.0/0", {}});
    if (six)
        peer.blocks.push_back({"::/0", {}});
    return peer;
}

PolicyPeer special(const Evidence& evidence, std::vector<std::string> names)
{
    PolicyPeer peer = peerOf(Kind::special, evidence);
    peer.names = std::move(names);
    return peer;
}

// docs.cilium.io, "Entities Based". False: no such entity.
bool addEntity(std::string_view entity, const Evidence& evidence, std::vector<PolicyPeer>& peers)
{
    const auto everySpecial = [&] {
        return special(evidence, std::vector<std::string>(specialEntities.begin(), specialEntities.end()));
    };
    if (entity == "all") {
        peers.push_back(peerOf(Kind::everyone, evidence));
        peers.push_back(everySpecial());
    } else if (entity == "cluster") {
        peers.push_back(peerOf(Kind::pods, evidence));
        peers.push_back(everySpecial());
    } else if (entity == "world") {
        peers.push_back(outside(evidence));
    } else if (entity == "world-ipv4") {
        peers.push_back(outside(evidence, true, false));
    } else if (entity == "world-ipv6") {
        peers.push_back(outside(evidence, false, true));
    } else if (oneOf(entity, specialEntities)) {
        peers.push_back(special(evidence, {std::string(entity)}));
    } else {
        return entity == "none";
    }
    return true;
}

// FQDNSelector of Cilium's API: labels of letters, digits, '-' and '_', in a pattern also '*', and at most 255 of them all.
bool hostName(std::string_view text, bool pattern)
{
    const auto known = [&](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.' || (pattern && c == '*'); };
    return text.size() <= 255 && text.front() != '.' && text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), known);
}

class Reading {
public:
    Reading(PolicyReader& reader, Node entry, const CiliumSection& section) : m_reader(reader), m_entry(entry), m_section(section)
    {
    }

    CiliumPeers read()
    {
        m_result.any = true;
        endpoints();
        addresses();
        addressSets();
        entities();
        if (const Node list = take("Nodes"); list.size() > 0)
            nodes(list);
        if (const Node list = take("Groups"); list.size() > 0)
            outsideBut(list, "groups of a cloud provider");
        if (!m_section.ingress) {
            services();
            hostNames();
        }
        for (const Node selector : m_reader.mappings(m_entry, m_section.ingress ? "fromRequires" : "toRequires"))
            m_result.required.push_back(podsOf(ciliumEndpoints(m_reader, selector)));
        if (m_ways > 1)
            m_reader.refuse(m_entry, "expected peers named in one way in a rule, found several (endpoints, CIDRs, entities, ...)",
                            "make a rule of each");
        return std::move(m_result);
    }

private:
    // The list "fromX" or "toX". Written, it makes the rule one that names peers.
    Node take(std::string_view what)
    {
        const Node list = m_reader.list(m_entry, (m_section.ingress ? "from" : "to") + std::string(what));
        if (list)
            m_result.any = false;
        if (list.size() > 0)
            ++m_ways;
        return list;
    }
    Evidence at(Node node) const { return m_reader.evidence(node); }
    void narrower(std::string_view what)
    {
        if (std::find(m_result.narrower.begin(), m_result.narrower.end(), what) == m_result.narrower.end())
            m_result.narrower.emplace_back(what);
    }

    // Without a namespace asked for, pods of the policy's own one.
    PodSet podsOf(CiliumEndpoints read)
    {
        if (!read.namesSpace)
            read.pods.ns = m_section.space;
        if (read.namesCluster)
            narrower("a cluster's name");
        return std::move(read.pods);
    }

    void endpoints()
    {
        for (const Node node : take("Endpoints")) {
            if (!node.isMapping()) {
                m_reader.refuse(node, "expected a label selector, found something else",
                                "write a mapping with matchLabels or matchExpressions");
                continue;
            }
            CiliumEndpoints read = ciliumEndpoints(m_reader, node);
            if (read.reserved.empty()) {
                PolicyPeer peer = peerOf(Kind::pods, at(node));
                peer.pods = podsOf(std::move(read));
                m_result.peers.push_back(std::move(peer));
            } else if (read.reserved.size() == 1) { // nothing has two of them
                addEntity(read.reserved.front(), at(node), m_result.peers);
                if (!read.pods.pods.requirements.empty() || read.namesSpace)
                    narrower("labels beside a reserved one");
            }
        }
    }

    void addresses()
    {
        const std::string key = m_section.ingress ? "fromCIDR" : "toCIDR";
        if (const Node list = take("CIDR"); list.size() > 0) {
            PolicyPeer peer = peerOf(Kind::addresses, at(list));
            for (const std::string& block : m_reader.blocks(m_entry, key))
                peer.blocks.push_back({block, {}});
            m_result.peers.push_back(std::move(peer));
        }
    }

    void addressSets()
    {
        const Node list = take("CIDRSet");
        if (list.size() == 0)
            return;
        for (const Node node : m_reader.mappings(m_entry, list.key())) {
            PolicyPeer peer = peerOf(Kind::addresses, at(node));
            const std::string cidr = m_reader.text(node, "cidr"), group = m_reader.text(node, "cidrGroupRef");
            const std::vector<std::string> except = m_reader.blocks(node, "except");
            const std::optional<IpBlock> whole = cidrOf(cidr);
            const bool selected = m_reader.mapping(node, "cidrGroupSelector").isMapping();
            if (int(!cidr.empty()) + int(!group.empty()) + int(selected) != 1)
                m_reader.refuse(node, "expected one of cidr, cidrGroupRef and cidrGroupSelector, found none or several",
                                "write one of the three");
            else if (!cidr.empty() && !whole)
                m_reader.refuse(node["cidr"], "expected a block such as 10.0.0.0/8 as cidr, found something else",
                                "write an address, a slash and the prefix length");
            else if (whole)
                exceptions(node["except"], *whole);
            if (!cidr.empty())
                peer.blocks.push_back({cidr, except});
            if (!group.empty())
                peer.setNames.push_back(group);
            if (selected) {
                peer.blocks = outside({}).blocks;
                narrower("a selector of CIDR groups");
            }
            if (cidr.empty() && !except.empty())
                narrower("exceptions from a CIDR group");
            m_result.peers.push_back(std::move(peer));
        }
    }

    void exceptions(Node list, const IpBlock& whole)
    {
        for (const Node except : list) {
            const std::string_view text = except.text();
            const std::optional<IpAddress> first = ipAddressOf(text.substr(0, text.find('/')));
            if (!first) // said already
                continue;
            if (text.find('/') == std::string_view::npos || !within({*first, first->v6 ? 128U : 32U}, whole))
                m_reader.refuse(except, "expected blocks within cidr as its exceptions, found something else",
                                "write smaller blocks of the same addresses, each with a prefix length");
        }
    }

    void entities()
    {
        for (const Node node : take("Entities")) {
            if (!node.isString() || !addEntity(node.text(), at(node), m_result.peers))
                m_reader.refuse(node,
                                "expected an entity of Cilium (world, cluster, host, remote-node, kube-apiserver, all, ...), "
                                "found another word",
                                "write one of these words");
        }
    }

    void nodes(Node list)
    {
        m_result.peers.push_back(special(at(list), {"nodes"}));
        for (const Node node : m_reader.mappings(m_entry, list.key())) {
            if (!m_reader.selector(node).requirements.empty())
                narrower("labels of nodes");
        }
    }

    void outsideBut(Node list, std::string_view what)
    {
        m_result.peers.push_back(outside(at(list)));
        narrower(what);
    }

    void services()
    {
        const Node list = take("Services");
        if (list.size() == 0)
            return;
        PolicyPeer peer = peerOf(Kind::everyone, at(list));
        bool all = true; // are understood
        for (const Node node : m_reader.mappings(m_entry, "toServices")) {
            const Node named = m_reader.mapping(node, "k8sService"), labelled = m_reader.mapping(node, "k8sServiceSelector");
            PolicyPeer::ServiceReference service;
            service.ns = m_reader.text(named ? named : labelled, "namespace");
            service.name = m_reader.text(named, "serviceName");
            if (!named)
                service.labels = serviceLabels(m_reader.mapping(labelled, "selector"));
            all = all && named.isMapping() != labelled.isMapping() && (!service.name.empty() || service.labels.present);
            peer.services.push_back(std::move(service));
        }
        if (!all || peer.services.size() != list.size())
            peer.services.clear();
        m_result.peers.push_back(std::move(peer));
        narrower("endpoints of a Service");
    }

    Selector serviceLabels(Node node) // keys may name the source of the label
    {
        Selector selector = m_reader.selector(node);
        for (SelectorRequirement& requirement : selector.requirements)
            for (const std::string_view source : {"k8s:", "any:"})
                if (requirement.key.starts_with(source)) {
                    requirement.key.erase(0, source.size());
                    break;
                }
        return selector;
    }

    void hostNames()
    {
        const Node list = take("FQDNs");
        if (list.size() == 0)
            return;
        if (m_section.deny) { // EgressDenyRule has no such field: dropped, the rule would refuse everyone
            m_reader.refuse(list, "expected toFQDNs in rules that allow only, found it in one that refuses",
                            "refuse the traffic by its addresses, or allow the names that are meant and nothing else");
            return;
        }
        PolicyPeer peer = peerOf(Kind::hostNames, at(list));
        for (const Node node : m_reader.mappings(m_entry, "toFQDNs")) {
            const std::string name = m_reader.text(node, "matchName"), pattern = m_reader.text(node, "matchPattern");
            if (name.empty() == pattern.empty())
                m_reader.refuse(node, "expected one of matchName and matchPattern, found none or both", "write one of the two");
            else if (!hostName(name.empty() ? pattern : name, name.empty()))
                m_reader.refuse(node, "expected a DNS name in toFQDNs, in matchPattern with *, found something else",
                                "write the name without a scheme, a port or a path");
            else
                peer.names.push_back(name.empty() ? pattern : name);
        }
        m_result.peers.push_back(std::move(peer));
    }

    PolicyReader& m_reader;
    Node m_entry;
    const CiliumSection& m_section;
    CiliumPeers m_result;
    int m_ways = 0;
};

} // namespace

CiliumPeers ciliumPeers(PolicyReader& reader, Node entry, const CiliumSection& section)
{
    return Reading(reader, entry, section).read();
}

} // namespace bartizan::importers
