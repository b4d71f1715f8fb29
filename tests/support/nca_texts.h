// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in the connectivity maps of the oracle netpol-semantics: which pods an expression means, what a connection allows.
#pragma once

#include "tests/support/nca_state.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::test {

// "All connections", "{protocols:TCP, UDP,dst_ports:53},{protocols:ICMP}". None where it says more than ports (methods,
// paths, source ports) or is not understood.
std::optional<connectivity::PortSet> ncaConnection(std::string_view text);

// Is the pod meant? "*", "a=b", "a!=b" (also without the label), "a in (b,c)", "a not in (b,c)", "has(a)", "!has(a)", joined
// by "and" and "or", in ( ) or { }; or names of pods or of their owners. None where it is not understood.
std::optional<bool> ncaMatches(std::string_view expression, const Attributes& labels, const NcaPod&);

// "key:value,value,key:value": a comma begins a key where a name and a colon follow.
std::map<std::string, std::string> ncaFields(std::string_view body);

std::vector<std::string_view> ncaParts(std::string_view text); // between commas, without spaces around them

} // namespace bartizan::test
