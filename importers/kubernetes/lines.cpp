// SPDX-License-Identifier: GPL-3.0-or-later
// Files inside ConfigMaps, read line by line and tolerant of their syntax: what counts is a key, a separator and a value.
#include "importers/kubernetes/value.h"

#include "importers/kubernetes/words.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {

namespace {

constexpr std::size_t maxLines = 20'000; // of one file
constexpr std::size_t maxKept = 400;     // lines with an address or a credential
constexpr std::size_t maxLine = 4'096;

struct Pair {
    std::string_view key, value;
    bool listItem = false;
};

std::string_view unquoted(std::string_view text)
{
    text = trimmed(text);
    while (!text.empty() && (text.back() == ',' || text.back() == ';'))
        text.remove_suffix(1);
    text = trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return text;
}

bool keyChar(char c)
{
    return isAlnum(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '$' || c == '@' || c == '%';
}

// Directives of nginx, HAProxy and redis: a word, blanks, a value.
bool directive(std::string_view word)
{
    constexpr std::array<std::string_view, 18> words{
        "proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass",        "memcached_pass",
        "server",     "upstream",  "requirepass",  "masterauth", "masteruser",       "replicaof",
        "slaveof",    "resolver",  "auth_request", "mirror",     "proxy_set_header", "reverse_proxy"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

Pair pairOf(std::string_view line)
{
    const bool listItem = line.substr(0, 2) == "- ";
    if (listItem)
        line = trimmed(line.substr(2));
    if (line.substr(0, 7) == "export ")
        line = trimmed(line.substr(7));
    if (line.substr(0, 5) == "set $") { // nginx variables
        line.remove_prefix(4);
        const std::size_t blank = line.find(' ');
        return {line.substr(0, blank), blank == std::string_view::npos ? std::string_view() : unquoted(line.substr(blank)),
                false};
    }
    if (line.substr(0, 2) == "--")
        line.remove_prefix(2);
    const char quote = line.empty() ? '\0' : line.front();
    if (quote == '"' || quote == '\'') {
        const std::size_t close = line.find(quote, 1);
        if (close != std::string_view::npos) {
            const std::string_view rest = trimmed(line.substr(close + 1));
            if (!rest.empty() && (rest.front() == ':' || rest.front() == '='))
                return {line.substr(1, close - 1), unquoted(rest.substr(1)), listItem};
        }
        return {{}, unquoted(line), listItem};
    }
    const auto end = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), keyChar) - line.begin());
    const std::string_view key = line.substr(0, end);
    const std::string_view rest = trimmed(line.substr(end));
    if (key.empty() || rest.empty())
        return {{}, unquoted(line), listItem};
    if (rest.front() == '=' || rest.substr(0, 2) == ":=")
        return {key, unquoted(rest.substr(rest.front() == '=' ? 1 : 2)), listItem};
    if (rest.front() == ':' && (rest.size() == 1 || rest[1] == ' ' || rest[1] == '\t' || rest[1] == '"'))
        return {key, unquoted(rest.substr(1)), listItem};
    if (directive(key))
        return {key, unquoted(rest), listItem};
    return {{}, unquoted(line), listItem};
}

// A bare word is an address only where its key says that a host is meant.
bool hostKey(std::string_view key)
{
    constexpr std::array<std::string_view, 23> words{"host",     "hosts",     "hostname", "server",    "servers",  "addr",
                                                     "address",  "addresses", "url",      "uri",       "endpoint", "endpoints",
                                                     "upstream", "broker",    "brokers",  "bootstrap", "target",   "targets",
                                                     "backend",  "dsn",       "proxy",    "peer",      "peers"};
    std::vector<std::string> parts = wordsOf(key);
    while (!parts.empty() && allDigits(parts.back())) // server.1
        parts.pop_back();
    return !parts.empty() && std::find(words.begin(), words.end(), parts.back()) != words.end();
}

bool comment(std::string_view line)
{
    return line.front() == '#' || line.front() == ';' || line.substr(0, 2) == "//" || line.front() == '!';
}

ValueFacts factsOf(const Pair& pair)
{
    ValueFacts facts = classify(pair.key, pair.value);
    if (facts.cls != ValueClass::address)
        return facts;
    if (!hostKey(pair.key) && !directive(pair.key))
        facts.addresses = addressesIn(pair.value, true);
    // Lines of prose, code and markup name public pages that nothing here calls.
    std::erase_if(facts.addresses, [&](const AddressToken& address) {
        const bool page = (address.scheme == "http" || address.scheme == "https") && address.port == 0 &&
                          address.host.find('.') != std::string::npos && address.host.find(".svc") == std::string::npos;
        return (page && pair.key.empty() && !pair.listItem) || address.host == "www.w3.org" ||
               address.host == "json-schema.org" || address.host.substr(0, 8) == "schemas.";
    });
    if (facts.addresses.empty())
        facts.cls = ValueClass::plain;
    return facts;
}

} // namespace

std::vector<FileLine> linesIn(std::string_view file)
{
    std::vector<FileLine> result;
    std::uint32_t offset = 0;
    for (std::size_t at = 0; at < file.size() && offset < maxLines && result.size() < maxKept; ++offset) {
        const std::size_t end = std::min(file.find('\n', at), file.size());
        const std::string_view line = trimmed(file.substr(at, std::min(end - at, maxLine)));
        at = end + 1;
        if (line.empty() || comment(line))
            continue;
        const Pair pair = pairOf(line);
        if (pair.value.empty())
            continue;
        ValueFacts facts = factsOf(pair);
        if (facts.cls == ValueClass::address || facts.cls == ValueClass::credentialLike)
            result.push_back({std::string(pair.key), line, std::move(facts), offset});
    }
    return result;
}

} // namespace bartizan::importers
