// SPDX-License-Identifier: GPL-3.0-or-later
// `inventory`: what was imported, as it was read.
#include "report/exports.h"
#include "report/json/common.h"

#include <algorithm>

namespace bartizan::report {

Result<std::string> inventoryJson(const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    const Architecture& architecture = input.model.architecture;
    JsonPen pen;
    openOutput(pen, input, "inventory");
    writeSources(pen, inventory);
    pen.key("objects").open();
    for (const auto& [kind, count] : inventory.documentsByKind)
        pen.member(kind, count);
    pen.close();
    const auto policies =
        std::count_if(inventory.networkPolicies.begin(), inventory.networkPolicies.end(),
                      [&](const NetworkPolicyRecord& policy) { return inventory.object(policy.object).applied(); });
    pen.key("counts").open();
    pen.member("workloads", architecture.workloads.size());
    pen.member("services", architecture.services.size());
    pen.member("routes", architecture.routes.size());
    pen.member("images", architecture.images.size());
    pen.member("reports", inventory.reports.size());
    pen.member("policies", policies);
    pen.close();
    pen.key("notApplied").openList();
    for (const Object& object : inventory.objects) {
        if (object.applied())
            continue;
        pen.open();
        writeObject(pen, object);
        pen.member("reason", object.notAppliedReason);
        pen.key("evidence").openList();
        writeEvidence(pen, inventory, object.evidence);
        pen.closeList();
        pen.close();
    }
    pen.closeList();
    pen.list("unrecognised", inventory.unrecognised, [&](const Unrecognised& item) {
        pen.open();
        pen.member("file", item.file.valid() ? inventory.files[item.file.pos()].path : std::string());
        pen.member("reason", item.reason);
        pen.close();
    });
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
