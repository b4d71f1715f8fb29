// SPDX-License-Identifier: GPL-3.0-or-later
// Calico's selector language: what each form becomes, where a selector is refused, and that size and depth are bounded.
#include "importers/policies/calico_selector.h"

#include "tests/importers/traffic_policy_text.h"

using namespace bartizan;
using importers::CalicoSelector;
using importers::parseCalicoSelector;

namespace {

using Of = LabelCondition::Of;

std::string read(std::string_view text, Of whose = Of::pod)
{
    const CalicoSelector parsed = parseCalicoSelector(text, whose);
    return parsed.valid() ? test::conditionText(parsed.condition) : "at " + std::to_string(parsed.position) + ": " + parsed.error;
}

} // namespace

class TestCalicoSelector : public QObject {
    Q_OBJECT
private slots:
    void forms();
    void precedence();
    void otherLabels();
    void namespaces();
    void refusals();
    void bounds();
};

void TestCalicoSelector::forms()
{
    QCOMPARE(read(""), std::string("true"));
    QCOMPARE(read(" \t"), std::string("true"));
    QCOMPARE(read("all()"), std::string("true"));
    QCOMPARE(read("all( )"), std::string("true"));
    QCOMPARE(read("has(app)"), std::string("has app"));
    QCOMPARE(read("has( my.org/app )"), std::string("has my.org/app"));
    QCOMPARE(read("!has(app)"), std::string("not (has app)"));
    QCOMPARE(read("!!has(app)"), std::string("has app"));
    QCOMPARE(read("app == 'web'"), std::string("app in (web)"));
    QCOMPARE(read("app==\"it's\""), std::string("app in (it's)"));
    QCOMPARE(read("app != 'web'"), std::string("not (app in (web))"));
    QCOMPARE(read("app in { 'b', \"a\", 'b' }"), std::string("app in (a,b)"));
    QCOMPARE(read("app in{'a',}"), std::string("app in (a)"));
    QCOMPARE(read("app in {}"), std::string("app in ()"));
    QCOMPARE(read("app not in {'a'}"), std::string("not (app in (a))"));
    QCOMPARE(read("app notin {'a'}"), std::string("not (app in (a))"));
    QCOMPARE(read("app contains 'b'"), std::string("app contains b"));
    QCOMPARE(read("app starts with 'b'"), std::string("app starts b"));
    QCOMPARE(read("app ends  with 'b'"), std::string("app ends b"));
    QCOMPARE(read("all == 'x'"), std::string("all in (x)")); // a label of that name
    QCOMPARE(read("in == 'x'"), std::string("in in (x)"));
}

void TestCalicoSelector::precedence()
{
    QCOMPARE(read("has(a) || has(b) && has(c)"), std::string("(has a | (has b & has c))"));
    QCOMPARE(read("(has(a) || has(b)) && has(c)"), std::string("((has a | has b) & has c)"));
    QCOMPARE(read("!has(a) && has(b) && !(has(c))"), std::string("(not (has a) & has b & not (has c))"));
    QCOMPARE(read("!all() || !((!has(app) || has(tier)) && !has(k8s-app))"),
             std::string("(not (true) | not (((not (has app) | has tier) & not (has k8s-app))))"));
}

void TestCalicoSelector::otherLabels()
{
    QCOMPARE(read("pcns.env == 'prod'"), std::string("ns:env in (prod)"));
    QCOMPARE(read("has(pcsa.team)"), std::string("has sa:team"));
    QCOMPARE(read("projectcalico.org/namespace == 'shop'"), std::string("ns:kubernetes.io/metadata.name in (shop)"));
    QCOMPARE(read("projectcalico.org/namespace not in {'a'}"), std::string("not (ns:kubernetes.io/metadata.name in (a))"));
    QCOMPARE(read("projectcalico.org/serviceaccount == 'x'"), std::string("projectcalico.org/serviceaccount in (x)"));
    QCOMPARE(read("projectcalico.org/orchestrator == 'k8s'"), std::string("has projectcalico.org/serviceaccount"));
    QCOMPARE(read("projectcalico.org/orchestrator == 'vm'"), std::string("projectcalico.org/serviceaccount in ()"));
    QCOMPARE(read("projectcalico.org/orchestrator starts with 'k'"), std::string("has projectcalico.org/serviceaccount"));
    QCOMPARE(read("team == 'x'", Of::account), std::string("sa:team in (x)"));
    QCOMPARE(read("pcns.x == 'x'", Of::account), std::string("sa:pcns.x in (x)"));
}

