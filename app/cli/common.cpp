// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QGuiApplication>
#include <QHashSeed>

namespace bartizan::cli {

std::unique_ptr<QGuiApplication> offscreenGui(const Context& context)
{
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", "/tmp"); // offscreen uses none; without it Qt warns on standard error
    return std::make_unique<QGuiApplication>(context.argc, context.argv);
}

app::LoadOptions loadOptions(const Arguments& arguments)
{
    app::LoadOptions options;
    options.import.variant = arguments.variant;
    options.import.scope = arguments.scope;
    options.import.jobs = arguments.jobs;
    return options;
}

int exitCodeOf(const Error& error)
{
    const bool input = error.id == "no-source" || error.id == "stopped" || error.id.starts_with("review-") ||
                       error.id.starts_with("baseline-") || error.id == "frozen-unreadable" || error.id == "frozen-manifest";
    return input ? 3 : 4;
}

} // namespace bartizan::cli
