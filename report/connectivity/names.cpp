// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/names.h"

#include <algorithm>

namespace bartizan::report {

namespace {

using namespace connectivity;

std::string listed(const std::vector<std::string>& names, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return names.size() <= most ? text : text + " and " + std::to_string(names.size() - most) + " more";
}

std::size_t distance(std::string_view a, std::string_view b) // Levenshtein's
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            corner = above;
        }
    }
    return row[b.size()];
}

std::string spaceAndName(const Workload& w)
{
    return w.ns + "/" + w.name;
}

// At most three workloads whose name is like this one, in the form in which it was written.
std::vector<std::string> nearest(const Architecture& architecture, std::string_view name)
{
    constexpr std::size_t longest = 120; // names of Kubernetes are shorter; bounds the work
    if (name.size() > longest)
        return {};
    std::vector<std::pair<std::size_t, std::string>> near;
    const bool spaced = name.find('/') != std::string_view::npos;
    const bool kinded = spaced && name.find('[') != std::string_view::npos;
    for (const Workload& w : architecture.workloads) {
        const std::string form = kinded ? w.id : spaced ? spaceAndName(w) : w.name;
        const std::size_t far = std::max<std::size_t>(2, name.size() / 3);
        const std::size_t lengths = form.size() > name.size() ? form.size() - name.size() : name.size() - form.size();
        if (form.size() > longest || lengths > far)
            continue;
        if (const std::size_t d = distance(name, form); d <= far)
            near.emplace_back(d, w.id);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> names;
    for (const auto& [d, id] : near)
        if (names.size() < 3)
            names.push_back(id);
    return names;
}

std::optional<Address> addressOf(std::string_view text)
{
    const auto range = text.find('/') == std::string_view::npos ? blockOf(text) : std::nullopt;
    return range ? std::optional(range->first) : std::nullopt;
}

std::optional<AddressRange> rangeOf(std::string_view text) // "10.0.0.1", "10.0.0.0/8", "10.0.0.0-10.0.0.9"
{
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos)
        return blockOf(text);
    const auto first = addressOf(text.substr(0, dash)), last = addressOf(text.substr(dash + 1));
    if (!first || !last || first->v6 != last->v6 || *last < *first)
        return std::nullopt;
    return AddressRange{*first, *last};
}

bool isSpecial(const World& world, std::string_view name) // some rule names it as what is neither a pod nor outside
{
    for (const Policy& policy : world.policies)
        for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
            for (const PolicyRuleRecord& rule : *rules)
                for (const PolicyPeer& peer : rule.peers)
                    if (peer.kind == PolicyPeer::Kind::special &&
                        std::find(peer.names.begin(), peer.names.end(), name) != peer.names.end())
                        return true;
    return false;
}

std::vector<std::size_t> workloadsCalled(const Architecture& architecture, std::string_view name)
{
    std::vector<std::size_t> found;
    const auto take = [&](auto is) {
        for (std::size_t i = 0; found.size() <= 20 && i < architecture.workloads.size(); ++i)
            if (is(architecture.workloads[i]))
                found.push_back(i);
    };
    take([&](const Workload& w) { return w.id == name; });
    if (found.empty()) // of whatever kind, or cluster
        take([&](const Workload& w) {
            const std::string plain = spaceAndName(w);
            return name == plain || name == plain + "[" + w.kind + "]" ||
                   (!w.cluster.empty() && name == w.cluster + "//" + plain);
        });
    if (found.empty())
        take([&](const Workload& w) { return name == w.name; });
    return found;
}

Error notKnown(const Architecture& architecture, std::string_view name, const std::string& also)
{
    const std::vector<std::string> near = nearest(architecture, name);
    std::string message = "no workload is called '" + std::string(name.substr(0, 200)) + "'";
    if (!near.empty())
        message += "; the nearest: " + listed(near, 3);
    else if (architecture.workloads.empty())
        message += "; the input holds no workload at all";
    else
        message += "; `bartizan-cli connectivity` without it lists those that there are";
    return {"connectivity-name", message + also};
}

Error several(const Architecture& architecture, std::string_view name, const std::vector<std::size_t>& found)
{
    std::vector<std::string> ids;
    for (const std::size_t i : found)
        ids.push_back(architecture.workloads[i].id);
    return {"connectivity-several", "'" + std::string(name) + "' could be " + listed(ids, 10) + ": write one of them whole"};
}

} // namespace

Result<std::size_t> workloadNamed(const Architecture& architecture, std::string_view name)
{
    const std::vector<std::size_t> found = workloadsCalled(architecture, name);
    if (found.size() == 1)
        return found.front();
    return tl::unexpected(found.empty() ? notKnown(architecture, name, "") : several(architecture, name, found));
}

Result<NamedEnd> endNamed(const Architecture& architecture, const World& world, std::string_view name)
{
    NamedEnd end;
    end.id = std::string(name);
    if (name == "ingress-controller") {
        end.kind = NamedEnd::Kind::ingressController;
        return end;
    }
    if (name == "internet") {
        end.kind = NamedEnd::Kind::addresses;
        end.addresses = internetAddresses();
        return end;
    }
    if (name.starts_with("host:")) {
        end.kind = NamedEnd::Kind::hostName;
        end.name = std::string(name.substr(5));
        return end;
    }
    const bool ip = name.starts_with("ip:");
    const std::vector<std::size_t> found = ip ? std::vector<std::size_t>() : workloadsCalled(architecture, name);
    if (found.size() > 1)
        return tl::unexpected(several(architecture, name, found));
    if (found.size() == 1) {
        end.workload = found.front();
        end.id = architecture.workloads[end.workload].id;
        return end;
    }
    if (const auto range = rangeOf(ip ? name.substr(3) : name)) {
        end.kind = NamedEnd::Kind::addresses;
        end.addresses = *range;
        end.id = "ip:" + toText(*range);
        return end;
    }
    if (ip)
        return tl::unexpected(Error{"connectivity-name", "'" + std::string(name.substr(0, 200)) +
                                                             "' is no address: write ip:10.0.0.1, ip:10.0.0.0/8 or "
                                                             "ip:10.0.0.0-10.0.0.255"});
    if (isSpecial(world, name)) {
        end.kind = NamedEnd::Kind::special;
        end.name = std::string(name);
        return end;
    }
    return tl::unexpected(notKnown(architecture, name, "; addresses are written as ip:10.0.0.1 or 10.0.0.0/8, or as internet"));
}

const AddressSet& internetAddresses()
{
    static const AddressSet addresses = [] {
        AddressSet set = AddressSet::everything();
        for (const char* block :
             {"0.0.0.0/8",    "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",   "169.254.0.0/16",  "172.16.0.0/12",
              "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
              "224.0.0.0/4",  "240.0.0.0/4",  "::/96",          "::ffff:0:0/96", "100::/64",        "2001:db8::/32",
              "fc00::/7",     "fe80::/10",    "ff00::/8"})
            if (const auto range = blockOf(block))
                set -= *range;
        return set;
    }();
    return addresses;
}

} // namespace bartizan::report
