// SPDX-License-Identifier: GPL-3.0-or-later
// EnvoyFilter and WasmPlugin: free-form changes of a proxy's configuration. The filters they name tell which question
// they may answer, not whether they answer it: everything found here is "unknown".
#include "importers/gateways/facts.h"
#include "importers/meshes/istio.h"

#include <array>

namespace bartizan::importers {
namespace {

struct Row {
    std::string_view filter;
    ProtectionKind kind;
    std::string_view method;
};
constexpr std::array rows = {
    Row{"envoy.filters.http.ratelimit", ProtectionKind::abuse, "rate"},
    Row{"envoy.filters.http.local_ratelimit", ProtectionKind::abuse, "rate"},
    Row{"envoy.filters.http.ext_authz", ProtectionKind::authentication, "external"},
    Row{"envoy.filters.http.jwt_authn", ProtectionKind::authentication, "jwt"},
    Row{"envoy.filters.http.oauth2", ProtectionKind::authentication, "oidc"},
    Row{"envoy.filters.http.basic_auth", ProtectionKind::authentication, "basic"},
    Row{"envoy.filters.http.api_key_auth", ProtectionKind::authentication, "api-key"},
    Row{"envoy.filters.http.rbac", ProtectionKind::authorization, "rules"},
    Row{"envoy.filters.http.lua", ProtectionKind::authentication, "raw"},
    Row{"envoy.filters.http.wasm", ProtectionKind::authentication, "extension"},
};

void attach(const ObjectContext& context, const Row& row, const Selector& pods, Node cited)
{
    AttachedProtection attached;
    attached.object = context.object;
    attached.targetPods = pods;
    attached.targetNs = namespaceOf(context);
    attached.protection.kind = row.kind;
    attached.protection.method = std::string(row.method);
    attached.protection.enforcement = Enforcement::unknown;
    attached.protection.id = "istio.extension." + attached.protection.method;
    attached.protection.detail = "The proxy's configuration is extended; what the extension does is not interpreted.";
    attached.protection.evidence = cited.evidence(context.object);
    context.out.attachedProtections.push_back(std::move(attached));
}

} // namespace

void importEnvoyFilter(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    const Selector pods = labelMap(context, spec["workloadSelector"]["labels"]);
    for (const Node patch : items(context, spec["configPatches"])) {
        if (patch["patch"]["operation"].text() == "REMOVE")
            continue;
        const Node name = patch["patch"]["value"]["name"];
        for (const Row& row : rows) {
            if (name.text() == row.filter)
                attach(context, row, pods, name);
        }
    }
}

void importWasmPlugin(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    const Node phase = spec["phase"];
    const bool authorizes = phase.text() == "AUTHZ";
    attach(context,
           {"", authorizes ? ProtectionKind::authorization : ProtectionKind::authentication, authorizes ? "rules" : "extension"},
           labelMap(context, spec["selector"]["matchLabels"]), phase ? phase : spec["url"]);
}

} // namespace bartizan::importers
