// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, icons, fonts, hit tests, stamps: what the pictures are made of.
#include "diagram/fonts.h"
#include "diagram/groups.h"
#include "diagram/hit.h"
#include "diagram/icons.h"
#include "diagram/layout/layout.h"
#include "diagram/marks.h"
#include "diagram/nodes.h"
#include "diagram/painter.h"
#include "diagram/stamps.h"
#include "diagram/text.h"
#include "tests/diagram/samples.h"

#include <QFontInfo>
#include <QTest>

using namespace bartizan::diagram;

class TestPainter : public QObject {
    Q_OBJECT

    // Mean difference of brightness, 0..255: what is left when colours are gone.
    static double greyDifference(const QImage& a, const QImage& b)
    {
        double sum = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                sum += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y)));
        }
        return sum / (a.width() * a.height());
    }

    static int painted(const QImage& image)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
        }
        return count;
    }

    static int find(const Drawing& d, const char* name)
    {
        for (std::size_t i = 0; i < d.nodes.size(); ++i) {
            if (d.nodes[i].label == QLatin1String(name))
                return static_cast<int>(i);
        }
        return -1;
    }

private slots:
    void initTestCase() { useBundledFonts(); }

    void bundledFontsResolve()
    {
        for (const QFont::Weight weight : {QFont::Normal, QFont::Medium, QFont::DemiBold, QFont::Bold}) {
            QCOMPARE(QFontInfo(uiFont(12, weight)).family(), QStringLiteral("Inter"));
            QCOMPARE(QFontInfo(uiFont(12, weight)).weight(), static_cast<int>(weight));
        }
        QCOMPARE(QFontInfo(codeFont(12)).family(), QStringLiteral("JetBrains Mono"));
        QVERIFY(textWidth(QStringLiteral("ii"), {12, QFont::Normal, true}) ==
                textWidth(QStringLiteral("WW"), {12, QFont::Normal, true}));
    }

    void marksDifferWithoutColour()
    {
        std::vector<QImage> images;
        for (int i = 0; i < markCount; ++i)
            images.push_back(markImage(static_cast<Mark>(i), 12, lightTheme(), 2));
        for (std::size_t a = 0; a < images.size(); ++a) {
            for (std::size_t b = a + 1; b < images.size(); ++b)
                QVERIFY2(greyDifference(images[a], images[b]) > 12, qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }

    void everyIconPaints()
    {
        for (int i = 0; i < iconCount; ++i) {
            const int pixels = painted(iconImage(static_cast<Icon>(i), 16, Qt::black, 2));
            QVERIFY2(pixels > 30 && pixels < 900, qPrintable(QStringLiteral("icon %1: %2").arg(i).arg(pixels)));
        }
    }

    void elides()
    {
        const TextStyle style{11, QFont::Medium};
        const QString name = QStringLiteral("recommendationservice");
        QCOMPARE(elideMiddle(name, style, 400), name);
        const QString cut = elideMiddle(name, style, 80);
        QVERIFY(cut.startsWith(QStringLiteral("rec")) && cut.endsWith(QStringLiteral("ice")));
        QVERIFY(textWidth(cut, style) <= 80);
        QCOMPARE(visibleText(QString::fromUtf8("a\xE2\x80\xAE"
                                               "b\nc\x01")),
                 QStringLiteral("a[U+202E]b c[U+0001]"));
    }

    void hits()
    {
        Drawing d = samples::boutique();
        layOut(d);
        View view = fitted(d.bounds, {1200, 700});
        const int payment = find(d, "paymentservice");
        const Node& node = d.nodes[static_cast<std::size_t>(payment)];
        QCOMPARE(hitTest(d, view, view.toView(node.centre)), (Hit{Hit::Kind::node, payment}));
        for (std::size_t g = 0; g < d.groups.size(); ++g) {
            const QRectF tab = tabRect(d.groups[g], view);
            if (!tab.isEmpty())
                QCOMPARE(hitTest(d, view, tab.center()), (Hit{Hit::Kind::group, static_cast<int>(g)}));
            else
                QCOMPARE(hitTest(d, view, view.toView(d.groups[g].rect.center())), (Hit{Hit::Kind::group, static_cast<int>(g)}));
        }
        const Edge& lane = *std::find_if(d.edges.begin(), d.edges.end(), [](const Edge& e) { return e.bypass; });
        const QPointF on = view.toView(lane.points[lane.points.size() / 3 / 2 * 3]);
        QCOMPARE(hitTest(d, view, on + QPointF(0, 2)).kind, Hit::Kind::edge);
        QCOMPARE(hitTest(d, view, {-500, -500}), Hit{});
        QVERIFY(nodeRect(d, view, payment).contains(view.toView(node.centre)));
        const int checkout = find(d, "checkoutservice");
        QCOMPARE(nearestNode(d, View(), payment, {0, 1}), find(d, "ledger-db"));
        QVERIFY(nearestNode(d, View(), checkout, {-1, 0}) >= 0);
        QCOMPARE(nearestNode(d, View(), find(d, "outside"), {-1, 0}), -1);
    }

    void hitsDotsOfACollapsedNamespace()
    {
        Drawing d = samples::random(400, 20, 1);
        collapseForSize(d);
        layOut(d);
        const View view = fitted(d.bounds, {1200, 700});
        const Group& group = d.groups[4];
        for (const int place : {0, 7, 19}) {
            const Hit hit = hitTest(d, view, dotCentre(group, place, view));
            QCOMPARE(hit, (Hit{Hit::Kind::node, group.nodes[static_cast<std::size_t>(place)]}));
        }
    }

    void stampsLookLikeRings()
    {
        Drawing d = samples::boutique();
        layOut(d);
        View view = fitted(d.bounds, {1200, 700});
        const QImage plain = drawingImage(d, view, {1200, 700});
        StampCache stamps;
        view.stamps = &stamps;
        const QImage stamped = drawingImage(d, view, {1200, 700});
        QVERIFY(stamps.size() > 8);
        double sum = 0;
        for (int y = 0; y < plain.height(); y += 2) {
            for (int x = 0; x < plain.width(); x += 2)
                sum += std::abs(qGray(plain.pixel(x, y)) - qGray(stamped.pixel(x, y)));
        }
        QVERIFY2(sum / (600 * 350) < 1.5, qPrintable(QString::number(sum / (600 * 350))));
    }

    void wordsForScreenReaders()
    {
        const Drawing d = samples::boutique();
        const Node& payment = d.nodes[static_cast<std::size_t>(find(d, "paymentservice"))];
        QCOMPARE(accessibleName(d, payment),
                 QStringLiteral("paymentservice, workload in payments, restricted, required 16: present 5, partial 5, missing 3, "
                                "unknown 3; no check in front, direct; 0 steps"));
        QCOMPARE(accessibleName(d, d.edges[3]),
                 QStringLiteral("checkoutservice calls paymentservice, plain text, observed, no check seen"));
    }
};

QTEST_MAIN(TestPainter)
#include "tst_painter.moc"
