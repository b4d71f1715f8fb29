// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/explained.h"

#include "report/connectivity/names.h"

#include <algorithm>
#include <map>

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
    MeshEnd mesh;                     // the same for the mesh; of addresses: whichever range
};

// `parts`: addresses are cut at their borders too.
Result<Ends> endsOf(const Connectivity& reach, const NamedEnd& named, std::size_t pod, const std::vector<AddressRange>& parts)
{
    const auto indexed = [&](const std::vector<std::string>& names, End::Kind kind) -> Result<Ends> {
        const auto found = std::find(names.begin(), names.end(), named.name);
        if (found == names.end())
            return tl::unexpected(Error{"connectivity-name", "no rule names '" + named.name +
                                                                 "': only names that a rule holds "
                                                                 "are known"});
        const End end{kind, static_cast<std::size_t>(found - names.begin())};
        return Ends{{end}, {}, meshEnd(reach, end)};
    };
    if (named.kind == NamedEnd::Kind::hostName)
        return indexed(reach.hostNames(), End::Kind::hostName);
    if (named.kind == NamedEnd::Kind::special)
        return indexed(reach.specials(), End::Kind::special);
    Ends ends;
    if (named.kind != NamedEnd::Kind::addresses) {
        ends.ends.push_back({End::Kind::pod, pod});
        ends.mesh.pod = named.workload;
        return ends;
    }
    ends.mesh.kind = End::Kind::addresses;
    for (std::size_t i = 0; i < reach.ranges().size(); ++i) {
        AddressSet part = reach.ranges()[i];
        part &= named.addresses;
        for (const AddressRange& range : part.ranges())
            for (const AddressRange& piece : piecesOf(range, parts)) {
                ends.ends.push_back({End::Kind::addresses, i});
                ends.ranges.push_back(piece);
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
    const MeshReach* mesh; // null: it has no say
};

struct Heard { // of the network, for ends that the same rules mean
    std::vector<ExplainedVerdict> verdicts;
    PortSet allowed;
    std::vector<NearlyApplied> nearly;
};

Heard hear(const Connectivity& reach, const Question& question, End from, End to, std::size_t network)
{
    const bool controlled = question.from.kind == NamedEnd::Kind::ingressController;
    Explanation explanation = reach.explain(from, to, network);
    if (controlled) // what it may send is nobody's to say
        explanation.egress.clear();
    Heard heard;
    heard.verdicts = verdictsOf(explanation, question.ports);
    for (const ExplainedVerdict& verdict : heard.verdicts)
        if (verdict.allowed)
            heard.allowed |= verdict.ports;
    for (NearlyApplied& nearly : explanation.nearly)
        if (nearly.direction == Direction::ingress || !controlled)
            heard.nearly.push_back(std::move(nearly));
    return heard;
}

// Which rules mean an end outside, of those that are asked: all that an explanation depends on. Of two pods: nothing.
std::vector<bool> meaning(const Connectivity& reach, End from, End to, std::size_t network)
{
    std::vector<bool> means;
    if (from.kind == End::Kind::pod && to.kind == End::Kind::pod)
        return means;
    const bool in = from.kind != End::Kind::pod;
    const Direction direction = in ? Direction::ingress : Direction::egress;
    for (const std::size_t policy : reach.selecting((in ? to : from).index, direction, network)) {
        const TrafficPolicyRecord& record = reach.world().policies[policy].record;
        for (std::size_t i = 0; i < (in ? record.ingressRules : record.egressRules).size(); ++i)
            means.push_back(reach.means(policy, direction, i, in ? from : to));
    }
    return means;
}

std::optional<MeshVerdict> meshOf(const Question& question, MeshEnd from, MeshEnd to, const std::vector<AddressRange>& ranges,
                                  std::size_t part, const PortSet& network)
{
    if (!question.mesh || (network & tcpPorts()).empty())
        return std::nullopt;
    for (MeshEnd* end : {&from, &to})
        if (end->kind == End::Kind::addresses)
            end->range = ranges[part];
    MeshVerdict verdict = meshVerdict(question.mesh->between(from, to), network);
    if (question.from.kind == NamedEnd::Kind::ingressController)
        noteController(verdict);
    return verdict;
}

bool sameMesh(const std::optional<MeshVerdict>& a, const std::optional<MeshVerdict>& b)
{
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

void explainIn(Explained& result, const Question& question, std::size_t network, const Ends& from, const Ends& to)
{
    std::vector<ExplainedPair> pairs;
    std::vector<std::vector<AddressRange>> parts; // of `pairs`
    std::map<std::vector<bool>, Heard> known;
    const std::vector<AddressRange>& ranges = from.ranges.empty() ? to.ranges : from.ranges;
    const std::size_t several = std::max(from.ends.size(), to.ends.size());
    const bool meshed = result.world().networks[network].primary;
    for (std::size_t i = 0; i < several && !question.input.job.stopped(); ++i) {
        const End source = from.ends[from.ends.size() > 1 ? i : 0], target = to.ends[to.ends.size() > 1 ? i : 0];
        const auto [found, added] = known.try_emplace(meaning(*result.reach, source, target, network));
        Heard& heard = found->second;
        if (added)
            heard = hear(*result.reach, question, source, target, network);
        std::optional<MeshVerdict> mesh = meshed ? meshOf(question, from.mesh, to.mesh, ranges, i, heard.allowed) : std::nullopt;
        std::size_t at = 0;
        while (at < pairs.size() && !(same(pairs[at].verdicts, heard.verdicts) && sameMesh(pairs[at].mesh, mesh)))
            ++at;
        if (at == pairs.size()) {
            ExplainedPair pair;
            pair.network = result.world().networks[network].name;
            pair.allowed = heard.allowed;
            pair.verdicts = heard.verdicts;
            pair.mesh = std::move(mesh);
            pairs.push_back(std::move(pair));
            parts.emplace_back();
        }
        for (const NearlyApplied& nearly : heard.nearly)
            addNearly(pairs[at].nearly, nearly);
        if (!ranges.empty())
            parts[at].push_back(ranges[i]);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        pairs[i].ranges = AddressSet::of(std::move(parts[i])).ranges();
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

MeshEnd controllerEnd(const World& whole, std::size_t workload)
{
    MeshEnd end;
    if (const auto pod = controllerOf(whole, whole.spaces[whole.pods[workload].space].cluster)) {
        end.pod = *pod;
    } else {
        end.kind = End::Kind::special;
        end.name = controllerId;
    }
    return end;
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
    const World whole = worldOf(input.model, {input.question.severalNetworks});
    World world = whole;
    auto from = endNamed(architecture, world, input.question.from), to = endNamed(architecture, world, input.question.to);
    for (const auto* end : {&from, &to})
        if (!*end)
            return tl::unexpected(end->error());
    if (const auto right = check(*from, *to); !right)
        return tl::unexpected(right.error());

    Explained result;
    const auto mesh = MeshReach::of(input.model, whole); // a proxy's routes and identity are known from the whole system alone
    Question question{input, *from, *to, input.question.ports.value_or(PortSet::everything()),
                      mesh->any() ? mesh.get() : nullptr};
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
    const std::vector<AddressRange> parts = cutAt(question.mesh ? mesh->blocks() : std::vector<AddressSet>());
    auto sources = endsOf(*result.reach, *from, places.first, parts);
    const auto targets = endsOf(*result.reach, *to, places.second, parts);
    for (const auto* ends : {static_cast<const Result<Ends>*>(&sources), &targets})
        if (!*ends)
            return tl::unexpected(ends->error());
    if (controlled)
        sources->mesh = controllerEnd(whole, to->workload);
    for (const std::size_t network : networksOf(result.world(), sources->ends.front(), targets->ends.front()))
        explainIn(result, question, network, *sources, *targets);
    if (!input.job.stopped())
        addUncertain(result, question, *sources, *targets);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    for (ExplainedPair& pair : result.pairs) {
        if (!controlled)
            continue;
        pair.note = result.entrances.empty()
                        ? "no Ingress, Route or Gateway that was read leads there from a controller outside of the "
                          "input; one that is among the workloads is asked about by its name"
                        : "an ingress controller stands for any pod without labels: a policy that names "
                          "the namespace of the real one is taken for one that does not name it";
    }
    return result;
}

} // namespace bartizan::report
