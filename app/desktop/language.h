// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window's texts: English, whose plural forms are a translation too, or German. main() and the View
// menu call it, before a window is made: texts that are already shown stay as they are. Exports and bartizan-cli are
// English always, as their bytes must not depend on the language; so the drawing's names of layers, verdicts and
// severities are English too, and the window translates them where it shows them; what the drawing paints asks
// inLanguage() itself.
#pragma once

#include "analysis/posture.h"

#include <QString>

#include <string>
#include <string_view>

namespace bartizan::diagram {
struct MarkCounts;
}

namespace bartizan::desktop {

// The setting "window/language": "system", "en" or "de".
QString rememberedLanguage();
void rememberLanguage(const QString& name);

// "en" or "de" for a setting; for "system", and for a name that is not known, the first of the desktop's languages that
// is one of the two, else "en".
QString languageFor(const QString& setting);

// Installs the translators of languageFor(setting) in place of those that an earlier call installed, and says which
// language it is. Needs the application object.
QString installLanguage(const QString& setting);

// A name of a layer, family, lens, verdict, severity, reach or sensitivity, or a phrase of the drawing (diagram/words.h), in
// the window's language; any other text as it is. From any thread. columnInLanguage is the short name of a layer that
// fits over a narrow column.
QString inLanguage(const QString& name);
QString columnInLanguage(int layer);
QString exportInLanguage(std::string_view name);                    // a section of the report, or a row of the table of exports
QString answerInLanguage(AuthAnswer answer, const std::string& at); // as answerText
QString checkInLanguage(const QString& words);                      // as report::firstCheck and Path::authenticatedAt
QString countsInLanguage(const diagram::MarkCounts& counts);        // as diagram::countsInWords

} // namespace bartizan::desktop
