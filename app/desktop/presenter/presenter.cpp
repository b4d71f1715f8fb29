// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/presenter/presenter.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/scope_words.h"
#include "diagram/badges.h"
#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/ring.h"
#include "diagram/text.h"
#include "model/review.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

// In the design's pixels at a window of 1440 × 900; unit() scales them.
constexpr double designWidth = 1440, designHeight = 900;
constexpr double side = 32, wayY = 284, cardTop = 424, cardHeight = 250, cardGap = 18;
constexpr int barHeight = 126, mostShown = 4, mostBarriers = 4;

void drawClipped(QPainter& painter, QPointF at, const QString& text, const diagram::TextStyle& style, const QColor& ink,
                 double room)
{
    diagram::drawText(painter, at, diagram::elideRight(text, style, room), style, ink);
}

} // namespace

Presenter::Presenter(SnapshotPtr snapshot, int firstPath, QWidget* parent)
    : QWidget(parent), m_snapshot(std::move(snapshot)), m_paths(pathsToPresent(*m_snapshot))
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setAccessibleName(tr("Presenter"));
    makeBar();
    const auto found = std::find(m_paths.begin(), m_paths.end(), firstPath);
    showPath(found == m_paths.end() ? 0 : static_cast<int>(found - m_paths.begin()));
}

void Presenter::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setObjectName(QStringLiteral("presenterBar"));
    m_about = new QLabel(m_bar);
    m_problem = new QLabel(m_bar);
    for (QLabel* label : {m_about, m_problem})
        label->setTextFormat(Qt::PlainText);
    const auto button = [&](const QString& text, Choice choice) {
        auto* result = new QPushButton(text, m_bar);
        result->setCheckable(true);
        result->setMinimumHeight(40);
        connect(result, &QPushButton::clicked, this, [this, choice] { choose(choice); });
        return result;
    };
    m_accept = button(tr("1  Accept"), Choice::accept);
    m_fix = button(tr("2  Fix"), Choice::fix);
    m_needsWork = button(tr("3  Needs work"), Choice::needsWork);
    const auto field = [&](const QString& name, const QString& hint) {
        auto* result = new QLineEdit(m_bar);
        result->setAccessibleName(name);
        result->setPlaceholderText(hint);
        result->setMinimumHeight(34);
        result->installEventFilter(this);
        return result;
    };
    m_owner = field(tr("Owner"), tr("Owner"));
    m_expires = field(tr("Expires"), tr("Expires, 2027-01-31"));
    m_reason = field(tr("Reason"), tr("Reason, kept with its evidence"));
    m_decide = new QPushButton(tr("Decide, next"), m_bar);
    m_decide->setMinimumHeight(40);
    connect(m_decide, &QPushButton::clicked, this, &Presenter::decide);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    for (QPushButton* choice : {m_accept, m_fix, m_needsWork})
        row->addWidget(choice);
    row->addSpacing(16);
    row->addWidget(m_owner, 2);
    row->addWidget(m_expires, 2);
    row->addWidget(m_reason, 5);
    row->addSpacing(16);
    row->addWidget(m_decide);
    auto* foot = new QHBoxLayout;
    auto* keys = new QLabel(
        tr("← → hop    ↑ ↓ path    1–3 choose    Enter decide, next    H hide names    E evidence    Esc leave"), m_bar);
    keys->setForegroundRole(QPalette::PlaceholderText);
    foot->addWidget(keys);
    foot->addStretch(1);
    foot->addWidget(m_problem);
    auto* layout = new QVBoxLayout(m_bar);
    layout->setContentsMargins(static_cast<int>(side), 8, static_cast<int>(side), 8);
    layout->setSpacing(6);
    layout->addWidget(m_about);
    layout->addLayout(row);
    layout->addLayout(foot);
    choose(Choice::needsWork);
}

void Presenter::setSnapshot(SnapshotPtr snapshot)
{
    const int shown = m_paths.empty() ? -1 : m_paths[static_cast<std::size_t>(m_position)];
    const int hop = m_hop;
    m_snapshot = std::move(snapshot);
    m_paths = pathsToPresent(*m_snapshot);
    const auto found = std::find(m_paths.begin(), m_paths.end(), shown);
    showPath(found == m_paths.end() ? 0 : static_cast<int>(found - m_paths.begin()));
    showHop(hop);
}

QString Presenter::problem() const
{
    return m_problem->text();
}

