// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/scalars.h"

#include "model/ascii.h"

#include <algorithm>
#include <charconv>

namespace bartizan::document {

namespace {

// Without sign and underscores: which base, and where the digits start.
struct Digits {
    int base = 10;
    std::string_view text;
};

Digits digitsOf(std::string_view rest)
{
    if (rest.size() < 2 || rest.front() != '0')
        return {10, rest};
    switch (rest[1]) {
    case 'x':
    case 'X':
        return {16, rest.substr(2)};
    case 'o':
    case 'O':
        return {8, rest.substr(2)};
    case 'b':
    case 'B':
        return {2, rest.substr(2)};
    default:
        return {8, rest.substr(1)}; // 0644, as file modes are written
    }
}

bool isDigitOf(char c, int base)
{
    if (base == 16)
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return c >= '0' && c < '0' + base;
}

std::string_view withoutSign(std::string_view text)
{
    return !text.empty() && (text.front() == '-' || text.front() == '+') ? text.substr(1) : text;
}

std::string withoutUnderscores(std::string_view text)
{
    std::string plain(text);
    plain.erase(std::remove(plain.begin(), plain.end(), '_'), plain.end());
    return plain;
}

bool isInteger(std::string_view plain)
{
    const Digits digits = digitsOf(withoutSign(plain));
    return !digits.text.empty() &&
           std::all_of(digits.text.begin(), digits.text.end(), [&](char c) { return isDigitOf(c, digits.base); });
}

// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool isReal(std::string_view plain)
{
    std::string_view rest = withoutSign(plain);
    const auto takeDigits = [&rest] {
        const auto count = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isDigit) - rest.begin());
        rest.remove_prefix(count);
        return count;
    };
    const std::size_t whole = takeDigits();
    if (!rest.empty() && rest.front() == '.') {
        rest.remove_prefix(1);
        if (takeDigits() == 0 && whole == 0)
            return false;
    } else if (whole == 0) {
        return false;
    }
    if (rest.empty())
        return true;
    if (rest.front() != 'e' && rest.front() != 'E')
        return false;
    rest = withoutSign(rest.substr(1));
    return takeDigits() > 0 && rest.empty();
}

NodeKind numberKind(std::string_view text)
{
    if (text.find('_') == std::string_view::npos)
        return isInteger(text) ? NodeKind::integer : isReal(text) ? NodeKind::real : NodeKind::string;
    if (!isDigit(withoutSign(text).substr(0, 1).empty() ? ' ' : withoutSign(text).front()))
        return NodeKind::string;
    const std::string plain = withoutUnderscores(text);
    return isInteger(plain) ? NodeKind::integer : isReal(plain) ? NodeKind::real : NodeKind::string;
}

bool isInfinity(std::string_view text)
{
    text = withoutSign(text);
    return text == ".inf" || text == ".Inf" || text == ".INF";
}

} // namespace

NodeKind plainKind(std::string_view text)
{
    if (text.empty())
        return NodeKind::null;
    switch (text.front()) {
    case '~':
        return text.size() == 1 ? NodeKind::null : NodeKind::string;
    case 'n':
    case 'N':
        return text == "null" || text == "Null" || text == "NULL" ? NodeKind::null : NodeKind::string;
    case 't':
    case 'T':
        return text == "true" || text == "True" || text == "TRUE" ? NodeKind::boolean : NodeKind::string;
    case 'f':
    case 'F':
        return text == "false" || text == "False" || text == "FALSE" ? NodeKind::boolean : NodeKind::string;
    case '.':
        if (isInfinity(text) || text == ".nan" || text == ".NaN" || text == ".NAN")
            return NodeKind::real;
        return isReal(text) ? NodeKind::real : NodeKind::string;
    case '-':
    case '+':
        return isInfinity(text) ? NodeKind::real : numberKind(text);
    default:
        return isDigit(text.front()) ? numberKind(text) : NodeKind::string;
    }
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    if (text.find('_') != std::string_view::npos)
        return parseInteger(withoutUnderscores(text));
    const std::string_view plain = text;
    const bool negative = !plain.empty() && plain.front() == '-';
    const Digits digits = digitsOf(withoutSign(plain));
    const char* const last = digits.text.data() + digits.text.size();
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.text.data(), last, value, digits.base);
    if (digits.text.empty() || error != std::errc{} || end != last)
        return std::nullopt;
    constexpr std::uint64_t top = std::uint64_t{1} << 63;
    if (negative)
        return value <= top ? std::optional(static_cast<std::int64_t>(~value + 1)) : std::nullopt;
    return value < top ? std::optional(static_cast<std::int64_t>(value)) : std::nullopt;
}

} // namespace bartizan::document
