// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises products by what an image is called: the rows of resources/products.yaml, indexed. A row's repository is
// the whole normalised name or the end of it at a slash, longest first; case counts, registries do not.
#pragma once

#include "model/catalogue.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace bartizan::resolving {

class Products {
public:
    explicit Products(const Catalogue& catalogue);

    const ProductRow* byImage(std::string_view written) const; // as in a manifest; null: not known
    const ProductRow* storeByPort(std::uint32_t port) const;   // null: none, or several products use it
    const ProductRow* byHost(std::string_view host) const;     // the managed service of that name

private:
    const Catalogue& m_catalogue;
    std::unordered_map<std::string_view, const ProductRow*> m_byRepository; // views into the catalogue
    std::unordered_map<std::uint32_t, const ProductRow*> m_storesByPort;
};

// Roles of containers that commonly stand beside the one that a workload is for.
bool standsBeside(const ProductRow& row);

} // namespace bartizan::resolving
