// SPDX-License-Identifier: GPL-3.0-or-later
// What a workload is for: by its image; a store also by its port where a StatefulSet or a setting agrees.
#include "model/resolve/passes.h"

#include "model/resolve/products.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

struct Recognised {
    const ProductRow* row = nullptr;
    Evidence evidence;
};

// The first main container that is no usual companion speaks for the workload; if there are only companions, the first.
Recognised byImage(const Products& products, const PodSpec& pod)
{
    Recognised companion;
    for (const Container& container : pod.containers) {
        if (container.role != ContainerRole::main)
            continue;
        const ProductRow* row = products.byImage(*container.image);
        if (!row || !standsBeside(*row))
            return {row, container.image.evidence};
        if (!companion.row)
            companion = {row, container.image.evidence};
    }
    return companion;
}

bool hasSetting(const Container& container, const ProductRow& row)
{
    return std::any_of(container.env.begin(), container.env.end(), [&](const EnvVar& variable) {
        return std::find(row.env.begin(), row.env.end(), variable.name) != row.env.end();
    });
}

Recognised byPort(const Products& products, const Workload& workload, const PodSpec& pod)
{
    for (const Container& container : pod.containers) {
        if (container.role != ContainerRole::main)
            continue;
        for (const ContainerPort& port : container.ports) {
            const ProductRow* row = products.storeByPort(port.port);
            if (row && (workload.kind == "StatefulSet" || hasSetting(container, *row)))
                return {row, port.evidence};
        }
    }
    return {};
}

// Istio puts the image of a gateway's proxy in place of "auto" at admission.
const Attribute* injectedGateway(const WorkloadRecord& record)
{
    const bool automatic = std::any_of(record.pod.containers.begin(), record.pod.containers.end(),
                                       [](const Container& container) { return *container.image == "auto"; });
    const Attribute* found = find(record.podAnnotations, "inject.istio.io/templates");
    return automatic && found && found->value == "gateway" ? found : nullptr;
}

WorkloadRole roleOf(const std::string& kind, const ProductRow* row)
{
    if (row) {
        if (row->role == "store")
            return WorkloadRole::store;
        // A mesh's proxy that stands alone in its pod serves others.
        if (row->role == "gateway" || (row->role == "mesh" && !row->gatewayController.empty()))
            return WorkloadRole::gateway;
        if (row->role == "authProxy")
            return WorkloadRole::authProxy;
    }
    if (kind == "Job" || kind == "CronJob")
        return WorkloadRole::job;
    if (kind == "DaemonSet" || (row && (row->role == "agent" || row->role == "helper" || row->role == "tunnel")))
        return WorkloadRole::agent;
    return WorkloadRole::service;
}

const ProductRow* rowOf(const Catalogue& catalogue, std::string_view controller)
{
    const auto found = std::find_if(catalogue.products.begin(), catalogue.products.end(),
                                    [&](const ProductRow& row) { return row.gatewayController == controller; });
    return found == catalogue.products.end() ? nullptr : &*found;
}

} // namespace

void resolveRoles(Context& context)
{
    const Products products(context.catalogue);
    for (Workload& workload : context.out.workloads) {
        if (context.stopped())
            return;
        const WorkloadRecord& record = context.record(workload);
        Recognised recognised = byImage(products, record.pod);
        if (!recognised.row)
            recognised = byPort(products, workload, record.pod);
        if (!recognised.row)
            if (const Attribute* annotation = injectedGateway(record))
                recognised = {rowOf(context.catalogue, "istio.io/gateway-controller"), annotation->evidence};
        const bool runsOnce = workload.kind == "Job" || workload.kind == "CronJob";
        workload.role = runsOnce ? WorkloadRole::job : roleOf(workload.kind, recognised.row);
        if (recognised.row) {
            workload.product = recognised.row->product;
            workload.productEvidence = recognised.evidence;
        }
    }
}

} // namespace bartizan::resolving
