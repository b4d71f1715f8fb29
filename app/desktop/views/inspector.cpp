// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/inspector.h"

#include "app/desktop/plain_text.h"
#include "app/desktop/views/wall_picture.h"
#include "diagram/marks.h"
#include "report/text/sections.h"

#include <QHeaderView>
#include <QIcon>
#include <QPixmap>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int evidenceRole = Qt::UserRole;

diagram::Mark markOf(Verdict verdict)
{
    return static_cast<diagram::Mark>(verdict);
}

// Rows as high as their wrapped text: Qt's own delegate does not know how wide the column is.
class WrappingDelegate final : public QStyledItemDelegate {
public:
    explicit WrappingDelegate(QTreeView* tree) : QStyledItemDelegate(tree), m_tree(tree)
    {
        connect(tree->header(), &QHeaderView::sectionResized, this, [this](int, int, int) { emit sizeHintChanged({}); });
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        int depth = 1;
        for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
            ++depth;
        const int margins = 2 * (m_tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, m_tree) + 1);
        const int icon = item.icon.isNull() ? 0 : item.decorationSize.width() + margins;
        const int width = std::max(60, m_tree->columnWidth(0) - depth * m_tree->indentation() - icon - margins);
        const QRect text = item.fontMetrics.boundingRect(QRect(0, 0, width, 100000), Qt::TextWordWrap, item.text);
        return {width, std::max(text.height(), item.icon.isNull() ? 0 : item.decorationSize.height()) + 4};
    }

private:
    QTreeView* m_tree;
};

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Inspector::Inspector(Session& session, ViewState& state, QWidget* parent)
    : QWidget(parent), m_session(session), m_state(state), m_name(plainLabel(this)), m_subtitle(plainLabel(this)),
      m_counts(plainLabel(this)), m_wall(new WallPicture(this)), m_tree(new QTreeWidget(this))
{
    QFont bold = m_name->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_tree->setHeaderHidden(true);
    m_tree->setWordWrap(true);
    m_tree->setUniformRowHeights(false);
    m_tree->setItemDelegate(new WrappingDelegate(m_tree));
    m_tree->setAccessibleName(tr("Verdicts"));
    m_tree->header()->setStretchLastSection(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_name);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_wall);
    layout->addWidget(m_counts);
    layout->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemActivated, this, &Inspector::activate);
    connect(m_tree, &QTreeWidget::itemClicked, this, &Inspector::activate);
    connect(&session, &Session::finished, this, &Inspector::showSystem);
    connect(&state, &ViewState::workloadChanged, this, &Inspector::showWorkload);
    connect(&state, &ViewState::findingChanged, this, &Inspector::showFinding);
    showSystem();
}

void Inspector::setDark(bool dark)
{
    m_dark = dark;
    m_wall->setDark(dark);
    if (m_state.workload().valid())
        showWorkload();
}

QTreeWidgetItem* Inspector::addText(QTreeWidgetItem* parent, const QString& text)
{
    auto* item = new QTreeWidgetItem(parent, {text});
    item->setToolTip(0, plainToolTip(text));
    return item;
}

QTreeWidgetItem* Inspector::addEvidence(QTreeWidgetItem* parent, const Evidence& evidence, const QString& before)
{
    const QString place = QString::fromStdString(report::where(m_session.snapshot()->model().inventory, evidence));
    QTreeWidgetItem* item =
        addText(parent, before + place + (evidence.text().empty() ? QString() : QStringLiteral("   ") + shown(evidence.text())));
    item->setData(0, evidenceRole, static_cast<int>(m_evidence.size()));
    item->setForeground(0, palette().link());
    m_evidence.push_back(evidence);
    return item;
}

void Inspector::addVerdict(QTreeWidgetItem* parent, const LayerVerdict& verdict)
{
    addText(parent, shown(verdict.reason));
    for (const Facet& facet : verdict.facets) {
        QTreeWidgetItem* item =
            addText(parent, shown(facet.name) + QStringLiteral(": ") + QString::fromLatin1(verdictText(facet.verdict)) +
                                QStringLiteral(". ") + shown(facet.reason));
        for (const Evidence& evidence : facet.evidence)
            addEvidence(item, evidence);
    }
    for (const Evidence& evidence : verdict.evidence)
        addEvidence(parent, evidence);
    if (!verdict.within.empty())
        addText(parent, tr("Searched: %1").arg(shown(verdict.within)));
    for (const NearMiss& miss : verdict.nearMisses) {
        QTreeWidgetItem* item = addText(parent, tr("Nearest miss: %1").arg(shown(miss.sentence)));
        if (miss.evidence.valid())
            addEvidence(item, miss.evidence);
    }
    for (const SettledBy& settled : verdict.settledBy)
        addText(parent, tr("Would settle it: %1").arg(shown(settled.input)) +
                            (settled.command.empty() ? QString() : QStringLiteral("   ") + shown(settled.command)));
}

void Inspector::showSystem()
{
    m_evidence.clear();
    m_tree->clear();
    m_wall->clear();
    m_counts->clear();
    const SnapshotPtr snapshot = m_session.snapshot();
    m_name->setText(snapshot ? tr("Nothing selected") : QString());
    m_subtitle->setText(snapshot ? tr("Select a service in the drawing or a finding below.") : QString());
}

