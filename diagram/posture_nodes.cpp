// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/posture_nodes.h"

#include "diagram/from_posture.h"
#include "diagram/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace bartizan::diagram {

Mark markOf(Verdict verdict)
{
    return static_cast<Mark>(verdict);
}
static_assert(static_cast<int>(Mark::notApplicable) == static_cast<int>(Verdict::notApplicable));

namespace {

bool isIdentityProvider(const Workload& w, const Catalogue* catalogue)
{
    if (!catalogue || w.product.empty())
        return false;
    return std::any_of(catalogue->products.begin(), catalogue->products.end(),
                       [&](const ProductRow& row) { return row.product == w.product && row.role == "identityProvider"; });
}

NodeKind kindOf(const Workload& w, const Catalogue* catalogue)
{
    if (w.role == WorkloadRole::store)
        return NodeKind::store;
    if (w.role == WorkloadRole::gateway)
        return NodeKind::gateway;
    if (w.role == WorkloadRole::authProxy || isIdentityProvider(w, catalogue))
        return NodeKind::identityProvider;
    return NodeKind::workload;
}

// Accepted findings, by (workload, layer id).
std::set<std::pair<WorkloadId, std::string>> acceptedLayers(const Posture& posture)
{
    std::set<std::pair<WorkloadId, std::string>> accepted;
    std::set<std::pair<WorkloadId, std::string>> open;
    for (const Finding& finding : posture.findings) {
        for (const WorkloadId w : finding.workloads)
            (finding.state == FindingState::accepted ? accepted : open).insert({w, finding.layer});
    }
    // One open finding keeps the whole layer open.
    for (const auto& key : open)
        accepted.erase(key);
    return accepted;
}

bool anyScanned(const Posture& posture)
{
    return std::any_of(posture.workloads.begin(), posture.workloads.end(), [](const WorkloadPosture& w) {
        return std::any_of(w.images.begin(), w.images.end(),
                           [](const auto& scan) { return !scan.scan.empty() && scan.scan != "none"; });
    });
}

// The worst image decides; where no report at all is in the input, that is said once and not on every node. Words as
// ScanStatus writes them.
ImageReport imageReport(const WorkloadPosture& w, bool scannedAtAll, int ageLimitDays)
{
    const LayerVerdict& image = w.layers[pos(bartizan::Layer::image)];
    if (!scannedAtAll || w.images.empty() || image.verdict == Verdict::notApplicable)
        return ImageReport::none;
    ImageReport worst = ImageReport::reported;
    for (const auto& scan : w.images) {
        const bool covered = scan.scan == "exact" || scan.scan == "tag" || scan.scan == "mutable tag";
        if (!covered && scan.scan != "other digest")
            return ImageReport::missing;
        if (!covered || (ageLimitDays > 0 && scan.ageDays > ageLimitDays))
            worst = ImageReport::stale;
    }
    return worst;
}

// By workload.
std::vector<SaysIs> saysIs(const Posture& posture, std::size_t workloads)
{
    std::vector<SaysIs> states(workloads, SaysIs::agree);
    for (const Finding& finding : posture.findings) {
        const bool differs = finding.rule == "image-running-differs";
        if (!differs && finding.rule != "encryption-injection-without-proxy" && finding.rule != "admission-not-enforced" &&
            finding.rule != "gateway-not-programmed")
            continue;
        for (const WorkloadId w : finding.workloads)
            if (differs || states[w.pos()] != SaysIs::differ)
                states[w.pos()] = differs ? SaysIs::differ : SaysIs::configuredOnly;
    }
    return states;
}

QString subtitleOf(const Model& model, const Workload& w)
{
    QString text = fromUtf8(w.ns) + QStringLiteral(" · ") + fromUtf8(w.kind);
    if (w.record >= model.inventory.workloads.size())
        return text;
    const auto& replicas = model.inventory.workloads[w.record].replicas;
    if (replicas.written())
        text += replicas.value == 1 ? QStringLiteral(" · 1 replica") : QStringLiteral(" · %1 replicas").arg(replicas.value);
    return text;
}

QString imageTextOf(const Model& model, const Workload& w)
{
    for (const ContainerUse& use : w.containers) {
        if (use.role != ContainerRole::main || !use.image.valid())
            continue;
        const Image& image = model.architecture.images[use.image.pos()];
        QString text =
            fromUtf8(image.written.substr(image.written.rfind('/') == std::string::npos ? 0 : image.written.rfind('/') + 1));
        const int more = static_cast<int>(std::count_if(w.containers.begin(), w.containers.end(),
                                                        [](const ContainerUse& u) { return u.role == ContainerRole::main; })) -
                         1;
        return more > 0 ? text + QStringLiteral(" +%1").arg(more) : text;
    }
    return {};
}

bool denies(const LayerVerdict& network, const char* direction)
{
    for (const Facet& facet : network.facets) {
        if (facet.name == direction)
            return facet.verdict == Verdict::present || facet.verdict == Verdict::partial;
    }
    return network.verdict == Verdict::present;
}

class NodeMaker {
public:
    NodeMaker(Drawing& drawing, const Model& model, const Posture& posture, const Catalogue* catalogue)
        : m_drawing(drawing), m_model(model), m_posture(posture), m_catalogue(catalogue), m_accepted(acceptedLayers(posture)),
          m_scanned(anyScanned(posture)), m_saysIs(saysIs(posture, model.architecture.workloads.size()))
    {
    }

