// SPDX-License-Identifier: GPL-3.0-or-later
// Invented drawings for tests and pictures: the shop of the visual design, a big random system, long and hostile names.
#pragma once

#include "diagram/drawing.h"

#include <map>

namespace bartizan::diagram::samples {

inline int addGroup(Drawing& d, const char* label, Wall wall, bool collapsed = false)
{
    Group group;
    group.id = label;
    group.label = QString::fromUtf8(label);
    group.wall = wall;
    group.collapsed = collapsed;
    d.groups.push_back(group);
    return static_cast<int>(d.groups.size()) - 1;
}

// Marks by ring order: P present, H partial, M missing, U unknown, N not applicable; small letters: not required.
inline void setStones(Node& node, const char* marks)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(layerCount) && marks[i] != 0; ++i) {
        const char c = marks[i];
        Stone& stone = node.stones[i];
        stone.required = c >= 'A' && c <= 'Z';
        switch (stone.required ? c : c - 32) {
        case 'P':
            stone.mark = Mark::present;
            break;
        case 'H':
            stone.mark = Mark::partial;
            break;
        case 'M':
            stone.mark = Mark::missing;
            break;
        case 'N':
            stone.mark = Mark::notApplicable;
            break;
        default:
            stone.mark = Mark::unknown;
            break;
        }
    }
}

inline int addNode(Drawing& d, const char* label, int group, NodeKind kind, Sensitivity level, const char* marks)
{
    Node node;
    node.label = QString::fromUtf8(label);
    node.id = (group >= 0 ? d.groups[static_cast<std::size_t>(group)].id + "/" : std::string()) + label;
    node.group = group;
    node.kind = kind;
    node.sensitivity = level;
    if (group >= 0)
        node.subtitle = d.groups[static_cast<std::size_t>(group)].label + QString::fromUtf8(" · Deployment · 2 replicas");
    setStones(node, marks);
    d.nodes.push_back(node);
    return static_cast<int>(d.nodes.size()) - 1;
}

inline Edge& addEdge(Drawing& d, int from, int to, EdgeKind kind, Channel channel, Lit lit = Lit::none)
{
    Edge edge;
    edge.from = from;
    edge.to = to;
    edge.kind = kind;
    edge.channel = channel;
    edge.lit = lit;
    d.edges.push_back(edge);
    for (const int end : {from, to}) {
        Lit& light = d.nodes[static_cast<std::size_t>(end)].lit;
        light = std::max(light, lit);
    }
    return d.edges.back();
}

