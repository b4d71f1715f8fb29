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
    std::string levelWord;            // as the tool wrote it
    std::string status;               // the tool's word on fixing it: "fixed", "will_not_fix", "not-fixed", ...; "" if none
    std::vector<std::string> aliases; // other ids of the same vulnerability (CVE of a GHSA)
    bool suppressed = false;          // ignored by the tool's own rules or VEX
    Evidence evidence;

    bool hasFix() const { return !fixed.empty() || status == "fixed"; }
};

struct ScanRecord {     // one scanned thing within a report
    std::string target; // as the tool names it
    enum class Kind { image, workload, filesystem, repository, sbom, infrastructure, other } kind = Kind::other;
    // Join keys for images (each list without repetition):
    std::vector<std::string> repositories;           // repositoryKey() of image_reference.h, "docker.io/library/redis"
    std::vector<std::string> references;             // repositoryKey() and tag, "docker.io/library/redis:7"
    std::vector<std::string> repoDigests;            // "sha256:..." of index or manifest, from the registry
    std::vector<std::string> repoDigestRepositories; // the repository of repoDigests[i]
    std::vector<std::string> manifestDigests;        // platform manifest
    std::vector<std::string> configDigests;          // image id
    std::string platform;                            // "linux/amd64", "" unknown
    // Join keys for Kubernetes objects:
    std::string ns, workloadKind, workloadName, container;
    bool namespaceWritten = false;
    bool attempted = false;         // an error, or nothing was scanned: never coverage
    std::string attemptedReason;    // why, in our words: "the report holds an error instead of results"
    std::string caveat;             // what weakens this record as evidence, a clause; "" if nothing
    bool vulnerabilityScan = false; // vulnerabilities were looked for (else only config, secrets, SBOM)
    bool secretScan = false;
    std::vector<Vulnerability> vulnerabilities;
    std::size_t misconfigurations = 0, secrets = 0; // failed checks; secrets found (their values are never kept)
    std::vector<Evidence> secretEvidence;           // one a secret: its rule's line, never the match
    bool osEndOfLife = false;                       // the distribution gets no advisories any more: a short list means little
    std::string time;                               // RFC 3339 or ""
    std::string labelSource, labelRevision;         // OCI labels org.opencontainers.image.source (without user info), .revision
    std::string sourceRepository, sourceRevision;   // of a repository scan: "github.com/x/y" and the commit
    Evidence evidence;
};

struct ScanReport {
    std::string tool, toolVersion; // "trivy", "grype"
    std::string format;            // row of importers/registry: "trivy-json", "trivy-json-legacy", "trivy-k8s-json", "grype-json"
    FileId file;
    std::string time;         // RFC 3339 or ""
    std::string databaseTime; // when the vulnerability database was built, "" if the report does not say
    std::vector<ScanRecord> records;
    Evidence evidence;
};

} // namespace bartizan
