// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/registry.h"

#include "importers/gateways/gateway_api.h"
#include "importers/gateways/ingress.h"
#include "importers/gateways/openshift_route.h"
#include "importers/kubernetes/kinds.h"
#include "importers/meshes/istio.h"
#include "importers/meshes/linkerd.h"
#include "importers/meshes/mesh_settings.h"
#include "importers/policies/policies.h"
#include "importers/scanners/grype.h"
#include "importers/scanners/trivy.h"
#include "importers/scanners/trivy_operator.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace bartizan::importers {

namespace {

constexpr bool clusterScoped = false, namespaced = true;

// One row a line: group, kind, importer (null: only the Object itself), scope, title.
constexpr KindRow kinds[] = {
    // Workloads
    {"apps", "Deployment", importWorkload, namespaced, "Deployment"},
    {"extensions", "Deployment", importWorkload, namespaced, "Deployment (extensions/v1beta1)"},
    {"apps", "StatefulSet", importWorkload, namespaced, "StatefulSet"},
    {"apps", "DaemonSet", importWorkload, namespaced, "DaemonSet"},
    {"extensions", "DaemonSet", importWorkload, namespaced, "DaemonSet (extensions/v1beta1)"},
    {"apps", "ReplicaSet", importWorkload, namespaced, "ReplicaSet"},
    {"extensions", "ReplicaSet", importWorkload, namespaced, "ReplicaSet (extensions/v1beta1)"},
    {"", "ReplicationController", importWorkload, namespaced, "ReplicationController"},
    {"batch", "Job", importWorkload, namespaced, "Job"},
    {"batch", "CronJob", importWorkload, namespaced, "CronJob"},
    {"batch", "ScheduledJob", importWorkload, namespaced, "ScheduledJob (batch/v2alpha1)"},
    {"", "Pod", importPod, namespaced, "Pod"},
    {"", "PodTemplate", importWorkload, namespaced, "PodTemplate"},
    {"argoproj.io", "Rollout", importWorkload, namespaced, "Rollout (Argo)"},
    {"serving.knative.dev", "Service", importWorkload, namespaced, "Service (Knative)"},
    {"apps.openshift.io", "DeploymentConfig", importWorkload, namespaced, "DeploymentConfig (OpenShift)"},
    // Network and configuration
    {"", "Service", importService, namespaced, "Service"},
    {"", "Endpoints", importEndpoints, namespaced, "Endpoints"},
    {"discovery.k8s.io", "EndpointSlice", importEndpointSlice, namespaced, "EndpointSlice"},
    {"networking.k8s.io", "NetworkPolicy", importNetworkPolicy, namespaced, "NetworkPolicy"},
    {"extensions", "NetworkPolicy", importNetworkPolicy, namespaced, "NetworkPolicy (extensions/v1beta1)"},
    // Network policies of other dialects, and networks
    {"policy.networking.k8s.io", "AdminNetworkPolicy", importAdminPolicy, clusterScoped, "AdminNetworkPolicy"},
    {"policy.networking.k8s.io", "BaselineAdminNetworkPolicy", importAdminPolicy, clusterScoped, "BaselineAdminNetworkPolicy"},
    {"policy.networking.k8s.io", "ClusterNetworkPolicy", importClusterPolicy, clusterScoped, "ClusterNetworkPolicy"},
    {"policy.networking.x-k8s.io", "ClusterNetworkPolicy", importClusterPolicy, clusterScoped,
     "ClusterNetworkPolicy (experimental)"},
    {"projectcalico.org", "NetworkPolicy", importCalicoPolicy, namespaced, "NetworkPolicy (Calico)"},
    {"projectcalico.org", "GlobalNetworkPolicy", importCalicoPolicy, clusterScoped, "GlobalNetworkPolicy (Calico)"},
    {"projectcalico.org", "StagedNetworkPolicy", importCalicoPolicy, namespaced, "StagedNetworkPolicy (Calico)"},
    {"projectcalico.org", "StagedGlobalNetworkPolicy", importCalicoPolicy, clusterScoped, "StagedGlobalNetworkPolicy (Calico)"},
    {"projectcalico.org", "StagedKubernetesNetworkPolicy", importCalicoPolicy, namespaced,
     "StagedKubernetesNetworkPolicy (Calico)"},
    {"projectcalico.org", "Tier", importCalicoTier, clusterScoped, "Tier (Calico)"},
    {"projectcalico.org", "NetworkSet", importCalicoSet, namespaced, "NetworkSet (Calico)"},
    {"projectcalico.org", "GlobalNetworkSet", importCalicoSet, clusterScoped, "GlobalNetworkSet (Calico)"},
    {"crd.projectcalico.org", "NetworkPolicy", importCalicoPolicy, namespaced, "NetworkPolicy (Calico, as stored)"},
    {"crd.projectcalico.org", "GlobalNetworkPolicy", importCalicoPolicy, clusterScoped,
     "GlobalNetworkPolicy (Calico, as stored)"},
    {"crd.projectcalico.org", "StagedNetworkPolicy", importCalicoPolicy, namespaced, "StagedNetworkPolicy (Calico, as stored)"},
    {"crd.projectcalico.org", "StagedGlobalNetworkPolicy", importCalicoPolicy, clusterScoped,
     "StagedGlobalNetworkPolicy (Calico, as stored)"},
    {"crd.projectcalico.org", "StagedKubernetesNetworkPolicy", importCalicoPolicy, namespaced,
     "StagedKubernetesNetworkPolicy (Calico, as stored)"},
    {"crd.projectcalico.org", "Tier", importCalicoTier, clusterScoped, "Tier (Calico, as stored)"},
    {"crd.projectcalico.org", "NetworkSet", importCalicoSet, namespaced, "NetworkSet (Calico, as stored)"},
    {"crd.projectcalico.org", "GlobalNetworkSet", importCalicoSet, clusterScoped, "GlobalNetworkSet (Calico, as stored)"},
    {"cilium.io", "CiliumNetworkPolicy", importCiliumPolicy, namespaced, "CiliumNetworkPolicy"},
    {"cilium.io", "CiliumClusterwideNetworkPolicy", importCiliumPolicy, clusterScoped, "CiliumClusterwideNetworkPolicy"},
    {"cilium.io", "CiliumCIDRGroup", importCiliumGroup, clusterScoped, "CiliumCIDRGroup"},
    {"k8s.cni.cncf.io", "MultiNetworkPolicy", importMultiNetworkPolicy, namespaced, "MultiNetworkPolicy"},
    {"k8s.cni.cncf.io", "NetworkAttachmentDefinition", importNetworkAttachment, namespaced, "NetworkAttachmentDefinition"},
    {"k8s.ovn.org", "UserDefinedNetwork", importUserDefinedNetwork, namespaced, "UserDefinedNetwork (OVN-Kubernetes)"},
    {"k8s.ovn.org", "ClusterUserDefinedNetwork", importUserDefinedNetwork, clusterScoped,
     "ClusterUserDefinedNetwork (OVN-Kubernetes)"},
    {"kubevirt.io", "VirtualMachine", importWorkload, namespaced, "VirtualMachine (KubeVirt)"},
    {"kubevirt.io", "VirtualMachineInstance", importWorkload, namespaced, "VirtualMachineInstance (KubeVirt)"},
    {"", "ConfigMap", importConfigMap, namespaced, "ConfigMap (keys, addresses and value classes)"},
    {"", "Secret", importSecret, namespaced, "Secret (names and keys only)"},
    {"", "ServiceAccount", importServiceAccount, namespaced, "ServiceAccount"},
    // Access control
    {"rbac.authorization.k8s.io", "Role", importRole, namespaced, "Role"},
    {"rbac.authorization.k8s.io", "ClusterRole", importRole, clusterScoped, "ClusterRole"},
    {"rbac.authorization.k8s.io", "RoleBinding", importBinding, namespaced, "RoleBinding"},
    {"rbac.authorization.k8s.io", "ClusterRoleBinding", importBinding, clusterScoped, "ClusterRoleBinding"},
    {"authorization.openshift.io", "Role", importRole, namespaced, "Role (OpenShift)"},
    {"authorization.openshift.io", "ClusterRole", importRole, clusterScoped, "ClusterRole (OpenShift)"},
    {"authorization.openshift.io", "RoleBinding", importBinding, namespaced, "RoleBinding (OpenShift)"},
    {"authorization.openshift.io", "ClusterRoleBinding", importBinding, clusterScoped, "ClusterRoleBinding (OpenShift)"},
    // Availability and the cluster
    {"policy", "PodDisruptionBudget", importDisruptionBudget, namespaced, "PodDisruptionBudget"},
    {"autoscaling", "HorizontalPodAutoscaler", importAutoscaler, namespaced, "HorizontalPodAutoscaler"},
    {"extensions", "HorizontalPodAutoscaler", importAutoscaler, namespaced, "HorizontalPodAutoscaler (extensions/v1beta1)"},
    {"", "Namespace", nullptr, clusterScoped, "Namespace"},
    {"", "Node", importNode, clusterScoped, "Node"},
    // Ways in
    {"networking.k8s.io", "Ingress", importIngress, namespaced, "Ingress, with annotations of ingress-nginx"},
    {"extensions", "Ingress", importIngress, namespaced, "Ingress (extensions/v1beta1)"},
    {"networking.k8s.io", "IngressClass", importIngressClass, clusterScoped, "IngressClass"},
    {"gateway.networking.k8s.io", "GatewayClass", importGatewayClass, clusterScoped, "GatewayClass (Gateway API)"},
    {"gateway.networking.k8s.io", "Gateway", importApiGateway, namespaced, "Gateway (Gateway API)"},
    {"gateway.networking.k8s.io", "ListenerSet", importListenerSet, namespaced, "ListenerSet (Gateway API)"},
    {"gateway.networking.x-k8s.io", "XListenerSet", importListenerSet, namespaced, "XListenerSet (Gateway API, experimental)"},
    {"gateway.networking.k8s.io", "HTTPRoute", importHttpRoute, namespaced, "HTTPRoute (Gateway API)"},
    {"gateway.networking.k8s.io", "GRPCRoute", importGrpcRoute, namespaced, "GRPCRoute (Gateway API)"},
    {"gateway.networking.k8s.io", "TLSRoute", importTlsRoute, namespaced, "TLSRoute (Gateway API)"},
    {"gateway.networking.k8s.io", "TCPRoute", importPlainRoute, namespaced, "TCPRoute (Gateway API)"},
    {"gateway.networking.k8s.io", "UDPRoute", importPlainRoute, namespaced, "UDPRoute (Gateway API)"},
    {"gateway.networking.k8s.io", "ReferenceGrant", importReferenceGrant, namespaced, "ReferenceGrant (Gateway API)"},
    {"gateway.networking.k8s.io", "BackendTLSPolicy", importBackendTlsPolicy, namespaced, "BackendTLSPolicy (Gateway API)"},
    {"gateway.envoyproxy.io", "SecurityPolicy", importSecurityPolicy, namespaced, "SecurityPolicy (Envoy Gateway)"},
    {"gateway.envoyproxy.io", "ClientTrafficPolicy", importClientTrafficPolicy, namespaced,
     "ClientTrafficPolicy (Envoy Gateway)"},
    {"gateway.envoyproxy.io", "BackendTrafficPolicy", importBackendTrafficPolicy, namespaced,
     "BackendTrafficPolicy (Envoy Gateway)"},
    {"gateway.envoyproxy.io", "EnvoyExtensionPolicy", importOtherGatewayPolicy, namespaced, "EnvoyExtensionPolicy (presence)"},
    {"gateway.kgateway.dev", "TrafficPolicy", importOtherGatewayPolicy, namespaced, "TrafficPolicy of kgateway (presence)"},
    {"kuadrant.io", "AuthPolicy", importAuthPolicy, namespaced, "AuthPolicy (Kuadrant)"},
    {"kuadrant.io", "RateLimitPolicy", importOtherGatewayPolicy, namespaced, "RateLimitPolicy of Kuadrant (presence)"},
    {"kuadrant.io", "TokenRateLimitPolicy", importOtherGatewayPolicy, namespaced, "TokenRateLimitPolicy of Kuadrant (presence)"},
    {"gateway.nginx.org", "AuthenticationFilter", importAuthenticationFilter, namespaced,
     "AuthenticationFilter (NGINX Gateway Fabric)"},
    {"gateway.nginx.org", "RateLimitPolicy", importOtherGatewayPolicy, namespaced,
     "RateLimitPolicy of NGINX Gateway Fabric (presence)"},
    {"gateway.nginx.org", "SnippetsPolicy", importOtherGatewayPolicy, namespaced, "SnippetsPolicy (presence)"},
    {"gateway.nginx.org", "WAFPolicy", importOtherGatewayPolicy, namespaced, "WAFPolicy (presence)"},
    {"networking.gke.io", "GCPBackendPolicy", importOtherGatewayPolicy, namespaced, "GCPBackendPolicy (presence)"},
    {"consul.hashicorp.com", "GatewayPolicy", importOtherGatewayPolicy, namespaced, "GatewayPolicy of Consul (presence)"},
    {"alb.networking.azure.io", "WebApplicationFirewallPolicy", importOtherGatewayPolicy, namespaced,
     "WebApplicationFirewallPolicy (presence)"},
    {"alb.networking.azure.io", "FrontendTLSPolicy", importOtherGatewayPolicy, namespaced, "FrontendTLSPolicy (presence)"},
    {"apisix.apache.org", "HTTPRoutePolicy", importOtherGatewayPolicy, namespaced, "HTTPRoutePolicy of APISIX (presence)"},
    {"policy.linkerd.io", "HTTPLocalRateLimitPolicy", importOtherGatewayPolicy, namespaced,
     "HTTPLocalRateLimitPolicy (presence)"},
    {"route.openshift.io", "Route", importOpenShiftRoute, namespaced, "Route (OpenShift)"},
    // Meshes
    {"networking.istio.io", "Gateway", importIstioGateway, namespaced, "Gateway (Istio)"},
    {"networking.istio.io", "VirtualService", importVirtualService, namespaced, "VirtualService (Istio)"},
    {"networking.istio.io", "DestinationRule", importDestinationRule, namespaced, "DestinationRule (Istio)"},
    {"networking.istio.io", "ServiceEntry", importServiceEntry, namespaced, "ServiceEntry (Istio)"},
    {"networking.istio.io", "Sidecar", importSidecar, namespaced, "Sidecar (Istio, egress)"},
    {"networking.istio.io", "WorkloadEntry", nullptr, namespaced, ""},
    {"networking.istio.io", "EnvoyFilter", importEnvoyFilter, namespaced, "EnvoyFilter (presence of filters)"},
    {"extensions.istio.io", "WasmPlugin", importWasmPlugin, namespaced, "WasmPlugin (presence)"},
    {"security.istio.io", "PeerAuthentication", importPeerAuthentication, namespaced, "PeerAuthentication (Istio)"},
    {"security.istio.io", "RequestAuthentication", importRequestAuthentication, namespaced, "RequestAuthentication (Istio)"},
    {"security.istio.io", "AuthorizationPolicy", importAuthorizationPolicy, namespaced, "AuthorizationPolicy (Istio)"},
    {"install.istio.io", "IstioOperator", importIstioOperator, namespaced, "IstioOperator (mesh settings)"},
    {"policy.linkerd.io", "Server", importLinkerdServer, namespaced, "Server (Linkerd)"},
    {"policy.linkerd.io", "MeshTLSAuthentication", importMeshTlsAuthentication, namespaced, "MeshTLSAuthentication (Linkerd)"},
    {"policy.linkerd.io", "NetworkAuthentication", importNetworkAuthentication, namespaced, "NetworkAuthentication (Linkerd)"},
    {"policy.linkerd.io", "AuthorizationPolicy", importLinkerdAuthorizationPolicy, namespaced, "AuthorizationPolicy (Linkerd)"},
    {"policy.linkerd.io", "ServerAuthorization", importServerAuthorization, namespaced, "ServerAuthorization (Linkerd)"},
    {"policy.linkerd.io", "HTTPRoute", importHttpRoute, namespaced, "HTTPRoute (Linkerd)"},
    // Policies of other engines: a problem says that they decide nothing
    {"crd.antrea.io", "ClusterNetworkPolicy", importUnreadPolicy, clusterScoped, "ClusterNetworkPolicy of Antrea (presence)"},
    {"crd.antrea.io", "NetworkPolicy", importUnreadPolicy, namespaced, "NetworkPolicy of Antrea (presence)"},
    {"kuma.io", "MeshTrafficPermission", importUnreadPolicy, namespaced, "MeshTrafficPermission of Kuma (presence)"},
    {"kuma.io", "TrafficPermission", importUnreadPolicy, clusterScoped, "TrafficPermission of Kuma (presence)"},
    {"consul.hashicorp.com", "ServiceIntentions", importUnreadPolicy, namespaced, "ServiceIntentions of Consul (presence)"},
    {"k8s.ovn.org", "EgressFirewall", importUnreadPolicy, namespaced, "EgressFirewall of OVN-Kubernetes (presence)"},
    {"network.openshift.io", "EgressNetworkPolicy", importUnreadPolicy, namespaced,
     "EgressNetworkPolicy of OpenShift (presence)"},
    {"networking.gke.io", "FQDNNetworkPolicy", importUnreadPolicy, namespaced, "FQDNNetworkPolicy of GKE (presence)"},
    // Known by name; only identity, labels and annotations are read
    {"", "PersistentVolume", nullptr, clusterScoped, ""},
    {"", "ComponentStatus", nullptr, clusterScoped, ""},
    {"", "PersistentVolumeClaim", nullptr, namespaced, ""},
    {"", "LimitRange", nullptr, namespaced, ""},
    {"", "ResourceQuota", nullptr, namespaced, ""},
    {"", "Event", nullptr, namespaced, ""},
    {"events.k8s.io", "Event", nullptr, namespaced, ""},
    {"coordination.k8s.io", "Lease", nullptr, namespaced, ""},
    {"apps", "ControllerRevision", nullptr, namespaced, ""},
    {"admissionregistration.k8s.io", "ValidatingWebhookConfiguration", nullptr, clusterScoped, ""},
    {"admissionregistration.k8s.io", "MutatingWebhookConfiguration", nullptr, clusterScoped, ""},
    {"admissionregistration.k8s.io", "ValidatingAdmissionPolicy", nullptr, clusterScoped, ""},
    {"admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", nullptr, clusterScoped, ""},
    {"admissionregistration.k8s.io", "MutatingAdmissionPolicy", nullptr, clusterScoped, ""},
    {"admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding", nullptr, clusterScoped, ""},
    {"apiextensions.k8s.io", "CustomResourceDefinition", nullptr, clusterScoped, ""},
    {"apiregistration.k8s.io", "APIService", nullptr, clusterScoped, ""},
    {"certificates.k8s.io", "CertificateSigningRequest", nullptr, clusterScoped, ""},
    {"certificates.k8s.io", "ClusterTrustBundle", nullptr, clusterScoped, ""},
    {"flowcontrol.apiserver.k8s.io", "FlowSchema", nullptr, clusterScoped, ""},
    {"flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration", nullptr, clusterScoped, ""},
    {"internal.apiserver.k8s.io", "StorageVersion", nullptr, clusterScoped, ""},
    {"networking.k8s.io", "IPAddress", nullptr, clusterScoped, ""},
    {"networking.k8s.io", "ServiceCIDR", nullptr, clusterScoped, ""},
    {"node.k8s.io", "RuntimeClass", nullptr, clusterScoped, ""},
    {"policy", "PodSecurityPolicy", nullptr, clusterScoped, ""},
    {"extensions", "PodSecurityPolicy", nullptr, clusterScoped, ""},
    {"resource.k8s.io", "DeviceClass", nullptr, clusterScoped, ""},
    {"resource.k8s.io", "ResourceSlice", nullptr, clusterScoped, ""},
    {"scheduling.k8s.io", "PriorityClass", nullptr, clusterScoped, ""},
    {"storage.k8s.io", "StorageClass", nullptr, clusterScoped, ""},
    {"storage.k8s.io", "CSIDriver", nullptr, clusterScoped, ""},
    {"storage.k8s.io", "CSINode", nullptr, clusterScoped, ""},
    {"storage.k8s.io", "VolumeAttachment", nullptr, clusterScoped, ""},
    {"storage.k8s.io", "VolumeAttributesClass", nullptr, clusterScoped, ""},
    {"snapshot.storage.k8s.io", "VolumeSnapshotClass", nullptr, clusterScoped, ""},
    {"snapshot.storage.k8s.io", "VolumeSnapshotContent", nullptr, clusterScoped, ""},
    // Other projects' kinds whose scope their name does not tell
    {"cert-manager.io", "ClusterIssuer", nullptr, clusterScoped, ""},
    {"cilium.io", "CiliumClusterwideEnvoyConfig", nullptr, clusterScoped, ""},
    {"cilium.io", "CiliumIdentity", nullptr, clusterScoped, ""},
    {"cilium.io", "CiliumNode", nullptr, clusterScoped, ""},
    {"cilium.io", "TracingPolicy", nullptr, clusterScoped, ""},
    {"config.openshift.io", "*", nullptr, clusterScoped, ""},
    {"configuration.konghq.com", "KongClusterPlugin", nullptr, clusterScoped, ""},
    {"constraints.gatekeeper.sh", "*", nullptr, clusterScoped, ""},
    {"crd.antrea.io", "Tier", nullptr, clusterScoped, ""},
    {"crd.projectcalico.org", "BGPPeer", nullptr, clusterScoped, ""},
    {"crd.projectcalico.org", "FelixConfiguration", nullptr, clusterScoped, ""},
    {"crd.projectcalico.org", "HostEndpoint", nullptr, clusterScoped, ""},
    {"crd.projectcalico.org", "IPPool", nullptr, clusterScoped, ""},
    {"projectcalico.org", "BGPPeer", nullptr, clusterScoped, ""},
    {"projectcalico.org", "FelixConfiguration", nullptr, clusterScoped, ""},
    {"projectcalico.org", "HostEndpoint", nullptr, clusterScoped, ""},
    {"projectcalico.org", "IPPool", nullptr, clusterScoped, ""},
    {"kuma.io", "Mesh", nullptr, clusterScoped, ""},
    {"kuma.io", "Zone", nullptr, clusterScoped, ""},
    {"operator.tigera.io", "*", nullptr, clusterScoped, ""},
    {"project.openshift.io", "Project", nullptr, clusterScoped, ""},
    {"security.openshift.io", "SecurityContextConstraints", nullptr, clusterScoped, ""},
    {"templates.gatekeeper.sh", "ConstraintTemplate", nullptr, clusterScoped, ""},
    {"user.openshift.io", "*", nullptr, clusterScoped, ""},
    // Reports that scanners keep in the cluster
    {"aquasecurity.github.io", "VulnerabilityReport", scanners::importVulnerabilityReport, namespaced,
     "VulnerabilityReport (Trivy Operator, Starboard)"},
    {"aquasecurity.github.io", "ExposedSecretReport", scanners::importExposedSecretReport, namespaced,
     "ExposedSecretReport (Trivy Operator): counts only"},
    {"aquasecurity.github.io", "ClusterVulnerabilityReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "ClusterConfigAuditReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "ClusterComplianceReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "ClusterComplianceDetailReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "ClusterInfraAssessmentReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "ClusterRbacAssessmentReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "ClusterSbomReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "CISKubeBenchReport", nullptr, clusterScoped, ""},
    {"aquasecurity.github.io", "KubeHunterReport", nullptr, clusterScoped, ""},
    // Files of tools that look like objects and never are in a cluster
    {"", "Config", nullptr, clusterScoped, ""},
    {"kustomize.config.k8s.io", "*", nullptr, clusterScoped, ""},
    {"kubeadm.k8s.io", "*", nullptr, clusterScoped, ""},
    {"kubelet.config.k8s.io", "*", nullptr, clusterScoped, ""},
    {"kubeproxy.config.k8s.io", "*", nullptr, clusterScoped, ""},
    {"apiserver.config.k8s.io", "*", nullptr, clusterScoped, ""},
    {"audit.k8s.io", "*", nullptr, clusterScoped, ""},
    {"kind.x-k8s.io", "*", nullptr, clusterScoped, ""},
};

// First match wins: the general shapes stand last.
constexpr FormatRow formats[] = {
    {"kubernetes-status", "Kubernetes Status (an API server's refusal)", "kubernetes", isKubernetesStatus, importStatus, ""},
    {"kubernetes-table", "Kubernetes Table (not importable)", "kubernetes", isKubernetesTable, importTable,
     "kubectl get KIND -A -o yaml"},
    {"kubernetes-metadata", "Kubernetes PartialObjectMetadata", "kubernetes", isPartialMetadata, importPartialMetadata,
     "kubectl get KIND -A -o yaml"},
    {"kubernetes-discovery", "Kubernetes API discovery", "kubernetes", isApiDiscovery, importApiDiscovery,
     "kubectl get --raw /apis"},
    {"kubernetes-list", "Kubernetes List, typed lists, cluster-info dump", "kubernetes", isKubernetesList, importLists,
     "kubectl get KIND -A -o json"},
    {"kubernetes", "Kubernetes objects, YAML or JSON", "kubernetes", isSingleObject, importSingleObject,
     "kubectl get KIND NAME -o yaml"},
    {"trivy-json", "Trivy JSON, schema 2", "reports", scanners::isTrivyReport, scanners::importTrivyReport,
     "trivy image --format json --output FILE IMAGE"},
    {"trivy-k8s-json", "Trivy JSON of a cluster", "reports", scanners::isTrivyKubernetesReport,
     scanners::importTrivyKubernetesReport, "trivy k8s --report all --format json --output FILE"},
    {"grype-json", "Grype JSON", "reports", scanners::isGrypeReport, scanners::importGrypeReport,
     "grype IMAGE --output json --file FILE"},
    {"trivy-json-legacy", "Trivy JSON before version 0.20", "reports", scanners::isTrivyLegacyReport,
     scanners::importTrivyLegacyReport, "trivy image --format json --output FILE IMAGE"},
};

using ByKind = std::unordered_map<std::string_view, std::vector<const KindRow*>>;

const ByKind& rowsByKind()
{
    static const ByKind rows = [] {
        ByKind result;
        for (const KindRow& row : kinds)
            result[row.kind].push_back(&row);
        return result;
    }();
    return rows;
}

} // namespace

std::span<const KindRow> kindRows()
{
    return kinds;
}
std::span<const FormatRow> formatRows()
{
    return formats;
}

const KindRow* findKind(std::string_view group, std::string_view kind)
{
    const KindRow* anyGroup = nullptr;
    for (const std::string_view wanted : {kind, std::string_view("*")}) { // kind "*": every kind of that group
        const auto found = rowsByKind().find(wanted);
        if (found == rowsByKind().end())
            continue;
        for (const KindRow* row : found->second) {
            if (row->group == group)
                return row;
            if (row->group == "*")
                anyGroup = row;
        }
    }
    return anyGroup;
}

const FormatRow* recognise(const document::Node& root)
{
    for (const FormatRow& row : formats) {
        if (row.recognise(root))
            return &row;
    }
    return nullptr;
}

} // namespace bartizan::importers
