// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the pictures that people look at. With BARTIZAN_SHOTS=<folder> the PNG files stay there.
#include "diagram/fonts.h"
#include "diagram/layout/layout.h"
#include "diagram/legend.h"
#include "diagram/nodes.h"
#include "diagram/painter.h"
#include "tests/diagram/samples.h"

#include <QTest>

using namespace bartizan::diagram;

class TestShots : public QObject {
    Q_OBJECT

    static void keep(const QImage& image, const QString& name)
    {
        const QString folder = qEnvironmentVariable("BARTIZAN_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }

    static QImage shot(const Drawing& drawing, const Theme& theme, QSize size, double most = 1.4, Lens lens = Lens::exposure)
    {
        View view = fitted(drawing.bounds, size, 24, most);
        view.theme = &theme;
        view.lens = lens;
        return drawingImage(drawing, view, size, 1.5);
    }

    // More than ground must have been painted.
    static int inkPixels(const QImage& image, const QColor& ground)
    {
        int count = 0;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                count += image.pixelColor(x, y) != ground ? 1 : 0;
        }
        return count;
    }

private slots:
    void initTestCase() { useBundledFonts(); }

    void boutique()
    {
        Drawing drawing = samples::boutique();
        layOut(drawing);
        for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
            QImage image = shot(drawing, *theme, {1180, 680});
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            drawLegend(&painter, {14, 610}, *theme);
            painter.end();
            QVERIFY(inkPixels(image, theme->canvas) > 20000);
            keep(image, theme->dark ? QStringLiteral("boutique-dark") : QStringLiteral("boutique-light"));
        }
    }

    void near()
    {
        Drawing drawing = samples::boutique();
        layOut(drawing);
        View view;
        view.scale = 2.6;
        const auto payment = std::find_if(drawing.nodes.begin(), drawing.nodes.end(),
                                          [](const Node& n) { return n.label == QStringLiteral("paymentservice"); });
        view.origin = payment->centre - QPointF(450, 260) / view.scale;
        keep(drawingImage(drawing, view, {900, 560}, 1.5), QStringLiteral("near"));
    }

    void lenses()
    {
        Drawing drawing = samples::boutique();
        layOut(drawing);
        for (int i = 1; i < lensCount; ++i)
            keep(shot(drawing, lightTheme(), {1000, 560}, 1.4, static_cast<Lens>(i)), QStringLiteral("lens-%1").arg(i));
    }

    void sizes_data()
    {
        QTest::addColumn<int>("services");
        QTest::addColumn<int>("perGroup");
        QTest::newRow("one") << 1 << 10;
        QTest::newRow("sixty") << 60 << 12;
        QTest::newRow("two hundred") << 200 << 20;
        QTest::newRow("thousand") << 1000 << 25;
    }

    void sizes()
    {
        QFETCH(int, services);
        QFETCH(int, perGroup);
        Drawing drawing = samples::random(services, perGroup, 1.5);
        collapseForSize(drawing);
        layOut(drawing);
        const QImage image = shot(drawing, lightTheme(), {1160, 680});
        QVERIFY(inkPixels(image, lightTheme().canvas) > 300);
        keep(image, QStringLiteral("size-%1").arg(services));
    }
};

QTEST_MAIN(TestShots)
#include "tst_shots.moc"
