// SPDX-License-Identifier: GPL-3.0-or-later
// A review over a posture: confirmations count, statements answer what is unknown, decisions follow their findings and
// open again when there is more or worse; nothing is hidden, nothing is dropped.
#include "analysis/review.h"
#include "model/resolve/resolve.h"
#include "model/review_apply.h"
#include "tests/support/input_folder.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <map>

using namespace bartizan;

namespace {

struct Judged {
    Model model;
    Posture posture;
};

Judged judged(Model model, const Review& review, const std::string& asOf = "2026-11-21T00:00:00Z")
{
    Judged result;
    result.model = std::move(model);
    layOver(review, result.model.architecture);
    result.posture = analyse(result.model, test::shippedCatalogue(), AnalysisSettings{asOf, &review});
    return result;
}

Model imported(const test::InputFolder& folder)
{
    Model model;
    model.inventory = folder.import();
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    return model;
}

Decision acceptance(const Judged& at, const Finding& finding, const std::string& expires = "2027-01-31")
{
    Decision decision;
    decision.kind = DecisionKind::accept;
    decision.reason = "known";
    decision.owner = "Ada";
    decision.expires = expires;
    decision.basis = decisionBasis(at.model, finding);
    return decision;
}

// Every finding accepted, as it is.
Review accepted(const Judged& at)
{
    Review review;
    for (const Finding& finding : at.posture.findings)
        review.decisions[finding.id] = acceptance(at, finding);
    return review;
}

const Finding* finding(const Posture& posture, const std::string& rule)
{
    for (const Finding& one : posture.findings)
        if (one.rule == rule)
            return &one;
    return nullptr;
}

std::string deployment(const std::string& name, const std::string& tag, const std::string& more = {})
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: shop}\nspec:\n  selector: {matchLabels: {app: " + name +
           "}}\n  template:\n    metadata: {labels: {app: " + name + "}}\n    spec:\n      hostPID: true\n      containers:\n" +
           more + "      - name: " + name + "\n        image: shop/" + name + ":" + tag +
           "\n        securityContext: {privileged: true}\n        env: [{name: DB_PASSWORD, value: correct-horse-7}]\n"
           "        ports: [{containerPort: 8080}]\n";
}
const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  type: LoadBalancer\n"
                            "  selector: {app: web}\n  ports: [{port: 80, targetPort: 8080}]\n";
std::string report(const std::string& day, const std::string& tag, int vulnerabilities)
{
    std::string list;
    for (int i = 0; i < vulnerabilities; ++i)
        list += std::string(i ? "," : "") + R"({"VulnerabilityID":"CVE-2026-)" + std::to_string(1000 + i) +
                R"(","PkgName":"p","InstalledVersion":"1","FixedVersion":"2","Severity":"CRITICAL"})";
    return R"({"SchemaVersion": 2, "CreatedAt": ")" + day + R"(T00:00:00Z", "ArtifactName": "shop/web:)" + tag +
           R"(", "ArtifactType": "container_image", "Metadata": {}, "Results": [{"Target": "shop/web:)" + tag +
           R"(", "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": [)" + list + "]}]}";
}

const char* const shop = "gateway edge/gw\n"
                         "internet -> edge/gw -> web -> cart -> orders\n"
                         "workload batch Job image=x\n";

} // namespace

class TestReview : public QObject {
    Q_OBJECT
private slots:
    void confirmationsCount()
    {
        const Model plain = test::modelOf(shop);
        Review review;
        review.sensitivities["shop/orders[Deployment]"] = {"restricted", "Ada", "2026-11-20", {}};
        review.owners["shop"] = {"team shop", "", "", {}};
        review.owners["shop/cart"] = {"team cart", "", "", {}};
        const Judged at = judged(plain, review);
        const Workload& orders = test::workloadById(at.model.architecture, "shop/orders[Deployment]");
        QCOMPARE(orders.sensitivity, Sensitivity::restricted);
        QCOMPARE(orders.sensitivitySource, SensitivitySource::review);
        QCOMPARE(orders.sensitivityReason, std::string("confirmed in the review (Ada, 2026-11-20)"));
        QCOMPARE(orders.owner, std::string("team shop"));
        QCOMPARE(test::workloadById(at.model.architecture, "shop/cart[Deployment]").owner, std::string("team cart"));
        const Judged before = judged(plain, {});
        std::size_t i = 0;
        while (at.model.architecture.workloads[i].id != orders.id)
            ++i;
        QVERIFY(at.posture.workloads[i].counts.required > before.posture.workloads[i].counts.required);
    }

