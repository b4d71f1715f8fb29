// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing as GraphML 1.0 (graphml.graphdrawing.org), flat, so that every reader takes it: namespaces are an attribute of
// their nodes, not nested graphs. All calls are in it, also those that are only possible.
#include "diagram/fonts.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/graphs/words.h"
#include "report/xml/writer.h"

namespace bartizan::report {

namespace {

struct Key {
    const char* id;
    const char* of;
    const char* name;
    const char* type;
};
constexpr Key keys[] = {
    {"id", "node", "id", "string"},
    {"label", "node", "label", "string"},
    {"kind", "node", "kind", "string"},
    {"namespace", "node", "namespace", "string"},
    {"sensitivity", "node", "sensitivity", "string"},
    {"worst", "node", "worst", "string"},
    {"required", "node", "required", "int"},
    {"present", "node", "present", "int"},
    {"partial", "node", "partial", "int"},
    {"missing", "node", "missing", "int"},
    {"unknown", "node", "unknown", "int"},
    {"noCheck", "node", "noCheck", "string"},
    {"reach", "node", "reach", "string"},
    {"image", "node", "image", "string"},
    {"x", "node", "x", "double"},
    {"y", "node", "y", "double"},
    {"width", "node", "width", "double"},
    {"height", "node", "height", "double"},
    {"call", "edge", "kind", "string"},
    {"encryption", "edge", "encryption", "string"},
    {"authenticated", "edge", "authenticated", "boolean"},
    {"blocked", "edge", "blocked", "boolean"},
    {"noCheckPath", "edge", "noCheckPath", "string"},
    {"text", "edge", "label", "string"},
};

void data(XmlPen& pen, const char* key, const std::string& value)
{
    pen.open("data").attribute("key", key).text(value);
    pen.close();
}

std::string nodeName(std::size_t index)
{
    return "n" + std::to_string(index);
}

void writeNode(XmlPen& pen, const diagram::Drawing& drawing, std::size_t index)
{
    const diagram::Node& node = drawing.nodes[index];
    const QRectF box = graphs::boxOf(node);
    pen.open("node").attribute("id", nodeName(index));
    data(pen, "id", node.id);
    data(pen, "label", graphs::labelOf(node));
    data(pen, "kind", graphs::kindWord(node.kind));
    data(pen, "namespace", graphs::namespaceOf(drawing, node));
    if (node.hasWall()) {
        const diagram::MarkCounts counts = diagram::requiredCounts(node);
        data(pen, "sensitivity", graphs::sensitivityWord(node.sensitivity));
        data(pen, "worst", graphs::worstWord(node));
        data(pen, "required", std::to_string(diagram::required(node)));
        for (const diagram::Mark mark :
             {diagram::Mark::present, diagram::Mark::partial, diagram::Mark::missing, diagram::Mark::unknown})
            data(pen, verdictWord(static_cast<Verdict>(mark)), std::to_string(counts[mark]));
    }
    data(pen, "noCheck", graphs::noCheckWord(node.firstCheck));
    if (!node.reach.isEmpty())
        data(pen, "reach", node.reach.toStdString());
    if (!node.imageText.isEmpty())
        data(pen, "image", node.imageText.toStdString());
    data(pen, "x", shortNumber(box.x()));
    data(pen, "y", shortNumber(box.y()));
    data(pen, "width", shortNumber(box.width()));
    data(pen, "height", shortNumber(box.height()));
    pen.close();
}

} // namespace

Result<std::string> graphGraphml(const ReportInput& input)
{
    diagram::useBundledFonts();
    const auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    XmlPen pen;
    pen.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    for (const Key& key : keys) {
        pen.open("key").attribute("id", key.id).attribute("for", key.of);
        pen.attribute("attr.name", key.name).attribute("attr.type", key.type);
        pen.close();
    }
    pen.open("graph").attribute("id", "services").attribute("edgedefault", "directed");
    for (std::size_t i = 0; i < drawing->nodes.size(); ++i)
        writeNode(pen, *drawing, i);
    for (std::size_t i = 0; i < drawing->edges.size(); ++i) {
        const diagram::Edge& edge = drawing->edges[i];
        pen.open("edge").attribute("id", "e" + std::to_string(i));
        pen.attribute("source", nodeName(static_cast<std::size_t>(edge.from)));
        pen.attribute("target", nodeName(static_cast<std::size_t>(edge.to)));
        data(pen, "call", graphs::edgeWord(edge.kind));
        data(pen, "encryption", graphs::channelWord(edge.channel));
        data(pen, "authenticated", edge.personChecked ? "true" : "false");
        if (edge.blocked) // nothing is claimed that nobody decided
            data(pen, "blocked", *edge.blocked ? "true" : "false");
        data(pen, "noCheckPath", graphs::litWord(edge.lit));
        if (!edge.label.isEmpty())
            data(pen, "text", edge.label.toStdString());
        pen.close();
    }
    pen.close();
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
