// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/since.h"

#include "report/content/sections.h"
#include "report/facts.h"
#include "report/text/pen.h"
#include "report/text/sections.h"

#include <algorithm>
#include <array>

namespace bartizan::report {

namespace {

constexpr std::size_t mostWorse = 12; // rows each; a review as the baseline makes every finding new
constexpr std::size_t mostGone = 7;
constexpr std::size_t mostUntold = 5;
constexpr std::size_t mostDecisions = 8;

bool namesHidden(const Content& content)
{
    return content.ofOneOwner() || content.withoutNames();
}

const BaselineRow& rowOf(const Content& content, const Finding& finding)
{
    return content.input.since->rows[static_cast<std::size_t>(&finding - content.posture.findings.data())];
}

const std::string& reasonOf(const Content& content, const BaselineRow& row)
{
    return namesHidden(content) ? row.laterReason : row.reason;
}

// The words of a time that a file states, if it is one; a file may state anything.
std::string timeIn(const std::string& text)
{
    const bool plain = text.find_first_not_of("0123456789-:.TZ+") == std::string::npos && text.size() <= 35;
    return plain && isDate(text.substr(0, 10)) ? text : std::string();
}

std::vector<const BaselineGone*> mostSeriousFirst(const std::vector<BaselineGone>& list)
{
    std::vector<const BaselineGone*> rows;
    for (const BaselineGone& gone : list)
        rows.push_back(&gone);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const BaselineGone* a, const BaselineGone* b) { return a->severity < b->severity; });
    return rows;
}

// Sources are judged as of the report's own time, and a review does not say when it was the last one.
std::string since(const Content& content)
{
    const SinceBaseline& baseline = *content.input.since;
    const std::string time = timeIn(baseline.asOf);
    return baseline.kind != "output" || time.empty() ? "since the baseline" : "since " + time.substr(0, 10);
}

std::string baselineText(const Content& content)
{
    const SinceBaseline& baseline = *content.input.since;
    std::string text = "Compared with " + content.said(baseName(baseline.path)) + ": ";
    text += baseline.kind == "output"   ? "an output of assess"
            : baseline.kind == "review" ? "a review, in which known is what it decided"
                                        : "an earlier state, read and judged under the same review and as of the same time";
    if (const std::string time = timeIn(baseline.asOf); !time.empty() && baseline.kind != "sources")
        text += ", as of " + time;
    if (baseline.version == programVersion && baseline.kind == "output")
        text += ", by version " + baseline.version;
    else if (!baseline.version.empty() && baseline.version != programVersion)
        text += ", by " + (namesHidden(content) ? "another version" : "version " + baseline.version) + ": its rules may differ";
    return text + ".";
}

struct Compared {
    std::array<std::size_t, 6> counts{}; // by BaselineState
    std::vector<const Finding*> worse, untold;
    std::size_t count(BaselineState state) const { return counts[static_cast<std::size_t>(state)]; }
};

Compared comparedOf(const Content& content)
{
    Compared compared;
    for (const Finding* finding : content.findings) {
        const BaselineState state = rowOf(content, *finding).state;
        ++compared.counts[static_cast<std::size_t>(state)];
        if (state == BaselineState::added || state == BaselineState::worse)
            compared.worse.push_back(finding);
        if (state == BaselineState::incomparable)
            compared.untold.push_back(finding);
    }
    return compared;
}

void writeCounts(const Compared& compared, const SinceBaseline& baseline, Writer& writer)
{
    writer.beginTable({{Column::Kind::number, "New", 1, false},
                       {Column::Kind::number, "Worse", 1, false},
                       {Column::Kind::number, "Better", 1, false},
                       {Column::Kind::number, "Changed", 1, false},
                       {Column::Kind::number, "As before", 1, false},
                       {Column::Kind::number, "Gone", 1, false},
                       {Column::Kind::number, "Not comparable", 1.2, false}},
                      "Findings since last time, counted");
    writer.row({cell::number(compared.count(BaselineState::added)), cell::number(compared.count(BaselineState::worse)),
                cell::number(compared.count(BaselineState::better)), cell::number(compared.count(BaselineState::changed)),
                cell::number(compared.count(BaselineState::unchanged)), cell::number(baseline.gone.size()),
                cell::number(compared.untold.size() + baseline.goneUntold.size())});
    writer.endTable();
}