    void audiencesOpenByDecision()
    {
        const Model plain = test::modelOf(shop);
        QVERIFY(!plain.architecture.routes.empty());
        const Route& route = plain.architecture.routes.front();
        for (const std::string& key : reviewKeys(route)) {
            Review review;
            review.audiences[key] = {"anyone", "Ada", "2026-11-20", {}};
            const Judged at = judged(plain, review);
            QCOMPARE(at.posture.routes.front().answer, AuthAnswer::openByDecision);
            QVERIFY(at.posture.routes.front().authentication.reason.find("(Ada, 2026-11-20)") != std::string::npos);
            for (const Evidence& evidence : at.posture.routes.front().authentication.evidence)
                QVERIFY(evidence.valid());
        }
        QCOMPARE(judged(plain, {}).posture.routes.front().answer, AuthAnswer::noCheckInFront);
    }

    void statementsAnswerWhatIsUnknown()
    {
        const Model plain = test::modelOf(shop);
        const std::string web = "shop/web[Deployment]";
        const Judged before = judged(plain, {});
        QCOMPARE(test::layerOf(before.model, before.posture, web, Layer::testing).verdict, Verdict::unknown);
        QCOMPARE(test::layerOf(before.model, before.posture, web, Layer::network).verdict, Verdict::missing);
        Review review;
        review.statements[{web, "testing"}] = {"Tested weekly.", "Job 7", "Ada", "2026-11-01", "2026-11-30", {}};
        review.statements[{web, "network"}] = {"A firewall.", "", "Ada", "2026-11-01", "", {}};
        review.statements[{"shop/gone[Deployment]", "mfa"}] = {};
        review.statements[{web, "nonsense"}] = {};
        const Judged at = judged(plain, review);
        const LayerVerdict& testing = test::layerOf(at.model, at.posture, web, Layer::testing);
        QCOMPARE(testing.verdict, Verdict::present);
        QCOMPARE(testing.basis, Basis::stated);
        QCOMPARE(testing.reason,
                 std::string("Stated in the review (Ada, 2026-11-01): Tested weekly. Proof: Job 7. Until 2026-11-30."));
        QCOMPARE(test::layerOf(at.model, at.posture, web, Layer::network).verdict, Verdict::missing);
        std::map<std::string, std::string> unused;
        for (const ReviewRow& row : at.posture.review.unused)
            unused[row.id] = row.reason;
        QCOMPARE(unused.size(), std::size_t(3));
        QCOMPARE(unused[web + ", network"], std::string("the input decides it: missing"));
        QCOMPARE(unused["shop/gone[Deployment], mfa"], std::string("the workload is not in the input"));
        QCOMPARE(unused[web + ", nonsense"], std::string("there is no such layer"));
        QCOMPARE(at.posture.review.expiringSoon.size(), std::size_t(1));

        const Judged later = judged(plain, review, "2026-12-01T00:00:00Z");
        QCOMPARE(test::layerOf(later.model, later.posture, web, Layer::testing).verdict, Verdict::unknown);
        QCOMPARE(later.posture.review.expired.size(), std::size_t(1));
        QCOMPARE(later.posture.review.expired.front().reason, std::string("expired on 2026-11-30"));
        const Judged lastDay = judged(plain, review, "2026-11-30T23:59:59Z");
        QCOMPARE(test::layerOf(lastDay.model, lastDay.posture, web, Layer::testing).verdict, Verdict::present);
    }

