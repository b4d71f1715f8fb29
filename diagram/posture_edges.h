// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a posture: second half of fromPosture(). One line between two nodes, however many calls it stands for: the
// best known kind, the worst encryption.
#pragma once

#include "analysis/posture.h"
#include "diagram/posture_nodes.h"

#include <map>
#include <set>

namespace bartizan::diagram {

class EdgeTable {
public:
    EdgeTable(Drawing& drawing, const NodeTable& nodes) : m_drawing(drawing), m_nodes(nodes) {}

    void addWaysIn(const Model& model, const Posture& posture); // outside -> gateway or workload
    void addRoutes(const Model& model, const Posture& posture); // gateway -> backend
    void addCalls(const Model& model, const Posture& posture);
    void light(const Model& model, const Path& path);
    void finish(); // labels, lanes, the light of nodes

private:
    struct Label {
        std::set<std::pair<int, QString>> ports; // (port, reach words)
        QString kind;                            // "NodePort", ... when it is no gateway's
        bool gateway = false;
    };

    Edge& edge(int from, int to);
    void merge(Edge& edge, EdgeKind kind, Channel channel);
    int nodeOf(const Peer& peer) const;
    void relight(int from, int to, Lit lit);

    Drawing& m_drawing;
    const NodeTable& m_nodes;
    std::map<std::pair<int, int>, std::size_t> m_index;
    std::map<std::size_t, Label> m_labels; // ways in, by edge
    std::set<int> m_gateways;              // nodes that answer for routes
};

} // namespace bartizan::diagram
