// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture says in words of its own ("no check in front", "5 services"). English, unless who paints gives a function
// that knows another language: the window does, exports and reports never do. A phrase goes through as a whole, with %1
// and %2 where names and numbers come in afterwards, so that a language can order them as it needs.
#pragma once

#include <QString>

namespace bartizan::diagram {

using Words = QString (*)(const QString& english); // called from any thread; null = English

inline QString say(Words words, const QString& english)
{
    return words ? words(english) : english;
}

// Joined texts whose parts are phrases or names: "8443: private network; reach not known", "payments · 2 replicas".
QString sayReach(Words words, const QString& label);
QString saySubtitle(Words words, const QString& subtitle);

} // namespace bartizan::diagram
