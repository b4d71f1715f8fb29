// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/review_view.h"

#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/views/findings_view.h"

#include <QAction>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace bartizan::desktop {

namespace {

constexpr int needsEye = static_cast<int>(RowState::expiringSoon); // this state and those before it
constexpr int anyState = -1, anyNeed = -2;

diagram::Icon iconOf(RowState state)
{
    switch (state) {
    case RowState::reopened:
        return diagram::Icon::refresh;
    case RowState::expired:
    case RowState::expiringSoon:
        return diagram::Icon::clock;
    case RowState::orphaned:
        return diagram::Icon::warning;
    case RowState::unused:
        return diagram::Icon::minus;
    case RowState::inForce:
        break;
    }
    return diagram::Icon::pin;
}

// Sensitivities, audiences and owners are one chip.
int chipOf(ReviewKind kind)
{
    switch (kind) {
    case ReviewKind::decision:
        return 0;
    case ReviewKind::statement:
        return 1;
    case ReviewKind::sensitivity:
    case ReviewKind::audience:
    case ReviewKind::owner:
        return 2;
    case ReviewKind::note:
        return 3;
    case ReviewKind::reportMatch:
        return 4;
    case ReviewKind::query:
        break;
    }
    return 5;
}

CellsRow rowOf(const ReviewLine& line, int index)
{
    CellsRow row;
    row.index = index;
    row.kind = chipOf(line.item.kind);
    row.cells.resize(ReviewView::ColumnCount);
    const bool calm = line.state == RowState::inForce;
    row.cells[ReviewView::State] = {{withIcon(iconOf(line.state), stateWord(line.state), calm ? Tone::quiet : Tone::strong)},
                                    told(line.why),
                                    static_cast<double>(line.state)};
    row.cells[ReviewView::What] = just(quiet(line.what));
    row.cells[ReviewView::About] = {{plain(line.about)}, shown(line.item.id), {}};
    row.cells[ReviewView::About].parts.front().cutMiddle = true;
    row.cells[ReviewView::Says] = just(plain(line.says));
    row.cells[ReviewView::Until] = just(line.expires.empty() ? quiet(QStringLiteral("–")) : plain(shown(line.expires)));
    row.cells[ReviewView::Why] = just(quiet(told(line.why)));
    row.cells[ReviewView::Proof] = just(quiet(shown(line.proof)));
    row.cells[ReviewView::Owner] = just(quiet(shown(line.owner)));
    row.cells[ReviewView::By] = just(quiet(shown(line.by + (line.by.empty() || line.on.empty() ? "" : ", ") + line.on)));
    return row;
}

std::vector<CellsRow> rowsOf(const Snapshot& snapshot)
{
    std::vector<CellsRow> rows;
    int index = 0;
    for (const ReviewLine& line : reviewLines(snapshot))
        rows.push_back(rowOf(line, index++));
    return rows;
}

std::vector<TableColumn> columns()
{
    return {{QObject::tr("State"), QObject::tr("Whether the row counts today; what needs somebody's eye stands first"), 116},
            {QObject::tr("Row"), QObject::tr("What kind of row of the review it is"), 190},
            {QObject::tr("About"), QObject::tr("The finding, service, route, report or name that it is about"), 300},
            {QObject::tr("Says"), QObject::tr("The reason, statement, value or note, as it was written"), 300},
            {QObject::tr("Until"), QObject::tr("The last day on which it counts"), 90},
            {QObject::tr("Why"), QObject::tr("Why it does not count any more, or not for long"), 220},
            {QObject::tr("Proof"), QObject::tr("Where a statement can be looked up"), 120},
            {QObject::tr("Owner"), QObject::tr("Who has to act on a decision"), 100},
            {QObject::tr("By"), QObject::tr("Who said it, and when"), 150}};
}

template <class List>
int placeOf(const List& list, const std::string& id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

} // namespace

ReviewView::ReviewView(const ViewContext& context, QWidget* parent)
    : CellsPage(context, QStringLiteral("review"), columns(), rowsOf, parent), m_states(new QComboBox(this))
{
    table()->setAccessibleName(tr("The whole review"));
    table()->setWhatsThis(tr("Everything that people said about this system. Nothing is ever dropped: what has expired, is about "
                             "something that is gone, or is decided by the input, is listed with the reason."));
    addChip(plain(tr("decisions")), tr("Decisions on findings"));
    addChip(plain(tr("statements")), tr("Layers that a person answers for"));
    addChip(plain(tr("confirmations")), tr("Confirmed sensitivities, audiences and owners"));
    addChip(plain(tr("notes")), tr("Notes on services and findings"));
    addChip(plain(tr("matches")), tr("Reports that a person joined to an image"));
    addChip(plain(tr("queries")), tr("Saved queries of the search line"));
    m_states->setAccessibleName(tr("State"));
    m_states->setToolTip(tr("Only rows that stand so"));
    m_states->setWhatsThis(m_states->toolTip());
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_states->setMinimumContentsLength(14);
    m_states->addItem(tr("Any state"), anyState);
    m_states->addItem(tr("Needs an eye"), anyNeed);
    for (int state = 0; state < rowStateCount; ++state)
        m_states->addItem(stateWord(static_cast<RowState>(state)), state);
    addToBar(m_states);
    connect(m_states, &QComboBox::currentIndexChanged, this, [this] { refilter(); });
    connect(&m_session, &Session::reviewNoted, this, [this] { takeSnapshot(); });
    addAction("changeRow", tr("Chan&ge it…"), QKeySequence(Qt::Key_F2), &ReviewView::editRow);
    addAction("takeRowBack", tr("&Take it back"), QKeySequence(QKeySequence::Delete), &ReviewView::takeRowsBack);
    sayWhenEmpty(tr("Decisions, statements and notes appear here once sources are read."));
}

void ReviewView::addAction(const char* name, const QString& text, const QKeySequence& keys, void (ReviewView::*call)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, call);
    QWidget::addAction(action); // in the menu of a row
}

