// SPDX-License-Identifier: GPL-3.0-or-later
// Every block a Writer knows, once and with hostile texts, for tests of writers that need no system to report on.
#pragma once

#include "diagram/theme.h"
#include "report/content/writer.h"

namespace bartizan::test {

// Markup, quotes, a comment, an entity, a bidi override, control characters, half a character.
inline const std::string hostileName =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;<!-- \xE2\x80\xAE\x07\n</style>\xC3 {{7*7}}";

inline void writeHead(report::Writer& writer)
{
    using namespace report;
    CoverPage cover;
    cover.system = "Bookshop " + hostileName;
    cover.subtitle = "Security architecture review";
    cover.classification = "Confidential";
    cover.sentence = "Two ways in reach card payments with no check in front.";
    cover.facts = {{"As of", cell::text("2026-11-21 00:00 UTC")}, {"Read", cell::text("41 kinds read, 2 refused")}};
    cover.inputs = {{"shop/" + hostileName + ".yaml", std::string(64, 'a')}};
    cover.inputsNote = "and 3 more, in \"What was read\"";
    cover.limits = {"This report describes configuration; it is no penetration test and no certificate."};
    cover.signatures = {"Reviewed by", "Date"};
    cover.figure = {"The wall of the system: " + hostileName, 200, 200, [](QPainter& painter, const QRectF& box) {
                        painter.setPen(Qt::NoPen);
                        painter.setBrush(diagram::paperTheme().missing);
                        painter.drawEllipse(box);
                    }};
    writer.cover(cover);
    writer.contents({{"findings", "Findings"}, {"matrix", "Matrix"}});
}

inline void writeFindings(report::Writer& writer)
{
    using namespace report;
    writer.section({{"findings", "Findings"}, "Findings, most serious first", "Each is one cause."});
    writer.paragraph("A page opens with " + hostileName, Tone::sentence);
    writer.paragraph("A remark.", Tone::small);
    for (int i = 0; i <= static_cast<int>(FindingSeverity::info); ++i) {
        const auto severity = static_cast<FindingSeverity>(i);
        const std::string id = "rule-" + std::to_string(i);
        writer.finding(
            {"finding-" + id, id, "Nobody checks " + hostileName, i == 1 ? "accepted until 2026-12-01" : "open", severity});
        writer.paragraph("Whoever reaches the service needs no key.");
        writer.quote({"payments/service.yaml:9-10",
                      {{8, "spec:", false}, {9, "\ttype: NodePort", true}, {10, "  # " + hostileName, true}, {0, "", false}}});
        writer.labels({{"Layer", cell::text("Gateway", "matrix")},
                       {"Subject", cell::code("payments/" + hostileName)},
                       {"Required", cell::counts({11, 5, 3, 1, 2})},
                       {"Verdict", cell::mark(Verdict::missing)},
                       {"Severity", cell::severity(severity)}});
    }
    writer.heading("What they have in common", "in-common");
    writer.paragraph("Nothing.");
}

inline void writeMatrix(report::Writer& writer, int rows)
{
    using namespace report;
    writer.section({{"matrix", "Matrix"}, "Services and layers", "", true});
    std::vector<Column> columns = {{Column::Kind::text, "Service", 3}};
    for (int i = 0; i < 16; ++i)
        columns.push_back({Column::Kind::mark, "Layer number " + std::to_string(i), 1, i == 2 || i == 5});
    columns.push_back({Column::Kind::text, "Required", 2});
    columns.push_back({Column::Kind::number, "Steps", 1});
    writer.beginTable(columns, "Verdicts of " + hostileName);
    for (int i = 0; i < rows; ++i) {
        if (i % 10 == 0)
            writer.tableGroup("namespace-" + std::to_string(i / 10) + hostileName);
        std::vector<Cell> cells = {cell::strong("service-" + std::to_string(i), i == 0 ? "finding-rule-0" : "")};
        for (int layer = 0; layer < 16; ++layer)
            cells.push_back(cell::mark(static_cast<Verdict>((i + layer) % 5), layer % 3 != 0, layer == 8));
        cells.push_back(cell::counts({11, 5, 3, 1, 2}));
        cells.push_back(cell::number(1234));
        writer.row(cells);
    }
    writer.endTable();
    writer.beginTable({{Column::Kind::text, "Where", 1}, {Column::Kind::text, "Message", 2}}, "Two columns");
    writer.row({cell::dim("nowhere"), cell::text(std::string(10000, 'x'))});
    writer.row({cell::text("a row with one cell")});
    writer.endTable();
    writer.figure({"Counts by layer", 0, 60, [](QPainter& painter, const QRectF& box) {
                       painter.fillRect(box.adjusted(0, 10, -100, -10), diagram::paperTheme().present);
                   }});
    writer.signatures({"Signature"});
}

} // namespace bartizan::test