    NodeTable run()
    {
        const Architecture& a = m_model.architecture;
        for (const Namespace& ns : a.namespaces)
            groupFor(ns.cluster, ns.name);
        for (std::size_t i = 0; i < a.workloads.size(); ++i)
            m_table.ofWorkload.push_back(addWorkload(WorkloadId(i)));
        addWalls();
        addOutsides();
        addGateways();
        if (!a.entries.empty() || m_internetCalls)
            addOutside();
        return std::move(m_table);
    }

private:
    int groupFor(const std::string& cluster, const std::string& ns)
    {
        const std::string id = groupId(m_model.architecture, cluster, ns);
        const auto [found, fresh] = m_groups.try_emplace(id, static_cast<int>(m_drawing.groups.size()));
        if (fresh) {
            Group group;
            group.id = id;
            group.label = fromUtf8(id);
            m_drawing.groups.push_back(group);
            m_table.platformOnly.push_back(0);
        }
        return found->second;
    }

    int add(Node node)
    {
        m_drawing.nodes.push_back(std::move(node));
        return static_cast<int>(m_drawing.nodes.size()) - 1;
    }

    int addWorkload(WorkloadId id)
    {
        const Workload& w = m_model.architecture.workload(id);
        Node node;
        node.id = w.id;
        node.tag = id.value;
        node.label = fromUtf8(w.name);
        node.subtitle = subtitleOf(m_model, w);
        node.imageText = imageTextOf(m_model, w);
        node.kind = kindOf(w, m_catalogue);
        node.group = groupFor(w.cluster, w.ns);
        node.sensitivity = static_cast<Sensitivity>(w.sensitivity);
        if (id.pos() < m_posture.workloads.size()) {
            const WorkloadPosture& p = m_posture.workloads[id.pos()];
            for (std::size_t i = 0; i < p.layers.size(); ++i) {
                Stone& stone = node.stones[i];
                stone.mark = markOf(p.layers[i].verdict);
                stone.required = p.required[i];
                stone.configurationOnly = p.layers[i].basis == Basis::configuration;
                stone.accepted = m_accepted.count({id, layerId(static_cast<bartizan::Layer>(i))}) > 0;
            }
            node.firstCheck = p.openDirect ? FirstCheck::direct : p.openRelayed ? FirstCheck::relayed : FirstCheck::none;
            node.image = imageReport(p, m_scanned, m_catalogue ? m_catalogue->policy.scanMaxAgeDays : 30);
            node.steps = p.steps;
        }
        node.saysIs = m_saysIs[id.pos()];
        return add(std::move(node));
    }

