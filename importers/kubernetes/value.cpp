// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/value.h"

#include "importers/kubernetes/words.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {

namespace {

bool isDuration(std::string_view text) // 10s, 1h30m, 500ms
{
    return !text.empty() && isDigit(text.front()) && text.find_first_not_of("0123456789.smhdu") == std::string_view::npos &&
           !isNumber(text) && text.size() < 16;
}

bool isPath(std::string_view text)
{
    const bool start = text.substr(0, 1) == "/" || text.substr(0, 2) == "./" || text.substr(0, 3) == "../" ||
                       text.substr(0, 2) == "~/" || text.substr(0, 5) == "file:";
    return start && std::all_of(text.begin(), text.end(), [](char c) {
               return isAlnum(c) || c == '/' || c == '.' || c == '_' || c == '-' || c == ':' || c == '~' || c == '@';
           });
}

bool passwordName(std::string_view name)
{
    return containsIgnoringCase(name, "pass") || containsIgnoringCase(name, "pwd");
}

// `body.token.value`, `getToken()`: code that fetches a value, and the beginnings of structures.
bool expression(std::string_view value)
{
    if (value.front() == '{' || value.front() == '[' || value.find('(') != std::string_view::npos)
        return true;
    return value.find('.') != std::string_view::npos &&
           std::all_of(value.begin(), value.end(), [](char c) { return isLower(c) || isUpper(c) || c == '.' || c == '_'; });
}

bool objectName(std::string_view value) // "name" or "namespace/name"
{
    const std::size_t slash = value.find('/');
    return isDnsName(value.substr(0, slash)) && (slash == std::string_view::npos || isDnsName(value.substr(slash + 1)));
}

// Could this text be the credential that its name announces?
bool literalCredential(std::string_view name, std::string_view value)
{
    if (std::none_of(value.begin(), value.end(), isAlnum) || expression(value))
        return false;
    if (value.find('/') != std::string_view::npos && objectName(value))
        return false; // namespace/name of an object
    if (credentialName(value) && name.size() >= 3 && equalsIgnoringCase(name.substr(name.size() - 3), "key"))
        return false; // passwordKey: admin-password names a key of a Secret
    if (value.empty() || placeholderValue(value) || isPath(value) || isDuration(value) || keywordValue(lowered(value)))
        return false;
    if (isNumber(value))
        return passwordName(name) && value.size() >= 4 && allDigits(value);
    if (value.find("://") != std::string_view::npos)
        return false;                                       // judged by what is within
    return std::count(value.begin(), value.end(), ' ') < 3; // a sentence is no password
}

// `existingSecret: x`, `imagePullSecrets: x`, `--tls-secret=x` name an object; etcd's cluster token is no secret.
bool namesAnObject(std::string_view name)
{
    constexpr std::array<std::string_view, 8> named{"existing", "pull", "tls", "ca", "cert", "certificate", "serving", "image"};
    const std::vector<std::string> words = wordsOf(name);
    if (words.size() < 2)
        return false;
    const std::string& last = words.back();
    const std::string& before = words[words.size() - 2];
    if (last == "secret" || last == "secrets")
        return std::find(named.begin(), named.end(), before) != named.end();
    return last == "token" && (before == "cluster" || before == "discovery");
}

std::string kindByName(std::string_view name)
{
    if (passwordName(name))
        return "password-like literal";
    if (containsIgnoringCase(name, "token"))
        return "token-like literal";
    return containsIgnoringCase(name, "key") ? "key-like literal" : "secret-like literal";
}

ValueFacts classifyAs(std::string_view name, std::string_view value, bool reference)
{
    ValueFacts facts;
    value = trimmed(value);
    if (value.empty())
        return facts;
    if (value.size() <= 16) {
        std::string word = lowered(value);
        if (keywordValue(word)) {
            facts.cls = ValueClass::keyword;
            facts.word = std::move(word);
            return facts;
        }
    }
    std::string_view kind = credentialShape(value);
    if (kind.empty())
        kind = credentialWithin(value);
    if (!kind.empty()) {
        facts.cls = ValueClass::credentialLike;
        facts.credentialKind = kind;
        facts.addresses = addressesIn(value, true);
        return facts;
    }
    if (credentialName(name) && !namesAnObject(name) && !(reference && objectName(value)) && literalCredential(name, value)) {
        facts.cls = ValueClass::credentialLike;
        facts.credentialKind = kindByName(name);
        return facts;
    }
    const bool placeholder = placeholderValue(value);
    facts.addresses = addressesIn(value, placeholder);
    if (!facts.addresses.empty())
        facts.cls = ValueClass::address;
    else
        facts.cls = placeholder ? ValueClass::placeholder : ValueClass::plain;
    return facts;
}

// ---- credentials within a longer value ------------------------------------------------------------------------

bool keyChar(char c)
{
    return isAlnum(c) || c == '_' || c == '-' || c == '.';
}

bool userInfoWithPassword(std::string_view info)
{
    const std::size_t colon = info.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < info.size() && !placeholderValue(info.substr(colon + 1));
}

bool passwordInUrl(std::string_view value)
{
    constexpr std::string_view ends = " \t\r\n\"'`<>,;/?#(){}";
    std::size_t looked = 0; // bounds the work on a value of nothing but @
    for (std::size_t at = value.find('@'); at != std::string_view::npos && ++looked <= 64; at = value.find('@', at + 1)) {
        const std::string_view after = value.substr(at + 1, 8);
        if (after.substr(0, 6) == "sha256" || after.substr(0, 6) == "sha512")
            continue;
        const std::string_view before = value.substr(0, at);
        const std::size_t mark = before.rfind("://");
        std::size_t begin = before.find_last_of(ends);
        if (mark != std::string_view::npos && before.find_first_of(" \t\r\n\"'`", mark) == std::string_view::npos &&
            before.find('/', mark + 3) == std::string_view::npos)
            begin = mark + 2; // a password may hold any of the other characters
        const std::string_view info = before.substr(begin == std::string_view::npos ? 0 : begin + 1);
        if (info.find("${") != std::string_view::npos || info.find("$(") != std::string_view::npos)
            continue;
        if (userInfoWithPassword(info) && !after.empty() && (isAlnum(after.front()) || after.front() == '['))
            return true;
    }
    return false;
}

// `key=value`, `key: value`, `"key": "value"` anywhere in the text.
bool passwordPair(std::string_view value)
{
    for (std::size_t at = value.find_first_of("=:"); at != std::string_view::npos; at = value.find_first_of("=:", at + 1)) {
        std::size_t end = at;
        while (end > 0 && (value[end - 1] == ' ' || value[end - 1] == '"' || value[end - 1] == '\'' || value[end - 1] == '\\'))
            --end;
        std::size_t begin = end;
        while (begin > 0 && end - begin < 64 && keyChar(value[begin - 1]))
            --begin;
        const std::string_view key = value.substr(begin, end - begin);
        if (key.empty())
            continue;
        std::string_view rest = value.substr(at + 1, 256);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \"'\\"), rest.size()));
        const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n\"',;&?)}\\"));
        if (word.substr(0, 2) == "//")
            continue;
        if (key == "auth" && word.size() >= 12 &&
            std::all_of(word.begin(), word.end(), [](char c) { return isAlnum(c) || c == '+' || c == '/' || c == '='; }))
            return true; // a registry's credential in a Docker configuration
        if (word.size() >= 3 && credentialName(key) && literalCredential(key, word))
            return true;
    }
    return false;
}

