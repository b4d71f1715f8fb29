// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QGuiApplication>
#include <QHashSeed>

#include <cstdio>

namespace bartizan::cli {

namespace {

// Offscreen uses no runtime folder, and Qt warns about each that it is offered.
void sayUnlessOfFolders(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.startsWith(QLatin1String("QStandardPaths:")))
        std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
}

} // namespace

std::unique_ptr<QGuiApplication> offscreenGui(const Context& context)
{
    qInstallMessageHandler(sayUnlessOfFolders);
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(context.argc, context.argv);
}

app::LoadOptions loadOptions(const Arguments& arguments)
{
    app::LoadOptions options;
    options.import.variant = arguments.variant;
    options.needsVariant = !arguments.variant.empty();
    options.import.scope = arguments.scope;
    options.import.jobs = arguments.jobs;
    return options;
}

int exitCodeOf(const Error& error)
{
    const bool input = error.id == "no-source" || error.id == "stopped" || error.id.starts_with("review-") ||
                       error.id.starts_with("baseline-") || error.id == "frozen-unreadable" || error.id == "frozen-manifest";
    const bool usage = error.id == "section" || error.id == "owner" || error.id == "report-option" ||
                       error.id == "redaction-salt" || error.id == "variant" || error.id == "output" ||
                       error.id.starts_with("connectivity-");
    return input ? 3 : usage ? 2 : 4;
}

} // namespace bartizan::cli
