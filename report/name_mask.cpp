// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/name_mask.h"

#include "model/inventory/visit.h"
#include "report/name_parts.h"
#include "report/own_words.h"
#include "report/ownership.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <iterator>
#include <set>

namespace bartizan::report {

namespace {

constexpr std::size_t longestText = 4096; // of the input, where names are looked for: more is a document
constexpr std::size_t longestName = 300;
constexpr std::size_t longNumber = 9; // digits that are an account's or a person's number, no port, size, date or year

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool inWord(char c)
{
    const unsigned char u = static_cast<unsigned char>(c);
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || isDigit(c) || c == '-' || c == '_' || u >= 0x80;
}

bool isVulnerability(std::string_view word) // public, whoever has it: "CVE-2021-44228"
{
    return word.size() > 8 && lowerCase(word.substr(0, 4)) == "cve-" && isDigit(word[4]);
}

bool isPseudonym(std::string_view word)
{
    return word.size() == 12 && word.starts_with("n-") &&
           word.substr(2).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool worthHiding(std::string_view word)
{
    // Numbers with a unit, dates and times name nothing: "443", "00Z", "128Mi", "2026-11-21T00".
    std::size_t letters = 0;
    for (const char c : word)
        letters += isDigit(c) || c == '-' || c == '_' ? 0 : 1;
    const bool numeral = letters == 0 || (letters <= 2 && isDigit(word.front()));
    return word.size() > 1 && !numeral && !isVulnerability(word) && ownWords().count(lowerCase(word)) == 0;
}

// How many parts between dashes the words of a table have.
template <class Words>
std::vector<std::size_t> partsOf(const Words& words)
{
    std::set<std::size_t> parts;
    for (const auto& row : words) {
        const std::string* word = nullptr;
        if constexpr (std::is_same_v<Words, std::unordered_set<std::string>>)
            word = &row;
        else
            word = &row.first;
        parts.insert(1 + static_cast<std::size_t>(std::count(word->begin(), word->end(), '-')));
    }
    return {parts.begin(), parts.end()};
}

// Words of our own texts: they stand in other systems' reports too.
std::unordered_set<std::string> wordsOfOurs(const Catalogue& catalogue)
{
    std::unordered_set<std::string> words = sentenceWords();
    const auto add = [&](std::string_view text) {
        forEachWord(text, [&](std::string_view word) { words.insert(lowerCase(word)); });
    };
    for (const LayerText& layer : catalogue.layers)
        for (const std::string* text : {&layer.title, &layer.shortTitle, &layer.why, &layer.howDecided})
            add(*text);
    for (const RuleText& rule : catalogue.rules)
        for (const std::string* text : {&rule.title, &rule.why, &rule.fix})
            add(*text);
    for (const ControlText& control : catalogue.controls)
        add(control.title);
    for (const auto& [id, text] : catalogue.assumptions)
        add(text);
    for (const std::string& text : catalogue.notExamined)
        add(text);
    return words;
}

// Sentences of ours in the inventory.
std::unordered_set<const char*> sentencesOf(const Inventory& inventory)
{
    std::unordered_set<const char*> sentences;
    const auto add = [&](const std::string& text) { sentences.insert(text.data()); };
    for (const Problem& problem : inventory.problems)
        add(problem.message);
    for (const Unrecognised& item : inventory.unrecognised)
        add(item.reason);
    for (const Object& object : inventory.objects) {
        add(object.notAppliedReason);
        for (const auto& unknown : object.unknownAt)
            add(unknown.value);
    }
    for (const ScanReport& report : inventory.reports)
        for (const ScanRecord& record : report.records) {
            add(record.attemptedReason);
            add(record.caveat);
        }
    return sentences;
}

} // namespace

void NameMask::add(std::string_view name)
{
    for (std::size_t at = 0; at < name.size();) {
        const NamePart part = namePartAt(name, at, m_addresses);
        const std::string_view word = name.substr(at, part.length);
        const bool whole = at == 0 || std::string_view("[/@=, \"'(").find(name[at - 1]) != std::string_view::npos;
        if (part.kind == NamePart::Kind::word && worthHiding(word))
            m_words.try_emplace(lowerCase(word));
        else if (part.kind == NamePart::Kind::address && whole) // behind a colon it may be one with a port
            m_addresses.insert(part.same);
        at += part.length;
    }
}

// Of a value, a command line, a sentence somebody wrote: each piece by itself.
void NameMask::addText(std::string_view text)
{
    if (text.size() > longestText)
        return;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        const std::string_view piece = text.substr(at, end - at);
        const bool key = piece.ends_with("\":"); // of JSON in a text
        if (!key && piece.size() <= longestName)
            add(piece);
        at = end + 1;
    }
}

// Of a sentence of ours: what it quotes.
void NameMask::addQuoted(std::string_view text)
{
    for (const char quote : {'"', '`'})
        for (std::size_t at = text.find(quote); at != std::string_view::npos;) {
            const std::size_t end = text.find(quote, at + 1);
            if (end == std::string_view::npos)
                break;
            addText(text.substr(at + 1, end - at - 1));
            at = text.find(quote, end + 1);
        }
}

void NameMask::addReview(const ReportInput& input)
{
    if (!input.review)
        return;
    const Review& review = *input.review;
    for (const ReviewSource& source : review.sources)
        add(source.path);
    add(review.variant);
    for (const auto* map : {&review.sensitivities, &review.audiences, &review.owners})
        for (const auto& [key, row] : *map) {
            add(row.by);
            add(key);
        }
    for (const auto& [key, row] : review.owners)
        add(row.value);
    for (const auto& [key, row] : review.decisions) {
        add(row.by);
        add(row.owner);
        const bool ours = std::any_of(input.catalogue.rules.begin(), input.catalogue.rules.end(),
                                      [&id = key](const RuleText& rule) { return id.starts_with(rule.id + "-"); });
        if (!ours) // an id that the program did not make
            add(key);
    }
    for (const auto& [key, row] : review.statements) {
        add(key.first);
        if (!input.catalogue.layer(key.second))
            add(key.second);
        add(row.by);
    }
    for (const auto& [key, row] : review.notes) {
        add(key);
        add(row.by);
    }
    for (const auto& [key, row] : review.reportMatches) {
        add(key);
        add(row.image);
        add(row.by);
    }
}

NameMask NameMask::pseudonyms(const ReportInput& input)
{
    NameMask mask;
    mask.m_salt = input.options.redactionSalt;
    const Inventory& inventory = input.model.inventory;
    const auto add = [&](std::string_view name) { mask.add(name); };
    const std::unordered_set<const char*> sentences = sentencesOf(inventory);
    visitTexts(inventory, [&](std::string_view text) {
        const std::size_t colon = text.find(": ");
        const std::string_view value = colon == std::string_view::npos ? text : text.substr(colon + 2);
        if (value.find(' ') == std::string_view::npos)
            mask.addText(value); // "key: value" of evidence: the key is the format's
        else if (sentences.count(text.data()) == 0)
            mask.addText(text);
        else
            mask.addQuoted(text);
    });
    // What only stands in such texts and is a word of ours is no name.
    for (const std::string& word : wordsOfOurs(input.catalogue))
        mask.m_words.erase(word);
    for (const Source& source : inventory.sources) {
        add(source.path);
        mask.m_inputs.insert(source.sha256);
    }
    for (const SourceFile& file : inventory.files) {
        add(file.path);
        mask.m_inputs.insert(file.sha256);
    }
    for (const Object& object : inventory.objects) {
        add(object.identity.cluster);
        add(object.identity.ns);
        add(object.identity.name);
    }
    for (const Workload& workload : input.model.architecture.workloads) {
        add(workload.id);
        add(workload.owner);
    }
    for (const Entry& entry : input.model.architecture.entries)
        add(entry.id);
    for (const Outside& outside : input.model.architecture.outsides)
        add(outside.host);
    mask.addReview(input);
    // Controllers and products are public, and findings name them in words of ours.
    for (const ProductRow& product : input.catalogue.products)
        forEachWord(product.product, [&](std::string_view word) { mask.m_words.erase(lowerCase(word)); });
    for (const RuleText& rule : input.catalogue.rules)
        mask.m_words.erase(rule.id);
    for (auto& [word, pseudonym] : mask.m_words)
        pseudonym = mask.pseudonym(word);
    return mask;
}

NameMask NameMask::otherOwners(const ReportInput& input)
{
    NameMask mask;
    mask.m_instead = anotherOwners;
    const Architecture& architecture = input.model.architecture;
    const Ownership ownership(input.model, input.options.owner);
    for (const Workload& workload : architecture.workloads)
        if (workload.owner != input.options.owner) {
            mask.add(workload.name);
            for (const ServiceId service : workload.services)
                mask.add(architecture.service(service).name);
            if (!workload.owner.empty())
                mask.add(workload.owner);
        }
    for (const Namespace& ns : architecture.namespaces)
        if (ownership.onlyOthers(ns.cluster, ns.name))
            mask.add(ns.name);
    // Own names stay, also where somebody else uses the same.
    const auto keep = [&](std::string_view name) {
        forEachWord(name, [&](std::string_view word) {
            mask.m_words.erase(lowerCase(word));
            mask.m_kept.insert(lowerCase(word));
        });
    };
    keep(input.options.owner);
    for (const Workload& workload : architecture.workloads) {
        if (workload.owner != input.options.owner)
            continue;
        keep(workload.ns);
        keep(workload.name);
        for (const ServiceId service : workload.services)
            keep(architecture.service(service).name);
    }
    std::set<std::pair<std::string, std::string>> own; // namespaces and names
    for (const Workload& workload : architecture.workloads)
        if (workload.owner == input.options.owner) {
            own.emplace(workload.ns, workload.name);
            for (const ServiceId service : workload.services)
                own.emplace(workload.ns, architecture.service(service).name);
        }
    for (const std::uint32_t object : ownership.objects())
        keep(input.model.inventory.objects[object].identity.ns);
    for (const Workload& workload : architecture.workloads) {
        if (workload.owner == input.options.owner)
            continue;
        std::set<std::string> names{workload.name};
        for (const ServiceId service : workload.services)
            names.insert(architecture.service(service).name);
        for (const std::string& name : names) {
            const bool whole = mask.m_words.count(lowerCase(name)) > 0; // else the owner has that word too, or it is no one's
            if (whole || workload.ns.empty() || own.count({workload.ns, name}) > 0)
                continue;
            const std::string ns = mask(workload.ns);
            mask.addPhrase(workload.ns + "/" + name, ns + "/" + mask.m_instead, false);
            mask.addPhrase(name + "." + workload.ns, mask.m_instead + "." + ns, false);
        }
    }
    mask.addHosts(input, ownership);
    mask.m_parts = partsOf(mask.m_words);
    mask.m_keptParts = partsOf(mask.m_kept);
    for (auto& [word, phrases] : mask.m_phrases)
        std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
            return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
        });
    return mask;
}

