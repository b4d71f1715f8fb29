// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/fact_tree.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "diagram/fonts.h"
#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/text.h"

#include <QHeaderView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace bartizan::desktop {

namespace {

enum FactRole { KindRole = Qt::UserRole + 80, MarksRole, MarkRole, RequiredRole, FamilyRole, AsideRole, IndexRole };

constexpr int notRequired = 10; // added to a mark in MarksRole
constexpr int margin = 6, signWidth = 20, padding = 3;

Fact factOf(const QModelIndex& index)
{
    return static_cast<Fact>(index.data(KindRole).toInt());
}

QFont fontOf(Fact fact)
{
    switch (fact) {
    case Fact::family:
    case Fact::verdict:
    case Fact::heading:
        return diagram::uiFont(12.5, QFont::DemiBold);
    case Fact::evidence:
        return diagram::codeFont(11);
    default:
        return diagram::uiFont(12);
    }
}

int signRoom(Fact fact)
{
    return fact == Fact::family || fact == Fact::verdict || fact == Fact::service ? signWidth : 0;
}

class FactDelegate final : public QStyledItemDelegate {
public:
    explicit FactDelegate(QTreeView* tree) : QStyledItemDelegate(tree), m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const Fact fact = factOf(index);
        int depth = m_tree->rootIsDecorated() ? 1 : 0;
        for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
            ++depth;
        const int width = std::max(80, m_tree->viewport()->width() - depth * m_tree->indentation());
        if (fact == Fact::family || fact == Fact::heading)
            return {width, 28};
        QTextLayout text(index.data().toString(), fontOf(fact));
        return {width, static_cast<int>(std::ceil(lay(text, width - 2 * margin - signRoom(fact)))) + 2 * padding};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const diagram::Theme& theme = shownTheme();
        const Fact fact = factOf(index);
        const QRectF box(option.rect);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(box, theme.sel);
        else if (fact == Fact::family || fact == Fact::heading)
            painter->fillRect(box, theme.sunken);
        double right = box.right() - margin;
        if (fact == Fact::family)
            right = paintMarks(*painter, box, index.data(MarksRole).toList(), theme);
        const double left = box.left() + margin;
        const double top = box.top() + padding;
        if (fact == Fact::family)
            diagram::drawIcon(*painter, static_cast<diagram::Icon>(index.data(FamilyRole).toInt()),
                              QRectF(left, box.center().y() - 7, 14, 14), theme.ink2);
        else if (fact == Fact::verdict)
            diagram::drawMark(*painter, static_cast<diagram::Mark>(index.data(MarkRole).toInt()), QRectF(left, top + 2, 12, 12),
                              theme, hollowUnless(index.data(RequiredRole).toBool()));
        else if (fact == Fact::service)
            diagram::drawIcon(*painter, diagram::Icon::workload, QRectF(left, top + 1, 13, 13), theme.ink2);
        painter->setPen(fact == Fact::evidence || fact == Fact::service || fact == Fact::command ? theme.accent
                        : fact == Fact::sentence                                                 ? theme.ink2
                                                                                                 : theme.ink);
        const QString aside = index.data(AsideRole).toString();
        QTextLayout text(index.data().toString(), fontOf(fact));
        const double width = right - left - signRoom(fact);
        const double height = lay(text, width);
        const double y = fact == Fact::family || fact == Fact::heading ? box.center().y() - height / 2 : top;
        painter->setClipRect(box);
        text.draw(painter, {left + signRoom(fact), y});
        if (!aside.isEmpty()) {
            painter->setPen(theme.ink2);
            painter->setFont(diagram::uiFont(11.5));
            const double taken = signRoom(fact) + (text.lineCount() > 0 ? text.lineAt(0).naturalTextWidth() : 0) + 10;
            painter->drawText(QRectF(left, box.top(), width, box.height()), Qt::AlignRight | Qt::AlignVCenter,
                              diagram::elideRight(aside, {11.5}, std::max(0.0, width - taken)));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme.focus, 1, Qt::DotLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5));
        }
        painter->restore();
    }

private:
    static diagram::MarkStyle hollowUnless(bool required)
    {
        diagram::MarkStyle style;
        style.hollow = !required;
        return style;
    }

    static double lay(QTextLayout& text, double width)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        text.setTextOption(option);
        double y = 0;
        text.beginLayout();
        for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
            line.setLineWidth(std::max(20.0, width));
            line.setPosition({0, y});
            y += line.height();
        }
        text.endLayout();
        return y;
    }

    static double paintMarks(QPainter& painter, const QRectF& box, const QVariantList& marks, const diagram::Theme& theme)
    {
        double x = box.right() - margin;
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            x -= 16;
            const int value = mark->toInt();
            diagram::drawMark(painter, static_cast<diagram::Mark>(value % notRequired),
                              QRectF(x + 4, box.center().y() - 6, 12, 12), theme, hollowUnless(value < notRequired));
        }
        return x;
    }

    QTreeView* m_tree;
};

} // namespace

