// SPDX-License-Identifier: GPL-3.0-or-later
// Where a workload's configuration names addresses: environment literals, arguments, and the entries of ConfigMaps that
// it reads (a key, the whole map, a volume). Evidence is the line of the address, then the line that refers to
// it. Absent ConfigMaps give nothing; Secrets are never looked into.
#pragma once

#include "model/resolve/context.h"

namespace bartizan::resolving {

struct Sighting {
    const AddressToken* token = nullptr; // into the inventory
    std::string setting;                 // variable, flag or key; "" for a bare argument
    std::string tlsWish;                 // of the token, else of a setting beside it
    bool prose = false;                  // in running text or markup of a file: names beyond the input may be mere mentions
    std::vector<Evidence> evidence;
};

class Sightings {
public:
    explicit Sightings(const Context& context);
    std::vector<Sighting> of(const Workload& workload) const;

private:
    const Context& m_context;
    std::unordered_map<std::string, std::size_t> m_configMaps; // nameKey -> Inventory::configMaps
};

} // namespace bartizan::resolving
