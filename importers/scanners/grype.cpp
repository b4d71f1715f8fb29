// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/scanners/grype.h"

#include "importers/scanners/scan_record.h"

namespace bartizan::importers::scanners {
namespace {

using document::Node;

bool isOneReport(const Node& node)
{
    const Node matches = node["matches"];
    if (!node.isMapping() || !matches || node["scanner"])
        return false;
    const Node name = node["descriptor"]["name"];
    if (name)
        return name.text() == "grype" && (matches.isSequence() || matches.isNull());
    // Cut-down copies keep only the matches; their inner shape is Grype's own.
    const Node first = matches.at(0);
    return first["vulnerability"]["id"].isString() && first["artifact"]["name"].isString();
}

// Before 0.12 the fix was one text; since then a list of versions and a state.
void readFix(const Node& vulnerability, Vulnerability& found)
{
    const Node fix = vulnerability["fix"];
    found.status = fix["state"].string();
    for (const Node version : fix["versions"])
        found.fixed.append(found.fixed.empty() ? "" : ", ").append(version.text());
    if (!fix)
        found.fixed = vulnerability["fixedInVersion"].string();
}

Vulnerability vulnerabilityOf(const Node& match)
{
    Vulnerability found;
    const Node vulnerability = match["vulnerability"];
    found.id = vulnerability["id"].string();
    found.levelWord = vulnerability["severity"].string();
    found.level = levelOf(found.levelWord);
    found.package = match["artifact"]["name"].string();
    found.installed = match["artifact"]["version"].string();
    readFix(vulnerability, found);
    for (const Node related : match["relatedVulnerabilities"])
        if (const Node id = related["id"]; id.isString() && id.text() != found.id)
            addUnique(found.aliases, id.string());
    found.evidence = vulnerability["id"] ? vulnerability["id"].evidence() : match.evidence();
    return found;
}

void readImage(const Node& target, ScanRecord& record)
{
    const Node input = target["userInput"];
    addConfigDigest(record, target["imageID"].text());
    addManifestDigest(record, target["manifestDigest"].text());
    addImageName(record, input.text());
    for (const Node tag : target["tags"])
        addImageName(record, tag.text());
    for (const Node digest : target["repoDigests"])
        addImageName(record, digest.text());
    record.platform = platformOf(target["os"].text(), target["architecture"].text(), target["variant"].text());
    readLabels(record, target["labels"]);
    record.target = publicAddress(input.text());
    if (input)
        record.evidence = addressEvidence(input);
}

ScanRecord recordOf(const Node& root)
{
    ScanRecord record;
    const Node source = root["source"];
    const Node target = source["target"];
    const std::string_view type = source["type"].text();
    record.evidence = source["type"] ? source["type"].evidence() : root["matches"].evidence();
    if (type == "image") {
        record.kind = ScanRecord::Kind::image;
        readImage(target, record);
    } else {
        record.kind = type == "directory" || type == "file" ? ScanRecord::Kind::filesystem
                      : type == "sbom"                      ? ScanRecord::Kind::sbom
                                                            : ScanRecord::Kind::other;
        record.target = type == "unknown" ? std::string() : publicAddress(target.text());
    }
    record.time = timeOf(root["descriptor"]["timestamp"]);
    record.vulnerabilityScan = true;
    for (const Node match : root["matches"])
        if (match.isMapping())
            record.vulnerabilities.push_back(vulnerabilityOf(match));
    for (const Node match : root["ignoredMatches"]) {
        if (!match.isMapping())
            continue;
        record.vulnerabilities.push_back(vulnerabilityOf(match));
        record.vulnerabilities.back().suppressed = true;
    }
    const bool named = !record.target.empty() || !record.references.empty() || !record.configDigests.empty();
    if (record.vulnerabilities.empty() && !named) {
        record.attempted = true;
        record.attemptedReason = "the report names no target and lists nothing";
    }
    return record;
}

void importOne(const Node& root, Inventory& out)
{
    ScanReport report;
    const Node descriptor = root["descriptor"];
    report.tool = "grype";
    report.format = "grype-json";
    if (const std::string_view version = descriptor["version"].text(); version.substr(0, 1) != "[") // "[not provided]"
        report.toolVersion = version;
    report.evidence = descriptor["name"] ? descriptor["name"].evidence() : root["matches"].evidence();
    report.file = report.evidence.file;
    report.time = timeOf(descriptor["timestamp"]);
    const Node database = descriptor["db"];
    report.databaseTime = timeOf(database["built"]);
    if (report.databaseTime.empty())
        report.databaseTime = timeOf(database["status"]["built"]);
    report.records.push_back(recordOf(root));
    out.reports.push_back(std::move(report));
}

} // namespace

bool isGrypeReport(const Node& root)
{
    return isOneOrList(root, isOneReport);
}

void importGrypeReport(const Node& root, const Limits&, Inventory& out)
{
    eachReport(root, [&](const Node& report) { importOne(report, out); });
}

} // namespace bartizan::importers::scanners
