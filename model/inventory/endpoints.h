// SPDX-License-Identifier: GPL-3.0-or-later
// How much of an EndpointsRecord (network.h) is kept: importers stop there, and whoever reads a record as long as that
// cannot tell whether it was cut.
#pragma once

#include <cstddef>

namespace bartizan {

constexpr std::size_t mostEndpointAddresses = 256; // EndpointsRecord::addresses

} // namespace bartizan
