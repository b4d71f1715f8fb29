// SPDX-License-Identifier: GPL-3.0-or-later
// Service addresses inside configuration values: svc, svc.ns, svc.ns.svc.cluster.local, with a port, inside URLs, in
// lists, after key= or key:. A host must be a DNS-1123 name or an IP address; a number alone is none. Addresses of the
// pod itself (localhost, 0.0.0.0) lead nowhere and are left out.
#include "importers/kubernetes/value.h"

#include "importers/kubernetes/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bartizan::importers {

namespace {

std::uint32_t portOf(std::string_view text) // 0 = none
{
    std::uint32_t port = 0;
    if (!allDigits(text) || text.size() > 5)
        return 0;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port <= 65535 ? port : 0;
}

bool isIpv4(std::string_view text)
{
    int parts = 0;
    while (true) {
        const std::size_t dot = text.find('.');
        const std::string_view part = text.substr(0, dot);
        std::uint32_t value = 0;
        if (!allDigits(part) || part.size() > 3)
            return false;
        std::from_chars(part.data(), part.data() + part.size(), value);
        if (value > 255 || ++parts > 4)
            return false;
        if (dot == std::string_view::npos)
            return parts == 4;
        text.remove_prefix(dot + 1);
    }
}

bool isIpv6(std::string_view text)
{
    return text.size() >= 2 && text.size() <= 45 && std::count(text.begin(), text.end(), ':') >= 2 &&
           text.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

bool ownPod(std::string_view host) // leads nowhere but to the pod itself
{
    return host == "localhost" || host == "0.0.0.0" || host == "::" || host == "::1" ||
           (host.substr(0, 4) == "127." && isIpv4(host)) || host.ends_with(".localhost");
}

bool validHost(std::string_view host)
{
    if (host.empty() || ownPod(host))
        return false;
    if (std::none_of(host.begin(), host.end(), [](char c) { return isLower(c); }))
        return isIpv4(host) || isIpv6(host);
    return isDnsName(host) || isIpv6(host);
}

// `config.yaml`, `org.postgresql.driver`: dotted, but files and classes rather than hosts.
bool looksLikeFileOrClass(std::string_view host)
{
    constexpr std::array<std::string_view, 52> extensions{
        "yaml", "yml", "json", "xml",    "properties", "conf", "cfg",  "ini",  "txt", "log", "jar", "war",  "sh",
        "py",   "js",  "ts",   "go",     "rb",         "php",  "html", "css",  "pem", "crt", "key", "cer",  "p12",
        "jks",  "pfx", "db",   "sqlite", "sql",        "sock", "pid",  "toml", "lua", "tar", "gz",  "zip",  "so",
        "dll",  "exe", "md",   "csv",    "proto",      "env",  "lock", "out",  "err", "tgz", "bin", "tmpl", "cnf"};
    constexpr std::array<std::string_view, 8> packages{"com", "org", "net", "io", "java", "javax", "jdk", "sun"};
    const std::size_t last = host.rfind('.');
    if (last == std::string_view::npos)
        return false;
    return oneOf(host.substr(last + 1), extensions) || oneOf(host.substr(0, host.find('.')), packages);
}

constexpr std::array<std::string_view, 18> accountKeys{
    "user",   "username",        "uid",  "userid", "login", "database", "dbname",  "db", "initialcatalog", "catalog",
    "schema", "applicationname", "role", "region", "realm", "charset",  "options", "sid"};

// May the value after `key=` be an address?
bool addressKey(std::string_view key)
{
    std::string plain;
    for (const char c : key) {
        if (isAlnum(c))
            plain += lower(c);
    }
    return !oneOf(plain, accountKeys) && !credentialName(key);
}

// Schemes whose authority is no host.
constexpr std::array<std::string_view, 14> otherSchemes{
    "file", "unix",      "data", "kubernetes", "spiffe", "docker", "containerd", "docker-pullable",
    "o",    "classpath", "jar",  "secret",     "arn",    "urn"};

// Words before a port that say how it is spoken to.
constexpr std::array<std::string_view, 8> protocols{"tcp", "udp", "sctp", "tls", "ssl", "http", "https", "port"};

bool hostFlag(std::string_view word)
{
    constexpr std::array<std::string_view, 8> flags{"-h",     "--host",    "--hostname", "--server",
                                                    "--addr", "--address", "--url",      "--endpoint"};
    return oneOf(word, flags);
}

enum class Strength { none, weak, strong };

class AddressScan {
public:
    AddressScan(std::string_view value, bool strongOnly) : m_value(trimmed(value.substr(0, maxScan))), m_strongOnly(strongOnly) {}

    std::vector<AddressToken> run()
    {
        const bool list = isList();
        std::size_t at = 0;
        std::string_view before;
        while (at < m_value.size() && m_found.size() < maxAddresses) {
            const std::size_t begin = m_value.find_first_not_of(separators, at);
            if (begin == std::string_view::npos)
                break;
            const std::size_t end = endOfToken(begin);
            const std::string_view token = m_value.substr(begin, end - begin);
            if (!oneComma(m_value.substr(at, begin - at)))
                m_openScheme.clear();
            scanToken(token, (list || hostFlag(before)) && !m_strongOnly);
            before = token;
            at = end;
        }
        return std::move(m_found);
    }

private:
    static constexpr std::string_view separators = " \t\r\n,;\"'`<>(){}|\\";

    // Between hosts of one URL or list stands a comma, and nothing that closes a string or a bracket.
    static bool oneComma(std::string_view between) { return trimmed(between) == ","; }

    // A variable (${HOST}, $(HOST)) is part of its word.
    std::size_t endOfToken(std::size_t at) const
    {
        constexpr std::size_t maxVariable = 80;
        while (true) {
            const std::size_t end = std::min(m_value.find_first_of(separators, at), m_value.size());
            const bool variable =
                end < m_value.size() && end > at && m_value[end - 1] == '$' && (m_value[end] == '{' || m_value[end] == '(');
            if (!variable)
                return end;
            const std::size_t close = m_value.substr(end, maxVariable).find(m_value[end] == '{' ? '}' : ')');
            if (close == std::string_view::npos)
                return end;
            at = end + close + 1;
        }
    }

    // One word, or words separated by commas or semicolons: there a bare word may be the name of a service. In running
    // text and scripts it may not.
    bool isList() const
    {
        if (m_value.find_first_of("{}()<>|\\\"'`") != std::string_view::npos)
            return false;
        for (std::size_t i = 0; i < m_value.size(); ++i) {
            if ((m_value[i] == ' ' || m_value[i] == '\t' || m_value[i] == '\n') && i > 0 && m_value[i - 1] != ',' &&
                m_value[i - 1] != ';' && m_value[i - 1] != ' ')
                return false;
        }
        return true;
    }

    void add(std::string_view scheme, std::string_view host, std::uint32_t port, bool credentials, bool allowWeak)
    {
        if (!host.empty() && host.back() == '.')
            host.remove_suffix(1);
        if (!validHost(host))
            return;
        const bool dotted = host.find('.') != std::string_view::npos;
        if (scheme.empty() && port == 0) {
            if (looksLikeFileOrClass(host))
                return;
            const bool service = host.ends_with(".svc") || host.find(".svc.") != std::string_view::npos;
            if (!dotted && (!isLower(host.front()) || keywordValue(host)))
                return; // the name of a Service begins with a letter (RFC 1035)
            if (!allowWeak && !(dotted && service))
                return;
        }
        if (m_found.size() < maxAddresses)
            m_found.push_back({std::string(scheme), std::string(host), port, {}, credentials});
    }

    void scanToken(std::string_view token, bool allowWeak)
    {
        if (const std::size_t mark = token.find("://"); mark != std::string_view::npos) {
            scanUrls(token, mark);
            return;
        }
        if (const std::size_t oracle = token.find("@//"); oracle != std::string_view::npos) { // jdbc:oracle:thin:@//host:1521/x
            authority("oracle", token.substr(oracle + 3));
            return;
        }
        const std::string scheme = m_openScheme; // mongodb://a:27017,b:27017/db
        if (token.find_first_of("/?#") != std::string_view::npos)
            m_openScheme.clear();
        scanBare(scheme, token, allowWeak);
    }

    void scanUrls(std::string_view token, std::size_t mark)
    {
        while (mark != std::string_view::npos) {
            std::size_t begin = mark;
            while (begin > 0 && (isAlnum(token[begin - 1]) || token[begin - 1] == '+' || token[begin - 1] == '_'))
                --begin;
            const std::string scheme = lowered(token.substr(begin, mark - begin));
            const std::string_view rest = token.substr(mark + 3);
            m_openScheme.clear();
            if (!scheme.empty() && !isDigit(scheme.front()) && !oneOf(scheme, otherSchemes))
                authority(scheme, rest);
            const std::size_t next = rest.find("://");
            mark = next == std::string_view::npos ? next : mark + 3 + next;
        }
    }

    void authority(const std::string& scheme, std::string_view rest)
    {
        const std::size_t end = rest.find_first_of("/?#");
        std::string_view text = rest.substr(0, end);
        bool credentials = false;
        if (const std::size_t user = text.rfind('@'); user != std::string_view::npos) {
            const std::string_view info = text.substr(0, user);
            const std::size_t colon = info.find(':');
            credentials = colon != std::string_view::npos && colon + 1 < info.size() && !placeholderValue(info.substr(colon + 1));
            text.remove_prefix(user + 1);
        }
        if (end == std::string_view::npos)
            m_openScheme = scheme;
        std::uint32_t port = 0;
        if (!text.empty() && text.front() == '[') { // IPv6
            const std::size_t close = text.find(']');
            if (close == std::string_view::npos)
                return;
            if (close + 2 < text.size() && text[close + 1] == ':')
                port = portOf(text.substr(close + 2));
            add(scheme, lowered(text.substr(1, close - 1)), port, credentials, true);
            return;
        }
        if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
            const std::string_view written = text.substr(colon + 1, text.find(':', colon + 1) - colon - 1);
            port = portOf(written);
            if (port == 0 && !written.empty() && written.front() != '$')
                return;
            text = text.substr(0, colon);
        }
        add(scheme, lowered(text), port, credentials, true);
    }

    // host, host:port, key=host:port, key:host:port, user:password@host:port, host:port/path
    void scanBare(std::string_view scheme, std::string_view token, bool allowWeak, int depth = 0)
    {
        while (!token.empty() && (token.front() == '[' || token.front() == '!'))
            token.remove_prefix(1);
        while (!token.empty() && (token.back() == ']' || token.back() == '.' || token.back() == '!'))
            token.remove_suffix(1);
        if (depth > 3 || token.empty() || token.front() == '/' || token.front() == '.' || token.front() == '~' ||
            token.front() == '@' || token.front() == '#' || token.front() == '$' || token.front() == '%')
            return;
        const std::size_t path = token.find_first_of("/?#");
        const std::size_t equals = token.find('=');
        if (equals != std::string_view::npos && equals < path) {
            const std::string_view key = token.substr(0, equals);
            if (!addressKey(key))
                return;
            scanBare(scheme, token.substr(equals + 1), allowWeak, depth + 1);
            return;
        }
        if (token.front() == '-') { // a flag without a value, or a number
            const std::size_t colon = token.find(':');
            if (colon == std::string_view::npos)
                return;
            token.remove_prefix(colon + 1);
            scanBare(scheme, token, allowWeak, depth + 1);
            return;
        }
        if (path < token.size() && token[path] == '/' && allDigits(token.substr(path + 1)) &&
            (isIpv4(token.substr(0, path)) || isIpv6(token.substr(0, path))))
            return; // a range of addresses
        token = token.substr(0, path);
        bool credentials = false;
        if (const std::size_t user = token.rfind('@'); user != std::string_view::npos) {
            const std::string_view info = token.substr(0, user);
            if (info.find(':') == std::string_view::npos)
                return; // an e-mail address
            credentials = true;
            token.remove_prefix(user + 1);
        }
        hostAndPort(scheme, token, credentials, allowWeak);
    }

    void hostAndPort(std::string_view scheme, std::string_view token, bool credentials, bool allowWeak)
    {
        std::array<std::string_view, 3> parts;
        std::size_t count = 0;
        while (true) {
            if (count == parts.size())
                return; // a time, a MAC address, IPv6
            const std::size_t colon = token.find(':');
            parts[count++] = token.substr(0, colon);
            if (colon == std::string_view::npos)
                break;
            token.remove_prefix(colon + 1);
        }
        const std::uint32_t second = count > 1 ? portOf(parts[1]) : 0;
        const std::uint32_t third = count > 2 ? portOf(parts[2]) : 0;
        if (count == 1)
            add(scheme, parts[0], 0, credentials, allowWeak);
        else if (count == 2 && second != 0 && !oneOf(parts[0], protocols)) // not tcp:90
            add(scheme, parts[0], second, credentials, allowWeak);
        else if (count == 2 && !parts[1].empty() && addressKey(parts[0])) // key:host
            add(scheme, parts[1], 0, credentials, allowWeak);
        else if (count == 3 && third != 0 && addressKey(parts[0])) // key:host:port
            add(scheme, parts[1], third, credentials, allowWeak);
        else if (count == 3 && second != 0) // host:port:sid
            add(scheme, parts[0], second, credentials, allowWeak);
    }

    std::string_view m_value;
    bool m_strongOnly = false;
    std::string m_openScheme; // of a URL whose host may be followed by more hosts after a comma
    std::vector<AddressToken> m_found;
};

} // namespace

bool isDnsName(std::string_view text)
{
    if (text.empty() || text.size() > 253)
        return false;
    std::size_t label = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            if (label == 0 || text[i - 1] == '-')
                return false;
            label = 0;
            continue;
        }
        if (!(isLower(c) || isDigit(c) || (c == '-' && label > 0)) || ++label > 63)
            return false;
    }
    return label > 0 && text.back() != '-';
}

std::vector<AddressToken> addressesIn(std::string_view value, bool strongOnly)
{
    std::vector<AddressToken> found = AddressScan(value, strongOnly).run();
    if (found.empty())
        return found;
    const std::string_view wish = tlsWishIn(value.substr(0, maxScan));
    for (AddressToken& address : found) {
        if (!wish.empty())
            address.tls = wish;
        else if (tlsScheme(address.scheme))
            address.tls = "require";
    }
    return found;
}

} // namespace bartizan::importers
