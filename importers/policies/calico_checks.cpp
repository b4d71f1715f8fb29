// SPDX-License-Identifier: GPL-3.0-or-later
// What Calico's API server refuses of a rule as a whole: ICMP, HTTP and IP version against the protocol, Services against
// everything else (validation rules of projectcalico.org/v3 Rule and EntityRule; libcalico-go validates the same). Blocks of
// both families in one rule and blocks with bits beyond their prefix only give a note: their meaning is plain, and objects
// that were written past that server (crd.projectcalico.org) have them.
#include "importers/policies/calico_rule.h"

#include "importers/gateways/facts.h"
#include "model/ip_block.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bartizan::importers {

using document::Node;

namespace {

bool isProtocol(Node node, std::string_view lowerCase, std::string_view number)
{
    return node.isScalar() && !node.isNull() && (lowered(node.text()) == lowerCase || node.text() == number);
}
bool isIcmp(Node node)
{
    return isProtocol(node, "icmp", "1");
}
bool isIcmp6(Node node)
{
    return isProtocol(node, "icmpv6", "58");
}

class Check {
public:
    Check(PolicyReader& reader, Node rule, bool ingress, const std::string& space)
        : m_reader(reader), m_rule(rule), m_ingress(ingress), m_space(space)
    {
    }

    bool run() // true: domain names have no effect
    {
        icmp("icmp");
        icmp("notICMP");
        if (const Node icmp = m_rule["icmp"]; !icmp.isNull() && !isIcmp(m_rule["protocol"]) && !isIcmp6(m_rule["protocol"]))
            m_reader.refuse(icmp, "expected protocol ICMP or ICMPv6 in a rule with icmp, found another one or none");
        http();
        version();
        for (const std::string_view end : {"source", "destination"}) {
            services(end);
            spaces(m_rule[end]["namespaceSelector"]);
        }
        return domains();
    }

private:
    Node peer() const { return m_rule[m_ingress ? "source" : "destination"]; }

    void icmp(std::string_view key)
    {
        const Node fields = m_rule[key];
        for (const auto& [field, most] :
             {std::pair<std::string_view, int>("type", 254), std::pair<std::string_view, int>("code", 255)}) {
            const auto value = fields.isMapping() ? m_reader.integer(fields, field) : std::nullopt;
            if (value && (*value < 0 || *value > most))
                m_reader.refuse(fields[field],
                                "expected an ICMP type from 0 to 254 and a code from 0 to 255, found another number");
        }
        if (!fields["code"].isNull() && fields["type"].isNull())
            m_reader.refuse(fields, "expected an ICMP type beside an ICMP code, found none");
    }

    void http()
    {
        const Node http = m_rule["http"], protocol = m_rule["protocol"];
        if (http.isNull())
            return;
        if (!protocol.isNull() && !isProtocol(protocol, "tcp", "6"))
            m_reader.refuse(http, "expected protocol TCP or none in a rule with http, found another one");
        if (m_rule["action"].text() != "Allow" || !m_ingress)
            m_reader.refuse(http, "expected http in ingress rules that allow only, found it in another one");
    }

    // ipVersion against protocols and blocks, and blocks against each other.
    void version()
    {
        const Node node = m_rule["ipVersion"];
        const bool four = node.text() == "4", six = node.text() == "6"; // others are refused where it is read
        for (const std::string_view key : {"protocol", "notProtocol"}) {
            if ((six && isIcmp(m_rule[key])) || (four && isIcmp6(m_rule[key])))
                m_reader.refuse(node, "expected ipVersion 4 with ICMP and 6 with ICMPv6, found the other one");
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
            m_reader.refuse(node, "expected blocks of the rule's ipVersion, found some of the other one");
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

    void services(std::string_view end)
    {
        const Node entity = m_rule[end], services = entity["services"];
        if (services.isNull())
            return;
        const Node read = m_reader.mapping(entity, "services");
        const std::string name = m_reader.text(read, "name"), space = m_reader.text(read, "namespace");
        if (read && name.empty())
            m_reader.refuse(services, "expected a Service's name in services, found none");
        if ((end == "source") != m_ingress)
            m_reader.refuse(services,
                            "expected services in the source of ingress and the destination of egress, found them at the "
                            "other end");
        else if (m_space.empty() && space.empty())
            m_reader.refuse(services, "expected the Service's namespace in a global policy, found none");
        constexpr std::array<std::string_view, 5> others = {"selector", "notSelector", "namespaceSelector", "nets", "notNets"};
        const auto written = [&](std::string_view key) { return !entity[key].text().empty() || entity[key].size() > 0; };
        if (!entity["serviceAccounts"].isNull() || std::any_of(others.begin(), others.end(), written))
            m_reader.refuse(services, "expected services alone at one end of a rule, found selectors, accounts or addresses too");
        if (end == "destination" && (written("ports") || written("notPorts")))
            m_reader.refuse(services, "expected services without ports, as the Service says them, found both");
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
    bool domains()
    {
        const Node names = peer()["domains"];
        if (names.size() == 0 || (!m_ingress && m_rule["action"].text() == "Allow"))
            return false;
        m_reader.note(names, "domains-without-effect",
                      "expected domains in egress rules that allow, found them in another one, where they have no effect; refuse "
                      "traffic by addresses, or allow the names that are meant and refuse the rest");
        return true;
    }

    PolicyReader& m_reader;
    Node m_rule;
    bool m_ingress;
    const std::string& m_space;
};

} // namespace

bool checkCalicoRule(PolicyReader& reader, Node rule, bool ingress, const std::string& space)
{
    return Check(reader, rule, ingress, space).run();
}

} // namespace bartizan::importers
