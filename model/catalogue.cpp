// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"

#include <algorithm>

namespace bartizan {
namespace {

template <class Row>
const Row* byId(const std::vector<Row>& rows, const std::string& id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

const LayerText* Catalogue::layer(const std::string& id) const
{
    return byId(layers, id);
}
const RuleText* Catalogue::rule(const std::string& id) const
{
    return byId(rules, id);
}
const ControlText* Catalogue::control(const std::string& id) const
{
    return byId(controls, id);
}

} // namespace bartizan
