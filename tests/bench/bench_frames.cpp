// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of the drawing at 10,000 services and 30,000 calls against a QGraphicsView with an item a service and an item a
// call, in the same run and at the same places and scales. The reference paints less than we do (a plain disc a service
// and its name, a plain curve a call), so the ratio is a lower bound. Figures are medians. "shown": until the window has
// painted something for the new view; "exact": until that is the exact picture.
#include "app/desktop/views/graph_view.h"
#include "diagram/curve.h"
#include "diagram/fonts.h"
#include "diagram/frame.h"
#include "diagram/layout/layout.h"
#include "tests/bench/bench.h"
#include "tests/diagram/samples.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>
#include <functional>

using namespace bartizan;
using namespace bartizan::diagram;

namespace {

constexpr int services = 10000;
constexpr int perGroup = 25;
constexpr double callsPerService = 3.0;
const QSize window(1200, 800);
constexpr double frameMs = 1000.0 / 60;

class Disc final : public QGraphicsItem {
public:
    explicit Disc(const Node& node) : m_name(node.label) { setPos(node.centre); }
    QRectF boundingRect() const override { return {-64, -42, 128, 96}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        painter->setPen(QPen(Qt::darkGray, 1));
        painter->setBrush(Qt::white);
        painter->drawEllipse(QPointF(), 26, 26);
        if (painter->worldTransform().m11() >= farBelow)
            painter->drawText(QRectF(-64, 28, 128, 20), Qt::AlignHCenter, m_name);
    }

private:
    QString m_name;
};

class Call final : public QGraphicsItem {
public:
    explicit Call(const Edge& edge) : m_path(bezierPath(edge.points)), m_box(m_path.controlPointRect().adjusted(-1, -1, 1, 1)) {}
    QRectF boundingRect() const override { return m_box; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        painter->setPen(QPen(Qt::gray, 1.4));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(m_path);
    }

private:
    QPainterPath m_path;
    QRectF m_box;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

class Reference {
public:
    explicit Reference(const Drawing& drawing)
    {
        for (const Edge& edge : drawing.edges) {
            if (!edge.points.empty())
                m_scene.addItem(new Call(edge));
        }
        for (const Node& node : drawing.nodes)
            m_scene.addItem(new Disc(node));
        m_view.setScene(&m_scene);
        m_view.setSceneRect(m_scene.itemsBoundingRect().adjusted(-20000, -20000, 20000, 20000)); // room to pan
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setFrameShape(QFrame::NoFrame);
        m_view.resize(window);
        m_view.show();
        QCoreApplication::processEvents();
    }
    void place(const View& view)
    {
        m_view.setTransform(QTransform::fromScale(view.scale, view.scale));
        m_view.centerOn(view.toScene(QPointF(window.width(), window.height()) / 2));
    }
    double whole()
    {
        return timed([&] { m_view.viewport()->repaint(); });
    }
    // QGraphicsView moves its pixels too and paints the strip that comes into sight.
    double pan(int pixels)
    {
        return timed([&] {
            m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() + pixels);
            QCoreApplication::processEvents();
        });
    }

private:
    QGraphicsScene m_scene;
    QGraphicsView m_view;
};

struct Figures {
    double whole = 0, pan = 0;
};

Figures reference(Reference& peer, const View& view, int rounds)
{
    peer.place(view);
    QCoreApplication::processEvents();
    std::vector<double> whole, pan;
    for (int i = 0; i < rounds; ++i) {
        whole.push_back(peer.whole());
        pan.push_back(peer.pan(i % 2 ? -14 : 14));
    }
    return {median(whole), median(pan)};
}

void print(const std::string& name, double ours, double theirs, const char* what)
{
    bench::print(name.c_str(), ours, "ms", theirs / ours, what);
}

// The painter alone, as the window's worker uses it.
Figures painter(const std::shared_ptr<const Drawing>& drawing, const std::shared_ptr<const SceneIndex>& index, View view,
                int rounds)
{
    FramePainter frames;
    std::vector<double> whole, pan;
    frames.paint({drawing, index, view, window, 1});
    for (int i = 0; i < rounds; ++i) {
        view.litPart = 1 - 1e-9 * (i + 1); // asks for all of it again
        whole.push_back(timed([&] { frames.paint({drawing, index, view, window, 1}); }));
        view.origin += QPointF(i % 2 ? -14 : 14, 0) / view.scale;
        pan.push_back(timed([&] { frames.paint({drawing, index, view, window, 1}); }));
    }
    return {median(whole), median(pan)};
}

void compare(const std::string& name, const std::shared_ptr<const Drawing>& drawing, Reference& peer, const View& view)
{
    const auto index = std::make_shared<const SceneIndex>(*drawing);
    const Figures ours = painter(drawing, index, view, 9);
    const Figures theirs = reference(peer, view, 5);
    print(name + "-whole", ours.whole, theirs.whole, "QGraphicsView-whole");
    print(name + "-pan-strip", ours.pan, theirs.pan, "QGraphicsView-pan");

    desktop::Session session;
    desktop::ViewState state;
    desktop::GraphView widget(session, state);
    widget.resize(window);
    widget.show();
    QCoreApplication::processEvents();
    widget.showDrawing(drawing);
    widget.settle();
    widget.zoomBy(view.scale / widget.view().scale, QPointF(window.width(), window.height()) / 2);
    widget.settle();
    std::vector<double> panShown, panExact, zoomShown, zoomExact;
    for (int i = 0; i < 9; ++i) {
        const QPointF middle = widget.view().toScene(QPointF(window.width(), window.height()) / 2);
        panShown.push_back(timed([&] {
            widget.centreOn(middle + QPointF(i % 2 ? -14 : 14, 0) / widget.view().scale);
            widget.repaint();
        }));
        panExact.push_back(panShown.back() + timed([&] { widget.settle(); }));
        zoomShown.push_back(timed([&] {
            widget.zoomBy(i % 2 ? 0.9 : 1 / 0.9, QPointF(500, 400));
            widget.repaint();
        }));
        zoomExact.push_back(zoomShown.back() + timed([&] { widget.settle(); }));
    }
    print(name + "-window-pan-shown", median(panShown), theirs.pan, "QGraphicsView-pan");
    print(name + "-window-pan-exact", median(panExact), theirs.pan, "QGraphicsView-pan");
    print(name + "-window-zoom-shown", median(zoomShown), theirs.whole, "QGraphicsView-whole");
    print(name + "-window-zoom-exact", median(zoomExact), theirs.whole, "QGraphicsView-whole");
    const double slowest =
        std::max(*std::max_element(panShown.begin(), panShown.end()), *std::max_element(zoomShown.begin(), zoomShown.end()));
    bench::print((name + "-window-slowest-shown").c_str(), slowest, "ms", slowest / frameMs, "of-one-60-Hz-frame");
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    QApplication app(argc, argv);
    useBundledFonts();
    LayoutOptions options;
    options.helper = qEnvironmentVariable("BARTIZAN_LAYOUT");
    if (options.helper.isEmpty())
        options.helper = QCoreApplication::applicationDirPath() + QStringLiteral("/../diagram/bartizan-layout");
    auto open = std::make_shared<Drawing>(samples::random(services, perGroup, callsPerService));
    layOut(*open, options);
    auto closed = std::make_shared<Drawing>(samples::random(services, perGroup, callsPerService));
    collapseForSize(*closed);
    layOut(*closed, options);
    std::printf("nodes %zu edges %zu bundles-when-closed %zu\n", open->nodes.size(), open->edges.size(), closed->bundles.size());

    View whole = fitted(open->bounds, window);
    if (argc > 1) { // for a profiler: nothing but our painter
        View view = whole;
        view.scale = std::max(whole.scale, std::atof(argv[1]));
        view.origin = open->bounds.center() - QPointF(window.width(), window.height()) / 2 / view.scale;
        const auto index = std::make_shared<const SceneIndex>(*open);
        double pixels = 0;
        for (std::size_t i = 0; i < open->edges.size(); ++i) {
            for (std::size_t c = 0; 3 * c + 3 < open->edges[i].points.size(); ++c)
                pixels += static_cast<double>(index->lengthsOf(static_cast<int>(i))[c]) * view.scale;
        }
        const double before = bench::processSeconds();
        const Figures ours = painter(open, index, view, 41);
        std::printf("whole %.1f ms pan %.1f ms, %.1f ms of processor for both; %.1f million pixels of line\n", ours.whole,
                    ours.pan, (bench::processSeconds() - before) / 41 * 1000, pixels / 1e6);
        return 0;
    }
    Reference peer(*open);
    compare("fitted", open, peer, whole);
    View middle = whole;
    middle.scale = 0.6;
    middle.origin = open->bounds.center() - QPointF(window.width(), window.height()) / 2 / middle.scale;
    compare("middle", open, peer, middle);
    View fittedClosed = fitted(closed->bounds, window);
    // The reference has no closed namespaces: it shows all services, fitted.
    {
        const auto index = std::make_shared<const SceneIndex>(*closed);
        const Figures ours = painter(closed, index, fittedClosed, 9);
        const Figures theirs = reference(peer, whole, 5);
        print("closed-whole", ours.whole, theirs.whole, "QGraphicsView-whole");
        print("closed-pan-strip", ours.pan, theirs.pan, "QGraphicsView-pan");
    }
    return 0;
}
