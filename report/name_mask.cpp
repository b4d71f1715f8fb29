// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/name_mask.h"

#include "model/inventory/visit.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <array>

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
            "observed declared inferred running new worse better changed gone since compared comparable reopened expired";
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
    mask.m_instead = "(another owner's)";
    const Architecture& architecture = input.model.architecture;
    for (const Workload& workload : architecture.workloads)
        if (workload.owner != input.options.owner) {
            mask.add(workload.name);
            for (const ServiceId service : workload.services)
                mask.add(architecture.service(service).name);
            if (!workload.owner.empty())
                mask.add(workload.owner);
        }
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
    return mask;
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
    for (std::size_t first = 0; first + 1 < starts.size(); ++first)
        for (std::size_t last = first + 1; last < starts.size(); ++last)
            if (m_words.count(dashed.substr(starts[first], starts[last] - 1 - starts[first])) > 0)
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
        const auto found = m_words.find(known);
        const bool other = m_salt.empty() && (found != m_words.end() || namesInside(known));
        result += other ? m_instead : found == m_words.end() ? std::string(word) : found->second;
        at = end;
    }
    return result;
}

} // namespace bartizan::report