std::size_t ReviewView::sizeOf(const Snapshot& snapshot) const
{
    const Review& review = *snapshot.review;
    return review.decisions.size() + review.statements.size() + review.sensitivities.size() + review.audiences.size() +
           review.owners.size() + review.notes.size() + review.reportMatches.size() + review.queries.size();
}

void ReviewView::snapshotChanged(const Snapshot& snapshot)
{
    const std::size_t rows = sizeOf(snapshot);
    setNote(rows == 0 ? QString() : QString::number(rows));
    sayWhenEmpty(tr("Nothing is said about this system yet. D decides on the finding that is selected, Ctrl+M writes a note, "
                    "Ctrl+T states that a layer is present which the input cannot show, Ctrl+J joins a report to an image, "
                    "Ctrl+B saves the query of the search line. Ctrl+S keeps all of it in one text file for version control."));
}

void ReviewView::rowsChanged()
{
    std::array<int, 6> kinds{};
    std::array<int, rowStateCount> states{};
    for (const CellsRow& row : cells().rows()) {
        ++kinds[static_cast<std::size_t>(row.kind)];
        ++states[static_cast<std::size_t>(*row.cells[State].order)];
    }
    const std::array<QString, 6> words = {tr("decisions %1"), tr("statements %1"), tr("confirmations %1"),
                                          tr("notes %1"),     tr("matches %1"),    tr("queries %1")};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        chips()[kind]->setWords(words[kind].arg(kinds[kind]));
    m_needing = 0;
    for (int state = 0; state < rowStateCount; ++state) {
        const int number = states[static_cast<std::size_t>(state)];
        m_needing += state <= needsEye ? number : 0;
        m_states->setItemText(state + 2,
                              stateWord(static_cast<RowState>(state)) + QStringLiteral("  ") + QString::number(number));
    }
    m_states->setItemText(1, tr("Needs an eye  %1").arg(m_needing));
    refilter(); // says how many need an eye
}

