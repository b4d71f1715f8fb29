// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/graph_notes.h"

#include "app/desktop/views/graph_view.h"
#include "diagram/icons.h"
#include "diagram/text.h"

#include <QAbstractButton>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bartizan::desktop {

namespace {

constexpr int gap = 6;
constexpr int high = 28;
constexpr int iconSide = 12;
const diagram::TextStyle words{11.5, QFont::Medium};
const diagram::TextStyle strong{11.5, QFont::DemiBold};

} // namespace

// All of it is the button: a small target beside a long sentence would be hard to hit.
class GraphNotes::Line final : public QAbstractButton {
public:
    explicit Line(QWidget* parent) : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::NoFocus); // the keys of the drawing do the same
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        connect(this, &QAbstractButton::clicked, this, [this] { m_note.run(); });
    }
    void set(const Note& note, const diagram::Theme& theme, int room)
    {
        m_theme = &theme;
        const bool same = note.text == m_note.text && note.command == m_note.command;
        m_note = note;
        setAccessibleName(note.text + QStringLiteral(". ") + note.command);
        setToolTip(note.text);
        const int wide = static_cast<int>(std::ceil(10 + (note.warns ? iconSide + 6 : 0) + diagram::textWidth(note.text, words) +
                                                    14 + diagram::textWidth(note.command, strong) + 12));
        resize(std::min(wide, room), high);
        if (!same)
            QWidget::update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme->line, 1));
        painter.setBrush(underMouse() ? m_theme->hover : m_theme->surf);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        const double baseline = height() / 2.0 + diagram::textCapHeight(words) / 2;
        double x = 10;
        if (m_note.warns) {
            diagram::drawIcon(painter, diagram::Icon::warning, QRectF(x, height() / 2.0 - iconSide / 2.0, iconSide, iconSide),
                              m_theme->missing);
            x += iconSide + 6;
        }
        const double command = diagram::textWidth(m_note.command, strong);
        diagram::drawText(painter, {x, baseline}, diagram::elideMiddle(m_note.text, words, width() - x - 26 - command), words,
                          m_theme->ink);
        diagram::drawText(painter, {width() - 12.0, baseline}, m_note.command, strong, m_theme->accent, diagram::Align::right);
    }

private:
    Note m_note;
    const diagram::Theme* m_theme = &diagram::lightTheme();
};

GraphNotes::GraphNotes(GraphView& view) : m_view(view) {}

GraphNotes::~GraphNotes() = default;

void GraphNotes::show(const std::vector<Note>& notes, const diagram::Theme& theme, const QRect& area,
                      const std::function<int(const QRect&)>& covers)
{
    while (m_lines.size() < notes.size())
        m_lines.push_back(std::make_unique<Line>(&m_view));
    QSize size(0, -gap);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setVisible(i < notes.size());
        if (i >= notes.size())
            continue;
        m_lines[i]->set(notes[i], theme, std::max(120, area.width()));
        size = {std::max(size.width(), m_lines[i]->width()), size.height() + high + gap};
    }
    if (notes.empty())
        return;
    const int right = area.right() + 1 - size.width(), bottom = area.bottom() + 1 - size.height();
    QRect best;
    int least = 0;
    for (const QPoint corner : {area.topLeft(), QPoint(right, area.top()), QPoint(area.left(), bottom), QPoint(right, bottom)}) {
        const QRect box(corner, size);
        const int covered = covers(box);
        if (best.isNull() || covered < least) {
            best = box;
            least = covered;
        }
    }
    int top = best.top();
    for (std::size_t i = 0; i < notes.size(); ++i, top += high + gap)
        m_lines[i]->move(best.left() == area.left() ? best.left() : best.right() + 1 - m_lines[i]->width(), top);
}

} // namespace bartizan::desktop
