// SPDX-License-Identifier: GPL-3.0-or-later
// How soon work ends after a stop is asked for: reading, resolving, judging and laying out the 155 MB snapshot, each asked
// at many moments of its run. The goal is 100 ms; the figure of a step is the worst.
#include "app/load.h"
#include "diagram/from_posture.h"
#include "diagram/layout/layout.h"
#include "tests/bench/bench.h"
#include "tests/support/paths.h"

#include <QCoreApplication>

#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <thread>

using namespace bartizan;

namespace {

struct Worst {
    std::mutex mutex;
    std::string step = "Starting";
    std::map<std::string, std::pair<double, int>> late; // by step: seconds, how often it was asked
};

// All that the window does for `source`; false when it was stopped.
bool work(const std::string& source, const JobControl& job)
{
    app::LoadOptions options;
    options.sources = {source};
    options.asOf = "2026-11-21T00:00:00Z";
    const auto loaded = app::load(options, job);
    if (!loaded)
        return false;
    job.report(Step::makingDrawing, 0, 0);
    diagram::Drawing drawing = diagram::fromPosture((*loaded)->model, (*loaded)->posture, &(*loaded)->catalogue);
    job.report(Step::layingOut, 0, 0);
    diagram::LayoutOptions layout;
    layout.stop = job.stop;
    return !diagram::layOut(drawing, layout).cancelled;
}

// One run that is asked to stop after `seconds`.
void stopAfter(double seconds, const std::string& source, Worst& worst)
{
    std::stop_source stop;
    double asked = 0, ended = 0;
    std::string step;
    {
        const std::lock_guard lock(worst.mutex);
        worst.step = "Starting";
    }
    std::thread worker([&] {
        const JobControl job{stop.get_token(), [&](const ProgressReport& report) {
                                 const std::lock_guard lock(worst.mutex);
                                 worst.step = stepName(report.step);
                             }};
        work(source, job);
        ended = bench::wallSeconds();
    });
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    {
        const std::lock_guard lock(worst.mutex);
        step = worst.step;
    }
    asked = bench::wallSeconds();
    stop.request_stop();
    worker.join();
    if (ended < asked)
        return;
    auto& [late, times] = worst.late[step];
    late = std::max(late, ended - asked);
    ++times;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const std::string source = argc > 1 ? argv[1] : (test::corpusDir() / "snapshots" / "real-apiserver-scale-10k").string();
    const int moments = argc > 2 ? std::atoi(argv[2]) : 40;
    const double start = bench::wallSeconds();
    if (!work(source, {})) {
        std::fprintf(stderr, "nothing could be read from %s\n", source.c_str());
        return 77;
    }
    const double whole = bench::wallSeconds() - start;
    Worst worst;
    for (int i = 0; i < moments; ++i)
        stopAfter(whole * (i + 0.5) / moments, source, worst);
    double all = 0;
    for (const auto& [step, late] : worst.late) {
        bench::print(("stop." + step).c_str(), late.first * 1000, "ms", late.first / 0.1, "of-100-ms");
        all = std::max(all, late.first);
    }
    bench::print("stop.worst", all * 1000, "ms", all / 0.1, "of-100-ms");
    bench::print("stop.whole-run", whole, "s", 1, "of-itself");
    return 0;
}
