// SPDX-License-Identifier: GPL-3.0-or-later
// A writer in front of another one that replaces names in all that passes: content does not know of it, and no text can
// go round it.
#pragma once

#include "report/content/writer.h"
#include "report/name_mask.h"

namespace bartizan::report {

class Masked final : public Writer {
public:
    // Both outlive it. `quotes`: lines of files are passed on, masked; else only where they stand. `title`: the system's
    // name was chosen for this report and is no name of the input.
    Masked(Writer& behind, const NameMask& mask, bool quotes, bool title)
        : m_behind(behind), m_mask(mask), m_quotes(quotes), m_title(title)
    {
    }

    void cover(const CoverPage&) override;
    void contents(const std::vector<SectionName>& sections) override { m_behind.contents(sections); }
    void section(const SectionHead&) override;
    void heading(const std::string& title, const std::string& anchor) override { m_behind.heading(m_mask(title), anchor); }
    void paragraph(const std::string& text, Tone tone) override { m_behind.paragraph(m_mask(text), tone); }
    void labels(const std::vector<Label>&) override;
    void finding(const FindingHead&) override;
    void quote(const QuotedLines&) override;
    void beginTable(const std::vector<Column>& columns, const std::string& caption) override
    {
        m_behind.beginTable(columns, m_mask(caption));
    }
    void tableGroup(const std::string& title) override { m_behind.tableGroup(m_mask(title)); }
    void row(const std::vector<Cell>&) override;
    void endTable() override { m_behind.endTable(); }
    void figure(const Figure&) override;
    void drawing(const diagram::Drawing& drawing) override { m_behind.drawing(drawing); } // masked before it was laid out
    void signatures(const std::vector<std::string>& labels) override { m_behind.signatures(labels); }
    bool stopped() const override { return m_behind.stopped(); }

private:
    Cell masked(Cell cell) const;
    std::vector<Label> masked(std::vector<Label> labels) const;

    Writer& m_behind;
    const NameMask& m_mask;
    bool m_quotes, m_title;
};

// Names of services, namespaces, hosts and images in a drawing.
void maskDrawing(diagram::Drawing& drawing, const NameMask& mask);
// Names and images of other owners' services, also where the word is a name of the owner's too.
void hideOthers(diagram::Drawing& drawing, const Architecture& architecture, const std::string& owner);

} // namespace bartizan::report
