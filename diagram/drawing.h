// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing as values: what is shown of an architecture and, after layOut(), where. It knows nothing of the analysis;
// from_posture.h fills it. Indices are offsets into the vectors of Drawing; -1 is "none". Lengths are scene units
// (1 su = 1 px at scale 1), y down. A laid-out Drawing is shared as `shared_ptr<const Drawing>` and never patched.
#pragma once

#include "diagram/layers.h"
#include "diagram/words.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::diagram {

// One stone of a wall: the verdict of one layer.
struct Stone {
    Mark mark = Mark::unknown;
    bool required = false;
    bool accepted = false;          // an accepted finding keeps its wedge, crossed out
    bool configurationOnly = false; // the basis is configuration, nothing running was seen
    bool worse = false;             // worse than in the compared input
};

enum class Sensitivity : std::uint8_t { openData, internal, confidential, restricted };
enum class NodeKind : std::uint8_t { workload, store, gateway, entry, internet, outside, identityProvider };
enum class FirstCheck : std::uint8_t { none, direct, relayed }; // "no check in front", by how a path reaches the node
enum class ImageReport : std::uint8_t { none, reported, stale, missing };
enum class SaysIs : std::uint8_t { agree, configuredOnly, runningOnly, differ };
enum class Novelty : std::uint8_t { same, added };
enum class Lit : std::uint8_t { none, relayed, direct };  // ordered: the stronger light wins
enum class Wall : std::uint8_t { none, single, twofold }; // default deny: nowhere, one direction or some workloads, both ways

struct MarkCounts {
    std::array<int, markCount> of{}; // by Mark

    int operator[](Mark mark) const { return of[static_cast<std::size_t>(mark)]; }
    int& operator[](Mark mark) { return of[static_cast<std::size_t>(mark)]; }
    int total() const;
};

struct Node {
    std::string id;          // the id of interfaces.md, UTF-8
    std::uint32_t tag = ~0U; // workloads: the index in Architecture::workloads; all ones = none
    QString label;
    QString subtitle;  // "payments · Deployment · 2 replicas"
    QString imageText; // "paymentservice:v0.10.2@9be4…"; empty when there is none
    QString reach;     // entries and ways in: "internet", "reach not known"
    NodeKind kind = NodeKind::workload;
    int group = -1;
    Sensitivity sensitivity = Sensitivity::internal;
    std::array<Stone, layerCount> stones{};
    FirstCheck firstCheck = FirstCheck::none;
    ImageReport image = ImageReport::none;
    SaysIs saysIs = SaysIs::agree;
    Novelty novelty = Novelty::same;
    Lit lit = Lit::none;
    int steps = -1; // compromises on the easiest way to it; -1 = not known

    bool shown = true;      // after layOut(): not inside a collapsed namespace
    bool nameAbove = false; // a lane leaves below
    double nameRoom = 150;  // su that the name may take without touching the neighbours' names
    bool placed = false;    // where a person put it
    QPointF centre;         // of the keep
    QPointF automatic;      // the centre that layOut() found

    bool hasWall() const { return kind != NodeKind::entry && kind != NodeKind::internet && kind != NodeKind::outside; }
};

struct Group {
    std::string id;
    QString label;
    Wall wall = Wall::none;
    Mark wallMark = Mark::missing; // the Isolation lens colours the wall
    bool collapsed = false;
    Lit lit = Lit::none;

    bool dots = false;      // after layOut(): collapsed, one dot a service inside
    MarkCounts counts;      // workloads by their worst required verdict
    int noCheck = 0;        // workloads with no check in front, direct
    std::vector<int> nodes; // worst first, then by label
    bool placed = false;    // where a person put it
    QRectF rect;            // the wall, without the tab
    QRectF automatic;       // the wall that layOut() found
    QPointF corner;         // upper left of the wall before nodes placed by hand stretched it: their places count from here
};

enum class EdgeKind : std::uint8_t { observed, declared, inferred, latent };
enum class Channel : std::uint8_t { unknown, plain, tlsUnverified, tls, mutual };

