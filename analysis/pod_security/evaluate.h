// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes Pod Security Standards: what a pod breaks at a level and policy version, with the line that shows it.
// Called by the hardening and admission layers and by the oracle runner. Semantics: kubernetes/pod-security-admission,
// policy/check_*.go, every version from v1.0 on; a check has one form per version in which it changed.
// Containers are main, init (sidecars too) and ephemeral ones. A pod-level value counts unless a container overrides it.
#pragma once

#include "model/inventory/pod.h"

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bartizan::analysis {

enum class PodSecurityLevel { privileged, baseline, restricted };

struct PodSecurityVersion { // v1.<minor>; the default is "latest"
    int minor = std::numeric_limits<int>::max();
};
std::optional<PodSecurityLevel> podSecurityLevel(std::string_view word);     // "baseline"
std::optional<PodSecurityVersion> podSecurityVersion(std::string_view word); // "latest", "v1.25"

struct PodSecurityViolation {
    const char* check = ""; // "privileged", "capabilities_restricted", ... (names of upstream's files)
    const char* field = ""; // "securityContext.allowPrivilegeEscalation"
    std::string container;  // "" = of the pod
    std::string sentence;   // "container `web` is privileged"
    bool byAbsence = false; // nothing was written where the level demands a value
    Evidence evidence;      // the line that shows it; the container or pod where a value is absent
};

// What the pod breaks, in the order of the checks, then of the containers. Empty: the pod is allowed at that level.
std::vector<PodSecurityViolation> podSecurityViolations(const PodSpec&, const Attributes& podAnnotations, PodSecurityLevel,
                                                        PodSecurityVersion = {});

} // namespace bartizan::analysis
