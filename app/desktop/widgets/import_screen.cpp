// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/import_screen.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/frame.h"
#include "diagram/icons.h"

#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int waitMs = 300;
constexpr int resizeMs = 60; // pictures for sizes on the way would only take time
constexpr int panelWidth = 680;
constexpr int nameWidth = 220, barWidth = 120;
constexpr int margin = 24;
constexpr int signSide = 16;
constexpr int messageWidth = 350, placeWidth = 210; // of a problem on its line; the whole is in the problems later

QLabel* label(QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void colour(QLabel* words, const QColor& ink)
{
    QPalette palette = words->palette();
    palette.setColor(QPalette::WindowText, ink);
    words->setPalette(palette);
}

QString elided(const QLabel& in, const QString& text, Qt::TextElideMode mode, int width)
{
    return QFontMetrics(in.font()).elidedText(text, mode, width);
}

} // namespace

// How many of a source's files were read.
class PartBar final : public QWidget {
public:
    explicit PartBar(QWidget* parent) : QWidget(parent)
    {
        setFixedHeight(6);
        setFixedWidth(barWidth);
    }
    void show(double part, bool ended)
    {
        if (part == m_part && ended == m_ended)
            return;
        m_part = part;
        m_ended = ended;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const diagram::Theme& theme = shownTheme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double high = height();
        painter.setBrush(theme.line);
        painter.drawRoundedRect(QRectF(rect()), high / 2, high / 2);
        if (m_part <= 0)
            return;
        painter.setBrush(m_ended ? theme.present : theme.accent);
        painter.drawRoundedRect(QRectF(0, 0, std::max(high, width() * m_part), high), high / 2, high / 2);
    }

private:
    double m_part = 0; // 0..1
    bool m_ended = false;
};

ImportScreen::ImportScreen(QTabWidget* over) : QWidget(over), m_over(over)
{
    hide();
    setAttribute(Qt::WA_OpaquePaintEvent); // the pages below are not painted for nothing
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
    grid->addLayout(head, 0, 0, 1, 6);
    addSources(grid);
    grid->setRowMinimumHeight(sourcesNamed + 2, 6);
    addStages(grid, sourcesNamed + 3);
    addProblems(grid, sourcesNamed + 4);

    m_wait.setSingleShot(true);
    m_wait.setInterval(waitMs);
    m_tick.setInterval(200);
    m_resized.setSingleShot(true);
    m_resized.setInterval(resizeMs);
    connect(&m_resized, &QTimer::timeout, this, &ImportScreen::paintPicture);
    connect(&m_wait, &QTimer::timeout, this, &ImportScreen::appear);
    connect(&m_tick, &QTimer::timeout, this, &ImportScreen::tick);
    connect(m_stop, &QPushButton::clicked, this, &ImportScreen::stopAsked);
}

void ImportScreen::addSources(QGridLayout* grid)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row& row = m_rows[i];
        const int at = static_cast<int>(i) + 1;
        row.bar = new PartBar(m_panel);
        int column = 0;
        for (QLabel** part : {&row.sign, &row.name})
            grid->addWidget(*part = label(m_panel), at, column++);
        grid->addWidget(row.bar, at, column++, Qt::AlignVCenter);
        for (QLabel** part : {&row.files, &row.amount, &row.done})
            grid->addWidget(*part = label(m_panel), at, column++);
        row.name->setMinimumWidth(nameWidth);
        row.files->setMinimumWidth(110);
        row.amount->setMinimumWidth(96);
        row.done->setMinimumWidth(14);
    }
    m_more = label(m_panel);
    grid->addWidget(m_more, sourcesNamed + 1, 1);
}

