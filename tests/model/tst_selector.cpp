// SPDX-License-Identifier: GPL-3.0-or-later
// Label selectors (Kubernetes meta/v1 LabelSelector), attributes, names and the scope of what was read.
#include "model/inventory.h"

#include <QTest>

using namespace bartizan;
using Op = SelectorRequirement::Op;

namespace {

Attributes labels(std::initializer_list<std::pair<const char*, const char*>> list) // given sorted by key
{
    Attributes result;
    for (const auto& [key, value] : list)
        result.push_back({key, value, {}});
    return result;
}

Selector selector(std::vector<SelectorRequirement> requirements)
{
    Selector result;
    result.present = true;
    result.requirements = std::move(requirements);
    return result;
}

} // namespace

class TestSelector : public QObject {
    Q_OBJECT
private slots:
    void attributes();
    void matching();
    void texts();
    void names();
    void scope();
};

void TestSelector::attributes()
{
    const Attributes list = labels({{"app", "web"}, {"tier", ""}, {"zone", "a"}});
    QCOMPARE(find(list, "zone")->value, std::string("a"));
    QVERIFY(find(list, "tier"));
    QVERIFY(!find(list, "ap"));
    QVERIFY(!find(list, "zonf"));
    QVERIFY(!find({}, "app"));
    QCOMPARE(valueOf(list, "app"), std::string_view("web"));
    QCOMPARE(valueOf(list, "nothing"), std::string_view());
}

void TestSelector::matching()
{
    const Attributes web = labels({{"app", "web"}, {"tier", "front"}});
    QVERIFY(!matches(Selector{}, web)); // a null selector selects nothing
    QVERIFY(matches(selector({}), web));
    QVERIFY(matches(selector({}), {}));
    QVERIFY(matches(selector({{"app", Op::in, {"web"}}}), web));
    QVERIFY(!matches(selector({{"app", Op::in, {"webb"}}}), web));
    QVERIFY(!matches(selector({{"app", Op::in, {"web"}}, {"tier", Op::in, {"back"}}}), web));
    QVERIFY(matches(selector({{"tier", Op::in, {"back", "front"}}}), web));
    QVERIFY(!matches(selector({{"tier", Op::notIn, {"back", "front"}}}), web));
    QVERIFY(matches(selector({{"zone", Op::notIn, {"a"}}}), web)); // an absent key satisfies NotIn
    QVERIFY(!matches(selector({{"zone", Op::in, {"a"}}}), web));
    QVERIFY(matches(selector({{"app", Op::exists, {}}}), web));
    QVERIFY(!matches(selector({{"zone", Op::exists, {}}}), web));
    QVERIFY(matches(selector({{"zone", Op::doesNotExist, {}}}), web));
    QVERIFY(!matches(selector({{"app", Op::doesNotExist, {}}}), web));
    QVERIFY(!matches(selector({{"app", Op::in, {}}}), web));
}

void TestSelector::texts()
{
    QCOMPARE(toText(Selector{}), std::string("nothing"));
    QCOMPARE(toText(selector({})), std::string("everything"));
    QCOMPARE(toText(selector({{"app", Op::in, {"web"}}, {"tier", Op::in, {"a", "b"}}, {"x", Op::exists, {}}})),
             std::string("app=web, tier in (a, b), has x"));
    QCOMPARE(toText(selector({{"env", Op::notIn, {"prod"}}, {"tier", Op::notIn, {"a", "b"}}, {"y", Op::doesNotExist, {}}})),
             std::string("env!=prod, tier not in (a, b), has no y"));
}

void TestSelector::names()
{
    Object object;
    object.version = "v1";
    object.identity.kind = "Service";
    object.identity.ns = "shop";
    object.identity.name = "cart";
    QCOMPARE(apiVersionOf(object), std::string("v1"));
    QCOMPARE(displayName(object.identity), std::string("Service shop/cart"));
    object.identity = {"east", "rbac.authorization.k8s.io", "ClusterRole", "", "admin"};
    QCOMPARE(apiVersionOf(object), std::string("rbac.authorization.k8s.io/v1"));
    QCOMPARE(displayName(object.identity), std::string("ClusterRole east//admin"));
}

void TestSelector::scope()
{
    Scope scope;
    QCOMPARE(scope.state("Service", "shop"), ScopeState::notAsked);
    scope.entries = {{"Secret", "*", ScopeState::refused, ""},
                     {"Secret", "shop", ScopeState::read, ""},
                     {"Service", "*", ScopeState::read, ""},
                     {"Service", "kube-system", ScopeState::refused, ""},
                     {"NetworkPolicy.networking.k8s.io", "shop", ScopeState::read, ""}};
    QCOMPARE(scope.state("Secret", "shop"), ScopeState::read);
    QCOMPARE(scope.state("Secret", "other"), ScopeState::refused);
    QCOMPARE(scope.state("Service", "shop"), ScopeState::read);
    QCOMPARE(scope.state("Service", "kube-system"), ScopeState::read); // the list of the whole cluster holds it
    QCOMPARE(scope.state("NetworkPolicy.networking.k8s.io", "other"), ScopeState::notAsked);
    QCOMPARE(scope.state("Pod", "shop"), ScopeState::notAsked);
    scope.entries.push_back({"*", "shop", ScopeState::read, ""});
    QCOMPARE(scope.state("Pod", "shop"), ScopeState::read);
    QCOMPARE(scope.state("Secret", "other"), ScopeState::refused);
}

QTEST_GUILESS_MAIN(TestSelector)
#include "tst_selector.moc"
