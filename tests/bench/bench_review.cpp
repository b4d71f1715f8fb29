// SPDX-License-Identifier: GPL-3.0-or-later
// A review of 10,000 decisions: its text read and written, against yaml-cpp's own loader and emitter, and the longest time
// the GUI thread does not answer while the window opens, changes, undoes and saves it. That figure is taken by a child of
// its own ("bench_review stall FILE"), which prints one number, and on standard error when it grew.
#include "app/desktop/main_window.h"
#include "app/review_file.h"
#include "diagram/fonts.h"
#include "tests/bench/bench.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <string>
#include <utility>
#include <yaml-cpp/yaml.h>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

Review manyDecisions(int count)
{
    Review review;
    for (int i = 0; i < count; ++i) {
        Decision decision;
        decision.kind = decisionKinds[i % 4];
        decision.reason = "Looked at with the team; the mesh will require it from spring on (" + std::to_string(i) + ").";
        decision.owner = "team-" + std::to_string(i % 40);
        decision.expires = "2027-01-31";
        decision.by = "Ada Lovelace";
        decision.on = "2026-11-21";
        const std::string name = "team-" + std::to_string(i % 40) + "/service-" + std::to_string(i);
        decision.basis = DecisionBasis{"network-no-policy",     "No network policy selects " + name,      "high",
                                       {name + "[Deployment]"}, {"00ff00ff00ff00ff", "1234567890123456"}, {}};
        char id[64];
        std::snprintf(id, sizeof id, "network-no-policy-%08x", static_cast<unsigned>(i) * 2654435761U);
        review.decisions[id] = decision;
    }
    return review;
}

// Longest gap between beats of a 5 ms timer while the window opens a review, changes it, undoes that and saves it, and
// half a second afterwards.
int heartbeat(const QString& review)
{
    diagram::useBundledFonts();
    Dialogs dialogs = systemDialogs();
    dialogs.review.showError = dialogs.showError = [](QWidget*, const QString& message) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
        ::_exit(1);
    };
    MainWindow window(dialogs);
    window.show();
    window.showView(QStringLiteral("review"));
    QTimer beat;
    double last = 0, longest = 0;
    const char* step = "opening";
    QObject::connect(&beat, &QTimer::timeout, &window, [&] {
        const double now = bench::wallSeconds();
        if (last > 0 && now - last > longest) {
            longest = now - last;
            if (longest > 0.03)
                std::fprintf(stderr, "%.0f ms while %s\n", longest * 1000, step);
        }
        last = now;
    });
    const auto after = [&](int ms, auto call) { QTimer::singleShot(ms, &window, call); };
    after(500, [&] {
        beat.start(5);
        window.reviews().openReview(review);
    });
    bool first = true;
    QObject::connect(&window.session(), &Session::finished, &window, [&] {
        if (!std::exchange(first, false))
            return;
        after(1500, [&] {
            step = "deciding";
            Decision decision;
            decision.kind = DecisionKind::needsWork;
            window.reviews().take({0}, decision);
        });
        after(3000, [&] {
            step = "undoing";
            window.reviews().editor().history().undo();
        });
        after(4500, [&] {
            step = "saving";
            window.reviews().save([&](bool) {
                after(500, [&] {
                    std::printf("%.3f\n", longest * 1000);
                    std::fflush(stdout);
                    ::_exit(0);
                });
            });
        });
    });
    return QApplication::exec();
}

double child(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

void figures()
{
    Review review = manyDecisions(10000);
    const std::string text = app::writeReview(review);
    const double write = bench::best(3, [&] { app::writeReview(review); });
    const double read = bench::best(3, [&] { app::readReview(text, "bench"); });
    const double load = bench::best(1, [&] { YAML::Load(text); });
    const YAML::Node tree = YAML::Load(text);
    const double emitted = bench::best(1, [&] {
        YAML::Emitter out;
        out << tree;
    });
    bench::print("review-read-10000", read * 1000, "ms", load / read, "yaml-cpp-load");
    bench::print("review-write-10000", write * 1000, "ms", emitted / write, "yaml-cpp-emitter");
    QTemporaryDir folder;
    review.sources = {{QString::fromLocal8Bit(qgetenv("BARTIZAN_SOURCE")).toStdString() + "/resources/sample", {}}};
    const QString file = folder.filePath(QStringLiteral("large.bartizan"));
    std::ofstream(file.toStdString()) << app::writeReview(review);
    const double stall = child({QStringLiteral("stall"), file});
    bench::print("review-stall-10000-decisions", stall, "ms", stall / 50, "of-50-ms");
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Bartizan"));
    QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    qputenv("XDG_STATE_HOME", QFile::encodeName(settings.path()));
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("stall"))
        return heartbeat(arguments.value(2));
    figures();
    return 0;
}
