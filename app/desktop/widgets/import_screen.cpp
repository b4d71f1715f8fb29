// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/import_screen.h"

#include "app/desktop/palette.h"
#include "diagram/icons.h"

#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int waitMs = 300;
constexpr int panelWidth = 620;
constexpr int margin = 24;

QLabel* label(QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

ImportScreen::ImportScreen(QTabWidget* over) : QWidget(over), m_over(over)
{
    hide();
    over->installEventFilter(this);
    m_panel = new QFrame(this);
    m_panel->setObjectName(QStringLiteral("importPanel"));
    m_panel->setAccessibleName(tr("Import"));
    auto* grid = new QGridLayout(m_panel);
    grid->setContentsMargins(margin, 20, margin, 20);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);

    auto* head = new QHBoxLayout;
    m_title = label(m_panel);
    QFont bold = m_title->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.35);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_aside = label(m_panel);
    m_stop = new QPushButton(tr("Stop"), m_panel);
    m_stop->setObjectName(QStringLiteral("importStop"));
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_aside);
    head->addStretch(1);
    head->addWidget(m_stop);
    grid->addLayout(head, 0, 0, 1, 3);
    for (int i = 0; i < sourcesNamed; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_signs[at] = label(m_panel);
        m_names[at] = label(m_panel);
        m_states[at] = label(m_panel);
        grid->addWidget(m_signs[at], i + 1, 0);
        grid->addWidget(m_names[at], i + 1, 1);
        grid->addWidget(m_states[at], i + 1, 2, Qt::AlignRight);
    }
    m_more = label(m_panel);
    grid->addWidget(m_more, sourcesNamed + 1, 1);

    auto* strip = new QGridLayout;
    strip->setHorizontalSpacing(12);
    strip->setVerticalSpacing(4);
    const std::array<QString, stages> names{tr("Read"), tr("Resolve"), tr("Assess"), tr("Draw")};
    for (int i = 0; i < stages; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_bars[at] = new QFrame(m_panel);
        m_bars[at]->setFixedHeight(4);
        m_heads[at] = label(m_panel);
        m_heads[at]->setText(names[at]);
        m_words[at] = label(m_panel);
        m_words[at]->setMinimumWidth(120);
        strip->addWidget(m_bars[at], 0, i);
        strip->addWidget(m_heads[at], 1, i);
        strip->addWidget(m_words[at], 2, i);
        strip->setColumnStretch(i, 1);
    }
    grid->setRowMinimumHeight(sourcesNamed + 2, 6);
    grid->addLayout(strip, sourcesNamed + 3, 0, 1, 3);

    m_wait.setSingleShot(true);
    m_wait.setInterval(waitMs);
    m_tick.setInterval(200);
    connect(&m_wait, &QTimer::timeout, this, &ImportScreen::appear);
    connect(&m_tick, &QTimer::timeout, this, &ImportScreen::tick);
    connect(m_stop, &QPushButton::clicked, this, &ImportScreen::stopAsked);
}

void ImportScreen::begin(const QStringList& sources)
{
    m_early = false;
    m_stage = -1;
    m_clock.start();
    m_title->setText(tr("Reading %n sources", nullptr, static_cast<int>(sources.size())));
    m_stop->setText(tr("Stop"));
    for (int i = 0; i < sourcesNamed; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const bool named = i < sources.size();
        for (QLabel* part : {m_signs[at], m_names[at], m_states[at]})
            part->setVisible(named);
        if (!named)
            continue;
        const QFileInfo file(sources[i]);
        m_signs[at]->setProperty("folder", file.isDir());
        m_names[at]->setText(file.fileName().isEmpty() ? sources[i] : file.fileName());
        m_names[at]->setToolTip(sources[i]);
        m_states[at]->setText(tr("being read"));
    }
    const int more = static_cast<int>(sources.size()) - sourcesNamed;
    m_more->setVisible(more > 0);
    m_more->setText(tr("and %n more", nullptr, more));
    for (QLabel* words : m_words)
        words->setText(tr("waits"));
    showStage(read, {});
    tick();
    m_wait.start();
}

