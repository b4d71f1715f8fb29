// SPDX-License-Identifier: GPL-3.0-or-later
// What one rule of an Istio AuthorizationPolicy means for one caller: on which ports, and for which HTTP requests.
// istio.io reference: AuthorizationPolicy (Rule, Source, Operation), "Authorization Policy Conditions".
#pragma once

#include "analysis/connectivity/addresses.h"
#include "analysis/connectivity/mesh_requests.h"
#include "analysis/connectivity/ports.h"
#include "model/inventory.h"

#include <optional>
#include <string>
#include <vector>

namespace bartizan::connectivity {

struct MeshCaller {
    bool identified = false; // it shows a certificate of the mesh
    std::string ns, account;
    std::optional<AddressRange> addresses; // none: not known (pods), taken as in no block that a rule names
};

struct MeshClause {
    PortSet ports; // of TCP
    MeshRequests requests;
    bool http = false;      // it asks for something that only HTTP has
    bool noRequest = false; // and no HTTP request fulfils it
};

struct MeshClauses {
    std::vector<MeshClause> list;  // empty: the rule does not mean the caller at all
    bool addressesUnknown = false; // it names addresses, and those of the caller are not known
};
MeshClauses clausesOf(const MeshAccessRule&, const MeshCaller&, const std::string& ns /* of the policy */);

// Blocks of addresses that the rule names.
void addBlocks(const MeshAccessRule&, std::vector<AddressSet>& into);

PortSet tcpPorts(); // all of them

} // namespace bartizan::connectivity