// `--db-password x`, `curl -u a:b`, `mysql -px`, `redis-cli -a x` among the words of one command.
bool passwordInCommand(std::string_view command)
{
    constexpr std::string_view blanks = " \t\r\n\"'";
    bool client = false, redis = false;
    std::string_view before;
    for (std::size_t at = 0; at < command.size();) {
        const std::size_t begin = command.find_first_not_of(blanks, at);
        if (begin == std::string_view::npos)
            return false;
        at = std::min(command.find_first_of(blanks, begin), command.size());
        const std::string_view word = command.substr(begin, at - begin);
        const bool value = word.front() != '-' && !placeholderValue(word);
        if (before == "-u" || before == "--user") {
            if (value && userInfoWithPassword(word) && word.find('/') == std::string_view::npos)
                return true;
        } else if ((client && before == "-p") || (redis && before == "-a")) {
            if (value)
                return true;
        } else if (!before.empty() && (before.front() == '-' || before == "requirepass" || before == "masterauth")) {
            if (value && before.find('=') == std::string_view::npos && credentialName(before) && literalCredential(before, word))
                return true;
        }
        if (client && word.size() > 3 && word.substr(0, 2) == "-p" && word[2] != '=' && !placeholderValue(word.substr(2)))
            return true;
        client = client || word.find("mysql") != std::string_view::npos || word.find("mariadb") != std::string_view::npos ||
                 word.find("mongo") != std::string_view::npos || word == "sshpass";
        redis = redis || word.find("redis-cli") != std::string_view::npos;
        before = word;
    }
    return false;
}

