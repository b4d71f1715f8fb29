// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/why_facts.h"

#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "report/connectivity/deciders.h"
#include "report/text/pen.h"

#include <QObject>

namespace bartizan::desktop {

namespace {

using namespace connectivity;

constexpr std::size_t mostRows = 40; // of one kind; the command line lists them all
constexpr double mostOfName = 250;   // px
const diagram::TextStyle headingStyle{12.5, QFont::DemiBold};

QString placeOf(const Inventory& inventory, const Evidence& evidence)
{
    return shown(report::where(inventory, evidence)) +
           (evidence.text().empty() ? QString() : QStringLiteral("   ") + shown(evidence.text()));
}

void addLines(FactTree& tree, QTreeWidgetItem* parent, const Inventory& inventory, const std::vector<Evidence>& lines)
{
    for (std::size_t i = 0; i < lines.size() && i < mostRows; ++i)
        if (lines[i].valid())
            tree.addEvidence(parent, lines[i], placeOf(inventory, lines[i]));
    if (lines.size() > mostRows)
        tree.addSentence(parent, QObject::tr("and %n more", nullptr, static_cast<int>(lines.size() - mostRows)));
}

void addSide(FactTree& tree, QTreeWidgetItem* parent, const Inventory& inventory, const World& world, const Slice& slice,
             Direction direction)
{
    const QString sentence = told(report::sentenceOf(world, slice, direction));
    QTreeWidgetItem* item = tree.addVerdict(
        parent, report::byDefault(slice) ? diagram::Mark::missing : diagram::Mark::present, true,
        direction == Direction::egress ? QObject::tr("Going out: %1").arg(sentence) : QObject::tr("Coming in: %1").arg(sentence));
    addLines(tree, item, inventory, report::evidenceOf(world, inventory, slice, direction));
    item->setExpanded(true);
}

// The mark says whether policies decide, the words what they decide.
struct Judged {
    diagram::Mark mark = diagram::Mark::present;
    QString title;
};
Judged judged(const report::ExplainedVerdict& verdict)
{
    const QString ports = portsInWords(verdict.ports);
    if (!verdict.allowed)
        return {diagram::Mark::present, QObject::tr("Denied: %1").arg(ports)};
    int sides = 0, open = 0;
    for (const std::optional<Slice>& side : {verdict.egress, verdict.ingress}) {
        sides += side ? 1 : 0;
        open += side && report::byDefault(*side) ? 1 : 0;
    }
    if (open == 0)
        return {diagram::Mark::present, QObject::tr("Allowed by policy: %1").arg(ports)};
    if (open < sides)
        return {diagram::Mark::partial, QObject::tr("Allowed, decided by policy in one direction alone: %1").arg(ports)};
    return {diagram::Mark::missing, QObject::tr("Allowed, no policy decides: %1").arg(ports)};
}

Judged judged(const MeshSlice& slice)
{
    const QString ports = portsInWords(slice.ports);
    switch (slice.outcome) {
    case MeshSlice::Outcome::allowed:
        return {slice.by.empty() ? diagram::Mark::missing : diagram::Mark::present,
                QObject::tr("Allowed by the mesh: %1").arg(ports)};
    case MeshSlice::Outcome::denied:
        return {diagram::Mark::present, QObject::tr("Denied by the mesh: %1").arg(ports)};
    case MeshSlice::Outcome::onlySome:
        return {diagram::Mark::present, QObject::tr("Allowed by the mesh for some requests alone: %1").arg(ports)};
    case MeshSlice::Outcome::notDecided:
        break;
    }
    return {diagram::Mark::unknown, QObject::tr("Not decided here, by the mesh: %1").arg(ports)};
}

void addMesh(FactTree& tree, QTreeWidgetItem* parent, const Inventory& inventory, const report::MeshVerdict& verdict)
{
    tree.addSentence(parent, told(report::sentenceOf(verdict)));
    for (const MeshSlice& slice : verdict.slices) {
        if (verdict.slices.size() == 1 && slice.outcome == MeshSlice::Outcome::allowed && slice.by.empty() && slice.notes.empty())
            continue; // is said
        const Judged words = judged(slice);
        QTreeWidgetItem* item = tree.addVerdict(parent, words.mark, true, words.title);
        if (slice.outcome == MeshSlice::Outcome::onlySome)
            tree.addSentence(item, shown(report::outcomeText(slice)));
        for (std::size_t i = 0; i < slice.by.size() && i < mostRows; ++i) {
            QTreeWidgetItem* by = tree.addSentence(item, told(report::deciderText(slice.by[i])));
            addLines(tree, by, inventory, {slice.by[i].evidence});
            by->setExpanded(true);
        }
        if (slice.by.size() > mostRows)
            tree.addSentence(item, QObject::tr("and %n more", nullptr, static_cast<int>(slice.by.size() - mostRows)));
        for (const std::string& note : slice.notes)
            tree.addSentence(item, told(note));
        item->setExpanded(true);
    }
}

void addPair(FactTree& tree, const Inventory& inventory, const report::Explained& answer, const report::ExplainedPair& pair)
{
    const World& world = answer.world();
    const QString from = shown(pair.from), to = shown(pair.to);
    QTreeWidgetItem* heading = tree.addHeading(diagram::elideMiddle(from, headingStyle, mostOfName) + QStringLiteral(" → ") +
                                                   diagram::elideMiddle(to, headingStyle, mostOfName),
                                               world.networks.size() > 1 ? shown(pair.network) : QString());
    heading->setToolTip(0, plainToolTip(from + QStringLiteral(" → ") + to));
    tree.addSentence(heading, sumInWords(pair));
    if (!pair.note.empty())
        tree.addSentence(heading, told(pair.note));
    for (const report::ExplainedVerdict& verdict : pair.verdicts) {
        const Judged words = judged(verdict);
        QTreeWidgetItem* item = tree.addVerdict(heading, words.mark, true, words.title);
        if (verdict.egress)
            addSide(tree, item, inventory, world, *verdict.egress, Direction::egress);
        if (verdict.ingress)
            addSide(tree, item, inventory, world, *verdict.ingress, Direction::ingress);
        item->setExpanded(true);
    }
    if (pair.mesh)
        addMesh(tree, heading, inventory, *pair.mesh);
    for (const Uncertain& row : pair.uncertain) {
        QTreeWidgetItem* item =
            tree.addVerdict(heading, diagram::Mark::unknown, true, QObject::tr("Uncertain: %1").arg(told(row.reason)));
        addLines(tree, item, inventory, {row.evidence});
        item->setExpanded(true);
    }
    heading->setExpanded(true);
    if (pair.nearly.empty())
        return;
    QTreeWidgetItem* nearly = tree.addHeading(QObject::tr("Nearly applied"), QString::number(pair.nearly.size()));
    for (std::size_t i = 0; i < pair.nearly.size() && i < mostRows; ++i) {
        QTreeWidgetItem* item = tree.addSentence(nearly, told(report::nearlyText(world, pair.nearly[i])));
        addLines(tree, item, inventory, {pair.nearly[i].evidence});
        item->setExpanded(true);
    }
    nearly->setExpanded(true);
}

} // namespace

QString portsInWords(const PortSet& ports)
{
    return ports.isEverything() ? QObject::tr("every port") : shown(toText(ports));
}

QString sumInWords(const report::ExplainedPair& pair)
{
    if (pair.verdicts.empty())
        return QObject::tr("Nothing leads there.");
    if (pair.allowed.empty())
        return QObject::tr("Denied on every port.");
    for (const report::ExplainedVerdict& verdict : pair.verdicts)
        if (!verdict.allowed)
            return QObject::tr("Allowed on %1, denied on the rest.").arg(portsInWords(pair.allowed));
    return QObject::tr("Allowed on %1.").arg(portsInWords(pair.allowed));
}

void addWhy(FactTree& tree, const Inventory& inventory, const report::Explained& answer)
{
    for (const report::ExplainedPair& pair : answer.pairs)
        addPair(tree, inventory, answer, pair);
    if (answer.entrances.empty())
        return;
    QTreeWidgetItem* ways =
        tree.addHeading(QObject::tr("Ways there through an ingress controller"), QString::number(answer.entrances.size()));
    for (std::size_t i = 0; i < answer.entrances.size() && i < mostRows; ++i) {
        const Entrance& entrance = answer.entrances[i];
        QTreeWidgetItem* item =
            tree.addSentence(ways, shown(entrance.object) + QStringLiteral("   ") + portsInWords(entrance.ports));
        addLines(tree, item, inventory, {entrance.evidence});
        item->setExpanded(true);
    }
    ways->setExpanded(true);
}

} // namespace bartizan::desktop
