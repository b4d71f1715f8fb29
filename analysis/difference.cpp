// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/difference.h"

#include "analysis/difference_parts.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bartizan {

using namespace difference_parts;

const char* changeSenseWord(ChangeSense sense)
{
    constexpr std::array<const char*, 4> words = {"worse", "better", "changed", "incomparable"};
    return words[static_cast<std::size_t>(sense)];
}

const char* changeAspectWord(ChangeAspect aspect)
{
    constexpr std::array<const char*, 6> words = {"service", "layer", "sensitivity", "image", "finding", "path"};
    return words[static_cast<std::size_t>(aspect)];
}

const char* changePresenceWord(ChangePresence presence)
{
    constexpr std::array<const char*, 3> words = {"changed", "new", "gone"};
    return words[static_cast<std::size_t>(presence)];
}

ChangeSense senseOf(Verdict before, Verdict after)
{
    if (before == Verdict::unknown || after == Verdict::unknown)
        return ChangeSense::incomparable;
    // What does not apply is no gap, and no defence either.
    const auto rank = [](Verdict verdict) { return verdict == Verdict::missing ? 0 : verdict == Verdict::partial ? 1 : 2; };
    if (rank(before) == rank(after))
        return ChangeSense::changed;
    return rank(after) < rank(before) ? ChangeSense::worse : ChangeSense::better;
}

