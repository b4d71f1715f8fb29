// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing in D2. Keys are numbers; every text stands in single quotes, where D2 substitutes nothing and only the quote
// itself, doubled, means anything; tooltips, which D2 takes for Markdown, are escaped as that besides.
#include "diagram/fonts.h"
#include "diagram/theme.h"
#include "model/ascii.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/facts.h"
#include "report/graphs/words.h"
#include "report/text/pen.h"

namespace bartizan::report {

namespace {

std::string quoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : visible(text))
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::string key(const diagram::Drawing& drawing, int index)
{
    const int group = drawing.nodes[static_cast<std::size_t>(index)].group;
    return (group >= 0 ? "g" + std::to_string(group) + "." : "") + "n" + std::to_string(index);
}

// D2 takes tooltips for Markdown with HTML: a character reference is neither.
std::string tooltip(const std::vector<std::string>& lines)
{
    std::string out;
    for (const char c : visible(joined(lines, "; "))) {
        const bool plain = isAlnum(c) || c == ' ' || c == ',' || static_cast<unsigned char>(c) >= 0x80;
        out += plain ? std::string(1, c) : "&#" + std::to_string(static_cast<int>(c)) + ";";
    }
    return "'" + out + "'";
}

const char* shapeOf(diagram::NodeKind kind)
{
    switch (kind) {
    case diagram::NodeKind::store:
        return "cylinder";
    case diagram::NodeKind::gateway:
        return "hexagon";
    case diagram::NodeKind::entry:
    case diagram::NodeKind::internet:
        return "circle";
    case diagram::NodeKind::outside:
        return "cloud";
    case diagram::NodeKind::identityProvider:
    case diagram::NodeKind::workload:
        return "rectangle";
    }
    return "rectangle";
}

std::string colour(const QColor& c)
{
    return "'" + c.name().toStdString() + "'";
}

std::string node(const diagram::Drawing& drawing, std::size_t index, const char* indent)
{
    const diagram::Node& n = drawing.nodes[index];
    const std::string inside = std::string(indent) + "  ";
    std::string out = indent + std::string("n") + std::to_string(index) + ": " + quoted(graphs::labelOf(n)) + " {\n";
    out += inside + "shape: " + shapeOf(n.kind) + "\n";
    out += inside + "tooltip: " + tooltip(graphs::linesOf(n)) + "\n";
    if (n.hasWall())
        out += inside + "class: " + graphs::worstWord(n) + "\n";
    return out + indent + "}\n";
}

} // namespace

Result<std::string> graphD2(const ReportInput& input)
{
    diagram::useBundledFonts();
    const auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    const diagram::Theme& theme = diagram::lightTheme();
    std::string out = "direction: right\nclasses: {\n";
    for (const auto& [word, ink] :
         {std::pair("present", theme.present), std::pair("partial", theme.partial), std::pair("missing", theme.missing),
          std::pair("unknown", theme.unknown), std::pair("notApplicable", theme.na)})
        out += std::string("  ") + word + ": {style: {stroke: " + colour(ink) + "; stroke-width: 2}}\n";
    out += "  noCheck: {style: {stroke: " + colour(theme.lit) + "; stroke-width: 4}}\n}\n"; // a path that no check guards
    for (std::size_t g = 0; g < drawing->groups.size(); ++g) {
        out += "g" + std::to_string(g) + ": " + quoted(drawing->groups[g].label.toStdString()) + " {\n";
        for (std::size_t i = 0; i < drawing->nodes.size(); ++i)
            if (drawing->nodes[i].group == static_cast<int>(g))
                out += node(*drawing, i, "  ");
        out += "}\n";
    }
    for (std::size_t i = 0; i < drawing->nodes.size(); ++i)
        if (drawing->nodes[i].group < 0)
            out += node(*drawing, i, "");
    for (const diagram::Edge& edge : drawing->edges) {
        if (!graphs::isDrawn(edge))
            continue;
        out += key(*drawing, edge.from) + " -> " + key(*drawing, edge.to) + ": " + quoted(graphs::textOf(edge)) + " {\n";
        out += "  tooltip: " + tooltip(graphs::linesOf(*drawing, edge)) + "\n";
        if (edge.kind == diagram::EdgeKind::inferred)
            out += "  style.stroke-dash: 4\n";
        if (edge.lit != diagram::Lit::none)
            out += "  class: noCheck\n";
        out += "}\n";
    }
    return out;
}

} // namespace bartizan::report
