// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of connections as a person names them: a workload by id, "namespace/name" or a bare name; addresses by "ip:FIRST",
// "ip:FIRST-LAST", CIDR or "internet"; "ingress-controller"; "host:NAME" and special peers as rules name them.
// Errors: "connectivity-name" when nothing has that name (the nearest ones are told), "connectivity-several" when it could be
// several (they are listed).
#pragma once

#include "analysis/connectivity/addresses.h"
#include "analysis/connectivity/world.h"
#include "model/result.h"

#include <string>
#include <string_view>

namespace bartizan::report {

Result<std::size_t> workloadNamed(const Architecture&, std::string_view name); // its index

struct NamedEnd {
    enum class Kind { pod, addresses, ingressController, hostName, special } kind = Kind::pod;
    std::size_t workload = 0;           // pod: in Architecture::workloads
    connectivity::AddressSet addresses; // addresses
    std::string id;                     // as outputs write it: "shop/cart[Deployment]", "ip:10.0.0.1-10.0.0.1", "internet"
    std::string name;                   // hostName, special
    bool outside() const { return kind != Kind::pod && kind != Kind::ingressController; }
};
Result<NamedEnd> endNamed(const Architecture&, const connectivity::World&, std::string_view name);

// Public addresses: both families without the blocks that IANA's registries of special-purpose addresses (RFC 6890) keep
// for private, shared, local, documentation, multicast and reserved use.
const connectivity::AddressSet& internetAddresses();

} // namespace bartizan::report
