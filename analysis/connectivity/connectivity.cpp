// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/connectivity.h"

#include "analysis/connectivity/parts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

namespace bartizan::connectivity {

namespace {

using Action = PolicyRuleRecord::Action;

// A rule as it acts on the selected pods of one row: named ports are numbers, and at the way out its peers are only those
// that have these numbers.
struct Acting {
    Action action;
    PortSet ports;
    Bits peers;
};

struct Layer {
    std::vector<Acting> rules; // in a layer without order: refusals first
    bool together = false;     // without order
    bool deniesRest = false;
};

void addActing(const Rules& rules, const Classes& classes, const LookedUpRule& rule, Direction direction,
               const std::vector<NamedPort>& own, std::vector<Acting>& to)
{
    const Bits& peers = rules.peers(rule.peers);
    if (direction == Direction::ingress) {
        to.push_back({rule.action, rule.ports.at(&own), peers});
        return;
    }
    if (!rule.ports.hasNames()) {
        to.push_back({rule.action, rule.ports.at(nullptr), peers});
        return;
    }
    Bits outside = peers; // what is no pod
    for (std::size_t kind = 0; kind < classes.portKinds(); ++kind) {
        Bits with(rules.ends());
        std::size_t one = classes.count();
        classes.withPorts(kind).forEach([&](std::size_t cls) {
            if (peers.test(cls)) {
                with.set(cls);
                one = cls;
            }
        });
        if (one == classes.count())
            continue;
        outside -= with;
        to.push_back({rule.action, rule.ports.at(&rules.world().pods[classes.first(one)].ports), std::move(with)});
    }
    if (!outside.none())
        to.push_back({rule.action, rule.ports.at(nullptr), std::move(outside)});
}

// Whom this part of the ports may come from or go to.
Bits allowedPeers(const std::vector<Layer>& layers, const PortSet& part, std::size_t ends)
{
    Bits open(ends), allowed(ends); // open: not decided by earlier layers
    open.setAll(ends);
    for (const Layer& layer : layers) {
        Bits asked = open; // not decided in this layer
        for (const Acting& rule : layer.rules) {
            if (rule.action == Action::log || !rule.ports.contains(part))
                continue;
            Bits hit = rule.peers;
            hit &= asked;
            asked -= hit;
            if (rule.action == Action::pass)
                continue;
            open -= hit;
            if (rule.action == Action::allow)
                allowed |= hit;
        }
        if (layer.deniesRest)
            open -= asked;
    }
    return allowed |= open;
}

struct HashOf {
    std::size_t operator()(const PortSet& set) const { return set.hash(); }
    std::size_t operator()(const Bits* bits) const { return bits->hash(); }
};
struct SameBits { // by what they hold: equal hashes alone say nothing
    bool operator()(const Bits* a, const Bits* b) const { return *a == *b; }
};

Row rowOf(const std::vector<Layer>& layers, std::size_t ends, const std::stop_token& stop)
{
    std::vector<PortSet> sets;
    std::unordered_set<PortSet, HashOf> seen;
    for (const Layer& layer : layers)
        for (const Acting& rule : layer.rules)
            if (seen.insert(rule.ports).second)
                sets.push_back(rule.ports);
    Row row;
    for (const PortSet& part : cutAt(sets)) {
        if (stop.stop_requested())
            break;
        Bits peers = allowedPeers(layers, part, ends);
        if (peers.none())
            continue;
        const auto same = std::find_if(row.begin(), row.end(), [&](const auto& known) { return known.second == peers; });
        if (same == row.end())
            row.emplace_back(part, std::move(peers));
        else
            same->first |= part;
    }
    return row;
}

} // namespace

Connectivity::Parts::Parts(World w, const std::stop_token& stop)
    : world(std::move(w)), classes(world, stop), rules(world, classes, stop)
{
    selectingClass.resize(classes.count());
    for (std::size_t i = 0; i < world.policies.size() && !stop.stop_requested(); ++i)
        rules.policy(i).selects.forEach([&](std::size_t cls) { selectingClass[cls].push_back(static_cast<std::uint32_t>(i)); });
}

std::vector<std::size_t> Connectivity::Parts::selecting(std::size_t cls, Direction direction, std::size_t network) const
{
    std::vector<std::size_t> found;
    for (const std::uint32_t i : selectingClass[cls]) {
        const Policy& policy = world.policies[i];
        if ((direction == Direction::egress ? policy.record.egress : policy.record.ingress) &&
            std::find(policy.networks.begin(), policy.networks.end(), network) != policy.networks.end())
            found.push_back(i);
    }
    return found;
}

// What makes rows differ: the policies that select the class, which of their rules are for it, and its port numbers where
// rules name ports.
std::vector<std::uint32_t> Connectivity::Parts::keyOf(std::size_t cls, Direction direction, std::size_t network) const
{
    const bool egress = direction == Direction::egress;
    std::vector<std::uint32_t> key;
    bool named = false;
    for (const std::size_t i : selecting(cls, direction, network)) {
        key.push_back(static_cast<std::uint32_t>(i));
        for (const LookedUpRule& rule : rules.policy(i).rules[egress]) {
            named = named || (!egress && rule.ports.hasNames());
            if (rule.selected)
                key.push_back(rule.selected->test(cls) ? 0xFFFFFFFFU : 0xFFFFFFFEU);
        }
    }
    if (named)
        key.push_back(0x80000000U | static_cast<std::uint32_t>(classes.portsOf(cls)));
    return key;
}

void Connectivity::Parts::makeRows(const std::stop_token& stop)
{
    std::map<std::vector<std::uint32_t>, std::uint32_t> known[2];
    rowsOf.resize(classes.count());
    for (std::size_t cls = 0; cls < classes.count(); ++cls) {
        if (stop.stop_requested())
            return;
        const Pod& pod = world.pods[classes.first(cls)];
        std::vector<std::size_t> networks{pod.network};
        networks.insert(networks.end(), pod.secondary.begin(), pod.secondary.end());
        for (const std::size_t network : networks) {
            OfNetwork& of = rowsOf[cls].emplace_back();
            of.network = network;
            for (const Direction direction : {Direction::ingress, Direction::egress}) {
                const auto d = static_cast<std::size_t>(direction);
                const auto [found, made] =
                    known[d].try_emplace(keyOf(cls, direction, network), static_cast<std::uint32_t>(rows.size()));
                of.row[d] = found->second;
                of.selected[d] = !found->first.empty();
                if (made)
                    rows.push_back(makeRow(cls, direction, network, stop));
            }
        }
    }
}

Row Connectivity::Parts::makeRow(std::size_t cls, Direction direction, std::size_t network, const std::stop_token& stop) const
{
    const bool egress = direction == Direction::egress;
    const std::vector<NamedPort>& own = world.pods[classes.first(cls)].ports;
    std::vector<Layer> layers;
    int last = -1;
    for (const std::size_t i : selecting(cls, direction, network)) {
        const Policy& policy = world.policies[i];
        if (layers.empty() || policy.layer != last)
            layers.emplace_back();
        last = policy.layer;
        Layer& layer = layers.back();
        layer.together = layer.together || policy.together;
        layer.deniesRest = layer.deniesRest || policy.deniesRest[static_cast<std::size_t>(direction)];
        for (const LookedUpRule& rule : rules.policy(i).rules[egress]) {
            if (!rule.decides || (rule.selected && !rule.selected->test(cls)))
                continue;
            addActing(rules, classes, rule, direction, own, layer.rules);
        }
    }
    for (Layer& layer : layers)
        if (layer.together)
            std::stable_partition(layer.rules.begin(), layer.rules.end(),
                                  [](const Acting& rule) { return rule.action == Action::deny; });
    return rowOf(layers, rules.ends(), stop);
}

const Connectivity::Parts::OfNetwork* Connectivity::Parts::of(std::size_t pod, std::size_t network) const
{
    for (const OfNetwork& one : rowsOf[classes.of(pod)])
        if (one.network == network)
            return &one;
    return nullptr;
}

Connectivity::Connectivity() = default;
Connectivity::~Connectivity() = default;

std::shared_ptr<const Connectivity> Connectivity::of(World world, std::stop_token stop)
{
    std::shared_ptr<Connectivity> made(new Connectivity);
    made->m_parts = std::make_unique<Parts>(std::move(world), stop);
    if (!stop.stop_requested())
        made->m_parts->makeRows(stop);
    return made;
}

const World& Connectivity::world() const
{
    return m_parts->world;
}
const std::vector<AddressRange>& Connectivity::ranges() const
{
    return m_parts->rules.ranges;
}
const std::vector<std::string>& Connectivity::hostNames() const
{
    return m_parts->rules.hostNames;
}
const std::vector<std::string>& Connectivity::specials() const
{
    return m_parts->rules.specials;
}
std::size_t Connectivity::classOf(std::size_t pod) const
{
    return m_parts->classes.of(pod);
}
std::size_t Connectivity::classes() const
{
    return m_parts->classes.count();
}

std::vector<std::size_t> Connectivity::groupsOfClasses() const
{
    const std::size_t count = classes();
    // Same rows, same networks, same cluster; then split by every set of ends of every row.
    std::map<std::vector<std::size_t>, std::size_t> known;
    std::map<std::string, std::size_t> clusters;
    std::vector<std::size_t> groups(count);
    for (std::size_t cls = 0; cls < count; ++cls) {
        std::vector<std::size_t> key;
        for (const Parts::OfNetwork& of : m_parts->rowsOf[cls])
            key.insert(key.end(), {of.network, of.row[0], of.row[1]});
        const std::string& cluster = world().spaces[world().pods[m_parts->classes.first(cls)].space].cluster;
        key.push_back(clusters.try_emplace(cluster, clusters.size()).first->second);
        groups[cls] = known.try_emplace(std::move(key), known.size()).first->second;
    }
    std::size_t amount = known.size();
    std::unordered_set<const Bits*, HashOf, SameBits> seen;
    for (const Row& row : m_parts->rows)
        for (const auto& [ports, ends] : row) {
            if (!seen.insert(&ends).second)
                continue;
            constexpr std::size_t none = ~std::size_t{0};
            std::vector<std::size_t> outOf(amount, none), into(amount, none); // the number of each half
            std::size_t next = 0;
            for (std::size_t cls = 0; cls < count; ++cls) {
                std::size_t& half = (ends.test(cls) ? into : outOf)[groups[cls]];
                if (half == none)
                    half = next++;
                groups[cls] = half;
            }
            amount = next;
        }
    return groups;
}

PortSet Connectivity::decided(std::size_t pod, Direction direction, End peer, std::size_t network) const
{
    const Parts::OfNetwork* of = m_parts->of(pod, network);
    if (!of)
        return {};
    const std::size_t bit = m_parts->rules.bitOf(peer, m_parts->classes);
    PortSet ports;
    for (const auto& [part, peers] : m_parts->rows[of->row[static_cast<std::size_t>(direction)]])
        if (peers.test(bit))
            ports |= part;
    return ports;
}

const Row* Connectivity::row(std::size_t pod, Direction direction, std::size_t network) const
{
    const Parts::OfNetwork* of = m_parts->of(pod, network);
    return of ? &m_parts->rows[of->row[static_cast<std::size_t>(direction)]] : nullptr;
}

std::optional<std::size_t> Connectivity::sharedNetwork(End from, End to) const
{
    if (from.kind != End::Kind::pod && to.kind != End::Kind::pod)
        return std::nullopt;
    const std::vector<Pod>& pods = world().pods;
    if (from.kind != End::Kind::pod || to.kind != End::Kind::pod)
        return pods[from.kind == End::Kind::pod ? from.index : to.index].network;
    const Pod &a = pods[from.index], &b = pods[to.index];
    if (world().spaces[a.space].cluster != world().spaces[b.space].cluster)
        return std::nullopt;
    if (a.network == b.network)
        return a.network;
    const auto has = [](const Pod& pod, std::size_t network) {
        return pod.network == network || std::find(pod.secondary.begin(), pod.secondary.end(), network) != pod.secondary.end();
    };
    for (std::size_t i = 0; i < world().networks.size(); ++i)
        if (has(a, i) && has(b, i))
            return i;
    return std::nullopt;
}

PortSet Connectivity::allowed(End from, End to) const
{
    const auto network = sharedNetwork(from, to);
    return network ? allowed(from, to, *network) : PortSet();
}

PortSet Connectivity::allowed(End from, End to, std::size_t network) const
{
    const bool fromPod = from.kind == End::Kind::pod, toPod = to.kind == End::Kind::pod;
    if (!fromPod && !toPod)
        return {};
    if (fromPod && toPod &&
        world().spaces[world().pods[from.index].space].cluster != world().spaces[world().pods[to.index].space].cluster)
        return {};
    PortSet ports = PortSet::everything();
    if (fromPod)
        ports = decided(from.index, Direction::egress, to, network);
    if (toPod && !ports.empty())
        ports &= decided(to.index, Direction::ingress, from, network);
    return ports;
}

bool Connectivity::selected(std::size_t pod, Direction direction, std::size_t network) const
{
    const Parts::OfNetwork* of = m_parts->of(pod, network);
    return of && of->selected[static_cast<std::size_t>(direction)];
}

bool Connectivity::means(std::size_t policy, Direction direction, std::size_t rule, End peer) const
{
    const Rules& rules = m_parts->rules;
    return rules.peers(rules.policy(policy).rules[direction == Direction::egress][rule].peers)
        .test(rules.bitOf(peer, m_parts->classes));
}

PodsByAddress Connectivity::podsByAddress(std::size_t policy, Direction direction, std::size_t rule) const
{
    return m_parts->rules.policy(policy).rules[direction == Direction::egress][rule].podsByAddress;
}

PortSet Connectivity::portsOf(std::size_t policy, Direction direction, std::size_t rule,
                              const std::vector<NamedPort>* destination) const
{
    return m_parts->rules.policy(policy).rules[direction == Direction::egress][rule].ports.at(destination);
}

std::vector<std::size_t> Connectivity::selecting(std::size_t pod, Direction direction, std::size_t network) const
{
    return m_parts->selecting(m_parts->classes.of(pod), direction, network);
}

} // namespace bartizan::connectivity