void NameMask::addPhrase(std::string_view text, std::string instead, bool host)
{
    const NamePart first = text.empty() ? NamePart() : namePartAt(text, 0, m_addresses);
    if (first.kind == NamePart::Kind::word)
        m_phrases[lowerCase(text.substr(0, first.length))].push_back({lowerCase(text), std::move(instead), host});
}

// Hosts that lead only to other owners' services, and what only these call outside.
void NameMask::addHosts(const ReportInput& input, const Ownership& ownership)
{
    const Architecture& architecture = input.model.architecture;
    std::set<std::string> theirs, own;
    const auto named = [](const std::string& host) { return lowerCase(host.starts_with("*.") ? host.substr(2) : host); };
    for (std::size_t i = 0; i < architecture.routes.size(); ++i)
        for (const std::string& host : architecture.routes[i].hosts)
            (ownership.ofOthers(RouteId(i)) ? theirs : own).insert(named(host));
    for (const Call& call : architecture.calls)
        if (call.from.kind == Peer::Kind::workload && call.to.kind == Peer::Kind::outside && call.to.outside.valid())
            (ownership.mine(call.from.workload) ? own : theirs).insert(named(architecture.outsides[call.to.outside.pos()].host));
    for (const std::string& host : theirs) {
        if (own.count(host) > 0 || host.find('.') == std::string::npos)
            continue;
        addPhrase(host, m_instead, true);
        std::string dashed = host; // "pay-example-com-tls"
        std::replace(dashed.begin(), dashed.end(), '.', '-');
        if (m_kept.count(dashed) == 0 && worthHiding(dashed))
            m_words.try_emplace(dashed);
    }
}

