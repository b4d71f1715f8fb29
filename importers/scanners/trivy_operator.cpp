// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/scanners/trivy_operator.h"

#include "importers/scanners/scan_record.h"

namespace bartizan::importers::scanners {
namespace {

using document::Node;

// A name that is too long for a label is hashed there and written out in the annotation of the same name.
std::string named(const Node& metadata, const char* what)
{
    for (const std::string_view tool : {"trivy-operator.", "starboard."}) {
        const std::string key = std::string(tool) + what;
        for (const char* place : {"annotations", "labels"})
            if (const Node value = metadata[place][key]; !value.text().empty())
                return value.string();
    }
    return {};
}

// registry.server and artifact.repository are cut apart: "index.docker.io" + "library/nginx".
std::string imageName(const Node& report)
{
    const Node artifact = report["artifact"];
    std::string name = report["registry"]["server"].string();
    if (!name.empty())
        name += '/';
    name.append(artifact["repository"].text());
    if (const std::string_view tag = artifact["tag"].text(); !tag.empty())
        name.append(1, ':').append(tag);
    if (const std::string_view digest = artifact["digest"].text(); !digest.empty())
        name.append(1, '@').append(digest);
    return artifact["repository"].text().empty() ? std::string() : name;
}

ScanRecord recordOf(const ObjectContext& context)
{
    const Node metadata = context.node["metadata"];
    const Node report = context.node["report"];
    ScanRecord record;
    record.kind = ScanRecord::Kind::workload;
    record.workloadKind = named(metadata, "resource.kind");
    record.workloadName = named(metadata, "resource.name");
    record.ns = named(metadata, "resource.namespace");
    record.container = named(metadata, "container.name");
    record.namespaceWritten = !record.ns.empty();
    if (record.ns.empty())
        record.ns = context.meta().identity.ns;
    record.time = timeOf(report["updateTimestamp"]);
    record.target = imageName(report);
    addImageName(record, record.target);
    record.osEndOfLife = report["os"]["eosl"].asBool().value_or(false);
    const Node place = report["artifact"]["repository"] ? report["artifact"]["repository"] : metadata["name"];
    record.evidence = place ? place.evidence(context.object) : context.meta().evidence;
    if (!report.isMapping()) {
        record.attempted = true;
        record.attemptedReason = "the object holds no report";
    }
    return record;
}

void add(const ObjectContext& context, ScanRecord record)
{
    const Node scanner = context.node["report"]["scanner"];
    ScanReport report;
    report.tool = "trivy";
    report.toolVersion = scanner["version"].string();
    report.format = "trivy-operator";
    report.time = record.time;
    report.evidence = context.meta().evidence;
    report.file = report.evidence.file;
    report.records.push_back(std::move(record));
    context.out.reports.push_back(std::move(report));
}

} // namespace

void importVulnerabilityReport(const ObjectContext& context)
{
    ScanRecord record = recordOf(context);
    record.vulnerabilityScan = !record.attempted;
    for (const Node node : context.node["report"]["vulnerabilities"]) {
        if (!node.isMapping())
            continue;
        Vulnerability found;
        const Node id = node["vulnerabilityID"];
        found.id = id.string();
        found.package = node["resource"].string();
        found.installed = node["installedVersion"].string();
        found.fixed = node["fixedVersion"].string();
        found.levelWord = node["severity"].string();
        found.level = levelOf(found.levelWord);
        found.evidence = id ? id.evidence(context.object) : node.evidence(context.object);
        record.vulnerabilities.push_back(std::move(found));
    }
    if (record.osEndOfLife)
        record.caveat = "its distribution is out of support, so the list may be incomplete";
    add(context, std::move(record));
}

void importExposedSecretReport(const ObjectContext& context)
{
    ScanRecord record = recordOf(context);
    record.secretScan = !record.attempted;
    for (const Node node : context.node["report"]["secrets"]) {
        if (!node.isMapping())
            continue;
        ++record.secrets;
        Evidence place = node["ruleID"] ? node["ruleID"].evidence(context.object) : node.evidence(context.object);
        place.lastLine = place.line;
        record.secretEvidence.push_back(std::move(place));
    }
    add(context, std::move(record));
}

} // namespace bartizan::importers::scanners
