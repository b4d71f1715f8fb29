// SPDX-License-Identifier: GPL-3.0-or-later
// Typed indices: an index into one vector can never be used with another. Every id is an offset into the vector
// named in its comment; a default-constructed id is "none".
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace bartizan {

template <class Tag>
struct Index {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value = none;

    constexpr Index() = default;
    constexpr explicit Index(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
    constexpr bool valid() const { return value != none; }
    constexpr std::size_t pos() const { return value; }
    friend constexpr auto operator<=>(Index, Index) = default;
};

using SourceId = Index<struct SourceTag>;         // Inventory::sources
using FileId = Index<struct FileTag>;             // Inventory::files
using ObjectId = Index<struct ObjectTag>;         // Inventory::objects
using DeployableId = Index<struct DeployableTag>; // Inventory::deployables
using ReportId = Index<struct ReportTag>;         // Inventory::reports
using WorkloadId = Index<struct WorkloadTag>;     // Architecture::workloads
using ServiceId = Index<struct ServiceTag>;       // Architecture::services
using ImageId = Index<struct ImageTag>;           // Architecture::images
using OutsideId = Index<struct OutsideTag>;       // Architecture::outsides
using EntryId = Index<struct EntryTag>;           // Architecture::entries
using GatewayId = Index<struct GatewayTag>;       // Architecture::gateways
using RouteId = Index<struct RouteTag>;           // Architecture::routes
using CallId = Index<struct CallTag>;             // Architecture::calls

} // namespace bartizan

template <class Tag>
struct std::hash<bartizan::Index<Tag>> {
    std::size_t operator()(bartizan::Index<Tag> i) const noexcept { return std::hash<std::uint32_t>{}(i.value); }
};
