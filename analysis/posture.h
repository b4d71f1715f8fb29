// SPDX-License-Identifier: GPL-3.0-or-later
// What analysis says: verdicts, paths, findings. A pure function of Model, Catalogue and settings: same input, same
// posture. Read by diagram, report and app; never changed after it was made.
#pragma once

#include "model/architecture.h"
#include "model/catalogue.h"
#include "model/progress.h"
#include "model/review.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace bartizan {

namespace connectivity {
class Connectivity;
}

// In ring order, by family: perimeter, identity, channel, isolation, workload, supply chain, operations.
enum class Layer : std::uint8_t {
    gateway,
    abuse,
    authentication,
    mfa,
    authorization,
    encryption,
    network,
    failure,
    hardening,
    privilege,
    secrets,
    image,
    dependencies,
    testing,
    runtime,
    admission,
};
inline constexpr std::size_t layerCount = 16;
const char* layerId(Layer); // "gateway", ...
inline constexpr std::size_t pos(Layer layer)
{
    return static_cast<std::size_t>(layer);
}

enum class Verdict : std::uint8_t { present, partial, missing, unknown, notApplicable };
enum class Basis : std::uint8_t { configuration, runningState, report, observed, stated, assumed };
const char* verdictWord(Verdict); // JSON words: "present", "notApplicable"
const char* verdictText(Verdict); // words for people: "present", "not applicable"
const char* basisWord(Basis);     // JSON words

struct NearMiss {
    std::string sentence; // "policy `allow-web` selects `app=webb`; the workload has `app=web`"
    Evidence evidence;
};
struct SettledBy {
    std::string input;   // "an image report for redis:alpine"
    std::string command; // read-only: "trivy image --format json redis:alpine"; "" when there is none
};
struct Facet {
    std::string name; // "user", "peer", "scanned", "pinned", "ingress", "egress", "data", "availability"
    Verdict verdict = Verdict::unknown;
    std::string reason;
    std::vector<Evidence> evidence;
};

struct LayerVerdict {
    Verdict verdict = Verdict::unknown;
    Basis basis = Basis::configuration;
    std::string rule;   // Catalogue rule id that decided, e.g. "network-no-policy"
    std::string reason; // a sentence a person understands
    std::string within; // what was searched when absence decided: "these 35 objects of release/"
    std::vector<Facet> facets;
    std::vector<Evidence> evidence;
    std::vector<NearMiss> nearMisses;
    std::vector<SettledBy> settledBy;
    std::vector<std::string> assumptions; // Catalogue::assumptions ids it rests on
};

// Encryption is judged per edge, then rolled up.
struct EdgeSecurity {
    std::size_t call = static_cast<std::size_t>(-1); // Architecture::calls, or none for a route hop
    RouteId route;                                   // the hop gateway -> backend, or outside -> gateway when edge
    bool edge = false;                               // outside -> gateway part of the route, or the whole of `entry`
    EntryId entry;                                   // an entry whose bytes end at a workload without a route
    LayerVerdict encryption;
    Verdict peerAuthentication = Verdict::unknown;
    bool mutual = false;
};

// undecided: a check is named, and whether it holds cannot be told.
enum class AuthAnswer { checkedAt, noCheckInFront, openByDecision, openShown, undecided };
const char* answerWord(AuthAnswer); // "checked", "noCheckInFront", "openByDecision", "openShown", "undecided"
// For people: "no check in front of the application", "open by decision", ...; `at` completes "checked at".
std::string answerText(AuthAnswer, const std::string& at);

struct RoutePosture {
    RouteId route;
    LayerVerdict authentication, secondFactor, authorization, abuse, accepted;
    AuthAnswer answer = AuthAnswer::noCheckInFront;
    std::string checkedAt;            // "ingress auth-url keycloak", shown after "checked at"
    std::vector<std::string> methods; // "oidc", "basic", ...
    std::vector<Evidence> signs;      // of the application's own login
    std::vector<Protection> traps;
};

// How far network policies narrow a workload to the peers that it needs. Needed peers: workloads that call it or that it
// calls, as declared, inferred or observed. A pair that policies allow and no call needs is a latent edge.
struct NetworkNeed {
    std::size_t callers = 0, callersAdmitted = 0;     // workloads that need to come in; of them let in
    std::size_t admitted = 0;                         // workloads that policies let in, needed or not
    std::size_t callees = 0, calleesReached = 0;      // workloads that it needs to reach; of them reachable
    std::size_t reached = 0;                          // workloads that policies let it reach, needed or not
    bool restrictedIn = false, restrictedOut = false; // a policy selects it for the direction
};

struct RequiredCounts {
    int required = 0, present = 0, partial = 0, missing = 0, unknown = 0;
};

