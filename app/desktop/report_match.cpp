// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_match.h"

#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "model/image_reference.h"
#include "model/resolve/scan_match.h"

#include <QObject>

#include <algorithm>
#include <set>

namespace bartizan::desktop {

namespace {

using Digests = std::vector<std::string>;

bool covers(const WorkloadPosture::ImageScan& scan)
{
    return scan.scan == toWord(ScanStatus::exact) || scan.scan == toWord(ScanStatus::tag) ||
           scan.scan == toWord(ScanStatus::tagMutable);
}

std::string referenceOf(const Image& image)
{
    return image.normalised.empty() ? image.written : image.normalised;
}

} // namespace

std::vector<JoinableReport> joinableReports(const Snapshot& snapshot, const std::string& with)
{
    const Inventory& inventory = snapshot.model().inventory;
    std::set<FileId> covering;
    for (const WorkloadPosture& workload : snapshot.posture().workloads)
        for (const WorkloadPosture::ImageScan& scan : workload.images)
            for (std::size_t i = 1; covers(scan) && i < scan.evidence.size(); ++i)
                covering.insert(scan.evidence[i].file);
    std::vector<JoinableReport> reports;
    for (const ScanReport& report : inventory.reports) {
        if (!report.file.valid() || report.records.size() != 1)
            continue;
        const std::string& path = inventory.files[report.file.pos()].path;
        if (path != with && covering.count(report.file) != 0)
            continue;
        const ScanRecord& record = report.records.front();
        reports.push_back({path, QObject::tr("%1 (%2: %3)").arg(shown(path), shown(report.tool), shown(record.target)), &record});
    }
    std::sort(reports.begin(), reports.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return reports;
}

std::vector<JoinableImage> joinableImages(const Snapshot& snapshot, const std::string& with)
{
    const auto& images = snapshot.model().architecture.images;
    std::vector<char> used(images.size()), open(images.size());
    for (const WorkloadPosture& workload : snapshot.posture().workloads)
        for (const WorkloadPosture::ImageScan& scan : workload.images)
            if (scan.image.valid()) {
                used[scan.image.pos()] = 1;
                open[scan.image.pos()] = static_cast<char>(open[scan.image.pos()] || !covers(scan));
            }
    std::vector<JoinableImage> result;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::string reference = referenceOf(images[i]);
        if (used[i] && (open[i] || reference == with))
            result.push_back({images[i].written, reference, &images[i]});
    }
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.written < b.written; });
    return result;
}

QString digestRemark(const JoinableReport& report, const JoinableImage& image)
{
    const ScanRecord& record = *report.record;
    const RunningDigests running = runningDigests(image.image->runningDigests);
    Digests registry = running.registry, scanned = record.repoDigests;
    if (!image.image->digest.empty())
        registry.push_back(image.image->digest);
    scanned.insert(scanned.end(), record.manifestDigests.begin(), record.manifestDigests.end());
    if (record.attempted || !record.vulnerabilityScan)
        return QObject::tr(
            "This report looked for no vulnerabilities, or could not: joined, it still says nothing of the image.");
    if (const auto named = parseNormalized(image.reference); named && named->tag.empty() && !named->digest.empty())
        return QObject::tr("The image is named by its digest alone, and the report is not of that digest: joined, the image "
                           "stays undecided.");
    const auto both = [](const Digests& there, const Digests& here) {
        return QObject::tr("%1 there, %2 here").arg(shortDigest(there.front()), shortDigest(here.front()));
    };
    const DigestComparison digests = compareDigests(record, registry, running.config);
    if (digests.otherConfiguration)
        return QObject::tr("The report is of another build (%1). Digests win: the image stays undecided.")
            .arg(both(record.configDigests, running.config));
    if (digests.otherRegistryDigest)
        return QObject::tr("The report names another digest (%1). That may be the same build from another registry, or another "
                           "build. The verdict will say that the digest differs.")
            .arg(both(scanned, registry));
    return QObject::tr("No digest can be compared: the report counts by the word of who joins it.");
}

bool isJoinedByHand(const Snapshot& snapshot, FileId report, const Image& image)
{
    if (!report.valid() || snapshot.review->reportMatches.empty())
        return false;
    const auto row = snapshot.review->reportMatches.find(snapshot.model().inventory.files[report.pos()].path);
    if (row == snapshot.review->reportMatches.end())
        return false;
    const auto joined = parseNormalized(row->second.image), used = parseNormalized(referenceOf(image));
    return joined && used && repositoryKey(*joined) == repositoryKey(*used) && joined->tag == used->tag;
}

} // namespace bartizan::desktop
