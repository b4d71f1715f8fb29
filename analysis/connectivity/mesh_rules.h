// SPDX-License-Identifier: GPL-3.0-or-later
// What one rule of an Istio AuthorizationPolicy means for one caller: on which ports, and for which HTTP requests.
// istio.io reference: AuthorizationPolicy (Rule, Source, Operation), "Authorization Policy Conditions", "Trust Domain
// Migration", "Use Layer 4 security policy". What belongs to the rule alone is worked out once.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "analysis/connectivity/mesh_requests.h"
#include "analysis/connectivity/mesh_settings.h"
#include "analysis/connectivity/ports.h"
#include "model/inventory.h"

#include <optional>
#include <string>
#include <vector>

namespace bartizan::connectivity {

enum class MeshSight { // of the proxy that applies the rule
    http,              // a port of HTTP
    plain,             // a port of plain TCP
    ztunnel,           // an ambient pod: its proxy reads no HTTP
};

struct MeshCaller {
    bool identified = false; // it shows a certificate of the mesh
    std::string ns, account;
    const MeshTrusts* trusts = nullptr;    // of its mesh; null, or none: not read, and the default is taken
    std::optional<AddressRange> addresses; // none: not known
};

struct MeshClause { // means the caller
    PortSet ports;  // of TCP
    MeshRequests requests;
    const char* doubt = nullptr; // why it may not mean the caller after all: a sentence; null: it does
};

class MeshRule {
public:
    MeshRule(const MeshAccessRule&, const std::string& ns /* of the policy */, bool allows); // refers to the first

    std::vector<MeshClause> clauses(const MeshCaller&, MeshSight) const; // any of these; none: it does not mean the caller
    // What a rule sees of a caller whose addresses are not known: those it sees alike have the same clauses.
    // By source and condition; pointers, for comparing alone.
    void addSeen(const MeshCaller&, MeshSight, std::vector<const void*>& into) const;
    const Evidence& evidence() const { return m_written.evidence; }
    void addBlocks(std::vector<AddressSet>& into) const; // that the rule names

private:
    using Strings = std::vector<std::string>;
    struct Lists { // of the rule as written; null: nothing is asked
        const Strings *is = nullptr, *isNot = nullptr;
        bool empty() const { return (!is || is->empty()) && (!isNot || isNot->empty()); }
    };
    enum class Pods { no, yes, notKnown }; // do pods have such addresses?
    struct Source {
        Lists principals, namespaces, domains, remote, token;
        Strings accounts, notAccounts; // "namespace/name"
        bool asksAddresses = false;
        AddressSet addresses; // that are meant
        Pods pods = Pods::yes;
        void ask(const Strings& is, const Strings& isNot); // addresses
        bool onlyBeyondTcp() const;                        // asks for nothing that a ztunnel knows
    };
    struct Operation {
        PortSet ports;
        bool asksPorts = false, http = false;
        MeshRequests requests;
        bool possible = true; // some HTTP request fulfils it
    };
    struct Condition {
        std::string key;
        Lists values;
        std::optional<Source> source; // it is about the caller
        bool http = false, beyondTcp = false;
    };
    struct Who {
        bool matches = true;
        const char* doubt = nullptr;
        Strings more; // clauses that hold too
    };

    static Who both(Who, const Who&);
    static Who whoOf(const Source&, const MeshCaller&, MeshSight);
    static Who whoOf(const Condition&, const MeshCaller&, MeshSight);
    std::vector<Who> anySource(const MeshCaller&, MeshSight) const;

    const MeshAccessRule& m_written;
    bool m_allows = false;
    std::vector<Source> m_sources;
    std::vector<Operation> m_operations; // at least one
    std::vector<Condition> m_conditions;
    bool m_http = false;      // asks for something that only HTTP has
    bool m_beyondTcp = false; // or for something else that a ztunnel does not know
};

PortSet tcpPorts(); // all of them

} // namespace bartizan::connectivity
