// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/table_page.h"

#include "app/desktop/models/table_model.h"
#include "app/desktop/palette.h"
#include "app/desktop/widgets/cell_delegate.h"
#include "app/desktop/widgets/column_widths.h"
#include "diagram/text.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

QString settingsKey(const QString& id)
{
    return QStringLiteral("tables/") + id;
}
QString sizedKey(const QString& id) // whether a person made the columns as wide as they are
{
    return QStringLiteral("tables/%1.sized").arg(id);
}

} // namespace

TablePage::TablePage(const ViewContext& context, const QString& id, QAbstractItemModel* model, QWidget* parent)
    : View(context, parent), m_id(id), m_model(model), m_proxy(nullptr), m_filter(new QLineEdit(this)),
      m_table(new QTableView(this)), m_bar(new QHBoxLayout)
{
    m_model->setParent(this);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    m_filter->installEventFilter(this);
    m_bar->setContentsMargins(8, 4, 8, 4);
    m_bar->addWidget(m_filter, 1);
    m_bar->addStretch(0);

    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->verticalHeader()->setMinimumSectionSize(24);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->viewport()->installEventFilter(this);
    setFocusProxy(m_table);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_bar);
    layout->addWidget(m_table, 1);

    setProxy(new QSortFilterProxyModel(this));
    const auto activated = [this](const QModelIndex& index) {
        emit rowActivated(m_proxy->mapToSource(index).row(), index.column());
    };
    connect(m_table, &QTableView::activated, this, activated);
    connect(m_table, &QTableView::customContextMenuRequested, this, &TablePage::rowMenu);
    connect(m_table->horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &TablePage::chooseColumns);
    m_remember.setSingleShot(true);
    m_remember.setInterval(500);
    connect(&m_remember, &QTimer::timeout, this, &TablePage::remember);
    const auto later = [this] { m_remember.start(); };
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this, later](int column, int before, int now) {
        const QHeaderView* header = m_table->horizontalHeader();
        if (m_fitting || before == 0 || now == 0 || header->visualIndex(column) == header->count() - 1)
            return; // shown or hidden, or the last one, which is as wide as there is room
        m_sized = true;
        later();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionMoved, this, later);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, later);
}

TablePage::~TablePage()
{
    if (m_remember.isActive())
        remember();
}

void TablePage::setProxy(QSortFilterProxyModel* proxy)
{
    const QString text = m_filter->text();
    delete m_proxy;
    m_proxy = proxy;
    m_proxy->setParent(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(SortRole);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortLocaleAware(false);
    m_proxy->setFilterFixedString(text);
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the model's own order: most serious first
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        emit currentRowChanged(index.isValid() ? m_proxy->mapToSource(index).row() : -1);
    });
    connect(m_proxy, &QAbstractItemModel::modelReset, m_table->viewport(), [this] {
        fit();
        m_table->viewport()->update();
    });
}

void TablePage::setEmptyText(const QString& text)
{
    m_emptyText = text;
    m_table->viewport()->update();
}

void TablePage::setWidths(const std::vector<int>& widths)
{
    if (!m_widths.empty())
        return;
    m_widths = widths;
    m_fitting = true;
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    const QSettings settings;
    const QByteArray remembered = settings.value(settingsKey(m_id)).toByteArray();
    if (!remembered.isEmpty())
        m_table->horizontalHeader()->restoreState(remembered);
    m_sized = !remembered.isEmpty() && settings.value(sizedKey(m_id)).toBool();
    m_fitting = false;
    m_remember.stop();
}

void TablePage::fit()
{
    if (m_fitting || m_sized || m_widths.empty() || !isVisible())
        return;
    m_fitting = true;
    fitColumns(*m_table, m_widths);
    m_fitting = false;
}

void TablePage::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    fit();
}

void TablePage::remember()
{
    QSettings().setValue(settingsKey(m_id), m_table->horizontalHeader()->saveState());
    QSettings().setValue(sizedKey(m_id), m_sized);
}

int TablePage::currentRow() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_proxy->mapToSource(index).row() : -1;
}

void TablePage::setCurrentRow(int row)
{
    if (row == currentRow())
        return;
    const QModelIndex index = row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_model->index(row, 0));
    if (index.isValid()) {
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(index);
    } else {
        m_table->selectionModel()->clear();
    }
}

bool TablePage::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

bool TablePage::copy()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return false;
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    const QHeaderView* header = m_table->horizontalHeader();
    QStringList lines;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (!header->isSectionHidden(column))
                cells << row.siblingAtColumn(column).data().toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    return true;
}

void TablePage::rowMenu(QPoint at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    QMenu menu(this);
    menu.addAction(tr("&Open"), this, [this, index] { emit rowActivated(m_proxy->mapToSource(index).row(), index.column()); });
    menu.addSeparator();
    menu.addAction(tr("Copy &rows"), this, [this] { copy(); });
    menu.addAction(tr("Copy &cell"), this, [index] { QGuiApplication::clipboard()->setText(index.data().toString()); });
    for (QAction* action : actions())
        menu.addAction(action);
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void TablePage::chooseColumns(QPoint at)
{
    QHeaderView* header = m_table->horizontalHeader();
    QMenu menu(this);
    for (int column = 0; column < header->count(); ++column) {
        QAction* action = menu.addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(header->isSectionHidden(column) || header->hiddenSectionCount() + 1 < header->count());
        connect(action, &QAction::toggled, this, [this, header, column](bool show) {
            header->setSectionHidden(column, !show);
            fit();
            m_remember.start();
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Order as &found"), this, [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
    menu.exec(header->viewport()->mapToGlobal(at));
}

bool TablePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fit();
    if (watched == m_table->viewport() && event->type() == QEvent::Paint && m_proxy->rowCount() == 0) {
        const QString text =
            m_model->rowCount() > 0 ? tr("No row matches the filter. Esc in the filter clears it.") : m_emptyText;
        QPainter painter(m_table->viewport());
        painter.fillRect(m_table->viewport()->rect(), shownTheme().surf);
        painter.setPen(shownTheme().ink2);
        painter.drawText(QRectF(m_table->viewport()->rect()).adjusted(16, 12, -16, -12),
                         Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeft, text);
        return true;
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->setFocus(Qt::OtherFocusReason);
            if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
                m_table->setCurrentIndex(m_proxy->index(0, 0));
            return true;
        }
    }
    return View::eventFilter(watched, event);
}

} // namespace bartizan::desktop
