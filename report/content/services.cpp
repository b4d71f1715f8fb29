// SPDX-License-Identifier: GPL-3.0-or-later
// A page for each confidential and restricted service (for all, on request): its wall, every verdict with its reason, who
// reaches it, what it reaches, its images and its findings.
#include "report/content/figures.h"
#include "report/content/sections.h"
#include "report/facts.h"
#include "report/text/sections.h"

#include "analysis/falls.h"

#include <algorithm>
#include <span>

namespace bartizan::report {

namespace {

constexpr std::size_t mostCalls = 60;
constexpr std::size_t mostFindings = 20;
constexpr std::size_t mostFalling = 20;
constexpr std::size_t atOnce = 64; // services whose fall is worked out together

const char* wordsOf(Basis basis)
{
    return basis == Basis::runningState ? "running state" : basisWord(basis);
}

std::string fallingText(const Content& content, const std::vector<WorkloadId>& others)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < others.size() && i < mostFalling; ++i)
        names.push_back(content.mine(others[i]) ? content.workload(others[i]).name : "a service of another owner");
    return ranges(names, mostFalling) +
           (others.size() > mostFalling ? " and " + std::to_string(others.size() - mostFalling) + " more" : "");
}

std::string portsText(const Call& call)
{
    std::vector<std::string> ports;
    for (const CallPort& port : call.ports)
        ports.push_back(port.port + "/" + port.protocol);
    return ranges(ports, 6);
}

void calls(const Content& content, Writer& writer, const std::vector<std::uint32_t>& which, bool incoming)
{
    if (which.empty()) {
        writer.paragraph(incoming ? "No caller is shown in the model." : "No call of its own is shown in the model.");
        return;
    }
    writer.beginTable({{Column::Kind::text, incoming ? "From" : "To", 2.4, false},
                       {Column::Kind::text, "Known how", 1, false},
                       {Column::Kind::text, "Ports", 1.2, false},
                       {Column::Kind::mark, "Encrypted", 1, false},
                       {Column::Kind::mark, "Caller checked", 1, false},
                       {Column::Kind::text, "Evidence", 2.4, false}},
                      incoming ? "Who calls it" : "What it calls");
    for (std::size_t i = 0; i < which.size() && i < mostCalls; ++i) {
        const Call& call = content.architecture.calls[which[i]];
        const EdgeSecurity& edge = content.posture.edges[which[i]];
        writer.row({cell::text(content.nameOf(peerId(content.architecture, incoming ? call.from : call.to))),
                    cell::text(toWord(call.kind)), cell::text(portsText(call)), cell::mark(edge.encryption.verdict),
                    cell::mark(edge.peerAuthentication),
                    call.evidence.empty() ? cell::dim("") : cell::code(content.at(call.evidence.front()))});
    }
    writer.endTable();
    if (which.size() > mostCalls)
        writer.paragraph("and " + withThousands(which.size() - mostCalls) + " more, in the JSON output of `calls`.", Tone::small);
}

void verdictRows(const Content& content, Writer& writer, const WorkloadPosture& posture)
{
    writer.beginTable({{Column::Kind::mark, "Verdict", 1, false},
                       {Column::Kind::text, "Layer", 1.5, false},
                       {Column::Kind::text, "Why", 5, false},
                       {Column::Kind::text, "Rests on", 1.45, false},
                       {Column::Kind::text, "Evidence", 2.2, false}},
                      "Verdicts");
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        const LayerVerdict& verdict = posture.layers[layer];
        std::string reason = verdict.reason;
        if (verdict.rule == "review-statement" && content.withoutNames())
            reason = "Stated in the review: " + content.said(reason);
        if (verdict.verdict == Verdict::unknown && !verdict.settledBy.empty())
            reason += " Would settle it: " + verdict.settledBy.front().input + ".";
        std::string proof;
        for (const Evidence& evidence : verdict.evidence)
            if (proof.empty())
                proof = content.at(evidence);
        if (verdict.evidence.size() > 1 && !proof.empty())
            proof += " and " + std::to_string(verdict.evidence.size() - 1) + " more";
        else if (proof.empty() && !verdict.within.empty())
            proof = "searched " + verdict.within;
        writer.row({cell::mark(verdict.verdict, posture.required[layer]),
                    cell::strong(content.layerTitle(static_cast<Layer>(layer))), cell::text(reason),
                    cell::dim(verdict.verdict == Verdict::unknown ? "" : wordsOf(verdict.basis)), cell::code(proof)});
    }
    writer.endTable();
}

