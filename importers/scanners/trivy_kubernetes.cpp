// SPDX-License-Identifier: GPL-3.0-or-later
// `trivy k8s`: one row an object, or one an object and image. The rows of packages carry the image's name in their
// Target; an object's configuration and its images become separate records, because only images can cover an image.
#include "importers/scanners/scan_record.h"
#include "importers/scanners/trivy.h"
#include "importers/scanners/trivy_result.h"

#include <algorithm>
#include <array>

namespace bartizan::importers::scanners {
namespace {

using document::Node;

constexpr std::array<const char*, 2> newLists = {"Resources", "Findings"}; // --report all, --report summary
constexpr std::array<const char*, 2> oldLists = {"Vulnerabilities", "Misconfigurations"};

bool isListOfObjects(const Node& list)
{
    return list.isSequence() && list.size() > 0 && list.at(0)["Kind"].isString() && list.at(0)["Name"].isString();
}

ScanRecord::Kind kindOf(std::string_view kind)
{
    static constexpr std::array makesPods = {
        "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet",       "ReplicationController",
        "Job",        "CronJob",     "Pod",       "DeploymentConfig", "Rollout"};
    if (kind == "Node" || kind == "NodeInfo" || kind == "NodeComponents" || kind == "ControlPlaneComponents" || kind == "Cluster")
        return ScanRecord::Kind::infrastructure;
    const bool workload = std::any_of(makesPods.begin(), makesPods.end(), [&](const char* name) { return kind == name; });
    return workload ? ScanRecord::Kind::workload : ScanRecord::Kind::other;
}

ScanRecord identityOf(const Node& row)
{
    ScanRecord record;
    record.workloadKind = row["Kind"].string();
    record.workloadName = row["Name"].string();
    record.ns = row["Namespace"].string();
    record.namespaceWritten = !record.ns.empty();
    record.kind = kindOf(record.workloadKind);
    record.target = record.workloadKind + ' ' + (record.ns.empty() ? "" : record.ns + '/') + record.workloadName;
    record.evidence = row["Name"].evidence();
    return record;
}

// The Metadata of a row: one image's, or a list with one entry an image.
std::vector<Node> metadataOf(const Node& row)
{
    std::vector<Node> entries;
    const Node metadata = row["Metadata"];
    if (metadata.isMapping() && metadata.size() > 0)
        entries.push_back(metadata);
    for (const Node entry : metadata)
        if (metadata.isSequence() && entry.isMapping() && entry.size() > 0)
            entries.push_back(entry);
    return entries;
}

bool sharesName(const ScanRecord& left, const ScanRecord& right)
{
    return std::any_of(left.references.begin(), left.references.end(), [&](const std::string& name) {
        return std::find(right.references.begin(), right.references.end(), name) != right.references.end();
    });
}

bool hasImageKeys(const ScanRecord& record)
{
    return !record.repositories.empty() || !record.configDigests.empty() || !record.repoDigests.empty();
}

void addKeys(ScanRecord& record, const Node& metadata, const ScanRecord& identity)
{
    addTrivyMetadata(record, metadata);
    if (record.target == identity.target && record.kind == ScanRecord::Kind::workload && !record.references.empty())
        record.target = record.references.front();
}

// Each row of the system's packages opens an image; what follows (languages, secrets) belongs to it.
std::vector<ScanRecord> imagesOf(const Node& row, const ScanRecord& identity)
{
    std::vector<ScanRecord> images;
    const auto open = [&](const Node& result) {
        images.push_back(identity);
        images.back().evidence = result["Target"] ? result["Target"].evidence() : identity.evidence;
    };
    for (const Node result : row["Results"]) {
        if (result["Class"].text() == "config" || (!isPackages(result) && !result["Secrets"].isSequence()))
            continue;
        const bool system = isSystemPackages(result);
        std::string name(withoutSystemSuffix(result["Target"].text()));
        ScanRecord named = identity;
        const bool other = system && addImageName(named, name) && !images.empty() && hasImageKeys(images.back()) &&
                           !sharesName(images.back(), named);
        if (images.empty() || other)
            open(result);
        ScanRecord& image = images.back();
        if (system && addImageName(image, name))
            image.target = std::move(name);
        addTrivyResult(image, result);
    }
    return images;
}

void assignMetadata(std::vector<ScanRecord>& images, std::vector<Node> metadata, const ScanRecord& identity)
{
    for (ScanRecord& image : images) {
        for (auto entry = metadata.begin(); entry != metadata.end(); ++entry) {
            ScanRecord keys = identity;
            addTrivyMetadata(keys, *entry);
            if (!sharesName(keys, image))
                continue;
            addKeys(image, *entry, identity);
            metadata.erase(entry);
            break;
        }
    }
    // One image and one description: they belong together even if the rows name no image.
    if (images.size() == 1 && metadata.size() == 1 && !hasImageKeys(images.front()))
        addKeys(images.front(), metadata.front(), identity);
}

void addRow(ScanReport& report, const Node& row, bool forVulnerabilities)
{
    if (!row.isMapping() || !row["Name"].isString())
        return;
    const ScanRecord identity = identityOf(row);
    const Node results = row["Results"];
    if (!results.isSequence() || results.size() == 0) {
        ScanRecord record = identity;
        for (const Node& entry : metadataOf(row))
            addTrivyMetadata(record, entry);
        record.attempted = true;
        record.attemptedReason =
            row["Error"].text().empty() ? "the report holds no results for it" : "the report holds an error instead of results";
        record.vulnerabilityScan = false;
        // An old list of checks names objects without findings too; these are no scans of images.
        if (forVulnerabilities || !row["Error"].text().empty())
            report.records.push_back(std::move(record));
        return;
    }
    std::vector<ScanRecord> images = imagesOf(row, identity);
    assignMetadata(images, metadataOf(row), identity);
    ScanRecord configuration = identity;
    bool configured = false;
    for (const Node result : results) {
        if (result["Class"].text() != "config" && !result["Misconfigurations"].isSequence())
            continue;
        configured = true;
        for (const Node check : result["Misconfigurations"])
            configuration.misconfigurations += check["Status"].text() == "FAIL";
    }
    for (ScanRecord& image : images) {
        closeTrivyRecord(image);
        report.records.push_back(std::move(image));
    }
    if (configured)
        report.records.push_back(std::move(configuration));
}

} // namespace

bool isTrivyKubernetesReport(const Node& root)
{
    if (!root.isMapping() || !root["ClusterName"].isString())
        return false;
    for (const auto& lists : {newLists, oldLists})
        for (const char* list : lists)
            if (isListOfObjects(root[list]))
                return true;
    return false;
}

void importTrivyKubernetesReport(const Node& root, const Limits&, Inventory& out)
{
    ScanReport report;
    report.tool = "trivy";
    report.format = "trivy-k8s-json";
    report.evidence = root["ClusterName"].evidence();
    report.file = report.evidence.file;
    report.time = timeOf(root["CreatedAt"]);
    for (const char* list : {"Resources", "Findings", "Vulnerabilities"})
        for (const Node row : root[list])
            addRow(report, row, true);
    for (const Node row : root["Misconfigurations"])
        addRow(report, row, false);
    for (ScanRecord& record : report.records)
        record.time = report.time;
    out.reports.push_back(std::move(report));
}

} // namespace bartizan::importers::scanners
