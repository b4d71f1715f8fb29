// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/scan_match.h"

#include "model/image_reference.h"
#include "model/resolve/scan_question.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <tuple>

namespace bartizan {
namespace {

std::string workloadText(const WorkloadKey& key)
{
    return key.ns + '\n' + key.kind + '\n' + key.name;
}

bool namesImage(const ScanRecord& record)
{
    return !record.repositories.empty() || !record.repoDigests.empty() || !record.manifestDigests.empty() ||
           !record.configDigests.empty();
}

bool intersects(const std::vector<std::string>& left, const std::vector<std::string>& right)
{
    return std::any_of(left.begin(), left.end(),
                       [&](const std::string& item) { return std::find(right.begin(), right.end(), item) != right.end(); });
}

// Known on both sides and nothing in common.
bool disjoint(const std::vector<std::string>& left, const std::vector<std::string>& right)
{
    return !left.empty() && !right.empty() && !intersects(left, right);
}

// os and architecture, and the variant where both have one; arm64 has only the variant v8.
bool differentPlatform(const std::string& left, const std::string& right)
{
    if (left.empty() || right.empty())
        return false;
    const auto parts = [](std::string_view platform) {
        std::array<std::string_view, 3> found;
        for (std::string_view& part : found) {
            const std::size_t slash = std::min(platform.find('/'), platform.size());
            part = platform.substr(0, slash);
            platform.remove_prefix(std::min(slash + 1, platform.size()));
        }
        return found;
    };
    const auto a = parts(left), b = parts(right);
    return a[0] != b[0] || a[1] != b[1] || (!a[2].empty() && !b[2].empty() && a[2] != b[2]);
}

struct Counts {
    std::size_t critical = 0, high = 0, criticalWithFix = 0, highWithFix = 0, suppressed = 0;
};

Counts count(const ScanRecord& record)
{
    Counts counts;
    for (const Vulnerability& found : record.vulnerabilities) {
        if (found.suppressed) {
            ++counts.suppressed;
        } else if (found.level == FindingLevel::critical) {
            ++counts.critical;
            counts.criticalWithFix += found.hasFix();
        } else if (found.level == FindingLevel::high) {
            ++counts.high;
            counts.highWithFix += found.hasFix();
        }
    }
    return counts;
}

} // namespace

DigestComparison compareDigests(const ScanRecord& record, const std::vector<std::string>& registry,
                                const std::vector<std::string>& config)
{
    DigestComparison found;
    const bool sameManifest = intersects(registry, record.manifestDigests);
    found.sameBuild = sameManifest || intersects(config, record.configDigests);
    found.sameIndex = intersects(registry, record.repoDigests);
    found.otherConfiguration = disjoint(config, record.configDigests);
    const bool named = !record.repoDigests.empty() || !record.manifestDigests.empty();
    found.otherRegistryDigest = named && !registry.empty() && !sameManifest && !found.sameIndex;
    return found;
}

ScanIndex::ScanIndex(const std::vector<ScanReport>& reports)
{
    std::set<std::string> images;
    for (std::size_t r = 0; r < reports.size(); ++r) {
        for (std::size_t i = 0; i < reports[r].records.size(); ++i) {
            const ScanRecord& record = reports[r].records[i];
            const bool ofWorkload = record.kind == ScanRecord::Kind::workload && !record.workloadName.empty();
            if (!namesImage(record) && !ofWorkload)
                continue;
            Entry entry;
            entry.ref = {ReportId(r), i};
            entry.report = &reports[r];
            entry.record = &record;
            entry.seconds = secondsOf(record.time.empty() ? reports[r].time : record.time);
            const auto index = static_cast<std::uint32_t>(m_entries.size());
            m_entries.push_back(entry);
            for (const auto* list : {&record.repoDigests, &record.manifestDigests, &record.configDigests})
                for (const std::string& digest : *list)
                    m_byDigest[digest].push_back(index);
            for (const std::string& repository : record.repositories)
                m_byRepository[repository].push_back(index);
            if (ofWorkload)
                m_byWorkload[workloadText({record.ns, record.workloadKind, record.workloadName})].push_back(index);
            if (record.attempted || !record.vulnerabilityScan)
                continue;
            for (const std::string& reference : record.references)
                m_byLastName[reference.substr(reference.rfind('/') + 1)].push_back(index);
            images.insert(!record.references.empty()      ? record.references.front()
                          : !record.configDigests.empty() ? record.configDigests.front()
                                                          : record.target);
        }
    }
    m_scannedImages = images.size();
}

std::vector<std::uint32_t> ScanIndex::candidates(const ScanQuestion& question) const
{
    std::vector<std::uint32_t> found;
    const auto add = [&](const Bucket& bucket, const std::string& key) {
        if (const auto at = bucket.find(key); at != bucket.end())
            found.insert(found.end(), at->second.begin(), at->second.end());
    };
    for (const auto* list : {&question.registryDigests, &question.configDigests})
        for (const std::string& digest : *list)
            add(m_byDigest, digest);
    for (const std::string& repository : question.repositories)
        add(m_byRepository, repository);
    for (const WorkloadKey& key : question.container.workloads)
        add(m_byWorkload, workloadText(key));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

ScanStatus ScanIndex::judge(const Entry& entry, const ScanQuestion& question) const
{
    const ScanRecord& record = *entry.record;
    const bool looked = record.vulnerabilityScan && !record.attempted;
    const bool otherPlatform = differentPlatform(question.container.platform, record.platform);
    const auto onlyIfLooked = [&](ScanStatus status) { return looked ? status : ScanStatus::attempted; };
    const ScanStatus byTag = question.mutableTag ? ScanStatus::tagMutable : ScanStatus::tag;

    const DigestComparison digests = compareDigests(record, question.registryDigests, question.configDigests);
    // A configuration or a platform's manifest is of one platform: equality settles that too.
    if (digests.sameBuild)
        return onlyIfLooked(ScanStatus::exact);
    if (digests.sameIndex) {
        if (otherPlatform || digests.otherConfiguration)
            return looked ? ScanStatus::otherPlatform : ScanStatus::none;
        return onlyIfLooked(ScanStatus::exact);
    }
    if (intersects(question.references, record.references)) {
        if (otherPlatform)
            return looked ? ScanStatus::otherPlatform : ScanStatus::none;
        std::vector<std::string> sameRepository;
        for (std::size_t i = 0; i < record.repoDigests.size() && i < record.repoDigestRepositories.size(); ++i)
            if (std::count(question.repositories.begin(), question.repositories.end(), record.repoDigestRepositories[i]) != 0)
                sameRepository.push_back(record.repoDigests[i]);
        if (digests.otherConfiguration || disjoint(question.registryDigests, sameRepository))
            return looked ? ScanStatus::otherDigest : ScanStatus::none;
        return onlyIfLooked(byTag);
    }
    if (!namesImage(record)) { // found by its workload
        if (record.attempted)
            return ScanStatus::attempted;
        return looked && question.container.imagesInWorkload == 1 ? byTag : ScanStatus::none;
    }
    return looked && intersects(question.repositories, record.repositories) ? ScanStatus::otherVersion : ScanStatus::none;
}

// Of each tool its newest record; of those the worst, because a finding of one tool is not taken back by another's silence.
std::uint32_t ScanIndex::decisive(const std::vector<std::uint32_t>& found, const ScanQuestion& question) const
{
    const auto freshness = [&](const Entry& entry) { // 2 within the limit, 1 unknown, 0 stale
        const auto age = question.ageDays(entry.seconds);
        return !age ? 1 : *age <= question.options.ageLimitDays ? 2 : 0;
    };
    const auto weight = [&](std::uint32_t index) {
        const Counts counts = count(*m_entries[index].record);
        return std::tuple(counts.criticalWithFix + counts.highWithFix, counts.critical, counts.high);
    };
    std::vector<std::uint32_t> newest;
    for (const std::uint32_t index : found) {
        const Entry& entry = m_entries[index];
        const auto same = std::find_if(newest.begin(), newest.end(),
                                       [&](std::uint32_t other) { return m_entries[other].report->tool == entry.report->tool; });
        if (same == newest.end()) {
            newest.push_back(index);
            continue;
        }
        const Entry& other = m_entries[*same];
        if (entry.seconds > other.seconds || (entry.seconds == other.seconds && weight(index) > weight(*same)))
            *same = index;
    }
    std::uint32_t best = newest.front();
    for (const std::uint32_t index : newest) {
        const auto rank = [&](std::uint32_t i) { return std::tuple(freshness(m_entries[i]), weight(i), m_entries[i].seconds); };
        if (rank(index) > rank(best))
            best = index;
    }
    return best;
}

// Replicas may run several digests (a tag that moved between their starts); one report of one of them is not enough.
bool ScanIndex::leavesReplicasOut(const std::vector<std::uint32_t>& found, const ScanQuestion& question) const
{
    std::vector<std::string> named;
    for (const std::uint32_t index : found) {
        const ScanRecord& record = *m_entries[index].record;
        for (const auto* list : {&record.repoDigests, &record.manifestDigests, &record.configDigests})
            named.insert(named.end(), list->begin(), list->end());
    }
    const auto unnamed = [&](const std::vector<std::string>& digests) {
        return digests.size() > 1 && std::any_of(digests.begin(), digests.end(), [&](const std::string& digest) {
                   return std::find(named.begin(), named.end(), digest) == named.end();
               });
    };
    return unnamed(question.registryDigests) || unnamed(question.configDigests);
}

ScanMatch ScanIndex::match(const ContainerImage& container, const ScanMatchOptions& options) const
{
    const ScanQuestion question(container, options);
    ScanMatch match;
    std::vector<std::uint32_t> found;
    bool workloadOnly = false;
    for (const std::uint32_t index : candidates(question)) {
        const ScanStatus status = judge(m_entries[index], question);
        const ScanRecord& record = *m_entries[index].record;
        workloadOnly = workloadOnly || (status == ScanStatus::none && !namesImage(record) && record.vulnerabilityScan);
        if (status > match.status || status == ScanStatus::none)
            continue;
        if (status < match.status)
            found.clear();
        match.status = status;
        found.push_back(index);
    }
    if (!isCoverage(match.status))
        match.suggestion =
            workloadOnly ? "A report names this workload, but not which of its images it is about." : suggest(question);
    if (found.empty()) {
        match.explanation = m_scannedImages == 0 ? "No report of an image is in the input."
                                                 : "Not among the " + std::to_string(m_scannedImages) + " scanned images.";
        return match;
    }
    const std::uint32_t best = decisive(found, question);
    const Entry& entry = m_entries[best];
    std::stable_partition(found.begin(), found.end(), [&](std::uint32_t index) { return index == best; });
    for (const std::uint32_t index : found) {
        match.records.push_back(m_entries[index].ref);
        match.evidence.push_back(m_entries[index].record->evidence);
    }
    match.tool = entry.report->tool;
    match.time = entry.record->time.empty() ? entry.report->time : entry.record->time;
    match.ageDays = question.ageDays(entry.seconds);
    match.stale = match.ageDays && *match.ageDays > options.ageLimitDays;
    if (isCoverage(match.status)) {
        const Counts counts = count(*entry.record);
        match.critical = counts.critical;
        match.high = counts.high;
        match.criticalWithFix = counts.criticalWithFix;
        match.highWithFix = counts.highWithFix;
        match.suppressed = counts.suppressed;
        match.caveat = entry.record->caveat;
    }
    match.explanation = explain(entry, match.status, question);
    match.someReplicasOnly = match.status == ScanStatus::exact && leavesReplicasOut(found, question);
    if (match.someReplicasOnly)
        match.explanation += " Other pods run another digest, which no report names.";
    return match;
}

std::string ScanIndex::explain(const Entry& entry, ScanStatus status, const ScanQuestion& question) const
{
    ScanSentence sentence{*entry.report, *entry.record, question, status, question.ageDays(entry.seconds)};
    return sentence.text();
}

std::string ScanIndex::suggest(const ScanQuestion& question) const
{
    for (const std::string& reference : question.references) {
        const auto at = m_byLastName.find(reference.substr(reference.rfind('/') + 1));
        if (at == m_byLastName.end())
            continue;
        for (const std::uint32_t index : at->second)
            for (const std::string& scanned : m_entries[index].record->references)
                if (scanned != reference && sameImagePath(scanned, reference))
                    return scanned + " was scanned. If " + reference + " is a copy of it, a mirror rule makes that report count.";
    }
    return {};
}

} // namespace bartizan
