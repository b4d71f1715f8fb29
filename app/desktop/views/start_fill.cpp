// SPDX-License-Identifier: GPL-3.0-or-later
// What the first screen says of a snapshot: its scope, what changed since it was last seen, and the charts.
#include "analysis/images_in_use.h"
#include "analysis/service_counts.h"
#include "app/desktop/language.h"
#include "app/desktop/last_seen.h"
#include "app/desktop/models/changes_model.h"
#include "app/desktop/palette.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/views/start_view.h"
#include "app/desktop/widgets/charts.h"
#include "app/desktop/widgets/flow_line.h"
#include "app/desktop/widgets/layer_bars.h"
#include "diagram/posture_nodes.h"
#include "diagram/text.h"
#include "report/text/sections.h"

#include <QPushButton>

namespace bartizan::desktop {

namespace {

Cell statement(const CellPart& sign, const QString& strongText, const QString& rest)
{
    CellPart first = sign;
    first.text = strongText;
    first.tone = Tone::strong;
    return {first, quiet(rest)};
}

} // namespace

void StartView::fillScope()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const Model& model = snapshot->model();
    const report::ScopeCounts counts = report::scopeCounts(model);
    const ServiceCounts services = countServices(model.architecture);
    std::size_t spaces = 0;
    for (const Namespace& space : model.architecture.namespaces)
        spaces += space.workloads.empty() ? 0 : 1;
    std::vector<Cell> statements;
    statements.push_back(
        statement(marked(diagram::Mark::present, {}), tr("Read"),
                  tr("%1 kinds in %2 namespaces, %3 objects").arg(counts.kindsRead).arg(spaces).arg(counts.applied)));
    if (counts.kindsRefused > 0)
        statements.push_back(
            statement(withIcon(diagram::Icon::warning, {}), tr("Refused"), tr("%1 kinds").arg(counts.kindsRefused)));
    if (counts.kindsNotAsked > 0)
        statements.push_back(
            statement(marked(diagram::Mark::notApplicable, {}), tr("Not asked"), tr("%1 kinds").arg(counts.kindsNotAsked)));
    const std::vector<std::string> reviewed = report::deployablesNamed(model.inventory, true);
    if (!reviewed.empty()) {
        QString rest = listed(reviewed, 2);
        if (counts.notApplied > 0)
            rest += tr(", %1 objects not applied").arg(counts.notApplied);
        statements.push_back(statement(withIcon(diagram::Icon::file, {}), tr("Variant"), rest));
    }
    const auto problems =
        model.inventory.problems.size() + model.architecture.problems.size() + snapshot->posture().problems.size();
    if (problems > 0)
        statements.push_back(statement(withIcon(diagram::Icon::warning, {}), tr("Problems"), QString::number(problems)));
    statements.push_back(
        statement(withIcon(diagram::Icon::clock, {}), tr("As of"), QString::fromStdString(snapshot->posture().asOf)));
    statements.push_back(statement(withIcon(diagram::Icon::lock, {}), tr("Sensitivity"),
                                   tr("confirmed for %1 of %2").arg(services.confirmed).arg(services.all)));
    m_scope->show(statements);
}

