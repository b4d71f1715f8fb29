// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/explained.h"

#include "report/connectivity/names.h"

#include <algorithm>

namespace bartizan::report {

namespace {

using namespace connectivity;

bool same(const Decider& a, const Decider& b)
{
    return a.why == b.why && a.policies == b.policies &&
           (a.why != Decider::Why::rule || (a.policy == b.policy && a.rule == b.rule));
}
bool same(const std::optional<Slice>& a, const std::optional<Slice>& b) // whatever the ports
{
    return a.has_value() == b.has_value() && (!a || (a->allowed == b->allowed && same(a->by, b->by)));
}
bool same(const std::vector<ExplainedVerdict>& a, const std::vector<ExplainedVerdict>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ExplainedVerdict& x, const ExplainedVerdict& y) {
        return x.ports == y.ports && same(x.egress, y.egress) && same(x.ingress, y.ingress);
    });
}

// Both directions laid over each other, within `ports`. Allowed comes first.
std::vector<ExplainedVerdict> verdictsOf(const Explanation& explanation, const PortSet& ports)
{
    const auto sides = [](const std::vector<Slice>& slices) {
        std::vector<std::optional<Slice>> list(slices.begin(), slices.end());
        if (list.empty())
            list.emplace_back();
        return list;
    };
    std::vector<ExplainedVerdict> verdicts;
    for (const std::optional<Slice>& out : sides(explanation.egress)) {
        for (const std::optional<Slice>& in : sides(explanation.ingress)) {
            PortSet both = ports;
            if (out)
                both &= out->ports;
            if (in)
                both &= in->ports;
            if (both.empty())
                continue;
            const auto known = std::find_if(verdicts.begin(), verdicts.end(), [&](const ExplainedVerdict& verdict) {
                return same(verdict.egress, out) && same(verdict.ingress, in);
            });
            if (known != verdicts.end())
                known->ports |= both;
            else
                verdicts.push_back({both, (!out || out->allowed) && (!in || in->allowed), out, in});
        }
    }
    std::stable_partition(verdicts.begin(), verdicts.end(), [](const ExplainedVerdict& verdict) { return verdict.allowed; });
    return verdicts;
}

void addNearly(std::vector<NearlyApplied>& list, const NearlyApplied& one)
{
    const bool known = std::any_of(list.begin(), list.end(), [&](const NearlyApplied& other) {
        return one.policy == other.policy && one.direction == other.direction && one.rule == other.rule && one.why == other.why;
    });
    if (!known)
        list.push_back(one);
}

// Ends of one kind, as Connectivity counts them.
struct Ends {
    std::vector<End> ends;
    std::vector<AddressRange> ranges; // of addresses: what was asked for, cut at the borders of the ends
};

Result<Ends> endsOf(const Connectivity& reach, const NamedEnd& named, std::size_t pod)
{
    const auto indexed = [&](const std::vector<std::string>& names, End::Kind kind) -> Result<Ends> {
        const auto found = std::find(names.begin(), names.end(), named.name);
        if (found == names.end())
            return tl::unexpected(Error{"connectivity-name", "no rule names '" + named.name +
                                                                 "': only names that a rule holds "
                                                                 "are known"});
        return Ends{{{kind, static_cast<std::size_t>(found - names.begin())}}, {}};
    };
    if (named.kind == NamedEnd::Kind::hostName)
        return indexed(reach.hostNames(), End::Kind::hostName);
    if (named.kind == NamedEnd::Kind::special)
        return indexed(reach.specials(), End::Kind::special);
    if (named.kind != NamedEnd::Kind::addresses)
        return Ends{{{End::Kind::pod, pod}}, {}};
    Ends ends;
    for (std::size_t i = 0; i < reach.ranges().size(); ++i) {
        AddressSet part = reach.ranges()[i];
        part &= named.addresses;
        for (const AddressRange& range : part.ranges()) {
            ends.ends.push_back({End::Kind::addresses, i});
            ends.ranges.push_back(range);
        }
    }
    if (ends.ends.empty())
        return tl::unexpected(Error{"connectivity-question",
                                    "no policy in the input names an IPv6 address, so IPv6 is not part of "
                                    "the answer: ask with an IPv4 address"});
    return ends;
}

