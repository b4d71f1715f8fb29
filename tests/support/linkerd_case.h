// SPDX-License-Identifier: GPL-3.0-or-later
// A MeshCase with Linkerd: pods shop/web, bank/web and shop/cart with its proxy, bank/plain without, and the policies of
// namespace shop for port 80 of shop/cart.
#pragma once

#include "tests/support/mesh_case.h"

#include <string>
#include <vector>

namespace bartizan::test::linkerd {

inline const std::string proxy = ", {name: linkerd-proxy, image: \"p:1\"}";

inline std::string pod(const std::string& ns, const std::string& app, const std::string& more = proxy,
                       const std::string& annotations = "")
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + app + ", namespace: " + ns + ", labels: {app: " + app +
           "}, annotations: {" + annotations + "}}\nspec: {serviceAccountName: " + app +
           ", containers: [{name: main, image: \"i:1\", ports: [{name: http, containerPort: 80}]}" + more + "]}\n";
}
inline std::string space(const std::string& name, const std::string& annotations = "")
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + ", annotations: {" + annotations + "}}\n";
}
inline std::string annotation(const std::string& name, const std::string& value)
{
    return "config.linkerd.io/" + name + ": \"" + value + "\"";
}
inline std::string service(const std::string& port)
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n"
           "spec: {selector: {app: cart}, ports: [{port: " +
           port + ", targetPort: 80}]}\n";
}

inline const std::string others = pod("shop", "web") + pod("bank", "web") + pod("bank", "plain", "");
inline const std::string world = others + pod("shop", "cart") + space("shop") + space("bank");

inline Selector byLabel(const std::string& key, const std::string& value)
{
    Selector selector;
    selector.present = true;
    selector.requirements.push_back({key, SelectorRequirement::Op::in, {value}});
    return selector;
}

class Case : public MeshCase { // Servers and policies are those of namespace shop
public:
    explicit Case(const std::string& text = world) : MeshCase(text) {}

    // As the importer makes it: an accessPolicy that is not written is "deny" all the same.
    LinkerdServer& server(const std::string& access = "", const std::string& protocol = "", const std::string& name = "cart",
                          const std::string& created = "")
    {
        LinkerdServer made;
        made.object = object("Server", "shop", name, created);
        made.ns = "shop";
        made.pods = byLabel("app", "cart");
        made.port = 80;
        made.protocol = protocol;
        made.accessPolicy.value = access.empty() ? "deny" : access;
        inventory().linkerdServers.push_back(std::move(made));
        return inventory().linkerdServers.back();
    }
    Case& policy(const std::string& name, const std::vector<ObjectRef>& required, const std::string& kind = "Server",
                 const std::string& target = "cart", const std::string& ns = "shop")
    {
        LinkerdAuthorization made;
        made.object = object("AuthorizationPolicy", ns, name);
        made.ns = ns;
        const bool space = kind == "Namespace";
        made.target = {space ? "" : "policy.linkerd.io", kind, space ? "" : ns, target, {}};
        made.required = required;
        inventory().linkerdAuthorizations.push_back(std::move(made));
        return *this;
    }
    ObjectRef tls(const std::vector<std::string>& identities, const std::vector<ObjectRef>& accounts = {})
    {
        LinkerdClients made;
        made.identities = identities;
        made.accounts = accounts;
        return add("MeshTLSAuthentication", std::move(made));
    }
    ObjectRef network(const std::string& cidr, const std::vector<std::string>& except = {})
    {
        LinkerdClients made;
        made.networks = {{cidr, except}};
        made.networksOnly = true;
        return add("NetworkAuthentication", std::move(made));
    }
    Case& clients(const LinkerdClients& client) // ServerAuthorization for Servers with tier=front
    {
        LinkerdAuthorization made;
        made.object = object("ServerAuthorization", "shop", "sa");
        made.ns = "shop";
        made.servers = byLabel("tier", "front");
        made.clients = {client};
        inventory().linkerdAuthorizations.push_back(std::move(made));
        return *this;
    }
    RouteRecord& route(const std::string& name, const std::string& pathType, const std::string& path,
                       const std::string& kind = "HTTPRoute", const std::string& created = "")
    {
        RouteRecord made;
        made.id = "linkerd:shop/" + name + "#0.0";
        made.dialect = "linkerd";
        made.object = object(kind, "shop", name, created);
        made.pathType = pathType;
        made.path = path;
        ParentRef parent;
        parent.kind = "Server";
        parent.gateway = "linkerd:shop/cart";
        made.parents = {parent};
        inventory().routes.push_back(std::move(made));
        return inventory().routes.back();
    }
    MeshSettings& settings()
    {
        MeshSettings made;
        made.object = object("ConfigMap", "linkerd", "linkerd-config-" + std::to_string(inventory().objects.size()), "", "");
        made.mesh = "linkerd";
        made.ns = "linkerd";
        inventory().meshSettings.push_back(std::move(made));
        return inventory().meshSettings.back();
    }

    // A pod with the proxy, one of another namespace, one without the proxy, addresses outside: port 80 of shop/cart.
    std::string four()
    {
        return say("shop/web", "shop/cart") + " " + say("bank/web", "shop/cart") + " " + say("bank/plain", "shop/cart") + " " +
               say("10.0.0.0/8", "shop/cart");
    }

private:
    ObjectRef add(const std::string& kind, LinkerdClients made)
    {
        const std::string name = "a" + std::to_string(inventory().objects.size());
        made.object = object(kind, "shop", name);
        made.ns = "shop";
        inventory().linkerdClients.push_back(std::move(made));
        return {"policy.linkerd.io", kind, "shop", name, {}};
    }
};

inline const ObjectRef account{"", "ServiceAccount", "shop", "web", {}};

} // namespace bartizan::test::linkerd
