// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/statements.h"

#include "analysis/verdicts.h"

namespace bartizan::analysis {

bool takeStatement(const Context& context, WorkloadId id, Layer layer, LayerVerdict& verdict)
{
    if (!context.settings.review || verdict.verdict != Verdict::unknown)
        return false;
    const auto& statements = context.settings.review->statements;
    const auto row = statements.find({context.workload(id).id, layerId(layer)});
    if (row == statements.end())
        return false;
    const Statement& statement = row->second;
    if (isExpired(statement.expires, std::string_view(context.settings.asOf).substr(0, 10)))
        return false;
    std::string reason = "Stated in the review";
    if (!statement.by.empty() || !statement.on.empty())
        reason += " (" + statement.by + (statement.by.empty() || statement.on.empty() ? "" : ", ") + statement.on + ")";
    reason += statement.text.empty() ? "." : ": " + statement.text;
    if (!statement.proof.empty())
        reason += " Proof: " + statement.proof + ".";
    if (!statement.expires.empty())
        reason += " Until " + statement.expires + ".";
    verdict = decided(Verdict::present, "review-statement", std::move(reason), {}, Basis::stated);
    return true;
}

} // namespace bartizan::analysis