    void everyKindOfDecision()
    {
        const Model plain = test::modelOf(shop);
        const Judged before = judged(plain, {});
        QVERIFY(before.posture.findings.size() >= 5);
        Review review;
        const std::vector<std::string> expected = {"accepted until 2027-01-31", "mitigated", "false positive", "needs work",
                                                   "open"};
        const FindingState states[] = {FindingState::accepted, FindingState::mitigated, FindingState::falsePositive,
                                       FindingState::needsWork, FindingState::open};
        for (std::size_t i = 0; i < 4; ++i) {
            Decision decision = acceptance(before, before.posture.findings[i]);
            decision.kind = decisionKinds[i];
            if (i > 0)
                decision.expires.clear();
            review.decisions[before.posture.findings[i].id] = decision;
        }
        const Judged at = judged(plain, review);
        QCOMPARE(at.posture.findings.size(), before.posture.findings.size()); // nothing is hidden
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(at.posture.findings[i].status, expected[i]);
            QCOMPARE(at.posture.findings[i].state, states[i]);
            QCOMPARE(at.posture.findings[i].severity, before.posture.findings[i].severity);
        }
        QCOMPARE(test::layersText(at.model, at.posture), test::layersText(before.model, before.posture));
        QVERIFY(at.posture.review.orphaned.empty() && at.posture.review.expired.empty());
    }

    void expiryOpensAgain()
    {
        const Model plain = test::modelOf(shop);
        const Judged before = judged(plain, {});
        const std::string id = before.posture.findings.front().id;
        Review review;
        review.decisions[id] = acceptance(before, before.posture.findings.front(), "2026-12-15");
        const auto first = [&](const char* asOf) { return judged(plain, review, asOf).posture; };
        QCOMPARE(first("2026-11-21T00:00:00Z").findings.front().status, std::string("accepted until 2026-12-15"));
        QCOMPARE(first("2026-11-21T00:00:00Z").review.expiringSoon.front().reason, std::string("expires in 24 days"));
        QCOMPARE(first("2026-11-14T00:00:00Z").review.expiringSoon.size(), std::size_t(0));
        QCOMPARE(first("2026-12-15T23:00:00Z").findings.front().status, std::string("accepted until 2026-12-15"));
        QCOMPARE(first("2026-12-15T23:00:00Z").review.expiringSoon.front().reason, std::string("expires today"));
        const Posture after = first("2026-12-16T00:00:00Z");
        QCOMPARE(after.findings.front().status, std::string("reopened"));
        QCOMPARE(after.findings.front().statusReason, std::string("the decision expired on 2026-12-15"));
        QCOMPARE(after.review.expired.front().id, id);
    }

    void orphansAreListed()
    {
        const Model plain = test::modelOf(shop);
        Review review;
        review.decisions["network-no-policy-00000000"] = {};
        review.sensitivities["shop/gone[Deployment]"] = {"internal", "", "", {}};
        review.audiences["gone.example/"] = {"anyone", "", "", {}};
        review.owners["gone"] = {"x", "", "", {}};
        review.notes["gone"] = {};
        review.notes["shop/web[Deployment]"] = {};
        review.reportMatches["gone.json"] = {"x", "", "", {}};
        const Posture posture = judged(plain, review).posture;
        QCOMPARE(posture.review.orphaned.size(), std::size_t(1));
        QCOMPARE(posture.review.orphaned.front().id, std::string("network-no-policy-00000000"));
        QCOMPARE(posture.review.unused.size(), std::size_t(5));
    }

    // Rule 5 of product.md: none of these opens a finding again.
    void decisionsSurvive_data()
    {
        QTest::addColumn<int>("change");
        const char* names[] = {
            "moved files", "one file in other order", "lines move", "another form", "a bumped tag", "in a List", "scanned again"};
        for (int i = 0; i < 7; ++i)
            QTest::newRow(names[i]) << i;
    }
    void decisionsSurvive()
    {
        QFETCH(int, change);
        test::InputFolder before, after;
        before.write("web.yaml", deployment("web", "1.0"));
        before.write("api.yaml", deployment("api", "1.0"));
        before.write("service.yaml", service);
        before.write("report.json", report("2026-11-18", "1.0", 2));
        const std::string web = deployment("web", change == 4 ? "2.0" : "1.0"), api = deployment("api", "1.0");
        const std::string scan = report(change == 6 ? "2026-11-20" : "2026-11-18", change == 4 ? "2.0" : "1.0", 2);
        if (change == 0) {
            after.write("apps/one/z.yaml", web);
            after.write("apps/one/a.yaml", api);
            after.write("apps/net.yaml", service);
            after.write("scans/of/web.json", scan);
        } else if (change == 1) {
            after.write("all.yaml", service + "---\n" + web + "---\n" + api);
            after.write("report.json", scan);
        } else if (change == 5) {
            std::string list = "apiVersion: v1\nkind: List\nitems:\n";
            for (const std::string& one : {service, api, web}) {
                std::istringstream lines(one);
                std::string line;
                for (bool first = true; std::getline(lines, line); first = false)
                    list += (first ? "- " : "  ") + line + "\n";
            }
            after.write("list.yaml", list);
            after.write("report.json", scan);
        } else {
            after.write("web.yaml", change == 2 ? "# a comment\n\n\n" + web : web);
            after.write("api.yaml", change == 2 ? "---\n\n" + api : api);
            if (change == 3)
                after.write("service.json", R"({"kind":"Service","apiVersion":"v1","spec":{"ports":[{"targetPort":8080,
"port":80}],"selector":{"app":"web"},"type":"LoadBalancer"},"metadata":{"namespace":"shop","name":"web"}})");
            else
                after.write("service.yaml", service);
            after.write("report.json", scan);
        }
        const Judged then = judged(imported(before), {});
        QVERIFY(then.posture.findings.size() >= 8);
        const Judged now = judged(imported(after), accepted(then));
        for (const Finding& one : now.posture.findings)
            QVERIFY2(one.state == FindingState::accepted,
                     (one.id + " " + one.title + ": " + one.status + " " + one.statusReason).c_str());
        QVERIFY(now.posture.review.orphaned.empty());
    }

    void moreOpensAgain()
    {
        test::InputFolder before, after;
        before.write("web.yaml", deployment("web", "1.0"));
        before.write("service.yaml", service);
        before.write("report.json", report("2026-11-18", "1.0", 2));
        after.write("web.yaml", deployment("web", "1.0"));
        after.write("api.yaml", deployment("api", "1.0"));
        after.write("service.yaml", service);
        after.write("report.json", report("2026-11-18", "1.0", 3));
        const Judged then = judged(imported(before), {});
        const Judged now = judged(imported(after), accepted(then));
        const Finding* policy = finding(now.posture, "network-no-policy");
        QVERIFY(policy);
        QCOMPARE(policy->status, std::string("reopened"));
        QCOMPARE(policy->statusReason, std::string("1 more subject: shop/api[Deployment]"));
        for (const Finding& one : now.posture.findings)
            if (one.subjects == std::vector<std::string>{"shop/api[Deployment]"})
                QCOMPARE(one.status, std::string("open"));
        // Less is fine.
        const Judged back = judged(imported(before), accepted(now));
        for (const Finding& one : back.posture.findings)
            QVERIFY2(one.state == FindingState::accepted, (one.title + ": " + one.statusReason).c_str());
    }

    void worseOpensAgain()
    {
        const Judged then = judged(test::modelOf("workload web port=8080\nworkload cart port=6379\n"), {});
        const Judged now =
            judged(test::modelOf("workload web port=8080\nworkload cart port=6379\ninternet -> web:8080\n"), accepted(then));
        bool rose = false;
        for (const Finding& one : now.posture.findings)
            rose = rose || (one.state == FindingState::reopened && one.statusReason.starts_with("severity rose from "));
        QVERIFY(rose);
    }

    void reportsMatchedByHand()
    {
        test::InputFolder folder;
        folder.write("web.yaml", deployment("web", "1.0"));
        folder.write("scans/other.json", R"({"SchemaVersion": 2, "CreatedAt": "2026-11-18T00:00:00Z", "ArtifactName": "build/7",
"ArtifactType": "container_image", "Metadata": {}, "Results": [{"Target": "build/7", "Class": "os-pkgs", "Type": "debian",
"Vulnerabilities": []}]})");
        Model model = imported(folder);
        const std::string before = judged(model, {}).posture.workloads.front().images.front().scan;
        QCOMPARE(before, std::string("none"));
        Review review;
        review.reportMatches["scans/other.json"] = {"shop/web:1.0", "Ada", "2026-11-20", {}};
        review.reportMatches["gone.json"] = {"shop/web:1.0", "", "", {}};
        const auto originals = matchReports(review, model.inventory);
        QCOMPARE(originals.size(), std::size_t(1));
        model.architecture = resolve(model.inventory, test::shippedCatalogue());
        const Judged at = judged(model, review);
        QVERIFY(at.posture.workloads.front().images.front().scan != before);
        const LayerVerdict& image = test::layerOf(at.model, at.posture, "shop/web[Deployment]", Layer::image);
        QVERIFY(image.verdict != Verdict::present); // somebody's word weakens it
        QVERIFY2(at.posture.workloads.front().images.front().explanation.find(
                     "matched by hand in the review (Ada, 2026-11-20)") != std::string::npos,
                 at.posture.workloads.front().images.front().explanation.c_str());
        QCOMPARE(at.posture.review.unused.size(), std::size_t(1));
        for (const auto& [index, report] : originals)
            model.inventory.reports[index] = report;
        model.architecture = resolve(model.inventory, test::shippedCatalogue());
        QCOMPARE(judged(model, {}).posture.workloads.front().images.front().scan, before);
    }

    void matchesThatSayNothingAreListed()
    {
        test::InputFolder folder;
        folder.write("web.yaml", deployment("web", "1.0"));
        folder.write("scans/other.json", R"({"SchemaVersion": 2, "CreatedAt": "2026-11-18T00:00:00Z", "ArtifactName": "build/7",
"ArtifactType": "container_image", "Metadata": {}, "Results": [{"Target": "build/7", "Class": "os-pkgs", "Type": "debian",
"Vulnerabilities": []}]})");
        Model model = imported(folder);
        Review review;
        ReportMatch& match = review.reportMatches["scans/other.json"];
        match.image = "shop/nobody-uses-this:1.0";
        match.reason = "the same commit";
        matchReports(review, model.inventory);
        model.architecture = resolve(model.inventory, test::shippedCatalogue());
        const Judged at = judged(model, review);
        QCOMPARE(at.posture.review.unused.size(), std::size_t(1));
        QVERIFY(at.posture.review.unused.front().reason.starts_with("no image of this name is in use"));
    }

    void aPersonIsToldThatTheDigestDiffers()
    {
        const std::string here = "sha256:" + std::string(64, 'a'), there = "sha256:" + std::string(64, 'b');
        const auto caveat = [&](const std::string& scanned, const std::string& running) {
            Inventory inventory;
            inventory.files.resize(1);
            inventory.files[0].path = "scan.json";
            ScanRecord record;
            record.repoDigests = {scanned};
            record.repoDigestRepositories = {"registry.example/build"};
            ScanReport report;
            report.file = FileId(std::size_t(0));
            report.records = {record};
            inventory.reports = {report};
            PodStatus status;
            status.containers.resize(1);
            status.containers[0].image = "shop/web:1.0";
            status.containers[0].imageId = "docker.io/shop/web@" + running;
            inventory.podStatuses = {status};
            Review review;
            review.reportMatches["scan.json"] = {"shop/web:1.0", "Ada", "2026-11-20", {}};
            matchReports(review, inventory);
            return inventory.reports[0].records[0].caveat;
        };
        QCOMPARE(caveat(there, here),
                 std::string("matched by hand in the review (Ada, 2026-11-20); the report names another digest"));
        QCOMPARE(caveat(here, here), std::string("matched by hand in the review (Ada, 2026-11-20)"));
    }

    void comparingBases()
    {
        DecisionBasis then{"r", "", "medium", {"a", "b"}, {"1", "2"}, {}};
        QCOMPARE(worsened(then, then), std::string());
        QCOMPARE(worsened({}, then), std::string()); // written by hand
        DecisionBasis now = then;
        now.severity = "low";
        now.subjects = {"a"};
        now.evidence = {"2"};
        QCOMPARE(worsened(then, now), std::string());
        now.severity = "high";
        QCOMPARE(worsened(then, now), std::string("severity rose from medium to high"));
        now = then;
        now.evidence = {"1", "2", "3"};
        QCOMPARE(worsened(then, now), std::string("1 line of evidence is new or changed"));
    }

    void datesAreDays()
    {
        for (const char* good : {"2026-11-21", "2024-02-29", "2000-02-29"})
            QVERIFY2(isDate(good), good);
        for (const char* bad :
             {"", "2026-11-31", "2023-02-29", "1900-02-29", "2026-1-1", "2026-11-21T", "2026/11/21", "20a6-11-21"})
            QVERIFY2(!isDate(bad), bad);
        QCOMPARE(daysBetween("2024-02-28", "2024-03-01"), 2L);
        QCOMPARE(daysBetween("2026-12-31", "2026-11-21"), -40L);
    }
};

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