const NameMask::Phrase* NameMask::phraseAt(std::string_view text, std::size_t at, const std::string& word) const
{
    const auto found = m_phrases.find(word);
    if (found == m_phrases.end())
        return nullptr;
    for (const Phrase& phrase : found->second) {
        const std::size_t end = at + phrase.text.size();
        if (lowerCase(text.substr(at, phrase.text.size())) != phrase.text || (end < text.size() && inWord(text[end])))
            continue;
        const bool before = at > 0 && text[at - 1] == '.' && !(at > 1 && text[at - 2] == '*');
        const bool after = end + 1 < text.size() && text[end] == '.' && inWord(text[end + 1]);
        if (!phrase.host || (!before && !after))
            return &phrase;
    }
    return nullptr;
}

// "cart_service_addr" and "cart-deployment" name the service "cart". Looks only at as many parts together as names have.
bool NameMask::namesInside(const std::string& word) const
{
    if (m_kept.count(word) > 0)
        return false;
    std::vector<std::size_t> starts{0};
    std::string dashed = word;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (word[i] == '-' || word[i] == '_') {
            dashed[i] = '-';
            starts.push_back(i + 1);
        }
    if (starts.size() == 1)
        return false;
    starts.push_back(word.size() + 1);
    const auto part = [&](std::size_t first, std::size_t last) {
        const std::size_t length = starts[last] - 1 - starts[first];
        return length <= longestName ? dashed.substr(starts[first], length) : std::string();
    };
    // "cart-admin-config" is of the owner's "cart-admin", not of the other's "cart".
    std::vector<std::pair<std::size_t, std::size_t>> own;
    for (std::size_t first = 0; first + 1 < starts.size(); ++first)
        for (const std::size_t parts : m_keptParts)
            if (parts > 1 && first + parts < starts.size() && m_kept.count(part(first, first + parts)) > 0)
                own.emplace_back(first, first + parts);
    for (std::size_t first = 0; first + 1 < starts.size(); ++first)
        for (const std::size_t parts : m_parts) {
            if (first + parts >= starts.size())
                break;
            if (m_words.count(part(first, first + parts)) > 0 && std::none_of(own.begin(), own.end(), [&](const auto& each) {
                    return each.first <= first && first + parts <= each.second;
                }))
                return true;
        }
    return false;
}