namespace {

std::string joined(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

Change changeOf(const JudgedService& service, ChangeAspect aspect)
{
    Change change;
    change.aspect = aspect;
    change.subject = service.object.id;
    change.title = service.name;
    change.services = {service.object.id};
    return change;
}

void compareLayer(std::vector<Change>& changes, const JudgedService& before, const JudgedService& after, std::size_t i)
{
    const JudgedLayer& was = before.layers[i];
    const JudgedLayer& is = after.layers[i];
    std::vector<ChangeSense> senses;
    std::string facetsBefore, facetsAfter;
    if (was.verdict == is.verdict)
        for (const auto& [name, then] : was.facets)
            for (const auto& [same, now] : is.facets)
                if (name == same && then != now) {
                    senses.push_back(senseOf(then, now));
                    facetsBefore += (facetsBefore.empty() ? "" : ", ") + name + " " + verdictText(then);
                    facetsAfter += (facetsAfter.empty() ? "" : ", ") + name + " " + verdictText(now);
                }
    if (was.verdict == is.verdict && senses.empty())
        return;
    Change change = changeOf(after, ChangeAspect::layer);
    change.layer = layerId(static_cast<Layer>(i));
    change.sense = senses.empty() ? senseOf(was.verdict, is.verdict) : together(senses);
    change.before = verdictText(was.verdict) + (facetsBefore.empty() ? "" : " (" + facetsBefore + ")");
    change.after = verdictText(is.verdict) + (facetsAfter.empty() ? "" : " (" + facetsAfter + ")");
    change.verdictBefore = was.verdict;
    change.verdictAfter = is.verdict;
    if (change.sense == ChangeSense::incomparable)
        change.reason =
            (is.verdict == Verdict::unknown || was.verdict != Verdict::unknown ? "not known in the later state: " + is.reason
                                                                               : "not known in the earlier state: " + was.reason);
    else
        change.reason = is.reason;
    change.evidenceBefore = !is.evidence.valid() && was.evidence.valid();
    change.evidence = change.evidenceBefore ? was.evidence : is.evidence;
    changes.push_back(std::move(change));
}

void compareService(std::vector<Change>& changes, const JudgedService& before, const JudgedService& after)
{
    for (std::size_t i = 0; i < layerCount; ++i)
        compareLayer(changes, before, after, i);
    if (before.sensitivity != after.sensitivity) {
        Change change = changeOf(after, ChangeAspect::sensitivity);
        change.before = toWord(before.sensitivity);
        change.after = toWord(after.sensitivity);
        change.evidence = after.evidence;
        changes.push_back(std::move(change));
    }
    if (before.images != after.images) {
        Change change = changeOf(after, ChangeAspect::image);
        change.before = joined(before.images);
        change.after = joined(after.images);
        change.evidence = after.evidence;
        changes.push_back(std::move(change));
    }
}

// A service that only one state has: new or gone, or not to be told where the other did not read its kind.
Change onlyIn(const JudgedService& service, const Other& other)
{
    Change change = changeOf(service, ChangeAspect::service);
    change.presence = other.isLater() ? ChangePresence::gone : ChangePresence::added;
    change.reason = other.notRead(service.object);
    if (!change.reason.empty())
        change.sense = ChangeSense::incomparable;
    (other.isLater() ? change.before : change.after) = "there";
    change.evidence = service.evidence;
    change.evidenceBefore = other.isLater();
    return change;
}

void compareServices(std::vector<Change>& changes, const Other& earlier, const Other& later)
{
    const auto& before = earlier.state().services;
    const auto& after = later.state().services;
    for (std::size_t b = 0, a = 0; b < before.size() || a < after.size();) {
        const std::size_t from = changes.size();
        const bool gone = a == after.size() || (b < before.size() && before[b].object.id < after[a].object.id);
        const bool added = !gone && (b == before.size() || after[a].object.id < before[b].object.id);
        if (gone)
            changes.push_back(onlyIn(before[b], later));
        else if (added)
            changes.push_back(onlyIn(after[a], earlier));
        else
            compareService(changes, before[b], after[a]);
        for (std::size_t i = from; i < changes.size(); ++i) {
            if (!added)
                changes[i].indexBefore = b;
            if (!gone)
                changes[i].indexAfter = a;
        }
        b += added ? 0 : 1;
        a += gone ? 0 : 1;
    }
}

std::size_t layerPosition(const std::string& layer)
{
    for (std::size_t i = 0; i < layerCount; ++i)
        if (layer == layerId(static_cast<Layer>(i)))
            return i;
    return layerCount;
}

auto orderOf(const Change& change)
{
    return std::tuple(change.sense, change.aspect,
                      change.aspect == ChangeAspect::finding ? std::min(change.severityBefore, change.severityAfter)
                                                             : FindingSeverity::critical,
                      std::string_view(change.subject), layerPosition(change.layer), change.presence,
                      std::string_view(change.title));
}

DifferenceCounts countsOf(const Difference& difference, const JudgedState& before, const JudgedState& after)
{
    DifferenceCounts counts;
    counts.servicesBefore = before.services.size();
    counts.servicesAfter = after.services.size();
    std::set<std::string_view> worse, better;
    for (const Change& change : difference.changes) {
        const bool told = change.sense != ChangeSense::incomparable;
        const bool added = change.presence == ChangePresence::added && told,
                   gone = change.presence == ChangePresence::gone && told;
        counts.newServices += added && change.aspect == ChangeAspect::service ? 1 : 0;
        counts.goneServices += gone && change.aspect == ChangeAspect::service ? 1 : 0;
        counts.newFindings += added && change.aspect == ChangeAspect::finding ? 1 : 0;
        counts.goneFindings += gone && change.aspect == ChangeAspect::finding ? 1 : 0;
        if (change.aspect == ChangeAspect::layer && change.sense == ChangeSense::worse)
            worse.insert(change.subject);
        if (change.aspect == ChangeAspect::layer && change.sense == ChangeSense::better)
            better.insert(change.subject);
        switch (change.sense) {
        case ChangeSense::worse:
            ++counts.worse;
            break;
        case ChangeSense::better:
            ++counts.better;
            break;
        case ChangeSense::changed:
            ++counts.changed;
            break;
        case ChangeSense::incomparable:
            ++counts.incomparable;
            break;
        }
    }
    counts.worseServices = worse.size();
    counts.betterServices = better.size();
    return counts;
}

} // namespace

Difference difference(const JudgedState& before, const JudgedState& after)
{
    Difference result;
    const Other earlier(before, false), later(after, true);
    compareServices(result.changes, earlier, later);
    compareFindings(result.changes, earlier, later);
    comparePaths(result.changes, earlier, later);
    std::stable_sort(result.changes.begin(), result.changes.end(),
                     [](const Change& a, const Change& b) { return orderOf(a) < orderOf(b); });
    result.counts = countsOf(result, before, after);
    return result;
}

} // namespace bartizan