void Inspector::showWorkload()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_state.workload().valid())
        return showSystem();
    m_evidence.clear();
    m_tree->clear();
    const Model& model = snapshot->model();
    const Workload& workload = model.architecture.workload(m_state.workload());
    const WorkloadPosture& posture = snapshot->posture().workloads[m_state.workload().pos()];
    m_name->setText(shown(workload.name));
    m_subtitle->setText(shown(workload.ns) + QStringLiteral(" · ") + shown(workload.kind) + QStringLiteral(" · ") +
                        QString::fromLatin1(toWord(workload.sensitivity)) + QStringLiteral(" (") +
                        QString::fromLatin1(toWord(workload.sensitivitySource)) + QLatin1Char(')'));
    m_counts->setText(QString::fromStdString(report::countsText(posture.counts)));
    for (const diagram::Node& node : snapshot->drawing->nodes)
        if (node.id == workload.id)
            m_wall->show(node);
    QTreeWidgetItem* reach = addText(m_tree->invisibleRootItem(), tr("Reachable from outside"));
    addText(reach, shown(posture.reachable.reason));
    for (const Evidence& evidence : posture.reachable.evidence)
        addEvidence(reach, evidence);
    reach->setExpanded(true);
    for (const FamilyText& family : snapshot->loaded->catalogue.families) {
        auto* group = addText(m_tree->invisibleRootItem(), shown(family.title));
        bool open = false;
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            const LayerText* text = snapshot->loaded->catalogue.layer(layerId(static_cast<Layer>(layer)));
            if (!text || text->family != family.id)
                continue;
            const LayerVerdict& verdict = posture.layers[layer];
            auto* item =
                addText(group, shown(text->title) + QStringLiteral(": ") + QString::fromLatin1(verdictText(verdict.verdict)) +
                                   (posture.required[layer] ? QString() : tr(" (not required)")));
            item->setToolTip(0, plainToolTip(QString::fromStdString(text->why + "\n" + text->howDecided)));
            const auto& theme = m_dark ? diagram::darkTheme() : diagram::lightTheme();
            item->setIcon(0,
                          QIcon(QPixmap::fromImage(diagram::markImage(markOf(verdict.verdict), 12, theme, devicePixelRatioF()))));
            addVerdict(item, verdict);
            const bool bad = posture.required[layer] && verdict.verdict == Verdict::missing;
            item->setExpanded(bad);
            open = open || bad;
        }
        group->setExpanded(open);
    }
    auto* images = addText(m_tree->invisibleRootItem(), tr("Images"));
    for (const WorkloadPosture::ImageScan& scan : posture.images) {
        auto* item = addText(images, shown(scan.reference) + QStringLiteral(": ") + shown(scan.explanation));
        for (const Evidence& evidence : scan.evidence)
            addEvidence(item, evidence);
    }
}

void Inspector::showFinding()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || m_state.finding() < 0)
        return;
    m_evidence.clear();
    m_tree->clear();
    m_wall->clear();
    const Finding& finding = snapshot->posture().findings[static_cast<std::size_t>(m_state.finding())];
    m_name->setText(shown(finding.title));
    m_subtitle->setText(QString::fromLatin1(severityWord(finding.severity)) + QStringLiteral(" · ") + shown(finding.id));
    m_counts->setText(shown(finding.reason));
    QTreeWidgetItem* root = m_tree->invisibleRootItem();
    auto* places = addText(root, tr("Evidence"));
    for (const Evidence& evidence : finding.evidence)
        addEvidence(places, evidence);
    if (!finding.within.empty())
        addText(places, tr("Searched: %1").arg(shown(finding.within)));
    places->setExpanded(true);
    for (const NearMiss& miss : finding.nearMisses) {
        auto* item = addText(root, tr("Nearest miss: %1").arg(shown(miss.sentence)));
        if (miss.evidence.valid())
            addEvidence(item, miss.evidence);
        item->setExpanded(true);
    }
    auto* subjects = addText(root, tr("Subjects (%1)").arg(finding.subjects.size()));
    for (const std::string& subject : finding.subjects)
        addText(subjects, shown(subject));
    subjects->setExpanded(finding.subjects.size() <= 12);
    if (!finding.fix.empty())
        addText(root, tr("Fix: %1").arg(shown(finding.fix)));
    if (!finding.controls.empty()) {
        auto* controls = addText(root, tr("Supports evidence for"));
        for (const std::string& control : finding.controls) {
            const ControlText* text = snapshot->loaded->catalogue.control(control);
            addText(controls, shown(control) + (text ? QStringLiteral("  ") + shown(text->title) : QString()));
        }
    }
}

void Inspector::activate(QTreeWidgetItem* item)
{
    const QVariant index = item->data(0, evidenceRole);
    if (index.isValid() && index.toInt() < static_cast<int>(m_evidence.size()))
        m_state.showEvidence(m_evidence[static_cast<std::size_t>(index.toInt())]);
}

} // namespace bartizan::desktop
