// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/scanners/trivy.h"

#include "importers/scanners/scan_record.h"
#include "importers/scanners/trivy_result.h"

namespace bartizan::importers::scanners {
namespace {

using document::Node;
using document::NodeKind;

bool isOneReport(const Node& node)
{
    if (!node.isMapping() || node["SchemaVersion"].asInt() != 2)
        return false;
    const Node results = node["Results"];
    const bool named = node["ArtifactName"].isString() || node["ArtifactType"].isString();
    // The oldest files of schema 2 have no artifact, only Results and Metadata.
    return named || (results.isSequence() && node["Metadata"].isMapping());
}

ScanRecord::Kind kindOf(std::string_view type, bool hasImage)
{
    if (type == "container_image")
        return ScanRecord::Kind::image;
    if (type == "repository")
        return ScanRecord::Kind::repository;
    if (type == "filesystem")
        return ScanRecord::Kind::filesystem;
    if (type == "cyclonedx" || type == "spdx")
        return ScanRecord::Kind::sbom;
    if (type == "vm" || type == "aws_account")
        return ScanRecord::Kind::infrastructure;
    return type.empty() && hasImage ? ScanRecord::Kind::image : ScanRecord::Kind::other;
}

void attempted(ScanRecord& record, const char* reason)
{
    record.attempted = true;
    record.attemptedReason = reason;
}

ScanRecord recordOf(const Node& report)
{
    ScanRecord record;
    const Node name = report["ArtifactName"];
    const Node metadata = report["Metadata"];
    record.kind = kindOf(report["ArtifactType"].text(), bool(metadata["ImageID"]));
    record.time = timeOf(report["CreatedAt"]);
    record.evidence = !name.text().empty()  ? addressEvidence(name)
                      : metadata["ImageID"] ? metadata["ImageID"].evidence()
                                            : report["SchemaVersion"].evidence();
    addTrivyMetadata(record, metadata);
    const Node results = report["Results"];
    if (record.kind == ScanRecord::Kind::image) {
        addImageName(record, name.text());
        // An artifact without a name still shows it in the row of the system's packages.
        for (const Node result : results)
            if (record.references.empty() && isSystemPackages(result))
                addImageName(record, withoutSystemSuffix(result["Target"].text()));
    }
    record.target = publicAddress(name.text());
    if (record.target.empty() && !record.references.empty())
        record.target = record.references.front();
    for (const Node result : results)
        addTrivyResult(record, result);
    if (!results.isSequence() || results.size() == 0)
        attempted(record, "the report holds no results");
    closeTrivyRecord(record);
    return record;
}

ScanReport emptyReport(const Node& root, const char* format)
{
    ScanReport report;
    report.tool = "trivy";
    report.format = format;
    report.evidence = root.evidence();
    report.file = report.evidence.file;
    return report;
}

void importOne(const Node& node, Inventory& out)
{
    const Node results = node["Results"];
    ScanReport report = emptyReport(node["SchemaVersion"], "trivy-json");
    report.toolVersion = node["Trivy"]["Version"].string();
    report.time = timeOf(node["CreatedAt"]);
    report.records.push_back(recordOf(node));
    if (!results.isNull() && !results.isSequence())
        out.problems.push_back({ProblemSeverity::warning,
                                "report-shape",
                                "expected a list at /Results of a Trivy report, found something else; the report counts as an "
                                "attempted scan",
                                results.maskedEvidence(),
                                {}});
    out.reports.push_back(std::move(report));
}

} // namespace

bool isTrivyReport(const Node& root)
{
    return isOneOrList(root, isOneReport);
}

void importTrivyReport(const Node& root, const Limits&, Inventory& out)
{
    eachReport(root, [&](const Node& report) { importOne(report, out); });
}

bool isTrivyLegacyReport(const Node& root)
{
    if (!root.isSequence() || root.size() == 0)
        return false;
    bool sign = false;
    for (const Node item : root) {
        // Acunetix 360 has Target and Vulnerabilities too, but its Target is a mapping.
        const Node found = item["Vulnerabilities"];
        const bool list = found && (found.isSequence() || found.isNull());
        if (!item.isMapping() || !item["Target"].isString() || !(list || item["Type"].isString() || item["Class"].isString()))
            return false;
        sign = sign || list || isSystemPackages(item);
    }
    return sign;
}

void importTrivyLegacyReport(const Node& root, const Limits&, Inventory& out)
{
    ScanReport report = emptyReport(root.at(0)["Target"], "trivy-json-legacy");
    // A run of rows per artifact: the system's packages come first, then its applications.
    for (const Node result : root) {
        const Node target = result["Target"];
        if (report.records.empty() || isSystemPackages(result)) {
            ScanRecord record;
            record.kind = isSystemPackages(result) ? ScanRecord::Kind::image : ScanRecord::Kind::filesystem;
            record.evidence = target.evidence();
            report.records.push_back(std::move(record));
        }
        ScanRecord& record = report.records.back();
        if (isSystemPackages(result) && record.kind == ScanRecord::Kind::image) {
            record.target = std::string(withoutSystemSuffix(target.text()));
            addImageName(record, record.target);
        }
        addTrivyResult(record, result);
    }
    // Applications listed before the first image row belong to it when it is the only one.
    if (report.records.size() == 2 && report.records.front().kind == ScanRecord::Kind::filesystem) {
        ScanRecord& applications = report.records.front();
        ScanRecord& image = report.records.back();
        for (Vulnerability& found : applications.vulnerabilities)
            image.vulnerabilities.push_back(std::move(found));
        report.records.erase(report.records.begin());
    }
    for (ScanRecord& record : report.records) {
        if (record.kind == ScanRecord::Kind::filesystem && record.vulnerabilities.empty())
            attempted(record, "the report names no image and lists nothing");
        closeTrivyRecord(record);
    }
    out.reports.push_back(std::move(report));
}

} // namespace bartizan::importers::scanners
