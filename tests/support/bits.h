// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors of bits with the operations of sets: what tests check real sets against, one member at a time.
#pragma once

#include <vector>

namespace bartizan::test {

using Bits = std::vector<bool>;

inline Bits combined(const Bits& a, const Bits& b, bool (*rule)(bool, bool))
{
    Bits result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        result[i] = rule(a[i], b[i]);
    return result;
}
inline bool either(bool a, bool b)
{
    return a || b;
}
inline bool both(bool a, bool b)
{
    return a && b;
}
inline bool butNot(bool a, bool b)
{
    return a && !b;
}
inline bool isSubset(const Bits& part, const Bits& whole)
{
    return combined(part, whole, butNot) == Bits(part.size());
}

} // namespace bartizan::test