struct WorkloadPosture {
    WorkloadId workload;
    std::array<LayerVerdict, layerCount> layers;
    std::array<bool, layerCount> required{};
    RequiredCounts counts;   // over required and applicable layers
    LayerVerdict reachable;  // reachable from outside: present = yes, missing = no way in found
    bool openDirect = false; // a direct path without a check
    bool openRelayed = false;
    int steps = -1; // compromises on the easiest way; 0 = bytes or relayed calls arrive; -1 none found
    struct ImageScan {
        std::string reference, digest, scan, explanation; // scan: word of ScanMatch
        ImageId image;
        Verdict scanned = Verdict::unknown, pinned = Verdict::unknown;
        std::vector<Evidence> evidence;
        int critical = 0, high = 0, fixableCriticalHigh = 0, ageDays = -1;
    };
    std::vector<ImageScan> images;
    NetworkNeed network;
};

enum class PathKind { direct, relayed, lateral };
const char* pathWord(PathKind);
struct Hop {
    std::string from, to; // ids: entry, gateway, workload, outside
    WorkloadId fromWorkload, toWorkload;
    std::string via;                               // "Ingress shop/web /", "Service shop/cart:7070", "call by env CART_ADDR"
    std::vector<std::pair<Layer, Verdict>> layers; // the layers that act on this hop
    std::vector<Evidence> evidence;
};
struct Path {
    std::string id; // stable
    PathKind kind = PathKind::direct;
    EntryId entry;
    RouteId route; // of the first hop, when one
    WorkloadId target;
    int steps = 0;
    Verdict authenticated = Verdict::unknown;
    AuthAnswer answer = AuthAnswer::noCheckInFront;
    std::string authenticatedAt; // where, or the answer in words
    std::vector<Hop> hops;
    std::vector<Layer> stops, limits; // distinct present layers on the way
};

// How a decision of the review stands on a finding. It never hides the finding. reopened: there was a decision; it
// expired, or there is more or worse now than it was made about.
enum class FindingState : std::uint8_t { open, accepted, mitigated, falsePositive, needsWork, reopened };

enum class FindingSeverity { critical, high, medium, low, info };
const char* severityWord(FindingSeverity);
struct Finding {             // one cause, all its subjects
    std::string id;          // rule + "-" + 8 hex digits (interfaces.md "Finding id")
    std::string rule, layer; // layer id
    FindingSeverity severity = FindingSeverity::medium;
    std::string title, reason, fix;
    std::vector<std::string> subjects; // workload/route/service/entry ids, sorted
    std::vector<WorkloadId> workloads;
    Evidence cause; // the line to read first; invalid only where there is no line at all, then see `within`
    std::vector<Evidence> evidence;
    std::vector<NearMiss> nearMisses;
    std::string within;
    std::vector<std::string> controls;
    bool ifSensitivity = false; // exists only because of an inferred sensitivity
    std::string ifLevel;        // "if confidential"
    bool undecided = false;     // nobody can tell: it stands for verdicts that are unknown, not for a gap that is shown
    FindingState state = FindingState::open;
    std::string status = "open"; // the state in words: "accepted until 2026-12-31"
    std::string statusReason;    // of reopened: "2 more subjects: shop/a[Deployment] and shop/b[Deployment]"
    bool platform = false;       // all its subjects are platform components: own, collapsed chapter
};

struct Assumption {
    std::string id, sentence, settledBy;
    std::size_t restsOn = 0; // verdicts that rest on it
};
struct UnknownInput { // an input that would settle verdicts, ranked
    std::string input, command;
    std::size_t settles = 0;
    std::vector<std::string> subjects;
};

// Rows of the review that need somebody's eye; never dropped.
struct ReviewRow {
    ReviewKind kind = ReviewKind::decision;
    std::string id; // finding id, subject, route, report; of a statement "subject, layer"
    std::string title, reason, owner, expires;
};
struct ReviewStanding {
    std::vector<ReviewRow> orphaned; // decisions about findings that are no longer there
    std::vector<ReviewRow> unused;   // other rows that match nothing in the input, or that the input decides
    std::vector<ReviewRow> expired;
    std::vector<ReviewRow> expiringSoon; // within expiringSoonDays of asOf
};
inline constexpr int expiringSoonDays = 30;

struct AnalysisSettings {
    std::string asOf;               // RFC 3339; required (the caller passes the clock)
    const Review* review = nullptr; // decisions and statements; what it confirms is in the Architecture (review_apply.h)
};

struct Posture {
    std::vector<WorkloadPosture> workloads; // same order and size as Architecture::workloads
    std::vector<RoutePosture> routes;       // same order and size as Architecture::routes
    std::vector<EdgeSecurity> edges;        // calls in order, then route hops
    std::vector<Path> paths;                // sorted by (kind, target, fewest barriers, hops, entry): weakest first
    std::size_t pathBound = 0;
    bool pathsTruncated = false;
    std::vector<Finding> findings; // sorted by severity, then id
    std::vector<Assumption> assumptions;
    std::vector<UnknownInput> unknownInputs;
    std::string sentence; // the first sentence of the first page
    std::string asOf;
    std::vector<Problem> problems;
    ReviewStanding review;
    // Who can reach whom as far as network policies say; its pods are the architecture's workloads, in their order. Shared
    // and immutable; null only when the analysis was stopped, or in postures made by hand.
    std::shared_ptr<const connectivity::Connectivity> connectivity;
};

Posture analyse(const Model&, const Catalogue&, const AnalysisSettings&, const JobControl& = {});

} // namespace bartizan
