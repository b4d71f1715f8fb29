// SPDX-License-Identifier: GPL-3.0-or-later
// The TCP half of the oracle netpol-semantics, where Istio has a say: which requests pass between two ends, on which ports.
// Two answers are compared on words made of all their patterns, one for each way in which patterns can match: HTTP methods
// are those of RFC 9110 and PATCH. The oracle's tool takes a Sidecar that names no host of the destination for a refusal,
// also where the proxy passes such connections through (istio.io, "ALLOW_ANY"): here that is a refusal too, so that the
// hosts themselves are compared. It does not look at ports of routes: what is refused for its port alone passes here, and what
// passes only as one of the hosts of ServiceEntries does not.
#pragma once

#include "tests/support/nca_state.h"

#include <optional>
#include <string_view>
#include <vector>

namespace bartizan::test {

struct NcaEnd {
    connectivity::End end; // of Connectivity
    connectivity::MeshEnd mesh;
};
NcaEnd ncaPod(std::size_t index);
NcaEnd ncaAddresses(std::size_t index, const connectivity::AddressRange& range); // a part of Connectivity::ranges()[index]
NcaEnd ncaHost(const std::string& name);                                         // of a ServiceEntry; its addresses are not known

// What the network allows. To a host: what is allowed to every IPv4 address.
connectivity::PortSet networkOf(const NcaState&, const std::optional<NcaEnd>& from, const std::optional<NcaEnd>& to);

// What the network and the mesh allow on TCP. Slices may overlap: what one of them allows passes.
using NcaTcp = std::vector<connectivity::MeshSlice>;
NcaTcp meshOf(const NcaState&, const std::optional<NcaEnd>& from, const std::optional<NcaEnd>& to);

// "All connections", "{dst_ports:80,methods:GET, POST,paths:/a*,hosts:all but b}". None where it is not understood.
std::optional<NcaTcp> ncaTcp(std::string_view text);

bool sameTcp(const NcaTcp&, const NcaTcp&);
bool nothingPasses(const NcaTcp&);
std::string tcpText(const NcaTcp&); // for people

} // namespace bartizan::test
