// SPDX-License-Identifier: GPL-3.0-or-later
// A small world for tests of connectivity through meshes: Kubernetes objects as text, records of a mesh added by hand, and what
// MeshReach says of two ends in a few words, of one port or of all. Ends: "shop/cart" (a Pod), "10.0.0.0/8",
// "host:a.example.com".
#pragma once

#include "analysis/connectivity/mesh_reach.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_file.h"
#include "tests/support/text_architecture.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace bartizan::test {

class MeshCase {
public:
    explicit MeshCase(const std::string& text) : m_model{importFile(text), {}}
    {
        m_model.architecture = resolve(m_model.inventory, shippedCatalogue());
        m_world = connectivity::worldOf(m_model);
    }
    MeshCase(const MeshCase&) = delete;
    MeshCase& operator=(const MeshCase&) = delete;

    Inventory& inventory() { return m_model.inventory; } // before the first question
    ObjectId object(const std::string& kind, const std::string& ns, const std::string& name, const std::string& created = "",
                    const std::string& group = "policy.linkerd.io")
    {
        Object made;
        made.identity = {"", group, kind, ns, name};
        made.created = created;
        m_model.inventory.objects.push_back(std::move(made));
        return ObjectId(m_model.inventory.objects.size() - 1);
    }

    const std::vector<connectivity::Pod>& pods() const { return m_world.pods; }
    const connectivity::MeshReach& reach()
    {
        if (!m_reach)
            m_reach = connectivity::MeshReach::of(m_model, m_world);
        return *m_reach;
    }

    connectivity::MeshEnd end(const std::string& name) const
    {
        using Kind = connectivity::End::Kind;
        connectivity::MeshEnd made;
        if (name.compare(0, 5, "host:") == 0) {
            made.kind = Kind::hostName;
            made.name = name.substr(5);
        } else if (const auto block = connectivity::blockOf(name)) {
            made.kind = Kind::addresses;
            made.range = *block;
        } else {
            for (std::size_t i = 0; i < m_world.pods.size(); ++i)
                if (m_world.pods[i].id == name + "[Pod]") {
                    made.pod = i;
                    return made;
                }
            throw std::runtime_error("no pod " + name);
        }
        return made;
    }

    connectivity::MeshAnswer answer(const std::string& from, const std::string& to)
    {
        return reach().between(end(from), end(to));
    }
    connectivity::MeshSlice slice(const std::string& from, const std::string& to, std::uint32_t port)
    {
        for (const connectivity::MeshSlice& one : answer(from, to).slices)
            if (holds(one, port))
                return one;
        throw std::runtime_error("no slice holds the port");
    }

    // "allowed", "onlySome (GET)", "allowed unrouted"
    std::string say(const std::string& from, const std::string& to, std::uint32_t port = 80)
    {
        return wordsOf(slice(from, to, port));
    }

    // "80: denied; allowed": of each slice, the one of all other ports (it holds port 1) without them and last.
    std::string sayAll(const std::string& from, const std::string& to)
    {
        std::string text, rest;
        for (const connectivity::MeshSlice& one : answer(from, to).slices)
            if (holds(one, 1))
                rest = wordsOf(one);
            else
                text += toText(one.ports).substr(4) + ": " + wordsOf(one) + "; "; // without "TCP "
        return text + rest;
    }

private:
    static bool holds(const connectivity::MeshSlice& slice, std::uint32_t port)
    {
        return slice.ports.contains(connectivity::PortSet::of(connectivity::Protocol::tcp, {port, port}));
    }
    static std::string wordsOf(const connectivity::MeshSlice& slice)
    {
        std::string text = connectivity::toWord(slice.outcome);
        if (slice.outcome == connectivity::MeshSlice::Outcome::onlySome)
            text += " (" + requestsText(slice) + ")";
        return text + (slice.unrouted ? " unrouted" : "");
    }

    Model m_model;
    connectivity::World m_world;
    std::shared_ptr<const connectivity::MeshReach> m_reach;
};

} // namespace bartizan::test
