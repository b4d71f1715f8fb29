// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/findings_view.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/widgets/heading_delegate.h"
#include "diagram/marks.h"
#include "report/text/sections.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <map>

namespace bartizan::desktop {

namespace {

const QString groupingKey = QStringLiteral("findings/group");

QComboBox* choice(QWidget* parent, const QString& name, const QString& tip)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

// First "all", then every value with its count; the choice is kept where it still exists.
void fill(QComboBox& box, const QString& all, const std::map<QString, int>& counts)
{
    const QSignalBlocker quietly(box);
    const QVariant chosen = box.currentData();
    box.clear();
    box.addItem(all);
    for (const auto& [value, count] : counts)
        box.addItem(value + QStringLiteral("  ") + QString::number(count), value);
    box.setCurrentIndex(chosen.isValid() ? std::max(0, box.findData(chosen)) : 0);
}

bool chosen(const QComboBox& box, const QString& value)
{
    return !box.currentData().isValid() || box.currentData().toString() == value;
}

} // namespace

FindingsView::FindingsView(const ViewContext& context, QWidget* parent)
    : FilterPage(context, QStringLiteral("findings"), new FindingsModel, parent),
      m_model(static_cast<FindingsModel*>(rowsProxy()->sourceModel())),
      m_layers(choice(this, tr("Layer"), tr("Only findings of one layer of defence"))),
      m_status(choice(this, tr("Status"), tr("Only findings of one status"))),
      m_grouping(choice(this, tr("Group by"), tr("What stands together under a heading; sorting holds within it")))
{
    table()->setAccessibleName(tr("Findings"));
    setEmptyText(tr("Findings appear here once sources are read."));
    setWidths({104, 420, 130, 190, 230, 90, 110});
    makeBar();
    table()->setItemDelegate(new HeadingDelegate(table(), *rowsProxy()));
    table()->installEventFilter(this);
    connect(m_model, &FindingsModel::grouped, this, [this] {
        RowGroups groups{m_model->groups().of, {}};
        for (const QString& title : m_model->groups().titles)
            groups.open.push_back(m_closed.count(title) == 0 ? 1 : 0);
        rowsProxy()->setGroups(std::move(groups));
    });
    connect(table(), &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (isHeading(index))
            headingKey(Qt::Key_Space);
    });
    connect(this, &TablePage::currentRowChanged, this, &FindingsView::choose);
    connect(this, &TablePage::rowActivated, this, [this](int row) {
        choose(row);
        if (row < m_model->findings() && m_state.evidence().valid())
            m_state.showView(QStringLiteral("source"));
    });
    connect(&m_state, &ViewState::workloadChanged, this, &FindingsView::selectionChanged);
    connect(&m_state, &ViewState::findingChanged, this, &FindingsView::followFinding);
}

void FindingsView::followFinding()
{
    const int row = m_state.finding() < m_model->findings() ? m_state.finding() : -1;
    reveal(row);
    if (row >= 0 && rowsProxy()->grouped())
        setOpen(rowsProxy()->groupOf(row), true);
    setCurrentRow(row);
}

