// SPDX-License-Identifier: GPL-3.0-or-later
// The rule table, resources/rules.yaml and the code name the same rules; controls that rules bear on exist.
#include "analysis/rule_ids.h"
#include "tests/support/paths.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <set>

using namespace bartizan;
using namespace bartizan::analysis;

class TestRules : public QObject {
    Q_OBJECT
private slots:
    void idsAreUnique()
    {
        std::set<std::string_view> ids;
        for (const RuleRow& row : ruleRows)
            QVERIFY2(ids.insert(row.id).second, std::string(row.id).c_str());
    }

    void tableAndTextsAgree()
    {
        const Catalogue& catalogue = test::shippedCatalogue();
        std::set<std::string> texts;
        for (const RuleText& text : catalogue.rules)
            texts.insert(text.id);
        for (const RuleRow& row : ruleRows) {
            const RuleText* text = catalogue.rule(std::string(row.id));
            QVERIFY2(text, ("no text for " + std::string(row.id)).c_str());
            QCOMPARE(text->layer, std::string(layerId(row.layer)));
            QCOMPARE(text->severity, std::string(row.severity));
            QVERIFY2(!text->title.empty() && !text->why.empty(), text->id.c_str());
            QVERIFY2(text->severity == "none" || !text->fix.empty(), ("no fix for " + text->id).c_str());
            for (const std::string& control : text->controls)
                QVERIFY2(catalogue.control(control), (text->id + " names " + control).c_str());
            texts.erase(std::string(row.id));
        }
        QVERIFY2(texts.empty(), texts.empty() ? "" : ("no rule for the text " + *texts.begin()).c_str());
    }

    void everyRuleIsUsed()
    {
        std::string code;
        for (const auto& path : test::filesBelow(test::sourceDir() / "analysis"))
            if (path.extension() == ".cpp")
                code += *test::readFile(path);
        for (const RuleRow& row : ruleRows)
            QVERIFY2(code.find('"' + std::string(row.id) + '"') != std::string::npos, std::string(row.id).c_str());
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
