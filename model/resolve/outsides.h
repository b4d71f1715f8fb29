// SPDX-License-Identifier: GPL-3.0-or-later
// Systems beyond the cluster: one for each host and port that something names, with the managed service it shows.
#pragma once

#include "model/resolve/context.h"
#include "model/resolve/products.h"

#include <string_view>

namespace bartizan::resolving {

// The port that a URL of this scheme means when it writes none; 0 when there is no usual one.
std::uint32_t usualPort(std::string_view scheme);

class Outsides {
public:
    explicit Outsides(Context& context) : m_context(context), m_products(context.catalogue) {}

    OutsideId add(const std::string& host, std::uint32_t port, const Evidence& evidence);
    void addMeshServices(); // hosts that the mesh is told of (Istio ServiceEntry), called or not

private:
    Context& m_context;
    Products m_products;
};

} // namespace bartizan::resolving
