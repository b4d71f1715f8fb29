// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the lines of the text form into inventory records; used by text_architecture.cpp only, which has the grammar.
#pragma once

#include "model/inventory.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::test {

class TextBuilder {
public:
    TextBuilder();
    void line(std::uint32_t number, const std::string& text);
    Inventory take();

private:
    using Words = std::vector<std::string>;
    struct Name {
        std::string ns, name;
    };

    void namespaceLine(const Words&);
    void workloadLine(const Words&);
    void settingLine(const Words&);
    void configLine(const Words&);
    void usesLine(const Words&);
    void serviceLine(const Words&);
    void nodeLine(const Words&);
    void policyLine(const std::string&);
    void callLine(const Words&);
    void gatewayLine(const Words&);
    void internetLine(const std::string&);
    void roleLine(const Words&);
    void bindLine(const Words&);
    void mtlsLine(const Words&);
    void allowLine(const Words&);
    void tokenLine(const Words&);
    void reportLine(const Words&);

    struct Hop {
        Name name;
        std::uint32_t port = 0;
        std::vector<std::string> flags;
        bool has(std::string_view flag) const;
        std::string valueOf(std::string_view key) const; // of key=value
    };
    Hop hop(std::string text) const;
    void firstHop(Hop&, bool routesFollow);
    void routeHop(const Hop& gateway, const Hop& to);
    void callHop(const Hop& from, const Hop& to);
    void protect(RouteRecord&, const Hop& gateway) const;
    void strictMesh(const Name&);
    void addSidecar(const Name&, const std::string& image);

    ObjectId object(const std::string& group, const std::string& kind, const Name&);
    WorkloadRecord& workload(const Name&); // throws when not declared
    bool declared(const Name&) const;
    void makeWorkload(const Name&, const std::string& image, const std::vector<std::uint32_t>& ports);
    ServiceRecord* service(const Name&);
    ServiceRecord& makeService(const Name&, const std::vector<std::uint32_t>& ports);
    void addWorkloadWord(WorkloadRecord&, const std::string& word, const Name&);
    void addServiceWord(ServiceRecord&, const std::string& word);
    Evidence here(ObjectId, const std::string& text = {}) const;
    Name nameOf(std::string_view text) const;
    Attributes attributes(const std::string& labels) const;
    Selector selector(const std::string& labels) const;
    NetworkPeer peer(const std::string& text) const;

    template <class T>
    Fact<T> fact(T value, ObjectId id = {}) const
    {
        return {std::move(value), here(id)};
    }

    Inventory m_inventory;
    std::map<std::string, std::size_t> m_workloads, m_services; // "ns/name" -> index
    std::map<std::string, bool> m_gateways;
    std::uint32_t m_line = 0;
    std::string m_text;
};

} // namespace bartizan::test