void StartView::fillChange()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const Posture& posture = snapshot->posture();
    QStringList lines;
    const ComparedPtr& compared = m_state.compared();
    const bool comparing = compared && compared->of == snapshot;
    m_changeTarget = comparing          ? QStringLiteral("changes")
                     : snapshot->before ? QStringLiteral("comparePrevious")
                                        : QStringLiteral("compareFolder");
    m_changeLink->setText(comparing          ? tr("Read the changes")
                          : snapshot->before ? tr("Compare with the state before the last reading")
                                             : tr("Compare with another folder…"));
    if (comparing) {
        m_changeCard->setTitle(tr("Compared with %1").arg(diagram::visibleText(compared->name)));
        m_changeCard->setAside({});
        lines << changeSentences(*compared);
    } else if (const std::optional<SeenChange> change = changeSinceLastSeen(*snapshot)) {
        m_changeCard->setTitle(tr("Since %1").arg(change->since.left(10)));
        m_changeCard->setAside(tr("when this was last open here"));
        lines << tr("+  Worse: %n new findings", nullptr, static_cast<int>(change->worse.size()));
        constexpr std::size_t mostNamed = 2;
        for (std::size_t i = 0; i < change->worse.size() && i < mostNamed; ++i)
            lines << QStringLiteral("     ") + told(posture.findings[static_cast<std::size_t>(change->worse[i])].title);
        lines << tr("✓  Better: %n findings gone", nullptr, change->better);
    } else {
        m_changeCard->setTitle(tr("Since last time"));
        m_changeCard->setAside({});
        lines << tr("These sources are open here for the first time.");
    }
    int reopened = 0, decided = 0;
    for (const Finding& finding : posture.findings) {
        reopened += finding.state == FindingState::reopened ? 1 : 0;
        decided += finding.state != FindingState::open ? 1 : 0;
    }
    const ReviewStanding& standing = posture.review;
    if (decided == 0 && standing.orphaned.empty() && standing.expired.empty() && standing.expiringSoon.empty()) {
        lines << tr("No decision yet: choose a finding and press D.");
    } else {
        lines << tr("%1 of %2 findings decided").arg(decided).arg(posture.findings.size());
        lines << tr("Reopened: %1").arg(reopened);
        lines << tr("Expired: %1, expiring within %2 days: %3")
                     .arg(standing.expired.size())
                     .arg(expiringSoonDays)
                     .arg(standing.expiringSoon.size());
        if (!standing.orphaned.empty())
            lines << tr("Decisions without a finding now: %1").arg(standing.orphaned.size());
        lines << tr("Ctrl+L lists the whole review.");
    }
    m_change->setText(lines.join(QLatin1Char('\n')));
}

void StartView::fillCharts()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot)
        return;
    if (!m_severities) { // not before there is something to draw: Qt Charts takes its time
        m_severities = new BarChart(tr("Findings by severity"), m_findingsCard);
        m_findingsCard->content()->addWidget(m_severities);
        m_ages = new BarChart(tr("Image reports by age"), m_reportsCard);
        m_reportsCard->content()->addWidget(m_ages);
    }
    const Posture& posture = snapshot->posture();
    const diagram::Theme& theme = shownTheme();
    std::array<diagram::MarkCounts, diagram::layerCount> counts{};
    std::array<int, 5> severities{};
    for (const WorkloadPosture& workload : posture.workloads) {
        for (std::size_t layer = 0; layer < layerCount; ++layer)
            ++counts[layer][diagram::markOf(workload.layers[layer].verdict)];
    }
    const std::vector<ImageInUse> images = imagesInUse(posture);
    const std::array<std::size_t, 5> ages = scanAges(images);
    for (const Finding& finding : posture.findings)
        ++severities[static_cast<std::size_t>(finding.severity)];
    m_layersCard->setAside(tr("%n services, worst part first; the figure is present of applicable", nullptr,
                              static_cast<int>(posture.workloads.size())));
    m_layers->show(counts);
    std::vector<BarChart::Bar> bars;
    for (int i = 0; i < 5; ++i)
        bars.push_back({inLanguage(diagram::severityName(static_cast<diagram::Severity>(i))),
                        severities[static_cast<std::size_t>(i)],
                        diagram::severityColour(theme, static_cast<diagram::Severity>(i)), false});
    m_findingsCard->setAside(tr("%1 in all").arg(posture.findings.size()));
    m_severities->setBars(bars, true);
    bars = {{tr("7 d"), static_cast<int>(ages[0]), theme.present, false},
            {tr("30 d"), static_cast<int>(ages[1]), theme.present, false},
            {tr("90 d"), static_cast<int>(ages[2]), theme.partial, false},
            {tr("more"), static_cast<int>(ages[3]), theme.partial, false},
            {tr("none"), static_cast<int>(ages[4]), theme.unknown, true}};
    m_reportsCard->setAside(tr("%n images, by age", nullptr, static_cast<int>(images.size())));
    m_ages->setBars(bars, false);
}

} // namespace bartizan::desktop
