// SPDX-License-Identifier: GPL-3.0-or-later
// The plain evaluator of network policies. Kubernetes NetworkPolicy API, network-policy-api.sigs.k8s.io (tiers, Pass),
// docs.tigera.io ("Network policy", "Tier", "Global network set"), docs.cilium.io ("Policy Enforcement Modes", "Deny
// Policies"), each in the common form of model/inventory/policies.h.
#include "tests/support/naive_connectivity.h"

#include <arpa/inet.h>
#include <array>
#include <string>
#include <string_view>

namespace bartizan::test {

using connectivity::Address;
using connectivity::Direction;
using connectivity::Pod;
using connectivity::Policy;
using connectivity::PortSet;
using connectivity::Protocol;
using connectivity::Space;
using connectivity::World;

namespace {

bool among(const std::vector<std::string>& values, std::string_view value)
{
    for (const std::string& one : values)
        if (one == value)
            return true;
    return false;
}

// What a condition or a selector looks at: a pod, or a set of addresses (which has no service account, and a namespace
// only where it is namespaced).
struct Labelled {
    const Attributes* own = nullptr;
    const Attributes* ofSpace = nullptr;
    const Attributes* ofAccount = nullptr;
    std::string_view space;
    std::string_view account;
};

std::optional<std::string_view> labelOf(const Labelled& it, LabelCondition::Of of, const std::string& key)
{
    const Attributes* labels = of == LabelCondition::Of::pod     ? it.own
                               : of == LabelCondition::Of::space ? it.ofSpace
                                                                 : it.ofAccount;
    if (labels)
        for (const Attribute& label : *labels)
            if (label.key == key)
                return label.value;
    // The labels that systems add count as written.
    if (of == LabelCondition::Of::space && !it.space.empty() &&
        (key == "kubernetes.io/metadata.name" || key == "projectcalico.org/name"))
        return it.space;
    if (of == LabelCondition::Of::account && !it.account.empty() && key == "projectcalico.org/name")
        return it.account;
    if (of == LabelCondition::Of::pod && !it.account.empty() && key == "projectcalico.org/serviceaccount")
        return it.account;
    return std::nullopt;
}

bool holds(const LabelCondition& condition, const Labelled& it)
{
    using Op = LabelCondition::Op;
    std::size_t held = 0;
    for (const LabelCondition& part : condition.parts)
        held += holds(part, it) ? 1 : 0;
    const std::optional<std::string_view> label = labelOf(it, condition.of, condition.key);
    const std::string_view wanted = condition.values.empty() ? std::string_view() : condition.values.front();
    switch (condition.op) {
    case Op::always:
        return true;
    case Op::in:
        return label && among(condition.values, *label);
    case Op::exists:
        return label.has_value();
    case Op::contains:
        return label && label->find(wanted) != std::string_view::npos;
    case Op::startsWith:
        return label && label->size() >= wanted.size() && label->compare(0, wanted.size(), wanted) == 0;
    case Op::endsWith:
        return label && label->size() >= wanted.size() &&
               label->compare(label->size() - wanted.size(), wanted.size(), wanted) == 0;
    case Op::all:
        return held == condition.parts.size();
    case Op::any:
        return held > 0;
    case Op::none:
        return held == 0;
    }
    return false;
}

bool selects(const Selector& selector, const Attributes* labels)
{
    static const Attributes none;
    return !selector.present || matches(selector, labels ? *labels : none);
}

bool inPodSet(const PodSet& set, const Labelled& it)
{
    if (!set.ns.empty() && set.ns != it.space)
        return false;
    if (!selects(set.namespaces, it.ofSpace) || !selects(set.pods, it.own))
        return false;
    for (const LabelCondition& condition : set.conditions)
        if (!holds(condition, it))
            return false;
    return true;
}

bool podIn(const World& world, const PodSet& set, std::size_t index)
{
    const Pod& pod = world.pods[index];
    const Space& space = world.spaces[pod.space];
    return inPodSet(set, {&pod.labels, &space.labels, &pod.accountLabels, space.name, pod.account});
}

struct Bytes {
    bool v6 = false;
    std::array<unsigned char, 16> bytes{}; // IPv4: the first four
};

Bytes bytesOf(const Address& address)
{
    Bytes result{address.v6, {}};
    for (unsigned i = 0; i < 8 && address.v6; ++i) {
        result.bytes[i] = static_cast<unsigned char>((address.high >> (56 - 8 * i)) & 255);
        result.bytes[i + 8] = static_cast<unsigned char>((address.low >> (56 - 8 * i)) & 255);
    }
    for (unsigned i = 0; i < 4 && !address.v6; ++i)
        result.bytes[i] = static_cast<unsigned char>((address.low >> (24 - 8 * i)) & 255);
    return result;
}

bool inCidr(const std::string& cidr, const Bytes& address)
{
    const std::size_t slash = cidr.find('/');
    const std::string text = cidr.substr(0, slash);
    Bytes base;
    base.v6 = text.find(':') != std::string::npos;
    if (base.v6 != address.v6 || ::inet_pton(base.v6 ? AF_INET6 : AF_INET, text.c_str(), base.bytes.data()) != 1)
        return false;
    const int prefix = slash == std::string::npos ? (base.v6 ? 128 : 32) : std::stoi(cidr.substr(slash + 1));
    for (int bit = 0; bit < prefix; ++bit) {
        const std::size_t byte = static_cast<std::size_t>(bit) / 8;
        const int mask = 128 >> (bit % 8);
        if ((base.bytes[byte] & mask) != (address.bytes[byte] & mask))
            return false;
    }
    return true;
}

bool setSelected(const World& world, const Policy& policy, const PolicyPeer& peer, std::size_t set)
{
    const std::string& ns = world.sets[set].ns;
    if (world.setClusters[set] != policy.cluster)
        return false;
    if (among(peer.setNames, world.setNames[set]) && (ns.empty() || ns == policy.ns))
        return true;
    if (!peer.labelledSets)
        return false;
    const Attributes* ofSpace = nullptr;
    for (const Space& space : world.spaces)
        if (space.cluster == policy.cluster && space.name == ns)
            ofSpace = &space.labels;
    return inPodSet(peer.pods, {&world.setLabels[set], ofSpace, nullptr, ns, {}});
}

bool addressIn(const World& world, const Policy& policy, const PolicyPeer& peer, const Address& address)
{
    for (const PolicyPeer::Block& block : peer.blocks)
        if (naiveContains(block, address))
            return true;
    for (std::size_t set = 0; set < world.sets.size(); ++set) {
        if (!setSelected(world, policy, peer, set))
            continue;
        for (const std::string& cidr : world.sets[set].cidrs)
            if (inCidr(cidr, bytesOf(address)))
                return true;
    }
    return false;
}

// The first address behind a block; none behind the last one.
std::optional<Address> behind(const std::string& cidr)
{
    const std::size_t slash = cidr.find('/');
    const std::string text = cidr.substr(0, slash);
    std::array<unsigned char, 4> bytes{};
    if (::inet_pton(AF_INET, text.c_str(), bytes.data()) != 1)
        return std::nullopt;
    std::uint64_t value = 0;
    for (const unsigned char byte : bytes)
        value = value * 256 + byte;
    const std::uint64_t size = std::uint64_t{1} << (slash == std::string::npos ? 0 : 32 - std::stoi(cidr.substr(slash + 1)));
    const std::uint64_t next = value / size * size + size;
    return next > 0xFFFFFFFFU ? std::nullopt : std::optional<Address>({false, 0, next});
}

// Pods have some address of IPv4 for private or shared use; which one is not known. A peer that may be any of these is a pod too.
bool everyAddressIn(const World& world, const Policy& policy, const PolicyPeer& peer)
{
    static const std::vector<std::string> inside{"10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"};
    std::vector<std::string> cidrs = inside;
    for (const PolicyPeer::Block& block : peer.blocks) {
        cidrs.push_back(block.cidr);
        cidrs.insert(cidrs.end(), block.except.begin(), block.except.end());
    }
    for (const AddressSetRecord& set : world.sets)
        cidrs.insert(cidrs.end(), set.cidrs.begin(), set.cidrs.end());
    // Being in the peer changes only where a block or a hole of one begins or ends.
    std::vector<Address> borders;
    for (const std::string& cidr : cidrs) {
        if (const std::optional<Address> next = behind(cidr)) {
            borders.push_back(*next);
            if (next->low > 0)
                borders.push_back({false, 0, next->low - 1});
        }
        if (const auto block = connectivity::blockOf(cidr); block && !block->first.v6)
            borders.push_back(block->first);
    }
    const auto isInside = [&](const Address& address) {
        return std::any_of(inside.begin(), inside.end(), [&](const std::string& cidr) { return inCidr(cidr, bytesOf(address)); });
    };
    for (const Address& border : borders)
        if (isInside(border) && !addressIn(world, policy, peer, border))
            return false;
    return true;
}

bool peerIs(const World& world, const Policy& policy, const PolicyPeer& peer, const NaiveEnd& end)
{
    switch (peer.kind) {
    case PolicyPeer::Kind::pods:
        if (end.pod && podIn(world, peer.pods, *end.pod))
            return true;
        if (end.pod)
            return peer.labelledSets && peer.alsoPods && everyAddressIn(world, policy, peer);
        return peer.labelledSets && addressIn(world, policy, peer, end.address);
    case PolicyPeer::Kind::addresses:
        if (end.pod)
            return peer.alsoPods && everyAddressIn(world, policy, peer);
        return addressIn(world, policy, peer, end.address);
    case PolicyPeer::Kind::everyone:
        return true;
    case PolicyPeer::Kind::hostNames:
    case PolicyPeer::Kind::special:
        return false;
    }
    return false;
}

std::string_view wordOf(Protocol protocol)
{
    return protocol == Protocol::tcp ? "TCP" : protocol == Protocol::udp ? "UDP" : "SCTP";
}

bool protocolIs(const std::string& written, const NaivePort& port)
{
    if (written.empty())
        return true;
    if (port.protocol)
        return written == wordOf(*port.protocol);
    return written == std::to_string(port.number) || (written == "ICMP" && port.number == 1) ||
           (written == "ICMPv6" && port.number == 58);
}

bool portIs(const PolicyPorts& ports, const NaivePort& port, const Pod* destination)
{
    if (!protocolIs(ports.protocol, port))
        return false;
    if (ports.name.empty())
        return ports.first == 0 || (port.protocol && ports.first <= port.number && port.number <= ports.last);
    if (!port.protocol || !destination)
        return false;
    for (const connectivity::NamedPort& named : destination->ports)
        if (named.name == ports.name && named.protocol == *port.protocol && named.number == port.number)
            return true;
    return false;
}

bool portMatches(const PolicyRuleRecord& rule, const NaivePort& port, const Pod* destination)
{
    for (const PolicyPorts& ports : rule.notPorts)
        if (portIs(ports, port, destination))
            return false;
    if (rule.anyPort)
        return true;
    for (const PolicyPorts& ports : rule.ports)
        if (portIs(ports, port, destination))
            return true;
    return false;
}

struct Question {
    std::size_t pod = 0;
    Direction direction = Direction::ingress;
    const NaiveEnd& peer;
    const NaivePort& port;
    std::size_t network = 0;
};
enum class Answer { allowed, denied, next };

const std::vector<PolicyRuleRecord>& rulesOf(const Policy& policy, Direction direction)
{
    return direction == Direction::ingress ? policy.record.ingressRules : policy.record.egressRules;
}

Answer askLayer(const World& world, std::size_t begin, std::size_t end, const Question& question)
{
    using Action = PolicyRuleRecord::Action;
    bool allows = false;
    bool closed = false;
    for (std::size_t i = begin; i < end; ++i) {
        const Policy& policy = world.policies[i];
        if (!naiveSelects(world, policy, question.pod, question.direction, question.network))
            continue;
        closed = closed || policy.deniesRest[static_cast<std::size_t>(question.direction)];
        for (const PolicyRuleRecord& rule : rulesOf(policy, question.direction)) {
            if (rule.action == Action::log || (rule.action == Action::pass && policy.together) ||
                (rule.action != Action::allow && !rule.narrower.empty()))
                continue;
            if (!naiveRuleMatches(world, policy, rule, question.pod, question.direction, question.peer, question.port))
                continue;
            if (rule.action == Action::deny)
                return Answer::denied;
            if (rule.action == Action::pass)
                return Answer::next;
            if (!policy.together)
                return Answer::allowed;
            allows = true;
        }
    }
    return allows ? Answer::allowed : closed ? Answer::denied : Answer::next;
}

} // namespace

NaiveEnd podEnd(std::size_t pod)
{
    return {pod, {}};
}

NaiveEnd addressEnd(const Address& address)
{
    return {std::nullopt, address};
}

bool contains(const PortSet& set, const NaivePort& port)
{
    if (!port.protocol)
        return set.others()[port.number];
    for (const connectivity::PortRange& range : set.ports(*port.protocol))
        if (range.first <= port.number && port.number <= range.last)
            return true;
    return false;
}

bool naiveContains(const PolicyPeer::Block& block, const Address& address)
{
    const Bytes bytes = bytesOf(address);
    if (!inCidr(block.cidr, bytes))
        return false;
    for (const std::string& except : block.except)
        if (inCidr(except, bytes))
            return false;
    return true;
}

bool naiveAttached(const World& world, std::size_t pod, std::size_t network)
{
    if (world.pods[pod].network == network)
        return true;
    for (const std::size_t secondary : world.pods[pod].secondary)
        if (secondary == network)
            return true;
    return false;
}

bool naiveShare(const World& world, const NaiveEnd& from, const NaiveEnd& to, std::size_t network)
{
    if (!from.pod && !to.pod)
        return false;
    if (from.pod && !naiveAttached(world, *from.pod, network))
        return false;
    if (to.pod && !naiveAttached(world, *to.pod, network))
        return false;
    return !from.pod || !to.pod ||
           world.spaces[world.pods[*from.pod].space].cluster == world.spaces[world.pods[*to.pod].space].cluster;
}

std::optional<std::size_t> naiveNetwork(const World& world, const NaiveEnd& from, const NaiveEnd& to)
{
    const NaiveEnd& first = from.pod ? from : to;
    if (!first.pod)
        return std::nullopt;
    if (naiveShare(world, from, to, world.pods[*first.pod].network))
        return world.pods[*first.pod].network;
    for (std::size_t network = 0; network < world.networks.size(); ++network)
        if (naiveShare(world, from, to, network))
            return network;
    return std::nullopt;
}

bool naiveSelects(const World& world, const Policy& policy, std::size_t pod, Direction direction, std::size_t network)
{
    if (direction == Direction::ingress ? !policy.record.ingress : !policy.record.egress)
        return false;
    bool applies = false;
    for (const std::size_t one : policy.networks)
        applies = applies || one == network;
    return applies && world.spaces[world.pods[pod].space].cluster == policy.cluster && podIn(world, policy.record.selects, pod);
}

bool naiveRuleMatches(const World& world, const Policy& policy, const PolicyRuleRecord& rule, std::size_t pod,
                      Direction direction, const NaiveEnd& peer, const NaivePort& port)
{
    // Named ports are those of the destination.
    const Pod* destination = direction == Direction::ingress ? &world.pods[pod] : peer.pod ? &world.pods[*peer.pod] : nullptr;
    if (!portMatches(rule, port, destination))
        return false;
    bool found = rule.anyPeer;
    for (const PolicyPeer& one : rule.peers)
        found = found || peerIs(world, policy, one, peer);
    if (!found)
        return false;
    for (const PodSet& selected : rule.selected)
        if (!podIn(world, selected, pod))
            return false;
    return true;
}

bool naiveDecided(const World& world, std::size_t pod, Direction direction, const NaiveEnd& peer, const NaivePort& port,
                  std::size_t network)
{
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < world.policies.size(); begin = end) {
        while (end < world.policies.size() && world.policies[end].layer == world.policies[begin].layer)
            ++end;
        const Answer answer = askLayer(world, begin, end, {pod, direction, peer, port, network});
        if (answer != Answer::next)
            return answer == Answer::allowed;
    }
    return true;
}

bool naiveAllowed(const World& world, const NaiveEnd& from, const NaiveEnd& to, const NaivePort& port, std::size_t network)
{
    if (!naiveShare(world, from, to, network))
        return false;
    if (from.pod && !naiveDecided(world, *from.pod, Direction::egress, to, port, network))
        return false;
    return !to.pod || naiveDecided(world, *to.pod, Direction::ingress, from, port, network);
}

bool naiveAllowed(const World& world, const NaiveEnd& from, const NaiveEnd& to, const NaivePort& port)
{
    const std::optional<std::size_t> network = naiveNetwork(world, from, to);
    return network && naiveAllowed(world, from, to, port, *network);
}

} // namespace bartizan::test
