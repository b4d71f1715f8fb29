// SPDX-License-Identifier: GPL-3.0-or-later
// `calls`: the service graph's calls, with kind and evidence.
#include "report/exports.h"
#include "report/json/common.h"

#include <algorithm>
#include <charconv>

namespace bartizan::report {

namespace {

void writePort(JsonPen& pen, const CallPort& port)
{
    pen.open();
    pen.member("protocol", port.protocol);
    std::int64_t number = 0;
    const char* end = port.port.data() + port.port.size();
    const auto parsed = std::from_chars(port.port.data(), end, number);
    if (!port.port.empty() && parsed.ptr == end && parsed.ec == std::errc())
        pen.member("port", number);
    else
        pen.member("port", port.port);
    pen.close();
}

} // namespace

void writeCalls(JsonPen& pen, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const Inventory& inventory = input.model.inventory;
    pen.list("calls", architecture.calls, [&](const Call& call) {
        pen.open();
        pen.member("from", peerId(architecture, call.from));
        pen.member("to", peerId(architecture, call.to));
        pen.member("kind", toWord(call.kind));
        pen.list("ports", call.ports, [&](const CallPort& port) { writePort(pen, port); });
        pen.member("service", call.service.valid() ? architecture.service(call.service).id : std::string());
        pen.member("scheme", call.scheme);
        pen.member("clientTls", call.clientTls);
        writeEvidenceList(pen, inventory, "evidence", call.evidence);
        pen.close();
    });
    pen.list("dangling", architecture.danglingCalls, [&](const DanglingCall& call) {
        pen.open();
        pen.member("from", call.from.valid() ? architecture.workload(call.from).id : std::string());
        pen.member("host", call.host);
        pen.member("port", call.port);
        pen.member("nearest", call.nearest);
        pen.key("evidence").openList();
        writeEvidence(pen, inventory, call.evidence);
        pen.closeList();
        pen.close();
    });
}

Result<std::string> callsJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "calls");
    writeCalls(pen, input);
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
