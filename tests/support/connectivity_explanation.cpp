// SPDX-License-Identifier: GPL-3.0-or-later
// How the two are mapped. The tool gives, for parts of the ports, a verdict with what it cites for both directions; our
// parts are the overlaps of the slices of both directions, cited is what decides either. Read from the tool's texts:
// - "due to the system default (Allow all)" for one direction is Decider::unselected or noneDecides there, and the side
//   of an end outside; for both directions nothing at all is written: neither objects nor directions.
// - "selects ..., but ... is not allowed by any rule" (or "the protocols and ports do not match") lists every
//   NetworkPolicy that selects the pod: Decider::noRule with all its policies.
// - "passes connections" is said of objects that decide nothing. Ours need not cite them; where the tool does, it does
//   not add that the system's default decides after them.
// - "due to existence of user defined networks" is Decider::networks: no objects, no default.
// - For the ingress controller, Ingresses and Routes are cited: allowed are the ports of those that lead there, the rest
//   is denied by all of them, and egress is the system's default.
// The tool's file does not say in which network a pair is looked at: one of those that both ends share.
#include "tests/support/connectivity_explanation.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace bartizan::test {

using namespace connectivity;

namespace {

using Names = std::set<std::string>;

struct Part { // of the ports
    PortSet ports;
    bool allowed = false;
    Names by, defaults;
};

std::string bareName(const std::string& shown) // "NetworkPolicy shop/deny-all": without its kind
{
    return shown.substr(shown.find(' ') + 1);
}

Names namesIn(const QJsonValue& list)
{
    Names names;
    for (const QJsonValue& value : list.toArray())
        names.insert(value.toString().toStdString());
    return names;
}

std::string text(const Part& part)
{
    std::string out = part.allowed ? "allowed by" : "denied by";
    for (const std::string& name : part.by)
        out += " " + name;
    for (const std::string& direction : part.defaults)
        out += " (default " + direction + ")";
    return part.by.empty() && part.defaults.empty() ? out + " nothing" : out;
}

std::vector<Part> expectedParts(const QJsonObject& pair)
{
    std::vector<Part> parts;
    for (const QJsonValue& value : pair[QLatin1String("verdicts")].toArray()) {
        const QJsonObject verdict = value.toObject();
        parts.push_back({portsOf(verdict[QLatin1String("conn")].toObject()).ports,
                         verdict[QLatin1String("verdict")].toString() == QLatin1String("allowed"),
                         namesIn(verdict[QLatin1String("by")]), namesIn(verdict[QLatin1String("system_default")])});
    }
    return parts;
}

Names cited(const World& world, const Decider& decider)
{
    Names names;
    if (decider.why == Decider::Why::rule)
        names.insert(bareName(world.policies.at(decider.policy).name));
    if (decider.why == Decider::Why::rule || decider.why == Decider::Why::noRule) {
        for (const std::size_t policy : decider.policies)
            names.insert(bareName(world.policies.at(policy).name));
    }
    return names;
}

bool byDefault(const Decider& decider)
{
    return decider.why == Decider::Why::unselected || decider.why == Decider::Why::noneDecides;
}

Part overlap(const World& world, const Slice& egress, const Slice& ingress)
{
    Part part{egress.ports & ingress.ports, egress.allowed && ingress.allowed, {}, {}};
    if (egress.by.why == Decider::Why::networks || ingress.by.why == Decider::Why::networks) {
        part.allowed = false;
        return part;
    }
    part.by = cited(world, egress.by);
    part.by.merge(cited(world, ingress.by));
    if (byDefault(egress.by) != byDefault(ingress.by)) // the tool writes nothing where it is both
        part.defaults.insert(byDefault(egress.by) ? "Egress" : "Ingress");
    return part;
}

std::vector<Slice> sideOf(const std::vector<Slice>& slices) // an end outside has none of its own
{
    if (!slices.empty())
        return slices;
    Slice open;
    open.ports = PortSet::everything();
    open.allowed = true;
    open.by.why = Decider::Why::unselected;
    return {open};
}

std::vector<Part> partsOf(const World& world, const Explanation& explanation)
{
    std::vector<Part> parts;
    for (const Slice& egress : sideOf(explanation.egress)) {
        for (const Slice& ingress : sideOf(explanation.ingress))
            parts.push_back(overlap(world, egress, ingress));
    }
    return parts;
}

std::vector<Part> entranceParts(const ConnectivityCase& input, const ConnectivityAnswer& answer, std::size_t pod)
{
    std::vector<PortSet> sets;
    Names all;
    for (const Entrance& one : input.entrances()) {
        if (one.pod == pod) {
            sets.push_back(one.ports);
            all.insert(bareName(one.object));
        }
    }
    PortSet reached;
    for (const NetworkConnections& network : answer.answers.networks) {
        for (const Connection& one : network.connections) {
            if (one.from.kind == Party::Kind::ingressController && one.to.kind == Party::Kind::pod && one.to.index == pod)
                reached |= one.ports;
        }
    }
    sets.push_back(reached);
    std::vector<Part> parts;
    for (const PortSet& ports : cutAt(sets)) {
        Part part{ports, reached.contains(ports), {}, {"Egress"}};
        for (const Entrance& one : input.entrances()) {
            if (one.pod == pod && part.allowed && one.ports.contains(ports))
                part.by.insert(bareName(one.object));
        }
        if (!part.allowed)
            part.by = all;
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<End> endsOf(const ConnectivityAnswer& answer, const std::string& id)
{
    std::vector<End> ends;
    const std::vector<Pod>& pods = answer.world().pods;
    for (std::size_t i = 0; i < pods.size(); ++i) {
        if (!pods[i].imagined && pods[i].id == id)
            ends.push_back({End::Kind::pod, i});
    }
    const std::size_t dash = id.find('-');
    if (id.compare(0, 3, "ip:") != 0 || dash == std::string::npos)
        return ends;
    const auto first = blockOf(std::string_view(id).substr(3, dash - 3)), last = blockOf(std::string_view(id).substr(dash + 1));
    const std::vector<AddressRange>& ranges = answer.connectivity->ranges();
    for (std::size_t i = 0; first && last && i < ranges.size(); ++i) {
        if (ranges[i].first <= last->last && first->first <= ranges[i].last)
            ends.push_back({End::Kind::addresses, i});
    }
    return ends;
}

std::vector<std::size_t> networksOf(const World& world, End end)
{
    if (end.kind != End::Kind::pod)
        return {};
    const Pod& pod = world.pods[end.index];
    std::vector<std::size_t> all{pod.network};
    all.insert(all.end(), pod.secondary.begin(), pod.secondary.end());
    return all;
}

std::vector<std::size_t> networksToAsk(const World& world, End from, End to)
{
    const std::vector<std::size_t> left = networksOf(world, from), right = networksOf(world, to);
    if (left.empty() || right.empty())
        return left.empty() ? right : left;
    std::vector<std::size_t> shared;
    for (const std::size_t network : left) {
        if (std::find(right.begin(), right.end(), network) != right.end())
            shared.push_back(network);
    }
    return shared.empty() ? std::vector<std::size_t>{left.front()} : shared;
}

std::vector<Part> narrowed(std::vector<Part> parts, const QuestionOptions& options)
{
    std::vector<Part> kept;
    for (Part& part : parts) {
        part.ports = options.narrowed(part.ports);
        if (!part.ports.empty() && (options.verdict.empty() || part.allowed == (options.verdict == "allow")))
            kept.push_back(std::move(part));
    }
    return kept;
}

class Judge {
public:
    Judge(const World& world, std::vector<Part> expected, std::string title)
        : m_expected(std::move(expected)), m_title(std::move(title))
    {
        const auto passes = [](const PolicyRuleRecord& rule) { return rule.action == PolicyRuleRecord::Action::pass; };
        for (const Policy& policy : world.policies) {
            const TrafficPolicyRecord& record = policy.record;
            if (std::any_of(record.ingressRules.begin(), record.ingressRules.end(), passes) ||
                std::any_of(record.egressRules.begin(), record.egressRules.end(), passes))
                m_passing.insert(bareName(policy.name));
        }
        for (const Part& part : m_expected)
            m_expectedNames.insert(part.by.begin(), part.by.end());
    }

    ExplainedPair of(const std::vector<Part>& actual) const
    {
        ExplainedPair out;
        out.objectsAgree = true;
        PortSet wanted[2], found[2]; // denied, allowed
        Names names;
        for (const Part& part : actual) {
            found[part.allowed ? 1 : 0] |= part.ports;
            names.insert(part.by.begin(), part.by.end());
        }
        for (const Part& expected : m_expected) {
            wanted[expected.allowed ? 1 : 0] |= expected.ports;
            for (const Part& part : actual) {
                const PortSet both = expected.ports & part.ports;
                if (both.empty() || agree(expected, part))
                    continue;
                out.objectsAgree = false;
                out.differences.push_back(m_title + " " + toText(both) + ": expected " + text(expected) + ", found " +
                                          text(part));
            }
        }
        out.connectionsAgree = wanted[0] == found[0] && wanted[1] == found[1];
        if (!out.connectionsAgree)
            out.differences.push_back(m_title + ": expected allowed " + toText(wanted[1]) + " and denied " + toText(wanted[0]) +
                                      ", found allowed " + toText(found[1]) + " and denied " + toText(found[0]));
        for (const std::string& name : m_expectedNames)
            ++(names.count(name) != 0 ? out.truePositives : out.falseNegatives);
        for (const std::string& name : names)
            out.falsePositives += m_expectedNames.count(name) == 0 ? 1 : 0;
        return out;
    }

private:
    bool agree(const Part& expected, const Part& part) const
    {
        Names rest;
        std::set_difference(expected.by.begin(), expected.by.end(), part.by.begin(), part.by.end(),
                            std::inserter(rest, rest.end()));
        const bool passedOn = std::includes(m_passing.begin(), m_passing.end(), rest.begin(), rest.end());
        const bool cites = std::includes(expected.by.begin(), expected.by.end(), part.by.begin(), part.by.end());
        const bool defaults = expected.defaults == part.defaults || !rest.empty();
        return expected.allowed == part.allowed && cites && passedOn && defaults;
    }

    std::vector<Part> m_expected;
    std::string m_title;
    Names m_passing, m_expectedNames;
};

void join(ExplainedPair& all, const ExplainedPair& one, bool first)
{
    all.objectsAgree = one.objectsAgree && (first || all.objectsAgree);
    all.connectionsAgree = one.connectionsAgree && (first || all.connectionsAgree);
    all.truePositives += one.truePositives;
    all.falsePositives += one.falsePositives;
    all.falseNegatives += one.falseNegatives;
    all.differences.insert(all.differences.end(), one.differences.begin(), one.differences.end());
}

} // namespace

ExplainedPair compareExplanation(const QJsonObject& expectedPair, const ConnectivityCase& input, const ConnectivityAnswer& answer,
                                 const QuestionOptions& options)
{
    const World& world = answer.world();
    const std::string from = withoutMark(expectedPair[QLatin1String("src")].toString().toStdString());
    const std::string to = withoutMark(expectedPair[QLatin1String("dst")].toString().toStdString());
    const std::string title = from + " -> " + to;
    const Judge judge(world, expectedParts(expectedPair), title);
    const std::vector<End> sources = endsOf(answer, from), targets = endsOf(answer, to);
    ExplainedPair all;
    if (from == "ingress-controller" && targets.size() == 1)
        return judge.of(narrowed(entranceParts(input, answer, targets.front().index), options));
    if (sources.empty() || targets.empty()) {
        all.differences.push_back(title + ": one of the two is not there");
        return all;
    }
    bool first = true;
    for (const End source : sources) {
        for (const End target : targets) {
            ExplainedPair best;
            for (const std::size_t network : networksToAsk(world, source, target)) {
                ExplainedPair one =
                    judge.of(narrowed(partsOf(world, answer.connectivity->explain(source, target, network)), options));
                const bool better = one.objectsAgree && one.connectionsAgree;
                if (better || best.differences.empty())
                    best = std::move(one);
                if (better)
                    break;
            }
            join(all, best, first);
            first = false;
        }
    }
    return all;
}

} // namespace bartizan::test
