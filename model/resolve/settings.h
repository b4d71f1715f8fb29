// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a setting (an environment variable, a flag, a configuration key) says about its value. Called where
// a value alone does not decide whether it is an address: a bare word may be a host as well as a user or a database.
#pragma once

#include <string_view>

namespace bartizan::resolving {

enum class SettingSays {
    address,       // a host, URL, endpoint, broker ...
    ownAddress,    // where the workload itself listens or is to be found: listen, bind, advertise ...
    somethingElse, // a user, a database's name, a level, a type ...
    nothing,       // neither
};

SettingSays whatSettingSays(std::string_view name);
bool namesImage(std::string_view name); // its value names a container image, which looks like host:port

// The client's TLS wish that a setting such as DB_SSLMODE=disable states: "disable", "require", "verify-full",
// "skip-verify"; "" when it states none. `word` is the value, in lower case.
std::string_view tlsWish(std::string_view name, std::string_view word);
// What such a setting and the address it is for begin with: "DB_" of DB_SSLMODE. "" when the name does not say.
std::string_view tlsPrefix(std::string_view name);

} // namespace bartizan::resolving
