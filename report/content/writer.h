// SPDX-License-Identifier: GPL-3.0-or-later
// What a report is made of, in reading order. Content (the other files of this folder) calls a Writer; report/pdf and
// report/html implement it, so that both say the same. Texts are UTF-8 as they stand in the model: a writer shows control
// characters visibly and escapes for its format. Anchors are names of our own ([a-z0-9-]) and unique in a report. Nothing
// is kept: a writer gets each block once, places it and forgets it.
#pragma once

#include "analysis/posture.h"
#include "diagram/drawing.h"
#include "report/options.h"

#include <QPainter>
#include <QRectF>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace bartizan::report {

enum class Tone : std::uint8_t {
    sentence, // what a page opens with
    body,
    small, // remarks
};

// One thing in a table or beside a label. Marks and bars never stand alone: `text` says the same in words.
struct Cell {
    enum class Kind : std::uint8_t { text, strong, dim, code, number, mark, severity, counts } kind = Kind::text;
    std::string text;
    std::string to;     // anchor that it leads to; "" = nowhere
    std::string anchor; // of a table's cell: others lead to its row by this; "" = nobody does
    Verdict verdict = Verdict::unknown;
    bool required = true;  // of a mark: else missing is a hollow wedge
    bool accepted = false; // of a mark: crossed, a decision stands against it
    FindingSeverity severity = FindingSeverity::info;
    RequiredCounts counts = {};
};
namespace cell {
Cell text(std::string words, std::string to = {});
Cell strong(std::string words, std::string to = {});
Cell dim(std::string words);
Cell code(std::string words, std::string to = {});
Cell number(std::size_t value);
Cell mark(Verdict, bool required = true, bool accepted = false);
Cell severity(FindingSeverity);
Cell counts(const RequiredCounts&);
} // namespace cell

struct Column {
    enum class Kind : std::uint8_t { text, number, mark /* narrow, its title stands upright */ } kind = Kind::text;
    std::string title;
    double share = 1; // of the width that mark columns leave
    bool gap = false; // of a mark column: a new family begins here
};

struct Label { // a term and what is said of it
    std::string term;
    Cell value;
};

// A picture painted as vectors, in points (1/72 inch). `words` says the same to those who cannot see it.
struct Figure {
    std::string words;
    double width = 0; // 0 = as wide as the text
    double height = 0;
    std::function<void(QPainter&, const QRectF&)> paint; // on white, in the colours of diagram::paperTheme()
};

struct CoverPage {
    std::string system, subtitle, classification, sentence;
    std::vector<Label> facts;                                // "As of", "Read", ...
    std::vector<std::pair<std::string, std::string>> inputs; // name, SHA-256
    std::string inputsNote;                                  // "and 3 more, in \"What was read\""; may be ""
    std::vector<std::string> limits;                         // what this report is not
    std::vector<std::string> signatures;                     // "Reviewed by", "Date", ...
    Figure figure;
};

struct SectionName {          // known before anything is written
    std::string anchor, name; // "matrix", "Matrix": in the contents, the outline and above each page
};
struct SectionHead {
    SectionName name;
    std::string title, lead; // title: what it says, "Fourteen services, sixteen layers"; lead: how to read it, may be ""
    bool landscape = false;  // paper only
};

struct FindingHead { // begins one finding; what follows until the next head belongs to it
    std::string anchor, id, title, status;
    FindingSeverity severity = FindingSeverity::info;
};

struct QuotedLines {   // the lines that prove something
    std::string where; // "payments/service.yaml:9-14"
    std::vector<ExcerptLine> lines;
};

class Writer {
public:
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    virtual ~Writer() = default;

    virtual void cover(const CoverPage&) = 0;
    virtual void contents(const std::vector<SectionName>&) = 0; // with links
    virtual void section(const SectionHead&) = 0;
    virtual void heading(const std::string& title, const std::string& anchor = {}) = 0;
    virtual void paragraph(const std::string& text, Tone tone = Tone::body) = 0;
    virtual void labels(const std::vector<Label>&) = 0;
    virtual void finding(const FindingHead&) = 0;
    virtual void quote(const QuotedLines&) = 0;

    // Rows are written as they come; `caption` names the table to those who cannot see the heading above it.
    virtual void beginTable(const std::vector<Column>&, const std::string& caption) = 0;
    virtual void tableGroup(const std::string& title) = 0; // over the rows that follow
    virtual void row(const std::vector<Cell>&) = 0;        // at most as many cells as columns
    virtual void endTable() = 0;

    virtual void figure(const Figure&) = 0;
    virtual void drawing(const diagram::Drawing&) = 0; // laid out; with its legend; fitted to what the writer has room for
    virtual void signatures(const std::vector<std::string>& labels) = 0;

    virtual bool stopped() const { return false; } // asked between blocks; nothing more is written then
};

} // namespace bartizan::report
