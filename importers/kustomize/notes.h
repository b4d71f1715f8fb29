// SPDX-License-Identifier: GPL-3.0-or-later
// What of one kustomization could not be applied, gathered while it is built and said once (product.md rule 8).
#pragma once

#include "importers/kustomize/kustomization.h"
#include "model/problem.h"

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace bartizan::importers {

class Notes {
public:
    void add(std::string_view what, document::Node at); // what: "a remote resource", "a replacement", ...
    bool empty() const { return m_entries.empty(); }
    Problem problem(const Kustomization& kustomization) const;

private:
    struct Entry {
        std::string what;
        std::size_t count = 0;
    };
    std::vector<Entry> m_entries;                                                      // in the order first met
    std::vector<Evidence> m_places;                                                    // the first ones
    std::set<std::tuple<FileId, std::uint32_t, std::uint32_t, std::uint32_t>> m_known; // file, document, line, column of all
};

} // namespace bartizan::importers