    // Default deny as the network layer saw it, over the workloads of the namespace.
    void addWalls()
    {
        struct Sum {
            int workloads = 0, in = 0, out = 0, platform = 0;
            Mark worst = Mark::notApplicable;
        };
        std::vector<Sum> sums(m_drawing.groups.size());
        for (std::size_t i = 0; i < m_table.ofWorkload.size() && i < m_posture.workloads.size(); ++i) {
            const LayerVerdict& network = m_posture.workloads[i].layers[pos(bartizan::Layer::network)];
            Sum& sum = sums[static_cast<std::size_t>(m_drawing.nodes[static_cast<std::size_t>(m_table.ofWorkload[i])].group)];
            ++sum.workloads;
            sum.platform += m_model.architecture.workloads[i].platform ? 1 : 0;
            sum.in += denies(network, "ingress") ? 1 : 0;
            sum.out += denies(network, "egress") ? 1 : 0;
            if (worstOrder(markOf(network.verdict)) < worstOrder(sum.worst))
                sum.worst = markOf(network.verdict);
        }
        for (std::size_t g = 0; g < sums.size(); ++g) {
            const Sum& sum = sums[g];
            Group& group = m_drawing.groups[g];
            const bool both = sum.workloads > 0 && sum.in == sum.workloads && sum.out == sum.workloads;
            group.wall = both ? Wall::twofold : sum.in + sum.out > 0 ? Wall::single : Wall::none;
            group.wallMark = sum.workloads > 0 ? sum.worst : Mark::unknown;
            m_table.platformOnly[g] = sum.workloads > 0 && sum.platform == sum.workloads;
        }
    }

    void addOutsides()
    {
        const Architecture& a = m_model.architecture;
        std::vector<char> called(a.outsides.size(), 0);
        for (const Call& call : a.calls) {
            for (const Peer* peer : {&call.from, &call.to}) {
                if (peer->kind == Peer::Kind::outside && peer->outside.valid())
                    called[peer->outside.pos()] = 1;
            }
            m_internetCalls |= call.from.kind == Peer::Kind::internet || call.to.kind == Peer::Kind::internet;
        }
        m_table.ofOutside.assign(a.outsides.size(), -1);
        for (std::size_t i = 0; i < a.outsides.size(); ++i) {
            if (!called[i])
                continue;
            Node node;
            node.id = a.outsides[i].id;
            node.label = fromUtf8(a.outsides[i].host);
            node.subtitle = fromUtf8(a.outsides[i].product);
            node.kind = NodeKind::outside;
            m_table.ofOutside[i] = add(std::move(node));
        }
    }

    // A controller that nobody gave us still answers: it stands for itself, with nothing known.
    void addGateways()
    {
        const Architecture& a = m_model.architecture;
        m_table.ofGateway.assign(a.gateways.size(), -1);
        std::vector<char> used(a.gateways.size(), 0);
        for (const Entry& entry : a.entries) {
            if (entry.gateway.valid())
                used[entry.gateway.pos()] = 1;
        }
        for (std::size_t i = 0; i < a.gateways.size(); ++i) {
            const Gateway& gateway = a.gateways[i];
            if (!used[i] || !gateway.workloads.empty())
                continue;
            Node node;
            node.id = gateway.id;
            node.label = fromUtf8(gateway.id.substr(gateway.id.find(':') + 1));
            node.subtitle = QStringLiteral("its pods are not in the input");
            node.kind = NodeKind::gateway;
            m_table.ofGateway[i] = add(std::move(node));
        }
    }

    void addOutside()
    {
        const auto& entries = m_model.architecture.entries;
        const bool internet =
            std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.reach == Reach::internet; });
        Node node;
        node.id = "internet"; // the id of interfaces.md; the label does not claim that reach
        node.label = QStringLiteral("outside");
        node.kind = internet ? NodeKind::internet : NodeKind::entry;
        m_table.outside = add(std::move(node));
    }

    Drawing& m_drawing;
    const Model& m_model;
    const Posture& m_posture;
    const Catalogue* m_catalogue;
    std::set<std::pair<WorkloadId, std::string>> m_accepted;
    bool m_scanned;
    const std::vector<SaysIs> m_saysIs;
    bool m_internetCalls = false;
    std::map<std::string, int> m_groups;
    NodeTable m_table;
};

} // namespace

QString fromUtf8(const std::string& text)
{
    return visibleText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

NodeTable addNodes(Drawing& drawing, const Model& model, const Posture& posture, const Catalogue* catalogue)
{
    return NodeMaker(drawing, model, posture, catalogue).run();
}

} // namespace bartizan::diagram
