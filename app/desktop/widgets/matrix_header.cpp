// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/matrix_header.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/text.h"

#include <QPainter>

#include <utility>
#include <vector>

namespace bartizan::desktop {

namespace {

bool startsFamily(int column)
{
    return column < diagram::layerCount && (column == 0 || diagram::familyOf(column) != diagram::familyOf(column - 1));
}

int familySize(int column)
{
    int size = 0;
    for (int layer = 0; layer < diagram::layerCount; ++layer)
        size += diagram::familyOf(layer) == diagram::familyOf(column) ? 1 : 0;
    return size;
}

// The worst of a namespace's services, counted: wedge 3, half stone 6, dots 5. Returns its width.
double paintChip(QPainter& painter, const QRectF& box, const diagram::MarkCounts& counts, const diagram::Theme& theme)
{
    const diagram::TextStyle style{11, QFont::DemiBold, false};
    double width = 8;
    std::vector<std::pair<diagram::Mark, QString>> parts;
    for (const diagram::Mark mark : {diagram::Mark::missing, diagram::Mark::partial, diagram::Mark::unknown}) {
        if (counts[mark] == 0)
            continue;
        parts.emplace_back(mark, QString::number(counts[mark]));
        width += 16 + diagram::textWidth(parts.back().second, style) + 8;
    }
    if (parts.empty())
        return 0;
    const QRectF chip(box.right() - width - 6, box.center().y() - 9, width, 18);
    painter.setPen(QPen(theme.line2, 1));
    painter.setBrush(theme.surf);
    painter.drawRoundedRect(chip, 9, 9);
    double x = chip.left() + 7;
    for (const auto& [mark, text] : parts) {
        diagram::drawMark(painter, mark, QRectF(x, chip.center().y() - 5, 10, 10), theme);
        diagram::drawText(painter, {x + 14, chip.center().y() + 4}, text, style, theme.ink);
        x += 16 + diagram::textWidth(text, style) + 8;
    }
    return width + 6;
}

void fillRounded(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(box, 3, 3);
}

} // namespace

LayerHeader::LayerHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(24);
}

void LayerHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const diagram::Theme& theme = shownTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, theme.sunken);
    const QRectF box(rect);
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    const bool layer = section < diagram::layerCount;
    const bool current = sortIndicatorSection() == section && isSortIndicatorShown();
    diagram::drawText(*painter, {box.center().x(), box.bottom() - 9}, title,
                      {10.5, current ? QFont::DemiBold : QFont::Normal, false}, layer ? theme.ink2 : theme.ink3,
                      diagram::Align::centre);
    if (layer) {
        // A family's title lies over its columns; every column paints the part that falls into it.
        const diagram::Family family = diagram::familyOf(section);
        int first = section;
        while (first > 0 && diagram::familyOf(first - 1) == family)
            --first;
        const int size = familySize(section);
        const double left = box.left() - (section - first) * box.width();
        const QColor colour = theme.family[static_cast<std::size_t>(family)];
        painter->setClipRect(box);
        painter->fillRect(
            QRectF(box.left() + (section == first ? 5 : 0), box.top() + 24, box.width() - (section == first ? 5 : 0), 2), colour);
        // A family of one column has little room for its title.
        const bool narrow = size == 1;
        const double icon = narrow ? 10 : 13, textLeft = left + (narrow ? 14 : 24);
        diagram::drawIcon(*painter, diagram::iconFor(family),
                          QRectF(left + (narrow ? 2 : 6), box.top() + 12.5 - icon / 2, icon, icon), colour);
        const diagram::TextStyle style{narrow ? 10.5 : 11.5, QFont::DemiBold, false};
        const double room = left + size * box.width() - textLeft;
        diagram::drawText(*painter, {textLeft, box.top() + 17},
                          diagram::elideRight(inLanguage(diagram::familyName(family)), style, room), style, theme.ink);
        painter->setClipping(false);
    }
    painter->setPen(QPen(theme.line, 1));
    painter->drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right() + 1, box.bottom()));
    painter->restore();
}

