// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/summary.h"

#include "analysis/findings.h"
#include "analysis/service_counts.h"
#include "analysis/verdicts.h"

#include <set>

namespace bartizan::analysis {
namespace {

std::string numberWord(std::size_t n, bool capital)
{
    static constexpr const char* words[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    std::string word = n < std::size(words) ? words[n] : std::to_string(n);
    return capital ? capitalised(word) : word;
}

bool isOpen(const Path& path)
{
    return path.kind != PathKind::lateral && path.answer != AuthAnswer::checkedAt && path.answer != AuthAnswer::undecided;
}

} // namespace

void countRequired(const Context& context, Posture& posture)
{
    for (WorkloadPosture& w : posture.workloads) {
        for (std::size_t i = 0; i < layerCount; ++i) {
            w.required[i] = isRequired(context, w.workload, static_cast<Layer>(i));
            const Verdict verdict = w.layers[i].verdict;
            if (!w.required[i] || verdict == Verdict::notApplicable)
                continue;
            ++w.counts.required;
            switch (verdict) {
            case Verdict::present:
                ++w.counts.present;
                break;
            case Verdict::partial:
                ++w.counts.partial;
                break;
            case Verdict::missing:
                ++w.counts.missing;
                break;
            case Verdict::unknown:
                ++w.counts.unknown;
                break;
            case Verdict::notApplicable:
                break;
            }
        }
    }
}

void listAssumptions(const Context& context, Posture& posture)
{
    std::map<std::string, std::size_t> counts;
    const auto count = [&](const LayerVerdict& verdict) {
        for (const std::string& id : std::set<std::string>(verdict.assumptions.begin(), verdict.assumptions.end()))
            ++counts[id];
    };
    for (const WorkloadPosture& w : posture.workloads)
        for (const LayerVerdict& verdict : w.layers)
            count(verdict);
    const auto text = [&](const std::string& key) {
        const auto found = context.catalogue.assumptions.find(key);
        return found == context.catalogue.assumptions.end() ? std::string() : found->second;
    };
    for (const auto& [id, n] : counts) {
        Assumption assumption{id, text(id), text(id + ".settledBy"), n};
        if (assumption.sentence.empty())
            assumption.sentence = id;
        posture.assumptions.push_back(std::move(assumption));
    }
}

void listUnknownInputs(const Context& context, Posture& posture)
{
    struct Use {
        std::size_t settles = 0;
        std::set<std::string> subjects;
    };
    std::map<std::pair<std::string, std::string>, Use> uses;
    for (const WorkloadPosture& w : posture.workloads)
        for (std::size_t i = 0; i < layerCount; ++i) {
            if (!w.required[i] || w.layers[i].verdict != Verdict::unknown)
                continue;
            for (const SettledBy& s : w.layers[i].settledBy) {
                Use& use = uses[{s.input, s.command}];
                ++use.settles;
                use.subjects.insert(context.workload(w.workload).id);
            }
        }
    for (auto& [key, use] : uses)
        posture.unknownInputs.push_back({key.first, key.second, use.settles, {use.subjects.begin(), use.subjects.end()}});
    std::stable_sort(posture.unknownInputs.begin(), posture.unknownInputs.end(),
                     [](const UnknownInput& a, const UnknownInput& b) { return a.settles > b.settles; });
}

std::string headline(const Context& context, const Posture& posture)
{
    const ServiceCounts count = countServices(context.architecture);
    std::size_t unknown = 0;
    for (const WorkloadPosture& w : posture.workloads)
        unknown += static_cast<std::size_t>(w.counts.unknown);
    if (posture.workloads.empty())
        return "Nothing to look along yet.";
    const bool platformOnly = count.onlyPlatform();
    const std::size_t services = platformOnly ? count.all : count.all - count.platform;

    // Ways in are entries, as in the list of them. Direct and relayed reach are never counted together; a sensitive
    // service comes first, by whichever, then what is reached directly.
    struct Reached {
        std::map<WorkloadId, std::set<EntryId>> open;
        std::set<EntryId> ways;
        const char* through = "";
    };
    std::array<Reached, 2> kinds;
    kinds[1].through = " through other services";
    for (const Path& path : posture.paths)
        if (isOpen(path) && (platformOnly || !context.workload(path.target).platform) &&
            context.facts(path.target).gatewayEntries.empty()) {
            Reached& reached = kinds[path.kind == PathKind::direct ? 0 : 1];
            reached.open[path.target].insert(path.entry);
            reached.ways.insert(path.entry);
        }
    for (const Reached& reached : kinds) {
        const WorkloadId* asset = nullptr;
        for (const auto& [target, in] : reached.open)
            if (context.workload(target).sensitivity >= Sensitivity::confidential &&
                (!asset || context.workload(target).sensitivity > context.workload(*asset).sensitivity))
                asset = &target;
        if (asset) {
            const std::size_t ways = reached.open.at(*asset).size();
            return numberWord(ways, true) + (ways == 1 ? " way in reaches " : " ways in reach ") + context.workload(*asset).name +
                   reached.through + " with no check in front.";
        }
    }
    for (const Reached& reached : kinds)
        if (!reached.open.empty())
            return numberWord(reached.ways.size(), true) + (reached.ways.size() == 1 ? " way in reaches " : " ways in reach ") +
                   numberWord(reached.open.size(), false) + " of " + numberWord(services, false) +
                   (services == 1 ? " service" : " services") + reached.through + " with no check in front.";
    std::size_t gaps = 0;
    const Finding* worst = nullptr;
    for (const Finding& f : posture.findings)
        if (f.severity != FindingSeverity::info && isLeadingCause(f, count)) {
            ++gaps;
            if (!worst)
                worst = &f;
        }
    const std::string these = services == 1 ? "this service" : "these " + std::to_string(services) + " services";
    if (worst)
        return counted(gaps, "finding in ", "findings in ") + these + "; the most serious: " + worst->title + ".";
    if (unknown == 0)
        return "No gap found in " + these + ". All required layers were decided.";
    return "No gap found, but " + counted(unknown, "verdict is", "verdicts are") + " unknown. " +
           numberWord(posture.unknownInputs.size(), true) +
           (posture.unknownInputs.size() == 1 ? " input would settle them." : " inputs would settle them.");
}

} // namespace bartizan::analysis
