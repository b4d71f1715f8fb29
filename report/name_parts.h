// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a text apart into what may name something: words, addresses, digests. A word is what stands between blanks,
// slashes, dots, colons and brackets, without dashes around it. Each call looks at its own part only, so that a text is
// taken apart in one pass.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace bartizan::report {

struct NamePart {
    enum class Kind : std::uint8_t { between, word, address, digest } kind = Kind::between;
    std::size_t length = 1;
    std::string same = {}; // of an address or a digest: equal for all ways of writing it, shortened digests included
};

// The part that begins at `at`, which is inside `text` and where another part ended or the text begins. `known`: addresses
// (their `same`) of the input; where a port follows an IPv6 address without brackets only they tell where it ends.
// Addresses that every machine has (loopback, any, metadata) are `between`.
NamePart namePartAt(std::string_view text, std::size_t at, const std::unordered_set<std::string>& known);

// Calls f(word) for each word of `text`.
template <class F>
void forEachWord(std::string_view text, F&& f)
{
    static const std::unordered_set<std::string> none;
    for (std::size_t at = 0; at < text.size();) {
        const NamePart part = namePartAt(text, at, none);
        if (part.kind == NamePart::Kind::word)
            f(text.substr(at, part.length));
        at += part.length;
    }
}

std::string lowerCase(std::string_view word); // of ASCII

} // namespace bartizan::report
