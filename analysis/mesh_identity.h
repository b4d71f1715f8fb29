// SPDX-License-Identifier: GPL-3.0-or-later
// Whether rules of Istio AuthorizationPolicies that name callers can ever match: a caller has a name only where mutual TLS
// brings its certificate. Asked of policies, not of workloads, so that it holds where only policies are in the input.
// istio.io reference: AuthorizationPolicy ("requires mTLS enabled"), PeerAuthentication, DestinationRule,
// MeshConfig.enableAutoMtls. A pure function; the evidence is copied from the inventory.
#pragma once

#include "model/inventory.h"

#include <string>
#include <vector>

namespace bartizan::analysis {

struct MeshIdentitySettings {                    // of the mesh's configuration
    bool autoMtls = true;                        // clients use mutual TLS by themselves where the server can
    std::string rootNamespace = "istio-system";  // policies there hold for the whole mesh
    std::string clusterDomain = "cluster.local"; // of names of Services
};

struct MeshIdentityGap {
    std::size_t policy = 0; // Inventory::meshAccessPolicies
    std::string ns;         // of the first workload that it concerns
    std::string reason;     // "PeerAuthentication shop/default turns mutual TLS off": a clause
    Evidence evidence;      // of what says so; of the policy where nothing does
};

bool needsCallerIdentity(const MeshAccessPolicy&); // names principals, service accounts, namespaces or trust domains

// One gap a policy at most: of its first workload that has one, in the order of the inventory. Policies that are never
// enforced, or are for gateways and Services (targetRefs), are passed over.
std::vector<MeshIdentityGap> meshIdentityGaps(const Inventory&, const MeshIdentitySettings& = {});

} // namespace bartizan::analysis
