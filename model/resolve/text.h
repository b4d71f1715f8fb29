// SPDX-License-Identifier: GPL-3.0-or-later
// Small text questions that several resolving passes ask. ASCII only, because names of Kubernetes objects, hosts and
// images are; other bytes compare as they are. All linear, but for editDistance, which is bounded by its limit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::resolving {

std::string lowered(std::string_view text);

// "PaymentAPI-v2.db" -> payment, api, v, 2, db: split at everything that is no letter or digit, between a lower-case
// and an upper-case letter, before the last letter of a run of capitals, and between letters and digits.
std::vector<std::string> words(std::string_view name);

// `*` stands for any run of characters, everything else for itself.
bool globMatches(std::string_view pattern, std::string_view text);
bool anyGlobMatches(const std::vector<std::string>& patterns, std::string_view text);

// Levenshtein distance, or limit + 1 when it is more than `limit`.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

// One to 63 of [a-z0-9-], no dash at the ends (RFC 1123), with a letter in it.
bool isDnsLabel(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace bartizan::resolving
