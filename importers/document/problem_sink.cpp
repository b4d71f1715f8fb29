// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/problem_sink.h"

namespace bartizan::document {

Evidence ProblemSink::at(std::size_t offset, std::uint32_t document) const
{
    Evidence evidence = whole();
    evidence.document = document;
    evidence.line = m_file.lineAt(offset);
    evidence.lastLine = evidence.line;
    evidence.column = m_file.columnAt(offset);
    return evidence;
}

Evidence ProblemSink::whole() const
{
    Evidence evidence;
    evidence.file = m_file.file();
    return evidence;
}

Problem& ProblemSink::add(ProblemSeverity severity, std::string id, std::string message, Evidence evidence)
{
    if (m_problems.size() >= m_limit) {
        ++m_leftOut;
        return m_spare = {};
    }
    m_problems.push_back({severity, std::move(id), std::move(message), std::move(evidence), {}});
    return m_problems.back();
}

std::vector<Problem> ProblemSink::take()
{
    if (m_leftOut > 0) {
        const std::string message = "this file has " + std::to_string(m_leftOut) +
                                    " more problems than are listed; mend the listed ones and read it again";
        m_problems.push_back({ProblemSeverity::note, "limit-problems", message, whole(), {}});
        m_leftOut = 0;
    }
    return std::move(m_problems);
}

} // namespace bartizan::document
