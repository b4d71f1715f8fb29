// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/deciders.h"

#include <algorithm>

namespace bartizan::report {

namespace {

using namespace connectivity;

const PolicyRuleRecord* ruleOf(const World& world, std::size_t policy, std::size_t rule, Direction direction)
{
    if (policy >= world.policies.size())
        return nullptr;
    const TrafficPolicyRecord& record = world.policies[policy].record;
    const std::vector<PolicyRuleRecord>& rules = direction == Direction::ingress ? record.ingressRules : record.egressRules;
    return rule < rules.size() ? &rules[rule] : nullptr;
}

std::string namesOf(const std::vector<const Policy*>& policies)
{
    std::string text;
    for (std::size_t i = 0; i < policies.size() && i < 6; ++i)
        text += (i == 0 ? "" : i + 1 == policies.size() ? " and " : ", ") + policies[i]->name;
    return policies.size() <= 6 ? text : text + " and " + std::to_string(policies.size() - 6) + " more";
}

std::string ruleText(const PolicyRuleRecord* rule, std::size_t index, Direction direction)
{
    std::string text = std::string(toWord(direction)) + " rule " + std::to_string(index + 1);
    if (rule && !rule->name.empty())
        text += ", called " + rule->name;
    return text;
}

} // namespace

const char* whyWord(Decider::Why why)
{
    switch (why) {
    case Decider::Why::rule:
        return "rule";
    case Decider::Why::noRule:
        return "noRule";
    case Decider::Why::unselected:
        return "unselected";
    case Decider::Why::noneDecides:
        return "noneDecides";
    case Decider::Why::networks:
        return "networks";
    }
    return "rule";
}

std::vector<const Policy*> policiesOf(const World& world, const Decider& by)
{
    std::vector<const Policy*> list;
    const auto add = [&](std::size_t index) {
        if (index < world.policies.size() && std::find(list.begin(), list.end(), &world.policies[index]) == list.end())
            list.push_back(&world.policies[index]);
    };
    if (by.why == Decider::Why::rule)
        add(by.policy);
    for (const std::size_t index : by.policies)
        add(index);
    return list;
}

std::string sentenceOf(const World& world, const Slice& slice, Direction direction)
{
    const std::vector<const Policy*> policies = policiesOf(world, slice.by);
    const std::string many = policies.size() == 1 ? "selects" : "select";
    switch (slice.by.why) {
    case Decider::Why::rule: {
        const PolicyRuleRecord* rule = ruleOf(world, slice.by.policy, slice.by.rule, direction);
        std::string text = (policies.empty() ? std::string("a policy") : policies.front()->name) +
                           (slice.allowed ? " allows it (" : " refuses it (") + ruleText(rule, slice.by.rule, direction) + ")";
        if (policies.size() > 1)
            text += "; " + namesOf({policies.begin() + 1, policies.end()}) + (policies.size() == 2 ? " does" : " do") + " so too";
        if (rule && !rule->narrower.empty())
            text += "; the rule matches less than this: " + rule->narrower;
        return text;
    }
    case Decider::Why::noRule:
        return namesOf(policies) + " " + many + " the pod for " + toWord(direction) + ", and no rule lets this through";
    case Decider::Why::unselected:
        return std::string("no policy selects the pod for ") + toWord(direction) + ", so everything is allowed";
    case Decider::Why::noneDecides:
        return namesOf(policies) + " " + many + " the pod for " + toWord(direction) +
               ", but nothing decides about this, so it is allowed";
    case Decider::Why::networks:
        return "the two share no network";
    }
    return {};
}

std::vector<Evidence> evidenceOf(const World& world, const Inventory& inventory, const Slice& slice, Direction direction)
{
    std::vector<Evidence> list;
    const auto ofPolicy = [&](const Policy& policy) {
        const ObjectId object = policy.record.object;
        if (policy.record.selects.pods.evidence.valid())
            list.push_back(policy.record.selects.pods.evidence);
        else if (object.valid() && object.pos() < inventory.objects.size())
            list.push_back(inventory.object(object).evidence);
    };
    if (slice.by.why == Decider::Why::rule) {
        const PolicyRuleRecord* rule = ruleOf(world, slice.by.policy, slice.by.rule, direction);
        if (rule && rule->evidence.valid())
            list.push_back(rule->evidence);
        else if (slice.by.policy < world.policies.size())
            ofPolicy(world.policies[slice.by.policy]);
    }
    for (const Policy* policy : policiesOf(world, slice.by))
        if (slice.by.why != Decider::Why::rule || policy != &world.policies[slice.by.policy])
            ofPolicy(*policy);
    return list;
}

std::string nearlyText(const World& world, const NearlyApplied& nearly)
{
    std::string text = nearly.policy < world.policies.size() ? world.policies[nearly.policy].name : std::string("a policy");
    if (nearly.rule)
        text += ", " + ruleText(ruleOf(world, nearly.policy, *nearly.rule, nearly.direction), *nearly.rule, nearly.direction);
    else
        text += std::string(", ") + toWord(nearly.direction);
    return text + ": " + nearly.why;
}

bool byDefault(const Slice& slice)
{
    return slice.by.why == Decider::Why::unselected || slice.by.why == Decider::Why::noneDecides;
}

} // namespace bartizan::report
