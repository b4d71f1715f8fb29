// SPDX-License-Identifier: GPL-3.0-or-later
// The one alias for "a value or the reason why nothing can be said". Used only when there is no partial result;
// everything else is a Problem beside a partial result.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace bartizan {

struct Error {
    std::string id;      // stable kebab-case word
    std::string message; // what was expected, what was found, what to do
};

template <class T>
using Result = tl::expected<T, Error>;

} // namespace bartizan
