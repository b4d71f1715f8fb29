// SPDX-License-Identifier: GPL-3.0-or-later
// What a Connectivity is made of: for its own files only.
#pragma once

#include "analysis/connectivity/rules.h"

#include <functional>
#include <memory>

namespace bartizan::connectivity {

struct Connectivity::Parts {
    struct OfNetwork { // of a class
        std::size_t network = 0;
        std::uint32_t row[2] = {0, 0}; // by Direction
        bool selected[2] = {false, false};
    };

    Parts(World, const std::stop_token&);

    World world;
    Classes classes;
    Rules rules;
    std::vector<Row> rows;
    std::vector<std::vector<std::uint32_t>> selectingClass; // policies, by class
    std::vector<std::vector<OfNetwork>> rowsOf;             // by class: its primary network first

    void makeRows(const std::stop_token&);
    const OfNetwork* of(std::size_t pod, std::size_t network) const; // null: the pod is not in it
    std::vector<std::size_t> selecting(std::size_t cls, Direction, std::size_t network) const;
    // `means`: does rule `rule` of policy `policy` mean the peer? `destination`: its named ports, null for an address.
    using Means = std::function<bool(std::size_t policy, std::size_t rule)>;
    std::vector<Slice> slices(std::size_t pod, Direction, std::size_t network, const Means& means,
                              const std::vector<NamedPort>* destination) const;
    void addNearly(std::size_t pod, Direction, End peer, std::vector<NearlyApplied>&) const;

private:
    std::vector<std::uint32_t> keyOf(std::size_t cls, Direction, std::size_t network) const;
    Row makeRow(std::size_t cls, Direction, std::size_t network, const std::stop_token&) const;
};

} // namespace bartizan::connectivity
