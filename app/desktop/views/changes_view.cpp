// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/changes_view.h"

#include "app/desktop/models/changes_model.h"
#include "app/desktop/plain_text.h"

#include <QVBoxLayout>

#include <array>

namespace bartizan::desktop {

namespace {

constexpr std::size_t atOnce = 400; // rows that are made in less than a frame

QString groupTip(ChangeGroup group)
{
    switch (group) {
    case ChangeGroup::worse:
        return QObject::tr("Verdicts, findings and ways in that are worse than before");
    case ChangeGroup::better:
        return QObject::tr("Verdicts, findings and ways in that are better than before");
    case ChangeGroup::added:
        return QObject::tr("Services, findings and ways in that the earlier state does not have");
    case ChangeGroup::gone:
        return QObject::tr("Services, findings and ways in that only the earlier state has");
    case ChangeGroup::other:
        return QObject::tr("What is other, and neither worse nor better");
    case ChangeGroup::incomparable:
        break;
    }
    return QObject::tr("What one of the states cannot tell: a verdict unknown there, or a kind not read there");
}

} // namespace

ChangesView::ChangesView(const ViewContext& context, QWidget* parent)
    : FilterPage(context, QStringLiteral("changes"), new CellsModel(changeColumns()), parent),
      m_model(static_cast<CellsModel*>(rowsProxy()->sourceModel())), m_sentence(new QLabel(this))
{
    table()->setAccessibleName(tr("Changes"));
    std::vector<int> widths;
    for (const TableColumn& column : m_model->columnTexts())
        widths.push_back(column.width);
    setWidths(widths);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(10, 5, 10, 0);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_sentence);
    for (int group = 0; group < changeGroupCount; ++group)
        addChip(groupPart(static_cast<ChangeGroup>(group)), groupTip(static_cast<ChangeGroup>(group)));
    connect(&m_state, &ViewState::comparedChanged, this, &ChangesView::comparedChanged);
    connect(this, &TablePage::currentRowChanged, this, [this](int row) {
        if (!m_taking)
            choose(row);
    });
    connect(this, &TablePage::rowActivated, this, [this](int row) {
        choose(row);
        if (const Change* change = changeAt(row); change && change->evidence.valid())
            m_state.showView(QStringLiteral("source"));
    });
    comparedChanged();
}

void ChangesView::comparedChanged()
{
    m_job.cancel();
    const ComparedPtr compared = m_state.compared();
    m_sentence->setVisible(compared != nullptr);
    for (Chip* chip : chips())
        chip->setVisible(compared != nullptr);
    if (!compared) {
        setEmptyText(tr("Nothing is compared yet. File › Compare takes an earlier state (files with Ctrl+D, a folder with "
                        "Ctrl+Shift+D, a review, or the state before the last reading) and lists here what is worse, better, new "
                        "or gone since."));
        setNote({});
        return take({});
    }
    const QString words =
        changeSentence(*compared) + QLatin1Char(' ') + tr("Compared with %1.").arg(diagram::visibleText(compared->name));
    m_sentence->setText(words);
    m_sentence->setToolTip(plainToolTip(words));
    m_sentence->setAccessibleName(words);
    std::array<int, changeGroupCount> counts{};
    for (const Change& change : compared->difference.changes)
        ++counts[static_cast<std::size_t>(groupOf(change))];
    for (int group = 0; group < changeGroupCount; ++group) {
        const auto at = static_cast<std::size_t>(group);
        chips()[at]->setWords(groupPart(static_cast<ChangeGroup>(group)).text + QLatin1Char(' ') + QString::number(counts[at]));
        chips()[at]->setVisible(counts[at] > 0);
    }
    setNote(QString::number(compared->difference.changes.size()));
    setEmptyText(tr("Nothing differs from %1: the same services, verdicts, findings and ways in.")
                     .arg(diagram::visibleText(compared->name)));
    const auto build = [compared](std::stop_token) {
        auto rows = std::make_shared<std::vector<CellsRow>>(changeRows(*compared));
        withSearch(*rows);
        return rows;
    };
    if (compared->difference.changes.size() <= atOnce)
        return take(std::move(*build({})));
    m_job.start(build, [this](const Rows& rows) { take(std::move(*rows)); });
}

void ChangesView::take(std::vector<CellsRow> rows)
{
    const int keep = currentRow();
    m_taking = true; // judged again: the place holds, and nothing new is chosen
    m_model->setRows(std::move(rows));
    if (keep >= 0 && keep < m_model->rowCount())
        setCurrentRow(keep);
    m_taking = false;
}

const Change* ChangesView::changeAt(int row) const
{
    const ComparedPtr& compared = m_state.compared();
    if (!compared || compared->of != m_session.snapshot() || row < 0 || row >= m_model->rowCount())
        return nullptr;
    const auto index = static_cast<std::size_t>(m_model->rows()[static_cast<std::size_t>(row)].index);
    return index < compared->difference.changes.size() ? &compared->difference.changes[index] : nullptr;
}

void ChangesView::choose(int row)
{
    const Change* change = changeAt(row);
    if (!change)
        return;
    if (change->indexAfter == Change::npos)
        emit said(change->evidence.valid() ? tr("Only the earlier state has it: Enter shows the line there.")
                                           : tr("Only the earlier state has it: nothing to select here."));
    else if (change->aspect == ChangeAspect::finding)
        m_state.selectFinding(static_cast<int>(change->indexAfter));
    else if (change->aspect == ChangeAspect::path)
        m_state.selectPath(static_cast<int>(change->indexAfter));
    else
        m_state.selectWorkload(WorkloadId(change->indexAfter));
    if (change->evidence.valid())
        m_state.showEvidence(change->evidence, change->evidenceBefore);
}

bool ChangesView::accepts(int row) const
{
    const auto group = static_cast<std::size_t>(m_model->rows()[static_cast<std::size_t>(row)].kind);
    return group >= chips().size() || chips()[group]->isChecked();
}

QString ChangesView::shownText(int shown, int all) const
{
    return shown == all ? tr("%n changes", nullptr, all) : tr("%1 of %2 changes shown").arg(shown).arg(all);
}

} // namespace bartizan::desktop
