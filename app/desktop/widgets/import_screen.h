// SPDX-License-Identifier: GPL-3.0-or-later
// What stands over the tabs while the first sources are read: which they are, how far the import is, and how to stop it.
// Once there is an early drawing it shows through, pale. While an earlier state is on show the window keeps that instead.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <array>

class QFrame;
class QLabel;
class QPushButton;
class QTabWidget;

namespace bartizan::desktop {

class ImportScreen final : public QWidget {
    Q_OBJECT
public:
    explicit ImportScreen(QTabWidget* over);

    void begin(const QStringList& sources); // seen a moment later: short imports do not flash
    void progress(const QString& step, qint64 done, qint64 total);
    void showEarly(int services);
    void end();
    void appear(); // at once

signals:
    void stopAsked();

protected:
    void paintEvent(QPaintEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum Stage { read, resolve, assess, draw, stages };
    static constexpr int sourcesNamed = 5;

    void cover(); // the pages of the tabs
    void paintSigns();
    void showStage(int stage, const QString& words);
    void tick();

    QTabWidget* m_over;
    QFrame* m_panel;
    QLabel *m_title, *m_aside;
    QPushButton* m_stop;
    std::array<QLabel*, sourcesNamed> m_signs{}, m_names{}, m_states{};
    QLabel* m_more;
    std::array<QFrame*, stages> m_bars{};
    std::array<QLabel*, stages> m_heads{}, m_words{};
    QTimer m_wait, m_tick;
    QElapsedTimer m_clock;
    int m_stage = -1;
    bool m_early = false;
};

} // namespace bartizan::desktop