bool isAbout(const Party& party, const End& end, const std::vector<AddressRange>& ranges)
{
    if (end.kind == End::Kind::pod)
        return (party.kind == Party::Kind::pod && party.index == end.index) || party.kind == Party::Kind::entireCluster;
    if (end.kind != End::Kind::addresses || party.kind != Party::Kind::addresses)
        return false;
    return std::any_of(ranges.begin(), ranges.end(), [&](const AddressRange& range) {
        return range.first <= party.range.last && party.range.first <= range.last;
    });
}

std::vector<std::size_t> networksOf(const World& world, const End& from, const End& to)
{
    const auto of = [&](const Pod& pod) {
        std::vector<std::size_t> list{pod.network};
        list.insert(list.end(), pod.secondary.begin(), pod.secondary.end());
        return list;
    };
    if (from.kind != End::Kind::pod)
        return {world.pods[to.index].network};
    if (to.kind != End::Kind::pod)
        return {world.pods[from.index].network};
    std::vector<std::size_t> shared;
    const std::vector<std::size_t> there = of(world.pods[to.index]);
    for (const std::size_t network : of(world.pods[from.index]))
        if (std::find(there.begin(), there.end(), network) != there.end())
            shared.push_back(network);
    if (shared.empty()) // that is the explanation then
        shared.push_back(world.pods[from.index].network);
    std::sort(shared.begin(), shared.end());
    return shared;
}

// A part of addresses is called by its range, unless it is all of what was asked for, or in several pieces.
std::string idOf(const NamedEnd& named, const std::vector<AddressRange>& ranges, bool whole)
{
    if (named.kind != NamedEnd::Kind::addresses || whole || ranges.size() != 1)
        return named.id;
    return "ip:" + toText(ranges.front());
}

struct Question {
    const ReportInput& input;
    NamedEnd from, to;
    PortSet ports;
};

void explainIn(Explained& result, const Question& question, std::size_t network, const Ends& from, const Ends& to)
{
    std::vector<ExplainedPair> pairs;
    std::vector<AddressSet> parts; // of `pairs`
    const std::vector<AddressRange>& ranges = from.ranges.empty() ? to.ranges : from.ranges;
    const std::size_t several = std::max(from.ends.size(), to.ends.size());
    for (std::size_t i = 0; i < several && !question.input.job.stopped(); ++i) {
        const End source = from.ends[from.ends.size() > 1 ? i : 0], target = to.ends[to.ends.size() > 1 ? i : 0];
        Explanation explanation = result.reach->explain(source, target, network);
        if (question.from.kind == NamedEnd::Kind::ingressController) // what it may send is nobody's to say
            explanation.egress.clear();
        std::vector<ExplainedVerdict> verdicts = verdictsOf(explanation, question.ports);
        std::size_t at = 0;
        while (at < pairs.size() && !same(pairs[at].verdicts, verdicts))
            ++at;
        if (at == pairs.size()) {
            ExplainedPair pair;
            pair.network = result.world().networks[network].name;
            for (const ExplainedVerdict& verdict : verdicts)
                if (verdict.allowed)
                    pair.allowed |= verdict.ports;
            pair.verdicts = std::move(verdicts);
            pairs.push_back(std::move(pair));
            parts.emplace_back();
        }
        for (const NearlyApplied& nearly : explanation.nearly)
            if (nearly.direction == Direction::ingress || question.from.kind != NamedEnd::Kind::ingressController)
                addNearly(pairs[at].nearly, nearly);
        if (!ranges.empty())
            parts[at] |= ranges[i];
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        pairs[i].ranges = parts[i].ranges();
        pairs[i].from = idOf(question.from, pairs[i].ranges, pairs.size() == 1);
        pairs[i].to = idOf(question.to, pairs[i].ranges, pairs.size() == 1);
        result.pairs.push_back(std::move(pairs[i]));
    }
}

void addUncertain(Explained& result, const Question& question, const Ends& from, const Ends& to)
{
    const Answers answers = answersOf(*result.reach, {}, question.input.job.stop);
    for (ExplainedPair& pair : result.pairs)
        for (const Uncertain& row : answers.uncertain)
            if (isAbout(row.from, from.ends.front(), pair.ranges) && isAbout(row.to, to.ends.front(), pair.ranges))
                pair.uncertain.push_back(row);
}

