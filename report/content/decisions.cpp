// SPDX-License-Identifier: GPL-3.0-or-later
// Who decided what, why, until when: findings before and after decisions, the decisions themselves, statements, and the
// rows of the review that expired or lost what they were about.
#include "report/content/sections.h"
#include "report/content/since.h"
#include "report/facts.h"
#include "report/text/sections.h"

#include <string_view>
#include <unordered_set>

namespace bartizan::report {

namespace {

void initialAndRemaining(const Content& content, Writer& writer)
{
    struct Row {
        std::size_t initial = 0, accepted = 0, mitigated = 0, falsePositive = 0;
        std::size_t remaining() const { return initial - accepted - mitigated - falsePositive; }
    };
    std::array<Row, 5> rows{};
    for (const Finding* finding : content.findings) {
        Row& row = rows[static_cast<std::size_t>(finding->severity)];
        ++row.initial;
        row.accepted += finding->state == FindingState::accepted ? 1 : 0;
        row.mitigated += finding->state == FindingState::mitigated ? 1 : 0;
        row.falsePositive += finding->state == FindingState::falsePositive ? 1 : 0;
    }
    writer.beginTable({{Column::Kind::text, "Severity", 1.4, false},
                       {Column::Kind::number, "Initial", 1, false},
                       {Column::Kind::number, "Accepted", 1, false},
                       {Column::Kind::number, "Mitigated", 1, false},
                       {Column::Kind::number, "False positive", 1, false},
                       {Column::Kind::number, "Remaining", 1, false}},
                      "Findings before and after decisions");
    Row sum;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        writer.row({cell::severity(static_cast<FindingSeverity>(i)), cell::number(row.initial), cell::number(row.accepted),
                    cell::number(row.mitigated), cell::number(row.falsePositive), cell::number(row.remaining())});
        sum.initial += row.initial;
        sum.accepted += row.accepted;
        sum.mitigated += row.mitigated;
        sum.falsePositive += row.falsePositive;
    }
    writer.row({cell::strong("all"), cell::number(sum.initial), cell::number(sum.accepted), cell::number(sum.mitigated),
                cell::number(sum.falsePositive), cell::number(sum.remaining())});
    writer.endTable();
}

std::string kindWords(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::accept:
        return "accept";
    case DecisionKind::mitigate:
        return "mitigate";
    case DecisionKind::falsePositive:
        return "false positive";
    case DecisionKind::needsWork:
        return "needs work";
    }
    return {};
}

void decided(const Content& content, Writer& writer, const Review& review)
{
    writer.heading("Decisions");
    std::size_t shown = 0;
    for (const Finding* finding : content.findings)
        shown += review.decisions.count(finding->id);
    if (shown == 0)
        return writer.paragraph("No decision was made about a finding of this report.");
    writer.beginTable({{Column::Kind::text, "Severity", 1.1, false},
                       {Column::Kind::text, "Finding", 3.2, false},
                       {Column::Kind::text, "Decision", 1.1, false},
                       {Column::Kind::text, "Reason", 3, false},
                       {Column::Kind::text, "Owner", 1.2, false},
                       {Column::Kind::text, "Until", 1, false},
                       {Column::Kind::text, "By, on", 1.6, false},
                       {Column::Kind::text, "Stands as", 1.8, false}},
                      "Decisions about findings");
    for (const Finding* finding : content.findings) {
        const auto found = review.decisions.find(finding->id);
        if (found == review.decisions.end())
            continue;
        const Decision& decision = found->second;
        const std::string by = decision.by + (decision.by.empty() || decision.on.empty() ? "" : ", ") + decision.on;
        writer.row(
            {cell::severity(finding->severity), cell::text(content.titleOf(*finding), content.anchorOf(*finding)),
             cell::text(kindWords(decision.kind)), cell::text(content.said(decision.reason)), cell::text(decision.owner),
             decision.expires.empty() ? cell::dim("no end") : cell::text(decision.expires), cell::text(by),
             cell::text(finding->statusReason.empty() ? finding->status : finding->status + ": " + finding->statusReason)});
    }
    writer.endTable();
}

void stated(const Content& content, Writer& writer, const Review& review)
{
    std::unordered_set<std::string_view> mine;
    for (const WorkloadId id : content.workloads)
        mine.insert(content.workload(id).id);
    std::vector<std::pair<const StatementKey*, const Statement*>> statements;
    for (const auto& [key, statement] : review.statements)
        if (!content.ofOneOwner() || mine.count(key.first) > 0)
            statements.emplace_back(&key, &statement);
    writer.heading("Statements");
    if (statements.empty())
        return writer.paragraph("No statement about a service of this report.");
    writer.beginTable({{Column::Kind::text, "Service", 2, false},
                       {Column::Kind::text, "Layer", 1.2, false},
                       {Column::Kind::text, "Statement", 3, false},
                       {Column::Kind::text, "Proof", 2, false},
                       {Column::Kind::text, "By, on", 1.6, false},
                       {Column::Kind::text, "Until", 1, false}},
                      "Statements");
    const std::string today = content.posture.asOf.substr(0, 10);
    for (const auto& [key, statement] : statements)
        writer.row({cell::text(key->first), cell::text(content.layerTitle(key->second)),
                    cell::text(content.said(statement->text)), cell::text(content.said(statement->proof)),
                    cell::text(statement->by + (statement->by.empty() || statement->on.empty() ? "" : ", ") + statement->on),
                    statement->expires.empty()             ? cell::dim("no end")
                    : isExpired(statement->expires, today) ? cell::strong(statement->expires + ", expired")
                                                           : cell::text(statement->expires)});
    writer.endTable();
}

void needingAnEye(const Content& content, Writer& writer)
{
    if (content.ofOneOwner()) // rows whose subject is gone belong to nobody that could be told
        return;
    const ReviewStanding& standing = content.posture.review;
    const std::pair<const char*, const std::vector<ReviewRow>*> lists[] = {{"expired", &standing.expired},
                                                                           {"expires soon", &standing.expiringSoon},
                                                                           {"its finding is no longer there", &standing.orphaned},
                                                                           {"matches nothing", &standing.unused}};
    std::size_t rows = 0;
    for (const auto& [name, list] : lists)
        rows += list->size();
    if (rows == 0)
        return;
    writer.heading("Rows of the review that need an eye");
    writer.beginTable({{Column::Kind::text, "What", 3.4, false},
                       {Column::Kind::text, "Kind", 1.1, false},
                       {Column::Kind::text, "Why", 3.4, false},
                       {Column::Kind::text, "Owner", 1.4, false},
                       {Column::Kind::text, "Until", 1, false}},
                      "Rows of the review that need an eye");
    for (const auto& [name, list] : lists) {
        if (!list->empty())
            writer.tableGroup(name);
        for (const ReviewRow& row : *list)
            writer.row({cell::text(rowTitle(content, row)), cell::dim(toWord(row.kind)), cell::text(row.reason),
                        cell::text(row.owner), cell::text(row.expires)});
    }
    writer.endTable();
}

} // namespace

void writeDecisions(const Content& content, Writer& writer)
{
    static const Review none;
    const Review& review = content.input.review ? *content.input.review : none;
    writer.section({nameOf("decisions"), "What was decided, by whom and until when",
                    "A decision does not change a verdict and hides nothing. It ends when it expires, or when there is more or "
                    "worse than it "
                    "was made about. A statement is somebody's word for what the input cannot show.",
                    false});
    initialAndRemaining(content, writer);
    decided(content, writer, review);
    stated(content, writer, review);
    needingAnEye(content, writer);
}

} // namespace bartizan::report
