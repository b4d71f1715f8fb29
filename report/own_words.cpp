// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/own_words.h"

#include <algorithm>
#include <string_view>

namespace bartizan::report {

namespace {

// clang-format off
constexpr std::string_view everyReport =
    "a an the and or of in on at by to from with without no not none any all every each one two three more "
    "most other others is are was be it its this that which who whose what when where how until than only "
    "also into as for if so service services workload workloads pod pods container containers image images "
    "node nodes namespace namespaces gateway gateways route routes entry entries ingress ingresses store "
    "stores identity owner owners account accounts secret secrets policy policies role roles binding "
    "bindings port ports host hosts path paths label labels name names kind kinds key keys value values type "
    "types default cluster system outside inside internet network node-network private public direct relayed "
    "lateral present partial missing unknown applicable required open accepted mitigated rejected critical "
    "high medium low info layer layers verdict verdicts finding findings evidence review report reports scan "
    "scans scanned digest tag tags version authentication authorization encryption hardening privilege "
    "failure runtime admission abuse testing dependencies isolation second factor limit limits check checks "
    "checked front application plain text tls mtls http https http2 h2c grpc tcp udp sctp get post put patch "
    "delete head options connect trace true false null yes nil allow deny allowed denied strict permissive "
    "disable enable enabled disabled always never ifnotpresent clusterip nodeport loadbalancer externalname "
    "headless externalip hostport hostnetwork hostpath emptydir configmap configmaps deployment deployments statefulset "
    "statefulsets daemonset daemonsets job jobs cronjob cronjobs replicaset serviceaccount serviceaccounts "
    "networkpolicy networkpolicies clusterrole clusterrolebinding rolebinding httproute httproutes grpcroute "
    "tcproute tlsroute virtualservice destinationrule peerauthentication requestauthentication "
    "authorizationpolicy gatewayclass ingressclass verb verbs list watch create update bind escalate "
    "impersonate exec selector annotations metadata spec status apps v1 v1beta1 v1alpha1 rbac core batch io "
    "k8s kubernetes kubectl yaml yml json tar gz zip xz file folder archive json-lines trivy grype sarif "
    "sha256 manifest manifests template www com org net dev example local svc localhost prefix exact regex "
    "read write admin user users password token tokens security architecture sensitivity root baseline "
    "restricted privileged confidential internal data stated configured observed declared inferred running new "
    "worse better changed gone since compared comparable reopened expired subject subjects";

constexpr std::string_view sentences =
    "absence accept accepts admit admits ages ago alike along anything applies applied assess assumed "
    "assumption assumptions authenticating authenticated bad barrier barriers because before after behalf "
    "behind between better binds blocked both but build building bytes came can cannot carries carry case "
    "cases cause causes certificate changed characters charts choose chosen cite cited come comes command "
    "commands compared compromise compromises confirmed connectivity contain contains count counted counts "
    "covered covers cut dangling dated date day days deadline decide decided decides decision decisions "
    "defines describes did differ differs do document documents does done dot dots down drawing drawn "
    "earlier easiest either else empty encrypted encrypts end ended ends entirely environment even exactly "
    "examined except exempt exempts expect expected expired expires expiring expiry export extends fact "
    "facts few field fields figure first five follow followed follows form format found four full gone good "
    "guess half hand handle handles has have help here hides hold holds hop hops however i imported input "
    "inputs instead itself join joined keep kept knows known lacks large last later latest leads least leave "
    "leaves left length less letters like line lines literal long longer look looked looks lower made main "
    "make makes many marked marks match matched matches matter matters may meaning means measure met might "
    "misses model mounts must near nearest need needed needs neither new next nobody nor normal nothing now "
    "number numbers object objects older once operator option order ordered our out output over own page "
    "pages part parts password-like past people permits permitted person place placed places point points "
    "positive possible problem problems proof protects pseudonym pseudonyms questions range ranges rather "
    "reach reachable reached reaches readable ready reason reasons redirected refused remaining rendered "
    "reported request requests requirement rest rests restarts result rows rule rules run runs said same say "
    "says scope searched section sections see seen select selected selects sends sent serious serve served "
    "serves set sets setting settings settle settled several shape shared shown shows side since some "
    "somebody someone soon source sources speed stale stand stands statement statements stay stays step "
    "steps still stone stones stop stopped stops such sum supports sure table tables take taken takes talks "
    "tell tells term terms them themselves then there therefore these they thing things those though through "
    "thus time times title today together told tolerates too touch touches turned turns twelve under "
    "understand understood unless unlike unmasked up upper use used uses usually variable variant verified "
    "very wall walls want wanted way ways weak weaker weakest well were whatever whether while whole wide "
    "will wins within word words work works worse worst would written wrote yet you";
// clang-format on

std::unordered_set<std::string> wordsOf(std::string_view text)
{
    std::unordered_set<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.emplace(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace

const std::unordered_set<std::string>& ownWords()
{
    static const std::unordered_set<std::string> words = wordsOf(everyReport);
    return words;
}

const std::unordered_set<std::string>& sentenceWords()
{
    static const std::unordered_set<std::string> words = wordsOf(sentences);
    return words;
}

} // namespace bartizan::report
