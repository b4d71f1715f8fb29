// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, time and memory of the last run, and how much was read: what a bug report needs, as text to copy. Holds no
// name from the input.
#pragma once

#include "app/desktop/session.h"

#include <QString>
#include <QWidget>

namespace bartizan::desktop {

QString diagnosticsText(const SnapshotPtr& snapshot); // the snapshot may be null
void showDiagnostics(QWidget* parent, const SnapshotPtr& snapshot);

} // namespace bartizan::desktop
