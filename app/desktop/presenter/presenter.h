// SPDX-License-Identifier: GPL-3.0-or-later
// One path over the whole window in large type, for a room: the nodes on the way, what stands at each hop, what would
// mend it, and a bar to decide without leaving the picture. ← → hop, ↑ ↓ path, 1–3 choose, Enter decides, H hides names,
// Esc leaves. It decides nothing itself: decided() carries what was chosen.
#pragma once

#include "app/desktop/presenter/presented_path.h"

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

class QLabel;

namespace bartizan::desktop {

class Presenter final : public QWidget {
    Q_OBJECT
public:
    enum class Choice { accept, fix, needsWork };

    Presenter(SnapshotPtr snapshot, int firstPath, QWidget* parent); // firstPath: index into Posture::paths, -1 = the weakest

    void setSnapshot(SnapshotPtr snapshot); // of the same input, judged again
    const PresentedPath& shownPath() const { return m_path; }
    int hop() const { return m_hop; }
    bool namesHidden() const { return m_hideNames; }
    QString problem() const; // why a decision is not taken yet; empty when it is

signals:
    void left();
    void evidenceAsked(const bartizan::Evidence& evidence);
    void decided(int finding, bartizan::desktop::Presenter::Choice choice, const QString& owner, const QString& expires,
                 const QString& reason);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeBar();
    void showPath(int position);
    void showHop(int hop);
    void choose(Choice choice);
    void decide();
    int firstShown() const; // first hop in sight: at most four cards stand side by side
    QRectF cardOf(int hop) const;
    void paintHead(QPainter& painter) const;
    void paintWay(QPainter& painter) const;
    void paintCard(QPainter& painter, int hop) const;
    double unit() const;

    SnapshotPtr m_snapshot;
    std::vector<int> m_paths;
    int m_position = 0, m_hop = 0;
    bool m_hideNames = false;
    Choice m_choice = Choice::needsWork;
    PresentedPath m_path;
    QWidget* m_bar = nullptr;
    QLabel *m_about = nullptr, *m_problem = nullptr;
    QPushButton *m_accept = nullptr, *m_fix = nullptr, *m_needsWork = nullptr, *m_decide = nullptr;
    QLineEdit *m_owner = nullptr, *m_expires = nullptr, *m_reason = nullptr;
};

} // namespace bartizan::desktop
