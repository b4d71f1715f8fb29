// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/sightings.h"

#include "model/resolve/limits.h"
#include "model/resolve/settings.h"

#include <algorithm>
#include <iterator>

namespace bartizan::resolving {
namespace {

using Entry = ConfigMapRecord::Entry;

// Keys of files whose values are for people or for parsers: links, markup, schemas.
bool isProse(const std::string& key)
{
    static constexpr std::string_view keys[] = {"$schema", "content", "description", "documentation", "href",        "html",
                                                "link",    "links",   "message",     "query",         "runbook_url", "src",
                                                "summary", "text",    "title",       "tooltip",       "xmlns"};
    static_assert(std::is_sorted(std::begin(keys), std::end(keys)));
    return key.empty() || std::binary_search(std::begin(keys), std::end(keys), key);
}

struct Collector {
    const Inventory& in;
    std::vector<Sighting>& found;

    void add(const ValueFacts& value, const std::string& setting, const Evidence& at, const Evidence* reference)
    {
        for (const AddressToken& token : value.addresses) {
            if (found.size() >= mostSightingsOfOne)
                return;
            Sighting sighting{&token, setting, token.tls, false, {at}};
            if (reference)
                sighting.evidence.push_back(*reference);
            found.push_back(std::move(sighting));
        }
    }

    void addEntry(const Entry& entry, const std::string& setting, const Evidence& reference)
    {
        add(entry.value, setting, entry.evidence, &reference);
        for (const EnvVar& pair : entry.pairs) {
            const std::size_t first = found.size();
            add(pair.value, pair.name, pair.evidence, &reference);
            for (std::size_t i = first; i < found.size(); ++i)
                found[i].prose = isProse(pair.name);
        }
    }

    // A bare word belongs to the flag before it when that had no value of its own: "--carts-addr carts:80".
    void addArguments(const std::vector<Argument>& arguments)
    {
        std::string flag;
        for (const Argument& argument : arguments) {
            add(argument.value, argument.flag.empty() ? flag : argument.flag, argument.evidence, nullptr);
            flag = !argument.flag.empty() && argument.value.cls == ValueClass::empty ? argument.flag : std::string();
        }
    }

    // A ConfigMap volume of the pod counts whether or not a container in the input mounts it: it was attached to be read.
    void addVolumes(const PodSpec& pod, const std::unordered_map<std::string, std::size_t>& maps, const Identity& owner)
    {
        for (const Volume& volume : pod.volumes) {
            for (const VolumeSource& source : volume.sources) {
                if (source.type != "configMap")
                    continue;
                const auto map = maps.find(nameKey(owner.cluster, owner.ns, source.name));
                if (map == maps.end())
                    continue;
                for (const Entry& entry : in.configMaps[map->second].entries) {
                    const auto& keys = source.keys;
                    if (keys.empty() || std::find(keys.begin(), keys.end(), entry.key) != keys.end())
                        addEntry(entry, entry.key, source.evidence.valid() ? source.evidence : volume.evidence);
                }
            }
        }
    }
};

struct Wish {
    std::string_view prefix, wish;
};

void addWish(std::vector<Wish>& wishes, std::string_view name, const ValueFacts& value)
{
    if (value.cls != ValueClass::keyword)
        return;
    const std::string_view wish = tlsWish(name, value.word);
    const std::string_view prefix = tlsPrefix(name);
    if (!wish.empty() && !prefix.empty())
        wishes.push_back({prefix, wish});
}

// DB_SSLMODE=disable speaks for DB_HOST and DB_URL of the same container, unless the address says more itself.
void applyWishes(const Container& container, std::vector<Sighting>& sightings, std::size_t first)
{
    std::vector<Wish> wishes;
    for (const EnvVar& variable : container.env)
        addWish(wishes, variable.name, variable.value);
    for (const Argument& argument : container.arguments)
        addWish(wishes, argument.flag, argument.value);
    for (std::size_t i = first; i < sightings.size(); ++i)
        for (const Wish& wish : wishes)
            if (sightings[i].tlsWish.empty() && sightings[i].setting.compare(0, wish.prefix.size(), wish.prefix) == 0)
                sightings[i].tlsWish = wish.wish;
}

} // namespace

Sightings::Sightings(const Context& context) : m_context(context)
{
    for (std::size_t i = 0; i < context.in.configMaps.size(); ++i) {
        const Object& object = context.in.object(context.in.configMaps[i].object);
        if (object.applied())
            m_configMaps.emplace(nameKey(object.identity.cluster, object.identity.ns, object.identity.name), i);
    }
}

std::vector<Sighting> Sightings::of(const Workload& workload) const
{
    std::vector<Sighting> found;
    Collector collector{m_context.in, found};
    const PodSpec& pod = m_context.record(workload).pod;
    const Identity& owner = m_context.identity(workload.object);
    const auto entriesOf = [&](const std::string& name) -> const std::vector<Entry>* {
        const auto map = m_configMaps.find(nameKey(owner.cluster, owner.ns, name));
        return map == m_configMaps.end() ? nullptr : &m_context.in.configMaps[map->second].entries;
    };
    for (const Container& container : pod.containers) {
        const std::size_t first = found.size();
        for (const EnvVar& variable : container.env) {
            if (variable.from == EnvVar::From::literal)
                collector.add(variable.value, variable.name, variable.evidence, nullptr);
            if (variable.from != EnvVar::From::configMapKey)
                continue;
            if (const std::vector<Entry>* entries = entriesOf(variable.refName))
                for (const Entry& entry : *entries)
                    if (entry.key == variable.refKey)
                        collector.addEntry(entry, variable.name, variable.evidence);
        }
        for (const EnvFrom& from : container.envFrom) {
            if (from.secret)
                continue;
            if (const std::vector<Entry>* entries = entriesOf(from.name))
                for (const Entry& entry : *entries)
                    collector.addEntry(entry, from.prefix + entry.key, from.evidence);
        }
        collector.addArguments(container.arguments);
        applyWishes(container, found, first);
    }
    collector.addVolumes(pod, m_configMaps, owner);
    return found;
}

} // namespace bartizan::resolving
