// SPDX-License-Identifier: GPL-3.0-or-later
// Pod specs and their parts (Kubernetes core/v1 PodSpec) -> PodSpec. Used by every kind that makes pods.
// Split over pod.cpp (the spec), container.cpp (containers, env, arguments, probes), security.cpp (security contexts)
// and volume.cpp.
#pragma once

#include "importers/kubernetes/fields.h"

namespace bartizan::importers {

PodSpec readPodSpec(const Fields& fields, document::Node spec);
// `annotations`: not needed for what the fields say; the old seccomp and AppArmor annotations stay with the workload.

Container readContainer(const Fields& fields, document::Node node, ContainerRole role);
SecurityContext readSecurityContext(const Fields& fields, document::Node parent);
std::vector<Volume> readVolumes(const Fields& fields, document::Node spec);

// Evidence of a named value ("LOG_LEVEL: debug"), with the value shown only where the facts allow it.
Evidence valueEvidence(const Fields& fields, document::Node node, std::string_view name, std::string_view value,
    const ValueFacts& facts);

} // namespace bartizan::importers
