// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/scanners/trivy_result.h"

#include "importers/scanners/scan_record.h"

namespace bartizan::importers::scanners {
namespace {

using document::Node;

Vulnerability vulnerabilityOf(const Node& node)
{
    Vulnerability found;
    const Node id = node["VulnerabilityID"];
    found.id = id.string();
    found.package = node["PkgName"].string();
    found.installed = node["InstalledVersion"].string();
    found.fixed = node["FixedVersion"].string();
    found.status = node["Status"].string();
    found.levelWord = node["Severity"].string();
    found.level = levelOf(found.levelWord);
    for (const Node alias : node["VendorIDs"])
        addUnique(found.aliases, alias.string());
    found.evidence = id ? id.evidence() : node["PkgName"] ? node["PkgName"].evidence() : node.evidence();
    return found;
}

} // namespace

bool isSystemPackages(const Node& result)
{
    const std::string_view scanned = result["Class"].text();
    bool suffix = false;
    withoutSystemSuffix(result["Target"].text(), &suffix);
    return scanned == "os-pkgs" || (scanned.empty() && suffix);
}

bool isPackages(const Node& result)
{
    const std::string_view scanned = result["Class"].text();
    if (scanned == "os-pkgs" || scanned == "lang-pkgs" || result["Vulnerabilities"].isSequence())
        return true;
    // Before 0.20 there was no Class; rows of other scanners carry their own lists.
    return scanned.empty() && result["Type"].isString() && !result["Misconfigurations"] && !result["MisconfSummary"] &&
           !result["Secrets"] && !result["Licenses"] && !result["CustomResources"];
}

void addTrivyResult(ScanRecord& record, const Node& result)
{
    record.vulnerabilityScan = record.vulnerabilityScan || isPackages(result);
    const std::string_view scanned = result["Class"].text();
    record.secretScan = record.secretScan || scanned == "secret" || result["Secrets"].isSequence();
    for (const Node node : result["Vulnerabilities"])
        if (node.isMapping())
            record.vulnerabilities.push_back(vulnerabilityOf(node));
    for (const Node node : result["Misconfigurations"])
        record.misconfigurations += node["Status"].text() == "FAIL";
    for (const Node node : result["Secrets"]) {
        if (!node.isMapping())
            continue;
        // Only the rule's name is cited: Match and Code hold the secret, and often more of it than their asterisks hide.
        ++record.secrets;
        Evidence place = node["RuleID"] ? node["RuleID"].evidence() : node["Title"] ? node["Title"].evidence() : node.evidence();
        place.lastLine = place.line;
        record.secretEvidence.push_back(std::move(place));
    }
    for (const Node node : result["ExperimentalModifiedFindings"]) {
        if (node["Type"].text() != "vulnerability" || !node["Finding"].isMapping())
            continue;
        Vulnerability found = vulnerabilityOf(node["Finding"]);
        found.suppressed = true;
        record.vulnerabilities.push_back(std::move(found));
    }
}

void closeTrivyRecord(ScanRecord& record)
{
    if (record.attempted)
        return;
    if (record.osEndOfLife)
        record.caveat = "its distribution is out of support, so the list may be incomplete";
    else if (record.vulnerabilityScan && record.vulnerabilities.empty())
        // Since 0.5x packages are listed whichever scanners ran, so their presence does not show what was looked for.
        record.caveat = "it lists no vulnerability and does not say which scanners ran";
}

void addTrivyMetadata(ScanRecord& record, const Node& metadata)
{
    addConfigDigest(record, metadata["ImageID"].text());
    for (const Node tag : metadata["RepoTags"])
        addImageName(record, tag.text());
    for (const Node digest : metadata["RepoDigests"])
        addImageName(record, digest.text());
    addImageName(record, metadata["Reference"].text());
    record.osEndOfLife = metadata["OS"]["EOSL"].asBool().value_or(false);
    const Node config = metadata["ImageConfig"];
    record.platform = platformOf(config["os"].text(), config["architecture"].text(), config["variant"].text());
    readLabels(record, config["config"]["Labels"]);
    if (metadata["RepoURL"].isString()) {
        record.sourceRepository = sourceRepositoryOf(metadata["RepoURL"].text());
        record.sourceRevision = metadata["Commit"].string();
    }
}

} // namespace bartizan::importers::scanners
