// SPDX-License-Identifier: GPL-3.0-or-later
// How much building all kustomizations of one import may cost: small files can ask for endless work (every patch for
// every object, a base that a thousand others read again). Units are about a microsecond. What is refused becomes a note
// and the objects concerned are marked; see notes.h and Resource::touched.
#pragma once

#include "importers/document/tree.h"

#include <cstddef>

namespace bartizan::importers {

class Work {
public:
    // False: too much; nothing was spent, and smaller work may still fit.
    bool spend(std::size_t units)
    {
        if (units > m_left)
            return false;
        m_left -= units;
        return true;
    }
    bool spendReading(std::size_t bytes) { return spend(bytes / 64 + 1); }
    // Nodes of one tree looked up or moved in another, each past all of its neighbours.
    bool spendMerging(document::Node a, document::Node b)
    {
        const std::size_t left = nodes(a), right = nodes(b);
        return spend((left + right) / 64 + 1) && (right == 0 || left / 200 <= m_left / right) && spend(left * right / 200);
    }
    static std::size_t nodes(document::Node node)
    {
        std::size_t count = 1;
        if (node.isMapping() || node.isSequence())
            for (const document::Node child : node)
                count += nodes(child); // as deep as the reader and the editor let trees be
        return count;
    }

private:
    std::size_t m_left = 30'000'000;
};

inline constexpr const char* tooMuchWork = "more changes than are applied";

} // namespace bartizan::importers
