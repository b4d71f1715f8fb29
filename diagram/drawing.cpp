// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/drawing.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace bartizan::diagram {

namespace {

QString kindName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::store:
        return QStringLiteral("store");
    case NodeKind::gateway:
        return QStringLiteral("gateway");
    case NodeKind::entry:
        return QStringLiteral("way in");
    case NodeKind::internet:
        return QStringLiteral("internet");
    case NodeKind::outside:
        return QStringLiteral("outside system");
    case NodeKind::identityProvider:
        return QStringLiteral("identity provider");
    case NodeKind::workload:
        break;
    }
    return QStringLiteral("workload");
}

QString sensitivityName(Sensitivity level)
{
    static const std::array<const char*, 4> names = {"open data", "internal", "confidential", "restricted"};
    return QLatin1String(names[static_cast<std::size_t>(level)]);
}

} // namespace

int MarkCounts::total() const
{
    return std::accumulate(of.begin(), of.end(), 0);
}

MarkCounts requiredCounts(const Node& node)
{
    MarkCounts counts;
    for (const Stone& stone : node.stones) {
        if (stone.required && stone.mark != Mark::notApplicable)
            ++counts[stone.mark];
    }
    return counts;
}

int required(const Node& node)
{
    return requiredCounts(node).total();
}

Mark worstMark(const Node& node, Lens lens)
{
    Mark worst = Mark::notApplicable;
    for (int i = 0; i < layerCount; ++i) {
        const Stone& stone = node.stones[static_cast<std::size_t>(i)];
        const bool looked = lens == Lens::change ? stone.worse : stone.required && lensLooksAt(lens, i);
        if (looked && worstOrder(stone.mark) < worstOrder(worst))
            worst = stone.mark;
    }
    return worst;
}

void summarise(Drawing& drawing)
{
    for (Group& group : drawing.groups) {
        group.nodes.clear();
        group.counts = {};
        group.noCheck = 0;
    }
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        const Node& node = drawing.nodes[i];
        if (node.group < 0)
            continue;
        Group& group = drawing.groups[static_cast<std::size_t>(node.group)];
        group.nodes.push_back(static_cast<int>(i));
        const Mark worst = worstMark(node);
        if (worst != Mark::notApplicable)
            ++group.counts[worst];
        group.noCheck += node.firstCheck == FirstCheck::direct ? 1 : 0;
        group.lit = std::max(group.lit, node.lit);
    }
    for (Group& group : drawing.groups) {
        std::stable_sort(group.nodes.begin(), group.nodes.end(), [&](int a, int b) {
            const Node& left = drawing.nodes[static_cast<std::size_t>(a)];
            const Node& right = drawing.nodes[static_cast<std::size_t>(b)];
            const int order = worstOrder(worstMark(left)) - worstOrder(worstMark(right));
            return order != 0 ? order < 0 : left.label < right.label;
        });
    }
}

bool collapseForSize(Drawing& drawing, const std::vector<std::string>& open, int limit)
{
    int shown = 0;
    for (const Node& node : drawing.nodes) {
        const bool hidden = node.group >= 0 && drawing.groups[static_cast<std::size_t>(node.group)].collapsed;
        shown += hidden ? 0 : 1;
    }
    if (shown <= limit)
        return false;
    for (Group& group : drawing.groups)
        group.collapsed = std::find(open.begin(), open.end(), group.id) == open.end();
    return true;
}

QString countsInWords(const MarkCounts& counts, Words words)
{
    return say(words, QStringLiteral("required %1: present %2, partial %3, missing %4, unknown %5"))
        .arg(counts.total() - counts[Mark::notApplicable])
        .arg(counts[Mark::present])
        .arg(counts[Mark::partial])
        .arg(counts[Mark::missing])
        .arg(counts[Mark::unknown]);
}

