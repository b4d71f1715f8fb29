// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/service_counts.h"

namespace bartizan {

namespace {

void add(ServiceCounts& counts, const Workload& workload)
{
    ++counts.all;
    counts.platform += workload.platform ? 1 : 0;
    counts.confirmed += sensitivityConfirmed(workload) ? 1 : 0;
}

} // namespace

bool sensitivityConfirmed(const Workload& workload)
{
    return workload.sensitivitySource == SensitivitySource::review || workload.sensitivitySource == SensitivitySource::label;
}

ServiceCounts countServices(const Architecture& architecture)
{
    ServiceCounts counts;
    for (const Workload& workload : architecture.workloads)
        add(counts, workload);
    return counts;
}

ServiceCounts countServices(const Architecture& architecture, const std::vector<WorkloadId>& workloads)
{
    ServiceCounts counts;
    for (const WorkloadId id : workloads)
        add(counts, architecture.workload(id));
    return counts;
}

bool isLeadingCause(const Finding& finding, const ServiceCounts& counts)
{
    return !finding.platform || counts.onlyPlatform();
}

} // namespace bartizan
