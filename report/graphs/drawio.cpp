// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing for draw.io: an uncompressed mxGraphModel with the places of the layout. Namespaces are containers, services
// are on one layer and calls on another. Labels are plain text (html=0); tooltips, which draw.io always takes for HTML, are
// escaped as such. A namespace that the drawing keeps closed is a closed container with its services in rows.
#include "diagram/fonts.h"
#include "diagram/theme.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/graphs/words.h"
#include "report/xml/writer.h"

#include <algorithm>
#include <cmath>

namespace bartizan::report {

namespace {

constexpr double title = 26; // of a container, above its wall
constexpr double cellWidth = 160, cellHeight = 128;
constexpr const char* services = "1";
constexpr const char* calls = "2";

std::string tooltip(const std::vector<std::string>& lines)
{
    std::string html;
    for (const std::string& line : lines)
        html += (html.empty() ? "" : "<br>") + xmlText(line);
    return html;
}

std::string colour(const QColor& c)
{
    return c.name().toStdString();
}

QColor inkOf(diagram::Mark mark)
{
    const diagram::Theme& theme = diagram::lightTheme();
    switch (mark) {
    case diagram::Mark::present:
        return theme.present;
    case diagram::Mark::partial:
        return theme.partial;
    case diagram::Mark::missing:
        return theme.missing;
    case diagram::Mark::unknown:
        return theme.unknown;
    case diagram::Mark::notApplicable:
        return theme.na;
    }
    return theme.na;
}

void writeGeometry(XmlPen& pen, const QRectF& rect, const QRectF& alternate = {})
{
    pen.open("mxGeometry").attribute("x", rect.x()).attribute("y", rect.y());
    pen.attribute("width", rect.width()).attribute("height", rect.height()).attribute("as", "geometry");
    if (!alternate.isNull()) {
        pen.open("mxRectangle").attribute("width", alternate.width()).attribute("height", alternate.height());
        pen.attribute("as", "alternateBounds");
        pen.close();
    }
    pen.close();
}

std::size_t columnsOf(std::size_t nodes)
{
    return static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(std::max<std::size_t>(nodes, 1)))));
}

QRectF containerOf(const diagram::Group& group)
{
    return group.rect.adjusted(0, -title, 0, 0);
}

void writeGroup(XmlPen& pen, const diagram::Group& group, std::size_t index)
{
    const diagram::Theme& theme = diagram::lightTheme();
    pen.open("UserObject").attribute("id", "g" + std::to_string(index)).attribute("label", group.label.toStdString());
    pen.attribute("tooltip", tooltip({"namespace " + group.id, std::to_string(group.nodes.size()) + " in it"}));
    pen.open("mxCell").attribute("parent", services).attribute("vertex", "1");
    if (group.collapsed)
        pen.attribute("collapsed", "1");
    pen.attribute("style", "swimlane;html=0;container=1;collapsible=1;recursiveResize=0;rounded=1;startSize=" +
                               shortNumber(title) + ";strokeColor=" + colour(theme.ns) + ";fillColor=" + colour(theme.nsTab) +
                               ";swimlaneFillColor=" + colour(theme.nsFill) + ";fontColor=" + colour(theme.ink));
    const std::size_t columns = columnsOf(group.nodes.size());
    const std::size_t rows = (group.nodes.size() + columns - 1) / columns;
    writeGeometry(pen, containerOf(group),
                  group.collapsed ? QRectF(0, 0, static_cast<double>(columns) * cellWidth + 32,
                                           static_cast<double>(rows) * cellHeight + title + 16)
                                  : QRectF());
    pen.close();
    pen.close();
}

const char* shapeOf(diagram::NodeKind kind)
{
    switch (kind) {
    case diagram::NodeKind::store:
        return "shape=cylinder3;boundedLbl=1;size=12;";
    case diagram::NodeKind::gateway:
        return "shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size=16;";
    case diagram::NodeKind::entry:
    case diagram::NodeKind::internet:
        return "ellipse;";
    case diagram::NodeKind::outside:
        return "ellipse;dashed=1;";
    case diagram::NodeKind::identityProvider:
        return "shape=process;size=0.08;";
    case diagram::NodeKind::workload:
        return "rounded=1;";
    }
    return "rounded=1;";
}

// Where its box is: in its container's own coordinates.
QRectF placeOf(const diagram::Drawing& drawing, std::size_t index)
{
    const diagram::Node& node = drawing.nodes[index];
    if (node.group < 0)
        return graphs::boxOf(node);
    const diagram::Group& group = drawing.groups[static_cast<std::size_t>(node.group)];
    if (!group.collapsed)
        return graphs::boxOf(node).translated(-containerOf(group).topLeft());
    const auto at = static_cast<std::size_t>(std::find(group.nodes.begin(), group.nodes.end(), static_cast<int>(index)) -
                                             group.nodes.begin());
    const std::size_t columns = columnsOf(group.nodes.size());
    return {static_cast<double>(at % columns) * cellWidth + 32, static_cast<double>(at / columns) * cellHeight + title + 16, 128,
            96};
}

