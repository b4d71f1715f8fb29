// SPDX-License-Identifier: GPL-3.0-or-later
// Client of bartizan-layout (main/protocol.md): graphs out to at most two child processes, placements back in the order
// of the graphs. Usable from any thread, without an event loop or a GUI. A graph that Graphviz refuses, that is too big
// for it or that overruns its deadline is placed by layered(), and so is one whose process ended twice before it answered:
// the result is always complete unless it was cancelled.
#pragma once

#include "diagram/layout/graph.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <stop_token>

namespace bartizan::diagram::layout {

// What was answered before, by what was asked: the same question has the same answer. Safe from any thread.
class Answers {
public:
    bool find(const QByteArray& question, Placement& answer) const;
    void keep(const QByteArray& question, const Placement& answer);

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, Placement> m_known;
};

struct HelperOptions {
    QString program; // empty: found beside this program, or in BARTIZAN_LAYOUT
    int processes = 2;
    int deadlineMs = 10000;           // for each graph
    std::shared_ptr<Answers> answers; // asked first, and told; may be null
};

struct HelperReport {
    int overran = 0;      // graphs whose process was killed
    int fellBack = 0;     // graphs placed by layered() though dot was asked
    int restarted = 0;    // processes that ended by themselves and were started again
    int died = 0;         // of fellBack: the second process ended too
    bool missing = false; // the helper could not be started
    bool cancelled = false;
};

// The choice by counts alone, so that a drawing does not depend on the machine's speed.
enum class Method { dot, dotFast, layered };
Method methodFor(const Graph& graph);

std::vector<Placement> place(const std::vector<Graph>& graphs, const HelperOptions& options, std::stop_token stop,
                             HelperReport& report);

} // namespace bartizan::diagram::layout
