// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/presenter/presented_path.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/posture_nodes.h"
#include "report/text/pen.h"

#include <algorithm>
#include <map>

namespace bartizan::desktop {

namespace {

// Hands out "service 1", "service 2" in the order of asking.
class Names {
public:
    explicit Names(bool hide) : m_hide(hide) {}
    QString of(const std::string& name, const QString& kind)
    {
        if (!m_hide)
            return shown(name);
        const auto at = m_known.emplace(name, static_cast<int>(m_known.size()) + 1).first;
        return QStringLiteral("%1 %2").arg(kind).arg(at->second);
    }

private:
    bool m_hide;
    std::map<std::string, int> m_known;
};

const diagram::Node* nodeOf(const Snapshot& snapshot, const std::string& id)
{
    const auto& nodes = snapshot.drawing->nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const diagram::Node& node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

// The most serious finding about a way to the workload (perimeter to isolation), else the most serious at all; -1 = none.
int findingOf(const Posture& posture, WorkloadId workload)
{
    int any = -1;
    for (std::size_t i = 0; i < posture.findings.size(); ++i) {
        const Finding& finding = posture.findings[i];
        if (std::find(finding.workloads.begin(), finding.workloads.end(), workload) == finding.workloads.end())
            continue;
        for (std::size_t layer = 0; layer < pos(Layer::hardening); ++layer)
            if (finding.layer == layerId(static_cast<Layer>(layer)))
                return static_cast<int>(i);
        if (any < 0)
            any = static_cast<int>(i);
    }
    return any;
}

bool open(const Path& path)
{
    return path.answer == AuthAnswer::noCheckInFront || path.answer == AuthAnswer::openShown;
}

} // namespace

std::vector<int> pathsToPresent(const Snapshot& snapshot)
{
    const auto& paths = snapshot.posture().paths;
    const Architecture& architecture = snapshot.model().architecture;
    std::vector<int> order;
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (paths[i].kind != PathKind::lateral && !paths[i].hops.empty())
            order.push_back(static_cast<int>(i));
    const auto rank = [&](int index) {
        const Path& path = paths[static_cast<std::size_t>(index)];
        const int sensitivity = path.target.valid() ? static_cast<int>(architecture.workload(path.target).sensitivity) : 0;
        return std::tuple(open(path) ? 0 : 1, -sensitivity, path.kind, path.steps);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return order;
}

PresentedPath presentedPath(const Snapshot& snapshot, int index, bool hideNames)
{
    const Path& path = snapshot.posture().paths[static_cast<std::size_t>(index)];
    const Architecture& architecture = snapshot.model().architecture;
    const Inventory& inventory = snapshot.model().inventory;
    Names names(hideNames), spaces(hideNames);
    PresentedPath result;
    result.kind = path.kind;
    result.steps = path.steps;

    PresentedStop outside;
    outside.node.kind = diagram::NodeKind::internet;
    outside.node.label = QObject::tr("outside");
    outside.node.lit = path.kind == PathKind::direct ? diagram::Lit::direct : diagram::Lit::relayed;
    outside.name = QObject::tr("outside");
    if (path.entry.valid())
        outside.subtitle =
            QObject::tr("reach: %1").arg(inLanguage(QString::fromLatin1(toWord(architecture.entries[path.entry.pos()].reach))));
    result.stops.push_back(outside);

    for (const Hop& hop : path.hops) {
        PresentedStop stop;
        if (const diagram::Node* node = nodeOf(snapshot, hop.to))
            stop.node = *node;
        stop.node.lit = outside.node.lit;
        PresentedHop step;
        step.via = hideNames ? QString() : told(hop.via);
        if (hop.toWorkload.valid()) {
            const Workload& workload = architecture.workload(hop.toWorkload);
            const WorkloadPosture& posture = snapshot.posture().workloads[hop.toWorkload.pos()];
            stop.name = names.of(workload.name, QObject::tr("service"));
            stop.subtitle = spaces.of(workload.ns, QObject::tr("namespace")) + QStringLiteral(" · ") +
                            inLanguage(QString::fromLatin1(toWord(workload.sensitivity)));
            for (const auto& [layer, verdict] : hop.layers) {
                const LayerVerdict& found = posture.layers[pos(layer)];
                step.barriers.push_back({diagram::markOf(verdict), posture.required[pos(layer)],
                                         inLanguage(diagram::layerName(static_cast<int>(layer))),
                                         hideNames ? QString() : told(found.reason)});
            }
            std::stable_sort(step.barriers.begin(), step.barriers.end(),
                             [](const PresentedBarrier& a, const PresentedBarrier& b) {
                                 return std::pair(!a.required, diagram::worstOrder(a.mark)) <
                                        std::pair(!b.required, diagram::worstOrder(b.mark));
                             });
            step.finding = findingOf(snapshot.posture(), hop.toWorkload);
            if (step.finding >= 0) {
                const Finding& finding = snapshot.posture().findings[static_cast<std::size_t>(step.finding)];
                step.findingTitle = hideNames ? shown(finding.rule) : told(finding.title);
                if (finding.state != FindingState::open)
                    step.findingTitle += QStringLiteral(" (") + told(finding.status) + QLatin1Char(')');
                step.fix = told(finding.fix);
            }
        } else {
            stop.name = names.of(hop.to, QObject::tr("system"));
        }
        for (const Evidence& evidence : hop.evidence)
            if (evidence.valid() && !step.evidence.valid()) {
                step.evidence = evidence;
                step.place = hideNames ? QString() : QString::fromStdString(report::where(inventory, evidence));
            }
        result.stops.push_back(std::move(stop));
        result.hops.push_back(std::move(step));
    }
    const QString target = result.stops.back().name;
    result.headline = open(path) ? QObject::tr("From outside to %1 with no check in front").arg(target)
                                 : QObject::tr("From outside to %1").arg(target);
    QStringList sentence;
    sentence << (path.kind == PathKind::direct
                     ? QObject::tr("The caller's bytes arrive at %1.").arg(target)
                     : QObject::tr("The caller's bytes arrive at %1; calls then go on to %2 on its behalf.")
                           .arg(result.stops[1].name, target));
    sentence << (open(path) || hideNames ? QObject::tr("No check is shown on the way.")
                                         : QObject::tr("First check: %1.").arg(told(path.authenticatedAt)));
    if (open(path) && path.answer == AuthAnswer::openShown)
        sentence.last() = QObject::tr("The configuration shows that it is open.");
    result.sentence = sentence.join(QLatin1Char(' '));
    return result;
}

} // namespace bartizan::desktop
