// SPDX-License-Identifier: GPL-3.0-or-later
// Which translators are installed. English comes first and German over it: Qt asks the newest first, so that a text
// without a German form would still have its English plural.
#include "app/desktop/language.h"

#include "app/desktop/sentences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QSettings>
#include <QTranslator>

#include <vector>

namespace bartizan::desktop {

namespace {

constexpr QLatin1String english("en");
constexpr QLatin1String german("de");

void add(std::vector<QPointer<QTranslator>>& installed, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (!translator->load(name, folder)) { // Qt's own texts are a package that need not be there
        delete translator;
        return;
    }
    QCoreApplication::installTranslator(translator);
    installed.emplace_back(translator);
}

} // namespace

QString rememberedLanguage()
{
    return QSettings().value(QStringLiteral("window/language"), QStringLiteral("system")).toString();
}

void rememberLanguage(const QString& name)
{
    QSettings().setValue(QStringLiteral("window/language"), name);
}

QString languageFor(const QString& setting)
{
    if (setting == english || setting == german)
        return setting;
    for (const QString& wanted : QLocale::system().uiLanguages()) { // "de-AT", "de-Latn-AT", "de"
        const QString language = wanted.section(QLatin1Char('-'), 0, 0);
        if (language == english || language == german)
            return language;
    }
    return english;
}

QString installLanguage(const QString& setting)
{
    static std::vector<QPointer<QTranslator>> installed;
    for (const QPointer<QTranslator>& translator : installed)
        delete translator.data(); // which takes it out of the application
    installed.clear();
    const QString ours = QStringLiteral(":/translations");
    const QString language = languageFor(setting);
    add(installed, QStringLiteral("bartizan_en"), ours);
    if (language == german) {
        add(installed, QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        add(installed, QStringLiteral("bartizan_de"), ours);
    }
    useSentencesOf(language);
    return language;
}

} // namespace bartizan::desktop
