// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/findings_model.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/marks.h"
#include "report/text/sections.h"

#include <set>

namespace bartizan::desktop {

namespace {

QString subjectsText(const Finding& finding)
{
    return finding.subjects.size() == 1 ? shown(finding.subjects.front())
                                        : QObject::tr("%n subjects", nullptr, static_cast<int>(finding.subjects.size()));
}

// One name, or how many there are.
QString oneOf(const std::set<std::string>& names, const QString& none, const QString& several)
{
    if (names.empty())
        return none;
    return names.size() == 1 ? shown(*names.begin()) : several.arg(names.size());
}

void setOwnerAndSpace(const Architecture& architecture, const Finding& finding, FindingRow& row)
{
    std::set<std::string> owners, spaces;
    for (const WorkloadId id : finding.workloads) {
        const Workload& workload = architecture.workload(id);
        if (!workload.owner.empty())
            owners.insert(workload.owner);
        spaces.insert(workload.cluster.empty() ? workload.ns : workload.cluster + "//" + workload.ns);
    }
    row.owner = oneOf(owners, QObject::tr("not stated"), QObject::tr("%1 owners"));
    row.owners = static_cast<int>(owners.size());
    row.space = oneOf(spaces, QObject::tr("of no namespace"), QObject::tr("%1 namespaces"));
    row.spaces = static_cast<int>(spaces.size());
}

int placeOfLayer(const std::string& id)
{
    for (std::size_t layer = 0; layer < layerCount; ++layer)
        if (id == layerId(static_cast<Layer>(layer)))
            return static_cast<int>(layer);
    return -1;
}

} // namespace

void FindingsModel::setPosture(const Model& model, const Catalogue& catalogue, const Posture& posture, const Review& review)
{
    std::vector<FindingRow> rows;
    for (std::size_t i = 0; i < posture.findings.size(); ++i) {
        const Finding& finding = posture.findings[i];
        FindingRow row;
        row.index = static_cast<int>(i);
        row.severity = finding.severity;
        row.title = told(finding.title);
        if (finding.ifSensitivity)
            row.title += QStringLiteral(" (") + told(finding.ifLevel) + QLatin1Char(')');
        const LayerText* layer = catalogue.layer(finding.layer);
        row.layer = layer ? inLanguage(shown(layer->title)) : shown(finding.layer);
        row.subjects = subjectsText(finding);
        row.subjectCount = static_cast<int>(finding.subjects.size());
        row.evidence = QString::fromStdString(report::proofOf(model.inventory, finding));
        row.proven = finding.cause.valid();
        row.status = told(finding.status);
        row.tip = told(finding.reason);
        if (const auto note = review.notes.find(finding.id); note != review.notes.end()) {
            row.noted = true;
            row.tip += QLatin1Char('\n') + QObject::tr("Note: %1").arg(shown(note->second.text));
        }
        row.platform = finding.platform;
        row.layerPlace = placeOfLayer(finding.layer);
        setOwnerAndSpace(model.architecture, finding, row);
        row.workloads = finding.workloads;
        rows.push_back(std::move(row));
    }
    m_findings = std::move(rows);
    show();
}

void FindingsModel::setGrouping(FindingGrouping grouping)
{
    m_grouping = grouping;
    show();
}

void FindingsModel::show()
{
    m_groups = groupsOf(m_findings, m_grouping);
    std::vector<FindingRow> rows = m_findings;
    for (std::size_t group = 0; group < m_groups.titles.size(); ++group) {
        FindingRow row;
        row.index = -1;
        row.heading = true;
        row.title = m_groups.titles[group];
        row.subjectCount = m_groups.sizes[group];
        rows.push_back(std::move(row));
    }
    emit grouped();
    setRows(std::move(rows));
}

QString FindingsModel::title(int column) const
{
    switch (column) {
    case Severity:
        return tr("Severity");
    case Title:
        return tr("Finding");
    case Layer:
        return tr("Layer");
    case Subjects:
        return tr("Subjects");
    case Where:
        return tr("Evidence");
    case Status:
        return tr("Status");
    case Owner:
        return tr("Owner");
    default:
        return {};
    }
}

QString FindingsModel::titleTip(int column) const
{
    switch (column) {
    case Severity:
        return tr("By what can be reached and how sensitive it is");
    case Title:
        return tr("One cause with all its subjects");
    case Layer:
        return tr("The layer of defence that it weakens");
    case Subjects:
        return tr("Whom it touches");
    case Where:
        return tr("The line to read first, or what was searched");
    case Status:
        return tr("What the review has decided");
    default:
        return tr("By the labels of the workloads");
    }
}

QVariant FindingsModel::partsOf(const FindingRow& row, int column)
{
    const auto severity = static_cast<diagram::Severity>(row.severity);
    switch (column) {
    case Severity: {
        CellPart part = strong(inLanguage(diagram::severityName(severity)));
        part.severity = severity;
        return QVariant::fromValue(Cell{part});
    }
    case Title:
        return row.noted ? QVariant::fromValue(Cell{withIcon(diagram::Icon::file, row.title)}) : QVariant();
    case Layer:
    case Subjects:
        return QVariant::fromValue(Cell{quiet(column == Layer ? row.layer : row.subjects)});
    case Owner:
        return QVariant::fromValue(Cell{quiet(row.owner)});
    case Where:
        return QVariant::fromValue(Cell{row.proven ? link(row.evidence) : quiet(row.evidence)});
    default:
        return {};
    }
}

QVariant FindingsModel::cell(const FindingRow& row, int column, int role) const
{
    const auto severity = static_cast<diagram::Severity>(row.severity);
    if (row.heading) {
        if (role == HeadingRole)
            return row.title;
        return role == Qt::DisplayRole && column == 0 ? tr("%1: %n findings", nullptr, row.subjectCount).arg(row.title)
                                                      : QVariant();
    }
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.tip);
    if (role == PartsRole)
        return partsOf(row, column);
    if (role == Qt::DisplayRole || role == SortRole) {
        switch (column) {
        case Severity:
            return role == SortRole ? QVariant(static_cast<int>(row.severity))
                                    : QVariant(inLanguage(diagram::severityName(severity)));
        case Title:
            return row.title;
        case Layer:
            return row.layer;
        case Subjects:
            return role == SortRole ? QVariant(row.subjectCount) : QVariant(row.subjects);
        case Where:
            return row.evidence;
        case Status:
            return row.status;
        case Owner:
            return row.owner;
        default:
            return {};
        }
    }
    return {};
}

