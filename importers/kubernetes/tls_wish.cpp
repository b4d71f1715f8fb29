// SPDX-License-Identifier: GPL-3.0-or-later
// How a client wants its connection protected, as its connection string says: sslmode=, useSSL=, tls=skip-verify, and
// schemes that mean TLS (https, rediss, amqps, postgresql+tls).
#include "importers/kubernetes/value.h"

#include "importers/kubernetes/words.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {

namespace {

bool isTrue(std::string_view value)
{
    return value == "true" || value == "1" || value == "yes" || value == "on";
}
bool isFalse(std::string_view value)
{
    return value == "false" || value == "0" || value == "no" || value == "off" || value == "none";
}

int strengthOf(std::string_view wish)
{
    constexpr std::array<std::string_view, 6> order{"prefer", "require", "verify-ca", "verify-full", "skip-verify", "disable"};
    return static_cast<int>(std::find(order.begin(), order.end(), wish) - order.begin());
}

std::string_view wishOf(std::string_view key, std::string_view value)
{
    constexpr std::array<std::string_view, 6> switches{"ssl", "tls", "usessl", "encrypt", "requiressl", "enabletls"};
    constexpr std::array<std::string_view, 6> trusting{"trustservercertificate",      "tlsinsecure",
                                                       "tlsallowinvalidcertificates", "tlsallowinvalidhostnames",
                                                       "insecureskipverify",          "skipverify"};
    if (key == "sslmode" || key == "sslcertreqs" || oneOf(key, switches)) {
        if (value == "disable" || value == "disabled" || (key != "sslcertreqs" && isFalse(value)))
            return "disable";
        if (value == "allow" || value == "prefer" || value == "preferred")
            return "prefer";
        if (value == "skip-verify" || (key == "sslcertreqs" && isFalse(value)))
            return "skip-verify";
        if (value == "verify-ca" || value == "verify_ca")
            return "verify-ca";
        if (value == "verify-full" || value == "verify_identity" || (key == "tls" && value == "true"))
            return "verify-full";
        if (value == "require" || value == "required" || value == "mandatory" || value == "strict" || isTrue(value))
            return "require";
        return {};
    }
    if (oneOf(key, trusting) && isTrue(value))
        return "skip-verify";
    if ((key == "verifyservercertificate" || key == "sslverify" || key == "tlsverify") && isFalse(value))
        return "skip-verify";
    return {};
}

} // namespace

bool tlsScheme(std::string_view scheme)
{
    constexpr std::array<std::string_view, 22> schemes{
        "https", "rediss",   "amqps", "wss",        "ldaps",       "ftps", "smtps", "imaps",    "mqtts", "grpcs", "tls",
        "ssl",   "sasl_ssl", "tcps",  "couchbases", "mongodb+srv", "h2",   "natss", "nats+tls", "pops",  "sips",  "kafkas"};
    const auto ends = [&](std::string_view end) {
        return scheme.size() > end.size() && scheme.substr(scheme.size() - end.size()) == end;
    };
    return oneOf(scheme, schemes) || ends("+tls") || ends("+ssl") || ends("+s");
}

std::string_view tlsWishIn(std::string_view value)
{
    std::string_view wish;
    for (std::size_t equals = value.find('='); equals != std::string_view::npos; equals = value.find('=', equals + 1)) {
        std::size_t begin = equals;
        while (begin > 0 && equals - begin < 40 &&
               (isAlnum(value[begin - 1]) || value[begin - 1] == '_' || value[begin - 1] == '-'))
            --begin;
        std::string key;
        for (const char c : value.substr(begin, equals - begin)) {
            if (isAlnum(c))
                key += lower(c);
        }
        const std::string_view rest = value.substr(equals + 1, 40);
        const std::string word = lowered(rest.substr(0, rest.find_first_of("&;, \t\r\n\"')?")));
        const std::string_view found = wishOf(key, word);
        if (!found.empty() && (wish.empty() || strengthOf(found) > strengthOf(wish)))
            wish = found;
    }
    return wish;
}

} // namespace bartizan::importers
