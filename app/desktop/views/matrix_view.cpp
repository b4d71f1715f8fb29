// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/matrix_view.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/widgets/matrix_header.h"
#include "report/text/pen.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int countsWidth = 104, figureWidth = 38, narrowestCell = 46;

// Keeps the services whose name or namespace holds the text. Namespaces and the foot stand only in the first order:
// sorted by a layer, services of all namespaces stand together.
class MatrixOrder final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString& text)
    {
        m_text = text;
        invalidateFilter();
    }
    void sort(int column, Qt::SortOrder order) override
    {
        m_sorted = column >= 0;
        invalidateFilter();
        QSortFilterProxyModel::sort(column, order);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Vertical)
            return sourceModel()->headerData(mapToSource(index(section, 0)).row(), orientation, role);
        return QSortFilterProxyModel::headerData(section, orientation, role);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const MatrixRow& found = static_cast<const MatrixModel*>(sourceModel())->rows()[static_cast<std::size_t>(row)];
        if (found.kind != MatrixRow::Kind::service)
            return !m_sorted && m_text.isEmpty();
        return m_text.isEmpty() || found.name.contains(m_text, Qt::CaseInsensitive) ||
               found.ns.contains(m_text, Qt::CaseInsensitive);
    }

private:
    QString m_text;
    bool m_sorted = false;
};

QLabel* stripLabel(QWidget* parent, bool strong)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (strong) {
        QFont font = label->font();
        font.setWeight(QFont::DemiBold);
        label->setFont(font);
    }
    return label;
}

QString basisInWords(Basis basis)
{
    switch (basis) {
    case Basis::configuration:
        return MatrixView::tr("configuration");
    case Basis::runningState:
        return MatrixView::tr("running state");
    case Basis::report:
        return MatrixView::tr("a report");
    case Basis::observed:
        return MatrixView::tr("observed");
    case Basis::stated:
        return MatrixView::tr("stated");
    case Basis::assumed:
        return MatrixView::tr("assumed");
    }
    return {};
}

} // namespace

MatrixView::MatrixView(const ViewContext& context, QWidget* parent)
    : View(context, parent), m_proxy(nullptr), m_table(new QTableView(this)), m_filter(new QLineEdit(this)),
      m_sum(new QLabel(this))
{
    auto* proxy = new MatrixOrder(this);
    m_proxy = proxy;
    m_proxy->setSourceModel(&m_model);
    m_proxy->setSortRole(SortRole);
    m_filter->setPlaceholderText(tr("Filter services"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    connect(m_filter, &QLineEdit::textChanged, proxy, &MatrixOrder::setText);
    m_table->setHorizontalHeader(new LayerHeader(m_table));
    m_table->setVerticalHeader(new ServiceHeader(m_table));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new MatrixDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setAccessibleName(tr("Matrix of services and layers"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setDefaultSectionSize(matrixCellWidth);
    m_table->horizontalHeader()->resizeSection(MatrixModel::Counts, countsWidth);
    for (int column = MatrixModel::Required; column < MatrixModel::ColumnCount; ++column)
        m_table->horizontalHeader()->resizeSection(column, figureWidth);
    m_sum->setTextFormat(Qt::PlainText);
    setFocusProxy(m_table);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->setSpacing(16);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_sum, 2);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeStrip());
    connect(&m_state, &ViewState::workloadChanged, this, &MatrixView::follow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixView::cellChanged);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        cellChanged(index);
        if (m_state.evidence().valid())
            m_state.showView(QStringLiteral("source"));
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &MatrixView::contextMenu);
    connect(m_table->verticalHeader(), &QHeaderView::sectionDoubleClicked, this,
            [this] { m_state.showView(QStringLiteral("graph")); });
}

QWidget* MatrixView::makeStrip()
{
    auto* strip = new QWidget(this);
    strip->setFixedHeight(112);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(16, 10, 16, 8);
    layout->setSpacing(24);
    const auto column = [&](QLabel*& head, QLabel*& text, int stretch) {
        auto* box = new QVBoxLayout;
        box->setSpacing(3);
        head = stripLabel(strip, true);
        text = stripLabel(strip, false);
        box->addWidget(head);
        box->addWidget(text, 1);
        layout->addLayout(box, stretch);
    };
    QLabel *searchedHead = nullptr, *evidenceHead = nullptr;
    column(m_title, m_reason, 4);
    column(searchedHead, m_searched, 4);
    column(evidenceHead, m_evidence, 3);
    searchedHead->setText(tr("Searched, with the nearest misses"));
    evidenceHead->setText(tr("Evidence"));
    return strip;
}

void MatrixView::takeSnapshot()
{
    m_model.setSnapshot(m_session.snapshot());
    setNote(tr("%1 × 16").arg(m_model.services()));
    diagram::MarkCounts sum;
    for (const MatrixRow& row : m_model.rows())
        for (std::size_t mark = 0; row.kind == MatrixRow::Kind::service && mark < diagram::markCount; ++mark)
            sum.of[mark] += row.counts.of[mark];
    m_sum->setText(tr("%n services, ", nullptr, m_model.services()) + countsInLanguage(sum));
    m_title->setText(tr("No cell chosen"));
    m_reason->setText(tr("Move with the arrow keys; Enter shows the line that a verdict rests on."));
    m_searched->clear();
    m_evidence->clear();
}

void MatrixView::followSelection()
{
    follow();
}

const MatrixRow* MatrixView::rowAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    return &m_model.rows()[static_cast<std::size_t>(m_proxy->mapToSource(index).row())];
}

