// SPDX-License-Identifier: GPL-3.0-or-later
// Which listeners does a route attach to? Gateway API: parentRefs, section names, ports, protocols, allowed kinds and
// namespaces, host names (gateway.networking.k8s.io/v1 HTTPRoute, Gateway and ListenerSet); Istio: servers whose hosts
// and protocol fit (networking.istio.io Gateway, VirtualService). A status in the input wins over the rules.
#pragma once

#include "model/resolve/gateways.h"

namespace bartizan::resolving {

struct Attachment {
    GatewayId gateway;
    std::vector<const ListenerRecord*> listeners;  // non-empty when accepted by the rules
    std::optional<std::vector<std::string>> hosts; // shared with them; an empty list is any host
    std::optional<bool> accepted;                  // none: cannot be told
    std::string code;                              // the API's reason word: "NotAllowedByListeners"
    std::string reason;                            // for people, without a full stop; "" when accepted by the rules
};

// One result for each parent of the record, in written order.
std::vector<Attachment> attach(const Context&, const Gateways&, const RouteRecord&);

} // namespace bartizan::resolving
