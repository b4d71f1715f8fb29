// SPDX-License-Identifier: GPL-3.0-or-later
// Each cause with everything that belongs to it: why it matters, the lines that show it, what was searched and the nearest
// miss, how to fix it, controls, decision.
#include "report/content/sections.h"
#include "report/facts.h"
#include "report/text/sections.h"

#include <algorithm>

namespace bartizan::report {

namespace {

constexpr std::size_t mostQuotes = 3;  // with the lines around them
constexpr std::size_t mostPlaces = 12; // the others by file and line
constexpr std::size_t mostSubjects = 40;
constexpr std::size_t mostNearMisses = 5;

void quotes(const Content& content, Writer& writer, const std::vector<const Evidence*>& places)
{
    std::vector<std::string> others;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Evidence& evidence = *places[i];
        if (i < mostQuotes && evidence.line > 0 && content.quotable(evidence)) {
            QuotedLines quote{content.at(evidence),
                              content.options.excerpt ? content.options.excerpt(evidence).lines : std::vector<ExcerptLine>()};
            if (quote.lines.empty() && !evidence.text().empty())
                quote.lines.push_back({evidence.line, std::string(evidence.text()), true});
            writer.quote(quote);
        } else {
            others.push_back(content.at(evidence));
        }
    }
    if (!others.empty())
        writer.labels({{places.size() > others.size() ? "Also at" : "At", cell::code(ranges(others, mostPlaces))}});
}

} // namespace

void writeFindings(const Content& content, Writer& writer)
{
    const std::size_t all = content.findings.size();
    writer.section(
        {nameOf("findings"),
         all == 0   ? "No finding"
         : all == 1 ? "One finding"
                    : withThousands(all) + " findings",
         all == 0 ? content.nothingFound()
                  : "Causes, most serious first. Evidence names file and line; where something is missing, what was searched "
                    "and what came nearest." +
                        (content.ofOneOwner() && !content.leftOut().empty() ? " " + content.leftOut() : std::string()),
         false});
    const std::string ofRun = content.ofOneOwner() ? " (of this owner)" : "";
    for (std::size_t i = 0; i < all; ++i) {
        const Finding& finding = *content.findings[i];
        content.input.job.report(Step::writingReport, i, all);
        if (writer.stopped())
            return;
        writer.finding({content.anchorOf(finding), finding.id, content.titleOf(finding), finding.status, finding.severity});
        const std::vector<std::string> own = content.subjectsOf(finding);
        writer.paragraph(finding.reason +
                         (own.size() == finding.subjects.size()
                              ? std::string()
                              : " Said of the whole system: of its " + counted(finding.subjects.size(), "subject") + ", " +
                                    withThousands(own.size()) + (own.size() == 1 ? " is" : " are") + " this owner's."));
        const RuleText* rule = content.catalogue.rule(finding.rule);
        if (rule && !rule->why.empty() && rule->why != finding.reason)
            writer.paragraph("Why it matters: " + rule->why, Tone::small);
        quotes(content, writer, placesOf(finding));
        std::vector<Label> labels;
        if (!finding.within.empty())
            labels.push_back({"Searched", cell::text(finding.within)});
        for (std::size_t k = 0; k < finding.nearMisses.size() && k < mostNearMisses; ++k) {
            const NearMiss& miss = finding.nearMisses[k];
            const std::string at = content.at(miss.evidence);
            labels.push_back({k == 0 ? "Nearest miss" : "", cell::text(miss.sentence + (at.empty() ? "" : " (" + at + ")"))});
        }
        if (finding.nearMisses.size() > mostNearMisses)
            labels.push_back(
                {"", cell::dim("and " + std::to_string(finding.nearMisses.size() - mostNearMisses) + " more near misses")});
        labels.push_back({"Layer", cell::text(content.layerTitle(finding.layer))});
        std::vector<std::string> subjects;
        for (const std::string& subject : own)
            subjects.push_back(content.nameOf(subject));
        const std::string page = finding.workloads.size() == 1 ? content.anchorOf(finding.workloads.front()) : std::string();
        labels.push_back({"Subjects" + ofRun, cell::text((subjects.size() > 1 ? withThousands(subjects.size()) + ": " : "") +
                                                             ranges(subjects, mostSubjects),
                                                         page)});
        if (!finding.fix.empty())
            labels.push_back({"How to fix", cell::text(finding.fix)});
        if (!finding.controls.empty())
            labels.push_back(
                {"Controls", cell::text("Supports evidence for " + ranges(finding.controls, 12), content.to("controls"))});
        std::string decision = finding.status;
        if (!finding.statusReason.empty())
            decision += ": " + finding.statusReason;
        if (content.input.review)
            if (const auto found = content.input.review->decisions.find(finding.id);
                found != content.input.review->decisions.end()) {
                const Decision& made = found->second;
                decision += made.reason.empty() ? "" : ". Reason: " + content.said(made.reason);
                decision += made.owner.empty() ? "" : ". Owner: " + made.owner;
                decision += made.by.empty() ? "" : ". Decided by " + made.by + (made.on.empty() ? "" : " on " + made.on);
            }
        labels.push_back({"Decision", cell::text(decision, finding.state == FindingState::open ? "" : content.to("decisions"))});
        writer.labels(labels);
    }
}

} // namespace bartizan::report
