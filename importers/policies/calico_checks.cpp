// SPDX-License-Identifier: GPL-3.0-or-later
// What Calico's API server refuses of a rule as a whole: ICMP, HTTP and IP version against the protocol, Services against
// everything else (validation rules of projectcalico.org/v3 Rule and EntityRule; libcalico-go validates the same). Blocks of
// both families in one rule and blocks with bits beyond their prefix only give a note: their meaning is plain. Objects that
// were written past that server (crd.projectcalico.org) may hold all of it, and are in force: there the rest makes a rule
// narrower than it looks.
#include "importers/policies/calico_rule.h"

#include "importers/gateways/facts.h"
#include "model/ip_block.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bartizan::importers {

using document::Node;

namespace {

class Check {
public:
    Check(PolicyReader& reader, Node rule, bool ingress, const std::string& space, std::vector<std::string>& narrower)
        : m_reader(reader), m_rule(rule), m_ingress(ingress), m_space(space), m_narrower(narrower),
          m_stored(storedCalico(reader)), m_protocol(calicoProtocol(rule["protocol"]))
    {
    }

    void run()
    {
        icmp("icmp");
        icmp("notICMP");
        if (const Node icmp = m_rule["icmp"]; !icmp.isNull() && m_protocol != "ICMP" && m_protocol != "ICMPv6")
            refuse(icmp, "expected protocol ICMP or ICMPv6 in a rule with icmp, found another one or none",
                   "write the protocol that is meant");
        http();
        version();
        for (const std::string_view end : {"source", "destination"}) {
            services(end);
            spaces(m_rule[end]["namespaceSelector"]);
        }
        domains();
    }

private:
    void narrower(std::string_view what)
    {
        if (std::find(m_narrower.begin(), m_narrower.end(), what) == m_narrower.end())
            m_narrower.emplace_back(what);
    }

    void refuse(Node at, std::string clause, std::string_view remedy)
    {
        if (!m_stored) {
            m_reader.refuse(at, std::move(clause), remedy);
            return;
        }
        m_reader.note(at, "not-validated",
                      clause
                          .append("; Calico's API server refuses the rule, which was written past it and is shown as one that "
                                  "may match less: ")
                          .append(remedy));
        narrower("what Calico's API server refuses");
    }

    Node peer() const { return m_rule[m_ingress ? "source" : "destination"]; }

    void icmp(std::string_view key)
    {
        const Node fields = m_rule[key];
        for (const auto& [field, most] :
             {std::pair<std::string_view, int>("type", 254), std::pair<std::string_view, int>("code", 255)}) {
            const auto value = fields.isMapping() ? m_reader.integer(fields, field) : std::nullopt;
            if (value && (*value < 0 || *value > most))
                refuse(fields[field], "expected an ICMP type from 0 to 254 and a code from 0 to 255, found another number",
                       "write a number in that range");
        }
        if (!fields["code"].isNull() && fields["type"].isNull())
            refuse(fields, "expected an ICMP type beside an ICMP code, found none", "write the type, or take the code away");
    }

    void http()
    {
        const Node http = m_rule["http"], protocol = m_rule["protocol"];
        if (http.isNull())
            return;
        if (!protocol.isNull() && m_protocol != "TCP")
            refuse(http, "expected protocol TCP or none in a rule with http, found another one",
                   "write protocol TCP, or make a rule of its own without http");
        if (m_rule["action"].text() != "Allow" || !m_ingress)
            refuse(http, "expected http in ingress rules that allow only, found it in another one",
                   "take http away, or write what is let through as an ingress rule");
    }

