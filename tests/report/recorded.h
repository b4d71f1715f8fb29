// SPDX-License-Identifier: GPL-3.0-or-later
// A writer that keeps what a report says, block by block, so that a test reads figures, tables and sentences as they were
// written, before any format places them.
#pragma once

#include "report/content/writer.h"

namespace bartizan::test {

class Recorded final : public report::Writer {
public:
    struct Table {
        std::string caption;
        std::vector<report::Column> columns;
        std::vector<std::vector<report::Cell>> rows;
        std::vector<std::string> groups;
    };

    report::CoverPage page;
    std::vector<report::SectionHead> heads;
    std::vector<std::string> headings, paragraphs;
    std::vector<report::Label> rows; // of label lists
    std::vector<Table> tables;
    std::vector<report::Figure> figures;

    const Table* table(std::string_view caption) const // null when there is none
    {
        for (const Table& one : tables)
            if (one.caption == caption)
                return &one;
        return nullptr;
    }
    std::vector<std::string> paragraphsWith(std::string_view part) const
    {
        std::vector<std::string> found;
        for (const std::string& text : paragraphs)
            if (text.find(part) != std::string::npos)
                found.push_back(text);
        return found;
    }

    void cover(const report::CoverPage& given) override { page = given; }
    void contents(const std::vector<report::SectionName>&) override {}
    void section(const report::SectionHead& head) override { heads.push_back(head); }
    void heading(const std::string& title, const std::string&) override { headings.push_back(title); }
    void paragraph(const std::string& text, report::Tone) override { paragraphs.push_back(text); }
    void labels(const std::vector<report::Label>& labels) override { rows.insert(rows.end(), labels.begin(), labels.end()); }
    void finding(const report::FindingHead&) override {}
    void quote(const report::QuotedLines&) override {}
    void beginTable(const std::vector<report::Column>& columns, const std::string& caption) override
    {
        tables.push_back({caption, columns, {}, {}});
    }
    void tableGroup(const std::string& title) override { tables.back().groups.push_back(title); }
    void row(const std::vector<report::Cell>& cells) override { tables.back().rows.push_back(cells); }
    void endTable() override {}
    void figure(const report::Figure& figure) override { figures.push_back(figure); }
    void drawing(const diagram::Drawing&) override {}
    void signatures(const std::vector<std::string>&) override {}
};

} // namespace bartizan::test
