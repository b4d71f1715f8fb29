// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layers.h"

#include <array>

namespace bartizan::diagram {

namespace {

constexpr int networkLayer = 6;

struct LayerRow {
    const char* name;
    const char* column;
    Family family;
};

constexpr std::array<LayerRow, layerCount> rows = {{
    {"Gateway", "Gateway", Family::perimeter},
    {"Abuse", "Abuse", Family::perimeter},
    {"Authentication", "Authn", Family::identity},
    {"Second factor", "2nd factor", Family::identity},
    {"Authorization", "Authz", Family::identity},
    {"Encryption", "Encryption", Family::channel},
    {"Network", "Network", Family::isolation},
    {"Failure", "Failure", Family::isolation},
    {"Hardening", "Hardening", Family::workload},
    {"Privilege", "Privilege", Family::workload},
    {"Secrets", "Secrets", Family::workload},
    {"Image", "Image", Family::supplyChain},
    {"Dependencies", "Depend.", Family::supplyChain},
    {"Testing", "Testing", Family::supplyChain},
    {"Runtime", "Runtime", Family::operations},
    {"Admission", "Admission", Family::operations},
}};

const LayerRow& row(int layer)
{
    return rows.at(static_cast<std::size_t>(layer));
}

} // namespace

Family familyOf(int layer)
{
    return row(layer).family;
}
QString layerName(int layer)
{
    return QLatin1String(row(layer).name);
}
QString layerColumnName(int layer)
{
    return QLatin1String(row(layer).column);
}

QString familyName(Family family)
{
    static constexpr std::array<const char*, familyCount> names = {"Perimeter", "Identity",     "Channel",   "Isolation",
                                                                   "Workload",  "Supply chain", "Operations"};
    return QLatin1String(names.at(static_cast<std::size_t>(family)));
}

QString lensName(Lens lens)
{
    static constexpr std::array<const char*, lensCount> names = {"Exposure",  "Authentication", "Encryption",
                                                                 "Isolation", "Scanning",       "Sensitivity",
                                                                 "Says / is", "Change",         "Connectivity"};
    return QLatin1String(names.at(static_cast<std::size_t>(lens)));
}

QString markName(Mark mark)
{
    static constexpr std::array<const char*, markCount> names = {"present", "partial", "missing", "unknown", "not applicable"};
    return QLatin1String(names.at(static_cast<std::size_t>(mark)));
}

bool lensLooksAt(Lens lens, int layer)
{
    switch (lens) {
    case Lens::authentication:
        return familyOf(layer) == Family::identity;
    case Lens::encryption:
        return familyOf(layer) == Family::channel;
    case Lens::isolation:
        return familyOf(layer) == Family::isolation;
    case Lens::scanning:
        return familyOf(layer) == Family::supplyChain;
    case Lens::connectivity:
        return layer == networkLayer;
    case Lens::exposure:
    case Lens::sensitivity:
    case Lens::saysIs:
    case Lens::change:
        break;
    }
    return true;
}

int worstOrder(Mark mark)
{
    switch (mark) {
    case Mark::missing:
        return 0;
    case Mark::partial:
        return 1;
    case Mark::unknown:
        return 2;
    case Mark::present:
        return 3;
    case Mark::notApplicable:
        break;
    }
    return 4;
}

} // namespace bartizan::diagram