// What is as sensitive as those with a page and has none; "" when there is nothing of the kind.
std::string platformWithoutPage(const Content& content)
{
    std::size_t without = 0;
    for (const WorkloadId id : content.workloads)
        without += content.isSensitive(id) && content.anchorOf(id).empty() ? 1 : 0;
    if (without == 0)
        return {};
    return without == 1 ? " One platform component that is as sensitive has no page; the option for all services gives it one."
                        : " " + withThousands(without) +
                              " platform components that are as sensitive have no page; the option for all services gives them "
                              "one.";
}

} // namespace

void writeServices(const Content& content, Writer& writer)
{
    const std::string leftOut = platformWithoutPage(content);
    if (content.servicePages.empty())
        return writer.section(
            {nameOf("services"),
             leftOut.empty() ? "No service is confidential or restricted"
                             : "No service apart from platform components is confidential or restricted",
             "Services that are confirmed or inferred as confidential or restricted have a page of their own here; with the "
             "option for all services, each has one." +
                 leftOut,
             false});
    const KnownCalls known(content.architecture);
    std::vector<std::vector<WorkloadId>> falling; // of the pages from the last multiple of `atOnce`
    const std::vector<WorkloadId>& pages = content.servicePages;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const WorkloadId id = pages[page];
        if (writer.stopped())
            return;
        const Workload& workload = content.workload(id);
        const WorkloadPosture& posture = content.verdicts(id);
        if (page == 0)
            writer.section({nameOf("services"),
                            counted(content.servicePages.size(), "service") + " of " + withThousands(content.services.all),
                            content.options.allServices
                                ? "Each service with all its verdicts."
                                : "The confidential and restricted services, each with all its verdicts." + leftOut,
                            false});
        writer.heading(workload.id, content.anchorOf(id));
        writer.figure(namedWall(content, id));
        std::vector<Label> labels{
            {"Sensitivity",
             cell::text(std::string(toWord(workload.sensitivity)) + " (" + toWord(workload.sensitivitySource) +
                        (workload.sensitivityReason.empty() ? "" : ": " + content.said(workload.sensitivityReason)) + ")")},
            {"Layers", cell::counts(posture.counts)},
            {"Owner", workload.owner.empty() ? cell::dim("not named") : cell::text(workload.owner)},
            {"From outside", cell::text(posture.reachable.reason)},
            {"Steps", posture.steps < 0
                          ? cell::text(content.posture.pathsTruncated ? "no way found; the search was cut" : "no way found")
                      : posture.steps == 0 ? cell::text("0: bytes or relayed calls arrive without a compromise")
                                           : cell::text(std::to_string(posture.steps) + " on the easiest way")}};
        writer.labels(labels);
        verdictRows(content, writer, posture);
        writer.paragraph("Who calls it", Tone::body);
        calls(content, writer, known.to(id), true);
        writer.paragraph("What it calls", Tone::body);
        calls(content, writer, known.from(id), false);
        if (page % atOnce == 0)
            falling = known.fallingWith(std::span(pages).subspan(page, std::min(atOnce, pages.size() - page)));
        const std::vector<WorkloadId>& others = falling[page % atOnce];
        labels = {{"Falls with it",
                   others.empty() ? cell::dim("nothing that known calls lead to") : cell::text(fallingText(content, others))}};
        for (const WorkloadPosture::ImageScan& scan : posture.images)
            labels.push_back({labels.size() == 1 ? "Images" : "", cell::text(scan.reference + ": " + scan.explanation)});
        const auto findings = content.findingsOf(id);
        for (std::size_t i = 0; i < findings.size() && i < mostFindings; ++i)
            labels.push_back({i == 0 ? "Findings" : "",
                              cell::text(std::string(severityWord(findings[i]->severity)) + ": " + content.titleOf(*findings[i]),
                                         content.anchorOf(*findings[i]))});
        if (findings.size() > mostFindings)
            labels.push_back({"", cell::dim("and " + withThousands(findings.size() - mostFindings) + " more, in \"Findings\"")});
        writer.labels(labels);
    }
}

} // namespace bartizan::report
