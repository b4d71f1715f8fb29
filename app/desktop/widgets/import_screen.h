// SPDX-License-Identifier: GPL-3.0-or-later
// What stands over the tabs while the first sources are read: how far each of them and the whole import is, what was not
// understood so far, and how to stop it. Behind it stands the early drawing, pale, as soon as there is one: a picture that
// is painted on a thread of its own. While an earlier state is on show the window keeps that instead.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/session.h"
#include "diagram/scene_index.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <array>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace bartizan::desktop {

class PartBar;

class ImportScreen final : public QWidget {
    Q_OBJECT
public:
    explicit ImportScreen(QTabWidget* over);

    void begin(const QStringList& sources); // seen a moment later: short imports do not flash
    void progress(Step step, qint64 done, qint64 total);
    void showReading(const importers::ReadingState& state);
    void showEarly(std::shared_ptr<const diagram::Drawing> drawing, int services);
    void end();
    void appear();                                    // at once
    const QImage& picture() const { return m_shown; } // of the early drawing; null until it is painted

signals:
    void stopAsked();

protected:
    void paintEvent(QPaintEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum Stage { read, resolve, assess, draw, stages };
    static constexpr int sourcesNamed = 5;
    struct Row {
        QString path; // as ReadingState names it
        bool folder = false;
        QLabel *sign, *name, *files, *amount, *done;
        PartBar* bar;
    };

    void addSources(QGridLayout* grid);
    void addStages(QGridLayout* grid, int row);
    void addProblems(QGridLayout* grid, int row);
    void cover(); // the pages of the tabs
    void place(); // the panel
    void paintPicture();
    void paintSigns();  // all that the theme colours
    void paintStages(); // how far it is
    void showStage(int stage, const QString& words);
    void tick();

    QTabWidget* m_over;
    QFrame* m_panel;
    QLabel *m_title, *m_aside;
    QPushButton* m_stop;
    std::array<Row, sourcesNamed> m_rows{};
    QLabel* m_more;
    std::array<QFrame*, stages> m_bars{};
    std::array<QLabel*, stages> m_heads{}, m_words{};
    QFrame* m_problems;
    QLabel *m_problemsSign, *m_problemsHead, *m_problemsList;
    QTimer m_wait, m_tick, m_resized;
    QElapsedTimer m_clock;
    int m_stage = -1;
    int m_ended = 0;
    std::shared_ptr<const diagram::Drawing> m_early;
    std::shared_ptr<const diagram::SceneIndex> m_index;
    QImage m_shown;
    LatestJob<QImage> m_painting;
};

} // namespace bartizan::desktop
