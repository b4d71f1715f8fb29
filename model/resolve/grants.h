// SPDX-License-Identifier: GPL-3.0-or-later
// Gateway API ReferenceGrant: may an object refer to one of another namespace? References within a namespace need none.
#pragma once

#include "model/resolve/context.h"

#include <map>

namespace bartizan::resolving {

class Grants {
public:
    explicit Grants(const Context& context);

    bool permits(const Identity& from, const std::string& group, const std::string& kind, const std::string& ns,
                 const std::string& name) const;

private:
    std::map<std::string, std::vector<const ReferenceGrantRecord*>> m_grants; // scopeKey of their namespace
};

} // namespace bartizan::resolving
