// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/findings_view.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "diagram/marks.h"
#include "report/text/sections.h"

#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <map>

namespace bartizan::desktop {

namespace {

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
      m_order(choice(this, tr("Order"), tr("What stands together; the most serious first within it")))
{
    table()->setAccessibleName(tr("Findings"));
    setEmptyText(tr("Findings appear here once sources are read."));
    setWidths({104, 420, 130, 190, 230, 90, 110});
    makeBar();
    connect(this, &TablePage::currentRowChanged, this, &FindingsView::choose);
    connect(this, &TablePage::rowActivated, this, [this](int row) {
        choose(row);
        if (m_state.evidence().valid())
            m_state.showView(QStringLiteral("source"));
    });
    connect(&m_state, &ViewState::workloadChanged, this, &FindingsView::selectionChanged);
    connect(&m_state, &ViewState::findingChanged, this, [this] {
        if (m_state.finding() < m_model->rowCount())
            reveal(m_state.finding());
        setCurrentRow(m_state.finding() < m_model->rowCount() ? m_state.finding() : -1);
    });
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
            false);
    addToBar(m_layers);
    addToBar(m_status);
    addToBar(m_order);
    const std::array<std::pair<QString, int>, 5> orders = {{{tr("Most serious first"), -1},
                                                            {tr("By layer"), FindingsModel::Layer},
                                                            {tr("By subject"), FindingsModel::Subjects},
                                                            {tr("By owner"), FindingsModel::Owner},
                                                            {tr("By status"), FindingsModel::Status}}};
    for (const auto& [title, column] : orders)
        m_order->addItem(title, column);
    for (QComboBox* box : {m_layers, m_status})
        connect(box, &QComboBox::currentIndexChanged, this, &FindingsView::refilter);
    connect(m_order, &QComboBox::currentIndexChanged, this,
            [this] { table()->sortByColumn(m_order->currentData().toInt(), Qt::AscendingOrder); });
    fill(*m_layers, tr("All layers"), {});
    fill(*m_status, tr("Any status"), {});
}

void FindingsView::takeSnapshot()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const Posture& posture = snapshot->posture();
    m_model->setPosture(snapshot->model(), snapshot->loaded->catalogue, posture);
    std::array<int, 5> severities{};
    std::map<QString, int> layers, states;
    m_platform = 0;
    for (const FindingRow& row : m_model->rows()) {
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
    setNote(QString::number(m_model->rowCount()));
    setEmptyText(shown(report::noFindings(snapshot->model())));
    selectionChanged();
    refilter();
    if (m_session.sameInput()) { // judged again: the place holds, and nothing new is chosen
        const QSignalBlocker quietly(this);
        setCurrentRow(m_state.finding() < m_model->rowCount() ? m_state.finding() : -1);
    }
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
    QString text = tr("%1 of %2 findings shown").arg(shown).arg(all);
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
    if (!snapshot || row < 0)
        return;
    const int finding = m_model->rows()[static_cast<std::size_t>(row)].index;
    m_state.selectFinding(finding);
    m_state.showEvidence(proofOf(snapshot->posture().findings[static_cast<std::size_t>(finding)]));
}

} // namespace bartizan::desktop