ServiceHeader::ServiceHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(matrixRowHeight);
    setMinimumSectionSize(matrixRowHeight);
}

void ServiceHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const diagram::Theme& theme = shownTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = selectionModel() && selectionModel()->currentIndex().row() == section;
    painter->fillRect(rect, current ? theme.sel : theme.surf);
    const QRectF box(rect);
    const QString name = model()->headerData(section, Qt::Vertical).toString();
    const diagram::TextStyle strong{12.5, QFont::DemiBold, false}, plain{12.5, QFont::Normal, false};
    const double baseline = box.center().y() + 4.5;
    const QVariant counts = model()->headerData(section, Qt::Vertical, CountsRole);
    if (model()->headerData(section, Qt::Vertical, SpaceRole).toBool()) {
        diagram::drawIcon(*painter, diagram::Icon::nameSpace, QRectF(box.left() + 8, box.center().y() - 6, 13, 13), theme.ink2);
        const double chip = counts.isValid() ? paintChip(*painter, box, counts.value<diagram::MarkCounts>(), theme) : 0;
        diagram::drawText(*painter, {box.left() + 28, baseline}, diagram::elideMiddle(name, strong, box.width() - chip - 44),
                          strong, theme.ink);
    } else {
        const diagram::TextStyle& style = current ? strong : plain;
        diagram::drawText(*painter, {box.left() + 28, baseline}, diagram::elideMiddle(name, style, box.width() - 38), style,
                          counts.isValid() ? theme.ink : theme.ink2);
    }
    painter->setPen(QPen(theme.line, 1));
    painter->drawLine(QPointF(box.right() + 0.5, box.top()), QPointF(box.right() + 0.5, box.bottom() + 1));
    painter->restore();
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const diagram::Theme& theme = shownTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(option.rect);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const QModelIndex current = view ? view->currentIndex() : QModelIndex();
    const bool row = current.isValid() && current.row() == index.row();
    const bool column = current.isValid() && current.column() == index.column();
    painter->fillRect(box, row ? theme.sel : theme.surf);
    const QVariant stone = index.data(StoneRole);
    if (stone.isValid()) {
        const auto mark = static_cast<diagram::Mark>(stone.toInt());
        const bool required = index.data(RequiredRole).toBool();
        const double gap = index.data(FamilyStartRole).toBool() ? 5 : 0;
        const QRectF cell = box.adjusted(gap + 1, 1, -1, -2);
        if (required && mark != diagram::Mark::notApplicable && !row)
            fillRounded(*painter, cell, diagram::markTint(theme, mark));
        else if (column && !row)
            fillRounded(*painter, cell, theme.hover);
        diagram::MarkStyle style;
        style.hollow = !required && mark == diagram::Mark::missing;
        diagram::drawMark(*painter, mark, QRectF(cell.center().x() - 7.5, cell.center().y() - 7.5, 15, 15), theme, style);
    } else if (index.data(CountsRole).isValid()) {
        const auto counts = index.data(CountsRole).value<diagram::MarkCounts>();
        diagram::CountMarkSize size;
        size.cell = 4.4;
        diagram::drawCountMark(*painter, {box.left() + 10, box.center().y() - 5.5}, counts, theme, size);
    } else {
        const QString text = index.data(Qt::DisplayRole).toString();
        diagram::drawText(*painter, {box.center().x(), box.center().y() + 4.5},
                          text == QLatin1String("0") ? QStringLiteral("·") : text, {12, QFont::Normal, false}, theme.ink2,
                          diagram::Align::centre);
    }
    if (row && column) {
        painter->setPen(QPen(theme.accent, 2.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(startsFamily(index.column()) ? 6 : 1.5, 1.5, -1.5, -1.5), 3, 3);
    }
    painter->restore();
}

} // namespace bartizan::desktop
