// SPDX-License-Identifier: GPL-3.0-or-later
// Names that announce a credential, values that are only placeholders, and tokens known by their own shape.
#include "importers/kubernetes/value.h"

#include "importers/kubernetes/words.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {

namespace {

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// The last word says what the value is: TOKEN_TTL is a duration, SECRET_NAME a name, PASSWORD_FILE a path.
constexpr std::array<std::string_view, 148> harmlessEnds{
    "file",      "files",      "path",      "paths",         "dir",        "directory",      "name",     "names",      "filename",
    "ttl",       "url",        "urls",      "uri",           "host",       "hostname",       "port",     "length",     "len",
    "size",      "expiry",     "expires",   "expiration",    "expiresin",  "timeout",        "age",      "maxage",     "type",
    "id",        "ids",        "policy",    "enabled",       "required",   "count",          "min",      "max",        "ref",
    "refs",      "reference",  "mount",     "header",        "headers",    "field",          "fields",   "issuer",     "audience",
    "algorithm", "alg",        "algo",      "endpoint",      "provider",   "store",          "manager",  "rotation",   "interval",
    "duration",  "period",     "seconds",   "secs",          "minutes",    "hours",          "days",     "ms",         "prefix",
    "suffix",    "format",     "version",   "kind",          "mode",       "method",         "level",    "class",      "pattern",
    "regex",     "validation", "strength",  "rules",         "reset",      "page",           "template", "subject",    "label",
    "selector",  "namespace",  "ns",        "location",      "driver",     "service",        "server",   "addr",       "address",
    "domain",    "scope",      "scopes",    "claim",         "claims",     "user",           "username", "allowed",    "disabled",
    "enable",    "disable",    "source",    "cache",         "bytes",      "authentication", "auth",     "encryption", "encoder",
    "hasher",    "hashing",    "grant",     "flow",          "login",      "recovery",       "history",  "complexity", "lifetime",
    "validity",  "valid",      "exchange",  "introspection", "revocation", "review",         "request",  "response",   "body",
    "command",   "cmd",        "script",    "plugin",        "engine",     "backend",        "bucket",   "region",     "project",
    "arn",       "keyname",    "email",     "owner",         "mapping",    "param",          "params",   "parameter",  "env",
    "var",       "variable",   "connector", "volume"};

// One word is enough. Endings are looked at so that MYSQLPASSWORD and authtoken are found.
bool credentialWord(std::string_view word)
{
    constexpr std::array<std::string_view, 13> words{"pass",    "pwd",        "psw",        "pw",         "secret",
                                                     "secrets", "token",      "tokens",     "credential", "credentials",
                                                     "creds",   "masterauth", "requirepass"};
    constexpr std::array<std::string_view, 12> ends{"password",   "passwords", "passwd",       "passphrase",
                                                    "passcode",   "apikey",    "secretkey",    "accesskey",
                                                    "privatekey", "authkey",   "clientsecret", "encryptionkey"};
    constexpr std::array<std::string_view, 3> shortEnds{"secret", "token", "dbpass"};
    return oneOf(word, words) ||
           std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); }) ||
           std::any_of(shortEnds.begin(), shortEnds.end(), [&](std::string_view end) { return word.ends_with(end); });
}

bool credentialPair(std::string_view first, std::string_view second)
{
    if (second == "key" || second == "keys") {
        constexpr std::array<std::string_view, 20> kinds{
            "api",    "private", "secret", "access", "encryption", "signing", "master", "auth",    "account", "session",
            "cookie", "shared",  "hmac",   "crypt",  "cipher",     "license", "app",    "storage", "jwt",     "ssh"};
        return oneOf(first, kinds);
    }
    return (second == "string" || second == "str") && (first == "connection" || first == "conn");
}

bool allOf(std::string_view text, bool (*test)(char))
{
    return std::all_of(text.begin(), text.end(), test);
}

bool tokenChar(char c)
{
    return isAlnum(c) || c == '_' || c == '-';
}
bool variableChar(char c)
{
    return isUpper(c) || isDigit(c) || c == '_';
}
bool wordChar(char c)
{
    return tokenChar(c) || c == ' ' || c == '.';
}
bool upperOrDigit(char c)
{
    return isUpper(c) || isDigit(c);
}

