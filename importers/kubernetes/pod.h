// SPDX-License-Identifier: GPL-3.0-or-later
// Pod specs and their parts (Kubernetes core/v1 PodSpec) -> PodSpec. Used by every kind that makes pods.
// Split over pod.cpp (the spec), container.cpp (containers, env, arguments, probes), security.cpp (security contexts)
// and volume.cpp.
#pragma once

#include "importers/kubernetes/fields.h"

namespace bartizan::importers {

// They fill a record where it stands: the structures are kilobytes, and a snapshot has tens of thousands of them.
void readPodSpec(const Fields& fields, document::Node spec, PodSpec& pod);
void readContainer(const Fields& fields, document::Node node, ContainerRole role, Container& result);
void readSecurityContext(const Fields& fields, document::Node parent, SecurityContext& security);
void readVolumes(const Fields& fields, document::Node spec, std::vector<Volume>& volumes);

// Evidence of a named value ("LOG_LEVEL: debug"), with the value shown only where the facts allow it.
Evidence valueEvidence(const Fields& fields, document::Node node, std::string_view name, std::string_view value,
                       const ValueFacts& facts);

} // namespace bartizan::importers
