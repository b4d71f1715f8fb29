// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces names in texts, word by word: by pseudonyms in a report without names, by "(another owner's)" in the report of
// one owner. A word is what stands between blanks, slashes, dots, colons and brackets. Words that the report says of every
// system (layers, kinds, verdicts) stay: replacing them would hide nothing and tell what their pseudonym stands for.
// In the report of one owner hidden are other owners' names, their services, namespaces that hold only services of theirs,
// and hosts that lead only to these; what leads to a service of the owner too keeps its name (report/ownership.h). Where a
// name of theirs is a word of the owner's as well, it is hidden where it stands beside its namespace ("shop/shop").
// What people wrote in the review (reasons, statements, proofs, notes) is withheld where analysis quotes it.
// Pseudonyms are keyed digests (HMAC-SHA-256, RFC 2104): the same word and salt give the same one, nothing leads back.
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
    // Every name of the input: objects, hosts, paths, images, labels, files, people.
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
    void addPhrase(std::string_view text, std::string instead, bool host);
    void addHosts(const ReportInput& input, const Ownership& ownership);
    const Phrase* phraseAt(std::string_view text, std::size_t at, const std::string& word) const;
    void addReview(const ReportInput& input);
    bool namesInside(const std::string& word) const;
    std::string withheld(std::string_view text) const;
    std::string pseudonym(std::string_view word) const;

    std::string m_salt; // "" = words become `m_instead`
    std::string m_instead;
    std::unordered_map<std::string, std::string> m_words;           // lower-case
    std::unordered_set<std::string> m_kept;                         // lower-case: the owner's own names
    std::unordered_map<std::string, std::vector<Phrase>> m_phrases; // by their first word, longest first
    std::vector<std::string> m_prose; // longest first: what people wrote, of which nobody knows what it tells
};

} // namespace bartizan::report