// The two pods alone, with what stands for them or for an ingress controller there, and all policies. Returns their places.
std::pair<std::size_t, std::size_t> keepTwo(World& world, const NamedEnd& from, const NamedEnd& to)
{
    std::vector<Pod> pods;
    std::vector<std::size_t> places; // in the whole world, of `pods`
    const auto take = [&](const NamedEnd& end) {
        if (end.kind != NamedEnd::Kind::pod)
            return std::size_t{0};
        places.push_back(end.workload);
        pods.push_back(world.pods[end.workload]);
        return pods.size() - 1;
    };
    std::pair<std::size_t, std::size_t> two;
    two.first = take(from);
    two.second = take(to);
    const std::size_t real = pods.size();
    for (const Pod& pod : world.pods)
        for (std::size_t i = 0; pod.standsFor && i < real; ++i)
            if (*pod.standsFor == places[i]) {
                pods.push_back(pod);
                pods.back().standsFor = i;
            }
    if (from.kind == NamedEnd::Kind::ingressController) {
        const std::string& cluster = world.spaces[pods[two.second].space].cluster;
        Pod controller; // on the network of the pod, wherever that is
        controller.id = controllerId;
        controller.imagined = true;
        controller.network = pods[two.second].network;
        controller.space = world.spaces.size();
        world.spaces.push_back({cluster, "", {}});
        two.first = pods.size();
        pods.push_back(std::move(controller));
    }
    world.pods = std::move(pods);
    return two;
}

Result<bool> check(const NamedEnd& from, const NamedEnd& to)
{
    const auto wrong = [](const char* message) { return tl::unexpected(Error{"connectivity-question", message}); };
    if (to.kind == NamedEnd::Kind::ingressController)
        return wrong("an ingress controller is where connections come from: write it as the first end");
    if (from.kind == NamedEnd::Kind::ingressController && to.kind != NamedEnd::Kind::pod)
        return wrong("an ingress controller is explained to a workload");
    if (from.outside() && to.outside())
        return wrong("neither end is a workload: no policy in the input is about such a connection");
    if (from.kind == NamedEnd::Kind::pod && to.kind == NamedEnd::Kind::pod && from.workload == to.workload)
        return wrong("both ends are the same workload: its replicas are not told apart");
    return true;
}

} // namespace

Result<Explained> explained(const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    World world = worldOf(input.model, {input.question.severalNetworks});
    auto from = endNamed(architecture, world, input.question.from), to = endNamed(architecture, world, input.question.to);
    for (const auto* end : {&from, &to})
        if (!*end)
            return tl::unexpected(end->error());
    if (const auto right = check(*from, *to); !right)
        return tl::unexpected(right.error());

    Explained result;
    Question question{input, *from, *to, input.question.ports.value_or(PortSet::everything())};
    const bool controlled = from->kind == NamedEnd::Kind::ingressController;
    if (controlled) {
        PortSet led;
        for (Entrance& entrance : entrancesOf(input.model))
            if (entrance.pod == to->workload) {
                led |= entrance.ports;
                result.entrances.push_back(std::move(entrance));
            }
        question.ports &= led;
    }
    const auto places = keepTwo(world, *from, *to);
    result.reach = Connectivity::of(std::move(world), input.job.stop);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    const auto sources = endsOf(*result.reach, *from, places.first), targets = endsOf(*result.reach, *to, places.second);
    for (const auto* ends : {&sources, &targets})
        if (!*ends)
            return tl::unexpected(ends->error());
    for (const std::size_t network : networksOf(result.world(), sources->ends.front(), targets->ends.front()))
        explainIn(result, question, network, *sources, *targets);
    if (!input.job.stopped())
        addUncertain(result, question, *sources, *targets);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    for (ExplainedPair& pair : result.pairs) {
        if (!controlled)
            continue;
        pair.note = result.entrances.empty() ? "no Ingress, Route or Gateway that was read leads there"
                                             : "an ingress controller stands for any pod without labels: a policy that names "
                                               "the namespace of the real one is taken for one that does not name it";
    }
    return result;
}

} // namespace bartizan::report
