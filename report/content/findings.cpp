// SPDX-License-Identifier: GPL-3.0-or-later
// Each cause with everything that belongs to it: why it matters, the lines that show it, what was searched and the nearest
// miss, how to fix it, controls, decision. In a large report most are rows below what they share.
#include "report/content/finding_choice.h"
#include "report/content/sections.h"
#include "report/content/since.h"
#include "report/facts.h"
#include "report/text/sections.h"

namespace bartizan::report {

namespace {

constexpr std::size_t mostQuotes = 3;  // with the lines around them
constexpr std::size_t mostPlaces = 12; // the others by file and line
constexpr std::size_t mostSubjects = 40;
constexpr std::size_t mostNearMisses = 5;
constexpr std::size_t mostOfRow = 3; // subjects

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

std::string subjectsText(const Content& content, const Finding& finding, std::size_t most)
{
    std::vector<std::string> subjects;
    for (const std::string& subject : content.subjectsOf(finding))
        subjects.push_back(content.nameOf(subject));
    return (subjects.size() > 1 ? withThousands(subjects.size()) + ": " : "") + ranges(subjects, most);
}

std::string pageOf(const Content& content, const Finding& finding)
{
    return finding.workloads.size() == 1 ? content.anchorOf(finding.workloads.front()) : std::string();
}

Label controlsOf(const Content& content, const Finding& finding)
{
    return {"Controls", cell::text("Supports evidence for " + ranges(finding.controls, 12), content.to("controls"))};
}

void inFull(const Content& content, Writer& writer, const Finding& finding)
{
    writer.finding({content.anchorOf(finding), finding.id, content.titleOf(finding), finding.status, finding.severity});
    if (std::string since = sinceWords(content, finding); !since.empty())
        writer.labels({{"Since last time", cell::strong(std::move(since))}});
    const std::size_t own = content.subjectsOf(finding).size(), whole = finding.subjects.size();
    writer.paragraph(finding.reason + (own == whole ? std::string()
                                                    : " Said of the whole system: of its " + counted(whole, "subject") + ", " +
                                                          withThousands(own) + (own == 1 ? " is" : " are") + " this owner's."));
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
    labels.push_back({content.ofOneOwner() ? "Subjects (of this owner)" : "Subjects",
                      cell::text(subjectsText(content, finding, mostSubjects), pageOf(content, finding))});
    if (!finding.fix.empty())
        labels.push_back({"How to fix", cell::text(finding.fix)});
    if (!finding.controls.empty())
        labels.push_back(controlsOf(content, finding));
    std::string decision = finding.status;
    if (!finding.statusReason.empty())
        decision += ": " + finding.statusReason;
    if (content.input.review)
        if (const auto found = content.input.review->decisions.find(finding.id); found != content.input.review->decisions.end()) {
            const Decision& made = found->second;
            decision += made.reason.empty() ? "" : ". Reason: " + content.said(made.reason);
            decision += made.owner.empty() ? "" : ". Owner: " + made.owner;
            decision += made.by.empty() ? "" : ". Decided by " + made.by + (made.on.empty() ? "" : " on " + made.on);
        }
    labels.push_back({"Decision", cell::text(decision, finding.state == FindingState::open ? "" : content.to("decisions"))});
    writer.labels(labels);
}

// What they share once, then a row for each.
void asRows(const Content& content, Writer& writer, const FindingRows& rows)
{
    const Finding& first = *rows.findings.front();
    const RuleText* rule = content.catalogue.rule(first.rule);
    const std::string number = rows.number > 1 ? "-" + std::to_string(rows.number) : "";
    const std::string title = (rule && !rule->title.empty() ? rule->title : first.rule) +
                              (rows.number > 1 ? ", fixed in another way (" + std::to_string(rows.number) + ")" : "") + ": " +
                              withThousands(rows.findings.size()) + " more";
    writer.heading(title, "rows-" + first.rule + number);
    if (rule && !rule->why.empty())
        writer.paragraph("Why it matters: " + rule->why, Tone::small);
    std::vector<Label> labels{{"Layer", cell::text(content.layerTitle(first.layer))}};
    if (!first.fix.empty())
        labels.push_back({"How to fix", cell::text(first.fix)});
    if (!first.controls.empty())
        labels.push_back(controlsOf(content, first));
    labels.push_back({"Decision", cell::text("open: nobody decided about any of them")});
    writer.labels(labels);
    writer.beginTable({{Column::Kind::text, "Severity", 1, false},
                       {Column::Kind::text, "Finding", 3, false},
                       {Column::Kind::text, "Subjects", 2, false},
                       {Column::Kind::text, "Line", 1.9, false},
                       {Column::Kind::text, "Id", 2, false}},
                      title);
    for (const Finding* finding : rows.findings) {
        if (writer.stopped())
            return;
        const std::vector<const Evidence*> places = placesOf(*finding);
        std::string at = places.empty() ? std::string() : content.at(*places.front());
        if (places.size() > 1 && !at.empty())
            at += " and " + withThousands(places.size() - 1) + " more";
        const std::string since = sinceWords(content, *finding);
        Cell id = cell::code(finding->id);
        id.anchor = content.anchorOf(*finding);
        writer.row({cell::severity(finding->severity),
                    cell::text(content.titleOf(*finding) + (since.empty() ? "" : " (" + since + ")")),
                    cell::text(subjectsText(content, *finding, mostOfRow), pageOf(content, *finding)),
                    at.empty() ? cell::dim(finding->within.empty() ? "" : "searched " + finding->within) : cell::code(at), id});
    }
    writer.endTable();
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
    const FindingChoice choice = chooseFindings(content);
    if (choice.inRows > 0)
        writer.paragraph(withThousands(choice.full.size()) + " of the " + withThousands(all) +
                         " findings stand in full: those that somebody decided about, critical and high ones (the first " +
                         std::to_string(mostInFull) + "), and at least " + std::to_string(fullOfEachCause) +
                         " of each cause where it has so many. The other " + withThousands(choice.inRows) +
                         " follow as rows below their cause, each with its first line and its id. The option "
                         "`--all-findings` writes every one in full; so does `bartizan-cli assess --format json`.");
    std::size_t done = 0;
    for (const Finding* finding : choice.full) {
        content.input.job.report(Step::writingReport, done++, all);
        if (writer.stopped())
            return;
        inFull(content, writer, *finding);
    }
    for (const FindingRows& rows : choice.rows) {
        content.input.job.report(Step::writingReport, done, all);
        if (writer.stopped())
            return;
        asRows(content, writer, rows);
        done += rows.findings.size();
    }
}

} // namespace bartizan::report
