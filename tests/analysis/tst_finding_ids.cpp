// SPDX-License-Identifier: GPL-3.0-or-later
// A decision stays attached to its finding (product.md, rule 5): the id survives moved and renamed files, other lines,
// other order, reformatting and a bumped image tag. Another object or another rule has another id.
#include "model/resolve/resolve.h"
#include "tests/support/input_folder.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <map>
#include <set>

using namespace bartizan;

namespace {

const std::string service = R"(apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 80, targetPort: 8080}]
)";
std::string deployment(const std::string& name, const std::string& tag)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: shop}\nspec:\n  selector: {matchLabels: {app: " + name +
           "}}\n  template:\n    metadata: {labels: {app: " + name +
           "}}\n    spec:\n      hostPID: true\n      containers:\n      - name: " + name + "\n        image: shop/" + name +
           ":" + tag +
           "\n        securityContext: {privileged: true}\n        env: [{name: DB_PASSWORD, value: correct-horse-7}]\n"
           "        ports: [{containerPort: 8080}]\n";
}
const std::string role = R"(apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: boss}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: boss, namespace: shop}]
)";
const std::string report =
    R"({"SchemaVersion": 2, "CreatedAt": "2026-11-18T00:00:00Z", "ArtifactName": "shop/other:1", "ArtifactType": "container_image",
 "Metadata": {}, "Results": [{"Target": "shop/other:1", "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": []}]})";

std::map<std::string, std::string> idsOf(const test::InputFolder& folder) // id -> title
{
    Model model;
    model.inventory = folder.import();
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    std::map<std::string, std::string> ids;
    for (const Finding& f : test::postureOf(model).findings)
        if (!ids.emplace(f.id, f.title).second)
            qFatal("two findings have the id %s", f.id.c_str());
    return ids;
}

} // namespace

class TestFindingIds : public QObject {
    Q_OBJECT
private slots:
    void survive_data()
    {
        QTest::addColumn<int>("change");
        const char* names[] = {
            "renamed and moved files", "one file in other order", "lines move", "another form", "a bumped tag", "read twice"};
        for (int i = 0; i < 6; ++i)
            QTest::newRow(names[i]) << i;
    }
    void survive()
    {
        QFETCH(int, change);
        test::InputFolder before, after;
        before.write("web.yaml", deployment("web", "1.0"));
        before.write("api.yaml", deployment("api", "1.0"));
        before.write("service.yaml", service);
        before.write("boss.yaml", role);
        before.write("report.json", report);
        const std::string web = deployment("web", change == 4 ? "2.0" : "1.0"), api = deployment("api", "1.0");
        switch (change) {
        case 0:
            after.write("apps/one/z.yaml", web);
            after.write("apps/one/a.yaml", api);
            after.write("apps/net.yaml", service);
            after.write("apps/rights.yaml", role);
            break;
        case 1:
            after.write("all.yaml", role + "---\n" + service + "---\n" + web + "---\n" + api);
            break;
        case 2:
            after.write("web.yaml", "# a comment\n\n\n# and another one\n" + web);
            after.write("api.yaml", "---\n\n" + api);
            after.write("service.yaml", "\n\n" + service);
            after.write("boss.yaml", role);
            break;
        case 3:
            after.write("web.yaml", web);
            after.write("api.yaml", api);
            after.write(
                "service.json",
                R"({"kind":"Service","apiVersion":"v1","spec":{"ports":[{"targetPort":8080,"port":80}],"selector":{"app":"web"},
"type":"LoadBalancer"},"metadata":{"namespace":"shop","name":"web"}})");
            after.write("boss.yaml", role);
            break;
        default:
            after.write("web.yaml", web);
            after.write("api.yaml", api);
            after.write("service.yaml", service);
            after.write("boss.yaml", role);
        }
        after.write("reports/r.json", report);
        const auto old = idsOf(before), now = idsOf(after);
        QVERIFY(old.size() >= 8);
        std::set<std::string> oldIds, nowIds;
        for (const auto& [id, title] : old)
            oldIds.insert(id + " " + title);
        for (const auto& [id, title] : now)
            nowIds.insert(id + " " + title);
        for (const std::string& id : oldIds)
            QVERIFY2(nowIds.count(id) != 0, ("lost: " + id).c_str());
        for (const std::string& id : nowIds)
            QVERIFY2(oldIds.count(id) != 0, ("new: " + id).c_str());
    }

    void differ()
    {
        test::InputFolder one, two;
        one.write("web.yaml", deployment("web", "1.0"));
        two.write("web.yaml", deployment("shop", "1.0")); // the same text under another name
        const auto first = idsOf(one), second = idsOf(two);
        std::size_t same = 0;
        for (const auto& [id, title] : first)
            same += second.count(id);
        // What is absent from a namespace keeps its id; what an object does has the object's.
        for (const char* rule : {"hardening-privileged", "hardening-host-namespace", "secrets-literal-env"})
            for (const auto& [id, title] : first)
                if (id.compare(0, std::string(rule).size(), rule) == 0)
                    QVERIFY2(second.count(id) == 0, id.c_str());
        QVERIFY(same > 0);
    }
};

QTEST_GUILESS_MAIN(TestFindingIds)
#include "tst_finding_ids.moc"
