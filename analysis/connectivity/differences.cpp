// SPDX-License-Identifier: GPL-3.0-or-later
// Two states, connection by connection. Ends are compared by their ids.
#include "analysis/connectivity/answers.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace bartizan::connectivity {

namespace {

struct End2 { // of a row: an id, or a part of the addresses
    std::string id;
    AddressRange range; // where `id` is empty
    friend auto operator<=>(const End2&, const End2&) = default;
};
using Key = std::pair<End2, End2>;
struct Changed {
    End2 from, to;
    PortSet before, after;
};
using Table = std::map<Key, std::pair<PortSet, PortSet>>; // before, after

std::vector<End2> partsOf(const World& world, const Party& party, const std::vector<AddressRange>& parts)
{
    if (party.kind != Party::Kind::addresses)
        return {{idOf(world, party), {}}};
    std::vector<End2> ends;
    for (auto part = std::lower_bound(parts.begin(), parts.end(), party.range.first,
                                      [](const AddressRange&one, const Address&first) { return one.first < first; });
         part != parts.end() && !(party.range.last < part->last); ++part)
        ends.push_back({{}, *part});
    return ends;
}

void collect(const NetworkConnections& rows, std::vector<AddressSet>& sets)
{
    for (const Connection& row : rows.connections)
        for (const Party* party : {&row.from, &row.to})
            if (party->kind == Party::Kind::addresses)
                sets.emplace_back(party->range);
}

void fill(Table& table, const World& world, const NetworkConnections& rows, const std::vector<AddressRange>& parts, bool after)
{
    for (const Connection& row : rows.connections)
        for (const End2& from : partsOf(world, row.from, parts))
            for (const End2& to : partsOf(world, row.to, parts)) {
                auto& ports = table[{from, to}];
                (after ? ports.second : ports.first) |= row.ports;
            }
}

std::set<std::string> idsOf(const World& world)
{
    std::set<std::string> ids;
    for (const Pod& pod : world.pods)
        if (!pod.imagined)
            ids.insert(pod.id);
    return ids;
}

std::string noteOf(const End2& from, const End2& to, const std::set<std::string>& before, const std::set<std::string>& after)
{
    std::string note;
    for (const End2* end : {&from, &to}) {
        const bool had = before.count(end->id) > 0, has = after.count(end->id) > 0;
        if (had != has)
            note += (note.empty() ? "" : ", ") + end->id + (has ? " is new" : " is gone");
    }
    return note;
}

std::string textOf(const End2& end)
{
    return end.id.empty() ? "ip:" + toText(end.range) : end.id;
}

// Ranges that touch and changed alike become one: `varying` differs, `fixed` is the same.
void mergeRanges(std::vector<Changed>& rows, End2 Changed::*fixed, End2 Changed::*varying)
{
    std::stable_sort(rows.begin(), rows.end(), [&](const Changed& a, const Changed& b) {
        return std::tie(a.*fixed, a.*varying) < std::tie(b.*fixed, b.*varying);
    });
    std::vector<Changed> merged;
    for (Changed& row : rows) {
        End2& end = row.*varying;
        if (!merged.empty() && end.id.empty() && merged.back().*fixed == row.*fixed && (merged.back().*varying).id.empty() &&
            touch((merged.back().*varying).range, end.range) && merged.back().before == row.before &&
            merged.back().after == row.after)
            (merged.back().*varying).range.last = end.range.last;
        else
            merged.push_back(std::move(row));
    }
    rows = std::move(merged);
}

const NetworkConnections* named(const std::vector<NetworkConnections>& networks, const std::string& network)
{
    for (const NetworkConnections& one : networks)
        if (one.network == network)
            return &one;
    return nullptr;
}

} // namespace

std::vector<Difference> differencesOf(const World& before, const std::vector<NetworkConnections>& first, const World& after,
                                      const std::vector<NetworkConnections>& second)
{
    std::vector<std::string> networks;
    for (const auto* side : {&first, &second})
        for (const NetworkConnections& one : *side)
            if (std::find(networks.begin(), networks.end(), one.network) == networks.end())
                networks.push_back(one.network);
    const std::set<std::string> had = idsOf(before), has = idsOf(after);
    std::vector<Difference> differences;
    for (const std::string& network : networks) {
        const NetworkConnections none{network, {}};
        const NetworkConnections *a = named(first, network), *b = named(second, network);
        a = a ? a : &none;
        b = b ? b : &none;
        std::vector<AddressSet> sets;
        collect(*a, sets);
        collect(*b, sets);
        const std::vector<AddressRange> parts = cutAt(sets);
        Table table;
        fill(table, before, *a, parts, false);
        fill(table, after, *b, parts, true);
        std::vector<Changed> rows;
        for (auto& [key, ports] : table)
            if (ports.first != ports.second)
                rows.push_back({key.first, key.second, std::move(ports.first), std::move(ports.second)});
        mergeRanges(rows, &Changed::to, &Changed::from);
        mergeRanges(rows, &Changed::from, &Changed::to);
        for (Changed& row : rows) {
            const auto change = row.before.empty()  ? Difference::Change::added
                                : row.after.empty() ? Difference::Change::removed
                                                    : Difference::Change::changed;
            differences.push_back({change, network, textOf(row.from), textOf(row.to), std::move(row.before), std::move(row.after),
                                   noteOf(row.from, row.to, had, has)});
        }
    }
    return differences;
}

} // namespace bartizan::connectivity
