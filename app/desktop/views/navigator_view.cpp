// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/navigator_view.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/models/table_model.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/widgets/cell_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace bartizan::desktop {

namespace {

constexpr int workloadRole = Qt::UserRole + 40;
constexpr int evidenceRole = Qt::UserRole + 41; // entry: its index
constexpr int spaceRole = Qt::UserRole + 42;    // of a namespace: its index; without items it is not filled yet

diagram::Icon iconOf(const Workload& workload)
{
    switch (workload.role) {
    case WorkloadRole::store:
        return diagram::Icon::store;
    case WorkloadRole::gateway:
        return diagram::Icon::gateway;
    case WorkloadRole::authProxy:
        return diagram::Icon::identityProvider;
    default:
        return diagram::Icon::workload;
    }
}

void setCells(QTreeWidgetItem* item, const Cell& left, const Cell& right, const QString& tip)
{
    item->setData(0, PartsRole, QVariant::fromValue(left));
    item->setData(0, Qt::DisplayRole, wordsOf(left));
    item->setData(1, PartsRole, QVariant::fromValue(right));
    item->setData(1, Qt::TextAlignmentRole, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
    item->setToolTip(0, plainToolTip(tip));
    item->setData(0, Qt::AccessibleDescriptionRole, tip);
}

CellPart sign(diagram::Mark mark)
{
    return marked(mark, {});
}

} // namespace

NavigatorView::NavigatorView(const ViewContext& context, QWidget* parent)
    : View(context, parent), m_filter(new QLineEdit(this)), m_tree(new QTreeWidget(this))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter the navigator"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setMouseTracking(true);
    m_tree->setItemDelegate(new CellDelegate(m_tree, false));
    m_tree->setAccessibleName(tr("Namespaces and workloads"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->setColumnWidth(1, 62);
    setFocusProxy(m_tree);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(m_filter);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &NavigatorView::fillGroup);
    connect(m_filter, &QLineEdit::textChanged, this, &NavigatorView::filter);
    connect(&m_state, &ViewState::workloadChanged, this, &NavigatorView::follow);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!item || !m_session.snapshot())
            return;
        if (item->data(0, workloadRole).isValid())
            m_state.selectWorkload(WorkloadId(static_cast<std::size_t>(item->data(0, workloadRole).toUInt())));
        else if (item->data(0, evidenceRole).isValid())
            m_state.showEvidence(m_session.snapshot()
                                     ->model()
                                     .architecture.entries[static_cast<std::size_t>(item->data(0, evidenceRole).toUInt())]
                                     .evidence);
    });
}

void NavigatorView::takeSnapshot()
{
    const QSignalBlocker quiet(m_tree);
    // What was opened and folded by hand stays so, and the place.
    const bool again = sameInput() || m_session.snapshot()->before;
    std::map<QString, bool> open;
    for (int i = 0; again && i < m_tree->topLevelItemCount(); ++i)
        open[m_tree->topLevelItem(i)->text(0)] = m_tree->topLevelItem(i)->isExpanded();
    const int place = m_tree->verticalScrollBar()->value();
    m_tree->clear();
    fillNamespaces();
    fillOutside();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        const auto known = open.find(group->text(0));
        if (known == open.end())
            continue;
        if (known->second)
            fillGroup(group);
        group->setExpanded(known->second);
    }
    filter(m_filter->text());
    if (again)
        m_tree->verticalScrollBar()->setValue(place);
}

void NavigatorView::followSelection()
{
    reveal(m_state.workload(), false);
}

void NavigatorView::fillNamespaces()
{
    const Architecture& architecture = m_session.snapshot()->model().architecture;
    const Posture& posture = m_session.snapshot()->posture();
    const auto countsOf = [&](WorkloadId id) -> const RequiredCounts& { return posture.workloads[id.pos()].counts; };
    struct Group {
        const Namespace* space = nullptr;
        RequiredCounts sum;
    };
    std::vector<Group> groups;
    for (const Namespace& space : architecture.namespaces) {
        Group group{&space, {}};
        for (const WorkloadId id : space.workloads) {
            group.sum.missing += countsOf(id).missing;
            group.sum.partial += countsOf(id).partial;
            group.sum.unknown += countsOf(id).unknown;
            group.sum.present += countsOf(id).present;
        }
        if (!space.workloads.empty())
            groups.push_back(group);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.sum.missing > b.sum.missing; });
    const bool many = architecture.workloads.size() > 300;
    for (const Group& group : groups) {
        const Namespace& space = *group.space;
        auto* parent = new QTreeWidgetItem(m_tree);
        const auto mark = worstMark(group.sum);
        const QString name = shown(space.cluster.empty() ? space.name : space.cluster + "//" + space.name);
        setCells(parent, {withIcon(diagram::Icon::nameSpace, name, Tone::strong)},
                 mark ? Cell{quiet(QString::number(space.workloads.size())), sign(*mark)}
                      : Cell{quiet(QString::number(space.workloads.size()))},
                 tr("%1: %n workloads", nullptr, static_cast<int>(space.workloads.size())).arg(name));
        parent->setData(0, spaceRole, static_cast<uint>(&space - architecture.namespaces.data()));
        parent->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        if (!many)
            fillGroup(parent);
        parent->setExpanded(!many && groups.size() <= 24);
    }
}

