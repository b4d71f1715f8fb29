// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/near_misses.h"

#include "model/resolve/text.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

constexpr std::size_t most = 3;
constexpr std::size_t furthest = 3; // edits between the wanted value and the one found
constexpr std::size_t mostComparisons = 2'000'000;
constexpr std::size_t otherPlace = 10; // sorts after pods of the own namespace

using Found = std::multimap<std::size_t, Evidence>;

// How far is the value from what the requirement wants? Nothing when they have nothing in common.
std::optional<std::size_t> distance(const SelectorRequirement& requirement, const std::string& value)
{
    std::optional<std::size_t> best;
    for (const std::string& wanted : requirement.values) {
        const std::size_t shorter = std::min(wanted.size(), value.size());
        const std::size_t limit = std::min(furthest, shorter / 2);
        std::size_t edits = editDistance(lowered(wanted), lowered(value), limit);
        const bool prefix = shorter >= 3 && wanted.compare(0, shorter, value, 0, shorter) == 0;
        if (edits > limit && !prefix)
            continue;
        edits = std::min(edits, furthest);
        best = best ? std::min(*best, edits) : edits;
    }
    return best;
}

std::string quoted(const SelectorRequirement& requirement)
{
    Selector one;
    one.present = true;
    one.requirements.push_back(requirement);
    return "`" + toText(one) + "`";
}

} // namespace

std::vector<Evidence> NearMisses::of(const Selector& selector, const Identity& service) const
{
    if (!selector.present || selector.requirements.empty())
        return {};
    Found found;
    addInNamespace(selector, service, found);
    addElsewhere(selector, service, found);
    std::vector<Evidence> result;
    for (auto& [score, evidence] : found) {
        if (result.size() == most)
            break;
        if (std::find(result.begin(), result.end(), evidence) == result.end())
            result.push_back(evidence);
    }
    return result;
}

void NearMisses::addInNamespace(const Selector& selector, const Identity& service, Found& found) const
{
    for (const std::size_t entry : m_context.labels.all(scopeKey(service.cluster, service.ns))) {
        if (++m_comparisons > mostComparisons)
            return;
        const LabelSet& set = m_context.labels[entry];
        const SelectorRequirement* failed = nullptr;
        std::size_t failures = 0;
        for (const SelectorRequirement& requirement : selector.requirements) {
            Selector one;
            one.present = true;
            one.requirements.push_back(requirement);
            if (!matches(one, *set.labels)) {
                failed = &requirement;
                ++failures;
            }
        }
        if (failures != 1 || failed->op != SelectorRequirement::Op::in)
            continue;
        const Identity& pod = m_context.identity(m_context.in.workloads[set.record].object);
        const Attribute* label = bartizan::find(*set.labels, failed->key);
        if (label) {
            const std::optional<std::size_t> edits = distance(*failed, label->value);
            if (!edits && selector.requirements.size() == 1)
                continue;
            Evidence evidence = label->evidence;
            evidence.quote(evidence.pointer(), "the selector asks for " + quoted(*failed) + ", " + displayName(pod) + " has `" +
                                                   label->key + "=" + label->value + "`");
            found.emplace(edits.value_or(furthest + 1), std::move(evidence));
        } else if (selector.requirements.size() > 1) {
            Evidence evidence = m_context.in.object(m_context.in.workloads[set.record].object).evidence;
            evidence.quote(evidence.pointer(),
                           "the selector asks for " + quoted(*failed) + ", " + displayName(pod) + " has no label " + failed->key);
            found.emplace(furthest + 2, std::move(evidence));
        }
    }
}

void NearMisses::addElsewhere(const Selector& selector, const Identity& service, Found& found) const
{
    for (std::size_t i = 0; i < m_context.in.workloads.size() && found.size() < 2 * most; ++i) {
        if (++m_comparisons > mostComparisons)
            return;
        const WorkloadRecord& record = m_context.in.workloads[i];
        const Object& object = m_context.in.object(record.object);
        if (object.identity.cluster != service.cluster || !matches(selector, record.podLabels))
            continue;
        Evidence evidence = object.evidence;
        if (!object.applied() && object.identity.ns == service.ns)
            evidence.quote(evidence.pointer(), displayName(object.identity) + " would match, but is not applied");
        else if (object.applied() && object.identity.ns != service.ns)
            evidence.quote(evidence.pointer(), displayName(object.identity) + " would match, but is in another namespace");
        else
            continue;
        found.emplace(otherPlace, std::move(evidence));
    }
}

} // namespace bartizan::resolving
