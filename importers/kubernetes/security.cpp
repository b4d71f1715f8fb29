// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes core/v1 SecurityContext and PodSecurityContext. Fields that a level does not have stay unwritten.
#include "importers/kubernetes/pod.h"

namespace bartizan::importers {

using document::Node;

void readSecurityContext(const Fields& fields, Node parent, SecurityContext& security)
{
    const Node node = fields.mapping(parent, "securityContext");
    if (!node)
        return;
    security.evidence = fields.evidence(node);
    security.runAsNonRoot = fields.boolean(node, "runAsNonRoot");
    security.privileged = fields.boolean(node, "privileged");
    security.allowPrivilegeEscalation = fields.boolean(node, "allowPrivilegeEscalation");
    security.readOnlyRootFilesystem = fields.boolean(node, "readOnlyRootFilesystem");
    security.windowsHostProcess = fields.boolean(fields.mapping(node, "windowsOptions"), "hostProcess");
    security.runAsUser = fields.integer(node, "runAsUser");
    security.runAsGroup = fields.integer(node, "runAsGroup");
    if (const Node capabilities = fields.mapping(node, "capabilities")) {
        security.capabilities = fields.evidence(capabilities);
        security.capabilitiesAdd = fields.stringFacts(capabilities, "add");
        security.capabilitiesDrop = fields.stringFacts(capabilities, "drop");
    }
    if (const Node seccomp = fields.mapping(node, "seccompProfile")) {
        security.seccompType = fields.string(seccomp, "type");
        security.seccompProfile = fields.string(seccomp, "localhostProfile");
    }
    if (const Node appArmor = fields.mapping(node, "appArmorProfile")) {
        security.appArmorType = fields.string(appArmor, "type");
        security.appArmorProfile = fields.string(appArmor, "localhostProfile");
    }
    if (const Node options = fields.mapping(node, "seLinuxOptions")) {
        security.seLinux.type = fields.string(options, "type");
        security.seLinux.user = fields.string(options, "user");
        security.seLinux.role = fields.string(options, "role");
        security.seLinux.level = fields.string(options, "level");
    }
    security.procMount = fields.string(node, "procMount");
}

} // namespace bartizan::importers