void ImportScreen::addStages(QGridLayout* grid, int row)
{
    auto* strip = new QGridLayout;
    strip->setHorizontalSpacing(12);
    strip->setVerticalSpacing(4);
    const std::array<QString, stages> names{tr("Read"), tr("Resolve"), tr("Assess"), tr("Draw")};
    for (int i = 0; i < stages; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_bars[at] = new QFrame(m_panel);
        m_bars[at]->setFixedHeight(4);
        m_bars[at]->setAutoFillBackground(true);
        m_heads[at] = label(m_panel);
        m_heads[at]->setText(names[at]);
        m_words[at] = label(m_panel);
        m_words[at]->setMinimumWidth(120);
        strip->addWidget(m_bars[at], 0, i);
        strip->addWidget(m_heads[at], 1, i);
        strip->addWidget(m_words[at], 2, i);
        strip->setColumnStretch(i, 1);
    }
    grid->addLayout(strip, row, 0, 1, 6);
}

void ImportScreen::addProblems(QGridLayout* grid, int row)
{
    m_problems = new QFrame(m_panel);
    m_problems->setObjectName(QStringLiteral("importProblems"));
    auto* box = new QGridLayout(m_problems);
    box->setContentsMargins(10, 8, 10, 8);
    box->setHorizontalSpacing(8);
    box->setVerticalSpacing(2);
    box->setColumnStretch(1, 1);
    m_problemsSign = label(m_problems);
    m_problemsHead = label(m_problems);
    QFont bold = m_problemsHead->font();
    bold.setWeight(QFont::DemiBold);
    m_problemsHead->setFont(bold);
    m_problemsList = label(m_problems);
    box->addWidget(m_problemsSign, 0, 0);
    box->addWidget(m_problemsHead, 0, 1);
    box->addWidget(m_problemsList, 1, 1);
    m_problems->hide();
    grid->addWidget(m_problems, row, 0, 1, 6);
}

void ImportScreen::begin(const QStringList& sources)
{
    m_early.reset();
    m_index.reset();
    m_painting.cancel();
    m_shown = {};
    m_stage = -1;
    m_ended = 0;
    QStringList paths; // as ReadingState names them, each once
    for (QString path : sources) {
        while (path.size() > 1 && path.endsWith(QLatin1Char('/')))
            path.chop(1);
        if (!paths.contains(path))
            paths << path;
    }
    const int count = static_cast<int>(paths.size());
    m_clock.start();
    m_title->setText(tr("Reading %n sources", nullptr, count));
    m_stop->setText(tr("Stop"));
    m_problems->hide();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row& row = m_rows[i];
        const bool named = static_cast<int>(i) < count;
        for (QWidget* part : std::initializer_list<QWidget*>{row.sign, row.name, row.bar, row.files, row.amount, row.done})
            part->setVisible(named);
        if (!named)
            continue;
        row.path = paths[static_cast<qsizetype>(i)];
        const QFileInfo file(row.path);
        row.folder = file.isDir();
        const QString name = file.fileName().isEmpty() ? row.path : file.fileName();
        row.name->setText(elided(*row.name, diagram::visibleText(name), Qt::ElideMiddle, nameWidth));
        row.name->setToolTip(plainToolTip(row.path));
        row.bar->show(0, false);
        row.files->setText(tr("waits"));
        row.amount->clear();
        row.done->clear();
    }
    const int more = count - sourcesNamed;
    m_more->setVisible(more > 0);
    m_more->setText(tr("and %n more", nullptr, more));
    for (QLabel* words : m_words)
        words->setText(tr("waits"));
    showStage(read, {});
    tick();
    m_wait.start();
}

void ImportScreen::progress(Step step, qint64 done, qint64 total)
{
    if (!m_wait.isActive() && !isVisible())
        return;
    const QLocale locale;
    switch (step) {
    case Step::reading:
        showStage(read, done > 0 ? locale.formattedDataSize(done, 1, QLocale::DataSizeSIFormat) : QString());
        break;
    case Step::puttingTogether:
    case Step::kustomizations:
        showStage(read, tr("putting together"));
        break;
    case Step::resolving:
        showStage(resolve, total > 0 ? tr("step %1 of %2").arg(done + 1).arg(total) : QString());
        break;
    case Step::decidingLayers:
        showStage(assess, total > 0 ? tr("%1 of %2 services").arg(locale.toString(done), locale.toString(total)) : QString());
        break;
    case Step::lookingForPaths:
        showStage(assess, tr("looking for paths"));
        break;
    case Step::makingDrawing:
    case Step::layingOut:
        showStage(draw, tr("placing services"));
        break;
    case Step::comparing:
    case Step::readingReview:
    case Step::writingReport:
        break; // not of an import
    }
}

