// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/review_apply.h"

#include "model/image_reference.h"
#include "model/resolve/scan_match.h"

#include <algorithm>

namespace bartizan {
namespace {

const Confirmation* confirmed(const std::map<std::string, Confirmation>& rows, const std::vector<std::string>& keys)
{
    for (const std::string& key : keys)
        if (const auto row = rows.find(key); row != rows.end())
            return &row->second;
    return nullptr;
}

std::string byWhom(const std::string& by, const std::string& on)
{
    return by + (by.empty() || on.empty() ? "" : ", ") + on;
}

// The record names digests of a registry, and pods run others of that image.
bool runsAnotherDigest(const ScanRecord& record, const ImageReference& image, const Inventory& inventory)
{
    std::vector<std::string> running;
    if (!image.digest.empty())
        running.push_back(image.digest);
    for (const PodStatus& pod : inventory.podStatuses)
        for (const PodStatus::ContainerStatus& status : pod.containers)
            if (const auto used = parseNormalized(status.image); used && repositoryKey(*used) == repositoryKey(image))
                for (const std::string& digest : runningDigests({status.imageId}).registry)
                    running.push_back(digest);
    return compareDigests(record, running, {}).otherRegistryDigest;
}

} // namespace

std::vector<std::string> reviewKeys(const Workload& workload)
{
    const std::string name = workload.id.substr(0, workload.id.rfind('['));
    return {workload.id, name, name.substr(0, name.rfind('/'))};
}

std::vector<std::string> reviewKeys(const Route& route)
{
    std::vector<std::string> keys{route.id};
    const std::string path = route.path.empty() || route.path.front() != '/' ? "/" + route.path : route.path;
    for (const std::string& host : route.hosts)
        keys.push_back(host + path);
    if (route.hosts.empty())
        keys.push_back("*" + path);
    return keys;
}

std::map<std::size_t, ScanReport> matchReports(const Review& review, Inventory& inventory)
{
    std::map<std::size_t, ScanReport> before;
    if (review.reportMatches.empty())
        return before;
    for (std::size_t i = 0; i < inventory.reports.size(); ++i) {
        ScanReport& report = inventory.reports[i];
        if (!report.file.valid() || report.records.size() != 1)
            continue;
        const auto row = review.reportMatches.find(inventory.files[report.file.pos()].path);
        if (row == review.reportMatches.end())
            continue;
        const auto image = parseNormalized(row->second.image);
        if (!image)
            continue;
        before.emplace(i, report);
        ScanRecord& record = report.records.front();
        const bool anotherDigest = runsAnotherDigest(record, *image, inventory);
        const std::string repository = repositoryKey(*image);
        const std::string reference = repository + ":" + (image->tag.empty() ? "latest" : image->tag);
        for (auto [list, key] : {std::pair(&record.repositories, &repository), std::pair(&record.references, &reference)})
            if (std::find(list->begin(), list->end(), *key) == list->end())
                list->push_back(*key);
        const std::string who = byWhom(row->second.by, row->second.on);
        record.caveat += (record.caveat.empty() ? "" : "; ") + std::string(matchedByHand) +
                         (who.empty() ? "" : " (" + who + ")") + (anotherDigest ? "; the report names another digest" : "");
    }
    return before;
}

void layOver(const Review& review, Architecture& architecture)
{
    for (Workload& workload : architecture.workloads) {
        if (const auto row = review.sensitivities.find(workload.id); row != review.sensitivities.end()) {
            const auto word = std::find(sensitivityWords.begin(), sensitivityWords.end(), row->second.value);
            if (word != sensitivityWords.end()) {
                const std::string who = byWhom(row->second.by, row->second.on);
                workload.sensitivity = static_cast<Sensitivity>(word - sensitivityWords.begin());
                workload.sensitivitySource = SensitivitySource::review;
                workload.sensitivityReason = "confirmed in the review" + (who.empty() ? std::string() : " (" + who + ")");
                workload.sensitivityEvidence = {};
            }
        }
        if (review.owners.empty())
            continue;
        if (const Confirmation* owner = confirmed(review.owners, reviewKeys(workload))) {
            workload.owner = owner->value;
            workload.ownerEvidence = {};
        }
    }
    if (review.audiences.empty())
        return;
    for (Route& route : architecture.routes)
        if (const Confirmation* audience = confirmed(review.audiences, reviewKeys(route))) {
            route.audience = audience->value;
            route.audienceEvidence = {};
            route.audienceBy = byWhom(audience->by, audience->on);
        }
}

} // namespace bartizan
