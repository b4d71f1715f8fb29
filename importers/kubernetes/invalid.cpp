// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/invalid.h"

namespace bartizan::importers {

using document::Node;

void Invalid::refuse(std::string id, std::string_view expected, std::string_view found, std::string_view remedy, Node at)
{
    refuse(std::move(id), "expected " + std::string(expected) + ", found " + std::string(found), remedy, at);
}

void Invalid::refuse(std::string id, std::string clause, std::string_view remedy, Node at)
{
    report(std::move(id),
           clause + "; " + std::string(remedy) + " (until then connectivity is worked out without this " + std::string(m_what) +
               ")",
           at);
    leaveOut(std::move(clause));
}

void Invalid::leaveOut(std::string reason)
{
    if (m_reason.empty())
        m_reason = std::move(reason);
}

void Invalid::report(std::string id, std::string message, Node at) const
{
    const ObjectContext& context = m_fields.context();
    Problem problem;
    problem.severity = ProblemSeverity::error;
    problem.id = std::move(id);
    problem.message = std::move(message);
    problem.evidence = (at ? at : context.node).maskedEvidence(context.object);
    addProblem(context.out, context.limits, std::move(problem));
}

Node mappingOrInvalid(const Fields& fields, Node parent, std::string_view key, Invalid& invalid)
{
    const Node node = fields.mapping(parent, key);
    if (!node && !parent[key].isNull())
        invalid.leaveOut("expected a mapping at " + std::string(key) + ", found another type");
    return node;
}

Node listOrInvalid(const Fields& fields, Node parent, std::string_view key, Invalid& invalid)
{
    const Node node = fields.list(parent, key);
    if (!node && !parent[key].isNull())
        invalid.leaveOut("expected a list at " + std::string(key) + ", found another type");
    return node;
}

} // namespace bartizan::importers
