// SPDX-License-Identifier: GPL-3.0-or-later
// The inspector's block on connectivity: how far policies narrow a service to the peers that it needs.
#include "analysis/connectivity/connectivity.h"
#include "app/desktop/views/inspector.h"

namespace bartizan::desktop {

namespace {

constexpr QLatin1String lensCommand("lens");
constexpr QLatin1String fromCommand("whyFrom");
constexpr QLatin1String toCommand("whyTo");

} // namespace

void Inspector::addNetwork(const WorkloadPosture& posture)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot->posture().connectivity)
        return;
    const NetworkNeed& need = posture.network;
    const std::size_t others = snapshot->posture().workloads.size() - 1;
    const auto side = [](bool restricted) { return restricted ? tr("restricted by policy") : tr("open: no policy selects it"); };
    QTreeWidgetItem* heading = m_tree->addHeading(tr("Network"), tr("%1 in, %2 out").arg(need.admitted).arg(need.reached));
    m_tree->addSentence(heading,
                        tr("Coming in, %1. May be reached by %2 of %3 other services; of the %4 that call it, %5 are let "
                           "through.")
                            .arg(side(need.restrictedIn), QString::number(need.admitted), QString::number(others),
                                 QString::number(need.callers), QString::number(need.callersAdmitted)));
    m_tree->addSentence(heading, tr("Going out, %1. May reach %2 of %3 other services; of the %4 that it calls, %5 are within "
                                    "reach.")
                                     .arg(side(need.restrictedOut), QString::number(need.reached), QString::number(others),
                                          QString::number(need.callees), QString::number(need.calleesReached)));
    m_tree->addCommand(heading, tr("Show it in the Connectivity lens"), lensCommand);
    m_tree->addCommand(heading, tr("Why can it reach …"), fromCommand);
    m_tree->addCommand(heading, tr("Why can … reach it"), toCommand);
}

void Inspector::runCommand(const QString& command)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_state.workload().valid())
        return;
    const std::string& id = snapshot->model().architecture.workload(m_state.workload()).id;
    if (command == lensCommand) {
        m_state.setLens(diagram::Lens::connectivity);
        m_state.showView(QStringLiteral("graph"));
    } else {
        m_state.askWhy(command == fromCommand ? id : std::string(), command == toCommand ? id : std::string());
    }
}

} // namespace bartizan::desktop
