// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/difference_parts.h"

#include "analysis/verdicts.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace bartizan::difference_parts {

const JudgedService* Other::service(const std::string& id) const
{
    const auto at =
        std::lower_bound(m_state.services.begin(), m_state.services.end(), id,
                         [](const JudgedService& service, const std::string& other) { return service.object.id < other; });
    return at != m_state.services.end() && at->object.id == id ? &*at : nullptr;
}

bool Other::has(const std::string& id) const
{
    return service(id) || std::binary_search(m_state.ways.begin(), m_state.ways.end(), id);
}

std::string Other::kindNotRead(const JudgedObject& object) const
{
    if (object.kind.empty())
        return {};
    const ScopeState state = m_state.scope.state(object.kind, object.ns.empty() ? "*" : object.ns);
    if (state == ScopeState::read)
        return {};
    return object.kind.substr(0, object.kind.find('.')) + " objects" + (object.ns.empty() ? "" : " of " + object.ns) +
           (state == ScopeState::refused ? " were refused in " : " were not read in ") + name();
}

std::string Other::notRead(const JudgedObject& object) const
{
    return has(object.id) ? std::string() : kindNotRead(object);
}

std::string Other::cannotTell(const JudgedFinding& finding, const Other& own, const std::vector<std::string>& services) const
{
    if (std::string reason = kindNotRead(finding.cause); !reason.empty())
        return reason;
    for (const std::string& id : services) {
        const JudgedService* known = own.service(id);
        if (!known)
            continue;
        if (std::string reason = notRead(known->object); !reason.empty())
            return reason;
        const JudgedService* there = service(id);
        for (std::size_t i = 0; there && i < layerCount; ++i)
            if (finding.layer == layerId(static_cast<Layer>(i)) && known->layers[i].verdict != Verdict::unknown &&
                there->layers[i].verdict == Verdict::unknown)
                return finding.layer + " of " + id + " is unknown in " + name();
    }
    return {};
}

ChangeSense together(const std::vector<ChangeSense>& senses)
{
    return std::all_of(senses.begin(), senses.end(), [&](ChangeSense sense) { return sense == senses.front(); })
               ? senses.front()
               : ChangeSense::changed;
}

