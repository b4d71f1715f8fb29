// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include "analysis/hash.h"
#include "analysis/severity.h"
#include "analysis/verdicts.h"

#include <algorithm>
#include <set>

namespace bartizan::analysis {
namespace {

constexpr std::size_t evidenceLimit = 64; // of one finding; its subjects are all kept
constexpr std::size_t reasonLimit = 4;

const char* sensitivityKey(Sensitivity level)
{
    switch (level) {
    case Sensitivity::openData:
        return "openData";
    case Sensitivity::internal:
        return "internal";
    case Sensitivity::confidential:
        return "confidential";
    case Sensitivity::restricted:
        return "restricted";
    }
    return "internal";
}

// As its id says it: "namespace/name", with several clusters "cluster//namespace/name".
std::string nameOf(const Workload& w)
{
    return w.id.substr(0, w.id.rfind('['));
}
std::string spaceOf(const Workload& w)
{
    const std::string name = nameOf(w);
    return name.substr(0, name.rfind('/'));
}

std::string whatOf(const Context& context, const std::vector<WorkloadId>& workloads, const std::vector<std::string>& subjects)
{
    if (subjects.size() == 1) {
        if (workloads.size() != 1)
            return subjects.front();
        return nameOf(context.workload(workloads.front()));
    }
    if (workloads.size() != subjects.size())
        return std::to_string(subjects.size()) + " subjects";
    std::set<std::string> spaces;
    for (WorkloadId w : workloads)
        spaces.insert(spaceOf(context.workload(w)));
    return std::to_string(workloads.size()) + " workloads in " +
           (spaces.size() == 1 ? *spaces.begin() : std::to_string(spaces.size()) + " namespaces");
}

std::string filledIn(std::string text, const std::string& what)
{
    constexpr std::string_view hole = "{what}";
    for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + what.size()))
        text.replace(at, hole.size(), what);
    return text;
}

} // namespace

bool asksFor(const Catalogue& catalogue, Sensitivity level, Layer layer)
{
    const auto& table = catalogue.policy.required;
    auto row = table.find(sensitivityKey(level));
    if (row == table.end())
        row = table.find(toWord(level));
    if (row == table.end())
        return table.empty();
    return std::find(row->second.begin(), row->second.end(), layerId(layer)) != row->second.end();
}

Cause causeObject(const Context& context, ObjectId id, Evidence shown)
{
    const Object& object = context.object(id);
    const Identity& i = object.identity;
    if (!shown.valid())
        shown = object.evidence;
    return {i.cluster + "|" + i.group + "|" + i.kind + "|" + i.ns + "|" + i.name, std::move(shown), displayName(i)};
}

Cause causeAbsence(const Context& context, WorkloadId id)
{
    const Workload& w = context.workload(id);
    const Object* ns = context.facts(id).nsObject;
    return {"absence|" + w.cluster + "|" + w.ns, ns ? ns->evidence : Evidence{}, w.ns};
}

Cause causeGlobal(std::string key, Evidence shown)
{
    return {"global|" + std::move(key), std::move(shown), ""};
}

bool isRequired(const Context& context, WorkloadId id, Layer layer)
{
    return asksFor(context.catalogue, context.workload(id).sensitivity, layer);
}

bool onlyInferred(const Context& context, WorkloadId id, Layer layer)
{
    const Workload& w = context.workload(id);
    return w.sensitivitySource == SensitivitySource::inferred && isRequired(context, id, layer) &&
           !asksFor(context.catalogue, Sensitivity::internal, layer);
}

void FindingSink::add(Raise raise, bool gap)
{
    const bool platform = raise.workload.valid() && m_context.workload(raise.workload).platform;
    const std::string key = std::string(raise.rule.text()) + "\n" + raise.cause.key + (platform ? "\nplatform" : "");
    const auto [entry, fresh] = m_groups.try_emplace(key);
    Group& group = entry->second;
    if (fresh) {
        group.platform = platform;
        group.gap = gap;
    }
    group.gap = group.gap && gap;
    if (raise.subject.empty() && raise.workload.valid())
        raise.subject = m_context.workload(raise.workload).id;
    group.raised.push_back(std::move(raise));
}

// A report that is missing or says nothing is unknown and no gap. What configuration leaves open ("no check in front": the
// application may still check) is shown all the same.
static bool isUndecided(const LayerVerdict& verdict)
{
    return verdict.verdict == Verdict::unknown && verdict.basis == Basis::report;
}

