// SPDX-License-Identifier: GPL-3.0-or-later
// What an IP address shows by itself. IPv4 in dotted form and IPv6 in any RFC 4291 form; no name is ever looked up.
#pragma once

#include <string_view>

namespace bartizan::resolving {

enum class AddressScope {
    notAnAddress, // a name
    unspecified,  // 0.0.0.0, ::, broadcast, multicast: never a peer
    loopback,     // 127.0.0.0/8, ::1
    linkLocal,    // 169.254.0.0/16, fe80::/10: among them the cloud's metadata service
    privateUse,   // RFC 1918, RFC 6598 (100.64.0.0/10), RFC 4193 (fc00::/7)
    publicUse,    // everything else
};

AddressScope scopeOf(std::string_view address);

// The scope of a CIDR's network address; a range that holds public addresses (0.0.0.0/0, ::/0, any prefix shorter than
// the private range around it) counts as public.
AddressScope scopeOfRange(std::string_view cidr);

} // namespace bartizan::resolving
