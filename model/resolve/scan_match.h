// SPDX-License-Identifier: GPL-3.0-or-later
// Which scan report is evidence for which container, and how strongly. ScanIndex is built once over the inventory's
// reports and then asked a container at a time, by model/resolve and analysis/layers/image. Pure and deterministic; safe
// from any number of threads; a question costs only the records that share a key with the container.
// Digests are compared by kind: a platform's manifest, an index and a configuration differ for one and the same image.
#pragma once

#include "model/inventory/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bartizan {

enum class ScanStatus {
    exact,         // a digest of the container is in the report
    tag,           // same repository and tag, no comparable digest
    tagMutable,    // the same, and the tag may name another image by now
    otherDigest,   // same repository and tag, digests of one kind differ: the tag moved
    otherPlatform, // the image, but for another platform
    attempted,     // the image is named, but nothing was looked for or found out
    otherVersion,  // only another tag or digest of the repository was scanned
    none,
};
const char* toWord(
    ScanStatus status); // "exact", "tag", "mutable tag", "other digest", "other platform", "attempted", "other version", "none"
inline bool isCoverage(ScanStatus status)
{
    return status <= ScanStatus::tagMutable;
}

struct WorkloadKey {
    std::string ns, kind, name;
    friend bool operator==(const WorkloadKey&, const WorkloadKey&) = default;
};

struct ContainerImage {
    std::string written;                // spec.containers[].image
    std::vector<std::string> imageIds;  // status.containerStatuses[].imageID, in any of its forms
    std::string pullPolicy;             // imagePullPolicy, "" if not written
    std::string platform;               // "linux/amd64" when the node or a selector says so, else ""
    std::vector<WorkloadKey> workloads; // the workload, and its ReplicaSets and pods where they are in the input
    std::string container;
    std::size_t imagesInWorkload = 0; // distinct images of that workload; 0 = not known
};

struct ScanRecordRef {
    ReportId report;
    std::size_t record = 0;
    friend bool operator==(const ScanRecordRef&, const ScanRecordRef&) = default;
};

struct MirrorRule { // repositories below `from` hold copies of those below `to`: "registry.corp/hub" -> "docker.io"
    std::string from, to;
};

struct ScanMatchOptions {
    std::string asOf; // RFC 3339 date or time; "" = ages are not computed
    int ageLimitDays = 30;
    std::vector<MirrorRule> mirrors;
};

struct ScanMatch {
    ScanStatus status = ScanStatus::none;
    std::vector<ScanRecordRef> records; // that reach this status; the decisive one first
    std::string explanation;            // a sentence, names the report's target, tool and day
    std::string suggestion;             // a sentence, "" if none: a possible mirror or owner, to be confirmed by a person
    std::vector<Evidence> evidence;     // of `records`, same order
    std::string tool;
    std::string time;              // of the decisive record, "" = not in the report
    std::optional<int> ageDays;    // at asOf; unset when either time is unknown
    bool stale = false;            // older than the limit; never set when the age is unknown
    bool someReplicasOnly = false; // exact, but pods also run a digest of the same kind that no report names
    std::string caveat;            // what weakens the decisive record, a clause; "" if nothing
    // Of the decisive record, only when isCoverage(status); suppressed ones are counted in `suppressed` alone.
    std::size_t critical = 0, high = 0, criticalWithFix = 0, highWithFix = 0, suppressed = 0;

    std::size_t withFix() const { return criticalWithFix + highWithFix; }
};

struct ScanQuestion; // scan_question.h

class ScanIndex {
public:
    explicit ScanIndex(const std::vector<ScanReport>& reports); // keeps a reference

    ScanMatch match(const ContainerImage& container, const ScanMatchOptions& options) const;
    std::size_t scannedImages() const { return m_scannedImages; } // distinct images that were scanned for vulnerabilities

private:
    struct Entry { // one record that can say something about an image
        ScanRecordRef ref;
        const ScanReport* report = nullptr;
        const ScanRecord* record = nullptr;
        std::optional<std::int64_t> seconds; // scan time, UTC
    };
    using Bucket = std::unordered_map<std::string, std::vector<std::uint32_t>>;

    std::vector<std::uint32_t> candidates(const ScanQuestion& question) const;
    ScanStatus judge(const Entry& entry, const ScanQuestion& question) const;
    std::uint32_t decisive(const std::vector<std::uint32_t>& found, const ScanQuestion& question) const;
    std::string explain(const Entry& entry, ScanStatus status, const ScanQuestion& question) const;
    std::string suggest(const ScanQuestion& question) const;
    bool leavesReplicasOut(const std::vector<std::uint32_t>& found, const ScanQuestion& question) const;

    std::vector<Entry> m_entries;
    Bucket m_byDigest, m_byRepository, m_byWorkload, m_byLastName;
    std::size_t m_scannedImages = 0;
};

// "docker-pullable://repo@sha256:x", "repo@sha256:x", "sha256:x", "docker://sha256:x", 64 hex digits, "" or anything else.
struct RunningDigests {
    std::vector<std::string> registry; // of an index or a manifest
    std::vector<std::string> config;   // image ids
};
RunningDigests runningDigests(const std::vector<std::string>& imageIds);

// How what a record names stands to the digests that run, by kind. Nothing is known of a kind that one side lacks.
struct DigestComparison {
    bool sameBuild = false;           // a configuration or a platform's manifest: one and the same image
    bool sameIndex = false;           // a digest of the repository, which may be of several platforms
    bool otherConfiguration = false;  // another build, whatever the registry
    bool otherRegistryDigest = false; // another build, or the same one in another registry
};
DigestComparison compareDigests(const ScanRecord& record, const std::vector<std::string>& registry,
                                const std::vector<std::string>& config);

// A tag that is meant to move: none, one with "latest" in it, a word without any digit; any tag under imagePullPolicy Always.
bool isMutableTag(std::string_view tag, std::string_view pullPolicy);

std::optional<std::int64_t> secondsOf(std::string_view rfc3339); // UTC; dates alone are midnight

} // namespace bartizan
