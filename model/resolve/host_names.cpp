// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/host_names.h"

#include "model/resolve/text.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

bool isWildcard(std::string_view host)
{
    return host.starts_with("*.");
}

// "*.example.com" covers "a.example.com", "a.b.example.com" and "*.a.example.com".
bool covers(std::string_view wildcard, std::string_view host)
{
    const std::string_view suffix = wildcard.substr(1);
    return host.size() > suffix.size() && host.ends_with(suffix);
}

bool isAny(std::string_view host)
{
    return host.empty() || host == "*";
}

} // namespace

std::optional<std::string> sharedHost(std::string_view first, std::string_view second)
{
    const std::string a = lowered(first), b = lowered(second);
    if (isAny(a))
        return isAny(b) ? std::string() : b;
    if (isAny(b) || a == b)
        return a;
    if (isWildcard(a) && covers(a, b))
        return b;
    if (isWildcard(b) && covers(b, a))
        return a;
    return std::nullopt;
}

std::optional<std::vector<std::string>> sharedHosts(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    static const std::vector<std::string> any{std::string()};
    std::vector<std::string> shared;
    bool everything = false;
    for (const std::string& left : a.empty() ? any : a) {
        for (const std::string& right : b.empty() ? any : b) {
            const std::optional<std::string> host = sharedHost(left, right);
            if (!host)
                continue;
            everything = everything || host->empty();
            shared.push_back(*host);
        }
    }
    if (shared.empty())
        return std::nullopt;
    if (everything)
        return std::vector<std::string>();
    std::sort(shared.begin(), shared.end());
    shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
    return shared;
}

bool servesHost(std::string_view pattern, std::string_view host)
{
    const std::string a = lowered(pattern), b = lowered(host);
    return isAny(a) || a == b || (isWildcard(a) && covers(a, b));
}

} // namespace bartizan::resolving
