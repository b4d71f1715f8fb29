// SPDX-License-Identifier: GPL-3.0-or-later
// Authenticating proxies that run as a container: recognised by image, read from arguments and environment. Called by
// the workload importer for each pod spec; adds an AuthProxyRecord for each such container. Values that may be secrets
// (cookie and client secrets) are never looked at.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importAuthProxy(const ObjectContext&, document::Node podSpec);

} // namespace bartizan::importers
