// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inventory.h"

#include <string_view>

namespace bartizan {

// The most particular entry decides: (kind, namespace), (kind, *), (*, namespace), (*, *). A kind that was read in the
// whole cluster was read in each namespace, even when asking for one namespace by name was refused.
ScopeState Scope::state(std::string_view kind, std::string_view ns) const
{
    int best = -1;
    ScopeState result = ScopeState::notAsked;
    for (const ScopeEntry& entry : entries) {
        const bool anyKind = entry.kind == "*", anyNamespace = entry.ns == "*";
        if ((!anyKind && entry.kind != kind) || (!anyNamespace && entry.ns != ns))
            continue;
        const int rank = (anyKind ? 0 : 2) + (anyNamespace ? 0 : 1);
        if (entry.state == ScopeState::read && !anyKind && anyNamespace)
            return ScopeState::read;
        if (rank > best || (rank == best && entry.state == ScopeState::read)) {
            best = rank;
            result = entry.state;
        }
    }
    return result;
}

} // namespace bartizan
