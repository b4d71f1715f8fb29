// SPDX-License-Identifier: GPL-3.0-or-later
// Whom Linkerd's policies mean: MeshTLSAuthentication, NetworkAuthentication, the client of a ServerAuthorization, and the words
// of accessPolicy and of the default inbound policy (linkerd.io reference, "Authorization Policy"). Identities are
// <account>.<namespace>.serviceaccount.identity.<control plane's namespace>.<trust domain>. Addresses of pods are not known.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "model/inventory.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bartizan::connectivity {

struct LinkerdInstallation { // of a cluster: what its settings say, else the documented defaults
    bool read = false;
    std::string identityEnd = "linkerd.cluster.local";
    AddressSet networks; // clusterNetworks
    bool networksRead = false;
    std::string inbound;         // defaultInboundPolicy; "" = not read
    bool inboundDiffers = false; // between several settings
    ObjectId object;
    Evidence inboundEvidence;
};
LinkerdInstallation linkerdInstallation(const Inventory&, const std::string& cluster);

struct LinkerdCaller {
    bool identified = false; // it shows a certificate of the mesh
    std::string ns, account;
    bool inCluster = false;                // a pod of the cluster
    std::optional<AddressRange> addresses; // none: not known
};

struct LinkerdMeant { // is the caller meant?
    enum class Is { no, yes, some /* what `more` asks for too */, notKnown /* whether `more` holds */ };
    Is is = Is::no;
    std::vector<std::string> more;  // clauses: "the address is 10.0.0.0-10.0.0.255"
    std::vector<std::string> notes; // what was assumed: sentences
};
LinkerdMeant bothMean(LinkerdMeant, const LinkerdMeant&);

// "all-authenticated" and the others; none: no word that Linkerd knows. `onlyIdentified` narrows those that allow.
std::optional<LinkerdMeant> meantByWord(const std::string& word, const LinkerdCaller&, const LinkerdInstallation&,
                                        bool onlyIdentified = false);

// The clients that one object names, made ready to be asked for many callers.
class LinkerdWho {
public:
    // `ofAccount`: a ServiceAccount named by an AuthorizationPolicy itself.
    static LinkerdWho ofAccount(const ObjectRef&);
    // `inCluster`: where no networks are written those of the cluster are meant (ServerAuthorization), else all.
    static LinkerdWho of(const LinkerdClients&, bool inCluster);

    LinkerdMeant means(const LinkerdCaller&, const LinkerdInstallation&) const;
    // What is seen of a caller whose addresses are not known: those seen alike are meant alike. A pointer, for comparing alone.
    const char* seen(const LinkerdCaller&, const LinkerdInstallation&) const;
    const AddressSet& networks() const { return m_networks; }
    bool clusterOnly() const { return m_clusterOnly; }

private:
    LinkerdMeant byIdentity(const LinkerdCaller&, const LinkerdInstallation&) const;

    bool m_anyone = false, m_anyTls = false, m_clusterOnly = false, m_everywhere = true;
    std::set<std::string> m_accounts, m_spaces, m_names; // "ns/account", "ns", whole identities
    std::vector<std::string> m_endings;                  // ".shop.serviceaccount.identity.linkerd.cluster.local"
    AddressSet m_networks;
};

} // namespace bartizan::connectivity
