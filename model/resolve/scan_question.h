// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of scan_match: a container prepared for comparison, and the sentence that explains an answer.
#pragma once

#include "model/resolve/scan_match.h"

namespace bartizan {

struct ScanQuestion {
    ScanQuestion(const ContainerImage& image, const ScanMatchOptions& matchOptions);

    std::optional<int> ageDays(std::optional<std::int64_t> seconds) const; // never negative

    const ContainerImage& container;
    const ScanMatchOptions& options;
    std::vector<std::string> repositories; // the written one first, then its mirrors
    std::vector<std::string> references;   // repository:tag, same order; empty when only a digest is written
    std::vector<std::string> registryDigests, configDigests;
    bool mutableTag = false;
    std::optional<std::int64_t> asOf;
};

struct ScanSentence {
    const ScanReport& report;
    const ScanRecord& record;
    const ScanQuestion& question;
    ScanStatus status;
    std::optional<int> ageDays;

    std::string text() const;

private:
    std::string subject() const; // "The trivy report of nginx:1.25 (2024-10-28)"
    std::string relation() const;
    std::string age() const;
};

// One path is the other's end, at a border of elements: registry.corp/hub/library/nginx:1 and docker.io/library/nginx:1.
bool sameImagePath(std::string_view left, std::string_view right);

} // namespace bartizan