std::size_t run(std::string_view text, bool (*test)(char))
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), test) - text.begin());
}

struct TokenShape {
    std::string_view prefix;
    std::size_t least; // token characters after the prefix
    bool (*chars)(char);
    std::string_view kind;
};
constexpr std::array<TokenShape, 24> tokenShapes{{
    {"AKIA", 16, upperOrDigit, "AWS access key id"},
    {"ASIA", 16, upperOrDigit, "AWS access key id"},
    {"ghp_", 30, tokenChar, "GitHub token"},
    {"gho_", 30, tokenChar, "GitHub token"},
    {"ghu_", 30, tokenChar, "GitHub token"},
    {"ghs_", 30, tokenChar, "GitHub token"},
    {"ghr_", 30, tokenChar, "GitHub token"},
    {"github_pat_", 20, tokenChar, "GitHub token"},
    {"glpat-", 20, tokenChar, "GitLab token"},
    {"xoxb-", 10, tokenChar, "Slack token"},
    {"xoxp-", 10, tokenChar, "Slack token"},
    {"xoxa-", 10, tokenChar, "Slack token"},
    {"xapp-", 10, tokenChar, "Slack token"},
    {"AIza", 35, tokenChar, "Google API key"},
    {"GOCSPX-", 20, tokenChar, "Google client secret"},
    {"sk_live_", 16, tokenChar, "Stripe key"},
    {"rk_live_", 16, tokenChar, "Stripe key"},
    {"sk-ant-", 20, tokenChar, "API key"},
    {"sk-proj-", 20, tokenChar, "API key"},
    {"npm_", 36, tokenChar, "npm token"},
    {"pypi-", 40, tokenChar, "PyPI token"},
    {"dop_v1_", 40, tokenChar, "DigitalOcean token"},
    {"hvs.", 24, tokenChar, "Vault token"},
    {"AGE-SECRET-KEY-1", 40, upperOrDigit, "private key"},
}};

bool jsonWebToken(std::string_view text) // three base64url parts, the first of which is a JSON object
{
    if (!startsWith(text, "eyJ"))
        return false;
    const std::size_t first = run(text, tokenChar);
    if (first < 16 || first >= text.size() || text[first] != '.' || !startsWith(text.substr(first + 1), "eyJ"))
        return false;
    const std::string_view rest = text.substr(first + 1);
    const std::size_t second = run(rest, tokenChar);
    return second >= 8 && second < rest.size() && rest[second] == '.';
}

std::string_view tokenShape(std::string_view text)
{
    for (const TokenShape& shape : tokenShapes) {
        if (startsWith(text, shape.prefix) && run(text.substr(shape.prefix.size()), shape.chars) >= shape.least)
            return shape.kind;
    }
    return jsonWebToken(text) ? std::string_view("JSON web token") : std::string_view();
}

// Most names are none: only those with one of these pieces are taken apart.
bool mayAnnounce(std::string_view name)
{
    for (std::size_t i = 0; i + 2 < name.size(); ++i) {
        const char a = lower(name[i]), b = lower(name[i + 1]), c = lower(name[i + 2]);
        if ((a == 'p' && ((b == 'a' && c == 's') || (b == 'w' && c == 'd') || (b == 's' && c == 'w'))) ||
            (a == 's' && b == 'e' && c == 'c') || (a == 't' && b == 'o' && c == 'k') || (a == 'c' && b == 'r' && c == 'e') ||
            (a == 'k' && b == 'e' && c == 'y') || (a == 'u' && b == 't' && c == 'h'))
            return true;
    }
    return name.size() >= 2 && equalsIgnoringCase(name.substr(name.size() - 2), "pw");
}

} // namespace

