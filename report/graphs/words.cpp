// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/graphs/words.h"

namespace bartizan::report::graphs {

const char* kindWord(diagram::NodeKind kind)
{
    switch (kind) {
    case diagram::NodeKind::workload:
        return "workload";
    case diagram::NodeKind::store:
        return "store";
    case diagram::NodeKind::gateway:
        return "gateway";
    case diagram::NodeKind::entry:
    case diagram::NodeKind::internet:
        return "entry";
    case diagram::NodeKind::outside:
        return "outside";
    case diagram::NodeKind::identityProvider:
        return "identityProvider";
    }
    return "workload";
}

const char* edgeWord(diagram::EdgeKind kind)
{
    switch (kind) {
    case diagram::EdgeKind::observed:
        return "observed";
    case diagram::EdgeKind::declared:
        return "declared";
    case diagram::EdgeKind::inferred:
        return "inferred";
    case diagram::EdgeKind::latent:
        return "latent";
    }
    return "declared";
}

const char* channelWord(diagram::Channel channel)
{
    switch (channel) {
    case diagram::Channel::unknown:
        return "unknown";
    case diagram::Channel::plain:
        return "plain";
    case diagram::Channel::tlsUnverified:
        return "tlsUnverified";
    case diagram::Channel::tls:
        return "tls";
    case diagram::Channel::mutual:
        return "mutual";
    }
    return "unknown";
}

const char* sensitivityWord(diagram::Sensitivity sensitivity)
{
    static constexpr const char* levels[] = {"open data", "internal", "confidential", "restricted"};
    return levels[static_cast<std::size_t>(sensitivity)];
}

const char* worstWord(const diagram::Node& node)
{
    return verdictWord(static_cast<Verdict>(diagram::worstMark(node)));
}

const char* noCheckWord(diagram::FirstCheck check)
{
    static constexpr const char* words[] = {"none", "direct", "relayed"};
    return words[static_cast<std::size_t>(check)];
}

const char* litWord(diagram::Lit lit)
{
    static constexpr const char* words[] = {"none", "relayed", "direct"};
    return words[static_cast<std::size_t>(lit)];
}

std::string namespaceOf(const diagram::Drawing& drawing, const diagram::Node& node)
{
    return node.group >= 0 ? drawing.groups[static_cast<std::size_t>(node.group)].id : std::string();
}

std::string labelOf(const diagram::Node& node)
{
    return node.label.toStdString();
}

std::string countsOf(const diagram::Node& node)
{
    const diagram::MarkCounts counts = diagram::requiredCounts(node);
    std::string text;
    for (const diagram::Mark mark : {diagram::Mark::missing, diagram::Mark::partial, diagram::Mark::unknown})
        if (node.hasWall() && counts[mark] > 0)
            text += (text.empty() ? "" : ", ") + std::string(verdictText(static_cast<Verdict>(mark))) + " " +
                    std::to_string(counts[mark]);
    return text;
}

std::vector<std::string> linesOf(const diagram::Node& node)
{
    std::vector<std::string> lines = {node.id, std::string("kind: ") + kindWord(node.kind)};
    if (!node.reach.isEmpty())
        lines.push_back("reach: " + node.reach.toStdString());
    if (node.hasWall()) {
        lines.push_back(std::string("sensitivity: ") + sensitivityWord(node.sensitivity));
        lines.push_back(diagram::countsInWords(diagram::requiredCounts(node)).toStdString());
    }
    if (node.firstCheck != diagram::FirstCheck::none)
        lines.push_back(std::string("reached with no check in front: ") + noCheckWord(node.firstCheck));
    if (!node.imageText.isEmpty())
        lines.push_back("image: " + node.imageText.toStdString());
    return lines;
}

std::vector<std::string> linesOf(const diagram::Drawing& drawing, const diagram::Edge& edge)
{
    std::vector<std::string> lines = {
        drawing.nodes[static_cast<std::size_t>(edge.from)].id + " to " + drawing.nodes[static_cast<std::size_t>(edge.to)].id,
        std::string("kind: ") + edgeWord(edge.kind), std::string("encryption: ") + channelWord(edge.channel)};
    if (edge.personChecked)
        lines.emplace_back("a person is checked on the way");
    if (edge.blocked)
        lines.emplace_back(*edge.blocked ? "blocked by policy" : "not blocked by policy");
    if (edge.lit != diagram::Lit::none)
        lines.push_back(std::string("on a path with no check: ") + litWord(edge.lit));
    return lines;
}

std::string textOf(const diagram::Edge& edge)
{
    std::string text = edge.label.toStdString();
    if (edge.channel != diagram::Channel::unknown)
        text += (text.empty() ? "" : ", ") + std::string(channelWord(edge.channel));
    return text;
}

QRectF boxOf(const diagram::Node& node)
{
    return {node.centre.x() - 64, node.centre.y() - 42, 128, 96};
}

bool isDrawn(const diagram::Edge& edge)
{
    return edge.kind != diagram::EdgeKind::latent;
}

} // namespace bartizan::report::graphs
