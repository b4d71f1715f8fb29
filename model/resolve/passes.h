// SPDX-License-Identifier: GPL-3.0-or-later
// The passes of resolve(), in the order in which they run. Each adds its part to Context::out and leaves what earlier
// passes made as it is, but for the fields that its comment names.
#pragma once

#include "model/resolve/context.h"

namespace bartizan::resolving {

void resolveWorkloads(Context&);   // workloads (ids, records, pods, statuses), label index, pod lookups
void resolveImages(Context&);      // images; Workload::containers
void resolveServices(Context&);    // services, ports, endpoints, near misses; Workload::services, ::listens
void resolveRoles(Context&);       // Workload::role, ::product
void resolvePlatform(Context&);    // Workload::platform, ::platformComponent, ::strangerInPlatform
void resolveOwners(Context&);      // Workload::owner
void resolveSensitivity(Context&); // Workload::sensitivity
void resolveNamespaces(Context&);  // namespaces
void resolveEntries(Context&);     // entries that need no route
void resolveCalls(Context&);       // calls, dangling calls, outside systems
void resolveAuthProxies(Context&); // authenticating proxies and what they forward to
void putInOrder(Architecture&);    // sorts what later passes appended, and renumbers the references

} // namespace bartizan::resolving
