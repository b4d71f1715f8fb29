// SPDX-License-Identifier: GPL-3.0-or-later
// What may be known of a configuration value: env literals, arguments, ConfigMap entries, annotations -> ValueFacts.
// The value itself is never kept: only a class, a keyword, service addresses, and what kind of credential it looks like.
// Pure functions of (name, value); bounded: at most maxAddresses addresses and maxScan bytes of a value are looked at.
#pragma once

#include "model/inventory/pod.h"

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

constexpr std::size_t maxAddresses = 16;
constexpr std::size_t maxScan = std::size_t{1} << 16;

// `name`: the env name, key or flag that the value belongs to; it decides together with the value.
ValueFacts classify(std::string_view name, std::string_view value);

// For annotations and the like, where a key that ends in "secret" names an object: a Kubernetes name is no credential.
ValueFacts classifyReference(std::string_view name, std::string_view value);

// ---- parts, each testable alone ----

// May the text of a value with these facts be quoted as evidence? Only where it is known to be harmless.
bool quotable(const ValueFacts& facts);

// What may be shown of a value: itself on one line, only the addresses of a longer text, or "***".
std::string shownValue(std::string_view value, const ValueFacts& facts);

// DB_PASSWORD, clientSecret, api-key; not TOKEN_TTL, secretName, PASSWORD_FILE.
bool credentialName(std::string_view name);
// true, off, verify-full, anonymous ...: words that settings are made of. Lower-case.
bool keywordValue(std::string_view word);
// CHANGEME, ${VAR}, <password>, DB_PASSWORD_VAL, {{ .Values.x }}, xxx.
bool placeholderValue(std::string_view value);
// What a value is by its own shape ("private key", "AWS access key id", ...); "" when it has no known shape.
std::string_view credentialShape(std::string_view value);
// A password among the value's words: user:pass@ in a URL, `password=x` in a connection string, `--password x`, `-u a:b`.
std::string_view credentialWithin(std::string_view value);

// Service addresses in order of appearance: host[:port] alone, in URLs, in lists, after key= or key:.
// `strongOnly`: leave out bare words, which are only addresses if a service of that name exists.
std::vector<AddressToken> addressesIn(std::string_view value, bool strongOnly = false);

// "disable", "prefer", "require", "verify-ca", "verify-full", "skip-verify"; "" when the text shows none. The weakest
// word decides where several stand in one text.
std::string_view tlsWishIn(std::string_view value);
bool tlsScheme(std::string_view scheme); // lower-case: https, rediss, amqps, ...

// RFC 1123 subdomain in lower case: cart, cart.shop.svc.
bool isDnsName(std::string_view text);

// The lines of a file in a ConfigMap: key, value and the line's offset from the first (0-based).
struct FileLine {
    std::string key;
    std::string_view text; // the line without indentation
    ValueFacts facts;
    std::uint32_t offset = 0;
};
// Those that hold an address or a credential-like value; .properties, YAML, JSON, .env, .ini and nginx syntax alike.
std::vector<FileLine> linesIn(std::string_view file);

} // namespace bartizan::importers
