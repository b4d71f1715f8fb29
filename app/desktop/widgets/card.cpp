// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/card.h"

#include "app/desktop/palette.h"
#include "app/desktop/widgets/cell_delegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QWheelEvent>

#include <numeric>

namespace bartizan::desktop {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new QLabel(title, this)), m_aside(new QLabel(this)), m_content(new QVBoxLayout)
{
    for (QLabel* label : {m_title, m_aside})
        label->setTextFormat(Qt::PlainText);
    m_aside->setForegroundRole(QPalette::PlaceholderText);
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(13 * 0.75);
    m_title->setFont(font);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_aside, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(m_content, 1);
    m_content->setSpacing(4);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
}

void Card::setAside(const QString& text)
{
    m_aside->setText(text);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(shownTheme().line, 1));
    painter.setBrush(shownTheme().surf);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

CardTable::CardTable(QAbstractItemModel* model, int rowHeight, QWidget* parent) : QTableView(parent)
{
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &CardTable::fitHeight);
    fitHeight();
}

void CardTable::setShares(const std::vector<int>& shares)
{
    m_shares = shares;
    share();
}

void CardTable::fitHeight()
{
    const int head = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    setFixedHeight(head + model()->rowCount() * verticalHeader()->defaultSectionSize() + 2);
}

void CardTable::share()
{
    const int whole = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    for (int column = 0; whole > 0 && column < static_cast<int>(m_shares.size()); ++column)
        setColumnWidth(column, viewport()->width() * m_shares[static_cast<std::size_t>(column)] / whole);
}

void CardTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    share();
    fitHeight();
}

void CardTable::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void CardTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        clearSelection();
}

} // namespace bartizan::desktop
