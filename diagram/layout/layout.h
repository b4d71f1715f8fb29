// SPDX-License-Identifier: GPL-3.0-or-later
// Gives every shown node, namespace and edge its place: dot inside each open namespace (in helper processes), then the
// namespaces as boxes; entries left, stores and outside systems right; the lit path on a straight lane. Callable from a
// worker thread without a GUI. The same drawing gives the same picture: the method is chosen by counts, never by time.
#pragma once

#include "diagram/drawing.h"
#include "diagram/layout/helper.h"

#include <QStringList>

#include <stop_token>

namespace bartizan::diagram {

struct LayoutOptions {
    // Exports: a deadline hit is reported and the export fails (exit code 4). Otherwise it only means a plainer drawing.
    bool deterministic = true;
    int deadlineMs = 10000; // for each namespace
    double aspect = 1.6;    // wanted width : height of the whole; exports keep this one, so that their bytes do
    QString helper;         // empty: found beside the program
    int processes = 2;
    std::shared_ptr<layout::Answers> answers; // shared by layouts of much the same drawing; may be null
    std::stop_token stop;
};

struct LayoutReport {
    bool cancelled = false;     // the drawing has no places
    bool overran = false;       // a deadline was hit; with `deterministic` the caller must say so
    bool helperMissing = false; // bartizan-layout was not found: our own layered layout was used throughout
    QStringList notes;          // for the user, plain sentences
};

LayoutReport layOut(Drawing& drawing, const LayoutOptions& options = {});

} // namespace bartizan::diagram