double Presenter::unit() const
{
    return std::max(0.5, std::min(width() / designWidth, height() / designHeight));
}

void Presenter::showPath(int position)
{
    if (m_paths.empty()) {
        m_path = {};
        m_path.headline = tr("No direct or relayed path from outside was found");
        m_path.sentence = tr("What was searched is on the first screen.");
        m_bar->hide();
        update();
        return;
    }
    const int count = static_cast<int>(m_paths.size());
    m_position = (position % count + count) % count;
    m_path = presentedPath(*m_snapshot, m_paths[static_cast<std::size_t>(m_position)], m_hideNames);
    showHop(static_cast<int>(m_path.hops.size()) - 1);
}

void Presenter::showHop(int hop)
{
    if (m_path.hops.empty())
        return;
    m_hop = std::clamp(hop, 0, static_cast<int>(m_path.hops.size()) - 1);
    const PresentedHop& at = m_path.hops[static_cast<std::size_t>(m_hop)];
    m_about->setText(at.finding < 0 ? tr("Hop %1: no finding to decide on").arg(m_hop + 1)
                                    : tr("Hop %1, decide on: %2").arg(m_hop + 1).arg(at.findingTitle));
    m_decide->setEnabled(at.finding >= 0);
    m_problem->clear();
    setAccessibleDescription(m_path.headline + QStringLiteral(". ") + m_about->text());
    update();
}

void Presenter::choose(Choice choice)
{
    m_choice = choice;
    m_accept->setChecked(choice == Choice::accept);
    m_fix->setChecked(choice == Choice::fix);
    m_needsWork->setChecked(choice == Choice::needsWork);
    m_problem->clear();
}

void Presenter::decide()
{
    if (m_path.hops.empty())
        return;
    const PresentedHop& at = m_path.hops[static_cast<std::size_t>(m_hop)];
    if (at.finding < 0) {
        m_problem->setText(tr("There is no finding at this hop."));
        return;
    }
    const QString expires = m_expires->text().trimmed();
    if (!expires.isEmpty() && !isDate(expires.toStdString())) {
        m_problem->setText(tr("Expires must be a date like 2027-01-31."));
        m_expires->setFocus();
        return;
    }
    for (QLineEdit* field : {m_owner, m_expires, m_reason})
        if (m_choice == Choice::accept && field->text().trimmed().isEmpty()) {
            m_problem->setText(tr("Accepting needs owner, expiry and reason."));
            field->setFocus();
            return;
        }
    emit decided(at.finding, m_choice, m_owner->text().trimmed(), expires, m_reason->text().trimmed());
    setFocus();
    m_reason->clear();
    if (m_hop > 0)
        showHop(m_hop - 1);
    else
        showPath(m_position + 1);
}

int Presenter::firstShown() const
{
    const int hops = static_cast<int>(m_path.hops.size());
    return std::clamp(m_hop - mostShown + 2, 0, std::max(0, hops - mostShown));
}

QRectF Presenter::cardOf(int hop) const
{
    const double u = unit();
    const int count = std::min(mostShown, static_cast<int>(m_path.hops.size()));
    const double whole = width() / u - 2 * side;
    const double room = whole / (count + 1); // a column a node; cards stand between them
    const double cardWidth = std::min(340.0, count == 1 ? 420.0 : room * 1.02 - cardGap);
    const double middle = side + room * (hop - firstShown() + 1);
    return {(middle - cardWidth / 2) * u, cardTop * u, cardWidth * u, cardHeight * u};
}

