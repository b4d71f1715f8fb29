// SPDX-License-Identifier: GPL-3.0-or-later
// The sixteen layers in the order of the ring, their families, the five marks and the lenses: what every picture of a
// wall, row or cell goes by. Titles here are the short ones of ring and matrix; full texts live in resources/layers.yaml.
#pragma once

#include <QString>

#include <cstdint>

namespace bartizan::diagram {

enum class Mark : std::uint8_t { present, partial, missing, unknown, notApplicable };
constexpr int markCount = 5;

enum class Family : std::uint8_t { perimeter, identity, channel, isolation, workload, supplyChain, operations };
constexpr int familyCount = 7;

// Stones are numbered as bartizan::Layer, clockwise from the west: gateway, abuse, authentication, mfa, authorization,
// encryption, network, failure, hardening, privilege, secrets, image, dependencies, testing, runtime, admission.
constexpr int layerCount = 16;

enum class Lens : std::uint8_t {
    exposure,
    authentication,
    encryption,
    isolation,
    scanning,
    sensitivity,
    saysIs,
    change,
    connectivity
};
constexpr int lensCount = 9;

Family familyOf(int layer);
QString layerName(int layer);       // "Second factor"
QString layerColumnName(int layer); // short head of the matrix: "2nd factor"
QString familyName(Family family);
QString lensName(Lens lens);
QString markName(Mark mark); // "not applicable"

// True when the lens looks at that layer; Exposure, Sensitivity, Says / is and Change look at all.
bool lensLooksAt(Lens lens, int layer);

// 0 is the worst: missing, partial, unknown, present, not applicable.
int worstOrder(Mark mark);

} // namespace bartizan::diagram
