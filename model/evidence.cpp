// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence.h"

#include <algorithm>
#include <string_view>

namespace bartizan {

const Attribute* find(const Attributes& attributes, std::string_view key)
{
    const auto at = std::lower_bound(attributes.begin(), attributes.end(), key,
                                     [](const Attribute& attribute, std::string_view wanted) { return attribute.key < wanted; });
    return at != attributes.end() && at->key == key ? &*at : nullptr;
}

std::string_view valueOf(const Attributes& attributes, std::string_view key)
{
    const Attribute* found = find(attributes, key);
    return found ? std::string_view(found->value) : std::string_view();
}

} // namespace bartizan
