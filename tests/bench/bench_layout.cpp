// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of 1,000 services against flat `dot` (the same helper, one graph, no namespaces), in the same run. Also one
// frame of pan and zoom. One line a figure: name, value, unit, ratio to the reference.
#include "diagram/fonts.h"
#include "diagram/layout/layout.h"
#include "diagram/painter.h"
#include "diagram/stamps.h"
#include "tests/diagram/samples.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace bartizan::diagram;

namespace {

constexpr int flatLimitMs = 20000;

QString helper()
{
    const QString named = qEnvironmentVariable("BARTIZAN_LAYOUT");
    return named.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/../diagram/bartizan-layout") : named;
}

// Milliseconds; -1 when it did not end within the limit.
double flatDot(const Drawing& drawing)
{
    QByteArray request("graph places full 60 16\n");
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
        request += "node 128 96 -\n";
    for (const Edge& edge : drawing.edges)
        request += "edge " + QByteArray::number(edge.from) + ' ' + QByteArray::number(edge.to) + " 1 1\n";
    request += "end\n";
    QProcess process;
    QElapsedTimer clock;
    clock.start();
    process.start(helper(), QStringList());
    process.write(request);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(flatLimitMs);
    const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!ended) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    return process.readAllStandardOutput().startsWith("graph") ? took : -1;
}

double ours(const Drawing& drawing, bool& helped)
{
    double best = 1e12;
    for (int run = 0; run < 3; ++run) {
        Drawing copy = drawing;
        LayoutOptions options;
        options.helper = helper();
        QElapsedTimer clock;
        clock.start();
        helped = !layOut(copy, options).helperMissing;
        best = std::min(best, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return best;
}

void compare(const char* name, int services, double density)
{
    const Drawing drawing = samples::random(services, 25, density);
    bool helped = false;
    const double took = ours(drawing, helped);
    const double flat = flatDot(drawing);
    if (flat < 0)
        std::printf("%s %.1f ms %.1fx faster than flat dot or more (it did not end in %d ms)%s\n", name, took, flatLimitMs / took,
                    flatLimitMs, helped ? "" : ", without the helper");
    else
        std::printf("%s %.1f ms %.1fx faster than flat dot (%.1f ms)%s\n", name, took, flat / took, flat,
                    helped ? "" : ", without the helper");
    std::fflush(stdout);
}

void frames(const char* name, int services, bool collapse)
{
    Drawing drawing = samples::random(services, 25, 3);
    if (collapse)
        collapseForSize(drawing);
    LayoutOptions options;
    options.helper = helper();
    layOut(drawing, options);
    View view = fitted(drawing.bounds, {1200, 800});
    StampCache stamps;
    view.stamps = &stamps;
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        view.origin += QPointF(7, 3) / view.scale;
        QElapsedTimer clock;
        clock.start();
        drawingImage(drawing, view, {1200, 800});
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%s %.1f ms %.2fx of one 60 Hz frame\n", name, times[times.size() / 2], times[times.size() / 2] / (1000.0 / 60));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    useBundledFonts();
    compare("layout-1000-sparse", 1000, 1.3);
    compare("layout-1000-dense", 1000, 3);
    compare("layout-5000-dense", 5000, 3);
    frames("frame-1000-collapsed", 1000, true);
    frames("frame-1000-open", 1000, false);
    frames("frame-10000-open", 10000, false);
    return 0;
}