void ImportScreen::showReading(const importers::ReadingState& state)
{
    if (!m_wait.isActive() && !isVisible())
        return;
    const QLocale locale;
    m_ended = 0;
    for (const importers::SourceReading& source : state.sources) {
        m_ended += source.ended ? 1 : 0;
        const QString path = QString::fromStdString(source.path);
        const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& known) { return known.path == path; });
        if (row == m_rows.end() || row->name->isHidden() || (!source.ended && source.found == 0 && source.files == 0))
            continue;
        const bool counted = source.found > 0 && !source.ended; // what is left is known
        const double part = static_cast<double>(source.files) / static_cast<double>(std::max(source.found, std::size_t{1}));
        row->bar->show(source.ended ? 1 : counted ? part : 0, source.ended);
        if (source.ended && source.files == 0)
            row->files->setText(tr("no file"));
        else
            row->files->setText(counted ? tr("%1 of %2 files").arg(locale.toString(source.files), locale.toString(source.found))
                                        : tr("%n files", nullptr, static_cast<int>(source.files)));
        QStringList amount;
        if (source.objects > 0)
            amount << tr("%1 objects").arg(locale.toString(static_cast<qulonglong>(source.objects)));
        if (source.reports > 0)
            amount << tr("%n reports", nullptr, static_cast<int>(source.reports));
        row->amount->setText(amount.join(QStringLiteral(", ")));
        row->done->setText(source.ended ? QStringLiteral("✓") : QString());
        row->done->setAccessibleName(source.ended ? tr("read") : QString());
    }
    if (state.problems > 0) {
        m_problemsHead->setText(tr("%n problems so far; the rest goes on.", nullptr, static_cast<int>(state.problems)));
        QStringList lines;
        for (const importers::ProblemSoFar& problem : state.firstProblems)
            lines << elided(*m_problemsList, told(problem.message), Qt::ElideRight, messageWidth) + QStringLiteral("   ") +
                         elided(*m_problemsList, shown(problem.place), Qt::ElideLeft, placeWidth);
        m_problemsList->setText(lines.join(QLatin1Char('\n')));
    }
    m_problems->setVisible(state.problems > 0);
    place();
    tick();
}

void ImportScreen::showStage(int stage, const QString& words)
{
    const bool next = stage > m_stage;
    m_stage = std::max(stage, m_stage);
    m_words[static_cast<std::size_t>(stage)]->setText(words.isEmpty() ? tr("runs") : words);
    if (!next)
        return;
    for (int i = 0; i < m_stage; ++i)
        m_words[static_cast<std::size_t>(i)]->setText(tr("done"));
    paintStages();
}

void ImportScreen::showEarly(std::shared_ptr<const diagram::Drawing> drawing, int services)
{
    m_early = std::move(drawing);
    m_index = std::make_shared<const diagram::SceneIndex>(*m_early);
    m_stop->setText(tr("Stop, keep what was read"));
    if (m_stage < draw)
        m_words[draw]->setText(tr("early: %n services", nullptr, services));
    appear();
}

