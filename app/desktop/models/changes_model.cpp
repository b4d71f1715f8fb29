// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/changes_model.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/layers.h"
#include "diagram/posture_nodes.h"

#include <QObject>

#include <algorithm>

namespace bartizan::desktop {

namespace {

CellPart nowhere()
{
    return quiet(QObject::tr("not there"));
}

QString placeIn(const JudgedState& state, const Evidence& evidence)
{
    if (!evidence.valid() || evidence.file.pos() >= state.files.size())
        return {};
    const QString file = shown(state.files[evidence.file.pos()].path);
    return evidence.line > 0 ? file + QLatin1Char(':') + QString::number(evidence.line) : file;
}

TableCell whereOf(const Compared& compared, const Change& change)
{
    if (!change.evidenceBefore)
        return place(compared.of->model().inventory, change.evidence);
    TableCell cell = just(quiet(QObject::tr("before: %1").arg(placeIn(*compared.before, change.evidence))));
    cell.tip = shown(change.evidence.text());
    return cell;
}

QString serviceName(const Compared& compared, const std::string& id)
{
    const auto& services = compared.before->services;
    const auto before =
        std::lower_bound(services.begin(), services.end(), id,
                         [](const JudgedService& service, const std::string& key) { return service.object.id < key; });
    if (before != services.end() && before->object.id == id)
        return shown(before->name);
    const auto& workloads = compared.of->model().architecture.workloads;
    const auto now = std::lower_bound(workloads.begin(), workloads.end(), id,
                                      [](const Workload& workload, const std::string& key) { return workload.id < key; });
    return now != workloads.end() && now->id == id ? shown(now->name) : shown(id);
}

TableCell subjectOf(const Compared& compared, const Change& change)
{
    if (change.aspect == ChangeAspect::finding) {
        const std::size_t subjects = change.presence == ChangePresence::gone ? change.subjectsBefore : change.subjectsAfter;
        if (change.services.size() == 1 && subjects == 1)
            return just(strong(serviceName(compared, change.services.front())));
        return just(strong(QObject::tr("%n subjects", nullptr, static_cast<int>(subjects))));
    }
    TableCell cell = just(strong(serviceName(compared, change.services.front())));
    cell.tip = shown(change.subject);
    return cell;
}

bool isRequired(const Compared& compared, const Change& change)
{
    const Posture& posture = compared.of->posture();
    for (std::size_t i = 0; i < layerCount; ++i)
        if (change.layer == layerId(static_cast<Layer>(i)))
            return posture.workloads[change.indexAfter].required[i];
    return true;
}

TableCell whatOf(const Compared& compared, const Change& change)
{
    switch (change.aspect) {
    case ChangeAspect::layer: {
        const LayerText* text = compared.of->loaded->catalogue.layer(change.layer);
        TableCell cell = just(plain(inLanguage(text ? shown(text->title) : shown(change.layer))));
        if (!isRequired(compared, change))
            cell.parts.push_back(quiet(QObject::tr("not required")));
        return cell;
    }
    case ChangeAspect::finding:
        return just(plain(told(change.title)));
    case ChangeAspect::path: {
        const QString entry = shown(change.subject.substr(0, change.subject.find(" -> ")));
        return just(plain(change.title.rfind("direct", 0) == 0 ? QObject::tr("Direct path from %1").arg(entry)
                                                               : QObject::tr("Relayed path from %1").arg(entry)));
    }
    case ChangeAspect::sensitivity:
        return just(plain(inLanguage(QStringLiteral("Sensitivity"))));
    case ChangeAspect::image:
        return just(plain(QObject::tr("Images")));
    case ChangeAspect::service:
        break;
    }
    return just(plain(QObject::tr("Service")));
}

TableCell stateOf(const Change& change, bool after)
{
    const std::string& words = after ? change.after : change.before;
    if (words.empty() && change.aspect != ChangeAspect::image)
        return just(nowhere());
    switch (change.aspect) {
    case ChangeAspect::layer: {
        const Verdict value = after ? change.verdictAfter : change.verdictBefore;
        QString text = inLanguage(diagram::markName(diagram::markOf(value)));
        if (const std::size_t facets = words.find(" ("); facets != std::string::npos)
            text += shown(words.substr(facets));
        return verdict(value, text, {});
    }
    case ChangeAspect::finding: {
        const auto severity = static_cast<diagram::Severity>(after ? change.severityAfter : change.severityBefore);
        CellPart part = plain(inLanguage(diagram::severityName(severity)));
        part.severity = severity;
        TableCell cell = just(part);
        const auto subjects = static_cast<int>(after ? change.subjectsAfter : change.subjectsBefore);
        cell.parts.push_back(quiet(QObject::tr("%n subjects", nullptr, subjects)));
        cell.order = static_cast<double>(severity);
        return cell;
    }
    case ChangeAspect::path: {
        const AuthAnswer value = after ? change.answerAfter : change.answerBefore;
        const std::string checked = "checked at ";
        const bool named = words.compare(0, checked.size(), checked) == 0;
        const bool known = named || words == answerText(value, {});
        return known ? answer(value, change.title.rfind("direct", 0) == 0 ? PathKind::direct : PathKind::relayed,
                              answerInLanguage(value, named ? words.substr(checked.size()) : std::string()))
                     : just(quiet(shown(words)));
    }
    case ChangeAspect::service:
        return just(plain(QObject::tr("there")));
    case ChangeAspect::sensitivity:
        return just(plain(inLanguage(shown(words))));
    case ChangeAspect::image:
        break;
    }
    return just(words.empty() ? nowhere() : plain(shown(words)));
}

} // namespace

ChangeGroup groupOf(const Change& change)
{
    if (change.sense == ChangeSense::incomparable)
        return ChangeGroup::incomparable;
    if (change.presence != ChangePresence::both)
        return change.presence == ChangePresence::added ? ChangeGroup::added : ChangeGroup::gone;
    return change.sense == ChangeSense::worse    ? ChangeGroup::worse
           : change.sense == ChangeSense::better ? ChangeGroup::better
                                                 : ChangeGroup::other;
}

QString groupName(ChangeGroup group)
{
    switch (group) {
    case ChangeGroup::worse:
        return QObject::tr("worse");
    case ChangeGroup::better:
        return QObject::tr("better");
    case ChangeGroup::added:
        return QObject::tr("new");
    case ChangeGroup::gone:
        return QObject::tr("gone");
    case ChangeGroup::other:
        return QObject::tr("other");
    case ChangeGroup::incomparable:
        break;
    }
    return QObject::tr("cannot be compared");
}

CellPart groupPart(ChangeGroup group)
{
    constexpr std::array<const char16_t*, changeGroupCount> signs = {u"↓", u"↑", u"+", u"−", u"≠", u"?"};
    const auto at = static_cast<std::size_t>(group);
    const QString words = QString::fromUtf16(signs[at]) + QLatin1Char(' ') + groupName(group);
    return group == ChangeGroup::worse || group == ChangeGroup::added ? strong(words) : plain(words);
}

std::vector<TableColumn> changeColumns()
{
    return {{QObject::tr("Change"), QObject::tr("What the later state is, beside the earlier one"), 116},
            {QObject::tr("Subject"), QObject::tr("The service that it is about"), 130},
            {QObject::tr("What"), QObject::tr("A layer of defence, a finding, a way in"), 250},
            {QObject::tr("Before"), QObject::tr("In the state that is compared with"), 150},
            {QObject::tr("After"), QObject::tr("In the state that is shown"), 150},
            {QObject::tr("Evidence"), QObject::tr("The line behind it; of what is gone, where it was"), 180},
            {QObject::tr("Why"), QObject::tr("What decides it now, or why it cannot be told"), 320}};
}

std::vector<CellsRow> changeRows(const Compared& compared)
{
    const auto at = [](ChangeColumn column) { return static_cast<std::size_t>(column); };
    const auto& changes = compared.difference.changes;
    std::vector<CellsRow> rows;
    rows.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change& change = changes[i];
        CellsRow row;
        row.index = static_cast<int>(i);
        row.kind = static_cast<int>(groupOf(change));
        row.evidence = change.evidenceBefore ? Evidence() : change.evidence;
        row.tip = told(change.reason);
        row.cells.resize(at(ChangeColumn::Count));
        row.cells[at(ChangeColumn::Group)] = {{groupPart(groupOf(change))}, {}, static_cast<double>(row.kind)};
        row.cells[at(ChangeColumn::Subject)] = subjectOf(compared, change);
        row.cells[at(ChangeColumn::What)] = whatOf(compared, change);
        row.cells[at(ChangeColumn::Before)] = stateOf(change, false);
        row.cells[at(ChangeColumn::After)] = stateOf(change, true);
        row.cells[at(ChangeColumn::Where)] = whereOf(compared, change);
        row.cells[at(ChangeColumn::Why)] = just(quiet(told(change.reason)));
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const CellsRow& a, const CellsRow& b) { return a.kind < b.kind; });
    return rows;
}

QStringList changeSentences(const Compared& compared)
{
    const DifferenceCounts& counts = compared.difference.counts;
    if (compared.difference.empty())
        return {
            QObject::tr("Nothing differs: %n services are judged as before.", nullptr, static_cast<int>(counts.servicesAfter))};
    QStringList sentences;
    sentences << QObject::tr("Worse in %1 of %2 services, better in %3.")
                     .arg(counts.worseServices)
                     .arg(counts.servicesAfter)
                     .arg(counts.betterServices);
    sentences << QObject::tr("%1 of %2 findings are new, %3 of %4 are gone.")
                     .arg(counts.newFindings)
                     .arg(compared.of->posture().findings.size())
                     .arg(counts.goneFindings)
                     .arg(compared.before->findings.size());
    if (counts.newServices + counts.goneServices > 0)
        sentences << QObject::tr("Services: %1 new, %2 gone.").arg(counts.newServices).arg(counts.goneServices);
    if (counts.incomparable > 0)
        sentences << QObject::tr("%1 of %2 changes cannot be compared.")
                         .arg(counts.incomparable)
                         .arg(compared.difference.changes.size());
    return sentences;
}

} // namespace bartizan::desktop
