// SPDX-License-Identifier: GPL-3.0-or-later
// What an API server refused to show: Status objects (meta/v1 Status, reason Forbidden) and kubectl's error lines
// ("Error from server (Forbidden): ..."), as people keep them beside a partial snapshot. Called by file_import.h.
#pragma once

#include "importers/document/tree.h"
#include "importers/file_import.h"

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

bool isRefusal(document::Node root); // a Status with reason Forbidden or Unauthorized that names a kind
RefusedRead refusalOf(document::Node status);

bool isKubectlErrors(std::string_view bytes); // starts with such a line
std::vector<RefusedRead> refusalsIn(std::string_view bytes);

// "networkpolicies", "networking.k8s.io" -> "NetworkPolicy.networking.k8s.io"; a resource that is not in the table of
// kinds keeps its name.
std::string kindOfResource(std::string_view resource, std::string_view group);

} // namespace bartizan::importers
