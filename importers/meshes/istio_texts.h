// SPDX-License-Identifier: GPL-3.0-or-later
// What istiod's validating webhook asks of the texts in an AuthorizationPolicy (istio/istio pkg/config/security/security.go:
// CheckServiceAccount, CheckValidPathTemplate, ValidateAttribute). What only some versions take is taken.
#pragma once

#include <cstddef>
#include <string_view>

namespace bartizan::importers {

constexpr std::size_t maxIstioAccounts = 16; // in one list

bool isIstioAccount(std::string_view text);  // "name" or "namespace/name", without wildcards
bool isIstioPath(std::string_view text);     // {*} and {**} only as whole segments, {**} as the last of them
bool isIstioAttribute(std::string_view key); // of a condition: "source.namespace", "request.headers[name]"

} // namespace bartizan::importers
