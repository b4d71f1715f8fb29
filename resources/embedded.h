// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and tables compiled into the program. Names are paths below resources/, e.g. "layers.yaml".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace bartizan {

struct EmbeddedFile {
    const char* name;
    const unsigned char* data;
    std::size_t size;
};
extern const EmbeddedFile embeddedFiles[]; // ends with a null name

std::string_view embeddedFile(std::string_view name); // "" when there is none
std::vector<std::string_view> embeddedNames();        // sorted

} // namespace bartizan