namespace {

std::string findingText(const JudgedFinding& finding)
{
    return std::string(severityWord(finding.severity)) + ", " + analysis::counted(finding.subjects.size(), "subject", "subjects");
}

Change changeOf(const JudgedFinding* before, const JudgedFinding* after)
{
    const JudgedFinding& shown = after ? *after : *before;
    Change change;
    change.aspect = ChangeAspect::finding;
    change.presence = !before ? ChangePresence::added : !after ? ChangePresence::gone : ChangePresence::both;
    change.subject = shown.id;
    change.layer = shown.layer;
    change.title = shown.title;
    change.services = shown.services;
    change.severityBefore = (before ? before : after)->severity;
    change.severityAfter = shown.severity;
    if (before) {
        change.before = findingText(*before);
        change.subjectsBefore = before->subjects.size();
        change.indexBefore = before->index;
    }
    if (after) {
        change.after = findingText(*after);
        change.subjectsAfter = after->subjects.size();
        change.indexAfter = after->index;
    }
    change.evidenceBefore = before && (!after || !after->evidence.valid());
    change.evidence = change.evidenceBefore ? before->evidence : after->evidence;
    return change;
}

std::vector<std::string> onlyInFirst(const std::vector<std::string>& first, const std::vector<std::string>& second)
{
    std::vector<std::string> result;
    std::set_difference(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(result));
    return result;
}

// A finding that both states have; nothing when it is the same.
void compareFinding(std::vector<Change>& changes, const JudgedFinding& before, const JudgedFinding& after, const Other& earlier,
                    const Other& later)
{
    const std::vector<std::string> more = onlyInFirst(after.subjects, before.subjects);
    const std::vector<std::string> fewer = onlyInFirst(before.subjects, after.subjects);
    if (before.severity == after.severity && more.empty() && fewer.empty())
        return;
    Change change = changeOf(&before, &after);
    std::vector<ChangeSense> senses;
    std::string reason;
    if (before.severity != after.severity)
        senses.push_back(after.severity < before.severity ? ChangeSense::worse : ChangeSense::better);
    if (!more.empty()) {
        const std::string untold = earlier.cannotTell(after, later, onlyInFirst(after.services, before.services));
        senses.push_back(untold.empty() ? ChangeSense::worse : ChangeSense::incomparable);
        reason = untold.empty() ? "also " + analysis::listing(more) : untold;
    }
    if (!fewer.empty()) {
        const std::string untold = later.cannotTell(before, earlier, onlyInFirst(before.services, after.services));
        senses.push_back(untold.empty() ? ChangeSense::better : ChangeSense::incomparable);
        reason += (reason.empty() ? "" : "; ") + (untold.empty() ? "no longer " + analysis::listing(fewer) : untold);
    }
    change.sense = together(senses);
    change.partlyWorse = std::find(senses.begin(), senses.end(), ChangeSense::worse) != senses.end();
    change.reason = std::move(reason);
    changes.push_back(std::move(change));
}

Change onlyIn(const JudgedFinding& finding, const Other& own, const Other& other)
{
    const bool gone = other.isLater();
    Change change = changeOf(gone ? &finding : nullptr, gone ? nullptr : &finding);
    change.reason = other.cannotTell(finding, own, finding.services);
    change.sense = !change.reason.empty() ? ChangeSense::incomparable : gone ? ChangeSense::better : ChangeSense::worse;
    change.partlyWorse = change.sense == ChangeSense::worse;
    return change;
}

bool sameEnds(const JudgedPath& a, const JudgedPath& b)
{
    return std::tie(a.kind, a.entry, a.target) == std::tie(b.kind, b.entry, b.target);
}

bool isOpen(const JudgedPath& path)
{
    return path.isRequest && (path.answer == AuthAnswer::noCheckInFront || path.answer == AuthAnswer::openShown);
}
bool isChecked(const JudgedPath& path)
{
    return path.isRequest && path.answer == AuthAnswer::checkedAt;
}

std::string pathText(const JudgedPath& path)
{
    return path.isRequest ? answerText(path.answer, path.authenticatedAt) : path.authenticatedAt;
}

Change changeOf(const JudgedPath* before, const JudgedPath* after)
{
    const JudgedPath& shown = after ? *after : *before;
    Change change;
    change.aspect = ChangeAspect::path;
    change.presence = !before ? ChangePresence::added : !after ? ChangePresence::gone : ChangePresence::both;
    change.subject = shown.entry + " -> " + shown.target;
    change.title = std::string(pathWord(shown.kind)) + " path";
    change.services = {shown.target};
    change.answerBefore = (before ? before : after)->answer;
    change.answerAfter = shown.answer;
    if (before) {
        change.before = pathText(*before);
        change.indexBefore = before->index;
    }
    if (after) {
        change.after = pathText(*after);
        change.indexAfter = after->index;
    }
    change.evidenceBefore = before && (!after || !after->evidence.valid());
    change.evidence = change.evidenceBefore ? before->evidence : after->evidence;
    return change;
}

Change onlyIn(const JudgedPath& path, const Other& other)
{
    const bool gone = other.isLater();
    Change change = changeOf(gone ? &path : nullptr, gone ? nullptr : &path);
    for (const JudgedObject& object : path.through)
        if (change.reason.empty())
            change.reason = other.notRead(object);
    if (change.reason.empty() && other.state().pathsTruncated)
        change.reason = std::string("not all paths are listed in ") + other.name() + ": their bound was reached";
    change.sense = !change.reason.empty() ? ChangeSense::incomparable
                   : !isOpen(path)        ? ChangeSense::changed
                   : gone                 ? ChangeSense::better
                                          : ChangeSense::worse;
    return change;
}

void comparePath(std::vector<Change>& changes, const JudgedPath& before, const JudgedPath& after)
{
    if (pathText(before) == pathText(after))
        return;
    Change change = changeOf(&before, &after);
    const bool was = isChecked(before), is = isChecked(after);
    if (!before.isRequest || !after.isRequest || (was && is) || (isOpen(before) && isOpen(after))) {
        change.sense = ChangeSense::changed;
    } else if (before.answer == AuthAnswer::undecided || after.answer == AuthAnswer::undecided) {
        change.sense = ChangeSense::incomparable;
        change.reason = std::string("whether a check holds is not known in the ") +
                        (after.answer == AuthAnswer::undecided ? "later" : "earlier") + " state";
    } else if (was != is) {
        change.sense = is ? ChangeSense::better : ChangeSense::worse;
    }
    changes.push_back(std::move(change));
}

// Past all paths with the same ends: the first of them is the weakest and speaks for them.
std::size_t nextEnds(const std::vector<JudgedPath>& paths, std::size_t at)
{
    const std::size_t first = at;
    while (at < paths.size() && sameEnds(paths[first], paths[at]))
        ++at;
    return at;
}

} // namespace

void compareFindings(std::vector<Change>& changes, const Other& earlier, const Other& later)
{
    const auto& before = earlier.state().findings;
    const auto& after = later.state().findings;
    for (std::size_t b = 0, a = 0; b < before.size() || a < after.size();) {
        if (a == after.size() || (b < before.size() && before[b].id < after[a].id))
            changes.push_back(onlyIn(before[b++], earlier, later));
        else if (b == before.size() || after[a].id < before[b].id)
            changes.push_back(onlyIn(after[a++], later, earlier));
        else
            compareFinding(changes, before[b++], after[a++], earlier, later);
    }
}

void comparePaths(std::vector<Change>& changes, const Other& earlier, const Other& later)
{
    const auto& before = earlier.state().paths;
    const auto& after = later.state().paths;
    const auto less = [](const JudgedPath& x, const JudgedPath& y) {
        return std::tie(x.kind, x.entry, x.target) < std::tie(y.kind, y.entry, y.target);
    };
    for (std::size_t b = 0, a = 0; b < before.size() || a < after.size();) {
        const bool gone = a == after.size() || (b < before.size() && less(before[b], after[a]));
        const bool added = !gone && (b == before.size() || less(after[a], before[b]));
        if (gone)
            changes.push_back(onlyIn(before[b], later));
        else if (added)
            changes.push_back(onlyIn(after[a], earlier));
        else
            comparePath(changes, before[b], after[a]);
        b = added ? b : nextEnds(before, b);
        a = gone ? a : nextEnds(after, a);
    }
}

} // namespace bartizan::difference_parts
