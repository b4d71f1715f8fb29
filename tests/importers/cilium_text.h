// SPDX-License-Identifier: GPL-3.0-or-later
// Short policies of Cilium as text, for the tests of their importer: an object from its last lines, one rule of a section.
#pragma once

#include "tests/importers/traffic_policy_text.h"
#include "tests/support/import_text.h"

namespace bartizan::test {

inline Inventory ciliumPolicy(const std::string& rest)
{
    return importText("apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x, namespace: shop}\n" + rest);
}
inline Inventory ciliumClusterwide(const std::string& rest)
{
    return importText("apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: x}\n" + rest);
}
inline std::string ciliumText(const std::string& rest)
{
    return policiesText(ciliumPolicy(rest));
}
inline std::string ciliumRule(const std::string& section, const std::string& entry)
{
    const Inventory inventory = ciliumPolicy("spec: {endpointSelector: {}, " + section + ": [" + entry + "]}");
    const TrafficPolicyRecord& record = inventory.trafficPolicies.at(0);
    if (!record.malformed.empty())
        return "malformed: " + record.malformed;
    std::string text;
    for (const auto* rules : {&record.ingressRules, &record.egressRules}) {
        for (const PolicyRuleRecord& rule : *rules)
            text += (text.empty() ? "" : "\n") + ruleText(rule);
    }
    return text;
}

} // namespace bartizan::test
