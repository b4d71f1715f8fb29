// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/filter_page.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"

#include <QPainter>

namespace bartizan::desktop {

namespace {

constexpr diagram::TextStyle lineStyle{12, QFont::Normal, false};

} // namespace

ShownLine::ShownLine(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ShownLine::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    updateGeometry();
    update();
}

QSize ShownLine::sizeHint() const
{
    return {static_cast<int>(diagram::textWidth(m_text, lineStyle)) + 4, 20};
}

void ShownLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString text = diagram::elideRight(m_text, lineStyle, width());
    const QPointF at(width() - diagram::textWidth(text, lineStyle), height() / 2.0 + diagram::textCapHeight(lineStyle) / 2);
    diagram::drawText(painter, at, text, lineStyle, shownTheme().ink2);
}

FilterPage::FilterPage(const ViewContext& context, const QString& id, QAbstractItemModel* model, QWidget* parent)
    : TablePage(context, id, model, parent), m_rows(new RowsProxy(this)), m_shown(new ShownLine(this))
{
    setProxy(m_rows);
    // One step for the whole table instead of one a row: see RowsProxy.
    disconnect(filter(), &QLineEdit::textChanged, m_rows, nullptr);
    connect(filter(), &QLineEdit::textChanged, m_rows, &RowsProxy::setWords);
    filter()->setMinimumWidth(80);
    bar()->setSpacing(4);
    filter()->setAccessibleName(tr("Filter: every word must be in the row"));
    m_rows->setAccepts([this](int row) { return accepts(row); });
    bar()->addWidget(m_shown);
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
    m_shown->setText(all == 0 ? QString() : shownText(m_rows->rowCount(), all));
}

} // namespace bartizan::desktop