void writeRows(const Content& content, Writer& writer, const Compared& compared)
{
    const SinceBaseline& baseline = *content.input.since;
    const bool hidden = namesHidden(content);
    const std::size_t gone = hidden ? 0 : baseline.gone.size(), notFound = hidden ? 0 : baseline.goneUntold.size();
    const std::size_t all = compared.worse.size() + compared.untold.size() + gone + notFound;
    if (all == 0)
        return;
    writer.beginTable({{Column::Kind::text, "Severity", 1.1, false},
                       {Column::Kind::text, "Since then", 1.3, false},
                       {Column::Kind::text, "Finding", 4.2, false},
                       {Column::Kind::text, "What differs", 3, false}},
                      "Findings that are new, worse or gone");
    std::size_t shown = 0;
    const auto findings = [&](const std::vector<const Finding*>& list, std::size_t most) {
        for (std::size_t i = 0; i < list.size() && i < most; ++i, ++shown) {
            const BaselineRow& row = rowOf(content, *list[i]);
            writer.row({cell::severity(list[i]->severity),
                        cell::strong(row.state == BaselineState::incomparable ? "cannot tell" : baselineWord(row.state)),
                        cell::text(content.titleOf(*list[i]), content.anchorOf(*list[i])), cell::text(reasonOf(content, row))});
        }
    };
    const auto onlyThere = [&](const char* word, const std::vector<BaselineGone>& list, std::size_t most) {
        const std::vector<const BaselineGone*> rows = mostSeriousFirst(list);
        for (std::size_t i = 0; i < rows.size() && i < most; ++i, ++shown)
            writer.row({cell::severity(rows[i]->severity), cell::strong(word),
                        cell::text(rows[i]->title.empty() ? rows[i]->id : rows[i]->title + " (" + rows[i]->id + ")"),
                        cell::text(rows[i]->reason)});
    };
    findings(compared.worse, mostWorse);
    if (!hidden)
        onlyThere("gone", baseline.gone, mostGone);
    findings(compared.untold, mostUntold);
    if (!hidden)
        onlyThere("not found", baseline.goneUntold, mostUntold);
    writer.endTable();
    if (shown < all)
        writer.paragraph(withThousands(shown) + " of " + withThousands(all) + ", the most serious of each kind" +
                             (content.has("findings") ? "; every finding says how it stands where it is described" : "") +
                             ". `bartizan-cli assess --baseline` lists all.",
                         Tone::small);
}

void writeCompared(const Content& content, Writer& writer)
{
    const SinceBaseline& baseline = *content.input.since;
    const Compared compared = comparedOf(content);
    const std::size_t worse = compared.worse.size();
    writer.paragraph((worse == 0   ? "No finding is"
                      : worse == 1 ? "One finding is"
                                   : withThousands(worse) + " findings are") +
                     std::string(" new or worse ") + since(content) + ".");
    writeCounts(compared, baseline, writer);
    writer.paragraph(baselineText(content), Tone::small);
    writeRows(content, writer, compared);
    if (namesHidden(content) && baseline.gone.size() + baseline.goneUntold.size() > 0)
        writer.paragraph(std::string("What only the baseline has is counted and not named here") +
                             (content.ofOneOwner() ? "; the counts are of all owners." : "."),
                         Tone::small);
    if (!compared.untold.empty() || !baseline.goneUntold.empty())
        writer.paragraph("Not comparable is what one of the states does not tell: a kind that was not read there, a verdict that "
                         "was unknown. It is neither new nor gone.",
                         Tone::small);
}

struct DecisionRows {
    std::vector<const Finding*> reopened;
    std::vector<const ReviewRow*> expired, soon;
    std::size_t decided = 0;
};

DecisionRows decisionRowsOf(const Content& content)
{
    DecisionRows rows;
    std::set<std::string> ids;
    for (const Finding* finding : content.findings) {
        ids.insert(finding->id);
        rows.decided += finding->state == FindingState::open ? 0 : 1;
        if (finding->state == FindingState::reopened)
            rows.reopened.push_back(finding);
    }
    const auto concerns = [&](const ReviewRow& row) {
        if (!content.ofOneOwner())
            return true;
        if (row.kind == ReviewKind::decision)
            return ids.count(row.id) > 0;
        return std::any_of(content.workloads.begin(), content.workloads.end(),
                           [&](WorkloadId id) { return row.id.starts_with(content.workload(id).id + ", "); });
    };
    for (const ReviewRow& row : content.posture.review.expired)
        if (concerns(row))
            rows.expired.push_back(&row);
    for (const ReviewRow& row : content.posture.review.expiringSoon)
        if (concerns(row))
            rows.soon.push_back(&row);
    return rows;
}

