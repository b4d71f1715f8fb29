// SPDX-License-Identifier: GPL-3.0-or-later
// What the importers of scanner reports share: names and digests of images become the join keys of a ScanRecord, words
// become levels, and addresses lose their user part. Called by importers/scanners only; pure, never throws.
#pragma once

#include "importers/document/tree.h"
#include "model/inventory/report.h"

#include <functional>
#include <string>
#include <string_view>

namespace bartizan::importers::scanners {

FindingLevel levelOf(std::string_view word); // any case; unknown for anything else

// Adds what an image name says: repository, repo:tag (":latest" where neither tag nor digest is written) and digest.
// Names of archives and folders, local short ids of the record's config digest and texts that are no reference add
// nothing. False when nothing was added.
bool addImageName(ScanRecord& record, std::string_view name);
void addConfigDigest(ScanRecord& record, std::string_view digest);
void addManifestDigest(ScanRecord& record, std::string_view digest);

// "repo:tag (debian 12.1)" -> "repo:tag"; `found` says whether there was such a suffix.
std::string_view withoutSystemSuffix(std::string_view target, bool* found = nullptr);

std::string platformOf(std::string_view os, std::string_view architecture, std::string_view variant); // "linux/arm64/v8"
void readLabels(ScanRecord& record, const document::Node& labels);
std::string timeOf(const document::Node& node); // "" for absent, not a date, and Go's zero time 0001-01-01

std::string publicAddress(std::string_view text);     // "https://user:secret@host/x?token=1" -> "https://host/x"
std::string sourceRepositoryOf(std::string_view url); // "git@github.com:x/y.git" -> "github.com/x/y"
Evidence addressEvidence(const document::Node& node); // masked when the scalar is more than its public address

// Reports come one a file or several in a list: is it one or a list of nothing else, and each of them.
bool isOneOrList(const document::Node& root, bool (*isOne)(const document::Node&));
void eachReport(const document::Node& root, const std::function<void(const document::Node&)>& visit);

void addUnique(std::vector<std::string>& list, std::string value);

} // namespace bartizan::importers::scanners
