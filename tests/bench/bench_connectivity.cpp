// SPDX-License-Identifier: GPL-3.0-or-later
// Connectivity of large systems that are made up here: the time until any pair can be asked, with 100,000 pairs asked,
// against the plain evaluator of tests/support, which is timed on some pairs, one port each, and multiplied by all of
// them. Both must give the same answers, else the program fails. The large system is only timed, with its memory.
#include "analysis/connectivity/answers.h"
#include "tests/bench/bench.h"
#include "tests/support/naive_connectivity.h"

#include <random>

using namespace bartizan;
using namespace bartizan::connectivity;

namespace {

constexpr std::size_t pairs = 100000;

class Numbers { // the same everywhere
public:
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_engine() % bound); }
    bool chance(std::size_t percent) { return below(100) < percent; }

private:
    std::mt19937_64 m_engine{20};
};

std::string numbered(const char* word, std::size_t number)
{
    return word + std::to_string(number);
}

Selector labels(std::vector<std::pair<std::string, std::string>> wanted)
{
    Selector selector;
    selector.present = true;
    for (auto& [key, value] : wanted)
        selector.requirements.push_back({key, SelectorRequirement::Op::in, {value}});
    return selector;
}

struct Size {
    const char* name;
    std::size_t pods, policies, spaces;
};

// Twelve applications a namespace, four of each tier; namespaces belong to environments and teams.
World systemOf(const Size& size, Numbers& numbers)
{
    World world;
    for (std::size_t i = 0; i < size.spaces; ++i) {
        const std::string name = numbered("team-", i);
        world.spaces.push_back({"",
                                name,
                                {{"env",
                                  i % 3 == 0   ? "prod"
                                  : i % 3 == 1 ? "stage"
                                               : "dev",
                                  {}},
                                 {"kubernetes.io/metadata.name", name, {}},
                                 {"team", numbered("t", i % 20), {}}}});
    }
    const char* const tiers[] = {"backend", "cache", "frontend"};
    for (std::size_t i = 0; i < size.pods; ++i) {
        Pod pod;
        pod.space = i % size.spaces;
        const std::size_t application = numbers.below(12), tier = application % 3;
        pod.id = world.spaces[pod.space].name + "/" + numbered("pod-", i) + "[Deployment]";
        pod.labels = {{"app", numbered("app-", application), {}},
                      {"app.kubernetes.io/part-of", numbered("product-", application / 4), {}},
                      {"tier", tiers[tier], {}}};
        pod.account = "default";
        pod.ports = {{"http", Protocol::tcp, tier == 2 ? 8080U : 8000U}, {"metrics", Protocol::tcp, 9090}};
        world.pods.push_back(std::move(pod));
    }
    return world;
}

PolicyPorts port(const char* protocol, std::uint32_t number, std::uint32_t last = 0)
{
    PolicyPorts ports;
    ports.protocol = protocol;
    ports.first = number;
    ports.last = last ? last : number;
    return ports;
}

PolicyRuleRecord randomRule(Numbers& numbers, const World& world, const std::string& ns)
{
    PolicyRuleRecord rule;
    PolicyPeer peer;
    const std::size_t kind = numbers.below(100);
    if (kind < 55) { // another application of the namespace
        peer.pods.ns = ns;
        peer.pods.pods = labels({{"app", numbered("app-", numbers.below(12))}});
    } else if (kind < 75) { // a tier of another namespace
        peer.pods.namespaces = labels({{"kubernetes.io/metadata.name", world.spaces[numbers.below(world.spaces.size())].name}});
        peer.pods.pods = labels({{"tier", numbers.chance(50) ? "frontend" : "backend"}});
    } else if (kind < 85) { // namespaces of a team
        peer.pods.namespaces = labels({{"env", "prod"}, {"team", numbered("t", numbers.below(20))}});
    } else {
        peer.kind = PolicyPeer::Kind::addresses;
        peer.blocks.push_back(
            {"10." + std::to_string(numbers.below(40)) + ".0.0/16", {"10." + std::to_string(numbers.below(40)) + ".128.0/24"}});
    }
    rule.peers.push_back(std::move(peer));
    const std::size_t what = numbers.below(10);
    rule.anyPort = what == 0;
    if (what > 0 && what < 8) {
        static const std::uint32_t usual[] = {80, 443, 5432, 6379, 8000, 8080, 9090};
        rule.ports.push_back(port("TCP", usual[numbers.below(7)]));
    } else if (what == 8) {
        rule.ports.push_back(port("TCP", 8000, 8999));
    } else if (what == 9) {
        PolicyPorts named;
        named.protocol = "TCP";
        named.name = numbers.chance(70) ? "http" : "metrics";
        rule.ports.push_back(named);
    }
    return rule;
}

