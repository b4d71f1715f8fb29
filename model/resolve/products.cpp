// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/products.h"

#include "model/image_reference.h"
#include "model/resolve/text.h"

namespace bartizan::resolving {

Products::Products(const Catalogue& catalogue) : m_catalogue(catalogue)
{
    for (const ProductRow& row : catalogue.products) {
        for (const std::string& repository : row.repositories)
            m_byRepository.emplace(repository, &row);
        if (row.role != "store")
            continue;
        for (const int port : row.ports) {
            const auto [at, added] = m_storesByPort.emplace(static_cast<std::uint32_t>(port), &row);
            if (!added)
                at->second = nullptr;
        }
    }
}

const ProductRow* Products::byImage(std::string_view written) const
{
    const Result<ImageReference> reference = parseNormalized(written);
    if (!reference)
        return nullptr;
    const std::string repository = repositoryKey(*reference);
    std::string_view end = repository;
    while (true) {
        const auto found = m_byRepository.find(end);
        if (found != m_byRepository.end())
            return found->second;
        const std::size_t slash = end.find('/');
        if (slash == std::string_view::npos)
            return nullptr;
        end.remove_prefix(slash + 1);
    }
}

const ProductRow* Products::storeByPort(std::uint32_t port) const
{
    const auto found = m_storesByPort.find(port);
    return found == m_storesByPort.end() ? nullptr : found->second;
}

const ProductRow* Products::byHost(std::string_view host) const
{
    for (const ProductRow& row : m_catalogue.products)
        if (anyGlobMatches(row.hosts, host))
            return &row;
    return nullptr;
}

bool standsBeside(const ProductRow& row)
{
    return row.role == "mesh" || row.role == "agent" || row.role == "authProxy" || row.role == "helper" || row.role == "tunnel";
}

} // namespace bartizan::resolving
