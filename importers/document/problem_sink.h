// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the Problems of one file while it is read, bounded by Limits::problemsPerFile, and makes their evidence from
// byte offsets.
#pragma once

#include "importers/document/file_text.h"
#include "model/problem.h"

namespace bartizan::document {

class ProblemSink {
public:
    ProblemSink(const FileText& file, std::size_t limit) : m_file(file), m_limit(limit) {}

    Evidence at(std::size_t offset, std::uint32_t document) const;
    Evidence whole() const; // the file, no line

    Problem& add(ProblemSeverity severity, std::string id, std::string message, Evidence evidence);
    bool full() const { return m_problems.size() >= m_limit; }
    void leaveOut(std::size_t count) { m_leftOut += count; } // when full(): spares the caller making them
    std::vector<Problem> take();

private:
    const FileText& m_file;
    std::size_t m_limit;
    std::size_t m_leftOut = 0;
    std::vector<Problem> m_problems;
    Problem m_spare;
};

} // namespace bartizan::document