bool credentialName(std::string_view name)
{
    if (!mayAnnounce(name))
        return false;
    const std::vector<std::string> words = wordsOf(name);
    if (words.empty() || words.size() > 24 || oneOf(words.back(), harmlessEnds))
        return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (credentialWord(words[i])) {
            if (i > 0 && ((words[i] == "pass" && words[i - 1] == "proxy") || (words[i] == "tokens" && words[i - 1] == "server")))
                continue;                                   // nginx proxy_pass, server_tokens
            if (words[i] == "pass" && i + 1 < words.size()) // PASS_THROUGH; DB_PASS and PASS are passwords
                continue;
            return true;
        }
        if (i + 1 < words.size() && credentialPair(words[i], words[i + 1]))
            return true;
    }
    return false;
}

bool placeholderValue(std::string_view value)
{
    value = trimmed(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.substr(1, value.size() - 2);
    if (value.empty())
        return false;
    if (contains(value, "{{") || contains(value, "${") || contains(value, "$(") || contains(value, "<%") ||
        (value.front() == '$' && value.size() > 1 && allOf(value.substr(1), variableChar)) || startsWith(value, "$http_") ||
        startsWith(value, "$cookie_") || startsWith(value, "$arg_")) // nginx
        return true;
    if (value.size() > 2 && ((((value.front() == '<' && value.back() == '>') || (value.front() == '[' && value.back() == ']')) &&
                              allOf(value.substr(1, value.size() - 2), wordChar)) ||
                             (startsWith(value, "__") && value.ends_with("__")) ||
                             (value.front() == '%' && value.back() == '%') || (value.front() == '@' && value.back() == '@')))
        return true;
    if (value.size() > 4 && value.ends_with("_VAL"))
        return true;
    if (value.size() >= 3 && value.find_first_not_of("xX*.?_-") == std::string_view::npos)
        return true;
    std::string plain;
    for (const char c : value) {
        if (isAlnum(c))
            plain += lower(c);
    }
    constexpr std::array<std::string_view, 22> words{
        "changeme",       "changethis",  "changeit",    "replaceme",    "replacethis", "todo",      "tbd",        "fixme",
        "redacted",       "placeholder", "insertyours", "yourpassword", "yoursecret",  "yourtoken", "yourapikey", "yourkey",
        "secretgoeshere", "dummy",       "fillme",      "notset",       "unset",       "setme"};
    return oneOf(plain, words) || startsWith(plain, "changeme") || startsWith(plain, "replaceme") ||
           startsWith(plain, "replacewith") || startsWith(plain, "insertyour") || startsWith(plain, "enteryour") ||
           (startsWith(plain, "your") && (plain.ends_with("here") || contains(value, "-") || contains(value, "_")));
}

std::string_view credentialShape(std::string_view value)
{
    value = value.substr(0, maxScan);
    if (const std::size_t begin = value.find("-----BEGIN "); begin != std::string_view::npos) {
        if (contains(value.substr(begin, 64), "PRIVATE KEY"))
            return "private key";
    }
    constexpr std::string_view firstOfToken = "AgxGsrnpdhe"; // of tokenShapes and of JSON web tokens
    // Tokens may stand anywhere, but begin where a word begins.
    for (std::size_t i = 0; i < value.size(); ++i) {
        if ((i == 0 || !tokenChar(value[i - 1])) && firstOfToken.find(value[i]) != std::string_view::npos) {
            if (const std::string_view kind = tokenShape(value.substr(i)); !kind.empty())
                return kind;
        }
    }
    const bool hasDollar = contains(value, "$"), hasBlank = contains(value, " ");
    for (const std::string_view hash : {"$2a$", "$2b$", "$2y$", "$apr1$", "$6$", "$argon2"}) {
        if (hasDollar && value.size() > 20 && contains(value, hash))
            return "password hash";
    }
    for (const std::string_view scheme : {"Basic ", "Bearer "}) {
        const std::size_t at = hasBlank ? value.find(scheme) : std::string_view::npos;
        if (at == std::string_view::npos)
            continue;
        const std::string_view rest = value.substr(at + scheme.size());
        if (run(rest, [](char c) { return tokenChar(c) || c == '=' || c == '+' || c == '/' || c == '.'; }) >= 16 &&
            !placeholderValue(rest))
            return "authorization header";
    }
    return {};
}

} // namespace bartizan::importers
