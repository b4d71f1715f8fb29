// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/meshes/istio_texts.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {
namespace {

constexpr auto npos = std::string_view::npos;

// source.trustDomain is one of newer versions.
constexpr std::array<std::string_view, 12> attributes = {"source.ip",
                                                         "source.namespace",
                                                         "source.principal",
                                                         "source.serviceAccount",
                                                         "source.trustDomain",
                                                         "remote.ip",
                                                         "destination.ip",
                                                         "destination.port",
                                                         "connection.sni",
                                                         "request.auth.principal",
                                                         "request.auth.audiences",
                                                         "request.auth.presenter"};
// A name in brackets comes after these.
constexpr std::array<std::string_view, 4> maps = {"request.headers", "request.experimental.inline.headers", "request.auth.claims",
                                                  "experimental.envoy.filters."};

// A segment beside templates: characters of a path (RFC 3986, pchar) without the wildcard.
bool isLiteral(std::string_view segment)
{
    return !segment.empty() &&
           segment.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%!$&'()+,;:@=") == npos;
}

} // namespace

bool isIstioAccount(std::string_view text)
{
    constexpr std::size_t longest = 320;
    const auto slash = text.find('/');
    const bool parts = slash == npos || (slash > 0 && slash + 1 < text.size() && text.find('/', slash + 1) == npos);
    return !text.empty() && text.size() <= longest && parts && text.find('*') == npos;
}

bool isIstioPath(std::string_view text)
{
    const bool templated = text.find("{*}") != npos || text.find("{**}") != npos;
    while (text.starts_with('/'))
        text.remove_prefix(1);
    while (text.ends_with('/'))
        text.remove_suffix(1);
    bool ended = false; // by {**}
    for (;;) {
        const auto slash = text.find('/');
        const std::string_view segment = text.substr(0, slash);
        if (segment == "{*}" || segment == "{**}") {
            if (ended)
                return false;
            ended = segment == "{**}";
        } else if (segment.find_first_of("{}") != npos || (templated && !isLiteral(segment))) {
            return false;
        }
        if (slash == npos)
            return true;
        text.remove_prefix(slash + 1);
    }
}

bool isIstioAttribute(std::string_view key)
{
    if (std::find(attributes.begin(), attributes.end(), key) != attributes.end())
        return true;
    const auto open = key.find('[');
    return open != npos && open + 2 < key.size() && key.ends_with(']') &&
           std::any_of(maps.begin(), maps.end(), [&](std::string_view start) { return key.starts_with(start); });
}

} // namespace bartizan::importers
