// SPDX-License-Identifier: GPL-3.0-or-later
// bartizan: the window. `bartizan [SOURCE...]` opens the sources.
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "diagram/fonts.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <string_view>

namespace {

// --help and --version must answer without a display too.
bool asksForText(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "--help" || word == "-h" || word == "--help-all" || word == "--version" || word == "-v";
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (asksForText(argc, argv))
        qputenv("QT_QPA_PLATFORM", "minimal");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Bartizan"));
    QApplication::setOrganizationName(QStringLiteral("Bartizan"));
    const auto version = bartizan::report::programVersion;
    QApplication::setApplicationVersion(QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size())));
    bartizan::desktop::installLanguage(bartizan::desktop::rememberedLanguage());
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Shows where a microservice system's defences are thin."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(
        QStringLiteral("theme"),
        QApplication::translate("main", "system, light, dark, contrast-light or contrast-dark, for this run"),
        QStringLiteral("name"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QApplication::translate("main", "system, en or de, for this run"), QStringLiteral("name"));
    parser.addOption(theme);
    parser.addOption(language);
    parser.addPositionalArgument(QStringLiteral("SOURCE"), QApplication::translate("main", "files, folders or archives"),
                                 QStringLiteral("[SOURCE...]"));
    parser.process(application);

    if (parser.isSet(language))
        bartizan::desktop::installLanguage(parser.value(language));
    bartizan::diagram::useBundledFonts();
    bartizan::desktop::MainWindow window;
    if (parser.isSet(theme))
        window.showTheme(parser.value(theme));
    window.show();
    if (parser.positionalArguments().isEmpty())
        window.reviews().offerUnsaved();
    window.openSources(parser.positionalArguments());
    return QApplication::exec();
}
