// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/inspector.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/wall_picture.h"
#include "app/desktop/what_is.h"
#include "app/desktop/widgets/counts_line.h"
#include "diagram/fonts.h"
#include "diagram/marks.h"
#include "diagram/posture_nodes.h"
#include "model/review_apply.h"
#include "report/text/sections.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr unsigned linesAround = 6;
constexpr int mostNeighbours = 40;

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Inspector::Inspector(const ViewContext& context, QWidget* parent)
    : View(context, parent), m_name(plainLabel(this)), m_subtitle(plainLabel(this)), m_text(plainLabel(this)),
      m_counts(new CountsLine(this)), m_wall(new WallPicture(this)), m_tree(new FactTree(this)),
      m_source(new SourceView(context, this, linesAround))
{
    QFont bold = diagram::uiFont(16, QFont::DemiBold);
    bold.setPointSizeF(12);
    m_name->setFont(bold);
    m_tree->setAccessibleName(tr("Verdicts"));
    auto* upper = new QWidget(this);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 10, 12, 6);
    head->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_subtitle, m_wall, m_counts, m_text})
        head->addWidget(widget);
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addLayout(head);
    upperLayout->addWidget(m_tree, 1);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(upper);
    split->addWidget(m_source);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 1);
    split->setSizes({640, 170});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    setFocusProxy(m_tree);
    connect(m_tree, &FactTree::evidenceChosen, &m_state, [this](const Evidence& evidence) { m_state.showEvidence(evidence); });
    connect(m_tree, &FactTree::serviceChosen, this,
            [this](unsigned workload) { m_state.selectWorkload(WorkloadId(static_cast<std::size_t>(workload))); });
    connect(m_tree, &FactTree::commandChosen, this, &Inspector::runCommand);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &Inspector::contextMenu);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &Inspector::followLayer);
    connect(&m_state, &ViewState::workloadChanged, this, &Inspector::showWorkload);
    connect(&m_state, &ViewState::findingChanged, this, &Inspector::showFinding);
    connect(&m_state, &ViewState::lensChanged, this, &Inspector::showWorkload);
    showSystem();
}

void Inspector::followSelection()
{
    if (m_state.looksAtFinding())
        showFinding();
    else
        showWorkload();
}

void Inspector::addEvidence(QTreeWidgetItem* parent, const Evidence& evidence)
{
    if (!evidence.valid())
        return;
    const QString place = QString::fromStdString(report::where(m_session.snapshot()->model().inventory, evidence));
    m_tree->addEvidence(parent, evidence,
                        place + (evidence.text().empty() ? QString() : QStringLiteral("   ") + shown(evidence.text())));
}

void Inspector::addVerdict(QTreeWidgetItem* parent, const LayerVerdict& verdict)
{
    if (!verdict.reason.empty())
        m_tree->addSentence(parent, told(verdict.reason));
    for (const Facet& facet : verdict.facets) {
        QTreeWidgetItem* item = m_tree->addSentence(parent, told(facet.name) + QStringLiteral(": ") +
                                                                inLanguage(QString::fromLatin1(verdictText(facet.verdict))) +
                                                                QStringLiteral(". ") + told(facet.reason));
        for (const Evidence& evidence : facet.evidence)
            addEvidence(item, evidence);
    }
    for (const Evidence& evidence : verdict.evidence)
        addEvidence(parent, evidence);
    if (!verdict.within.empty())
        m_tree->addSentence(parent, tr("Searched: %1").arg(told(verdict.within)));
    for (const NearMiss& miss : verdict.nearMisses) {
        QTreeWidgetItem* item = m_tree->addSentence(parent, tr("Nearest miss: %1").arg(told(miss.sentence)));
        addEvidence(item, miss.evidence);
        item->setExpanded(true);
    }
    for (const SettledBy& settled : verdict.settledBy)
        m_tree->addSentence(parent, tr("Would settle it: %1").arg(told(settled.input)) +
                                        (settled.command.empty() ? QString() : QStringLiteral("\n") + shown(settled.command)));
}

void Inspector::showSystem()
{
    m_tree->clearFacts();
    m_wall->clear();
    m_counts->hide();
    m_text->hide();
    const SnapshotPtr snapshot = m_session.snapshot();
    m_name->setText(snapshot ? tr("Nothing selected") : tr("Inspector"));
    m_subtitle->setText(snapshot ? tr("Select a service in the drawing, the navigator or the matrix, or a finding below. "
                                      "Here stands what is known of it, each fact with its line.")
                                 : tr("What is known of a service or finding stands here, each fact with its line."));
}