void FindingsView::makeBar()
{
    for (int severity = Critical; severity <= Info; ++severity) {
        CellPart part = plain(inLanguage(diagram::severityName(static_cast<diagram::Severity>(severity))));
        part.severity = static_cast<diagram::Severity>(severity);
        addChip(part, tr("Findings of this severity"));
    }
    addChip(plain(tr("selection")), tr("Only findings of the service that is selected"), false)->setEnabled(false);
    addChip(plain(tr("platform")), tr("Findings of platform components: control plane, network plugin, operators and the like"),
            false)
        ->hide(); // until there are some, as is the choice of a status
    m_status->hide();
    addToBar(m_layers);
    addToBar(m_status);
    addToBar(m_grouping);
    const std::array<std::pair<QString, FindingGrouping>, 7> groupings = {{{tr("No groups"), FindingGrouping::none},
                                                                           {tr("By family"), FindingGrouping::family},
                                                                           {tr("By layer"), FindingGrouping::layer},
                                                                           {tr("By severity"), FindingGrouping::severity},
                                                                           {tr("By namespace"), FindingGrouping::space},
                                                                           {tr("By owner"), FindingGrouping::owner},
                                                                           {tr("By status"), FindingGrouping::status}}};
    for (const auto& [title, grouping] : groupings)
        m_grouping->addItem(title, static_cast<int>(grouping));
    for (QComboBox* box : {m_layers, m_status, m_grouping})
        box->setWhatsThis(box->toolTip());
    for (QComboBox* box : {m_layers, m_status})
        connect(box, &QComboBox::currentIndexChanged, this, &FindingsView::refilter);
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(QSettings().value(groupingKey, 0).toInt())));
    m_model->setGrouping(static_cast<FindingGrouping>(m_grouping->currentData().toInt()));
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] {
        QSettings().setValue(groupingKey, m_grouping->currentData().toInt());
        group();
    });
    const auto addAll = [this](const QString& text, Qt::Key key, bool open) {
        auto* action = new QAction(text, this);
        action->setShortcut(QKeySequence(Qt::ALT | key));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, open] { setAllOpen(open); });
        addAction(action); // in the menu of a row
    };
    addAll(tr("Close all &groups"), Qt::Key_Left, false);
    addAll(tr("Open &all groups"), Qt::Key_Right, true);
    fill(*m_layers, tr("All layers"), {});
    fill(*m_status, tr("Any status"), {});
}

void FindingsView::takeSnapshot()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_model->setPosture(snapshot->model(), snapshot->loaded->catalogue, snapshot->posture(), *snapshot->review);
    rowsProxy()->sortAgain();
    std::array<int, 5> severities{};
    std::map<QString, int> layers, states;
    m_platform = 0;
    for (const FindingRow& row : m_model->rows()) {
        if (row.heading)
            break;
        ++severities[static_cast<std::size_t>(row.severity)];
        ++layers[row.layer];
        ++states[row.status];
        m_platform += row.platform ? 1 : 0;
    }
    for (std::size_t severity = 0; severity < severities.size(); ++severity)
        chips()[severity]->setWords(inLanguage(diagram::severityName(static_cast<diagram::Severity>(severity))) +
                                    QLatin1Char(' ') + QString::number(severities[severity]));
    chips()[Platform]->setWords(tr("platform %1").arg(m_platform));
    chips()[Platform]->setVisible(m_platform > 0);
    fill(*m_layers, tr("All layers"), layers);
    fill(*m_status, tr("Any status"), states);
    m_status->setVisible(states.size() > 1);
    setNote(QString::number(m_model->findings()));
    setEmptyText(told(report::noFindings(snapshot->model())));
    refilter();
}

void FindingsView::followSelection()
{
    selectionChanged();
    if (sameInput()) { // judged again: the place holds, and nothing new is chosen
        const QSignalBlocker quietly(this);
        setCurrentRow(m_state.finding() < m_model->findings() ? m_state.finding() : -1);
    } else {
        followFinding();
    }
}

void FindingsView::group()
{
    m_closed.clear();
    m_model->setGrouping(static_cast<FindingGrouping>(m_grouping->currentData().toInt()));
    rowsProxy()->sortAgain();
    const QSignalBlocker quietly(this);
    setCurrentRow(m_state.finding() < m_model->findings() ? m_state.finding() : -1);
}

bool FindingsView::isHeading(const QModelIndex& shown) const
{
    return shown.isValid() && rowsProxy()->isHeading(proxy()->mapToSource(shown).row());
}

void FindingsView::setOpen(int group, bool open)
{
    const QString& title = m_model->groups().titles[static_cast<std::size_t>(group)];
    if (open)
        m_closed.erase(title);
    else
        m_closed.insert(title);
    rowsProxy()->setOpen(group, open);
}

void FindingsView::setAllOpen(bool open)
{
    for (int group = 0; group < static_cast<int>(m_model->groups().titles.size()); ++group)
        setOpen(group, open);
}