// NetworkPolicies as people write them: one that closes a namespace, which one in fifty lacks, then policies of single
// applications or tiers, with two to four rules each. One of the cluster, asked before them, keeps development out of production.
void addPolicies(const Size& size, Numbers& numbers, World& world)
{
    Policy apart;
    apart.name = "AdminNetworkPolicy environments";
    apart.networks = {0};
    apart.layer = 0;
    apart.record.dialect = PolicyDialect::adminNetworkPolicy;
    apart.record.selects.namespaces = labels({{"env", "prod"}});
    apart.record.ingress = true;
    PolicyRuleRecord keepOut;
    keepOut.action = PolicyRuleRecord::Action::deny;
    keepOut.anyPort = true;
    PolicyPeer development;
    development.pods.namespaces = labels({{"env", "dev"}});
    keepOut.peers.push_back(development);
    apart.record.ingressRules.push_back(keepOut);
    world.policies.push_back(apart);
    for (std::size_t i = 1; i < size.policies; ++i) {
        Policy policy;
        const std::size_t number = 1000000 + i; // names sort as numbers do
        policy.ns = world.spaces[i % size.spaces].name;
        policy.name = "NetworkPolicy " + numbered("policy-", number);
        policy.layer = 1;
        policy.together = true;
        policy.networks = {0};
        TrafficPolicyRecord& record = policy.record;
        record.selects.ns = policy.ns;
        record.ingress = true;
        record.egress = numbers.chance(30);
        const bool closes = i < size.spaces && i % 50 != 0;
        if (!closes) {
            record.selects.pods = numbers.chance(70) ? labels({{"app", numbered("app-", numbers.below(12))}})
                                                     : labels({{"tier", numbers.chance(50) ? "backend" : "cache"}});
            for (std::size_t rule = 2 + numbers.below(3); rule > 0; --rule)
                record.ingressRules.push_back(randomRule(numbers, world, policy.ns));
            for (std::size_t rule = record.egress ? 2 : 0; rule > 0; --rule)
                record.egressRules.push_back(randomRule(numbers, world, policy.ns));
        }
        policy.deniesRest[static_cast<std::size_t>(Direction::ingress)] = record.ingressDeniesRest = true;
        policy.deniesRest[static_cast<std::size_t>(Direction::egress)] = record.egressDeniesRest = record.egress;
        world.policies.push_back(std::move(policy));
    }
}

struct Question {
    std::size_t from, to;
};

std::vector<Question> randomQuestions(Numbers& numbers, const World& world, std::size_t count)
{
    std::vector<Question> questions;
    while (questions.size() < count) {
        const Question question{numbers.below(world.pods.size()), numbers.below(world.pods.size())};
        if (question.from != question.to)
            questions.push_back(question);
    }
    return questions;
}

End pod(std::size_t index)
{
    return {End::Kind::pod, index};
}

