// SPDX-License-Identifier: GPL-3.0-or-later
// A posture as lines of text, so that tests of the analysis read like tables.
#pragma once

#include "analysis/posture.h"

#include <string>
#include <string_view>

namespace bartizan::test {

Posture postureOf(const Model&);          // with the catalogue that is compiled in, as of 2026-11-21
Posture postureOf(std::string_view text); // of a text architecture

// "shop/web[Deployment] network missing network-no-policy: No network policy ..." one a line; layer "" = all
std::string layersText(const Model&, const Posture&, std::string_view layer = {});
// "web missing network-no-policy (ingress missing, egress missing)" one a line, of one layer
std::string verdictsText(const Model&, const Posture&, Layer);
std::string findingsText(const Posture&); // "high gateway-load-balancer: shop/web[Deployment]"
std::string pathsText(const Model&, const Posture&);
const LayerVerdict& layerOf(const Model&, const Posture&, std::string_view workload, Layer);

} // namespace bartizan::test
