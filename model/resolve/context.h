// SPDX-License-Identifier: GPL-3.0-or-later
// What the resolving passes share while one architecture is made: the inputs, the result so far and lookups into it.
// Lives on resolve()'s stack. Passes run in the order of resolve.cpp; each may rely on the ones before it.
#pragma once

#include "model/architecture.h"
#include "model/catalogue.h"
#include "model/resolve/label_index.h"

#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::resolving {

struct Context {
    const Inventory& in;
    const Catalogue& catalogue;
    Architecture& out;

    std::vector<WorkloadId> workloadOf;                                    // by Inventory::workloads index; none: not applied
    LabelIndex labels;                                                     // templates and running pods of applied workloads
    std::unordered_map<std::string, ServiceId> services;                   // nameKey -> Service
    std::unordered_map<std::string, ServiceId> servicesByIp;               // scopeKey(cluster, address) -> Service
    std::unordered_map<std::string, std::size_t> pods;                     // nameKey of a running pod -> Inventory::workloads
    std::unordered_map<std::string, std::vector<std::size_t>> podsByIp;    // scopeKey(cluster, address) -> Inventory::workloads
    std::unordered_map<std::string, WorkloadId> statefulSets;              // nameKey -> workload
    std::unordered_map<std::string, OutsideId> outsides;                   // id -> outside
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> endpoints; // ServiceId -> Inventory::endpoints

    std::stop_token stop; // loops over what may be thousands ask it; the result of a stopped resolve() is used by nobody

    bool stopped() const { return stop.stop_requested(); }
    const WorkloadRecord& record(const Workload& workload) const { return in.workloads[workload.record]; }
    const Identity& identity(ObjectId id) const { return in.object(id).identity; }
};

std::string nameKey(const std::string& cluster, const std::string& ns, const std::string& name);
std::string namespacedId(const std::string& cluster, const std::string& ns, const std::string& name); // "shop/cart"

// Says once that a bound was reached: "limit-<what>".
void sayLimit(Architecture&, const char* what, std::size_t most, const char* consequence);

// Where labels and annotations of a workload are looked for: its object, then its pod template.
const Attribute* findOnWorkload(const Context&, const Workload&, std::string_view key);
// The Namespace object's attribute; null when the namespace is not in the input.
const Attribute* findOnNamespace(const Context&, const std::string& cluster, const std::string& ns, std::string_view key);

} // namespace bartizan::resolving