void Inspector::showWorkload()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_state.workload().valid())
        return showSystem();
    const Workload& workload = snapshot->model().architecture.workload(m_state.workload());
    const WorkloadPosture& posture = snapshot->posture().workloads[m_state.workload().pos()];
    m_showsFinding = false;
    m_tree->clearFacts();
    m_text->hide();
    m_name->setText(shown(workload.name));
    QStringList about{shown(workload.cluster.empty() ? workload.ns : workload.cluster + "//" + workload.ns),
                      shown(workload.kind)};
    if (!workload.product.empty())
        about << shown(workload.product);
    if (!workload.owner.empty())
        about << tr("owner %1").arg(shown(workload.owner));
    about << tr("sensitivity by %1").arg(inLanguage(QString::fromLatin1(toWord(workload.sensitivitySource))));
    m_subtitle->setText(about.join(QStringLiteral(" · ")));
    m_counts->show(marksOf(posture.counts), posture.steps, static_cast<diagram::Sensitivity>(workload.sensitivity));
    for (const diagram::Node& node : snapshot->drawing->nodes)
        if (node.id == workload.id)
            m_wall->show(node);
    addNotes(reviewKeys(workload));
    addReach(posture);
    addNetwork(posture);
    addFamilies(posture);
    addNeighbours(m_state.workload());
    addImages(posture);
}

void Inspector::addReach(const WorkloadPosture& posture)
{
    QTreeWidgetItem* reach = m_tree->addHeading(tr("Reachable from outside"), posture.openDirect    ? tr("no check, direct")
                                                                              : posture.openRelayed ? tr("no check, relayed")
                                                                                                    : QString());
    m_tree->addSentence(reach, told(posture.reachable.reason));
    for (const Evidence& evidence : posture.reachable.evidence)
        addEvidence(reach, evidence);
    reach->setExpanded(true);
}

void Inspector::addFamilies(const WorkloadPosture& posture)
{
    const Catalogue& catalogue = m_session.snapshot()->loaded->catalogue;
    const std::string& workload = m_session.snapshot()->model().architecture.workload(posture.workload).id;
    // A lens that looks at some layers only opens their families.
    bool focused = false;
    for (int layer = 0; layer < diagram::layerCount; ++layer)
        focused = focused || !diagram::lensLooksAt(m_state.lens(), layer);
    for (int family = 0; family < diagram::familyCount; ++family) {
        std::vector<std::pair<diagram::Mark, bool>> marks;
        bool open = false;
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            if (diagram::familyOf(static_cast<int>(layer)) != static_cast<diagram::Family>(family))
                continue;
            const Verdict verdict = posture.layers[layer].verdict;
            marks.emplace_back(diagram::markOf(verdict), posture.required[layer]);
            const bool bad = posture.required[layer] && verdict == Verdict::missing;
            const bool looked = diagram::lensLooksAt(m_state.lens(), static_cast<int>(layer));
            open = open || (focused ? looked : bad);
        }
        QTreeWidgetItem* group = m_tree->addFamily(static_cast<diagram::Family>(family),
                                                   inLanguage(diagram::familyName(static_cast<diagram::Family>(family))), marks);
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            if (diagram::familyOf(static_cast<int>(layer)) != static_cast<diagram::Family>(family))
                continue;
            const LayerVerdict& verdict = posture.layers[layer];
            const LayerText* text = catalogue.layer(layerId(static_cast<Layer>(layer)));
            const QString title =
                (text ? inLanguage(shown(text->title)) : inLanguage(diagram::layerName(static_cast<int>(layer)))) +
                QStringLiteral(": ") + inLanguage(QString::fromLatin1(verdictText(verdict.verdict))) +
                (verdict.basis == Basis::stated ? tr(", stated") : QString()) +
                (posture.required[layer] ? QString() : tr(" (not required)"));
            QTreeWidgetItem* item = m_tree->addVerdict(group, diagram::markOf(verdict.verdict), posture.required[layer], title);
            if (text) {
                item->setToolTip(0, plainToolTip(told(text->why + "\n" + text->howDecided)));
                item->setWhatsThis(
                    0, plainToolTip(verdictHelp(diagram::markOf(verdict.verdict)) + QLatin1Char('\n') + layerHelp(*text)));
            }
            item->setData(0, layerRole, static_cast<int>(layer));
            addVerdict(item, verdict);
            addStatement(item, workload, static_cast<Layer>(layer), verdict);
            item->setExpanded(true);
        }
        group->setExpanded(open);
    }
}

