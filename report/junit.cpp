// SPDX-License-Identifier: GPL-3.0-or-later
// `assess --format junit`: a suite a layer, a case a rule and subject, in the dialect that build servers share. A gap that
// is open fails. What was decided, what nobody can tell and what counts only at an inferred sensitivity is skipped with its
// reason, as `--fail-on` passes it over; a layer that is present passes.
#include "report/exports.h"
#include "report/facts.h"
#include "report/xml/writer.h"

#include <set>

namespace bartizan::report {

namespace {

struct Case {
    std::string name, rule;
    const Finding* finding = nullptr;
    const LayerVerdict* verdict = nullptr; // of what no finding is about
};

bool fails(const Finding& finding)
{
    return !isDecided(finding) && !finding.undecided && !finding.ifSensitivity;
}

std::string whySkipped(const ReportInput& input, const Case& item)
{
    if (const Finding* finding = item.finding) {
        if (isDecided(*finding)) {
            const Decision* decision = decisionOf(input, *finding);
            return finding->status + (decision && !decision->reason.empty() ? ": " + decision->reason : "");
        }
        if (finding->undecided)
            return "nobody can tell yet: " + finding->reason;
        return "counts only " + finding->ifLevel + ": " + finding->reason;
    }
    if (item.verdict->verdict == Verdict::unknown)
        return "nobody can tell yet: " + item.verdict->reason;
    return std::string(verdictText(item.verdict->verdict)) + ", not asked for here: " + item.verdict->reason;
}

bool isSkipped(const Case& item)
{
    return item.finding ? !fails(*item.finding) : item.verdict->verdict != Verdict::present;
}

// The cases of a layer: those of its findings, then what was decided of every workload.
std::vector<Case> casesOf(const ReportInput& input, std::size_t layer)
{
    std::vector<Case> cases;
    std::set<std::pair<std::string_view, std::string_view>> told; // rule, subject
    for (const Finding& finding : input.posture->findings) {
        if (finding.layer != layerId(static_cast<Layer>(layer)))
            continue;
        for (const std::string& subject : finding.subjects) {
            cases.push_back({subject + " (" + finding.id + ")", finding.rule, &finding, nullptr});
            told.emplace(finding.rule, subject);
        }
    }
    for (std::size_t i = 0; i < input.posture->workloads.size(); ++i) {
        const LayerVerdict& verdict = input.posture->workloads[i].layers[layer];
        const std::string& id = input.model.architecture.workloads[i].id;
        if (verdict.verdict != Verdict::notApplicable && told.count({verdict.rule, id}) == 0)
            cases.push_back({id, verdict.rule, nullptr, &verdict});
    }
    return cases;
}

std::vector<std::string> failureText(const ReportInput& input, const Finding& finding)
{
    std::vector<std::string> lines = {finding.reason, "Finding: " + finding.id};
    if (finding.state != FindingState::open)
        lines.push_back("Decision: " + finding.status + (finding.statusReason.empty() ? "" : ": " + finding.statusReason));
    for (const Evidence* place : placesOf(finding))
        lines.push_back(placeText(input.model.inventory, *place) + "  " + std::string(place->text()));
    if (!finding.within.empty())
        lines.push_back("Searched: " + finding.within);
    for (const NearMiss& miss : finding.nearMisses)
        lines.push_back("Nearest miss: " + miss.sentence);
    if (!finding.fix.empty())
        lines.push_back("Fix: " + finding.fix);
    return lines;
}

void writeCase(XmlPen& pen, const ReportInput& input, const Case& item)
{
    pen.open("testcase").attribute("name", item.name).attribute("classname", item.rule).attribute("time", "0");
    if (isSkipped(item)) {
        pen.open("skipped").attribute("message", whySkipped(input, item));
        pen.close();
    } else if (item.finding) {
        const Finding& finding = *item.finding;
        pen.open("failure").attribute("message", std::string(severityWord(finding.severity)) + ": " + finding.title);
        pen.attribute("type", severityWord(finding.severity)).text(failureText(input, finding));
        pen.close();
    }
    pen.close();
}

} // namespace

Result<std::string> assessJunit(const ReportInput& input)
{
    std::array<std::vector<Case>, layerCount> suites;
    std::array<std::size_t, layerCount> failures{}, skipped{};
    std::size_t all = 0, allFailures = 0, allSkipped = 0;
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        suites[layer] = casesOf(input, layer);
        for (const Case& item : suites[layer]) {
            skipped[layer] += isSkipped(item) ? 1 : 0;
            failures[layer] += item.finding && fails(*item.finding) ? 1 : 0;
        }
        all += suites[layer].size();
        allFailures += failures[layer];
        allSkipped += skipped[layer];
    }
    const auto counts = [](XmlPen& pen, std::size_t tests, std::size_t failed, std::size_t passedOver) {
        pen.attribute("tests", tests).attribute("failures", failed).attribute("errors", std::size_t{0});
        pen.attribute("skipped", passedOver).attribute("time", "0");
    };
    XmlPen pen;
    pen.open("testsuites").attribute("name", "Bartizan");
    counts(pen, all, allFailures, allSkipped);
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        if (suites[layer].empty())
            continue;
        pen.open("testsuite").attribute("name", layerId(static_cast<Layer>(layer)));
        counts(pen, suites[layer].size(), failures[layer], skipped[layer]);
        pen.attribute("timestamp", input.posture->asOf.substr(0, 19));
        for (const Case& item : suites[layer])
            writeCase(pen, input, item);
        pen.close();
    }
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
