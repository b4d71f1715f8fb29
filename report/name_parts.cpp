// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/name_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace bartizan::report {

namespace {

constexpr std::size_t shortestDigest = 32; // hexadecimal digits, where nothing says that it is one
constexpr std::size_t shownOfDigest = 12;  // digits that sentences show of a digest

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool beginsWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool inWord(char c)
{
    return beginsWord(c) || c == '-' || c == '_';
}

bool saysNothing(std::string_view address)
{
    return address == "0.0.0.0" || address == "127.0.0.1" || address == "169.254.169.254" || address == "0:0:0:0:0:0:0:0" ||
           address == "0:0:0:0:0:0:0:1";
}

// The length of an IPv4 address at the beginning of `text` that no word goes on from; 0 = none.
std::size_t addressLength(std::string_view text)
{
    std::size_t at = 0;
    for (int part = 0; part < 4; ++part) {
        std::size_t digits = 0;
        while (at < text.size() && isDigit(text[at]) && digits < 4) {
            ++at;
            ++digits;
        }
        if (digits == 0 || digits > 3)
            return 0;
        if (part < 3 && (at == text.size() || text[at++] != '.'))
            return 0;
    }
    return at < text.size() && inWord(text[at]) ? 0 : at;
}

// An IPv6 address as far as it was read (RFC 4291, section 2.2).
class Groups {
public:
    void add(unsigned value) { m_values[m_count++] = value; }
    void skip() { m_gap = static_cast<int>(m_count); }
    bool skipped() const { return m_gap >= 0; }
    std::size_t room() const { return m_values.size() - m_count - (skipped() ? 1 : 0); }
    bool whole() const { return skipped() || m_count == m_values.size(); }

    std::string same() const // all groups, without leading zeros; of an IPv4 address in it, that one
    {
        std::array<unsigned, 8> all{};
        const std::size_t before = skipped() ? static_cast<std::size_t>(m_gap) : m_count, behind = m_count - before;
        for (std::size_t i = 0; i < before; ++i)
            all[i] = m_values[i];
        for (std::size_t i = 0; i < behind; ++i)
            all[all.size() - behind + i] = m_values[before + i];
        std::string text;
        if (std::all_of(all.begin(), all.begin() + 5, [](unsigned group) { return group == 0; }) && all[5] == 0xFFFF) {
            for (const std::size_t i : {6, 7})
                text += (i == 6 ? "" : ".") + std::to_string(all[i] >> 8) + "." + std::to_string(all[i] & 0xFF);
            return text;
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::array<char, 8> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), all[i], 16).ptr;
            text += i == 0 ? "" : ":";
            text.append(digits.data(), end);
        }
        return text;
    }

private:
    std::array<unsigned, 8> m_values{};
    std::size_t m_count = 0;
    int m_gap = -1; // groups before "::"; -1 = none was read
};

// The longest IPv6 address at `at`, or else the longest known one; length 0 = none.
NamePart longAddress(std::string_view text, std::size_t at, const std::unordered_set<std::string>& known)
{
    NamePart longest{NamePart::Kind::address, 0}, longestKnown{NamePart::Kind::address, 0};
    Groups groups;
    std::size_t to = at;
    const auto mayEnd = [&] {
        if (!groups.whole() || (to < text.size() && inWord(text[to])))
            return;
        longest = {NamePart::Kind::address, to - at, groups.same()};
        if (known.count(longest.same) > 0)
            longestKnown = longest;
    };
    if (text.substr(to, 2) == "::") {
        if (at > 0 && (inWord(text[at - 1]) || text[at - 1] == ':'))
            return longest;
        groups.skip();
        to += 2;
        mayEnd();
    }
    while (groups.room() > 0) {
        if (const std::size_t old = addressLength(text.substr(to)); old > 0 && to > at && groups.room() >= 2) {
            std::array<unsigned, 4> bytes{};
            const char* from = text.data() + to;
            for (unsigned& byte : bytes)
                from = std::from_chars(from, text.data() + to + old, byte).ptr + 1;
            groups.add((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF));
            groups.add((bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF));
            to += old;
            mayEnd();
            break;
        }
        std::size_t digits = 0;
        while (digits < 5 && to + digits < text.size() && isHex(text[to + digits]))
            ++digits;
        if (digits == 0 || digits > 4)
            break;
        unsigned value = 0;
        std::from_chars(text.data() + to, text.data() + to + digits, value, 16);
        groups.add(value);
        to += digits;
        mayEnd();
        if (to == text.size() || text[to] != ':')
            break;
        ++to;
        if (to < text.size() && text[to] == ':') {
            if (groups.skipped() || groups.room() == 0)
                break;
            groups.skip();
            ++to;
            mayEnd();
        }
    }
    return longestKnown.length > 0 ? longestKnown : longest;
}

bool isDigest(std::string_view text, std::size_t at, std::string_view word)
{
    if (word.size() < 7 || !std::all_of(word.begin(), word.end(), isHex))
        return false;
    const std::string_view before = text.substr(0, at);
    return word.size() >= shortestDigest || before.ends_with("sha256:") || before.ends_with("sha512:");
}

} // namespace

std::string lowerCase(std::string_view word)
{
    std::string result(word);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

NamePart namePartAt(std::string_view text, std::size_t at, const std::unordered_set<std::string>& known)
{
    const char first = text[at];
    NamePart address{NamePart::Kind::address, 0};
    if (isHex(first) || first == ':')
        address = longAddress(text, at, known);
    if (address.length == 0 && isDigit(first))
        if (const std::size_t length = addressLength(text.substr(at)); length > 0)
            address = {NamePart::Kind::address, length, std::string(text.substr(at, length))};
    if (address.length > 0) {
        if (saysNothing(address.same))
            address = {NamePart::Kind::between, address.length};
        return address;
    }
    if (!beginsWord(first))
        return {};
    std::size_t end = at;
    while (end < text.size() && inWord(text[end]))
        ++end;
    while (!beginsWord(text[end - 1]))
        --end;
    const std::string_view word = text.substr(at, end - at);
    if (isDigest(text, at, word))
        return {NamePart::Kind::digest, word.size(), lowerCase(word.substr(0, shownOfDigest))};
    return {NamePart::Kind::word, word.size()};
}

} // namespace bartizan::report