void ImportScreen::end()
{
    m_wait.stop();
    m_tick.stop();
    m_painting.cancel();
    m_early.reset();
    m_index.reset();
    m_resized.stop();
    m_shown = {};
    const bool focused = m_stop->hasFocus();
    hide();
    if (focused && m_over->currentWidget())
        m_over->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ImportScreen::appear()
{
    m_wait.stop();
    m_tick.start();
    if (!isVisible())
        paintSigns();
    cover();
    show();
    raise();
    // The keyboard is not for what is covered.
    if (const QWidget* focus = m_over->currentWidget()->focusWidget(); focus && focus->hasFocus())
        m_stop->setFocus(Qt::OtherFocusReason);
}

void ImportScreen::cover()
{
    setGeometry(0, m_over->tabBar()->height(), m_over->width(), m_over->height() - m_over->tabBar()->height());
    place();
    if (m_shown.isNull())
        paintPicture();
    else
        m_resized.start();
}

void ImportScreen::place()
{
    const QSize hint = m_panel->sizeHint();
    const QSize wanted(std::min(std::max(panelWidth, hint.width()), width() - 2 * margin), hint.height());
    // Low, so that the drawing is seen above it; in the middle while there is none.
    const int top = m_early ? height() - wanted.height() - 3 * margin : (height() - wanted.height()) / 2;
    m_panel->setGeometry(QRect(QPoint((width() - wanted.width()) / 2, std::max(margin / 2, top)), wanted));
}

void ImportScreen::paintPicture()
{
    if (!m_early || m_early->bounds.isEmpty())
        return;
    diagram::FrameRequest request{m_early, m_index, diagram::fitted(m_early->bounds, size()), size(), devicePixelRatioF()};
    request.view.theme = &shownTheme();
    request.view.words = &inLanguage;
    m_painting.start(
        [request = std::move(request)](const std::stop_token& stop) {
            return stop.stop_requested() ? QImage() : diagram::FramePainter().paint(request);
        },
        [this](const QImage& picture) {
            m_shown = picture;
            update();
        });
}

void ImportScreen::tick()
{
    const QString seconds = tr("%1 s so far").arg(QLocale().toString(static_cast<double>(m_clock.elapsed()) / 1000, 'f', 1));
    m_aside->setText(m_ended > 0 ? tr("%1 done, %2").arg(QLocale().toString(m_ended), seconds) : seconds);
}

void ImportScreen::paintSigns()
{
    const diagram::Theme& theme = shownTheme();
    m_panel->setStyleSheet(QStringLiteral("QFrame#importPanel { background: %1; border: 1px solid %2; border-radius: 10px; }"
                                          "QFrame#importProblems { background: %3; border: none; border-radius: 6px; }")
                               .arg(theme.surf.name(), theme.line2.name(), theme.partialT.name()));
    const auto sign = [&](QLabel* on, diagram::Icon icon, const QColor& ink) {
        on->setPixmap(QPixmap::fromImage(diagram::iconImage(icon, signSide, ink, devicePixelRatioF())));
    };
    for (const Row& row : m_rows) {
        sign(row.sign, row.folder ? diagram::Icon::folder : diagram::Icon::file, theme.ink2);
        for (QLabel* words : {row.files, row.amount})
            colour(words, theme.ink2);
        colour(row.done, theme.present);
    }
    for (QLabel* words : m_words)
        colour(words, theme.ink2);
    colour(m_aside, theme.ink2);
    colour(m_more, theme.ink2);
    sign(m_problemsSign, diagram::Icon::warning, theme.partial);
    paintStages();
}

void ImportScreen::paintStages()
{
    const diagram::Theme& theme = shownTheme();
    for (int i = 0; i < stages; ++i) {
        const auto at = static_cast<std::size_t>(i);
        QPalette palette = m_bars[at]->palette();
        palette.setColor(QPalette::Window, i < m_stage ? theme.present : i == m_stage ? theme.accent : theme.line);
        m_bars[at]->setPalette(palette);
        QFont font = m_heads[at]->font();
        font.setWeight(i == m_stage ? QFont::DemiBold : QFont::Normal);
        m_heads[at]->setFont(font);
    }
}

void ImportScreen::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), shownTheme().canvas);
    painter.setOpacity(0.5);
    painter.drawImage(0, 0, m_shown);
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
    if (event->type() == QEvent::PaletteChange && isVisible()) {
        paintSigns();
        paintPicture();
    }
}

} // namespace bartizan::desktop
