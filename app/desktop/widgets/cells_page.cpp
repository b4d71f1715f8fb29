// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/cells_page.h"

#include "app/desktop/plain_text.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

namespace {

constexpr std::size_t atOnce = 400; // rows that are made in less than a frame

void showNote(const Note& note, CellsRow& row)
{
    TableCell& first = row.cells.front(); // every table has a column
    QString& tip = first.tip.isEmpty() ? row.tip : first.tip;
    tip += (tip.isEmpty() ? QString() : QStringLiteral("\n")) + QObject::tr("Note: %1").arg(shown(note.text));
    first.parts.push_back(withIcon(diagram::Icon::file, {}, Tone::quiet));
}

} // namespace

CellsPage::CellsPage(const ViewContext& context, const QString& id, std::vector<TableColumn> columns, Build build,
                     QWidget* parent)
    : FilterPage(context, id, new CellsModel(std::move(columns)), parent),
      m_model(static_cast<CellsModel*>(rowsProxy()->sourceModel())), m_build(build)
{
    std::vector<int> widths;
    for (const TableColumn& column : m_model->columnTexts())
        widths.push_back(column.width);
    setWidths(widths);
    connect(this, &TablePage::currentRowChanged, this, [this](int row) {
        if (const CellsRow* found = m_restoring ? nullptr : rowAt(row))
            choose(*found);
    });
    connect(this, &TablePage::rowActivated, this, [this](int row) {
        if (const CellsRow* found = rowAt(row))
            open(*found);
    });
}

const CellsRow* CellsPage::rowAt(int row) const
{
    return row >= 0 && row < m_model->rowCount() ? &m_model->rows()[static_cast<std::size_t>(row)] : nullptr;
}

bool CellsPage::accepts(int row) const
{
    const auto kind = static_cast<std::size_t>(m_model->rows()[static_cast<std::size_t>(row)].kind);
    return kind >= chips().size() || chips()[kind]->isChecked();
}

void CellsPage::takeSnapshot()
{
    m_job.cancel();
    m_keep = sameInput() ? std::max(m_keep, currentRow()) : -1; // judged again: the place holds
    m_model->setRows({});                                       // the old ones speak of another snapshot
    m_stale = true;
    snapshotChanged(*m_session.snapshot());
    if (isVisible())
        fill();
}

void CellsPage::showEvent(QShowEvent* event)
{
    FilterPage::showEvent(event);
    if (m_stale)
        fill();
}

void CellsPage::fill()
{
    m_stale = false;
    const SnapshotPtr snapshot = m_session.snapshot();
    const auto done = [this](const Rows& rows) {
        setEmptyText(m_emptyText);
        m_model->setRows(std::move(*rows));
        m_restoring = true;
        if (const int row = std::exchange(m_keep, -1); row >= 0 && row < m_model->rowCount())
            setCurrentRow(row);
        m_restoring = false;
        rowsChanged();
    };
    const auto build = [snapshot, made = m_build, subject = m_subject](std::stop_token) {
        auto rows = std::make_shared<std::vector<CellsRow>>(made(*snapshot));
        const auto& notes = snapshot->review->notes;
        for (std::size_t i = 0; subject && !notes.empty() && i < rows->size(); ++i)
            if (const auto note = notes.find(subject(*snapshot, (*rows)[i])); note != notes.end())
                showNote(note->second, (*rows)[i]);
        withSearch(*rows);
        return rows;
    };
    if (sizeOf(*snapshot) <= atOnce)
        return done(build({}));
    setEmptyText(tr("The rows are being put together."));
    m_job.start(build, done);
}

void CellsPage::sayWhenEmpty(const QString& text)
{
    m_emptyText = text;
    setEmptyText(text);
}

void CellsPage::offerNotes(Subject subject)
{
    m_subject = subject;
    auto* action = new QAction(tr("Write a &note…"), this);
    action->setObjectName(QStringLiteral("noteRow"));
    connect(action, &QAction::triggered, this, [this] {
        const CellsRow* row = m_session.snapshot() && !building() ? rowAt(currentRow()) : nullptr;
        if (const std::string id = row ? m_subject(*m_session.snapshot(), *row) : std::string(); !id.empty())
            m_state.editReview({ReviewKind::note, id, {}});
    });
    addAction(action); // in the menu of a row
}

void CellsPage::choose(const CellsRow& row)
{
    if (row.evidence.valid())
        m_state.showEvidence(row.evidence);
}

void CellsPage::open(const CellsRow& row)
{
    choose(row);
    if (!row.evidence.valid())
        return;
    m_state.showEvidence(row.evidence);
    m_state.showView(QStringLiteral("source"));
}

} // namespace bartizan::desktop