bool passwordArgument(std::string_view value)
{
    constexpr std::string_view separators = "\n;&|";
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find_first_of(separators, at), value.size());
        if (passwordInCommand(value.substr(at, end - at)))
            return true;
        at = end + 1;
    }
    return false;
}

} // namespace

ValueFacts classify(std::string_view name, std::string_view value)
{
    return classifyAs(name, value, false);
}
ValueFacts classifyReference(std::string_view name, std::string_view value)
{
    return classifyAs(name, value, true);
}

bool keywordValue(std::string_view word)
{
    constexpr std::array<std::string_view, 25> words{
        "true",        "false",    "yes",       "no",       "on",         "off",   "enable",    "enabled",     "disable",
        "disabled",    "trust",    "require",   "required", "prefer",     "allow", "verify-ca", "verify-full", "none",
        "skip-verify", "insecure", "anonymous", "strict",   "permissive", "null",  "never"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool quotable(const ValueFacts& facts)
{
    return facts.cls != ValueClass::credentialLike && facts.cls != ValueClass::plain &&
           std::none_of(facts.addresses.begin(), facts.addresses.end(),
                        [](const AddressToken& address) { return address.credentials; });
}

std::string shownValue(std::string_view value, const ValueFacts& facts)
{
    value = trimmed(value);
    if (!quotable(facts))
        return "***";
    const bool sentence = value.find_first_of(" \t\r\n") != std::string_view::npos || value.size() > 160;
    if (facts.cls == ValueClass::address && sentence) {
        std::string text;
        for (const AddressToken& address : facts.addresses) {
            text += text.empty() ? "… " : " … ";
            if (!address.scheme.empty())
                text += address.scheme + "://";
            text += address.host;
            if (address.port != 0)
                text += ":" + std::to_string(address.port);
        }
        return text + " …";
    }
    if (sentence)
        return "***";
    const std::size_t query = value.find('?');
    if (facts.cls == ValueClass::address && query != std::string_view::npos)
        return std::string(value.substr(0, query)) + "?…";
    return std::string(value);
}

std::string_view credentialWithin(std::string_view value)
{
    value = value.substr(0, maxScan);
    constexpr std::string_view between = "@:=/ \t\r\n\"'"; // everything below needs one of them
    if (std::none_of(value.begin(), value.end(),
                     [&](char c) { return !isAlnum(c) && between.find(c) != std::string_view::npos; }))
        return {};
    if (passwordInUrl(value))
        return "URL with a password";
    for (const std::string_view hook : {"hooks.slack.com/services/", "discord.com/api/webhooks/", "webhook.office.com/"}) {
        const std::size_t at = value.find(hook);
        if (at == std::string_view::npos)
            continue;
        std::string_view rest = value.substr(at + hook.size());
        rest = rest.substr(0, rest.find_first_of(" \t\r\n\"'"));
        // The secret part has several elements with digits (T024/B024/x7..); a word in capitals stands for it.
        const bool elements = rest.find('/') != std::string_view::npos && std::any_of(rest.begin(), rest.end(), isDigit);
        if (rest.size() > 8 && elements && !placeholderValue(rest))
            return "webhook address";
    }
    if (passwordPair(value))
        return "text with a password";
    return passwordArgument(value) ? std::string_view("argument with a password") : std::string_view();
}

} // namespace bartizan::importers
