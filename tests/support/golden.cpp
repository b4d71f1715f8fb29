// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "tests/support/paths.h"

#include <cstdlib>
#include <fstream>
#include <vector>

namespace bartizan::test {
namespace {

std::vector<std::string_view> lines(std::string_view text)
{
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const auto end = text.find('\n');
        result.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return result;
}

void write(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::binary) << text;
}

// Lines around the first and the last difference; good enough to see what changed in a table.
std::string difference(std::string_view wanted, std::string_view actual)
{
    const auto before = lines(wanted), after = lines(actual);
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    std::size_t tail = 0;
    while (tail < before.size() - head && tail < after.size() - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    std::string text = "line " + std::to_string(head + 1) + ":\n";
    for (std::size_t i = head; i < before.size() - tail; ++i)
        text += "- " + std::string(before[i]) + "\n";
    for (std::size_t i = head; i < after.size() - tail; ++i)
        text += "+ " + std::string(after[i]) + "\n";
    return text;
}

} // namespace

std::string compareGolden(const std::filesystem::path& file, std::string_view actual)
{
    if (const char* bless = std::getenv("BARTIZAN_BLESS"); bless && *bless == '1') {
        write(file, actual);
        return {};
    }
    const std::string wanted = readFile(file).value_or("");
    if (wanted == actual)
        return {};
    write(std::filesystem::path(file) += ".actual", actual);
    return file.filename().string() + ", " + difference(wanted, actual);
}

} // namespace bartizan::test
