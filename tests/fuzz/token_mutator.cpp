// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/token_mutator.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::array<std::string_view, 64> tokens{"---\n",
                                                  "...\n",
                                                  "\n",
                                                  "\n  ",
                                                  "- ",
                                                  "? ",
                                                  ": ",
                                                  ":",
                                                  ",",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  "{}",
                                                  "[]",
                                                  "&a ",
                                                  "*a",
                                                  "<<: *a\n",
                                                  "<<: [*a, *a]\n",
                                                  "!!str ",
                                                  "!!int ",
                                                  "!x ",
                                                  "|\n  ",
                                                  "|+\n",
                                                  "|2-\n   ",
                                                  ">-\n  ",
                                                  "'",
                                                  "\"",
                                                  "''",
                                                  "\\\"",
                                                  "\\u0061",
                                                  "\\ud83d\\ude00",
                                                  "\\ud800",
                                                  "# Source: a/b.yaml\n",
                                                  "#",
                                                  "\t",
                                                  "\r\n",
                                                  "\xEF\xBB\xBF",
                                                  "\xC3\xA4",
                                                  "\xFF",
                                                  "%YAML 1.1\n",
                                                  "{{ .Values.x }}",
                                                  "{{- if .x }}\n",
                                                  "~",
                                                  "null",
                                                  "true",
                                                  "yes",
                                                  "0x1F",
                                                  "1e999",
                                                  "-.inf",
                                                  "9223372036854775808",
                                                  "metadata:\n  managedFields:\n",
                                                  "annotations: {kubectl.kubernetes.io/last-applied-configuration: x}\n",
                                                  "\"a\": ",
                                                  "\"\": ",
                                                  "apiVersion: v1\n",
                                                  "kind: List\nitems:\n",
                                                  "\x1B",
                                                  "\xC2\x85",
                                                  "\xE2\x80\xA8",
                                                  "=",
                                                  "@",
                                                  "`",
                                                  "[[[[[[[["};

using Random = std::minstd_rand;

std::size_t below(Random& random, std::size_t count)
{
    return count == 0 ? 0 : random() % count;
}

std::size_t lineStart(const std::string& text, std::size_t at)
{
    const std::size_t found = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    return found == std::string::npos ? 0 : found + 1;
}

std::string lineAt(const std::string& text, std::size_t at)
{
    const std::size_t start = lineStart(text, at);
    const std::size_t end = std::min(text.find('\n', start), text.size() - 1);
    return text.empty() ? "" : text.substr(start, end - start + 1);
}

void mutate(std::string& text, Random& random)
{
    const std::size_t at = below(random, text.size() + 1);
    switch (below(random, 8)) {
    case 0:
    case 1:
        text.insert(at, tokens[below(random, tokens.size())]);
        break;
    case 2:
        text.erase(at, 1 + below(random, 8));
        break;
    case 3: { // a line twice, somewhere else
        const std::string line = lineAt(text, below(random, text.size()));
        text.insert(lineStart(text, at), line);
        break;
    }
    case 4: // a line deeper
        text.insert(lineStart(text, at), 1 + below(random, 4), ' ');
        break;
    case 5: { // a line less deep
        const std::size_t start = lineStart(text, at);
        const std::size_t indent = std::min(text.find_first_not_of(' ', start), text.size()) - start;
        text.erase(start, std::min<std::size_t>(indent, 1 + below(random, 4)));
        break;
    }
    case 6: { // a stretch replaced by a token
        text.replace(at, std::min(text.size() - at, below(random, 16)), tokens[below(random, tokens.size())]);
        break;
    }
    default: // cut off
        text.resize(at);
    }
}

} // namespace

std::size_t mutateTokens(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    Random random(seed);
    std::string text(data, data + size);
    for (std::size_t left = 1 + below(random, 4); left > 0; --left)
        mutate(text, random);
    if (text.size() > room)
        text.resize(room);
    std::copy(text.begin(), text.end(), data);
    return text.size();
}
