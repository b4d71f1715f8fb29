// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, time and memory of the last run, and how much was read: what a bug report needs, as text to copy. Holds no
// name from the input.
#pragma once

#include "app/desktop/session.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace bartizan::desktop {

// A step of the last run, when it was first heard of.
struct RunStep {
    Step step = Step::reading;
    qint64 startedMs = 0; // since the run's start
    qint64 memoryMb = 0;  // resident then; 0 = not known
};
qint64 residentMb(); // of this process now; 0 = not known

QString diagnosticsText(const SnapshotPtr& snapshot, const std::vector<RunStep>& steps = {}); // the snapshot may be null
void showDiagnostics(QWidget* parent, const SnapshotPtr& snapshot, const std::vector<RunStep>& steps);

} // namespace bartizan::desktop