bool ReviewView::accepts(int row) const
{
    if (!CellsPage::accepts(row))
        return false;
    const int wanted = m_states->currentData().toInt();
    const int state = static_cast<int>(*cells().rows()[static_cast<std::size_t>(row)].cells[State].order);
    return wanted == anyState || (wanted == anyNeed ? state <= needsEye : state == wanted);
}

void ReviewView::resetSwitches()
{
    CellsPage::resetSwitches();
    m_states->setCurrentIndex(0);
}

QString ReviewView::shownText(int shown, int all) const
{
    QString text = shown == all ? all == 1 ? tr("1 row") : tr("%1 rows").arg(all) : tr("%1 of %2 rows shown").arg(shown).arg(all);
    if (m_needing > 0)
        text += tr("; %1 to look at").arg(m_needing);
    return text;
}

const std::vector<ReviewLine>& ReviewView::lines()
{
    if (m_linesOf != m_session.snapshot()) {
        m_linesOf = m_session.snapshot();
        m_lines = reviewLines(*m_linesOf);
    }
    return m_lines;
}

const ReviewLine* ReviewView::lineOf(const CellsRow& row)
{
    const auto at = static_cast<std::size_t>(row.index);
    return m_session.snapshot() && !building() && at < lines().size() ? &m_lines[at] : nullptr;
}

std::vector<ReviewLine> ReviewView::chosen()
{
    std::vector<ReviewLine> found;
    for (const QModelIndex& index : table()->selectionModel()->selectedRows())
        if (const CellsRow* row = rowAt(proxy()->mapToSource(index).row()))
            if (const ReviewLine* line = lineOf(*row))
                found.push_back(*line);
    return found;
}

void ReviewView::editRow()
{
    if (const std::vector<ReviewLine> lines = chosen(); lines.size() == 1)
        m_state.editReview(lines.front().item);
    else
        emit said(lines.empty() ? tr("Choose a row to change.")
                                : tr("Choose one row to change; several can only be taken back."));
}

void ReviewView::takeRowsBack()
{
    std::vector<ReviewItem> items;
    for (const ReviewLine& line : chosen())
        items.push_back(line.item);
    if (items.empty())
        emit said(tr("Choose the rows to take back."));
    else
        m_state.takeBack(items);
}

bool ReviewView::select(const ReviewLine& line, bool show)
{
    const Snapshot& snapshot = *m_session.snapshot();
    const Architecture& architecture = snapshot.model().architecture;
    const auto go = [&](const char* view) {
        if (show)
            m_state.showView(QString::fromLatin1(view));
        return true;
    };
    if (line.item.kind == ReviewKind::query) {
        if (show)
            m_state.setQuery(line.says);
        return go("graph");
    }
    if (line.finding >= 0) {
        m_state.selectFinding(line.finding);
        m_state.showEvidence(FindingsView::proofOf(snapshot.posture().findings[static_cast<std::size_t>(line.finding)]));
        return go("findings");
    }
    if (const int workload = placeOf(architecture.workloads, line.item.id); workload >= 0) {
        m_state.selectWorkload(WorkloadId(static_cast<std::size_t>(workload)));
        return go("inspector");
    }
    const auto& files = snapshot.model().inventory.files;
    if (line.item.kind == ReviewKind::reportMatch)
        return std::any_of(files.begin(), files.end(), [&](const SourceFile& file) { return file.path == line.item.id; }) &&
               go("images");
    if (line.item.kind == ReviewKind::audience || placeOf(architecture.routes, line.item.id) >= 0)
        return line.state != RowState::unused && go("routes");
    if (placeOf(architecture.entries, line.item.id) >= 0)
        return go("ways");
    return false;
}

void ReviewView::choose(const CellsRow& row)
{
    if (const ReviewLine* line = lineOf(row))
        select(*line, false);
}

void ReviewView::open(const CellsRow& row)
{
    if (const ReviewLine* line = lineOf(row); line && !select(*line, true))
        emit said(tr("%1 is not in the input.").arg(line->about));
}

} // namespace bartizan::desktop