// False where the two disagree.
bool measure(const Size& size, std::size_t samples)
{
    Numbers numbers;
    World world = systemOf(size, numbers);
    addPolicies(size, numbers, world);
    const std::vector<Question> questions = randomQuestions(numbers, world, pairs);
    const std::string name = std::string("connectivity-") + size.name;
    std::size_t open = 0;
    std::shared_ptr<const Connectivity> engine;

    ::malloc_trim(0);
    const std::size_t before = bench::residentBytes();
    World copy = world;
    const double start = bench::processSeconds();
    engine = Connectivity::of(std::move(copy));
    const double made = bench::processSeconds();
    for (const Question& question : questions)
        open += engine->allowed(pod(question.from), pod(question.to)).empty() ? 0 : 1;
    const double asked = bench::processSeconds();
    ::malloc_trim(0);
    const std::size_t resident = bench::residentBytes() - std::min(before, bench::residentBytes());

    // The reference: one port of each pair, which is less than the engine is asked.
    const test::NaivePort web{Protocol::tcp, 8080};
    bool same = true;
    const double naiveStart = bench::processSeconds();
    std::vector<bool> expected;
    for (std::size_t i = 0; i < samples; ++i)
        expected.push_back(test::naiveAllowed(world, test::podEnd(questions[i].from), test::podEnd(questions[i].to), web));
    const double naive = (bench::processSeconds() - naiveStart) / static_cast<double>(samples);
    for (std::size_t i = 0; i < samples; ++i)
        same = same && expected[i] == test::contains(engine->allowed(pod(questions[i].from), pod(questions[i].to)), web);
    const double allPairs = naive * static_cast<double>(size.pods) * static_cast<double>(size.pods - 1);

    bench::print((name + "-made").c_str(), (made - start) * 1000, "ms", allPairs / (made - start), "plain-evaluator-all-pairs");
    bench::print((name + "-ready-and-100000-pairs").c_str(), (asked - start) * 1000, "ms", allPairs / (asked - start),
                 "plain-evaluator-all-pairs");
    bench::print((name + "-pair").c_str(), (asked - made) * 1e6 / static_cast<double>(pairs), "us",
                 naive * static_cast<double>(pairs) / (asked - made), "plain-evaluator-one-port");
    bench::print((name + "-resident").c_str(), static_cast<double>(resident) / 1e6, "MB",
                 static_cast<double>(resident) / static_cast<double>(size.pods) / 1000, "of-1-kB-a-pod-with-its-world");
    bench::print((name + "-classes").c_str(), static_cast<double>(engine->classes()), "classes",
                 static_cast<double>(engine->classes()) / static_cast<double>(size.pods), "of-pods");
    bench::print((name + "-open-pairs").c_str(), static_cast<double>(open), "pairs",
                 static_cast<double>(open) / static_cast<double>(pairs), "of-100000");

    bench::resetPeak();
    const std::size_t groupedBefore = bench::residentBytes();
    const double groupStart = bench::processSeconds();
    const GroupedConnections grouped = groupedConnectionsOf(*engine, {});
    const double groupTime = bench::processSeconds() - groupStart;
    std::size_t rows = 0;
    for (const NetworkConnections& one : grouped.networks)
        rows += one.connections.size();
    bench::print((name + "-grouped").c_str(), groupTime * 1000, "ms", allPairs / groupTime, "plain-evaluator-all-pairs");
    bench::print((name + "-grouped-peak").c_str(),
                 static_cast<double>(bench::peakBytes() - std::min(bench::peakBytes(), groupedBefore)) / 1e6, "MB",
                 static_cast<double>(rows) / static_cast<double>(grouped.groups.size()), "connections-of-a-group");
    if (!same)
        std::fprintf(stderr, "%s: the engine and the plain evaluator disagree\n", size.name);
    return same;
}

} // namespace

int main()
{
    const bool first = measure({"10000-pods-1000-policies", 10000, 1000, 200}, 20000);
    const bool second = measure({"50000-pods-5000-policies", 50000, 5000, 500}, 4000);
    return first && second ? 0 : 1;
}
