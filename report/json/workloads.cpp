// SPDX-License-Identifier: GPL-3.0-or-later
// `layers`: the verdict of each layer for each workload.
#include "report/exports.h"
#include "report/json/common.h"

namespace bartizan::report {

namespace {

void writeSensitivity(JsonPen& pen, const Inventory& inventory, const Workload& workload)
{
    pen.key("sensitivity").open();
    pen.member("level", toWord(workload.sensitivity));
    pen.member("source", toWord(workload.sensitivitySource));
    pen.member("reason", workload.sensitivityReason);
    writeOneOrNone(pen, inventory, workload.sensitivityEvidence);
    pen.close();
}

void writeImage(JsonPen& pen, const Inventory& inventory, const WorkloadPosture::ImageScan& scan)
{
    pen.open();
    pen.member("reference", scan.reference);
    pen.member("digest", scan.digest);
    pen.member("scan", scan.scan);
    pen.member("scanned", verdictWord(scan.scanned));
    pen.member("pinned", verdictWord(scan.pinned));
    pen.member("explanation", scan.explanation);
    pen.member("critical", scan.critical);
    pen.member("high", scan.high);
    pen.member("fixableCriticalHigh", scan.fixableCriticalHigh);
    if (scan.ageDays >= 0)
        pen.member("ageDays", scan.ageDays);
    writeEvidenceList(pen, inventory, "evidence", scan.evidence);
    pen.close();
}

} // namespace

void writeWorkloads(JsonPen& pen, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const Inventory& inventory = input.model.inventory;
    pen.key("workloads").openList();
    for (std::size_t i = 0; input.posture && i < input.posture->workloads.size(); ++i) {
        const Workload& workload = architecture.workloads[i];
        const WorkloadPosture& posture = input.posture->workloads[i];
        pen.open();
        const Identity& identity = inventory.object(workload.object).identity;
        pen.member("id", workload.id);
        pen.member("kind", identity.kind + (identity.group.empty() ? "" : "." + identity.group));
        pen.member("namespaceWritten", inventory.object(workload.object).namespaceWritten);
        pen.member("product", workload.product);
        pen.member("platform", workload.platform);
        pen.member("owner", workload.owner);
        writeSensitivity(pen, inventory, workload);
        pen.list("images", posture.images, [&](const WorkloadPosture::ImageScan& scan) { writeImage(pen, inventory, scan); });
        pen.key("reachableFromOutside");
        writeVerdict(pen, input, posture.reachable);
        pen.member("openDirect", posture.openDirect);
        pen.member("openRelayed", posture.openRelayed);
        pen.member("steps", posture.steps);
        pen.key("layers").open();
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            pen.key(layerId(static_cast<Layer>(layer))).open();
            writeVerdictMembers(pen, input, posture.layers[layer]);
            pen.member("required", posture.required[layer]);
            pen.close();
        }
        pen.close();
        writeCounts(pen, posture.counts);
        pen.close();
    }
    pen.closeList();
}

Result<std::string> layersJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "layers");
    writeWorkloads(pen, input);
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
