// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of importers: Kubernetes objects of a text, each handed to its kind's importer, without files, variants or
// merging; and the resulting ways in as lines of text, so that a test reads like a table. "@7" is the cited line.
#pragma once

#include "model/architecture.h"

#include <string>
#include <string_view>

namespace bartizan::test {

// Documents in order, each read by the format that recognises it; kinds without an importer become Objects only.
Inventory importText(std::string_view text, std::string_view name = "test.yaml");

std::string routesText(const Inventory&);   // routes with their protections
std::string gatewaysText(const Inventory&); // classes, gateways with listeners, grants, controller settings
std::string attachedText(const Inventory&); // attached protections, backend TLS, authenticating proxies
std::string meshText(const Inventory&);     // Istio's records
std::string problemsText(const Inventory&);

// After resolving: gateways, entries and routes with what holds for them in the end.
std::string resolvedRoutesText(const Architecture&);

} // namespace bartizan::test
