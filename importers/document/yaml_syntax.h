// SPDX-License-Identifier: GPL-3.0-or-later
// What libyaml complains about, said as problems are said: what was expected, what was found, what to do. Called by the
// YAML reader with libyaml's own word for it, the character where it stopped and the line where the list, mapping or
// quotation that it was reading begins (0: there). Never quotes the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bartizan::document {

std::string syntaxMessage(std::string_view complaint, char found, std::uint32_t openSince);

} // namespace bartizan::document