FactTree::FactTree(QWidget* parent) : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setUniformRowHeights(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new FactDelegate(this));
    connect(this, &QTreeWidget::itemActivated, this, &FactTree::choose);
    connect(this, &QTreeWidget::itemClicked, this, &FactTree::choose);
}

void FactTree::clearFacts()
{
    clear();
    m_evidence.clear();
}

QTreeWidgetItem* FactTree::add(QTreeWidgetItem* parent, Fact fact, const QString& text)
{
    auto* item = parent ? new QTreeWidgetItem(parent, {text}) : new QTreeWidgetItem(this, {text});
    item->setData(0, KindRole, static_cast<int>(fact));
    return item;
}

QTreeWidgetItem* FactTree::addFamily(diagram::Family family, const QString& title,
                                     const std::vector<std::pair<diagram::Mark, bool>>& marks)
{
    QTreeWidgetItem* item = add(nullptr, Fact::family, title);
    item->setData(0, FamilyRole, static_cast<int>(diagram::iconFor(family)));
    QVariantList values;
    for (const auto& [mark, required] : marks)
        values << static_cast<int>(mark) + (required ? 0 : notRequired);
    item->setData(0, MarksRole, values);
    return item;
}

QTreeWidgetItem* FactTree::addVerdict(QTreeWidgetItem* parent, diagram::Mark mark, bool required, const QString& title)
{
    QTreeWidgetItem* item = add(parent, Fact::verdict, title);
    item->setData(0, MarkRole, static_cast<int>(mark));
    item->setData(0, RequiredRole, required);
    return item;
}

QTreeWidgetItem* FactTree::addHeading(const QString& title, const QString& aside)
{
    QTreeWidgetItem* item = add(nullptr, Fact::heading, title);
    item->setData(0, AsideRole, aside);
    return item;
}

QTreeWidgetItem* FactTree::addSentence(QTreeWidgetItem* parent, const QString& text)
{
    return add(parent, Fact::sentence, text);
}

QTreeWidgetItem* FactTree::addEvidence(QTreeWidgetItem* parent, const Evidence& evidence, const QString& place)
{
    QTreeWidgetItem* item = add(parent, Fact::evidence, place);
    item->setToolTip(0, plainToolTip(place));
    item->setData(0, IndexRole, static_cast<int>(m_evidence.size()));
    m_evidence.push_back(evidence);
    return item;
}

QTreeWidgetItem* FactTree::addService(QTreeWidgetItem* parent, unsigned workload, const QString& name, const QString& how)
{
    QTreeWidgetItem* item = add(parent, Fact::service, how.isEmpty() ? name : name + QStringLiteral("   ") + how);
    item->setData(0, IndexRole, workload);
    return item;
}

QTreeWidgetItem* FactTree::addCommand(QTreeWidgetItem* parent, const QString& text, const QString& command)
{
    QTreeWidgetItem* item = add(parent, Fact::command, text);
    item->setData(0, IndexRole, command);
    return item;
}

void FactTree::choose(QTreeWidgetItem* item)
{
    const auto fact = static_cast<Fact>(item->data(0, KindRole).toInt());
    if (fact == Fact::evidence)
        emit evidenceChosen(m_evidence[static_cast<std::size_t>(item->data(0, IndexRole).toInt())]);
    else if (fact == Fact::service)
        emit serviceChosen(item->data(0, IndexRole).toUInt());
    else if (fact == Fact::command)
        emit commandChosen(item->data(0, IndexRole).toString());
}

void FactTree::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

namespace {

void write(const QTreeWidgetItem* item, int depth, QStringList& lines)
{
    lines << QString(depth * 2, QLatin1Char(' ')) + item->text(0);
    for (int i = 0; item->isExpanded() && i < item->childCount(); ++i)
        write(item->child(i), depth + 1, lines);
}

} // namespace

QString FactTree::asText() const
{
    QStringList lines;
    if (const QTreeWidgetItem* item = currentItem())
        write(item, 0, lines);
    return lines.isEmpty() ? allAsText() : lines.join(QLatin1Char('\n'));
}

QString FactTree::allAsText() const
{
    QStringList lines;
    for (int i = 0; i < topLevelItemCount(); ++i)
        write(topLevelItem(i), 0, lines);
    return lines.join(QLatin1Char('\n'));
}

} // namespace bartizan::desktop
