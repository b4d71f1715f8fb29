// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/layer_bars.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int rows = 8;
constexpr double rowHeight = 18, familyGap = 6, gutter = 36;
constexpr double figureWidth = 74;
const diagram::TextStyle textStyle{12, QFont::Normal, false};

// Room for the names, which are longer in some languages; the bars share what is left.
double widthOfNames()
{
    double widest = 92;
    for (int layer = 0; layer < diagram::layerCount; ++layer)
        widest = std::max(widest, diagram::textWidth(inLanguage(diagram::layerName(layer)), textStyle));
    return std::min(widest, 120.0) + 24;
}

bool startsFamily(int layer)
{
    return layer % rows == 0 || diagram::familyOf(layer) != diagram::familyOf(layer - 1);
}

int applicable(const diagram::MarkCounts& counts)
{
    return counts.total() - counts[diagram::Mark::notApplicable];
}

void drawPart(QPainter& painter, diagram::Mark mark, const QRectF& part, const diagram::Theme& theme)
{
    const QColor colour = diagram::markColour(theme, mark);
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case diagram::Mark::present:
        painter.fillRect(part, colour);
        break;
    case diagram::Mark::partial:
        painter.fillRect(part, theme.footH);
        painter.fillRect(QRectF(part.left(), part.center().y(), part.width(), part.height() / 2), colour);
        break;
    case diagram::Mark::missing: {
        painter.fillRect(part, theme.footM);
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
        const int wedges = std::max(part.width() >= 9 ? 1 : 0, static_cast<int>(part.width() / 22));
        for (int i = 0; i < wedges; ++i) {
            const double x = part.left() + part.width() * (i + 0.5) / wedges;
            diagram::drawMark(painter, mark, QRectF(x - 4, part.center().y() - 4, 8, 8), theme);
        }
        break;
    }
    default: {
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    }
    }
}

} // namespace

LayerBars::LayerBars(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(560, static_cast<int>(rows * rowHeight + 4 * familyGap));
    setFixedHeight(static_cast<int>(rows * rowHeight + 4 * familyGap));
    setFocusPolicy(Qt::StrongFocus);
}

void LayerBars::show(const std::array<diagram::MarkCounts, diagram::layerCount>& counts)
{
    m_counts = counts;
    QStringList words;
    for (int layer = 0; layer < diagram::layerCount; ++layer)
        words << wordsOf(layer);
    setAccessibleName(tr("Verdicts by layer"));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QString LayerBars::wordsOf(int layer) const
{
    const diagram::MarkCounts& counts = m_counts[static_cast<std::size_t>(layer)];
    return tr("%1: present %2, partial %3, missing %4, unknown %5, of %6 services where it applies")
        .arg(inLanguage(diagram::layerName(layer)))
        .arg(counts[diagram::Mark::present])
        .arg(counts[diagram::Mark::partial])
        .arg(counts[diagram::Mark::missing])
        .arg(counts[diagram::Mark::unknown])
        .arg(applicable(counts));
}

QRectF LayerBars::rowOf(int layer) const
{
    const int column = layer / rows;
    const double columnWidth = (width() - gutter) / 2;
    double y = 0;
    for (int at = column * rows; at <= layer; ++at)
        y += (at > column * rows ? rowHeight : 0) + (at > column * rows && startsFamily(at) ? familyGap : 0);
    return {column * (columnWidth + gutter), y, columnWidth, rowHeight};
}

int LayerBars::layerAt(QPointF at) const
{
    for (int layer = 0; layer < diagram::layerCount; ++layer)
        if (rowOf(layer).contains(at))
            return layer;
    return -1;
}

void LayerBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const diagram::Theme& theme = shownTheme();
    const double nameWidth = widthOfNames();
    int most = 1;
    for (const diagram::MarkCounts& counts : m_counts)
        most = std::max(most, applicable(counts));
    for (int layer = 0; layer < diagram::layerCount; ++layer) {
        const QRectF row = rowOf(layer);
        const diagram::MarkCounts& counts = m_counts[static_cast<std::size_t>(layer)];
        const double baseline = row.center().y() + 4;
        if (startsFamily(layer))
            diagram::drawIcon(painter, diagram::iconFor(diagram::familyOf(layer)), QRectF(row.left(), row.top() + 2, 14, 14),
                              theme.family[static_cast<std::size_t>(diagram::familyOf(layer))]);
        diagram::drawText(painter, {row.left() + 22, baseline},
                          diagram::elideRight(inLanguage(diagram::layerName(layer)), textStyle, nameWidth - 24), textStyle,
                          theme.ink);
        const double room = row.width() - nameWidth - figureWidth;
        double x = row.left() + nameWidth;
        const double unit = room / most;
        for (const diagram::Mark mark :
             {diagram::Mark::missing, diagram::Mark::partial, diagram::Mark::unknown, diagram::Mark::present}) {
            if (counts[mark] == 0)
                continue;
            const double width = std::max(3.0, counts[mark] * unit);
            drawPart(painter, mark, QRectF(x, row.top() + 4, width - 1.5, 10), theme);
            x += width;
        }
        diagram::drawText(painter, {row.right(), baseline},
                          applicable(counts) == 0 ? tr("not applicable")
                                                  : tr("%1 of %2").arg(counts[diagram::Mark::present]).arg(applicable(counts)),
                          textStyle, theme.ink2, diagram::Align::right);
    }
    if (!hasFocus())
        return;
    painter.setPen(QPen(theme.focus, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rowOf(m_current).adjusted(1, 0, -1, 0), 3, 3);
}

bool LayerBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int layer = layerAt(help->pos());
        QToolTip::showText(help->globalPos(), layer < 0 ? QString() : plainToolTip(wordsOf(layer)), this);
        return true;
    }
    return QWidget::event(event);
}

void LayerBars::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    moveTo(m_current);
}

void LayerBars::moveTo(int layer)
{
    m_current = std::clamp(layer, 0, diagram::layerCount - 1);
    setAccessibleName(tr("Verdicts by layer") + QStringLiteral(", ") + wordsOf(m_current));
    update();
}

void LayerBars::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo(m_current - 1);
    case Qt::Key_Down:
        return moveTo(m_current + 1);
    case Qt::Key_Left:
        return moveTo(m_current - rows);
    case Qt::Key_Right:
        return moveTo(m_current + rows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit layerChosen(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LayerBars::mouseReleaseEvent(QMouseEvent* event)
{
    const int layer = layerAt(event->position());
    if (layer >= 0)
        emit layerChosen(layer);
}

} // namespace bartizan::desktop
