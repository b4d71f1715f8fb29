// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inventory/policy_form.h"

#include <algorithm>
#include <charconv>

namespace bartizan {

namespace {

PolicyPeer peerOf(const NetworkPeer& written, const std::string& ns)
{
    PolicyPeer peer;
    peer.evidence = written.evidence;
    if (!written.cidr.empty()) {
        peer.kind = PolicyPeer::Kind::addresses;
        peer.blocks.push_back({written.cidr, written.except});
        return peer;
    }
    peer.pods.namespaces = written.namespaces;
    peer.pods.pods = written.pods;
    if (!written.namespaces.present)
        peer.pods.ns = ns;
    return peer;
}

PolicyPorts portsOf(const NetworkPort& written)
{
    PolicyPorts ports;
    ports.protocol = written.protocol;
    ports.evidence = written.evidence;
    if (written.port.empty())
        return ports;
    std::uint32_t number = 0;
    const char* end = written.port.data() + written.port.size();
    if (const auto [read, error] = std::from_chars(written.port.data(), end, number); error == std::errc() && read == end) {
        ports.first = std::max(number, 1U); // port 0 is no port: an empty range
        ports.last = std::max(number, written.endPort);
    } else {
        ports.name = written.port;
    }
    return ports;
}

} // namespace

std::vector<PolicyRuleRecord> policyRules(const std::vector<NetworkRule>& written, const std::string& ns)
{
    std::vector<PolicyRuleRecord> rules;
    for (const NetworkRule& one : written) {
        PolicyRuleRecord& rule = rules.emplace_back();
        rule.evidence = one.evidence;
        rule.anyPeer = one.anyPeer;
        rule.anyPort = one.anyPort;
        for (const NetworkPeer& peer : one.peers)
            rule.peers.push_back(peerOf(peer, ns));
        for (const NetworkPort& port : one.ports)
            rule.ports.push_back(portsOf(port));
    }
    return rules;
}

} // namespace bartizan
