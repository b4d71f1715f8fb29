// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/name_mask.h"

#include "model/inventory/visit.h"
#include "report/ownership.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <array>
#include <set>

namespace bartizan::report {

namespace {

bool inWord(char c)
{
    const unsigned char u = static_cast<unsigned char>(c);
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || c == '-' || c == '_' || u >= 0x80;
}

std::string lower(std::string_view word)
{
    std::string result(word);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

template <class F>
void forEachWord(std::string_view text, F&& f)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && inWord(text[end]))
            ++end;
        if (end > at)
            f(at, end);
        at = std::max(end, at + 1);
    }
}

// Words that stand in every report, whatever the system: of the format, of Kubernetes, of the protocols.
const std::unordered_set<std::string>& ownWords()
{
    static const std::unordered_set<std::string> words = [] {
        std::unordered_set<std::string> made;
        constexpr std::string_view text =
            "a an the and or of in on at by to from with without no not none any all every each one two three more most other "
            "others "
            "is are was be it its this that which who whose what when where how until than only also into as for if so "
            "service services workload workloads pod pods container containers image images node nodes namespace namespaces "
            "gateway "
            "gateways route routes entry entries ingress ingresses store stores identity owner owners account accounts secret "
            "secrets "
            "policy policies role roles binding bindings port ports host hosts path paths label labels name names kind kinds key "
            "keys "
            "value values type types default cluster system outside inside internet network node-network private public direct "
            "relayed "
            "lateral present partial missing unknown applicable required open accepted mitigated rejected critical high medium "
            "low info "
            "layer layers verdict verdicts finding findings evidence review report reports scan scans scanned digest tag tags "
            "version "
            "authentication authorization encryption hardening privilege failure runtime admission abuse testing dependencies "
            "network "
            "isolation second factor limit limits check checks checked front application plain text tls mtls http https http2 "
            "h2c grpc tcp udp "
            "sctp get post put patch delete head options connect trace true false null yes nil allow deny allowed denied strict "
            "permissive "
            "disable enable enabled disabled always never ifnotpresent clusterip nodeport loadbalancer externalname headless "
            "hostport "
            "hostnetwork hostpath emptydir configmap configmaps deployment deployments statefulset statefulsets daemonset "
            "daemonsets job jobs "
            "cronjob cronjobs replicaset serviceaccount serviceaccounts networkpolicy networkpolicies clusterrole "
            "clusterrolebinding "
            "rolebinding httproute httproutes grpcroute tcproute tlsroute virtualservice destinationrule peerauthentication "
            "requestauthentication authorizationpolicy gatewayclass ingressclass verb verbs list watch create update bind "
            "escalate "
            "impersonate exec selector annotations metadata spec status apps v1 v1beta1 v1alpha1 rbac core batch io k8s "
            "kubernetes kubectl "
            "yaml yml json tar gz zip xz file folder archive list json-lines trivy grype sarif sha256 manifest manifests "
            "template "
            "www com org net dev example local svc localhost prefix exact regex read write admin user users password token "
            "tokens "
            "security architecture sensitivity root baseline restricted privileged confidential internal data stated configured "
            "observed declared inferred running";
        forEachWord(text, [&](std::size_t at, std::size_t end) { made.emplace(text.substr(at, end - at)); });
        return made;
    }();
    return words;
}

bool worthHiding(std::string_view word)
{
    // Numbers with a unit, dates and times name nothing: "443", "00Z", "128Mi", "2026-11-21T00".
    std::size_t letters = 0;
    for (const char c : word)
        letters += (c >= '0' && c <= '9') || c == '-' || c == '_' ? 0 : 1;
    const bool numeral = letters == 0 || (letters <= 2 && word.front() >= '0' && word.front() <= '9');
    return word.size() > 1 && !numeral && ownWords().count(lower(word)) == 0;
}

// Words of our own texts about layers and rules: they stand in other systems' reports too.
std::unordered_set<std::string> catalogueWords(const Catalogue& catalogue)
{
    std::unordered_set<std::string> words;
    const auto add = [&](std::string_view text) {
        forEachWord(text, [&](std::size_t at, std::size_t end) { words.insert(lower(text.substr(at, end - at))); });
    };
    for (const LayerText& layer : catalogue.layers)
        for (const std::string* text : {&layer.title, &layer.shortTitle, &layer.why, &layer.howDecided})
            add(*text);
    for (const RuleText& rule : catalogue.rules)
        for (const std::string* text : {&rule.title, &rule.why, &rule.fix})
            add(*text);
    for (const ControlText& control : catalogue.controls)
        add(control.title);
    for (const auto& [id, text] : catalogue.assumptions)
        add(text);
    return words;
}

