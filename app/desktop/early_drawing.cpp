// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/early_drawing.h"

#include "analysis/undecided.h"
#include "diagram/from_posture.h"
#include "diagram/layout/helper.h"

#include <algorithm>

namespace bartizan::desktop {

EarlyDrawing::EarlyDrawing(double aspect, std::stop_token stop, Drawn drawn)
    : m_drawn(std::move(drawn)), m_stopToo(std::move(stop), [this] { m_stop.request_stop(); })
{
    m_options.aspect = aspect;
    m_options.answers = std::make_shared<diagram::layout::Answers>();
    m_options.stop = m_stop.get_token();
}

EarlyDrawing::~EarlyDrawing()
{
    m_stop.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void EarlyDrawing::start(const app::Loaded& resolved)
{
    // Made here, so that whether its places can be taken is known while it is laid out.
    m_bare = diagram::fromPosture(resolved.model, undecided(resolved.model, resolved.catalogue), &resolved.catalogue);
    m_thread = std::thread([this] {
        m_placed = m_bare;
        m_report = diagram::layOut(m_placed, m_options);
        if (!m_report.cancelled && m_drawn)
            m_drawn(std::make_shared<const diagram::Drawing>(m_placed));
    });
}

diagram::LayoutReport EarlyDrawing::place(diagram::Drawing& finished, diagram::LayoutOptions options)
{
    if (m_thread.joinable() && samePlaces(m_bare, finished)) {
        m_thread.join();
        if (!m_report.cancelled)
            finished = placedAs(m_placed, std::move(finished));
        return m_report;
    }
    m_stop.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    options.answers = m_options.answers;
    return diagram::layOut(finished, options);
}

bool samePlaces(const diagram::Drawing& bare, const diagram::Drawing& finished)
{
    using namespace diagram;
    const auto sameNode = [](const Node& a, const Node& b) {
        return a.id == b.id && a.group == b.group && a.kind == b.kind && a.lit == b.lit && a.label == b.label &&
               a.reach == b.reach;
    };
    const auto sameEdge = [](const Edge& a, const Edge& b) {
        return a.from == b.from && a.to == b.to && a.kind == b.kind && a.lit == b.lit && a.bypass == b.bypass &&
               a.label == b.label;
    };
    const auto sameGroup = [](const Group& a, const Group& b) {
        return a.id == b.id && a.label == b.label && a.collapsed == b.collapsed && a.lit == b.lit;
    };
    return std::equal(bare.nodes.begin(), bare.nodes.end(), finished.nodes.begin(), finished.nodes.end(), sameNode) &&
           std::equal(bare.edges.begin(), bare.edges.end(), finished.edges.begin(), finished.edges.end(), sameEdge) &&
           std::equal(bare.groups.begin(), bare.groups.end(), finished.groups.begin(), finished.groups.end(), sameGroup);
}

diagram::Drawing placedAs(const diagram::Drawing& placed, diagram::Drawing finished)
{
    using namespace diagram;
    for (std::size_t i = 0; i < finished.nodes.size(); ++i) {
        const Node& from = placed.nodes[i];
        Node& to = finished.nodes[i];
        to.shown = from.shown;
        to.nameAbove = from.nameAbove;
        to.nameRoom = from.nameRoom;
        to.placed = from.placed;
        to.centre = from.centre;
        to.automatic = from.automatic;
    }
    for (std::size_t i = 0; i < finished.groups.size(); ++i) {
        const Group& from = placed.groups[i];
        Group& to = finished.groups[i];
        to.dots = from.dots;
        to.placed = from.placed;
        to.rect = from.rect;
        to.automatic = from.automatic;
        to.corner = from.corner;
    }
    for (std::size_t i = 0; i < finished.edges.size(); ++i)
        finished.edges[i].points = placed.edges[i].points;
    finished.bundles = placed.bundles;
    finished.bounds = placed.bounds;
    finished.places = placed.places;
    summarise(finished);
    return finished;
}

} // namespace bartizan::desktop