void writeDecisionRows(const Content& content, Writer& writer)
{
    DecisionRows rows = decisionRowsOf(content);
    if (rows.decided == 0 && rows.expired.empty() && rows.soon.empty())
        return writer.paragraph("No decision about a finding of this report.");
    writer.paragraph("Decided: " + withThousands(rows.decided) + " of " + counted(content.findings.size(), "finding") +
                     ". Reopened: " + withThousands(rows.reopened.size()) + ". Expired: " + withThousands(rows.expired.size()) +
                     ". Expiring within " + std::to_string(expiringSoonDays) + " days: " + withThousands(rows.soon.size()) + ".");
    // An expired decision about a finding that is there has reopened it: one row is enough.
    std::set<std::string> told;
    for (const Finding* finding : rows.reopened)
        told.insert(finding->id);
    std::erase_if(rows.expired,
                  [&](const ReviewRow* row) { return row->kind == ReviewKind::decision && told.count(row->id) > 0; });
    const std::size_t all = rows.reopened.size() + rows.expired.size() + rows.soon.size();
    if (all == 0)
        return;
    const auto until = [](const std::string& date) { return date.empty() ? cell::dim("no end") : cell::text(date); };
    writer.beginTable({{Column::Kind::text, "What", 3.4, false},
                       {Column::Kind::text, "Kind", 1.1, false},
                       {Column::Kind::text, "Why", 3.2, false},
                       {Column::Kind::text, "Owner", 1.4, false},
                       {Column::Kind::text, "Until", 1.1, false}},
                      "Decisions and statements that are over or will be soon");
    std::size_t shown = 0;
    for (std::size_t i = 0; i < rows.reopened.size() && shown < mostDecisions; ++i, ++shown) {
        const Finding& finding = *rows.reopened[i];
        const Decision* decision = decisionOf(content.input, finding);
        if (i == 0)
            writer.tableGroup("reopened");
        writer.row({cell::text(content.titleOf(finding), content.anchorOf(finding)), cell::dim(toWord(ReviewKind::decision)),
                    cell::text(finding.statusReason), cell::text(decision ? decision->owner : std::string()),
                    until(decision ? decision->expires : std::string())});
    }
    const auto list = [&](const char* group, const std::vector<const ReviewRow*>& from) {
        for (std::size_t i = 0; i < from.size() && shown < mostDecisions; ++i, ++shown) {
            const ReviewRow& row = *from[i];
            if (i == 0)
                writer.tableGroup(group);
            // A statement is told by what it is about; what it says stands in its own section.
            writer.row({cell::text(row.kind == ReviewKind::statement ? row.id : rowTitle(content, row), content.to("decisions")),
                        cell::dim(toWord(row.kind)), cell::text(row.reason), cell::text(row.owner), until(row.expires)});
        }
    };
    list("expired", rows.expired);
    list("expires soon", rows.soon);
    writer.endTable();
    if (shown < all)
        writer.paragraph(withThousands(shown) + " of " + withThousands(all) +
                             (content.has("decisions") ? "; the others stand in \"" + nameOf("decisions").name + "\"." : "."),
                         Tone::small);
}

} // namespace

void writeSince(const Content& content, Writer& writer)
{
    writer.heading("Since last time");
    if (content.input.since)
        writeCompared(content, writer);
    else
        writer.paragraph("No earlier state was given to compare with (--baseline).");
    writeDecisionRows(content, writer);
}

std::string sinceWords(const Content& content, const Finding& finding)
{
    if (!content.input.since)
        return {};
    const BaselineRow& row = rowOf(content, finding);
    if (row.state == BaselineState::unchanged)
        return {};
    std::string words = row.state == BaselineState::incomparable ? "cannot be compared with the baseline"
                                                                 : baselineWord(row.state) + (" " + since(content));
    if (const std::string& reason = reasonOf(content, row); !reason.empty())
        words += ": " + reason;
    return words;
}

std::string rowTitle(const Content& content, const ReviewRow& row)
{
    if (row.kind == ReviewKind::decision) {
        for (const Finding* finding : content.findings)
            if (finding->id == row.id)
                return content.titleOf(*finding);
        if (content.withoutNames()) // its title may name what is no longer in the input
            return row.id;
    }
    return row.title.empty() ? row.id : row.title;
}

} // namespace bartizan::report
