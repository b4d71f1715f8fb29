// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing as DOT, for other tools. Ids are numbers; every name is a quoted string (Graphviz, "The DOT Language").
#include "diagram/export.h"
#include "diagram/text.h"

namespace bartizan::diagram {

namespace {

// In a quoted DOT string only `"` ends it; a backslash starts an escape of labels.
QByteArray quoted(const QString& text)
{
    QString out = visibleText(text);
    out.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    out.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return '"' + out.toUtf8() + '"';
}

QByteArray node(const Drawing& drawing, std::size_t i)
{
    const Node& n = drawing.nodes[i];
    const MarkCounts counts = requiredCounts(n);
    QByteArray out = "n" + QByteArray::number(static_cast<qulonglong>(i)) + " [label=" + quoted(n.label);
    out += ", id=" + quoted(QString::fromStdString(n.id));
    if (n.hasWall())
        out += ", tooltip=" + quoted(countsInWords(counts));
    if (n.kind == NodeKind::store)
        out += ", shape=cylinder";
    else if (!n.hasWall())
        out += ", shape=circle";
    if (worstMark(n) == Mark::missing)
        out += ", color=\"" + lightTheme().missing.name().toLatin1() + '"';
    if (n.lit != Lit::none)
        out += ", style=filled, fillcolor=\"" + lightTheme().litFill.name().toLatin1() + '"';
    return out + "];\n";
}

QByteArray edge(const Edge& e)
{
    static const char* const styles[] = {"solid", "dashed", "dashed", "dotted"};
    QByteArray out = "n" + QByteArray::number(e.from) + " -> n" + QByteArray::number(e.to);
    out += " [style=" + QByteArray(styles[static_cast<std::size_t>(e.kind)]);
    if (!e.label.isEmpty())
        out += ", label=" + quoted(e.label);
    out += e.personChecked ? ", arrowhead=normal" : ", arrowhead=empty";
    if (e.lit != Lit::none)
        out += ", penwidth=3";
    return out + "];\n";
}

} // namespace

QByteArray dotOf(const Drawing& drawing)
{
    QByteArray out("digraph bartizan {\nrankdir=LR;\nnode [shape=box, fontname=\"Inter\"];\n");
    for (std::size_t g = 0; g < drawing.groups.size(); ++g) {
        out += "subgraph cluster" + QByteArray::number(static_cast<qulonglong>(g)) +
               " {\nlabel=" + quoted(drawing.groups[g].label) + ";\n";
        for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
            if (drawing.nodes[i].group == static_cast<int>(g))
                out += node(drawing, i);
        }
        out += "}\n";
    }
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        if (drawing.nodes[i].group < 0)
            out += node(drawing, i);
    }
    for (const Edge& e : drawing.edges) {
        if (e.kind != EdgeKind::latent)
            out += edge(e);
    }
    return out + "}\n";
}

} // namespace bartizan::diagram
