// SPDX-License-Identifier: GPL-3.0-or-later
// The window: main() to its first paint against a bare QMainWindow, on an X server as people have it and without any
// screen, the sample to its first verdict on screen, memory at 10,000 services, and the longest time the GUI thread does
// not answer while the 155 MB snapshot is read. Every figure is taken by a child of its own ("bench_window MODE ..."),
// which prints one number.
#include "app/desktop/main_window.h"
#include "diagram/fonts.h"
#include "tests/bench/bench.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMenuBar>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

double started = 0; // at the first line of main()

// Prints the milliseconds since main() at the first paint of `window`, once the screen has it, and ends.
class FirstPaint final : public QObject {
public:
    explicit FirstPaint(QWidget* window) : QObject(window) { window->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, [] {
                std::printf("%.3f\n", (bench::wallSeconds() - started) * 1000);
                std::fflush(stdout);
                ::_exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

int bareWindow()
{
    diagram::useBundledFonts();
    QMainWindow window;
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    auto* dock = new QDockWidget(QStringLiteral("Dock"), &window);
    dock->setWidget(new QLabel(QStringLiteral("dock")));
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    window.setCentralWidget(new QLabel(QStringLiteral("view")));
    window.resize(1440, 900);
    new FirstPaint(&window);
    window.show();
    return QApplication::exec();
}

Dialogs silent()
{
    Dialogs dialogs = systemDialogs();
    dialogs.showError = [](QWidget*, const QString& message) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
        ::_exit(1);
    };
    return dialogs;
}

int ourWindow()
{
    diagram::useBundledFonts();
    MainWindow window(silent());
    new FirstPaint(&window);
    window.show();
    return QApplication::exec();
}

// Until the first screen with the verdicts of `source` is painted.
int firstVerdict(const QString& source)
{
    diagram::useBundledFonts();
    MainWindow window(silent());
    window.show();
    QObject::connect(&window.session(), &Session::finished, &window,
                     [&window] { QTimer::singleShot(0, &window, [&window] { new FirstPaint(&window), window.update(); }); });
    window.openSources({source});
    return QApplication::exec();
}

enum class Measured { reading, readingAgain, memory };

// Longest gap between beats of a 5 ms timer while `source` is read, or read again with a service and a finding chosen in
// the drawing, until every view has taken what was read, and half a second longer.
int heartbeat(const QString& source, Measured measured)
{
    diagram::useBundledFonts();
    MainWindow window(silent());
    window.show();
    QTimer beat;
    double last = 0, longest = 0;
    QObject::connect(&beat, &QTimer::timeout, &window, [&] {
        const double now = bench::wallSeconds();
        longest = last > 0 ? std::max(longest, now - last) : 0;
        last = now;
    });
    const auto end = [&] {
        std::printf("%.3f\n", measured == Measured::memory ? static_cast<double>(bench::peakBytes()) : longest * 1000);
        std::fflush(stdout);
        ::_exit(0);
    };
    bool again = measured != Measured::readingAgain;
    const auto readAgain = [&] {
        again = true;
        window.showView(QStringLiteral("graph"));
        window.viewState().selectWorkload(WorkloadId(std::size_t{0}));
        window.viewState().selectFinding(0);
        QTimer::singleShot(1000, &window, [&] {
            last = longest = 0;
            beat.start(5);
            window.session().reload();
        });
    };
    QTimer::singleShot(500, &window, [&] {
        beat.start(5);
        window.openSources({source});
    });
    QObject::connect(&window.session(), &Session::finished, &window, [&] {
        window.viewState().backlog().add(Turn::later, &window, [&] {
            if (again)
                QTimer::singleShot(500, &window, end);
            else
                readAgain();
        });
    });
    return QApplication::exec();
}

// An X server of its own, ended with it.
class Screen {
public:
    Screen()
    {
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"), QStringLiteral("tcp"),
                        QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1600x1000x24")});
        while (m_server.waitForReadyRead(10000) && !m_display.endsWith('\n'))
            m_display += m_server.readAllStandardOutput();
    }
    ~Screen()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    bool isThere() const { return m_display.endsWith('\n'); }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
        result.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        result.insert(QStringLiteral("DISPLAY"), QLatin1Char(':') + QString::fromLatin1(m_display.trimmed()));
        return result;
    }

private:
    QProcess m_server;
    QByteArray m_display;
};

double child(const QStringList& arguments, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Both windows in turns, so that a machine that is slow for a while is slow for both. Returns the bare one's time.
double firstPaint(const char* name, const QProcessEnvironment& environment)
{
    constexpr int runs = 15;
    std::vector<double> bare, ours;
    for (int i = 0; i < runs; ++i) {
        bare.push_back(child({QStringLiteral("bare")}, environment));
        ours.push_back(child({QStringLiteral("window")}, environment));
    }
    bench::print(name, medianOf(ours), "ms", medianOf(ours) / medianOf(bare), "of-a-bare-window");
    return medianOf(bare);
}

QString bigSystem(const QTemporaryDir& folder, int count)
{
    QFile file(folder.filePath(QStringLiteral("system.yaml")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream out(&file);
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("service-%1").arg(i), ns = QStringLiteral("team-%1").arg(i / 25);
        const auto url = [&](int step) {
            const int to = (i * step + 3) % count;
            return QStringLiteral("http://service-%1.team-%2:8080").arg(to).arg(to / 25);
        };
        out << "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " << name << ", namespace: " << ns
            << "}\nspec:\n  selector: {matchLabels: {app: " << name << "}}\n  template:\n    metadata: {labels: {app: " << name
            << "}}\n    spec:\n      containers:\n      - name: main\n        image: registry.example/" << name
            << ":1.0\n        ports: [{containerPort: 8080}]\n        env:\n        - {name: A_URL, value: \"" << url(7)
            << "\"}\n        - {name: B_URL, value: \"" << url(11) << "\"}\n        - {name: C_URL, value: \"" << url(13)
            << "\"}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: " << name << ", namespace: " << ns
            << "}\nspec:\n  selector: {app: " << name << "}\n  ports: [{port: 8080}]\n---\n";
    }
    return folder.path();
}

void figures()
{
    if (const Screen screen; screen.isThere())
        firstPaint("window-first-paint", screen.environment());
    else
        std::printf("window-first-paint skipped: Xvfb does not start\n");
    const double bare = firstPaint("window-first-paint-offscreen", QProcessEnvironment::systemEnvironment());
    const QString root = QString::fromLocal8Bit(qgetenv("BARTIZAN_SOURCE"));
    std::vector<double> verdicts;
    for (int i = 0; i < 5; ++i)
        verdicts.push_back(child({QStringLiteral("verdict"), root + QStringLiteral("/resources/sample")}));
    const double verdict = medianOf(verdicts);
    bench::print("window-sample-first-verdict", verdict, "ms", verdict / bare, "of-a-bare-window");
    QTemporaryDir folder;
    const QString big = bigSystem(folder, 10000);
    const double input = static_cast<double>(QFile(folder.filePath(QStringLiteral("system.yaml"))).size());
    const double memory = child({QStringLiteral("memory"), big});
    bench::print("window-memory-10000-services", memory / 1e6, "MB", memory / input, "of-its-input");
    const double stallBig = child({QStringLiteral("stall"), big});
    bench::print("window-stall-10000-services", stallBig, "ms", stallBig / 50, "of-50-ms");
    const QString snapshot =
        QString::fromLocal8Bit(qgetenv("BARTIZAN_CORPUS")) + QStringLiteral("/snapshots/real-apiserver-scale-10k");
    if (!QDir(snapshot).exists()) {
        std::printf("window-stall-import skipped: no corpus\n");
        return;
    }
    const double stall = child({QStringLiteral("stall"), snapshot});
    bench::print("window-stall-import", stall, "ms", stall / 50, "of-50-ms");
    const double again = child({QStringLiteral("again"), snapshot});
    bench::print("window-stall-import-again", again, "ms", again / 50, "of-50-ms");
}

} // namespace

int main(int argc, char** argv)
{
    started = bench::wallSeconds();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Bartizan"));
    QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const QStringList arguments = QApplication::arguments();
    const QString mode = arguments.value(1);
    if (mode == QLatin1String("bare"))
        return bareWindow();
    if (mode == QLatin1String("window"))
        return ourWindow();
    if (mode == QLatin1String("verdict"))
        return firstVerdict(arguments.value(2));
    if (mode == QLatin1String("stall"))
        return heartbeat(arguments.value(2), Measured::reading);
    if (mode == QLatin1String("again"))
        return heartbeat(arguments.value(2), Measured::readingAgain);
    if (mode == QLatin1String("memory"))
        return heartbeat(arguments.value(2), Measured::memory);
    figures();
    return 0;
}
