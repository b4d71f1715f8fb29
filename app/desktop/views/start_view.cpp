// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/start_view.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/widgets/cell_delegate.h"
#include "app/desktop/widgets/flow_line.h"
#include "app/desktop/widgets/layer_bars.h"
#include "diagram/text.h"
#include "report/text/sections.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <cmath>

namespace bartizan::desktop {

namespace {

constexpr std::size_t mostWays = 8, mostCauses = 7, mostCannotTell = 5;

// Number of verdicts with the unknown mark, the input, below it the command, and a sign to copy it.
class CannotTellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const diagram::Theme& theme = shownTheme();
        const auto& row = static_cast<const CannotTellModel*>(index.model())->rows()[static_cast<std::size_t>(index.row())];
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box(option.rect);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(box, theme.sel);
        painter->setPen(QPen(theme.grid, 1));
        painter->drawLine(QPointF(box.left(), box.bottom() + 0.5), QPointF(box.right() + 1, box.bottom() + 0.5));
        if (index.column() == 0) {
            drawCell(*painter, QRectF(box.left() + 2, box.top() + 3, box.width(), 20),
                     {marked(diagram::Mark::unknown, QString::number(row.settles), Tone::strong)}, theme);
        } else {
            const double room = box.width() - 26;
            const diagram::TextStyle input{12.5, QFont::Normal, false}, command{11, QFont::Normal, true};
            diagram::drawText(*painter, {box.left(), box.top() + 17}, diagram::elideRight(row.input, input, room), input,
                              theme.ink);
            diagram::drawText(*painter, {box.left(), box.top() + 34}, diagram::elideRight(row.command, command, room), command,
                              theme.ink2);
            if (!row.command.isEmpty())
                diagram::drawIcon(*painter, diagram::Icon::copy, QRectF(box.right() - 18, box.top() + 8, 14, 14), theme.ink2);
        }
        painter->restore();
    }
};

QLabel* textLabel(QWidget* parent, double pixels, QFont::Weight weight)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(pixels * 0.75);
    font.setWeight(weight);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// A paragraph of the empty page, which is the first picture of the window. It is laid out once, for its size and its
// picture, not at every step of a layout and every painting as a QLabel is.
class FixedText final : public QLabel {
public:
    FixedText(const QString& text, double pixels, QFont::Weight weight, QWidget* parent) : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        QFont shown = font();
        shown.setPointSizeF(pixels * 0.75);
        shown.setWeight(weight);
        setFont(shown);
    }
    QSize sizeHint() const override
    {
        ensurePolished();                              // the style sheet's font, at once
        if (m_height == 0 || m_lines.font() != font()) // or its scale
            layOut();
        return {width, static_cast<int>(std::ceil(m_height))};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
    int heightForWidth(int) const override { return -1; }
    bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        sizeHint();
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        m_lines.draw(&painter, {});
    }

private:
    static constexpr int width = 580; // px

    void layOut() const
    {
        m_lines.setText(text());
        m_lines.setFont(font());
        m_lines.setCacheEnabled(true);
        m_height = 0;
        m_lines.beginLayout();
        for (QTextLine line = m_lines.createLine(); line.isValid(); line = m_lines.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, m_height});
            m_height += line.height();
        }
        m_lines.endLayout();
    }

    mutable QTextLayout m_lines;
    mutable double m_height = 0;
};

} // namespace

StartView::StartView(const ViewContext& context, QWidget* parent) : View(context, parent), m_pages(new QStackedWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_pages->addWidget(makeEmpty());
    m_state.backlog().add(Turn::later, this, [this] { makePage(); });
    connect(&m_state, &ViewState::comparedChanged, this, [this] {
        if (m_session.snapshot() && m_change)
            fillChange();
    });
}

