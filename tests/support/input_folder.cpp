// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/input_folder.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace bartizan::test {

InputFolder::InputFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "bartizan-input-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_folder = pattern;
}

InputFolder::~InputFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void InputFolder::write(std::string_view path, std::string_view text) const
{
    const std::filesystem::path file = m_folder / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string InputFolder::path(std::string_view below) const
{
    return below.empty() ? m_folder.string() : (m_folder / below).string();
}

Inventory InputFolder::import(const importers::ImportOptions& options) const
{
    auto result = importers::importSources({m_folder.string()}, options, {});
    if (!result)
        throw std::runtime_error(result.error().message);
    return std::move(*result);
}

} // namespace bartizan::test