void ImportScreen::progress(const QString& step, qint64 done, qint64 total)
{
    if (!m_wait.isActive() && !isVisible())
        return;
    const QLocale locale;
    // The steps as the import tells them (model/progress.h); what is not listed belongs to the stage it occurs in.
    if (step == QLatin1String("Reading"))
        showStage(read, done > 0 ? locale.formattedDataSize(done, 1, QLocale::DataSizeSIFormat) : QString());
    else if (step == QLatin1String("Putting together"))
        showStage(read, tr("putting together"));
    else if (step == QLatin1String("Resolving"))
        showStage(resolve, total > 0 ? tr("step %1 of %2").arg(done + 1).arg(total) : QString());
    else if (step == QLatin1String("Deciding layers"))
        showStage(assess, total > 0 ? tr("%1 of %2 services").arg(locale.toString(done), locale.toString(total)) : QString());
    else if (step == QLatin1String("Looking for paths"))
        showStage(assess, tr("looking for paths"));
    else if (step == QLatin1String("Drawing"))
        showStage(draw, tr("placing services"));
}

void ImportScreen::showStage(int stage, const QString& words)
{
    const bool next = stage != m_stage;
    m_stage = std::max(stage, m_stage);
    const auto at = static_cast<std::size_t>(stage);
    m_words[at]->setText(words.isEmpty() ? tr("runs") : words);
    if (!next)
        return;
    for (int i = 0; i < m_stage; ++i)
        m_words[static_cast<std::size_t>(i)]->setText(tr("done"));
    if (m_stage > read)
        for (QLabel* state : m_states)
            state->setText(tr("read"));
    paintSigns();
}

void ImportScreen::showEarly(int services)
{
    m_early = true;
    m_stop->setText(tr("Stop, keep what was read"));
    if (m_stage < draw)
        m_words[draw]->setText(tr("early: %n services", nullptr, services));
    appear();
    update();
}

void ImportScreen::end()
{
    m_wait.stop();
    m_tick.stop();
    hide();
}

void ImportScreen::appear()
{
    m_wait.stop();
    m_tick.start();
    paintSigns();
    cover();
    show();
    raise();
}

void ImportScreen::cover()
{
    setGeometry(0, m_over->tabBar()->height(), m_over->width(), m_over->height() - m_over->tabBar()->height());
    const QSize wanted(std::min(panelWidth, width() - 2 * margin), m_panel->sizeHint().height());
    // Low, so that the drawing is seen above it; in the middle while there is none.
    const int top = m_early ? height() - wanted.height() - 3 * margin : (height() - wanted.height()) / 2;
    m_panel->setGeometry(QRect(QPoint((width() - wanted.width()) / 2, std::max(margin / 2, top)), wanted));
}

void ImportScreen::tick()
{
    m_aside->setText(tr("%1 s so far").arg(QLocale().toString(static_cast<double>(m_clock.elapsed()) / 1000, 'f', 1)));
}

void ImportScreen::paintSigns()
{
    const diagram::Theme& theme = shownTheme();
    m_panel->setStyleSheet(QStringLiteral("QFrame#importPanel { background: %1; border: 1px solid %2; border-radius: 10px; }")
                               .arg(theme.surf.name(), theme.line2.name()));
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        const diagram::Icon icon = m_signs[i]->property("folder").toBool() ? diagram::Icon::folder : diagram::Icon::file;
        m_signs[i]->setPixmap(QPixmap::fromImage(diagram::iconImage(icon, 16, theme.ink2, devicePixelRatioF())));
    }
    for (int i = 0; i < stages; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const QColor& bar = i < m_stage ? theme.present : i == m_stage ? theme.accent : theme.line;
        m_bars[at]->setStyleSheet(QStringLiteral("background: %1; border-radius: 2px;").arg(bar.name()));
        QFont font = m_heads[at]->font();
        font.setWeight(i == m_stage ? QFont::DemiBold : QFont::Normal);
        m_heads[at]->setFont(font);
    }
    const auto quiet = [&](QLabel* words) {
        QPalette palette = words->palette();
        palette.setColor(QPalette::WindowText, theme.ink2);
        words->setPalette(palette);
    };
    for (QLabel* words : m_words)
        quiet(words);
    for (QLabel* words : m_states)
        quiet(words);
    quiet(m_aside);
    quiet(m_more);
}

void ImportScreen::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor veil = shownTheme().canvas;
    veil.setAlphaF(m_early ? 0.5F : 1.0F);
    painter.fillRect(rect(), veil);
}

bool ImportScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        cover();
    return QWidget::eventFilter(watched, event);
}

void ImportScreen::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        paintSigns();
}

} // namespace bartizan::desktop