QWidget* StartView::makeEmpty()
{
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 48, 48, 48);
    layout->addStretch(2);
    auto* title = new FixedText(tr("Nothing to look along yet."), 20, QFont::DemiBold, page);
    auto* text = new FixedText(
        tr("Drop files or a folder anywhere in this window: Kubernetes manifests, what `kubectl get -o yaml` prints, "
           "archives of them, and Trivy or Grype reports beside them. Nothing leaves this machine."),
        12.5, QFont::Normal, page);
    auto* hints = new FixedText(tr("Ctrl+O opens files, Ctrl+Shift+O a folder, Ctrl+Shift+P every command by its name."), 12.5,
                                QFont::Normal, page);
    auto* sample = new QPushButton(tr("Open the sample"), page);
    connect(sample, &QPushButton::clicked, this, [this] { m_state.requestCommand(QStringLiteral("openSample")); });
    auto* folder = new QPushButton(tr("Open a folder…"), page);
    connect(folder, &QPushButton::clicked, this, [this] { m_state.requestCommand(QStringLiteral("openFolder")); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(folder);
    buttons->addWidget(sample);
    buttons->addStretch(1);
    for (QLabel* label : {title, text, hints}) {
        layout->addWidget(label);
        layout->addSpacing(8);
    }
    layout->addLayout(buttons);
    layout->addStretch(3);
    return page;
}

void StartView::makePage()
{
    if (m_pages->count() > 1)
        return;
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto* page = new QWidget(scroll);
    page->setObjectName(QStringLiteral("page"));
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(12);
    m_scope = new FlowLine(page);
    layout->addWidget(m_scope);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(24, 4, 24, 8);
    body->setSpacing(12);
    m_sentence = textLabel(page, 20, QFont::DemiBold);
    auto* links = new QHBoxLayout;
    links->setSpacing(4);
    const auto addLink = [&](const QString& text, const char* target) {
        auto* link = new QPushButton(text, page);
        link->setProperty("link", true);
        link->setCursor(Qt::PointingHandCursor);
        connect(link, &QPushButton::clicked, this, [this, target] { m_state.showView(QString::fromLatin1(target)); });
        links->addWidget(link);
        return link;
    };
    addLink(tr("Walk the drawing"), "graph");
    addLink(tr("Read the findings"), "findings");
    addLink(tr("Compare the services"), "matrix");
    m_allWays = addLink(tr("See all ways in"), "ways");
    links->addStretch(1);
    body->addWidget(m_sentence);
    body->addLayout(links);
    m_waysCard = new Card(tr("Ways in"), page);
    m_waysTable = new CardTable(&m_ways, 29, m_waysCard);
    m_waysTable->setShares({20, 9, 10, 24, 17, 20});
    m_waysTable->setAccessibleName(tr("Ways in"));
    m_waysCard->content()->addWidget(m_waysTable);
    body->addWidget(m_waysCard);
    body->addWidget(makeUpper(page));
    body->addWidget(makeLower(page));
    m_notExamined = textLabel(page, 11.5, QFont::Normal);
    body->addWidget(m_notExamined);
    layout->addLayout(body);
    layout->addStretch(1);
    const auto open = [this](const QModelIndex& index) {
        const WayInRow& row = m_ways.rows()[static_cast<std::size_t>(index.row())];
        if (row.first.valid())
            m_state.selectWorkload(row.first);
        if (row.evidence.valid())
            m_state.showEvidence(row.evidence);
        m_state.showView(QStringLiteral("graph"));
    };
    connect(m_waysTable, &QTableView::activated, this, open);
    m_pages->addWidget(scroll);
}

QWidget* StartView::makeUpper(QWidget* page)
{
    auto* row = new QWidget(page);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_causesCard = new Card(tr("Causes"), row);
    m_causesTable = new CardTable(&m_causes, 25, m_causesCard);
    m_causesTable->horizontalHeader()->hide();
    m_causesTable->setShares({80, 20});
    m_causesTable->setAccessibleName(tr("Causes"));
    m_causesCard->content()->addWidget(m_causesTable);
    m_causesCard->content()->addStretch(1);
    m_cannotTellCard = new Card(tr("What we cannot tell"), row);
    m_cannotTellTable = new CardTable(&m_cannotTell, 43, m_cannotTellCard);
    m_cannotTellTable->horizontalHeader()->hide();
    m_cannotTellTable->setItemDelegate(new CannotTellDelegate(m_cannotTellTable));
    m_cannotTellTable->setShares({18, 82}); // thousands too
    m_cannotTellTable->setAccessibleName(tr("What we cannot tell"));
    m_cannotTellCard->content()->addWidget(m_cannotTellTable);
    m_cannotTellCard->content()->addStretch(1);
    m_changeCard = new Card(tr("Since last time"), row);
    m_change = textLabel(m_changeCard, 12.5, QFont::Normal);
    m_changeCard->content()->addWidget(m_change);
    m_changeLink = new QPushButton(m_changeCard); // a label's links would trap Shift+Tab
    m_changeLink->setProperty("link", true);
    m_changeLink->setCursor(Qt::PointingHandCursor);
    connect(m_changeLink, &QPushButton::clicked, this, [this] {
        if (m_changeTarget == QLatin1String("changes"))
            m_state.showView(m_changeTarget);
        else
            m_state.requestCommand(m_changeTarget);
    });
    m_changeCard->content()->addWidget(m_changeLink);
    m_changeCard->content()->addStretch(1);
    layout->addWidget(m_causesCard, 42);
    layout->addWidget(m_cannotTellCard, 36);
    layout->addWidget(m_changeCard, 22);
    connect(m_causesTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        m_state.selectFinding(m_causes.rows()[static_cast<std::size_t>(index.row())].finding);
        m_state.showView(QStringLiteral("findings"));
    });
    const auto copyCommand = [this](const QModelIndex& index) {
        const CannotTellRow& row2 = m_cannotTell.rows()[static_cast<std::size_t>(index.row())];
        if (!row2.command.isEmpty())
            QGuiApplication::clipboard()->setText(row2.command);
    };
    connect(m_cannotTellTable, &QTableView::activated, this, copyCommand);
    connect(m_cannotTellTable, &QTableView::clicked, this, copyCommand);
    return row;
}

