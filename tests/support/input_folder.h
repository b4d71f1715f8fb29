// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of files made by a test, and what is imported from it. Removed when the test ends.
#pragma once

#include "importers/import.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace bartizan::test {

class InputFolder {
public:
    InputFolder();
    InputFolder(const InputFolder&) = delete;
    InputFolder& operator=(const InputFolder&) = delete;
    ~InputFolder();

    void write(std::string_view path, std::string_view text) const;       // makes the folders on the way
    std::string path(std::string_view below) const;                       // "" is the folder itself
    Inventory import(const importers::ImportOptions& options = {}) const; // of the folder; throws when there is none

private:
    std::filesystem::path m_folder;
};

} // namespace bartizan::test
