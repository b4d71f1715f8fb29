// SPDX-License-Identifier: GPL-3.0-or-later
// What scanners reported, in one form, with the keys by which a report can be joined to a container (matching.md).
#pragma once

#include "model/evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace bartizan {

enum class FindingLevel { critical, high, medium, low, negligible, unknown };

struct Vulnerability {
    std::string id, package, installed, fixed; // fixed: comma list, "" = no fix known
    FindingLevel level = FindingLevel::unknown;
    std::string levelWord; // as the tool wrote it
    bool suppressed = false; // ignored by the tool's own rules or VEX
    Evidence evidence;
};

struct ScanRecord { // one scanned thing within a report
    std::string target; // as the tool names it
    enum class Kind { image, workload, filesystem, repository, sbom, infrastructure, other } kind = Kind::other;
    // Join keys for images:
    std::vector<std::string> repositories;  // normalised, "docker.io/library/redis"
    std::vector<std::string> references;    // normalised repo:tag
    std::vector<std::string> repoDigests;   // "sha256:..." of index or manifest, from the registry
    std::vector<std::string> manifestDigests; // platform manifest
    std::vector<std::string> configDigests; // image id
    std::string platform;                   // "linux/amd64", "" unknown
    // Join keys for Kubernetes objects:
    std::string ns, workloadKind, workloadName, container;
    bool namespaceWritten = false;
    bool attempted = false;      // an error, or nothing was scanned: never coverage
    bool vulnerabilityScan = false; // vulnerabilities were looked for (else only config, secrets, SBOM)
    bool secretScan = false;
    std::vector<Vulnerability> vulnerabilities;
    std::size_t misconfigurations = 0, secrets = 0;
    std::string time; // RFC 3339 or ""
    std::string labelSource, labelRevision; // OCI labels
    Evidence evidence;
};

struct ScanReport {
    std::string tool, toolVersion; // "trivy", "grype"
    std::string format;            // row of importers/registry: "trivy-json", "trivy-json-legacy", "trivy-k8s-json", "grype-json"
    FileId file;
    std::string time;
    std::vector<ScanRecord> records;
    Evidence evidence;
};

} // namespace bartizan
