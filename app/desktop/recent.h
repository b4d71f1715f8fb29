// SPDX-License-Identifier: GPL-3.0-or-later
// The last sets of sources that were opened, newest first, in the settings of the user.
#pragma once

#include <QList>
#include <QStringList>

namespace bartizan::desktop {

QList<QStringList> recentSources();
void rememberRecent(const QStringList& sources);
void forgetRecent();
QList<QStringList> recentCompared(); // what was compared with, the newest first
void rememberCompared(const QStringList& sources);
QString samplePath(); // the sample that comes with the program; empty when it is not there

} // namespace bartizan::desktop
