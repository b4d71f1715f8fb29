// SPDX-License-Identifier: GPL-3.0-or-later
// A small text form of a system, so that tests of resolving and analysis read like tables. parseArchitecture() turns it
// into inventory records as importers would, with evidence (file "architecture.txt" and the line), so that resolve()
// really runs. A mistake in the text throws std::invalid_argument with the line.
//
// One statement a line; "#" starts a comment. NAME is "namespace/name", or "name" in namespace "shop". LABELS is
// "k=v,k=v". What may repeat is marked with "...".
//
//   namespace shop LABELS
//   workload NAME [KIND] [image=I] [port=[NAME:]N[/UDP]]... [hostPort=HOST:N]... [replicas=N] [sa=NAME] [hostNetwork]
//            [sidecar=IMAGE] [probe=PATH:PORT] [nonroot] [labels=LABELS] [annotations=LABELS] [owner=KIND/NAME] [pod=PODNAME]
//                                KIND is Deployment when not written; labels are app=<name> when not written.
//                                pod=P adds a running Pod of it, with what the words before it say; on=NODE and runs=IMAGEID
//                                are of the last one. nonroot writes a restricted, read-only security context.
//   env NAME VARIABLE=VALUE      arg NAME WORD...       secret NAME VARIABLE=SECRET/KEY
//   config NAME KEY=VALUE        uses NAME CONFIGMAP    (ConfigMap entries; the workload reads the whole map)
//   service NAME [-> LABELS] [PORT[:TARGET][/UDP]]... [type=T] [address=A]... [nodePort=N] [internal] [sources=CIDR]...
//            [externalName=H] [externalIp=A]... [headless]         "-> LABELS" is -> app=<name> when not written; "-> none"
//   node NAME [internal=IP] [external=IP] [platform=OS/ARCH]
//   role NAME VERBS RESOURCES [groups=G] [names=N] [cluster]       lists with commas; cluster: a ClusterRole
//   bind ACCOUNT|group:NAME -> ROLE [cluster]                      cluster: a ClusterRoleBinding to a ClusterRole
//   mtls NAME STRICT|PERMISSIVE|DISABLE|UNSET [selects LABELS] [port=N:MODE]...   Istio PeerAuthentication
//   allow NAME [selects LABELS] [from PRINCIPAL,...]               Istio AuthorizationPolicy that allows
//   token NAME [selects LABELS]                                    Istio RequestAuthentication
//   report TOOL IMAGE [digest=D] [config=D] [time=T] [platform=OS/ARCH] [critical=N] [failed] [endOfLife]
//   policy NAME selects LABELS|all [; ingress [from PEER...] [port N[/UDP]...]] [; egress [to PEER...] [port ...]] ...
//                                PEER: LABELS, ns:NAMESPACE, ns:NAMESPACE/LABELS, cidr:RANGE, any. A direction without a
//                                "from"/"to" is restricted and admits nothing.
//   call A -> B[:PORT] [SCHEME]  a setting of A that names Service B
//   gateway NAME                 an ingress-nginx controller with class "nginx" and a public load balancer
//   internet -> A[:PORT] [FLAGS] -> B[:PORT] [FLAGS] -> ...
//                                Workloads and Services that are not declared are made (port 8080). The first one gets a
//                                public load balancer. If another follows, an undeclared first one is a gateway; a hop
//                                from a gateway is an Ingress route, every other hop is a call.
//        FLAGS are of the hop that ends there: tls, plain, mtls (a call or upstream; mtls also writes a STRICT mesh policy
//        and sidecars at both ends), tls-verified; on the first hop, for the routes behind it: tls, mutual, redirect, auth,
//        basic, jwt, rate, waf, allow=CIDR, audience=WORD (with - for a space).
#pragma once

#include "model/architecture.h"
#include "model/catalogue.h"

#include <string_view>

namespace bartizan::test {

Inventory parseArchitecture(std::string_view text);
Model modelOf(std::string_view text); // with the catalogue that is compiled in
const Catalogue& shippedCatalogue();  // loaded once; throws when it does not load

// What a value holds, as far as the text form needs it: URLs, host:port and bare words.
ValueFacts valueFacts(std::string_view value);

// Finding by id, for short tests; throws std::out_of_range when there is none.
const Workload& workloadById(const Architecture&, std::string_view id);
const Service& serviceById(const Architecture&, std::string_view id);
// "shop/web[Deployment] -> shop/cart[Deployment] TCP 6379 redis", one a line, in the architecture's order.
std::string callsText(const Architecture&);
std::string entriesText(const Architecture&); // "loadBalancer:shop/web:80 internet shop/web[Deployment]:8080"

} // namespace bartizan::test
