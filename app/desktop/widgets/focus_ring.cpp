// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/focus_ring.h"

#include "app/desktop/palette.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace bartizan::desktop {

namespace {

class Line final : public QWidget {
public:
    explicit Line(QWidget* area) : QWidget(area)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(area->rect());
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const double width = shownTheme().strong ? 3 : 1.5;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(shownTheme().focus, width));
        painter.drawRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2));
    }
};

} // namespace

FocusRing::FocusRing(QObject* owner) : QObject(owner)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_line;
}

void FocusRing::follow(QWidget* focus)
{
    if (m_area)
        m_area->removeEventFilter(this);
    delete m_line;
    const bool area = qobject_cast<QAbstractScrollArea*>(focus) || qobject_cast<QLabel*>(focus); // a label: its links
    m_area = area ? focus : nullptr;
    if (!m_area)
        return;
    m_line = new Line(m_area);
    QMetaObject::invokeMethod(m_line, &QWidget::raise, Qt::QueuedConnection);
    m_area->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area && m_line && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        m_line->setGeometry(m_area->rect());
        QMetaObject::invokeMethod(m_line, &QWidget::raise, Qt::QueuedConnection); // the area raises its scroll bars
    }
    return QObject::eventFilter(watched, event);
}

} // namespace bartizan::desktop