void writeNode(XmlPen& pen, const diagram::Drawing& drawing, std::size_t index)
{
    const diagram::Theme& theme = diagram::lightTheme();
    const diagram::Node& node = drawing.nodes[index];
    std::vector<std::string> label = {graphs::labelOf(node)};
    if (const std::string counts = graphs::countsOf(node); !counts.empty())
        label.push_back(counts);
    pen.open("UserObject").attribute("id", "n" + std::to_string(index)).lines("label", label);
    pen.attribute("tooltip", tooltip(graphs::linesOf(node)));
    pen.attribute("system", node.id).attribute("kind", graphs::kindWord(node.kind));
    pen.attribute("namespace", graphs::namespaceOf(drawing, node));
    if (node.hasWall())
        pen.attribute("sensitivity", graphs::sensitivityWord(node.sensitivity)).attribute("worst", graphs::worstWord(node));
    pen.attribute("noCheck", graphs::noCheckWord(node.firstCheck));
    pen.open("mxCell").attribute("vertex", "1");
    pen.attribute("parent", node.group >= 0 ? "g" + std::to_string(node.group) : std::string(services));
    pen.attribute("style", std::string(shapeOf(node.kind)) + "html=0;strokeWidth=2;strokeColor=" +
                               colour(node.hasWall() ? inkOf(diagram::worstMark(node)) : theme.line2) +
                               ";fillColor=" + colour(node.lit != diagram::Lit::none ? theme.litFill : theme.canvas) +
                               ";fontColor=" + colour(theme.ink));
    writeGeometry(pen, placeOf(drawing, index));
    pen.close();
    pen.close();
}

void writeEdge(XmlPen& pen, const diagram::Drawing& drawing, std::size_t index)
{
    const diagram::Theme& theme = diagram::lightTheme();
    const diagram::Edge& edge = drawing.edges[index];
    const bool lit = edge.lit != diagram::Lit::none;
    pen.open("UserObject").attribute("id", "e" + std::to_string(index)).attribute("label", graphs::textOf(edge));
    pen.attribute("tooltip", tooltip(graphs::linesOf(drawing, edge)));
    pen.attribute("kind", graphs::edgeWord(edge.kind)).attribute("encryption", graphs::channelWord(edge.channel));
    pen.attribute("noCheckPath", graphs::litWord(edge.lit));
    pen.open("mxCell").attribute("edge", "1").attribute("parent", calls);
    pen.attribute("source", "n" + std::to_string(edge.from)).attribute("target", "n" + std::to_string(edge.to));
    pen.attribute("style", std::string("html=0;curved=1;endArrow=block;endFill=") + (edge.personChecked ? "1" : "0") +
                               (edge.kind == diagram::EdgeKind::inferred ? ";dashed=1" : "") +
                               ";strokeWidth=" + (lit ? "4" : "1") + ";strokeColor=" + colour(lit ? theme.lit : theme.edge) +
                               ";fontColor=" + colour(theme.ink2));
    pen.open("mxGeometry").attribute("relative", "1").attribute("as", "geometry");
    // draw.io bends a curved line towards its points, as a Bezier towards those that it does not pass.
    if (edge.points.size() >= 4) {
        pen.open("Array").attribute("as", "points");
        for (std::size_t i = 0; i < edge.points.size(); ++i)
            if (i % 3 != 0) {
                pen.open("mxPoint").attribute("x", edge.points[i].x()).attribute("y", edge.points[i].y());
                pen.close();
            }
        pen.close();
    }
    pen.close();
    pen.close();
    pen.close();
}

} // namespace

Result<std::string> graphDrawio(const ReportInput& input)
{
    diagram::useBundledFonts();
    const auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    XmlPen pen;
    pen.open("mxfile").attribute("host", "Bartizan").attribute("version", programVersion);
    pen.open("diagram").attribute("id", "services").attribute("name", "Service graph");
    pen.open("mxGraphModel").attribute("grid", "0").attribute("page", "0").attribute("math", "0").attribute("tooltips", "1");
    pen.open("root");
    pen.open("mxCell").attribute("id", "0");
    pen.close();
    pen.open("mxCell").attribute("id", services).attribute("value", "Services").attribute("parent", "0");
    pen.close();
    pen.open("mxCell").attribute("id", calls).attribute("value", "Calls").attribute("parent", "0");
    pen.close();
    for (std::size_t i = 0; i < drawing->groups.size(); ++i)
        writeGroup(pen, drawing->groups[i], i);
    for (std::size_t i = 0; i < drawing->nodes.size(); ++i)
        writeNode(pen, *drawing, i);
    for (std::size_t i = 0; i < drawing->edges.size(); ++i)
        if (graphs::isDrawn(drawing->edges[i]))
            writeEdge(pen, *drawing, i);
    for (int i = 0; i < 4; ++i)
        pen.close();
    return pen.finish();
}

} // namespace bartizan::report
