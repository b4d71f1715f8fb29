// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one HTML file that needs no network and, to be read, no script. Blocks go to the sink as they come, so
// memory does not grow with the report; the content security policy in the head names the digests of the one style sheet
// and the one script, and lets nothing else in. Used by report.cpp: content writes, then finish() ends the file.
#pragma once

#include "report/content/writer.h"
#include "report/html/table.h"

#include <functional>
#include <string>
#include <string_view>

namespace bartizan::report {

struct HtmlPage { // what is not said by any block
    std::string title;
    std::string classification, scope, product; // foot of the document and of each printed page
};
using HtmlSink = std::function<void(std::string_view)>;

class HtmlWriter : public Writer {
public:
    HtmlWriter(HtmlPage page, HtmlSink sink, std::function<bool()> stopped = {});

    void cover(const CoverPage&) override;
    void contents(const std::vector<SectionName>&) override;
    void section(const SectionHead&) override;
    void heading(const std::string& title, const std::string& anchor = {}) override;
    void paragraph(const std::string& text, Tone tone = Tone::body) override;
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
    bool stopped() const override { return m_stopped && m_stopped(); }

    void finish(); // ends what is open, writes the foot

private:
    void begin();        // head and symbols, once
    void beginMain();    // the part that sections stand in, once
    void closeFinding(); // these two end what is open, if anything is
    void closeSection();

    HtmlPage m_page;
    HtmlSink m_out;
    std::function<bool()> m_stopped;
    HtmlTable m_table;
    bool m_begun = false, m_main = false, m_section = false, m_finding = false;
    bool m_heading = false; // the one first heading is written
    std::string m_under;    // id of the heading that blocks stand under
    int m_drawings = 0;
};

} // namespace bartizan::report
