// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of HTTP requests as Istio's AuthorizationPolicy writes them (istio.io reference, "Operation"): methods, paths and
// hosts by patterns, and what else a rule asks for, in words. A pattern is exact, "abc*", "*abc" or "*" (anything that is
// not empty); hosts do not tell upper from lower case; paths may hold {*} (one segment) and {**} (any number of segments).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::connectivity {

enum class MeshText { plain, host, path };
bool meshMatches(std::string_view pattern, std::string_view text, MeshText = MeshText::plain);

struct MeshRequest { // one of them
    std::string method, path, host;
};

struct MeshRequests { // an empty list asks for nothing
    std::vector<std::string> methods, notMethods, paths, notPaths, hosts, notHosts;
    std::vector<std::string> more; // "request.headers[x] is a or b": all of them hold too

    bool every() const; // asks for nothing at all
    friend bool operator==(const MeshRequests&, const MeshRequests&) = default;
};

// Drops what every HTTP request fulfils. False: no request can be meant.
bool simplify(MeshRequests&);

// Is the request meant? None where that depends on `more`.
std::optional<bool> means(const MeshRequests&, const MeshRequest&);

// Every request of `narrow` is one of `wide`. False also where that cannot be told from the patterns.
bool within(const MeshRequests& narrow, const MeshRequests& wide);

// May one request be of both? True also where that cannot be told.
bool mayMeet(const MeshRequests&, const MeshRequests&);

std::string toText(const MeshRequests&); // "GET or POST, path /a*, host b, request.headers[x] is a"; "every request"

} // namespace bartizan::connectivity
