// SPDX-License-Identifier: GPL-3.0-or-later
// What analysis says, in the window's language. analysis, model and importers compose English sentences of fixed words
// and inserted names, and stay English, as reports are made of them. resources/translations/analysis_LANGUAGE.ts holds
// each sentence with its holes: "%1" is a name that stays as it is, "%L1" a part that is itself put into the language (a
// sentence or a list), "%W1" a number in words. What no form fits stays English. The file is read when the first text
// is asked for, never in English. Safe to call from any thread.
#pragma once

#include "app/desktop/plain_text.h"

#include <QString>

#include <string_view>

namespace bartizan::desktop {

// Of "en" nothing is put into another language. installLanguage() calls it.
void useSentencesOf(const QString& language);

// One or several sentences, a finding's title ("rule: what"), a text of rules.yaml or layers.yaml; lines stay lines.
QString inLanguageOf(const QString& english);

// shown() of a text that analysis composed, in the window's language.
inline QString told(std::string_view text)
{
    return inLanguageOf(shown(text));
}

// For tests: whether all of the text was found. Always true in English.
bool isTold(const QString& english);

} // namespace bartizan::desktop
