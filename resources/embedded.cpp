// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded.h"

namespace bartizan {

std::string_view embeddedFile(std::string_view name)
{
    for (const EmbeddedFile* file = embeddedFiles; file->name; ++file)
        if (name == file->name)
            return {reinterpret_cast<const char*>(file->data), file->size};
    return {};
}

std::vector<std::string_view> embeddedNames()
{
    std::vector<std::string_view> names;
    for (const EmbeddedFile* file = embeddedFiles; file->name; ++file)
        names.emplace_back(file->name);
    return names;
}

} // namespace bartizan