// Left closes a heading or leads to it, Right opens it, Enter and Space turn it round.
bool FindingsView::headingKey(int key)
{
    const QModelIndex current = table()->currentIndex();
    if (!current.isValid() || !rowsProxy()->grouped())
        return false;
    const int group = rowsProxy()->groupOf(proxy()->mapToSource(current).row());
    const bool heading = isHeading(current);
    const bool turn = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!heading && (key != Qt::Key_Left || table()->horizontalHeader()->visualIndex(current.column()) > 0))
        return false;
    if (heading && (turn || key == (rowsProxy()->isOpen(group) ? Qt::Key_Left : Qt::Key_Right)))
        setOpen(group, !rowsProxy()->isOpen(group));
    else if (heading && key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    setCurrentRow(m_model->findings() + group);
    return true;
}

bool FindingsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == table() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier)) && headingKey(key->key()))
            return true;
    }
    return FilterPage::eventFilter(watched, event);
}

void FindingsView::selectionChanged()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    Chip* chip = chips()[Selection];
    const WorkloadId selected = m_state.workload();
    const bool any = snapshot && selected.valid() && selected.pos() < snapshot->model().architecture.workloads.size();
    if (!any) {
        chip->setChecked(false);
        chip->setEnabled(false);
        chip->setWords(tr("selection"));
        return;
    }
    const auto number = std::count_if(m_model->rows().begin(), m_model->rows().end(), [&](const FindingRow& row) {
        return std::find(row.workloads.begin(), row.workloads.end(), selected) != row.workloads.end();
    });
    chip->setEnabled(true);
    chip->setWords(tr("selection %1").arg(number));
    chip->setToolTip(
        plainToolTip(tr("Only the findings of %1").arg(shown(snapshot->model().architecture.workload(selected).name))));
    if (chip->isChecked())
        refilter();
}

bool FindingsView::accepts(int index) const
{
    const FindingRow& row = m_model->rows()[static_cast<std::size_t>(index)];
    if (row.heading)
        return true;
    if (!chips()[static_cast<std::size_t>(row.severity)]->isChecked() || (row.platform && !chips()[Platform]->isChecked()))
        return false;
    if (chips()[Selection]->isChecked() &&
        std::find(row.workloads.begin(), row.workloads.end(), m_state.workload()) == row.workloads.end())
        return false;
    return chosen(*m_layers, row.layer) && chosen(*m_status, row.status);
}

void FindingsView::resetSwitches()
{
    FilterPage::resetSwitches();
    chips()[Selection]->setChecked(false);
    m_layers->setCurrentIndex(0);
    m_status->setCurrentIndex(0);
}

QString FindingsView::shownText(int shown, int all) const
{
    Q_UNUSED(shown)
    Q_UNUSED(all)
    int left = 0, closed = 0; // rows include headings, and not what closed groups hold
    for (int group = 0; group < static_cast<int>(m_model->groups().titles.size()); ++group) {
        left += rowsProxy()->shownIn(group);
        closed += rowsProxy()->isOpen(group) ? 0 : rowsProxy()->shownIn(group);
    }
    if (!rowsProxy()->grouped())
        left = proxy()->rowCount();
    QString text = tr("%1 of %2 findings shown").arg(left - closed).arg(m_model->findings());
    if (closed > 0)
        text += tr("; %1 in closed groups").arg(closed);
    if (m_platform > 0 && !chips()[Platform]->isChecked())
        text += tr("; %1 of platform components hidden").arg(m_platform);
    return text;
}

Evidence FindingsView::proofOf(const Finding& finding)
{
    if (finding.cause.valid() || finding.nearMisses.empty())
        return finding.cause;
    return finding.nearMisses.front().evidence;
}

void FindingsView::choose(int row)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || row < 0 || row >= m_model->findings())
        return;
    const int finding = m_model->rows()[static_cast<std::size_t>(row)].index;
    m_state.selectFinding(finding);
    m_state.showEvidence(proofOf(snapshot->posture().findings[static_cast<std::size_t>(finding)]));
}

} // namespace bartizan::desktop
