// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/context.h"

#include <algorithm>
#include <tuple>

namespace bartizan::resolving {

std::string nameKey(const std::string& cluster, const std::string& ns, const std::string& name)
{
    return cluster + '\n' + ns + '\n' + name;
}

std::string namespacedId(const std::string& cluster, const std::string& ns, const std::string& name)
{
    return (cluster.empty() ? std::string() : cluster + "//") + ns + '/' + name;
}

void sayLimit(Architecture& out, const char* what, std::size_t most, const char* consequence)
{
    out.problems.push_back({ProblemSeverity::warning,
                            std::string("limit-") + what,
                            "expected at most " + std::to_string(most) + " " + what + ", found more; " + consequence,
                            {},
                            {}});
}

const Attribute* findOnWorkload(const Context& context, const Workload& workload, std::string_view key)
{
    const WorkloadRecord& record = context.record(workload);
    const Object& object = context.in.object(record.object);
    for (const Attributes* attributes : {&object.labels, &object.annotations, &record.podLabels, &record.podAnnotations})
        if (const Attribute* found = find(*attributes, key); found && !found->value.empty())
            return found;
    return nullptr;
}

const Attribute* findOnNamespace(const Context& context, const std::string& cluster, const std::string& ns, std::string_view key)
{
    const auto& namespaces = context.out.namespaces;
    const auto at =
        std::lower_bound(namespaces.begin(), namespaces.end(), std::tie(cluster, ns),
                         [](const Namespace& entry, const auto& wanted) { return std::tie(entry.cluster, entry.name) < wanted; });
    if (at == namespaces.end() || at->cluster != cluster || at->name != ns || !at->object.valid())
        return nullptr;
    const Object& object = context.in.object(at->object);
    for (const Attributes* attributes : {&object.labels, &object.annotations})
        if (const Attribute* found = find(*attributes, key); found && !found->value.empty())
            return found;
    return nullptr;
}

} // namespace bartizan::resolving
