// SPDX-License-Identifier: GPL-3.0-or-later
// The report on paper. One object is one run over the content: the first places and counts, the second paints.
#pragma once

#include "report/content/writer.h"
#include "report/pdf/sheet.h"
#include "report/pdf/table.h"

#include <optional>
#include <stop_token>

namespace bartizan::report {

struct NamespaceDrawing { // a page of its own
    QString name;
    std::string anchor;
    diagram::Drawing drawing; // laid out
};

// Whether a landscape page shows the drawing whole with names of 7 pt or more.
bool fitsOnePage(const diagram::Drawing&);
// A landscape page that shows the drawing whole, then one for each of `parts`. The sheet stands on a landscape page.
void drawingPages(Sheet&, const diagram::Drawing&, const std::vector<NamespaceDrawing>& parts);

class PdfWriter final : public Writer {
public:
    // `parts`: for a drawing that does not fit one page; empty for one that does. Kept by the caller.
    PdfWriter(Sheet& sheet, const std::vector<NamespaceDrawing>& parts, std::stop_token stop)
        : m_sheet(sheet), m_parts(parts), m_stop(std::move(stop))
    {
    }

    void cover(const CoverPage&) override;
    void contents(const std::vector<SectionName>&) override;
    void section(const SectionHead&) override;
    void heading(const std::string& title, const std::string& anchor) override;
    void paragraph(const std::string& text, Tone tone) override;
    void labels(const std::vector<Label>&) override;
    void finding(const FindingHead&) override;
    void quote(const QuotedLines&) override;
    void beginTable(const std::vector<Column>&, const std::string& caption) override;
    void tableGroup(const std::string& title) override;
    void row(const std::vector<Cell>&) override;
    void endTable() override;
    void figure(const Figure&) override;
    void drawing(const diagram::Drawing&) override;
    void signatures(const std::vector<std::string>& labels) override;
    bool stopped() const override { return m_stop.stop_requested(); }

private:
    void settle(double height); // writes the heading that waits, on the page of what is `height` points high
    void signatureLines(const std::vector<std::string>& labels);

    Sheet& m_sheet;
    const std::vector<NamespaceDrawing>& m_parts;
    std::stop_token m_stop;
    std::optional<Table> m_table;
    std::string m_heading; // waits for what it stands over
};

} // namespace bartizan::report