void NavigatorView::fillGroup(QTreeWidgetItem* parent)
{
    const QVariant index = parent->data(0, spaceRole);
    if (!index.isValid() || parent->childCount() > 0)
        return;
    const Architecture& architecture = m_session.snapshot()->model().architecture;
    const Posture& posture = m_session.snapshot()->posture();
    const Namespace& space = architecture.namespaces[static_cast<std::size_t>(index.toUInt())];
    const auto worst = [&](WorkloadId a, WorkloadId b) {
        return desktop::worse(posture.workloads[a.pos()].counts, posture.workloads[b.pos()].counts);
    };
    std::vector<WorkloadId> order = space.workloads;
    std::stable_sort(order.begin(), order.end(), worst);
    for (const WorkloadId id : order) {
        const Workload& workload = architecture.workload(id);
        const WorkloadPosture& found = posture.workloads[id.pos()];
        auto* item = new QTreeWidgetItem(parent);
        Cell right;
        if (found.openDirect || (found.openRelayed && workload.sensitivity >= Sensitivity::confidential)) {
            CellPart badge;
            badge.check = found.openDirect ? diagram::FirstCheck::direct : diagram::FirstCheck::relayed;
            right.push_back(badge);
        }
        if (const auto mark = worstMark(found.counts))
            right.push_back(sign(*mark));
        const QString check = found.openDirect    ? tr("\nno check in front, direct")
                              : found.openRelayed ? tr("\nno check in front, relayed")
                                                  : QString();
        Cell left{withIcon(iconOf(workload), shown(workload.name))};
        QString note;
        const auto& notes = m_session.snapshot()->review->notes;
        if (const auto row = notes.find(workload.id); row != notes.end()) {
            left.push_back(withIcon(diagram::Icon::file, {}, Tone::quiet));
            note = QLatin1Char('\n') + tr("Note: %1").arg(shown(row->second.text));
        }
        setCells(item, left, right,
                 shown(workload.id) + QLatin1Char('\n') + countsInLanguage(marksOf(found.counts)) + check + note);
        item->setData(0, workloadRole, id.value);
    }
}

void NavigatorView::fillAllGroups()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        fillGroup(m_tree->topLevelItem(i));
}

void NavigatorView::fillOutside()
{
    const Architecture& architecture = m_session.snapshot()->model().architecture;
    if (!architecture.outsides.empty()) {
        auto* parent = new QTreeWidgetItem(m_tree);
        setCells(parent, {withIcon(diagram::Icon::outside, tr("Outside systems"), Tone::strong)},
                 {quiet(QString::number(architecture.outsides.size()))}, tr("Systems that are not among the workloads"));
        for (const Outside& outside : architecture.outsides) {
            auto* item = new QTreeWidgetItem(parent);
            setCells(item, {withIcon(diagram::Icon::outside, shown(outside.host))}, {}, shown(outside.id));
        }
    }
    if (!architecture.entries.empty()) {
        auto* parent = new QTreeWidgetItem(m_tree);
        setCells(parent, {withIcon(diagram::Icon::entry, tr("Ways in"), Tone::strong)},
                 {quiet(QString::number(architecture.entries.size()))}, tr("Ways in from outside the cluster"));
        for (std::size_t i = 0; i < architecture.entries.size(); ++i) {
            const Entry& entry = architecture.entries[i];
            auto* item = new QTreeWidgetItem(parent);
            setCells(item, {withIcon(diagram::Icon::entry, shown(entry.id))}, {},
                     tr("%1, reach: %2").arg(shown(entry.id), inLanguage(QString::fromLatin1(toWord(entry.reach)))));
            item->setData(0, evidenceRole, static_cast<uint>(i));
        }
    }
}

void NavigatorView::filter(const QString& text)
{
    if (!text.isEmpty())
        fillAllGroups();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        const bool whole = group->text(0).contains(text, Qt::CaseInsensitive);
        bool any = whole;
        for (int k = 0; k < group->childCount(); ++k) {
            const bool hit = whole || group->child(k)->text(0).contains(text, Qt::CaseInsensitive);
            group->child(k)->setHidden(!hit);
            any = any || hit;
        }
        group->setHidden(!any);
        if (!text.isEmpty() && any)
            group->setExpanded(true);
    }
}

void NavigatorView::follow()
{
    reveal(m_state.workload(), true);
}

void NavigatorView::reveal(WorkloadId wanted, bool unfolds)
{
    QTreeWidgetItem* current = m_tree->currentItem();
    if (current && current->data(0, workloadRole).isValid() && wanted.valid() &&
        current->data(0, workloadRole).toUInt() == wanted.value)
        return;
    const QSignalBlocker quiet(m_tree);
    if (!wanted.valid() || !m_session.snapshot()) { // of an early drawing nothing is listed
        m_tree->setCurrentItem(nullptr);
        return;
    }
    const Architecture& architecture = m_session.snapshot()->model().architecture;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        const QVariant index = group->data(0, spaceRole);
        if (!index.isValid())
            continue;
        const auto& workloads = architecture.namespaces[static_cast<std::size_t>(index.toUInt())].workloads;
        if (std::find(workloads.begin(), workloads.end(), wanted) == workloads.end())
            continue;
        if (!unfolds && !group->isExpanded())
            return;
        fillGroup(group);
        for (int k = 0; k < group->childCount(); ++k)
            if (group->child(k)->data(0, workloadRole).toUInt() == wanted.value) {
                m_tree->setCurrentItem(group->child(k));
                m_tree->scrollToItem(group->child(k));
            }
        return;
    }
}

bool NavigatorView::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

bool NavigatorView::copy()
{
    if (!m_tree->currentItem())
        return false;
    QGuiApplication::clipboard()->setText(m_tree->currentItem()->text(0));
    return true;
}

} // namespace bartizan::desktop
