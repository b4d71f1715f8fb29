// SPDX-License-Identifier: GPL-3.0-or-later
// Which host names do a listener and a route share? Gateway API: "*.example.com" is a suffix match for one or more
// labels and never example.com itself; the more specific of two names that meet is what both serve. Istio and the
// ingress controllers agree as far as their own rules allow such names at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::resolving {

// "" is any host. None when the two do not meet.
std::optional<std::string> sharedHost(std::string_view a, std::string_view b);

// Lists where an empty list is any host. None when no pair meets; an empty result is any host. Sorted, unique.
std::optional<std::vector<std::string>> sharedHosts(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Does the pattern (exact, wildcard or "") serve this very host?
bool servesHost(std::string_view pattern, std::string_view host);

} // namespace bartizan::resolving
