// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of bartizan-cli, one file each kind. Each returns the exit code; main.cpp chooses by the arguments.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/load.h"

#include <memory>

class QGuiApplication;

namespace bartizan::cli {

struct Context {
    const Arguments& arguments;
    int& argc;
    char** argv;
    ProgressLine& progress;
    const JobControl& job;
};

int runExport(const Context&); // every row of report/registry.cpp
int runFreeze(const Context&);
int runVerify(const Context&);

// What needs a drawing runs with fixed hash seeds and without a display.
std::unique_ptr<QGuiApplication> offscreenGui(const Context&);

app::LoadOptions loadOptions(const Arguments&); // how sources are imported; not which
int exitCodeOf(const Error&);                   // of a load that gave nothing

} // namespace bartizan::cli