void Presenter::paintHead(QPainter& painter) const
{
    const diagram::Theme& theme = shownTheme();
    const double room = width() / unit() - 2 * side;
    const diagram::TextStyle small{13, QFont::Normal, false}, smallStrong{13, QFont::DemiBold, false};
    const QString kind = m_path.kind == PathKind::direct ? tr("Direct path") : tr("Relayed path");
    if (!m_paths.empty()) {
        const QString count = tr("%1 %2 of %3").arg(kind).arg(m_position + 1).arg(m_paths.size());
        diagram::drawProgramIcon(painter, QRectF(side, 20, 22, 22), theme.ink, theme.canvas);
        diagram::drawText(painter, {side + 34, 36}, count, smallStrong, theme.ink);
        double x = side + 34 + diagram::textWidth(count, smallStrong) + 24;
        painter.setPen(QPen(m_path.kind == PathKind::direct ? theme.litCase : theme.litCase2, 9));
        painter.drawLine(QPointF(x, 31), QPointF(x + 28, 31));
        painter.setPen(QPen(theme.lit, 2.2));
        painter.drawLine(QPointF(x, 31), QPointF(x + 28, 31));
        x += 40;
        diagram::drawText(painter, {x, 36}, m_path.steps >= 0 ? tr("steps %1").arg(m_path.steps) : tr("steps not known"), small,
                          theme.ink2);
    }
    const QString scope = scopeInWords(m_snapshot->model()) + QStringLiteral(" · ") +
                          tr("as of %1").arg(QString::fromStdString(m_snapshot->posture().asOf));
    diagram::drawText(painter, {side + room, 36}, diagram::elideRight(scope, small, room * 0.55), small, theme.ink2,
                      diagram::Align::right);
    drawClipped(painter, {side, 100}, m_path.headline, {38, QFont::DemiBold, false}, theme.ink, room);
    drawClipped(painter, {side, 136}, m_path.sentence, {18, QFont::Normal, false}, theme.ink2, room);
}

void Presenter::paintWay(QPainter& painter) const
{
    const diagram::Theme& theme = shownTheme();
    const int first = firstShown();
    const int count = std::min(mostShown, static_cast<int>(m_path.hops.size()));
    const double room = (width() / unit() - 2 * side) / (count + 1);
    const auto middleOf = [&](int stop) { return side + room * (stop - first + 0.5); };
    constexpr double scale = 1.95;
    const bool direct = m_path.kind == PathKind::direct;
    for (int hop = first; hop < first + count; ++hop) {
        const double from = middleOf(hop) + 32 * scale, to = middleOf(hop + 1) - 35 * scale - 11;
        painter.setPen(QPen(theme.litCase2, direct ? 15 : 11));
        painter.drawLine(QPointF(from, wayY), QPointF(to, wayY));
        if (direct) {
            painter.setPen(QPen(theme.litCase, 9.5));
            painter.drawLine(QPointF(from, wayY), QPointF(to, wayY));
        }
        painter.setPen(QPen(theme.lit, 2.2));
        painter.drawLine(QPointF(from, wayY), QPointF(to, wayY));
        painter.setBrush(direct ? theme.lit : theme.canvas);
        painter.drawPolygon(QPolygonF({{to, wayY - 6}, {to + 11, wayY}, {to, wayY + 6}}));
        const QPointF disc((from + to) / 2, wayY - 40);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hop == m_hop ? theme.accent : theme.ink);
        painter.drawEllipse(disc, 14, 14);
        diagram::drawText(painter, disc + QPointF(0, 5.5), QString::number(hop + 1), {15, QFont::DemiBold, false},
                          hop == m_hop ? theme.onAccent : theme.canvas, diagram::Align::centre);
        const diagram::TextStyle via{13, QFont::Normal, false};
        diagram::drawText(painter, {(from + to) / 2, wayY + 30},
                          diagram::elideMiddle(m_path.hops[static_cast<std::size_t>(hop)].via, via, to - from + 20), via,
                          theme.ink2, diagram::Align::centre);
    }
    for (int stop = first; stop <= first + count; ++stop) {
        const PresentedStop& at = m_path.stops[static_cast<std::size_t>(stop)];
        const QPointF centre(middleOf(stop), wayY);
        diagram::RingStyle style;
        style.theme = &theme;
        if (at.node.hasWall()) {
            diagram::drawRing(painter, centre, scale, at.node, style);
            diagram::drawBadges(painter, centre, scale, at.node, theme, false);
        } else if (at.node.kind == diagram::NodeKind::outside) {
            diagram::drawOutside(painter, centre, scale, at.node, theme);
        } else {
            diagram::drawEntry(painter, centre, scale, at.node, theme);
        }
        if (stop == m_hop + 1) {
            painter.setPen(QPen(theme.accent, 2.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(centre, 33 * scale, 33 * scale);
        }
        const diagram::TextStyle name{18, QFont::DemiBold, false}, sub{14, QFont::Normal, false};
        diagram::drawText(painter, centre + QPointF(0, 88), diagram::elideMiddle(at.name, name, room - 16), name, theme.ink,
                          diagram::Align::centre);
        diagram::drawText(painter, centre + QPointF(0, 110), diagram::elideMiddle(at.subtitle, sub, room - 16), sub, theme.ink2,
                          diagram::Align::centre);
    }
}

void Presenter::paintCard(QPainter& painter, int hop) const
{
    const diagram::Theme& theme = shownTheme();
    const double u = unit();
    const QRectF device = cardOf(hop);
    const QRectF card(device.topLeft() / u, device.size() / u);
    const PresentedHop& at = m_path.hops[static_cast<std::size_t>(hop)];
    const bool current = hop == m_hop;
    painter.setPen(QPen(current ? theme.accent : theme.line, current ? 2 : 1));
    painter.setBrush(current ? theme.sel : theme.surf);
    painter.drawRoundedRect(card, 10, 10);
    const double left = card.left() + 16, room = card.width() - 32;
    drawClipped(painter, {left, card.top() + 27}, tr("Hop %1: what stands here").arg(hop + 1), {13.5, QFont::DemiBold, false},
                theme.ink2, room);
    double y = card.top() + 54;
    const int shownBarriers = std::min(mostBarriers, static_cast<int>(at.barriers.size()));
    for (int i = 0; i < shownBarriers; ++i) {
        const PresentedBarrier& barrier = at.barriers[static_cast<std::size_t>(i)];
        diagram::MarkStyle style;
        style.hollow = !barrier.required && barrier.mark == diagram::Mark::missing;
        diagram::drawMark(painter, barrier.mark, QRectF(left, y - 12.5, 15, 15), theme, style);
        drawClipped(painter, {left + 26, y}, barrier.layer, {16, QFont::DemiBold, false}, theme.ink, room - 26);
        drawClipped(painter, {left + 26, y + 18}, barrier.reason, {13, QFont::Normal, false}, theme.ink2, room - 26);
        y += 43;
    }
    if (at.barriers.empty())
        drawClipped(painter, {left, y}, tr("No layer acts on this hop."), {14, QFont::Normal, false}, theme.ink2, room);
    QString foot = at.place;
    if (static_cast<int>(at.barriers.size()) > shownBarriers)
        foot = tr("%1 more · ").arg(static_cast<int>(at.barriers.size()) - shownBarriers) + foot;
    diagram::drawText(painter, {left, card.bottom() - 12}, diagram::elideMiddle(foot, {12, QFont::Normal, true}, room),
                      {12, QFont::Normal, true}, theme.accent);
}

void Presenter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const diagram::Theme& theme = shownTheme();
    painter.fillRect(rect(), theme.canvas);
    painter.fillRect(m_bar->geometry(), theme.bar);
    painter.scale(unit(), unit());
    paintHead(painter);
    if (m_path.hops.empty())
        return;
    paintWay(painter);
    const int first = firstShown();
    for (int hop = first; hop < std::min(first + mostShown, static_cast<int>(m_path.hops.size())); ++hop)
        paintCard(painter, hop);
    const QString& fix = m_path.hops[static_cast<std::size_t>(m_hop)].fix;
    if (!fix.isEmpty())
        drawClipped(painter, {side, cardTop + cardHeight + 44}, tr("To mend it: %1").arg(fix), {18, QFont::Normal, false},
                    theme.ink, width() / unit() - 2 * side);
}