void FindingSink::raise(Raise raise)
{
    add(std::move(raise), false);
}

void FindingSink::raise(RuleId rule, Cause cause, WorkloadId workload, const LayerVerdict& verdict, std::string reasonMany)
{
    add({rule, std::move(cause), verdict.reason, std::move(reasonMany), workload, "", verdict.evidence, verdict.nearMisses,
         verdict.within, isUndecided(verdict)},
        false);
}

void FindingSink::raiseGap(RuleId rule, Cause cause, WorkloadId workload, const LayerVerdict& verdict, std::string reasonMany)
{
    if (!isRequired(m_context, workload, rule.row().layer))
        return;
    add({rule, std::move(cause), verdict.reason, std::move(reasonMany), workload, "", verdict.evidence, verdict.nearMisses,
         verdict.within, isUndecided(verdict)},
        true);
}

std::vector<Finding> FindingSink::finish(const Posture& posture) const
{
    std::vector<Finding> findings;
    for (const auto& [key, group] : m_groups) {
        if (m_context.stopped())
            return findings;
        const Raise& first = group.raised.front();
        const RuleRow& row = first.rule.row();
        Finding f;
        f.rule = row.id;
        f.layer = layerId(row.layer);
        f.id = f.rule + "-" + hash8(key);
        f.platform = group.platform;
        f.cause = first.cause.evidence;
        f.within = first.within;
        std::set<WorkloadId> workloads;
        std::set<std::string> subjects;
        bool inferredOnly = group.gap;
        f.undecided = true;
        for (const Raise& r : group.raised) {
            subjects.insert(r.subject);
            f.undecided = f.undecided && r.undecided;
            if (r.workload.valid())
                workloads.insert(r.workload);
            inferredOnly = inferredOnly && r.workload.valid() && onlyInferred(m_context, r.workload, row.layer);
            for (const Evidence& e : r.evidence)
                if (f.evidence.size() < evidenceLimit && std::find(f.evidence.begin(), f.evidence.end(), e) == f.evidence.end())
                    f.evidence.push_back(e);
            for (const NearMiss& miss : r.nearMisses)
                if (f.nearMisses.size() < evidenceLimit &&
                    std::none_of(f.nearMisses.begin(), f.nearMisses.end(),
                                 [&](const NearMiss& m) { return m.sentence == miss.sentence; }))
                    f.nearMisses.push_back(miss);
        }
        if (!f.cause.valid() && !f.evidence.empty())
            f.cause = f.evidence.front();
        if (!f.cause.valid() && !workloads.empty()) // an absence: the first workload that lacks it
            f.cause = m_context.workload(*workloads.begin()).evidence;
        f.subjects.assign(subjects.begin(), subjects.end());
        f.workloads.assign(workloads.begin(), workloads.end());
        f.ifSensitivity = inferredOnly;
        if (inferredOnly)
            f.ifLevel = "if confidential";
        const std::string what = whatOf(m_context, f.workloads, f.subjects);
        if (f.subjects.size() == 1 || first.reasonMany.empty()) {
            std::vector<std::string> reasons; // several lines of one object: each says its own
            for (const Raise& r : group.raised)
                if (r.subject == first.subject)
                    addUnique(reasons, r.reason);
            for (std::size_t i = 0; i < std::min(reasons.size(), reasonLimit); ++i)
                f.reason += (i == 0 ? "" : " ") + reasons[i];
            if (reasons.size() > reasonLimit)
                f.reason += " And " + std::to_string(reasons.size() - reasonLimit) + " more of the kind.";
            if (f.subjects.size() > 1)
                f.reason += " The same holds for " + counted(f.subjects.size() - 1, "more subject.", "more subjects.");
        } else {
            f.reason = filledIn(first.reasonMany, what);
        }
        const RuleText* text = m_context.catalogue.rule(f.rule);
        f.title = (text ? text->title : f.rule) + ": " + what;
        if (text) {
            f.fix = text->fix;
            f.controls = text->controls;
        }
        f.severity = severityOf(m_context, posture, row, f);
        findings.push_back(std::move(f));
    }
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return a.severity != b.severity ? a.severity < b.severity : a.id < b.id;
    });
    return findings;
}

} // namespace bartizan::analysis