    // ipVersion against protocols and blocks, and blocks against each other.
    void version()
    {
        const Node node = m_rule["ipVersion"];
        const bool four = node.text() == "4", six = node.text() == "6"; // others are refused where it is read
        for (const std::string_view key : {"protocol", "notProtocol"}) {
            const std::string protocol = calicoProtocol(m_rule[key]);
            if ((six && protocol == "ICMP") || (four && protocol == "ICMPv6"))
                refuse(node, "expected ipVersion 4 with ICMP and 6 with ICMPv6, found the other one",
                       "correct the version or the protocol");
        }
        bool any4 = false, any6 = false, beyond = false;
        for (const std::string_view end : {"source", "destination"}) {
            for (const std::string_view key : {"nets", "notNets"}) {
                for (const Node net : m_rule[end][key]) {
                    const std::optional<IpBlock> block = ipBlockOf(net.text());
                    any4 |= block && !block->written.v6;
                    any6 |= block && block->written.v6;
                    beyond |= block && block->written != block->first();
                }
            }
        }
        if ((four && any6) || (six && any4))
            otherVersion(node);
        if (any4 && any6)
            m_reader.note(
                m_rule, "mixed-families",
                "expected IPv4 or IPv6 blocks in a Calico rule, found both; Calico's API server refuses the rule, which "
                "is read as it stands: write one for each");
        if (beyond)
            m_reader.note(m_rule, "bits-beyond-prefix",
                          "expected blocks without bits beyond their prefix in a Calico rule, found some; Calico's API server "
                          "refuses the rule, which is read as if these bits were zero: write the block's first address");
    }

    // Blocks of the other version match nothing, which is plain.
    void otherVersion(Node node)
    {
        const std::string clause = "expected blocks of the rule's ipVersion, found some of the other one";
        if (!m_stored)
            refuse(node, clause, "write blocks of that version, or take ipVersion away");
        else
            m_reader.note(node, "blocks-of-other-version",
                          clause + ", which match nothing: write blocks of that version, or take ipVersion away");
    }

    void services(std::string_view end)
    {
        const Node entity = m_rule[end], services = entity["services"];
        if (services.isNull())
            return;
        const Node read = m_reader.mapping(entity, "services");
        const std::string name = m_reader.text(read, "name"), space = m_reader.text(read, "namespace");
        if (read && name.empty())
            refuse(services, "expected a Service's name in services, found none", "write the name");
        if ((end == "source") != m_ingress)
            refuse(services,
                   "expected services in the source of ingress and the destination of egress, found them at the "
                   "other end",
                   "move them, or write a selector");
        else if (m_space.empty() && space.empty())
            refuse(services, "expected the Service's namespace in a global policy, found none",
                   "write namespace beside the name");
        constexpr std::array<std::string_view, 5> others = {"selector", "notSelector", "namespaceSelector", "nets", "notNets"};
        const auto written = [&](std::string_view key) { return !entity[key].text().empty() || entity[key].size() > 0; };
        if (!entity["serviceAccounts"].isNull() || std::any_of(others.begin(), others.end(), written))
            refuse(services, "expected services alone at one end of a rule, found selectors, accounts or addresses too",
                   "make two rules of it");
        if (end == "destination" && (written("ports") || written("notPorts")))
            refuse(services, "expected services without ports, as the Service says them, found both", "take the ports away");
    }

    void spaces(Node selector)
    {
        const std::string_view text = selector.text();
        if (text.find("global(") != std::string_view::npos && text != "global()")
            m_reader.note(selector, "global-with-others",
                          "expected global() alone in a namespaceSelector, found more; Calico's API server refuses it, and it is "
                          "read as it stands: write one rule for global() and one for namespaces");
    }

    // docs.tigera.io, "DNS policy": domain names are limited to egress rules that allow.
    void domains()
    {
        const Node names = peer()["domains"];
        if (names.size() == 0 || (!m_ingress && m_rule["action"].text() == "Allow"))
            return;
        m_reader.note(names, "domains-without-effect",
                      "expected domains in egress rules that allow, found them in another one, where they have no effect; refuse "
                      "traffic by addresses, or allow the names that are meant and refuse the rest");
        narrower("domain names, which have an effect in allowing egress rules only");
    }

    PolicyReader& m_reader;
    Node m_rule;
    bool m_ingress;
    const std::string& m_space;
    std::vector<std::string>& m_narrower;
    bool m_stored;
    std::string m_protocol;
};

} // namespace

bool storedCalico(const PolicyReader& reader)
{
    return reader.context().meta().identity.group == "crd.projectcalico.org";
}

void checkCalicoRule(PolicyReader& reader, Node rule, bool ingress, const std::string& space, std::vector<std::string>& narrower)
{
    Check(reader, rule, ingress, space, narrower).run();
}

} // namespace bartizan::importers
