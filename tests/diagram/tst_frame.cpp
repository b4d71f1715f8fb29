// SPDX-License-Identifier: GPL-3.0-or-later
// A picture put together from moves and patches is the picture that is painted at once.
#include "diagram/fonts.h"
#include "diagram/frame.h"
#include "diagram/layout/layout.h"
#include "tests/diagram/samples.h"

#include <QTest>

using namespace bartizan::diagram;

class TestFrame : public QObject {
    Q_OBJECT

    const QSize m_size{700, 460};
    std::shared_ptr<const Drawing> m_shop, m_many, m_closed;

    static std::shared_ptr<const SceneIndex> indexOf(const std::shared_ptr<const Drawing>& drawing)
    {
        return std::make_shared<const SceneIndex>(*drawing);
    }

    // Pixels whose channels differ by more than `by`, and the largest difference.
    static int differing(const QImage& a, const QImage& b, int by, int* most = nullptr)
    {
        int count = 0;
        int largest = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y);
                const QRgb q = b.pixel(x, y);
                const int away =
                    std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
                largest = std::max(largest, away);
                count += away > by ? 1 : 0;
            }
        }
        if (most)
            *most = largest;
        return count;
    }

private slots:
    void initTestCase()
    {
        useBundledFonts();
        const auto made = [](Drawing drawing) {
            layOut(drawing);
            return std::make_shared<const Drawing>(std::move(drawing));
        };
        m_shop = made(samples::boutique());
        m_many = made(samples::random(600, 20, 3));
        Drawing closed = samples::random(600, 20, 3);
        collapseForSize(closed);
        m_closed = made(std::move(closed));
    }

    void movesAreExact_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.5}) {
            for (const double scale : {0.1, 0.7, 2.6}) {
                QTest::addRow("shop %g at %g", scale, ratio) << 0 << scale << ratio;
                QTest::addRow("many %g at %g", scale, ratio) << 1 << scale << ratio;
            }
            QTest::addRow("closed 0.4 at %g", ratio) << 2 << 0.4 << ratio;
        }
    }

    void movesAreExact()
    {
        QFETCH(int, which);
        QFETCH(double, scale);
        QFETCH(double, ratio);
        const auto drawing = which == 0 ? m_shop : which == 1 ? m_many : m_closed;
        const auto index = indexOf(drawing);
        View view;
        view.scale = scale;
        view.origin = drawing->bounds.center() - QPointF(m_size.width(), m_size.height()) / 2 / scale;
        const QPointF start = view.origin;
        FramePainter moving;
        moving.paint({drawing, index, view, m_size, ratio});
        QPointF at;
        for (const QPointF step :
             {QPointF(13, 0), QPointF(0, 9), QPointF(-40, 22), QPointF(7, -61), QPointF(-3, -2), QPointF(333, 91)}) {
            at += step / ratio;
            view.origin = start + at / scale;
            moving.paint({drawing, index, view, m_size, ratio});
        }
        view.selected = {2, 5};
        view.focused = 5;
        const QImage moved = moving.paint({drawing, index, view, m_size, ratio}).copy();
        QCOMPARE(moving.counts().all, 1);
        QCOMPARE(moving.counts().moved, 6);
        QCOMPARE(moving.counts().patched, 1);
        QVERIFY((moving.origin() - view.origin).manhattanLength() * scale * ratio <= 1.01);
        FramePainter fresh;
        view.origin = moving.origin();
        const QImage whole = fresh.paint({drawing, index, view, m_size, ratio});
        QCOMPARE(moved.size(), whole.size());
        // Places count from another anchor: the last bit of a place may round a line's coverage, or where a word stands among
        // the quarters of a pixel, the other way.
        int most = 0;
        const int pixels = differing(moved, whole, 2, &most);
        if (const QString folder = qEnvironmentVariable("BARTIZAN_SHOTS"); !folder.isEmpty() && pixels > 20) {
            moved.save(folder + QStringLiteral("/moved-%1.png").arg(QLatin1String(QTest::currentDataTag())));
            whole.save(folder + QStringLiteral("/whole-%1.png").arg(QLatin1String(QTest::currentDataTag())));
        }
        QVERIFY2(pixels <= moved.width() * moved.height() / 4000,
                 qPrintable(QStringLiteral("%1 pixels, by up to %2").arg(pixels).arg(most)));
    }

    void bandsAreExact()
    {
        View view = fitted(m_many->bounds, m_size);
        view.scale = 0.6;
        const auto index = indexOf(m_many);
        FramePainter bands; // 460 rows: two bands
        const QImage two = bands.paint({m_many, index, view, m_size, 1});
        StampCache stamps;
        stamps.beginFrame(view.scale);
        view.stamps = &stamps;
        const QImage one = drawingImage(*m_many, view, m_size);
        QCOMPARE(differing(two, one, 0), 0);
    }

    void keepsWhatDidNotChange()
    {
        const View view = fitted(m_shop->bounds, m_size);
        const auto index = indexOf(m_shop);
        FramePainter frames;
        const QImage first = frames.paint({m_shop, index, view, m_size, 1});
        const QImage second = frames.paint({m_shop, index, view, m_size, 1});
        QCOMPARE(frames.counts().all, 1);
        QCOMPARE(frames.counts().kept, 1);
        QCOMPARE(first, second);
        View hovered = view;
        hovered.hovered = 4; // dims lines everywhere
        frames.paint({m_shop, index, hovered, m_size, 1});
        QCOMPARE(frames.counts().all, 2);
        hovered.origin += QPointF(5000, 0); // out of sight altogether
        frames.paint({m_shop, index, hovered, m_size, 1});
        QCOMPARE(frames.counts().all, 3);
    }

    void selectionOfManyPaintsAll()
    {
        View view = fitted(m_many->bounds, m_size);
        const auto index = indexOf(m_many);
        FramePainter frames;
        frames.paint({m_many, index, view, m_size, 1});
        for (int i = 1; i < 100; ++i)
            view.selected.push_back(i);
        frames.paint({m_many, index, view, m_size, 1});
        QCOMPARE(frames.counts().all, 2);
        QCOMPARE(frames.counts().patched, 0);
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