void TestCalicoSelector::namespaces()
{
    const std::string any = "has ns:kubernetes.io/metadata.name", none = "not (" + any + ")";
    QCOMPARE(read("all()", Of::space), any);
    QCOMPARE(read("global()", Of::space), none);
    QCOMPARE(read("global() || all()", Of::space), "(" + none + " | " + any + ")");
    QCOMPARE(read("env == 'x'", Of::space), std::string("ns:env in (x)"));
    QCOMPARE(read("has(a) && global()"), std::string("at 10: global() in a namespaceSelector only"));
}

void TestCalicoSelector::refusals()
{
    QCOMPARE(read("app"), std::string("at 3: an operator (==, in, contains, ...)"));
    QCOMPARE(read("app = 'x'"), std::string("at 4: an operator (==, in, contains, ...)"));
    QCOMPARE(read("app == x"), std::string("at 7: a value in quotes"));
    QCOMPARE(read("app == 'x"), std::string("at 7: a value in quotes"));
    QCOMPARE(read("app in {'x' 'y'}"), std::string("at 12: , or }"));
    QCOMPARE(read("app in {'x'"), std::string("at 11: , or }"));
    QCOMPARE(read("app in 'x'"), std::string("at 7: {"));
    QCOMPARE(read("app starts 'x'"), std::string("at 11: with"));
    QCOMPARE(read("app not 'x'"), std::string("at 8: in"));
    QCOMPARE(read("has()"), std::string("at 4: a label"));
    QCOMPARE(read("has(a"), std::string("at 5: )"));
    QCOMPARE(read("(has(a)"), std::string("at 7: )"));
    QCOMPARE(read("has(a))"), std::string("at 6: an operator or the end"));
    QCOMPARE(read("has(a) has(b)"), std::string("at 7: an operator or the end"));
    QCOMPARE(read("has(a) &&"), std::string("at 9: a label, has(, all( or ("));
    QCOMPARE(read("has(a) & has(b)"), std::string("at 7: an operator or the end"));
    QCOMPARE(read("\n has(a)"), std::string("at 0: a label, has(, all( or (")); // Calico knows spaces and tabs only
}

void TestCalicoSelector::bounds()
{
    const auto nested = [](std::size_t levels) { return std::string(levels, '(') + "has(a)" + std::string(levels, ')'); };
    QCOMPARE(read(nested(importers::calicoSelectorDepth - 1)), std::string("has a"));
    QCOMPARE(read(nested(importers::calicoSelectorDepth)), std::string("at 64: at most 64 levels of parentheses"));
    QVERIFY(!parseCalicoSelector(std::string(importers::calicoSelectorBytes, '('), Of::pod).valid());
    QCOMPARE(read(std::string(importers::calicoSelectorBytes + 1, '!')), std::string("at 0: at most 10000 bytes"));
    std::string chain = "has(a)";
    while (chain.size() + 10 <= importers::calicoSelectorBytes)
        chain += " && has(a)";
    const CalicoSelector parsed = parseCalicoSelector(chain, Of::pod);
    QVERIFY(parsed.valid());
    QCOMPARE(parsed.condition.parts.size(), std::size_t(1000));
}

QTEST_GUILESS_MAIN(TestCalicoSelector)
#include "tst_calico_selector.moc"
