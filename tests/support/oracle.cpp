// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracle.h"

#include "tests/support/paths.h"

#include <cstdio>
#include <sstream>

namespace bartizan::test {
namespace {

// The text after "key:", without quotes; false when the line has another key.
bool valueOfKey(std::string_view line, std::string_view key, std::string& value)
{
    const std::size_t start = line.find_first_not_of(" -");
    if (start == std::string_view::npos || line.substr(start, key.size()) != key)
        return false;
    line.remove_prefix(start + key.size());
    if (line.empty() || line.front() != ':')
        return false;
    const std::size_t first = line.find_first_not_of(" ", 1);
    value = first == std::string_view::npos ? std::string() : std::string(line.substr(first));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.substr(1, value.size() - 2);
    return true;
}

} // namespace

std::map<std::string, std::string> oracleExceptions(std::string_view name)
{
    std::map<std::string, std::string> exceptions;
    const auto text = readFile(sourceDir() / "tests/oracles/exceptions" / (std::string(name) + ".yaml"));
    std::istringstream lines(text.value_or(""));
    std::string line, current, value;
    while (std::getline(lines, line)) {
        if (valueOfKey(line, "case", value))
            exceptions[current = value];
        else if (!current.empty() && valueOfKey(line, "reason", value))
            exceptions[current] = value;
    }
    return exceptions;
}

void OracleScore::print() const
{
    std::printf("oracle %s: %d passed, %d failed, precision %.4f, recall %.4f, exact %.4f, excepted %d\n", name.c_str(), passed,
                failed, precision(), recall(), exact(), excepted);
    std::fflush(stdout);
}

} // namespace bartizan::test