void Inspector::addNeighbours(WorkloadId workload)
{
    const Architecture& architecture = m_session.snapshot()->model().architecture;
    if (m_callsOf != m_session.snapshot()->loaded) {
        m_calls = KnownCalls(architecture);
        m_callsOf = m_session.snapshot()->loaded;
    }
    const auto list = [&](const QString& title, const std::vector<std::uint32_t>& calls, bool callerSide) {
        QTreeWidgetItem* heading = m_tree->addHeading(title, QString::number(calls.size()));
        for (std::size_t i = 0; i < calls.size() && i < static_cast<std::size_t>(mostNeighbours); ++i) {
            const Call& call = architecture.calls[calls[i]];
            const Peer& peer = callerSide ? call.from : call.to;
            const QString name = shown(peerId(architecture, peer));
            QTreeWidgetItem* item =
                peer.kind == Peer::Kind::workload
                    ? m_tree->addService(heading, peer.workload.value, name, inLanguage(QString::fromLatin1(toWord(call.kind))))
                    : m_tree->addSentence(heading, name);
            for (const Evidence& evidence : call.evidence)
                addEvidence(item, evidence);
        }
        if (calls.empty())
            m_tree->addSentence(heading, callerSide ? tr("No call to it is known.") : tr("No call from it is known."));
    };
    list(tr("Called by"), m_calls.to(workload), true);
    list(tr("Calls"), m_calls.from(workload), false);
    const std::vector<WorkloadId> reached = m_calls.fallingWith(workload);
    QTreeWidgetItem* falls = m_tree->addHeading(tr("If it falls"), tr("%1 by known calls").arg(reached.size()));
    if (reached.empty())
        m_tree->addSentence(falls, tr("No other service is reached by known calls. What the network allows besides is decided by "
                                      "the network layer above."));
    for (std::size_t i = 0; i < reached.size() && i < static_cast<std::size_t>(mostNeighbours); ++i)
        m_tree->addService(falls, reached[i].value, shown(architecture.workload(reached[i]).id), {});
}

void Inspector::addImages(const WorkloadPosture& posture)
{
    QTreeWidgetItem* images = m_tree->addHeading(tr("Images"), QString::number(posture.images.size()));
    for (const WorkloadPosture::ImageScan& scan : posture.images) {
        QTreeWidgetItem* item = m_tree->addVerdict(images, diagram::markOf(scan.scanned), true, shown(scan.reference));
        m_tree->addSentence(item, told(scan.explanation));
        for (const Evidence& evidence : scan.evidence)
            addEvidence(item, evidence);
        item->setExpanded(true);
    }
}

void Inspector::showFinding()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || m_state.finding() < 0)
        return;
    const Finding& finding = snapshot->posture().findings[static_cast<std::size_t>(m_state.finding())];
    m_showsFinding = true;
    m_tree->clearFacts();
    m_wall->clear();
    m_counts->hide();
    m_name->setText(told(finding.title));
    m_subtitle->setText(told(severityWord(finding.severity)) + QStringLiteral(" · ") + told(finding.status) +
                        QStringLiteral(" · ") + shown(finding.id));
    QString sentences = told(finding.reason);
    if (!finding.statusReason.empty())
        sentences += QLatin1Char('\n') + tr("%1: %2").arg(told(finding.status), told(finding.statusReason));
    m_text->setText(sentences);
    m_text->show();
    addNotes({finding.id});
    QTreeWidgetItem* places = m_tree->addHeading(tr("Evidence"), QString::number(finding.evidence.size()));
    for (const Evidence& evidence : finding.evidence)
        addEvidence(places, evidence);
    if (!finding.within.empty())
        m_tree->addSentence(places, tr("Searched: %1").arg(told(finding.within)));
    places->setExpanded(true);
    if (!finding.nearMisses.empty()) {
        QTreeWidgetItem* misses = m_tree->addHeading(tr("Nearest misses"), QString::number(finding.nearMisses.size()));
        for (const NearMiss& miss : finding.nearMisses) {
            QTreeWidgetItem* item = m_tree->addSentence(misses, told(miss.sentence));
            addEvidence(item, miss.evidence);
            item->setExpanded(true);
        }
        misses->setExpanded(true);
    }
    if (!finding.fix.empty()) {
        QTreeWidgetItem* fix = m_tree->addHeading(tr("How to mend it"));
        m_tree->addSentence(fix, told(finding.fix));
        fix->setExpanded(true);
    }
    QTreeWidgetItem* subjects = m_tree->addHeading(tr("Subjects"), QString::number(finding.subjects.size()));
    const Architecture& architecture = snapshot->model().architecture;
    for (const std::string& subject : finding.subjects) {
        const auto found = std::lower_bound(architecture.workloads.begin(), architecture.workloads.end(), subject,
                                            [](const Workload& workload, const std::string& id) { return workload.id < id; });
        if (found != architecture.workloads.end() && found->id == subject)
            m_tree->addService(subjects, static_cast<unsigned>(found - architecture.workloads.begin()), shown(subject), {});
        else
            m_tree->addSentence(subjects, shown(subject));
    }
    subjects->setExpanded(finding.subjects.size() <= 12);
    if (!finding.controls.empty()) {
        QTreeWidgetItem* controls = m_tree->addHeading(tr("Supports evidence for"), QString::number(finding.controls.size()));
        for (const std::string& control : finding.controls) {
            const ControlText* text = snapshot->loaded->catalogue.control(control);
            m_tree->addSentence(controls, shown(control) + (text ? QStringLiteral("  ") + shown(text->title) : QString()));
        }
    }
}

bool Inspector::copy()
{
    QGuiApplication::clipboard()->setText(m_name->text() + QLatin1Char('\n') + m_tree->asText());
    return true;
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_tree)
        m_tree->viewport()->update();
    View::changeEvent(event);
}

} // namespace bartizan::desktop
