// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces names in texts, word by word: by pseudonyms in a report without names, by "(another owner's)" in the report of
// one owner. A word is what stands between blanks, slashes, dots, colons and brackets (name_parts.h). Words that the report
// says of every system (own_words.h) stay: replacing them would hide nothing and tell what their pseudonym stands for.
// Without names, addresses, digests of images and long numbers go as well; digests of inputs stay, an auditor needs them.
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

class NameMask {
public:
    static NameMask none() { return {}; }
    // Every name of the input: objects, hosts, paths, images, labels, values, files, people.
    static NameMask pseudonyms(const ReportInput& input);
    // Names of services that are not the owner's.
    static NameMask otherOwners(const ReportInput& input);

    bool empty() const { return m_words.empty() && m_salt.empty(); }
    std::string operator()(std::string_view text) const;

private:
    void add(std::string_view name);
    void addText(std::string_view text);
    void addQuoted(std::string_view text);
    void addReview(const ReportInput& input);
    bool namesInside(const std::string& word) const;
    std::string pseudonym(std::string_view word) const;
    std::string withoutNumbers(std::string_view word, bool fraction) const;
    std::string hidden(std::string_view text, std::size_t at, std::string_view word) const;

    std::string m_salt; // "" = words become `m_instead`
    std::string m_instead;
    std::unordered_map<std::string, std::string> m_words; // lower-case
    std::unordered_set<std::string> m_kept;               // lower-case: the owner's own names
    std::vector<std::size_t> m_parts;                     // between dashes: how many the names of others have, ascending
    std::unordered_set<std::string> m_addresses;          // of the input, as NamePart::same
    std::unordered_set<std::string> m_inputs;             // digests of sources and files
};

} // namespace bartizan::report