void MatrixView::cellChanged(const QModelIndex& index)
{
    m_table->viewport()->update();
    m_table->verticalHeader()->viewport()->update();
    const MatrixRow* row = m_session.snapshot() ? rowAt(index) : nullptr;
    if (!row)
        return;
    if (row->kind == MatrixRow::Kind::service)
        m_state.selectWorkload(row->workload);
    m_state.lookAtLayer(index.column() < MatrixModel::Counts ? index.column() : -1);
    if (row->kind == MatrixRow::Kind::service && index.column() < MatrixModel::Counts)
        return describe(*row, index.column());
    m_title->setText(row->name);
    m_reason->setText(row->kind == MatrixRow::Kind::foot ? QString() : countsInLanguage(row->counts));
    m_searched->clear();
    m_evidence->clear();
}

void MatrixView::describe(const MatrixRow& row, int layer)
{
    const Inventory& inventory = m_session.snapshot()->model().inventory;
    const auto at = static_cast<std::size_t>(layer);
    const LayerVerdict& verdict = row.posture->layers[at];
    m_title->setText(tr("%1, %2: %3%4")
                         .arg(row.name, inLanguage(diagram::layerName(layer).toLower()),
                              inLanguage(diagram::markName(row.marks[at])),
                              row.posture->required[at] ? QString() : tr(", not required")));
    m_reason->setText(told(verdict.reason));
    QStringList searched;
    if (!verdict.within.empty())
        searched << told(verdict.within);
    for (const NearMiss& miss : verdict.nearMisses)
        searched << told(miss.sentence);
    for (const SettledBy& settled : verdict.settledBy)
        searched << tr("Would settle it: %1").arg(told(settled.input));
    m_searched->setText(searched.join(QLatin1Char('\n')));
    QStringList places;
    Evidence proof;
    const auto take = [&](const Evidence& evidence) {
        if (!evidence.valid())
            return;
        if (!proof.valid())
            proof = evidence;
        places << QString::fromStdString(report::where(inventory, evidence));
    };
    for (const Evidence& evidence : verdict.evidence)
        take(evidence);
    for (const NearMiss& miss : verdict.nearMisses)
        take(miss.evidence);
    constexpr int mostPlaces = 3;
    const auto left = places.size() - mostPlaces;
    if (left > 0)
        places = places.mid(0, mostPlaces) << tr("%1 more").arg(left);
    places << tr("Basis: %1").arg(basisInWords(verdict.basis));
    m_evidence->setText(places.join(QLatin1Char('\n')));
    if (proof.valid())
        m_state.showEvidence(proof);
}

void MatrixView::follow()
{
    const WorkloadId wanted = m_state.workload();
    const MatrixRow* current = rowAt(m_table->currentIndex());
    if (!wanted.valid() || (current && current->kind == MatrixRow::Kind::service && current->workload == wanted))
        return;
    const auto& rows = m_model.rows();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const MatrixRow& row) {
        return row.kind == MatrixRow::Kind::service && row.workload == wanted;
    });
    if (found == rows.end())
        return;
    const int column =
        m_table->currentIndex().isValid() ? m_table->currentIndex().column() : static_cast<int>(MatrixModel::Counts);
    const QModelIndex index = m_proxy->mapFromSource(m_model.index(static_cast<int>(found - rows.begin()), column));
    if (!index.isValid())
        return;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_table->viewport()->update();
    m_table->verticalHeader()->viewport()->update();
}

bool MatrixView::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

bool MatrixView::copy()
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        return false;
    std::sort(cells.begin(), cells.end());
    QStringList head{tr("Service"), tr("Namespace")};
    int lastRow = -1;
    QStringList lines;
    for (const QModelIndex& cell : cells) {
        if (cell.row() == cells.front().row())
            head << (cell.column() < MatrixModel::Counts
                         ? inLanguage(diagram::layerName(cell.column()))
                         : m_proxy->headerData(cell.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        if (cell.row() != lastRow) {
            lines << m_proxy->headerData(cell.row(), Qt::Vertical, Qt::DisplayRole).toString() + QLatin1Char('\t') +
                         m_proxy->headerData(cell.row(), Qt::Vertical, Qt::AccessibleDescriptionRole).toString();
            lastRow = cell.row();
        }
        lines.last() += QLatin1Char('\t') + cell.data().toString();
    }
    QGuiApplication::clipboard()->setText(head.join(QLatin1Char('\t')) + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
    return true;
}

void MatrixView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_table->horizontalHeader()->viewport()->update();
        m_table->verticalHeader()->viewport()->update();
    }
    View::changeEvent(event);
}

void MatrixView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    const int rest = matrixNameWidth + countsWidth + 5 * figureWidth + m_table->verticalScrollBar()->sizeHint().width();
    const int cell = std::clamp((width() - rest) / diagram::layerCount, narrowestCell, matrixCellWidth);
    for (int layer = 0; layer < diagram::layerCount; ++layer)
        m_table->horizontalHeader()->resizeSection(layer, cell);
}

} // namespace bartizan::desktop
