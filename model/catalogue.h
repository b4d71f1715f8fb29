// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that are data, not code: layers, controls, what a service needs, products and platform components.
// Read from resources/*.yaml by importers/catalogue (yaml-cpp); overridable by files; handed to resolve and analysis.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace bartizan {

struct LayerText { // resources/layers.yaml, in ring order
    std::string id, family, acts, title, shortTitle, why, howDecided;
    std::map<std::string, std::string> fixes;                 // rule id -> fix text
    std::map<std::string, std::vector<std::string>> controls; // rule id (or "*") -> control ids
};
struct RuleText {                                     // resources/rules.yaml: one finding rule
    std::string id, layer, severity, title, why, fix; // severity word critical..info
    std::vector<std::string> controls;
};
struct ControlText { // resources/controls.yaml
    std::string id;  // "owasp-k8s-2025:K01", "asvs-5.0:12.3.1", "cis-1.12:5.2.2"
    std::string edition, shortId, title;
};
struct FamilyText {
    std::string id, title;
};
struct PolicyTable { // resources/policies/default.yaml: what a service needs
    std::string name;
    std::map<std::string, std::vector<std::string>> required; // sensitivity word -> layer ids (cumulative, spelled out)
    std::map<std::string, int> families;                      // sensitivity word -> present layers in at least n families
    int scanMaxAgeDays = 30;
};
struct ProductRow {                        // resources/products.yaml: recognises a product by its image's repository and ports
    std::string product, role;             // role: store, gateway, authProxy, mesh, monitoring, agent, ...
    std::vector<std::string> repositories; // last path fragments or full normalised repositories; exact match
    std::vector<int> ports;
    std::string storeKind;            // "cache", "database", "queue", ...
    std::string gatewayController;    // "k8s.io/ingress-nginx": the class controller it implements
    bool plainByDefault = false;      // its protocol is plain text unless configured otherwise
    bool noLoginByDefault = false;    // it asks nobody for credentials unless configured
    std::vector<std::string> schemes; // "redis", "postgres": URL schemes that speak to it
    std::vector<std::string> env;     // names of settings that show it where its port agrees ("POSTGRES_PASSWORD")
    std::vector<std::string> hosts;   // host name globs of the managed service of that name ("*.rds.amazonaws.com")
};
struct ComponentRow { // resources/components.yaml: platform components; all three must match
    std::string component;
    std::vector<std::string> names, namespaces, images; // globs with * only
    std::string needs; // host access it is known to need, for people: "hostNetwork", "hostPath /var/lib/kubelet"
};
struct SensitiveWord {
    std::string word, reason; // whole word of a workload or Service name; proposes confidential
};

struct Catalogue {
    std::vector<FamilyText> families;
    std::vector<LayerText> layers;
    std::vector<RuleText> rules;
    std::vector<ControlText> controls;
    PolicyTable policy;
    std::vector<ProductRow> products;
    std::vector<ComponentRow> components;
    std::vector<std::string> platformNamespaces;
    std::vector<SensitiveWord> sensitiveWords;
    std::map<std::string, std::string> assumptions; // id -> sentence, and "<id>.settledBy" -> input that settles it
    std::vector<std::string> notExamined;

    const LayerText* layer(const std::string& id) const;
    const RuleText* rule(const std::string& id) const;
    const ControlText* control(const std::string& id) const;
};

} // namespace bartizan
