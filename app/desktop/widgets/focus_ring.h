// SPDX-License-Identifier: GPL-3.0-or-later
// A line round the table, list, text or page that has the keyboard: such areas draw none of their own, and where no row
// is chosen nothing else would show it. One for the whole program; lives as long as `owner`.
#pragma once

#include <QPointer>
#include <QWidget>

namespace bartizan::desktop {

class FocusRing final : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* owner);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* focus);

    QPointer<QWidget> m_area, m_line;
};

} // namespace bartizan::desktop