void ProblemsModel::setModel(const Model& model, const Posture& posture, const QStringList& notes)
{
    std::vector<ProblemRow> rows;
    for (const QString& note : notes)
        rows.push_back({static_cast<int>(ProblemSeverity::note), {}, note, {}});
    for (const auto* list : {&model.inventory.problems, &model.architecture.problems, &posture.problems})
        for (const Problem& problem : *list)
            rows.push_back({static_cast<int>(problem.severity),
                            QString::fromStdString(report::where(model.inventory, problem.evidence)), told(problem.message),
                            problem.evidence});
    for (const Unrecognised& item : model.inventory.unrecognised) {
        Evidence evidence;
        evidence.file = item.file;
        rows.push_back({static_cast<int>(ProblemSeverity::note), QString::fromStdString(report::where(model.inventory, evidence)),
                        told(item.reason), evidence});
    }
    setRows(std::move(rows));
}

QString ProblemsModel::title(int column) const
{
    switch (column) {
    case Severity:
        return tr("Kind");
    case Where:
        return tr("Where");
    case Message:
        return tr("What");
    default:
        return {};
    }
}

QVariant ProblemsModel::cell(const ProblemRow& row, int column, int role) const
{
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.message);
    if (role == PartsRole && column == Where)
        return QVariant::fromValue(Cell{link(row.where)});
    if (role == PartsRole && column == Severity)
        return QVariant::fromValue(Cell{row.severity == 2
                                            ? quiet(tr("note"))
                                            : withIcon(diagram::Icon::warning, row.severity == 0 ? tr("error") : tr("warning"))});
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Severity:
        if (role == SortRole)
            return row.severity;
        return row.severity == 0 ? tr("error") : row.severity == 1 ? tr("warning") : tr("note");
    case Where:
        return row.where;
    case Message:
        return row.message;
    default:
        return {};
    }
}

} // namespace bartizan::desktop
