// SPDX-License-Identifier: GPL-3.0-or-later
// Words, numbers and options of the text form's lines; shared by the text_builder files only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace bartizan::test {

[[noreturn]] inline void refuse(const std::string& message)
{
    throw std::invalid_argument(message);
}

inline std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, separator);)
        parts.push_back(part);
    return parts;
}

inline std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

inline std::uint32_t number(const std::string& text)
{
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
        refuse("expected a number, found " + text);
    return static_cast<std::uint32_t>(std::stoul(text));
}

// "key=value" -> value when the key fits.
inline bool option(const std::string& word, const std::string& key, std::string& value)
{
    if (word.compare(0, key.size() + 1, key + "=") != 0)
        return false;
    value = word.substr(key.size() + 1);
    return true;
}

inline std::string takeProtocol(std::string& text)
{
    const std::size_t slash = text.find('/');
    std::string protocol = slash == std::string::npos ? "TCP" : text.substr(slash + 1);
    text = text.substr(0, slash);
    return protocol;
}

} // namespace bartizan::test