std::string NameMask::pseudonym(std::string_view word) const
{
    const QByteArray digest = QMessageAuthenticationCode::hash(QByteArray(word.data(), static_cast<qsizetype>(word.size())),
                                                               QByteArray(m_salt.data(), static_cast<qsizetype>(m_salt.size())),
                                                               QCryptographicHash::Sha256);
    return "n-" + digest.toHex().left(10).toStdString();
}

// Account numbers stand inside words that are no names: "123456789012" of a registry, "1234-5678-9012".
std::string NameMask::withoutNumbers(std::string_view word, bool fraction) const
{
    std::string digits;
    std::copy_if(word.begin(), word.end(), std::back_inserter(digits), isDigit);
    if (digits.size() < longNumber || isVulnerability(word) || isPseudonym(word) || fraction)
        return std::string(word);
    if (digits.size() >= 12 && word.find_first_not_of("0123456789-") == std::string_view::npos)
        return pseudonym(digits);
    std::string result;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t end = std::min(word.find_first_not_of("0123456789", at), word.size());
        if (end - at >= longNumber)
            result += pseudonym(word.substr(at, end - at));
        else
            result += word.substr(at, std::max(end - at, std::size_t{1}));
        at = std::max(end, at + 1);
    }
    return result;
}

std::string NameMask::hidden(std::string_view text, std::size_t at, std::string_view word) const
{
    const std::string known = lowerCase(word);
    const auto found = m_words.find(known);
    if (m_salt.empty())
        return found != m_words.end() || namesInside(known) ? m_instead : std::string(word);
    if (found != m_words.end())
        return found->second;
    // Of a second, as in "00:00:00.123456789Z".
    const bool fraction = at >= 4 && text[at - 1] == '.' && isDigit(text[at - 2]) && isDigit(text[at - 3]) && text[at - 4] == ':';
    return withoutNumbers(word, fraction);
}

std::string NameMask::operator()(std::string_view text) const
{
    if (empty())
        return std::string(text);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const NamePart part = namePartAt(text, at, m_addresses);
        const std::string_view written = text.substr(at, part.length);
        const Phrase* phrase = part.kind == NamePart::Kind::word ? phraseAt(text, at, lowerCase(written)) : nullptr;
        if (phrase) {
            result += phrase->instead;
            at += phrase->text.size();
            continue;
        }
        if (part.kind == NamePart::Kind::word)
            result += hidden(text, at, written);
        else if (part.kind == NamePart::Kind::between || m_salt.empty())
            result += written;
        else if (part.kind == NamePart::Kind::digest && m_inputs.count(std::string(written)) > 0)
            result += written;
        else
            result += pseudonym(part.same);
        at += part.length;
    }
    return result;
}

} // namespace bartizan::report
