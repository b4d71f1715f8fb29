// SPDX-License-Identifier: GPL-3.0-or-later
// The two ends of a Calico rule (EntityRule). In a namespaced policy any selector, also notSelector, keeps to the policy's own
// namespace unless namespaceSelector says otherwise; without one the end is everyone, also outside. Selectors match network
// sets by their labels beside pods. In a global policy notSelector alone matches whatever its selector does not, also
// addresses outside.
#include "importers/policies/calico_rule.h"

#include "importers/policies/calico_selector.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

using Of = LabelCondition::Of;

struct Selected {
    PodSet pods;
    bool positive = false; // only pods and network sets; otherwise everyone but what `pods` leaves out
    bool written = false;
};

// Names and labels of service accounts; both must hold.
bool readAccounts(PolicyReader& reader, Node entity, PodSet& pods)
{
    const Node accounts = reader.mapping(entity, "serviceAccounts");
    std::vector<std::string> names = reader.texts(accounts, "names");
    const std::optional<LabelCondition> labels = calicoSelectorAt(reader, accounts, "selector", Of::account);
    if (labels)
        pods.conditions.push_back(*labels);
    const bool named = !names.empty();
    if (named) {
        LabelCondition condition;
        condition.op = LabelCondition::Op::in;
        condition.key = "projectcalico.org/serviceaccount";
        condition.values = std::move(names);
        std::sort(condition.values.begin(), condition.values.end());
        pods.conditions.push_back(std::move(condition));
    }
    return named || labels;
}

Selected readSelectors(PolicyReader& reader, Node entity, const std::string& space)
{
    Selected result;
    const auto spaces = calicoSelectorAt(reader, entity, "namespaceSelector", Of::space);
    const auto selector = calicoSelectorAt(reader, entity, "selector", Of::pod);
    const auto notSelector = calicoSelectorAt(reader, entity, "notSelector", Of::pod);
    if (spaces)
        result.pods.conditions.push_back(*spaces);
    if (selector)
        result.pods.conditions.push_back(*selector);
    const bool accounts = readAccounts(reader, entity, result.pods);
    if (notSelector)
        result.pods.conditions.push_back(negated(*notSelector));
    result.written = spaces || selector || notSelector || accounts;
    result.positive = spaces || selector || accounts || (notSelector && !space.empty());
    if (!spaces && result.written)
        result.pods.ns = space;
    return result;
}

constexpr std::size_t mostExceptions = 100'000; // of all blocks of one peer; policies have a few hundred

PolicyPeer::Block blockOf(std::string_view cidr, const std::vector<std::string>& notNets)
{
    PolicyPeer::Block block{std::string(cidr), {}};
    const bool six = cidr.find(':') != std::string_view::npos;
    for (const std::string& net : notNets) { // of the same family
        if ((net.find(':') != std::string::npos) == six)
            block.except.push_back(net);
    }
    return block;
}

// Every block keeps its own exceptions: notNets are taken away from all of them. Calico compares the addresses of packets,
// whoever has them (projectcalico.org/v3 EntityRule, nets).
PolicyPeer addressesOf(const std::vector<std::string>& nets, std::vector<std::string> notNets, const Evidence& evidence,
                       std::vector<std::string>& narrower)
{
    PolicyPeer peer;
    peer.kind = PolicyPeer::Kind::addresses;
    peer.alsoPods = true;
    peer.evidence = evidence;
    if (nets.empty()) {
        peer.blocks = {blockOf("0.0.0.0/0", notNets), blockOf("::/0", notNets)};
        return peer;
    }
    if (!notNets.empty() && nets.size() > mostExceptions / notNets.size()) {
        narrower.emplace_back("a very long list of notNets");
        notNets.clear();
    }
    for (const std::string& net : nets)
        peer.blocks.push_back(blockOf(net, notNets));
    return peer;
}

void readUnknown(const PolicyReader& reader, Node entity, std::vector<std::string>& narrower)
{
    if (reader.hasOthers(entity, {"nets", "notNets", "selector", "notSelector", "namespaceSelector", "ports", "notPorts",
                                  "domains", "serviceAccounts", "services"}))
        narrower.emplace_back("a field that is not known");
}

PolicyPeer::Kind kindOf(bool names)
{
    return names ? PolicyPeer::Kind::hostNames : PolicyPeer::Kind::everyone;
}

} // namespace

std::optional<LabelCondition> calicoSelectorAt(PolicyReader& reader, Node parent, std::string_view key, LabelCondition::Of whose)
{
    const std::string text = reader.text(parent, key);
    if (text.empty())
        return std::nullopt;
    CalicoSelector parsed = parseCalicoSelector(text, whose);
    if (!parsed.valid()) {
        reader.refuse(parent[key],
                      "expected " + parsed.error + " at character " + std::to_string(parsed.position + 1) +
                          " of a selector, found something else",
                      "correct the selector there");
        return std::nullopt;
    }
    return std::move(parsed.condition);
}

void calicoPeer(PolicyReader& reader, Node entity, const std::string& space, PolicyRuleRecord& rule,
                std::vector<std::string>& narrower)
{
    readUnknown(reader, entity, narrower);
    Selected selected = readSelectors(reader, entity, space);
    const std::vector<std::string> nets = reader.blocks(entity, "nets"), notNets = reader.blocks(entity, "notNets");
    std::vector<std::string> domains = reader.texts(entity, "domains");
    const bool services = !entity["services"].isNull(), addresses = !nets.empty() || !notNets.empty();
    const Evidence evidence = reader.evidence(entity);

    if (services || !domains.empty()) {
        PolicyPeer peer;
        peer.kind = kindOf(!services);
        peer.evidence = evidence;
        if (!services)
            peer.names = std::move(domains);
        if (services)
            narrower.emplace_back("endpoints of a Service");
        if (!services && (selected.written || addresses))
            narrower.emplace_back("selectors and addresses beside names");
        rule.peers.push_back(std::move(peer));
        return;
    }
    if (addresses && selected.written) {
        narrower.emplace_back("addresses together with labels");
        reader.note(entity, "addresses-with-labels",
                    "expected nets or a selector at one end of a Calico rule, found both; both must hold, and as addresses "
                    "of pods are not known the rule is shown as one that may match less: write two rules if either is meant");
    }
    if (selected.positive) {
        PolicyPeer peer;
        peer.pods = std::move(selected.pods);
        peer.labelledSets = true;
        peer.alsoPods = true; // of the sets' addresses
        peer.evidence = evidence;
        rule.peers.push_back(std::move(peer));
        return;
    }
    if (!addresses && !selected.written) {
        rule.anyPeer = true;
        return;
    }
    rule.peers.push_back(addressesOf(nets, notNets, evidence, narrower));
    if (!addresses) { // notSelector of a global policy: it says which pods
        rule.peers.back().alsoPods = false;
        PolicyPeer peer;
        peer.pods = std::move(selected.pods);
        peer.evidence = evidence;
        rule.peers.push_back(std::move(peer));
    }
}

void calicoSelected(PolicyReader& reader, Node entity, const std::string& space, PolicyRuleRecord& rule,
                    std::vector<std::string>& narrower)
{
    readUnknown(reader, entity, narrower);
    Selected selected = readSelectors(reader, entity, space);
    if (selected.written)
        rule.selected.push_back(std::move(selected.pods));
    if (!reader.blocks(entity, "nets").empty() || !reader.blocks(entity, "notNets").empty())
        narrower.emplace_back("addresses of the selected pods");
    if (reader.list(entity, "domains").size() > 0)
        narrower.emplace_back("names of the selected pods");
}

} // namespace bartizan::importers
