// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/matrix_model.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/widgets/matrix_header.h"
#include "diagram/posture_nodes.h"
#include "report/text/pen.h"

#include <algorithm>
#include <tuple>

namespace bartizan::desktop {

namespace {

bool worse(const diagram::MarkCounts& a, const diagram::MarkCounts& b)
{
    const auto key = [](const diagram::MarkCounts& counts) {
        return std::tuple(counts[diagram::Mark::missing], counts[diagram::Mark::partial], counts[diagram::Mark::unknown]);
    };
    return key(a) > key(b);
}

} // namespace

void MatrixModel::setSnapshot(const SnapshotPtr& snapshot)
{
    const Architecture& architecture = snapshot->model().architecture;
    struct Group {
        MatrixRow head;
        std::vector<MatrixRow> services;
    };
    std::vector<Group> groups;
    MatrixRow foot;
    foot.kind = MatrixRow::Kind::foot;
    foot.name = tr("Missing of applicable");
    m_services = 0;
    for (const Namespace& space : architecture.namespaces) {
        if (space.workloads.empty())
            continue;
        Group group;
        group.head.kind = MatrixRow::Kind::space;
        group.head.name = shown(space.cluster.empty() ? space.name : space.cluster + "//" + space.name);
        for (const WorkloadId id : space.workloads) {
            const WorkloadPosture& posture = snapshot->posture().workloads[id.pos()];
            MatrixRow row;
            row.workload = id;
            row.name = shown(architecture.workload(id).name);
            row.ns = group.head.name;
            row.posture = &posture;
            row.counts = marksOf(posture.counts);
            for (std::size_t layer = 0; layer < layerCount; ++layer) {
                row.marks[layer] = diagram::markOf(posture.layers[layer].verdict);
                foot.missingOf[layer].first += row.marks[layer] == diagram::Mark::missing ? 1 : 0;
                foot.missingOf[layer].second += row.marks[layer] == diagram::Mark::notApplicable ? 0 : 1;
            }
            for (std::size_t mark = 0; mark < diagram::markCount; ++mark)
                group.head.counts.of[mark] += row.counts.of[mark];
            group.services.push_back(std::move(row));
            ++m_services;
        }
        std::stable_sort(group.services.begin(), group.services.end(),
                         [](const MatrixRow& a, const MatrixRow& b) { return worse(a.counts, b.counts); });
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return worse(a.head.counts, b.head.counts); });
    std::vector<MatrixRow> rows;
    for (Group& group : groups) {
        rows.push_back(std::move(group.head));
        rows.insert(rows.end(), std::make_move_iterator(group.services.begin()), std::make_move_iterator(group.services.end()));
    }
    if (m_services > 0)
        rows.push_back(std::move(foot));
    setRows(std::move(rows));
    m_snapshot = snapshot;
}

QString MatrixModel::title(int column) const
{
    if (column < Counts)
        return columnInLanguage(column);
    switch (column) {
    case Counts:
        return tr("of required");
    case Required:
        return tr("req.");
    case Present:
        return tr("pres.");
    case Partial:
        return tr("part.");
    case Missing:
        return tr("miss.");
    default:
        return tr("unkn.");
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section < Counts && m_snapshot) {
        const LayerText* text = m_snapshot->loaded->catalogue.layer(layerId(static_cast<Layer>(section)));
        return text ? plainToolTip(inLanguage(shown(text->title)) + QLatin1Char('\n') + told(text->why)) : QString();
    }
    if (orientation == Qt::Vertical && section >= 0 && section < rowCount()) {
        const MatrixRow& row = rows()[static_cast<std::size_t>(section)];
        switch (role) {
        case Qt::DisplayRole:
            return row.name;
        case Qt::AccessibleDescriptionRole:
            return row.ns;
        case Qt::ToolTipRole:
            return plainToolTip(row.ns.isEmpty() ? row.name : row.name + QStringLiteral(", ") + row.ns);
        case SpaceRole:
            return row.kind == MatrixRow::Kind::space;
        case CountsRole:
            return row.kind == MatrixRow::Kind::foot ? QVariant() : QVariant::fromValue(row.counts);
        default:
            return {};
        }
    }
    return TableModel::headerData(section, orientation, role);
}

QVariant MatrixModel::stone(const MatrixRow& row, int column, int role) const
{
    const auto layer = static_cast<std::size_t>(column);
    if (role == FamilyStartRole)
        return column == 0 || diagram::familyOf(column) != diagram::familyOf(column - 1);
    if (row.kind == MatrixRow::Kind::foot && role == Qt::DisplayRole)
        return QStringLiteral("%1 / %2").arg(row.missingOf[layer].first).arg(row.missingOf[layer].second);
    if (row.kind != MatrixRow::Kind::service)
        return {};
    const bool required = row.posture->required[layer];
    const QString mark = inLanguage(diagram::markName(row.marks[layer]));
    switch (role) {
    case Qt::DisplayRole:
        return QString(mark + (required ? QString() : tr(" (not required)")));
    case Qt::ToolTipRole:
        return plainToolTip(inLanguage(diagram::layerName(column)) + QStringLiteral(": ") + mark + QLatin1Char('\n') +
                            told(row.posture->layers[layer].reason));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(row.name, inLanguage(diagram::layerName(column)), mark, required ? tr("required") : tr("not required"));
    case SortRole:
        return diagram::worstOrder(row.marks[layer]) * 2 + (required ? 0 : 1);
    case StoneRole:
        return static_cast<int>(row.marks[layer]);
    case RequiredRole:
        return required;
    default:
        return {};
    }
}

QVariant MatrixModel::cell(const MatrixRow& row, int column, int role) const
{
    if (role == Qt::UserRole)
        return static_cast<int>(row.kind);
    if (column < Counts)
        return stone(row, column, role);
    if (row.kind != MatrixRow::Kind::service)
        return {};
    if (role == CountsRole && column == Counts)
        return QVariant::fromValue(row.counts);
    if (role == SortRole && column == Counts)
        return -(row.counts[diagram::Mark::missing] * 10000 + row.counts[diagram::Mark::partial] * 100 +
                 row.counts[diagram::Mark::unknown]);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Required:
        return row.posture->counts.required;
    case Present:
        return row.counts[diagram::Mark::present];
    case Partial:
        return row.counts[diagram::Mark::partial];
    case Missing:
        return row.counts[diagram::Mark::missing];
    case Unknown:
        return row.counts[diagram::Mark::unknown];
    default:
        return {};
    }
}

} // namespace bartizan::desktop
