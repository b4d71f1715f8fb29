// SPDX-License-Identifier: GPL-3.0-or-later
// Words and lists, for what is worked out and said about meshes.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "model/ascii.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::connectivity {

inline constexpr const char* meshAddressNote =
    "A rule names addresses that pods may have; which ones the caller has is not known.";

template <class T>
void addOnce(std::vector<T>& list, T value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

inline bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}
inline bool endsIn(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}
inline std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

inline std::string alternatives(const std::vector<std::string>& values) // "a or b or one of 3 more"
{
    constexpr std::size_t shown = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), shown); ++i)
        text += (i == 0 ? "" : " or ") + values[i];
    return values.size() > shown ? text + " or one of " + std::to_string(values.size() - shown) + " more" : text;
}
inline std::string alternatives(const AddressSet& set)
{
    std::vector<std::string> ranges;
    ranges.reserve(set.ranges().size());
    for (const AddressRange& range : set.ranges())
        ranges.push_back(toText(range));
    return alternatives(ranges);
}

} // namespace bartizan::connectivity
