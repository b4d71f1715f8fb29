// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast of the themes' tokens where they meet: text 4.5, marks and lines 3, the light's line on its band 7 (WCAG 2.1
// "contrast ratio"). Borders of namespaces and what does not apply are repeated by words and have 2.3. In high contrast
// text has 7, marks, lines and borders 4.5.
#include "diagram/marks.h"
#include "diagram/theme.h"

#include <QTest>

#include <cmath>

using namespace bartizan::diagram;

class TestContrast : public QObject {
    Q_OBJECT

    static double luminance(const QColor& colour)
    {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    }
    static double contrast(const QColor& a, const QColor& b)
    {
        const double x = luminance(a);
        const double y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    }

    struct Named {
        const char* name;
        QColor Theme::*token;
    };
    struct Rule {
        double floor;
        std::vector<Named> front, ground;
    };

    static std::vector<Rule> rules()
    {
        const Named win{"win", &Theme::win}, bar{"bar", &Theme::bar}, surf{"surf", &Theme::surf},
            canvas{"canvas", &Theme::canvas}, sunken{"sunken", &Theme::sunken}, nsFill{"nsFill", &Theme::nsFill},
            nsTab{"nsTab", &Theme::nsTab}, sel{"sel", &Theme::sel}, hover{"hover", &Theme::hover}, code{"code", &Theme::code},
            codeHi{"codeHi", &Theme::codeHi};
        const std::vector<Named> grounds{win, bar, surf, canvas, sunken, nsFill, nsTab, sel, hover};
        return {
            {4.5, {{"ink", &Theme::ink}, {"ink2", &Theme::ink2}}, grounds},
            {4.5, {{"ink3", &Theme::ink3}}, {win, bar, surf, canvas, sunken, nsFill}},
            {4.5, {{"ink", &Theme::ink}, {"ink2", &Theme::ink2}, {"accent", &Theme::accent}}, {code}},
            {4.5, {{"ink", &Theme::ink}}, {codeHi}},
            {4.5, {{"accent", &Theme::accent}}, {surf, canvas, win, sunken}},
            {4.5, {{"onAccent", &Theme::onAccent}}, {{"accent", &Theme::accent}}},
            {4.5, {{"onCritical", &Theme::onCritical}}, {{"critical", &Theme::critical}}},
            {4.5, {{"critical", &Theme::critical}, {"high", &Theme::high}, {"low", &Theme::low}, {"info", &Theme::info}}, {surf}},
            {4.5, {{"missing", &Theme::missing}, {"unknown", &Theme::unknown}, {"present", &Theme::present}}, {surf}},
            {4.5, {{"partial", &Theme::partial}, {"medium", &Theme::medium}}, {surf}},
            {4.5, {{"ink", &Theme::ink}}, {{"litFill", &Theme::litFill}}},
            {3,
             {{"present", &Theme::present},
              {"partial", &Theme::partial},
              {"missing", &Theme::missing},
              {"unknown", &Theme::unknown}},
             {surf, canvas, nsFill, sunken}},
            {3, {{"present", &Theme::present}}, {{"presentT", &Theme::presentT}}},
            {3, {{"partial", &Theme::partial}}, {{"partialT", &Theme::partialT}, {"footH", &Theme::footH}}},
            {3, {{"missing", &Theme::missing}}, {{"missingT", &Theme::missingT}, {"footM", &Theme::footM}}},
            {3, {{"unknown", &Theme::unknown}}, {{"unknownT", &Theme::unknownT}, {"footU", &Theme::footU}}},
            {3, {{"edge", &Theme::edge}, {"edgeLatent", &Theme::edgeLatent}}, {canvas, nsFill, surf}},
            {3, {{"accent", &Theme::accent}, {"focus", &Theme::focus}}, {canvas, nsFill, surf}},
            {7, {{"lit", &Theme::lit}}, {{"litCase", &Theme::litCase}, {"litCase2", &Theme::litCase2}}},
            {2.3, {{"ns", &Theme::ns}}, {canvas, surf}},
            {2.2, {{"ns", &Theme::ns}}, {nsFill}},
            {1.7, {{"na", &Theme::na}}, {surf}},
        };
    }
    static std::vector<Rule> strongRules()
    {
        std::vector<Rule> all = rules();
        for (Rule& rule : all)
            rule.floor = rule.floor >= 4.5 ? 7 : 4.5;
        const Named surf{"surf", &Theme::surf}, canvas{"canvas", &Theme::canvas}, win{"win", &Theme::win};
        all.push_back(
            {4.5, {{"line", &Theme::line}, {"line2", &Theme::line2}, {"coreLine", &Theme::coreLine}}, {surf, canvas, win}});
        all.push_back({4.5, {{"na", &Theme::na}}, {canvas, {"naT", &Theme::naT}}});
        all.push_back({4.5, {{"litRing", &Theme::litRing}}, {canvas, {"litFill", &Theme::litFill}}});
        all.push_back({3, {{"grid", &Theme::grid}}, {surf}});
        return all;
    }

private slots:
    void tokens_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("paper") << 2;
        QTest::newRow("high contrast, light") << 3;
        QTest::newRow("high contrast, dark") << 4;
    }

    void tokens()
    {
        QFETCH(int, theme);
        const Theme& t = theme == 0   ? lightTheme()
                         : theme == 1 ? darkTheme()
                         : theme == 2 ? paperTheme()
                                      : highContrastTheme(theme == 4);
        QCOMPARE(t.strong, theme > 2);
        const double text = t.strong ? 7 : 4.5;
        int pairs = 0;
        QStringList below;
        for (const Rule& rule : t.strong ? strongRules() : rules()) {
            for (const Named& front : rule.front) {
                for (const Named& ground : rule.ground) {
                    const double is = contrast(t.*front.token, t.*ground.token);
                    ++pairs;
                    if (is < rule.floor)
                        below << QStringLiteral("%1 on %2: %3 < %4")
                                     .arg(QLatin1String(front.name), QLatin1String(ground.name))
                                     .arg(is, 0, 'f', 2)
                                     .arg(rule.floor);
                }
            }
        }
        for (std::size_t i = 0; i < t.family.size(); ++i) {
            ++pairs;
            if (contrast(t.family[i], t.surf) < text)
                below << QStringLiteral("family %1: %2").arg(i).arg(contrast(t.family[i], t.surf));
        }
        for (int level = 0; level < 4; ++level) {
            ++pairs;
            if (contrast(t.onCore(level), t.core[static_cast<std::size_t>(level)]) < (t.strong ? 4.5 : 3))
                below << QStringLiteral("icon on core %1").arg(level);
        }
        QVERIFY(pairs > 80);
        QVERIFY2(below.isEmpty(), qPrintable(below.join(QStringLiteral("; "))));
    }

    void contrastItself()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestContrast)
#include "tst_contrast.moc"