inline Drawing boutique()
{
    Drawing d;
    const int identity = addGroup(d, "identity", Wall::twofold);
    const int edge = addGroup(d, "edge", Wall::single);
    const int shop = addGroup(d, "shop", Wall::none);
    const int orders = addGroup(d, "orders", Wall::none);
    const int payments = addGroup(d, "payments", Wall::twofold);
    const int monitoring = addGroup(d, "monitoring", Wall::none, true);
    using S = Sensitivity;
    using K = NodeKind;
    const int outside = addNode(d, "outside", -1, K::entry, S::internal, "");
    const int bank = addNode(d, "api.bank.example", -1, K::outside, S::internal, "");
    const int keycloak = addNode(d, "keycloak", identity, K::identityProvider, S::confidential, "PPPPPPPPPPPPPPPP");
    const int ingress = addNode(d, "ingress-gateway", edge, K::gateway, S::internal, "nUHuhPPhPPPPHuhP");
    const int frontend = addNode(d, "frontend", shop, K::workload, S::internal, "PHUuhHPhPPHPPuhp");
    const int ad = addNode(d, "adservice", shop, K::workload, S::openData, "Pmnnhhmhpppuphup");
    const int recommend = addNode(d, "recommendationservice", shop, K::workload, S::internal, "PmMnhHMhPPPPHuhp");
    const int currency = addNode(d, "currencyservice", shop, K::workload, S::internal, "PmMnhmMhPPUUUuhn");
    const int catalog = addNode(d, "productcatalogservice", shop, K::workload, S::openData, "PhnnhPphPpppphup");
    const int checkout = addNode(d, "checkoutservice", orders, K::workload, S::confidential, "PHMuMHHHPPPMPHUP");
    const int email = addNode(d, "emailservice", orders, K::workload, S::internal, "NnMnhHMhPMHUUuhp");
    const int shipping = addNode(d, "shippingservice", orders, K::workload, S::internal, "NnPnhHPhPPPPHuhp");
    const int cart = addNode(d, "cartservice", orders, K::workload, S::confidential, "PNMuMHMHPPPPHUUP");
    const int redis = addNode(d, "redis-cart", orders, K::store, S::confidential, "NNMnMMHHPPPUUUUn");
    const int payment = addNode(d, "paymentservice", payments, K::workload, S::restricted, "MHMUHMHHPPPPUHPU");
    const int ledger = addNode(d, "ledger-db", payments, K::store, S::restricted, "NNPPPPPHPPPPUHPP");
    addNode(d, "prometheus", monitoring, K::workload, S::internal, "PnMnhHMhPPPPHuhp");
    addNode(d, "grafana", monitoring, K::workload, S::internal, "PnMnhHMhPPPPHuhp");
    for (const char* name : {"alertmanager", "loki", "node-exporter", "kube-state"})
        addNode(d, name, monitoring, K::workload, S::internal, "NnPnhHPhPPPPHuhp");
    const auto node = [&](int i) -> Node& { return d.nodes[static_cast<std::size_t>(i)]; };
    node(frontend).firstCheck = FirstCheck::direct;
    node(payment).firstCheck = FirstCheck::direct;
    node(checkout).firstCheck = FirstCheck::relayed;
    node(cart).firstCheck = FirstCheck::relayed;
    node(ad).image = node(ledger).image = ImageReport::stale;
    node(currency).image = node(email).image = node(redis).image = ImageReport::missing;
    node(payment).image = ImageReport::reported;
    node(payment).imageText = QString::fromUtf8("paymentservice:v0.10.2@9be4c1f0");
    node(payment).steps = 0;
    node(email).saysIs = SaysIs::configuredOnly;
    using E = EdgeKind;
    using C = Channel;
    addEdge(d, outside, ingress, E::observed, C::tls, Lit::direct).label = QStringLiteral("443: internet");
    addEdge(d, ingress, frontend, E::observed, C::plain, Lit::direct);
    addEdge(d, frontend, checkout, E::observed, C::plain, Lit::relayed);
    addEdge(d, checkout, payment, E::observed, C::plain, Lit::relayed);
    Edge& lane = addEdge(d, outside, payment, E::declared, C::plain, Lit::direct);
    lane.bypass = true;
    lane.label = QStringLiteral("NodePort 31880: reach not known");
    addEdge(d, ingress, keycloak, E::observed, C::tls);
    addEdge(d, frontend, ad, E::declared, C::plain);
    addEdge(d, frontend, recommend, E::observed, C::plain);
    addEdge(d, frontend, currency, E::observed, C::tls);
    addEdge(d, frontend, catalog, E::observed, C::plain);
    addEdge(d, frontend, cart, E::observed, C::plain);
    addEdge(d, recommend, catalog, E::inferred, C::mutual);
    addEdge(d, checkout, currency, E::observed, C::plain);
    addEdge(d, checkout, catalog, E::observed, C::mutual);
    addEdge(d, checkout, email, E::declared, C::plain);
    addEdge(d, checkout, shipping, E::observed, C::plain);
    addEdge(d, checkout, cart, E::observed, C::plain);
    addEdge(d, cart, redis, E::observed, C::plain);
    addEdge(d, email, payment, E::observed, C::plain).blocked = true;
    addEdge(d, payment, ledger, E::observed, C::mutual);
    addEdge(d, payment, bank, E::inferred, C::tls);
    return d;
}

// `services` in namespaces of `perGroup`, `density` calls a service, mostly inside. The same seed gives the same drawing.
inline Drawing random(int services, int perGroup, double density, unsigned seed = 7)
{
    Drawing d;
    unsigned state = seed;
    const auto next = [&](int below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<int>((state >> 8) % static_cast<unsigned>(below));
    };
    for (int g = 0; g * perGroup < services; ++g)
        addGroup(d, ("team-" + std::to_string(g)).c_str(), static_cast<Wall>(next(3)));
    const int outside = addNode(d, "outside", -1, NodeKind::internet, Sensitivity::internal, "");
    for (int i = 0; i < services; ++i) {
        std::string marks;
        const int luck = next(10);
        for (int s = 0; s < layerCount; ++s) {
            const int roll = next(100);
            marks += roll < luck ? 'M' : roll < 2 * luck ? 'H' : roll < 3 * luck ? 'U' : roll < 60 ? 'P' : 'p';
        }
        addNode(d, ("service-" + std::to_string(i)).c_str(), i / perGroup, NodeKind::workload, static_cast<Sensitivity>(next(4)),
                marks.c_str());
    }
    addEdge(d, outside, 1, EdgeKind::observed, Channel::tls, Lit::direct);
    const int calls = static_cast<int>(services * density);
    for (int i = 0; i < calls; ++i) {
        const int from = next(services);
        const int first = from / perGroup * perGroup;
        const int inGroup = std::min(perGroup, services - first);
        const int to = next(10) < 8 ? first + next(inGroup) : next(services);
        if (from != to)
            addEdge(d, from + 1, to + 1, static_cast<EdgeKind>(next(3)), static_cast<Channel>(1 + next(4)));
    }
    return d;
}

} // namespace bartizan::diagram::samples