QString nameOf(const Node& node, Words words)
{
    const bool way = node.kind == NodeKind::entry || node.kind == NodeKind::internet;
    return way ? say(words, node.label) : node.label;
}

QString servicesInWords(int services, Words words)
{
    return services == 1 ? say(words, QStringLiteral("1 service")) : say(words, QStringLiteral("%1 services")).arg(services);
}

QString accessibleName(const Drawing& drawing, const Node& node, Words words)
{
    const auto said = [&](const char* text) { return say(words, QLatin1String(text)); };
    QStringList parts{nameOf(node, words)};
    if (node.group >= 0)
        parts
            << said("%1 in %2").arg(say(words, kindName(node.kind)), drawing.groups[static_cast<std::size_t>(node.group)].label);
    else
        parts << say(words, kindName(node.kind));
    if (!node.hasWall())
        return parts.join(QStringLiteral(", "));
    parts << say(words, sensitivityName(node.sensitivity)) << countsInWords(requiredCounts(node), words);
    QStringList more{parts.join(QStringLiteral(", "))};
    if (node.firstCheck != FirstCheck::none)
        more << said(node.firstCheck == FirstCheck::direct ? "no check in front, direct" : "no check in front, relayed");
    if (node.steps >= 0)
        more << (node.steps == 1 ? said("1 step") : said("%1 steps").arg(node.steps));
    if (node.placed)
        more << said("placed by hand");
    if (node.novelty == Novelty::added)
        more << said("new");
    QStringList worse;
    for (int i = 0; i < layerCount; ++i)
        if (node.stones[static_cast<std::size_t>(i)].worse)
            worse << say(words, layerName(i).toLower());
    if (!worse.isEmpty())
        more << said("worse than before: %1").arg(worse.join(QStringLiteral(", ")));
    return more.join(QStringLiteral("; "));
}

QString accessibleName(const Drawing& drawing, const Edge& edge, Words words)
{
    static const std::array<const char*, 4> kinds = {"observed", "declared", "inferred", "latent"};
    static const std::array<const char*, 5> channels = {"encryption unknown", "plain text", "TLS, unverified", "TLS", "mTLS"};
    const auto said = [&](const char* text) { return say(words, QLatin1String(text)); };
    const auto label = [&](int node) { return nameOf(drawing.nodes[static_cast<std::size_t>(node)], words); };
    QStringList parts{said("%1 calls %2").arg(label(edge.from), label(edge.to)),
                      said(channels[static_cast<std::size_t>(edge.channel)]), said(kinds[static_cast<std::size_t>(edge.kind)]),
                      said(edge.personChecked   ? "person checked"
                           : edge.checkEnforced ? "check enforced"
                                                : "no check seen")};
    if (edge.blocked.value_or(false))
        parts << said("blocked by policy");
    return parts.join(QStringLiteral(", "));
}

QString accessibleName(const Ghost& ghost, Words words)
{
    return say(words, QStringLiteral("%1, gone since the earlier state")).arg(ghost.label);
}

QString accessibleName(const Drawing&, const Group& group, Words words)
{
    const auto said = [&](const char* text) { return say(words, QLatin1String(text)); };
    const int services = static_cast<int>(group.nodes.size());
    QStringList counts;
    for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown, Mark::present}) {
        if (group.counts[mark] > 0)
            counts << QStringLiteral("%1 %2").arg(say(words, markName(mark))).arg(group.counts[mark]);
    }
    QStringList parts{group.label, said("namespace"), said(group.collapsed ? "closed" : "open"),
                      servicesInWords(services, words)};
    if (!counts.isEmpty())
        parts << said("by worst verdict: %1").arg(counts.join(QStringLiteral(", ")));
    QString text = parts.join(QStringLiteral(", "));
    if (group.noCheck > 0)
        text += QStringLiteral("; ") + said("no check in front, direct: %1 of %2").arg(group.noCheck).arg(services);
    return text;
}

} // namespace bartizan::diagram