bool isHexDigest(std::string_view word) // of an input: shows nothing of a name
{
    return word.size() == 64 &&
           std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// The length of an IPv4 address at the beginning of `text`, which does not go on with a digit or a dot; 0 = none.
std::size_t addressLength(std::string_view text)
{
    std::size_t at = 0;
    for (int part = 0; part < 4; ++part) {
        std::size_t digits = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && digits < 4) {
            ++at;
            ++digits;
        }
        if (digits == 0 || digits > 3)
            return 0;
        if (part < 3 && (at == text.size() || text[at++] != '.'))
            return 0;
    }
    return at < text.size() && ((text[at] >= '0' && text[at] <= '9') || inWord(text[at])) ? 0 : at;
}

bool saysNothing(std::string_view address)
{
    return address == "0.0.0.0" || address == "127.0.0.1" || address == "169.254.169.254";
}

} // namespace

void NameMask::add(std::string_view name)
{
    forEachWord(name, [&](std::size_t at, std::size_t end) {
        const std::string_view word = name.substr(at, end - at);
        if (worthHiding(word) && !isHexDigest(word))
            m_words.try_emplace(lower(word));
    });
}

void NameMask::addReview(const ReportInput& input)
{
    if (!input.review)
        return;
    const Review& review = *input.review;
    const auto prose = [&](const std::string& text) {
        if (!text.empty())
            m_prose.push_back(text);
    };
    for (const ReviewSource& source : review.sources)
        add(source.path);
    add(review.variant);
    for (const auto* map : {&review.sensitivities, &review.audiences, &review.owners})
        for (const auto& [key, row] : *map) {
            add(row.by);
            add(key);
        }
    for (const auto& [key, row] : review.owners)
        add(row.value);
    for (const auto& [key, row] : review.decisions) {
        add(row.by);
        add(row.owner);
        prose(row.reason);
        const bool ours = std::any_of(input.catalogue.rules.begin(), input.catalogue.rules.end(),
                                      [&id = key](const RuleText& rule) { return id.starts_with(rule.id + "-"); });
        if (!ours) // an id that the program did not make
            add(key);
    }
    for (const auto& [key, row] : review.statements) {
        add(key.first);
        add(row.by);
        prose(row.text);
        prose(row.proof);
    }
    for (const auto& [key, row] : review.notes) {
        add(key);
        add(row.by);
        prose(row.text);
    }
    for (const auto& [key, row] : review.reportMatches) {
        add(key);
        add(row.image);
        add(row.by);
        prose(row.reason);
    }
    for (const auto& [key, row] : review.queries) {
        prose(key);
        prose(row.query);
    }
    std::sort(m_prose.begin(), m_prose.end(),
              [](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

NameMask NameMask::pseudonyms(const ReportInput& input)
{
    NameMask mask;
    mask.m_salt = input.options.redactionSalt;
    const Inventory& inventory = input.model.inventory;
    const auto add = [&](std::string_view name) { mask.add(name); };
    // Other texts only where they are one name: words of prose are nobody's.
    visitTexts(inventory, [&](std::string_view text) {
        const std::size_t colon = text.find(": ");
        const std::string_view value = colon == std::string_view::npos ? text : text.substr(colon + 2);
        if (value.size() <= 300 && value.find(' ') == std::string_view::npos)
            mask.add(value);
    });
    // What only stands in such texts and is a word of ours is no name.
    for (const std::string& word : catalogueWords(input.catalogue))
        mask.m_words.erase(word);
    for (const Source& source : inventory.sources)
        add(source.path);
    for (const SourceFile& file : inventory.files)
        add(file.path);
    for (const Object& object : inventory.objects) {
        add(object.identity.cluster);
        add(object.identity.ns);
        add(object.identity.name);
    }
    for (const Workload& workload : input.model.architecture.workloads) {
        add(workload.id);
        add(workload.owner);
    }
    for (const Entry& entry : input.model.architecture.entries)
        add(entry.id);
    for (const Outside& outside : input.model.architecture.outsides)
        add(outside.host);
    mask.addReview(input);
    // Controllers and products are public, and findings name them in words of ours.
    for (const ProductRow& product : input.catalogue.products)
        forEachWord(product.product, [&](std::size_t at, std::size_t end) {
            mask.m_words.erase(lower(std::string_view(product.product).substr(at, end - at)));
        });
    for (const RuleText& rule : input.catalogue.rules)
        mask.m_words.erase(rule.id);
    for (auto& [word, pseudonym] : mask.m_words)
        pseudonym = mask.pseudonym(word);
    return mask;
}

NameMask NameMask::otherOwners(const ReportInput& input)
{
    NameMask mask;
    mask.m_instead = anotherOwners;
    const Architecture& architecture = input.model.architecture;
    const Ownership ownership(input.model, input.options.owner);
    for (const Workload& workload : architecture.workloads)
        if (workload.owner != input.options.owner) {
            mask.add(workload.name);
            for (const ServiceId service : workload.services)
                mask.add(architecture.service(service).name);
            if (!workload.owner.empty())
                mask.add(workload.owner);
        }
    for (const Namespace& ns : architecture.namespaces)
        if (ownership.onlyOthers(ns.cluster, ns.name))
            mask.add(ns.name);
    // Own names stay, also where somebody else uses the same.
    const auto keep = [&](std::string_view name) {
        forEachWord(name, [&](std::size_t at, std::size_t end) {
            mask.m_words.erase(lower(name.substr(at, end - at)));
            mask.m_kept.insert(lower(name.substr(at, end - at)));
        });
    };
    keep(input.options.owner);
    for (const Workload& workload : architecture.workloads) {
        if (workload.owner != input.options.owner)
            continue;
        keep(workload.ns);
        keep(workload.name);
        for (const ServiceId service : workload.services)
            keep(architecture.service(service).name);
    }
    std::set<std::pair<std::string, std::string>> own; // namespaces and names
    for (const Workload& workload : architecture.workloads)
        if (workload.owner == input.options.owner) {
            own.emplace(workload.ns, workload.name);
            for (const ServiceId service : workload.services)
                own.emplace(workload.ns, architecture.service(service).name);
        }
    for (const std::uint32_t object : ownership.objects())
        keep(input.model.inventory.objects[object].identity.ns);
    for (const Workload& workload : architecture.workloads) {
        if (workload.owner == input.options.owner)
            continue;
        std::set<std::string> names{workload.name};
        for (const ServiceId service : workload.services)
            names.insert(architecture.service(service).name);
        for (const std::string& name : names) {
            const bool whole = mask.m_words.count(lower(name)) > 0; // else the owner has that word too, or it is no one's
            if (whole || workload.ns.empty() || own.count({workload.ns, name}) > 0)
                continue;
            const std::string ns = mask(workload.ns);
            mask.addPhrase(workload.ns + "/" + name, ns + "/" + mask.m_instead, false);
            mask.addPhrase(name + "." + workload.ns, mask.m_instead + "." + ns, false);
        }
    }
    mask.addHosts(input, ownership);
    for (auto& [word, phrases] : mask.m_phrases)
        std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
            return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
        });
    return mask;
}

void NameMask::addPhrase(std::string_view text, std::string instead, bool host)
{
    std::size_t end = 0;
    while (end < text.size() && inWord(text[end]))
        ++end;
    if (end > 0)
        m_phrases[lower(text.substr(0, end))].push_back({lower(text), std::move(instead), host});
}

// Hosts that lead only to other owners' services, and what only these call outside.
void NameMask::addHosts(const ReportInput& input, const Ownership& ownership)
{
    const Architecture& architecture = input.model.architecture;
    std::set<std::string> theirs, own;
    const auto named = [](const std::string& host) { return lower(host.starts_with("*.") ? host.substr(2) : host); };
    for (std::size_t i = 0; i < architecture.routes.size(); ++i)
        for (const std::string& host : architecture.routes[i].hosts)
            (ownership.ofOthers(RouteId(i)) ? theirs : own).insert(named(host));
    for (const Call& call : architecture.calls)
        if (call.from.kind == Peer::Kind::workload && call.to.kind == Peer::Kind::outside && call.to.outside.valid())
            (ownership.mine(call.from.workload) ? own : theirs).insert(named(architecture.outsides[call.to.outside.pos()].host));
    for (const std::string& host : theirs) {
        if (own.count(host) > 0 || host.find('.') == std::string::npos)
            continue;
        addPhrase(host, m_instead, true);
        std::string dashed = host; // "pay-example-com-tls"
        std::replace(dashed.begin(), dashed.end(), '.', '-');
        if (m_kept.count(dashed) == 0 && worthHiding(dashed))
            m_words.try_emplace(dashed);
    }
}

const NameMask::Phrase* NameMask::phraseAt(std::string_view text, std::size_t at, const std::string& word) const
{
    const auto found = m_phrases.find(word);
    if (found == m_phrases.end())
        return nullptr;
    for (const Phrase& phrase : found->second) {
        const std::size_t end = at + phrase.text.size();
        if (lower(text.substr(at, phrase.text.size())) != phrase.text || (end < text.size() && inWord(text[end])))
            continue;
        const bool before = at > 0 && text[at - 1] == '.' && !(at > 1 && text[at - 2] == '*');
        const bool after = end + 1 < text.size() && text[end] == '.' && inWord(text[end + 1]);
        if (!phrase.host || (!before && !after))
            return &phrase;
    }
    return nullptr;
}

// "cart_service_addr" and "cart-deployment" name the service "cart".
bool NameMask::namesInside(const std::string& word) const
{
    constexpr std::size_t mostParts = 16;
    if (m_kept.count(word) > 0 || word.size() > 253)
        return false;
    std::vector<std::size_t> starts{0};
    std::string dashed = word;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (word[i] == '-' || word[i] == '_') {
            dashed[i] = '-';
            starts.push_back(i + 1);
        }
    if (starts.size() == 1 || starts.size() > mostParts)
        return false;
    starts.push_back(word.size() + 1);
    const auto part = [&](std::size_t first, std::size_t last) {
        return dashed.substr(starts[first], starts[last] - 1 - starts[first]);
    };
    // "cart-admin-config" is of the owner's "cart-admin", not of the other's "cart".
    std::vector<std::pair<std::size_t, std::size_t>> own;
    for (std::size_t first = 0; first + 1 < starts.size(); ++first)
        for (std::size_t last = first + 2; last < starts.size(); ++last)
            if (m_kept.count(part(first, last)) > 0)
                own.emplace_back(first, last);
    for (std::size_t first = 0; first + 1 < starts.size(); ++first)
        for (std::size_t last = first + 1; last < starts.size(); ++last)
            if (m_words.count(part(first, last)) > 0 && std::none_of(own.begin(), own.end(), [&](const auto& each) {
                    return each.first <= first && last <= each.second;
                }))
                return true;
    return false;
}

std::string NameMask::pseudonym(std::string_view word) const
{
    const QByteArray digest = QMessageAuthenticationCode::hash(QByteArray(word.data(), static_cast<qsizetype>(word.size())),
                                                               QByteArray(m_salt.data(), static_cast<qsizetype>(m_salt.size())),
                                                               QCryptographicHash::Sha256);
    return "n-" + digest.toHex().left(10).toStdString();
}

std::string NameMask::withheld(std::string_view text) const
{
    std::string result(text);
    const auto fits = std::partition_point(m_prose.begin(), m_prose.end(),
                                           [&](const std::string& prose) { return prose.size() > result.size(); });
    for (auto each = fits; each != m_prose.end(); ++each)
        for (std::size_t at = 0; (at = result.find(*each, at)) != std::string::npos;) {
            const std::size_t end = at + each->size();
            const bool whole = (at == 0 || !inWord(result[at - 1]) || !inWord(each->front())) &&
                               (end == result.size() || !inWord(result[end]) || !inWord(each->back()));
            if (whole)
                result.replace(at, each->size(), "(withheld)");
            at += whole ? std::string_view("(withheld)").size() : 1;
        }
    return result;
}

std::string NameMask::operator()(std::string_view given) const
{
    if (empty())
        return std::string(given);
    const std::string text = withheld(given);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (!m_salt.empty() && text[at] >= '0' && text[at] <= '9') {
            const std::size_t length = addressLength(std::string_view(text).substr(at));
            const std::string_view address = std::string_view(text).substr(at, length);
            if (length > 0 && !saysNothing(address)) {
                result += pseudonym(address);
                at += length;
                continue;
            }
        }
        std::size_t end = at;
        while (end < text.size() && inWord(text[end]))
            ++end;
        if (end == at) {
            result += text[at++];
            continue;
        }
        const std::string_view word = std::string_view(text).substr(at, end - at);
        const std::string known = lower(word);
        if (const Phrase* phrase = phraseAt(text, at, known)) {
            result += phrase->instead;
            at += phrase->text.size();
            continue;
        }
        const auto found = m_words.find(known);
        const bool other = m_salt.empty() && (found != m_words.end() || namesInside(known));
        result += other ? m_instead : found == m_words.end() ? std::string(word) : found->second;
        at = end;
    }
    return result;
}

} // namespace bartizan::report
