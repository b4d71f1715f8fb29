// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity --explain SRC DST`: each part of the ports with the verdict, what decides it in either direction, and the
// policies that nearly apply.
#include "report/connectivity/deciders.h"
#include "report/connectivity/explained.h"
#include "report/connectivity/view.h"
#include "report/json/connectivity.h"

namespace bartizan::report {

namespace {

using namespace connectivity;

void writeSide(JsonPen& pen, const ReportInput& input, const World& world, const Slice& slice, Direction direction)
{
    pen.key(toWord(direction)).open();
    pen.member("allowed", slice.allowed);
    pen.member("why", whyWord(slice.by.why));
    pen.member("sentence", sentenceOf(world, slice, direction));
    pen.list("policies", policiesOf(world, slice.by), [&](const Policy* policy) { pen.text(policy->name); });
    writeEvidenceList(pen, input.model.inventory, "evidence", evidenceOf(world, input.model.inventory, slice, direction));
    pen.close();
}

void writeVerdict(JsonPen& pen, const ReportInput& input, const World& world, const ExplainedVerdict& verdict)
{
    std::vector<Evidence> by;
    std::vector<std::string> defaults;
    const auto add = [&](const std::optional<Slice>& slice, Direction direction) {
        if (!slice)
            return;
        if (byDefault(*slice))
            defaults.emplace_back(direction == Direction::ingress ? "Ingress" : "Egress");
        for (Evidence& evidence : evidenceOf(world, input.model.inventory, *slice, direction))
            by.push_back(std::move(evidence));
    };
    add(verdict.egress, Direction::egress);
    add(verdict.ingress, Direction::ingress);
    pen.open();
    pen.member("verdict", verdict.allowed ? "allowed" : "denied");
    pen.key("conn");
    writeConn(pen, verdict.ports);
    writeEvidenceList(pen, input.model.inventory, "by", by);
    pen.texts("default", defaults);
    if (verdict.egress)
        writeSide(pen, input, world, *verdict.egress, Direction::egress);
    if (verdict.ingress)
        writeSide(pen, input, world, *verdict.ingress, Direction::ingress);
    pen.close();
}

void writePair(JsonPen& pen, const ReportInput& input, const World& world, const ExplainedPair& pair)
{
    pen.open();
    pen.member("src", pair.from);
    pen.member("dst", pair.to);
    pen.member("network", pair.network);
    pen.list("ranges", pair.ranges, [&](const AddressRange& range) { pen.text("ip:" + toText(range)); });
    pen.key("conn");
    writeConn(pen, pair.allowed);
    pen.list("verdicts", pair.verdicts, [&](const ExplainedVerdict& verdict) { writeVerdict(pen, input, world, verdict); });
    pen.list("nearMisses", pair.nearly, [&](const NearlyApplied& nearly) {
        pen.open();
        pen.member("sentence", nearlyText(world, nearly));
        pen.member("direction", toWord(nearly.direction));
        writeOneOrNone(pen, input.model.inventory, nearly.evidence);
        pen.close();
    });
    pen.list("uncertain", pair.uncertain, [&](const Uncertain& row) { writeUncertain(pen, input, world, row); });
    pen.member("note", pair.note);
    if (pair.mesh) {
        pen.key("mesh").open();
        pen.member("sentence", sentenceOf(*pair.mesh));
        writeMeshVerdict(pen, input.model.inventory, *pair.mesh);
        pen.close();
    }
    pen.close();
}

} // namespace

Result<std::string> explainedJson(const ReportInput& input)
{
    const auto answer = explained(input);
    if (!answer)
        return tl::unexpected(answer.error());
    std::size_t verdicts = 0;
    for (const ExplainedPair& pair : answer->pairs)
        verdicts += pair.verdicts.size();
    const std::vector<Assumption> assumptions = connectivityAssumptions(input, verdicts);
    JsonPen pen;
    openOutput(pen, input, "connectivity", &assumptions);
    pen.list("pairs", answer->pairs, [&](const ExplainedPair& pair) { writePair(pen, input, answer->world(), pair); });
    pen.list("entrances", answer->entrances, [&](const Entrance& entrance) {
        pen.open();
        pen.member("entrance", entrance.object);
        pen.key("conn");
        writeConn(pen, entrance.ports);
        writeOneOrNone(pen, input.model.inventory, entrance.evidence);
        pen.close();
    });
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
