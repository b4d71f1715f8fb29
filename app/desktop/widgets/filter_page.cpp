// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/filter_page.h"

#include <QSignalBlocker>

namespace bartizan::desktop {

FilterPage::FilterPage(const ViewContext& context, const QString& id, QAbstractItemModel* model, QWidget* parent)
    : TablePage(context, id, model, parent), m_rows(new RowsProxy(this)), m_shown(new QLabel(this))
{
    setProxy(m_rows);
    // One step for the whole table instead of one a row: see RowsProxy.
    disconnect(filter(), &QLineEdit::textChanged, m_rows, nullptr);
    connect(filter(), &QLineEdit::textChanged, m_rows, &RowsProxy::setWords);
    filter()->setMinimumWidth(80);
    bar()->setSpacing(4);
    filter()->setAccessibleName(tr("Filter: every word must be in the row"));
    m_rows->setAccepts([this](int row) { return accepts(row); });
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setForegroundRole(QPalette::PlaceholderText);
    m_shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_shown->setMinimumWidth(60);
    bar()->addWidget(m_shown, 1);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &FilterPage::sayShown);
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &FilterPage::sayShown);
}

FilterPage::~FilterPage()
{
    m_rows->disconnect(this); // the model goes after this object does
    m_rows->setAccepts({});
}

Chip* FilterPage::addChip(const CellPart& part, const QString& tip, bool on)
{
    auto* chip = new Chip(part, tip, this);
    chip->setChecked(on);
    m_chips.push_back(chip);
    addToBar(chip);
    connect(chip, &Chip::toggled, this, &FilterPage::refilter);
    return chip;
}

void FilterPage::addToBar(QWidget* widget)
{
    bar()->insertWidget(bar()->count() - 2, widget); // before the stretch and the count
}

void FilterPage::refilter()
{
    m_rows->refilter();
}

bool FilterPage::accepts(int row) const
{
    Q_UNUSED(row)
    return true;
}

void FilterPage::resetSwitches()
{
    for (Chip* chip : m_chips)
        chip->setChecked(true);
}

void FilterPage::showAll()
{
    filter()->clear();
    resetSwitches();
}

void FilterPage::reveal(int row)
{
    if (row < 0 || m_rows->mapFromSource(m_rows->sourceModel()->index(row, 0)).isValid())
        return;
    if (!accepts(row))
        resetSwitches();
    if (!m_rows->mapFromSource(m_rows->sourceModel()->index(row, 0)).isValid())
        filter()->clear();
}

void FilterPage::sayShown()
{
    const int all = m_rows->sourceModel()->rowCount();
    const QString text = all == 0 ? QString() : shownText(m_rows->rowCount(), all);
    m_shown->setText(text);
    m_shown->setToolTip(text);
}

} // namespace bartizan::desktop