struct Edge {
    int from = -1;
    int to = -1;
    std::uint32_t call = ~0U; // Architecture::calls, routes and entries that it stands for; all ones = none
    std::uint32_t route = ~0U;
    std::uint32_t entry = ~0U;
    EdgeKind kind = EdgeKind::declared;
    Channel channel = Channel::unknown;
    bool personChecked = false;  // fills the head
    bool checkEnforced = false;  // a key bead on the hop
    std::optional<bool> blocked; // by enforced policy; no value = nobody decided it
    bool blastRadius = false;    // lateral, from the selection
    bool bypass = false;         // goes round a gateway: runs as an orthogonal lane
    Lit lit = Lit::none;
    QString label; // beside a way in: "443: internet"

    std::vector<QPointF> points; // cubic Bezier, 1 + 3n points; empty = part of a bundle or hidden
};

// What an edge between two shown things hangs on: a node, or a collapsed namespace.
struct End {
    bool group = false;
    int index = -1;
    friend bool operator==(const End&, const End&) = default;
    friend auto operator<=>(const End&, const End&) = default;
};

// All calls between two ends of which at least one is a collapsed namespace.
struct Bundle {
    End from;
    End to;
    std::vector<int> edges;
    Lit lit = Lit::none;
    std::vector<QPointF> points;
};

// A service that only the state compared with had. No verdict, in no sum, not laid out: ghosts.h finds a place for it, and
// only the Change lens shows it.
struct Ghost {
    std::string id;
    QString label;
    int box = -1; // of Drawing::ghostBoxes; -1 = inside its namespace
    QPointF centre;
};

// Where the ghosts of a namespace stand that has no room for them, or that is gone as well.
struct GhostBox {
    QString label; // the namespace's
    QRectF rect;
};

// What people placed: a node's id to its centre, from its namespace's corner where it has a namespace; a namespace's
// placeKey() to that corner.
using Places = std::map<std::string, QPointF>;

struct Drawing {
    std::vector<Node> nodes;
    std::vector<Group> groups;
    std::vector<Edge> edges;

    std::vector<Bundle> bundles; // after layOut()
    QRectF bounds;               // of all that is painted
    Places places;               // that layout/places.h applied

    std::vector<Ghost> ghosts; // of changes.h
    std::vector<GhostBox> ghostBoxes;
    QRectF ghostBounds; // of bounds and all ghosts; null = there are none
};

MarkCounts requiredCounts(const Node& node);                  // over required, applicable layers
Mark worstMark(const Node& node, Lens lens = Lens::exposure); // over required layers the lens looks at; Change: worse ones
int required(const Node& node);                               // number of required layers that apply

// Fills Group::nodes, counts and noCheck from the nodes. layOut() calls it.
void summarise(Drawing& drawing);

// Collapses every namespace except `open` (ids) when more than `limit` nodes would be shown. Returns true if it did.
constexpr int collapseAbove = 300;
bool collapseForSize(Drawing& drawing, const std::vector<std::string>& open = {}, int limit = collapseAbove);

// "paymentservice, workload in payments, restricted, required 16: present 5, ..." for screen readers.
QString accessibleName(const Drawing& drawing, const Node& node, Words words = nullptr);
QString accessibleName(const Drawing& drawing, const Edge& edge, Words words = nullptr);
// "shop, namespace, closed, 5 services: missing 2, ..."
QString accessibleName(const Drawing& drawing, const Group& group, Words words = nullptr);
QString accessibleName(const Ghost& ghost, Words words = nullptr); // "cart, gone since the earlier state"
// "required 16: present 5, partial 5, missing 3, unknown 3"
QString countsInWords(const MarkCounts& counts, Words words = nullptr);
QString nameOf(const Node& node, Words words);      // its label; "outside" is a word, names are not
QString servicesInWords(int services, Words words); // "1 service", "5 services"

} // namespace bartizan::diagram
