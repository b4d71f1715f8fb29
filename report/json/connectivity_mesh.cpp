// SPDX-License-Identifier: GPL-3.0-or-later
// The mesh's part of `connectivity` as JSON: what it makes of a pair, and all pairs that it does not leave as the network
// says.
#include "report/connectivity/view.h"
#include "report/json/connectivity.h"

namespace bartizan::report {

using namespace connectivity;

namespace {

void writeDecider(JsonPen& pen, const Inventory& inventory, const MeshDecider& by)
{
    pen.open();
    pen.member("name", by.name);
    if (by.object.valid() && by.object.pos() < inventory.objects.size())
        writeObject(pen, inventory.object(by.object));
    pen.member("why", by.why);
    writeOneOrNone(pen, inventory, by.evidence);
    pen.close();
}

void writeSlice(JsonPen& pen, const Inventory& inventory, const MeshSlice& slice)
{
    pen.open();
    pen.key("conn");
    writeConn(pen, slice.ports);
    pen.member("outcome", toWord(slice.outcome));
    if (slice.outcome == MeshSlice::Outcome::onlySome)
        pen.member("requests", requestsText(slice));
    if (slice.unbound)
        pen.member("unbound", true);
    if (slice.unrouted)
        pen.member("unrouted", true);
    pen.list("by", slice.by, [&](const MeshDecider& by) { writeDecider(pen, inventory, by); });
    pen.texts("notes", slice.notes);
    pen.close();
}

} // namespace

void writeMeshVerdict(JsonPen& pen, const Inventory& inventory, const MeshVerdict& verdict)
{
    pen.member("effect", toWord(verdict.effect));
    pen.key("conn");
    writeConn(pen, verdict.ports);
    pen.key("allowed");
    writeConn(pen, verdict.allowed);
    pen.list("slices", verdict.slices, [&](const MeshSlice& slice) { writeSlice(pen, inventory, slice); });
}

void writeMesh(JsonPen& pen, const ReportInput& input, const ConnectivityView& view)
{
    if (!view.mesh)
        return;
    const MeshFacts facts = meshFacts(input, view);
    pen.key("mesh").open();
    if (facts.told) {
        pen.key("summary").open();
        pen.member("pairs", facts.pairs);
        pen.member("unchanged", facts.unchanged);
        pen.member("denied", facts.denied);
        pen.member("narrowed", facts.narrowed);
        pen.member("undecided", facts.undecided);
        pen.close();
        pen.list("connections", facts.rows, [&](const MeshRow& row) {
            pen.open();
            pen.member("src", view.id(row.from));
            pen.member("dst", view.id(row.to));
            pen.member("network", row.network);
            writeMeshVerdict(pen, input.model.inventory, *row.verdict);
            pen.close();
        });
    }
    if (!facts.leftOut.empty())
        pen.member("leftOut", facts.leftOut);
    pen.close();
}

} // namespace bartizan::report
