// SPDX-License-Identifier: GPL-3.0-or-later
// The window for tests: no dialog waits for a person, and the sample is looked at as of one day.
#pragma once

#include "app/desktop/main_window.h"

#include <QSignalSpy>

#include <memory>

namespace bartizan::test {

// Nothing is chosen, and errors are not shown; tests put in what they ask for.
inline desktop::Dialogs quietDialogs()
{
    desktop::Dialogs dialogs;
    dialogs.chooseSources = [](QWidget*, bool) { return QStringList(); };
    dialogs.showError = [](QWidget*, const QString&) {};
    return dialogs;
}

// Not shown yet.
inline std::unique_ptr<desktop::MainWindow> quietWindow(const desktop::Dialogs& dialogs = quietDialogs())
{
    auto window = std::make_unique<desktop::MainWindow>(dialogs);
    window->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
    return window;
}

// Waits until the sources are read and judged and every view shows it, or they could not be read; false when it takes too
// long.
inline bool openSources(desktop::MainWindow& window, const QStringList& sources)
{
    QSignalSpy finished(&window.session(), &desktop::Session::finished);
    window.session().open(sources);
    if (!finished.wait(60000))
        return false;
    window.viewState().backlog().finish();
    return true;
}

inline QString sampleFolder()
{
    return QStringLiteral(BARTIZAN_SOURCE_DIR "/resources/sample");
}

} // namespace bartizan::test
