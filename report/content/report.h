// SPDX-License-Identifier: GPL-3.0-or-later
// The review report, written to any Writer: cover, contents, then the chosen sections in their order.
#pragma once

#include "report/content/writer.h"
#include "report/input.h"
#include "report/name_mask.h"

namespace bartizan::report {

// A report that can be written, to as many writers as wanted: options checked, names replaced where asked for, the
// drawing laid out.
class PreparedReport {
public:
    // `input` must outlive it. Errors: "section" (an id that is no section), "owner" (nobody of that name owns a service
    // here), each with its remedy; those of laidOutDrawing(); "stopped".
    static Result<PreparedReport> of(const ReportInput& input);

    std::string title() const; // of the file: "shop: security architecture review"
    std::string foot() const;  // scope and as-of, in every foot
    const diagram::Drawing& drawing() const { return m_drawing; }
    void write(Writer& writer) const;

private:
    explicit PreparedReport(const ReportInput& input) : m_input(&input) {}

    const ReportInput* m_input;
    NameMask m_mask;
    diagram::Drawing m_drawing;
};

} // namespace bartizan::report
