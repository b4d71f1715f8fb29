// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing as a Mermaid flowchart, for pages that draw it themselves. Ids are numbers; in a label every character but
// letters, digits and a few harmless ones is a code of Mermaid's own ("#60;"), so that neither Mermaid nor the HTML it makes
// interprets any of it.
#include "diagram/fonts.h"
#include "diagram/theme.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/graphs/words.h"
#include "report/text/pen.h"

#include "model/ascii.h"

namespace bartizan::report {

namespace {

constexpr std::size_t mostEdges = 500, mostText = 50000; // Mermaid's own limits; pages that show more raise them

std::string label(std::string_view text)
{
    const QString shown = QString::fromStdString(visible(text));
    std::string out;
    for (const uint point : shown.toUcs4()) {
        const char c = point < 0x80 ? static_cast<char>(point) : '\0';
        if (isAlnum(c) || c == ' ' || c == '.' || c == ',' || c == '-' || c == '/')
            out += c;
        else
            out += "#" + std::to_string(point) + ";";
    }
    return out;
}

std::string node(const diagram::Drawing& drawing, std::size_t index)
{
    const diagram::Node& n = drawing.nodes[index];
    std::string text = label(graphs::labelOf(n));
    if (const std::string counts = graphs::countsOf(n); !counts.empty())
        text += "<br/>" + label(counts);
    const char* open = "[";
    const char* close = "]";
    switch (n.kind) {
    case diagram::NodeKind::store:
        open = "[(", close = ")]";
        break;
    case diagram::NodeKind::gateway:
        open = "{{", close = "}}";
        break;
    case diagram::NodeKind::entry:
    case diagram::NodeKind::internet:
        open = "((", close = "))";
        break;
    case diagram::NodeKind::outside:
        open = "([", close = "])";
        break;
    case diagram::NodeKind::identityProvider:
        open = "[[", close = "]]";
        break;
    case diagram::NodeKind::workload:
        break;
    }
    std::string out = "n" + std::to_string(index) + open + "\"" + text + "\"" + close;
    if (n.hasWall())
        out += std::string(":::") + graphs::worstWord(n);
    return out + "\n";
}

std::string colour(const QColor& c)
{
    return c.name().toStdString();
}

} // namespace

Result<std::string> graphMermaid(const ReportInput& input)
{
    diagram::useBundledFonts();
    const auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    const diagram::Theme& theme = diagram::lightTheme();
    std::string body;
    for (std::size_t g = 0; g < drawing->groups.size(); ++g) {
        body += "subgraph g" + std::to_string(g) + "[\"" + label(drawing->groups[g].label.toStdString()) + "\"]\n";
        for (std::size_t i = 0; i < drawing->nodes.size(); ++i)
            if (drawing->nodes[i].group == static_cast<int>(g))
                body += "  " + node(*drawing, i);
        body += "end\n";
    }
    for (std::size_t i = 0; i < drawing->nodes.size(); ++i)
        if (drawing->nodes[i].group < 0)
            body += node(*drawing, i);
    std::size_t edges = 0;
    std::string lit;
    for (const diagram::Edge& edge : drawing->edges) {
        if (!graphs::isDrawn(edge))
            continue;
        const bool onPath = edge.lit != diagram::Lit::none;
        const char* line = onPath ? "==>" : edge.kind == diagram::EdgeKind::inferred ? "-.->" : "-->";
        body += "n" + std::to_string(edge.from) + " " + line;
        if (const std::string text = graphs::textOf(edge); !text.empty())
            body += "|\"" + label(text) + "\"|";
        body += " n" + std::to_string(edge.to) + "\n";
        if (onPath)
            lit += (lit.empty() ? "" : ",") + std::to_string(edges);
        ++edges;
    }
    for (const auto& [word, ink] :
         {std::pair("present", theme.present), std::pair("partial", theme.partial), std::pair("missing", theme.missing),
          std::pair("unknown", theme.unknown), std::pair("notApplicable", theme.na)})
        body += std::string("classDef ") + word + " stroke:" + colour(ink) + ",stroke-width:2px\n";
    if (!lit.empty()) // a path that no check guards
        body += "linkStyle " + lit + " stroke:" + colour(theme.lit) + ",stroke-width:4px\n";
    std::string head = "flowchart LR\n";
    if (edges > mostEdges || body.size() > mostText)
        head += "%% " + std::to_string(edges) + " calls, " + std::to_string(body.size()) +
                " characters: more than Mermaid draws unless maxEdges and maxTextSize are raised where it is shown\n";
    return head + body;
}

} // namespace bartizan::report
