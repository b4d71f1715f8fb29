// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/classes.h"

#include <algorithm>

namespace bartizan::connectivity {

namespace {

constexpr int deepest = 100; // conditions within conditions; importers stop earlier

using Op = LabelCondition::Op;
using Of = LabelCondition::Of;

bool valueFits(const LabelCondition& condition, const std::string& value)
{
    switch (condition.op) {
    case Op::in:
        return std::binary_search(condition.values.begin(), condition.values.end(), value);
    case Op::exists:
        return true;
    case Op::contains:
        return !condition.values.empty() && value.find(condition.values.front()) != std::string::npos;
    case Op::startsWith:
        return !condition.values.empty() && value.compare(0, condition.values.front().size(), condition.values.front()) == 0;
    case Op::endsWith:
        return !condition.values.empty() && value.size() >= condition.values.front().size() &&
               value.compare(value.size() - condition.values.front().size(), std::string::npos, condition.values.front()) == 0;
    case Op::always:
    case Op::all:
    case Op::any:
    case Op::none:
        break;
    }
    return false;
}

bool matchesAt(const LabelCondition& condition, const Attributes& pod, const Attributes& space, const Attributes& account,
               int depth)
{
    const auto part = [&](const LabelCondition& one) { return matchesAt(one, pod, space, account, depth + 1); };
    if (depth > deepest)
        return false;
    switch (condition.op) {
    case Op::always:
        return true;
    case Op::all:
        return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case Op::any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    case Op::none:
        return std::none_of(condition.parts.begin(), condition.parts.end(), part);
    case Op::in:
    case Op::exists:
    case Op::contains:
    case Op::startsWith:
    case Op::endsWith:
        break;
    }
    const Attributes& labels = condition.of == Of::pod ? pod : condition.of == Of::space ? space : account;
    const Attribute* label = find(labels, condition.key);
    return label && valueFits(condition, label->value);
}

void add(std::string& signature, std::string_view part)
{
    signature += std::to_string(part.size());
    signature += ':';
    signature += part;
}

} // namespace

bool matches(const LabelCondition& condition, const Attributes& pod, const Attributes& space, const Attributes& account)
{
    return matchesAt(condition, pod, space, account, 0);
}

void Classes::collectKeys(const LabelCondition& condition, int depth)
{
    if (depth > deepest)
        return;
    for (const LabelCondition& part : condition.parts)
        collectKeys(part, depth + 1);
    if (condition.key.empty() || condition.of == Of::space)
        return;
    (condition.of == Of::pod ? m_labels : m_accounts).try_emplace(condition.key);
}

void Classes::collectKeys(const PodSet& set)
{
    for (const SelectorRequirement& requirement : set.pods.requirements)
        m_labels.try_emplace(requirement.key);
    for (const LabelCondition& condition : set.conditions)
        collectKeys(condition, 0);
}

Classes::Classes(const World& world, const std::stop_token& stop) : m_world(world)
{
    for (const Policy& policy : world.policies) {
        collectKeys(policy.record.selects);
        for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
            for (const PolicyRuleRecord& rule : *rules) {
                for (const PolicyPeer& peer : rule.peers)
                    collectKeys(peer.pods);
                for (const PodSet& set : rule.selected)
                    collectKeys(set);
                for (const auto* ports : {&rule.ports, &rule.notPorts})
                    for (const PolicyPorts& one : *ports)
                        if (!one.name.empty())
                            m_portNames[one.name] = true;
            }
    }
    std::unordered_map<std::string, std::size_t> known, knownPorts;
    m_of.reserve(world.pods.size());
    std::vector<std::size_t> portKinds;
    for (std::size_t i = 0; i < world.pods.size(); ++i) {
        if (i % 256 == 0 && stop.stop_requested())
            return;
        const Pod& pod = world.pods[i];
        std::string signature = std::to_string(pod.space) + '|' + std::to_string(pod.network) + '|';
        for (const std::size_t network : pod.secondary)
            signature += std::to_string(network) + '+';
        for (const auto& [network, address] : pod.addresses)
            signature += std::to_string(network) + '@' + toText(address) + '|';
        for (const Attribute& label : pod.labels)
            if (m_labels.count(label.key) > 0) {
                add(signature, label.key);
                add(signature, label.value);
            }
        signature += '|';
        for (const Attribute& label : pod.accountLabels)
            if (m_accounts.count(label.key) > 0) {
                add(signature, label.key);
                add(signature, label.value);
            }
        std::string ports;
        for (const NamedPort& port : pod.ports)
            if (m_portNames.count(port.name) > 0) {
                add(ports, port.name);
                ports += toWord(port.protocol) + std::to_string(port.number) + '|'; // no digits of two numbers meet
            }
        const std::size_t kind = knownPorts.try_emplace(ports, knownPorts.size()).first->second;
        signature += '|' + std::to_string(kind);
        const auto [found, made] = known.try_emplace(std::move(signature), m_first.size());
        m_of.push_back(found->second);
        if (made) {
            m_first.push_back(i);
            m_ports.push_back(kind);
        }
    }
    m_ofSpace.resize(world.spaces.size());
    for (std::size_t i = 0; i < world.spaces.size(); ++i)
        m_spacesNamed[world.spaces[i].name].push_back(i);
    m_portMembers.assign(knownPorts.size(), Bits(count()));
    for (std::size_t cls = 0; cls < count(); ++cls) {
        const Pod& pod = world.pods[m_first[cls]];
        const auto id = static_cast<std::uint32_t>(cls);
        m_ofSpace[pod.space].push_back(id);
        m_portMembers[m_ports[cls]].set(cls);
        for (const Attribute& label : pod.labels)
            if (const auto key = m_labels.find(label.key); key != m_labels.end())
                key->second.byValue[label.value].push_back(id);
        for (const Attribute& label : pod.accountLabels)
            if (const auto key = m_accounts.find(label.key); key != m_accounts.end())
                key->second.byValue[label.value].push_back(id);
    }
}

Bits Classes::all() const
{
    Bits bits(count());
    bits.setAll(count());
    return bits;
}

Bits Classes::selected(const Selector& selector, const Index& index) const
{
    Bits result = all();
    for (const SelectorRequirement& requirement : selector.requirements) {
        Bits holders(count());
        if (const auto key = index.find(requirement.key); key != index.end()) {
            const auto take = [&](const std::vector<std::uint32_t>& classes) {
                for (const std::uint32_t cls : classes)
                    holders.set(cls);
            };
            const bool byValue =
                requirement.op == SelectorRequirement::Op::in || requirement.op == SelectorRequirement::Op::notIn;
            if (byValue) {
                for (const std::string& value : requirement.values)
                    if (const auto found = key->second.byValue.find(value); found != key->second.byValue.end())
                        take(found->second);
            } else {
                for (const auto& [value, classes] : key->second.byValue)
                    take(classes);
            }
        }
        if (requirement.op == SelectorRequirement::Op::in || requirement.op == SelectorRequirement::Op::exists)
            result &= holders;
        else
            result -= holders;
    }
    return result;
}

Bits Classes::holding(const LabelCondition& condition, int depth) const
{
    Bits result(count());
    if (depth > deepest)
        return result;
    switch (condition.op) {
    case Op::always:
        return all();
    case Op::all:
        result = all();
        for (const LabelCondition& part : condition.parts)
            result &= holding(part, depth + 1);
        return result;
    case Op::any:
        for (const LabelCondition& part : condition.parts)
            result |= holding(part, depth + 1);
        return result;
    case Op::none:
        result = all();
        for (const LabelCondition& part : condition.parts)
            result -= holding(part, depth + 1);
        return result;
    case Op::in:
    case Op::exists:
    case Op::contains:
    case Op::startsWith:
    case Op::endsWith:
        break;
    }
    if (condition.of == Of::space) {
        for (std::size_t i = 0; i < m_world.spaces.size(); ++i)
            if (const Attribute* label = find(m_world.spaces[i].labels, condition.key);
                label && valueFits(condition, label->value))
                for (const std::uint32_t cls : m_ofSpace[i])
                    result.set(cls);
        return result;
    }
    const Index& index = condition.of == Of::pod ? m_labels : m_accounts;
    if (const auto key = index.find(condition.key); key != index.end())
        for (const auto& [value, classes] : key->second.byValue)
            if (valueFits(condition, value))
                for (const std::uint32_t cls : classes)
                    result.set(cls);
    return result;
}

Bits Classes::members(const PodSet& set, const std::string& cluster) const
{
    Bits result(count());
    const auto take = [&](std::size_t i) {
        const Space& space = m_world.spaces[i];
        if (space.cluster != cluster || (set.namespaces.present && !bartizan::matches(set.namespaces, space.labels)))
            return;
        for (const std::uint32_t cls : m_ofSpace[i])
            result.set(cls);
    };
    if (set.ns.empty()) {
        for (std::size_t i = 0; i < m_world.spaces.size(); ++i)
            take(i);
    } else if (const auto named = m_spacesNamed.find(set.ns); named != m_spacesNamed.end()) {
        std::for_each(named->second.begin(), named->second.end(), take);
    }
    if (set.pods.present && !set.pods.requirements.empty())
        result &= selected(set.pods, m_labels);
    for (const LabelCondition& condition : set.conditions)
        result &= holding(condition, 0);
    return result;
}

} // namespace bartizan::connectivity
