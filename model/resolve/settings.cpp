// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/settings.h"

#include "model/resolve/text.h"

#include <algorithm>
#include <iterator>

namespace bartizan::resolving {
namespace {

// Anywhere in the name: "BACKEND_HOST_NAME", "orders_url".
constexpr std::string_view addressWords[] = {"addr",  "address",  "addresses", "addrs", "bootstrap", "broker",   "brokers",
                                             "dsn",   "endpoint", "endpoints", "fqdn",  "host",      "hostname", "hostnames",
                                             "hosts", "upstream", "upstreams", "uri",   "uris",      "url",      "urls"};

constexpr std::string_view ownWords[] = {"advertise", "advertised", "announce", "announced", "bind",
                                         "binding",   "listen",     "listener", "listeners", "listening"};

// As the last word, which says what the thing is: "DB_USER" is a user, "USER_DB" is not.
constexpr std::string_view otherWords[] = {
    "algorithm", "app",        "application", "audience",  "author",    "brand",       "bucket",   "category", "class",
    "client",    "collection", "command",     "component", "container", "context",     "currency", "dialect",  "dir",
    "directory", "driver",     "encoding",    "engine",    "env",       "environment", "file",     "folder",   "format",
    "group",     "id",         "image",       "index",     "job",       "key",         "kind",     "label",    "labels",
    "language",  "level",      "locale",      "log",       "login",     "mode",        "module",   "name",     "names",
    "namespace", "owner",      "pass",        "passwd",    "password",  "path",        "plugin",   "policy",   "prefix",
    "profile",   "profiles",   "project",     "protocol",  "provider",  "pwd",         "queue",    "realm",    "region",
    "release",   "role",       "schema",      "scope",     "secret",    "stage",       "strategy", "subject",  "suffix",
    "system",    "table",      "tag",         "tags",      "team",      "tenant",      "theme",    "tier",     "timezone",
    "title",     "token",      "topic",       "topics",    "type",      "user",        "username", "version",  "vhost",
    "workspace", "zone"};

// "POSTGRES_DB" is the name of a database; "USER_DB" may well be the host of one.
constexpr std::string_view databaseWords[] = {"clickhouse", "database", "db",    "influx", "influxdb", "initdb",     "mariadb",
                                              "mongo",      "mongodb",  "mysql", "pg",     "postgres", "postgresql", "sql"};

static_assert(std::is_sorted(std::begin(addressWords), std::end(addressWords)));
static_assert(std::is_sorted(std::begin(ownWords), std::end(ownWords)));
static_assert(std::is_sorted(std::begin(otherWords), std::end(otherWords)));
static_assert(std::is_sorted(std::begin(databaseWords), std::end(databaseWords)));

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word)
{
    return std::binary_search(std::begin(list), std::end(list), word);
}

bool isNumber(const std::string& word)
{
    return word.find_first_not_of("0123456789") == std::string::npos;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool truthy(std::string_view word)
{
    return word == "true" || word == "1" || word == "yes" || word == "on" || word == "enabled" || word == "enable";
}
bool falsy(std::string_view word)
{
    return word == "false" || word == "0" || word == "no" || word == "off" || word == "none" || word == "disabled" ||
           word == "disable";
}

} // namespace

SettingSays whatSettingSays(std::string_view name)
{
    std::vector<std::string> parts = words(name);
    if (std::any_of(parts.begin(), parts.end(), [](const std::string& word) { return among(ownWords, word); }))
        return SettingSays::ownAddress;
    if (std::any_of(parts.begin(), parts.end(), [](const std::string& word) { return among(addressWords, word); }))
        return SettingSays::address;
    while (!parts.empty() && isNumber(parts.back()))
        parts.pop_back();
    if (parts.empty())
        return SettingSays::nothing;
    if (among(otherWords, parts.back()))
        return SettingSays::somethingElse;
    const bool database = parts.back() == "db" || parts.back() == "database";
    if (database && parts.size() > 1 && among(databaseWords, parts[parts.size() - 2]))
        return SettingSays::somethingElse;
    return SettingSays::nothing;
}

bool namesImage(std::string_view name)
{
    const std::vector<std::string> parts = words(name);
    return std::any_of(parts.begin(), parts.end(), [](const std::string& word) { return word == "image" || word == "images"; });
}

std::string_view tlsWish(std::string_view name, std::string_view word)
{
    const std::string lower = lowered(name);
    if (!contains(lower, "ssl") && !contains(lower, "tls"))
        return {};
    if (contains(lower, "insecure") || contains(lower, "skip"))
        return truthy(word) ? "skip-verify" : "";
    if (contains(lower, "reject") || contains(lower, "verify"))
        return falsy(word) ? "skip-verify" : "";
    if (contains(lower, "disable"))
        return truthy(word) ? "disable" : "";
    if (word == "verify-full" || word == "verify_full" || word == "verify-identity" || word == "verify_identity")
        return "verify-full";
    if (word == "skip-verify" || word == "insecure")
        return "skip-verify";
    if (word == "require" || word == "required" || word == "verify-ca" || word == "verify_ca" || truthy(word))
        return "require";
    return falsy(word) ? "disable" : "";
}

std::string_view tlsPrefix(std::string_view name)
{
    const std::string lower = lowered(name);
    const std::size_t at = std::min(lower.find("ssl"), lower.find("tls"));
    return at == std::string::npos ? std::string_view() : name.substr(0, at);
}

} // namespace bartizan::resolving
