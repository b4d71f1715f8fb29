// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces names in texts, word by word: by pseudonyms in a report without names, by "(another owner's)" in the report of
// one owner. A word is what stands between blanks, slashes, dots, colons and brackets (name_parts.h). Words that the report
// says of every system (own_words.h) stay: replacing them would hide nothing and tell what their pseudonym stands for.
// Without names, addresses, digests of images and long numbers go as well; digests of inputs stay, an auditor needs them.
// In the report of one owner hidden are other owners' names, their services, namespaces that hold only services of theirs,
// and hosts that lead only to these; what leads to a service of the owner too keeps its name (report/ownership.h). Where a
// name of theirs is a word of the owner's as well, it is hidden where it stands beside its namespace ("shop/shop").
// Pseudonyms are keyed digests (HMAC-SHA-256, RFC 2104): the same word and salt give the same one, nothing leads back.
// What people wrote in the review is withheld where it is said (Content::said), never looked for in other texts.
#pragma once

#include "report/input.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bartizan::report {

class Ownership;

inline constexpr std::string_view anotherOwners = "(another owner's)";

class NameMask {
public:
    static NameMask none() { return {}; }
    // Every name of the input: objects, hosts, paths, images, labels, values, files, people.
    static NameMask pseudonyms(const ReportInput& input);
    // Names that are not the owner's.
    static NameMask otherOwners(const ReportInput& input);

    bool empty() const { return m_words.empty() && m_salt.empty(); }
    std::string operator()(std::string_view text) const;

private:
    struct Phrase {
        std::string text, instead; // text in lower case
        bool host = false;         // not as a part of a longer host
    };

    void add(std::string_view name);
    void addText(std::string_view text);
    void addQuoted(std::string_view text);
    void addPhrase(std::string_view text, std::string instead, bool host);
    void addHosts(const ReportInput& input, const Ownership& ownership);
    const Phrase* phraseAt(std::string_view text, std::size_t at, const std::string& word) const;
    void addReview(const ReportInput& input);
    bool namesInside(const std::string& word) const;
    std::string pseudonym(std::string_view word) const;
    std::string withoutNumbers(std::string_view word, bool fraction) const;
    std::string hidden(std::string_view text, std::size_t at, std::string_view word) const;

    std::string m_salt; // "" = words become `m_instead`
    std::string m_instead;
    std::unordered_map<std::string, std::string> m_words;           // lower-case
    std::unordered_set<std::string> m_kept;                         // lower-case: the owner's own names
    std::vector<std::size_t> m_parts, m_keptParts;                  // between dashes: how many those have, ascending
    std::unordered_set<std::string> m_addresses;                    // of the input, as NamePart::same
    std::unordered_set<std::string> m_inputs;                       // digests of sources and files
    std::unordered_map<std::string, std::vector<Phrase>> m_phrases; // by their first word, longest first
};

} // namespace bartizan::report
