// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers for a workload, by label or annotation: its object's, its pod template's, then its namespace's.
#include "model/resolve/passes.h"

#include <string_view>

namespace bartizan::resolving {
namespace {

// Nearest to a person first. `part-of` names a system; of a namespace it says nothing about each workload in it.
constexpr std::string_view ownerKeys[] = {
    "bartizan.dev/owner", "owner", "app.kubernetes.io/owner", "team", "app.kubernetes.io/team", "app.kubernetes.io/part-of"};
constexpr std::string_view namespaceKeys[] = {"bartizan.dev/owner", "owner", "team"};

const Attribute* ownerOf(const Context& context, const Workload& workload)
{
    for (const std::string_view key : ownerKeys)
        if (const Attribute* found = findOnWorkload(context, workload, key))
            return found;
    for (const std::string_view key : namespaceKeys)
        if (const Attribute* found = findOnNamespace(context, workload.cluster, workload.ns, key))
            return found;
    return nullptr;
}

} // namespace

void resolveOwners(Context& context)
{
    for (Workload& workload : context.out.workloads) {
        if (const Attribute* found = ownerOf(context, workload)) {
            workload.owner = found->value;
            workload.ownerEvidence = found->evidence;
        }
    }
}

} // namespace bartizan::resolving
