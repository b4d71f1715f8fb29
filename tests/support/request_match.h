// SPDX-License-Identifier: GPL-3.0-or-later
// For tests: which resolved route answers a request at a gateway? Gateway API's rules (HTTPRoute, "Proxy or load
// balancer routing configuration generated from HTTPRoutes MUST prioritize ..."): the listener with the most specific
// host, then the route's host, exact path before longest prefix before patterns, method, headers, query parameters,
// the oldest object, its name, written order. It checks the normal form, not a proxy.
#pragma once

#include "model/architecture.h"

#include <map>
#include <string>

namespace bartizan::test {

struct Request {
    std::string host, path = "/", method = "GET";
    std::map<std::string, std::string> headers; // lower-case names
    std::string protocol = "http";              // http, grpc, tls
};

// None: no route. The gateway is Architecture::Gateway::id.
const Route* answeringRoute(const Inventory&, const Architecture&, const std::string& gateway, const Request&);

} // namespace bartizan::test