QWidget* StartView::makeLower(QWidget* page)
{
    auto* row = new QWidget(page);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_layersCard = new Card(tr("By layer"), row);
    m_layers = new LayerBars(m_layersCard);
    m_layersCard->content()->addWidget(m_layers);
    m_layersCard->content()->addStretch(1);
    m_findingsCard = new Card(tr("Findings"), row);
    m_reportsCard = new Card(tr("Image reports"), row);
    layout->addWidget(m_layersCard, 60);
    layout->addWidget(m_findingsCard, 20);
    layout->addWidget(m_reportsCard, 20);
    connect(m_layers, &LayerBars::layerChosen, this, [this](int layer) {
        m_state.setQuery(QStringLiteral("missing:") + QString::fromLatin1(layerId(static_cast<Layer>(layer))));
        m_state.showView(QStringLiteral("graph"));
    });
    return row;
}

void StartView::takeSnapshot()
{
    makePage();
    const SnapshotPtr snapshot = m_session.snapshot();
    m_ways.setSnapshot(snapshot, mostWays);
    m_causes.setSnapshot(snapshot, mostCauses);
    m_cannotTell.setSnapshot(snapshot, mostCannotTell);
    const Posture& posture = snapshot->posture();
    m_sentence->setText(told(posture.sentence));
    const auto entries = snapshot->model().architecture.entries.size();
    const bool more = entries > m_ways.rows().size();
    m_waysCard->setAside(entries == 0 ? tr("no way in from outside the cluster is in the input")
                         : more       ? tr("the %1 weakest of %2 entries").arg(m_ways.rows().size()).arg(entries)
                                      : tr("%n entries; weakest first", nullptr, static_cast<int>(entries)));
    m_allWays->setVisible(more);
    m_waysTable->setVisible(entries > 0);
    m_causesCard->setAside(
        posture.findings.empty()
            ? told(report::noFindings(snapshot->model()))
            : tr("the %1 most serious of %2 findings").arg(m_causes.rows().size()).arg(posture.findings.size()));
    m_cannotTellCard->setAside(
        posture.unknownInputs.empty()
            ? tr("no input that is known would settle more")
            : tr("%1 of %2 inputs that would settle verdicts").arg(m_cannotTell.rows().size()).arg(posture.unknownInputs.size()));
    fillScope();
    fillChange();
    m_state.backlog().add(Turn::later, this, [this] { fillCharts(); }); // below the fold
    QStringList notExamined;
    for (const std::string& item : snapshot->loaded->catalogue.notExamined)
        notExamined << told(item);
    m_notExamined->setText(tr("Not examined: %1.").arg(notExamined.join(QStringLiteral(", "))));
    m_pages->setCurrentIndex(1);
}

bool StartView::copy()
{
    for (CardTable* table : {m_waysTable, m_causesTable, m_cannotTellTable}) {
        if (!table->hasFocus() || !table->currentIndex().isValid())
            continue;
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells << table->currentIndex().siblingAtColumn(column).data().toString();
        QGuiApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
        return true;
    }
    return false;
}

void StartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_severities)
        fillCharts();
    View::changeEvent(event);
}

} // namespace bartizan::desktop
