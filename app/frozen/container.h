// SPDX-License-Identifier: GPL-3.0-or-later
// The archive of a frozen review: a gzip-compressed tar whose bytes depend on its members and the time alone, not on the
// machine, its user or its clock. Reading is bounded, in memory, and takes names only as names.
#pragma once

#include "model/result.h"

#include <ctime>
#include <map>
#include <string>
#include <vector>

namespace bartizan::app {

using Members = std::map<std::string, std::string>; // bytes by name

// Members in byte order of their names, owned by 0:0, readable by all, changed at `when`. Error "frozen-write".
Result<std::string> packMembers(const Members& members, std::time_t when);

struct Unpacked {
    Members members;
    std::vector<std::string> wrong; // what such an archive has not: a name twice, a link, damage, too much
};
Unpacked unpackMembers(const std::string& bytes);

} // namespace bartizan::app