void Presenter::resizeEvent(QResizeEvent*)
{
    m_bar->setGeometry(0, height() - barHeight, width(), barHeight);
}

void Presenter::mousePressEvent(QMouseEvent* event)
{
    for (int hop = firstShown(); hop < static_cast<int>(m_path.hops.size()); ++hop)
        if (cardOf(hop).contains(event->position()))
            return showHop(hop);
}

bool Presenter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            setFocus();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            decide();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Presenter::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return showHop(m_hop - 1);
    case Qt::Key_Right:
        return showHop(m_hop + 1);
    case Qt::Key_Up:
        return showPath(m_position - 1);
    case Qt::Key_Down:
        return showPath(m_position + 1);
    case Qt::Key_1:
        return choose(Choice::accept);
    case Qt::Key_2:
        return choose(Choice::fix);
    case Qt::Key_3:
        return choose(Choice::needsWork);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return decide();
    case Qt::Key_E:
        if (!m_path.hops.empty() && m_path.hops[static_cast<std::size_t>(m_hop)].evidence.valid())
            emit evidenceAsked(m_path.hops[static_cast<std::size_t>(m_hop)].evidence);
        return;
    case Qt::Key_H: {
        m_hideNames = !m_hideNames;
        const int hop = m_hop;
        showPath(m_position);
        return showHop(hop);
    }
    case Qt::Key_Escape:
        emit left();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace bartizan::desktop
