// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/last_seen.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSet>
#include <QSettings>

namespace bartizan::desktop {

namespace {

constexpr std::size_t mostFindings = 20000; // more are not remembered, and then nothing is compared

QString keyOf(const QStringList& sources)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString& source : sources)
        hash.addData(QByteArray(QDir(source).absolutePath().toUtf8() + '\n'));
    return QStringLiteral("seen/") + QString::fromLatin1(hash.result().toHex().left(16));
}

} // namespace

std::optional<SeenChange> changeSinceLastSeen(const Snapshot& snapshot)
{
    QSettings settings;
    settings.beginGroup(keyOf(snapshot.sources));
    if (!settings.contains(QStringLiteral("asOf")))
        return std::nullopt;
    const QStringList before = settings.value(QStringLiteral("findings")).toStringList();
    const QSet<QString> known(before.begin(), before.end());
    SeenChange change;
    change.since = settings.value(QStringLiteral("asOf")).toString();
    QSet<QString> now;
    const auto& findings = snapshot.posture().findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const QString id = QString::fromStdString(findings[i].id);
        now.insert(id);
        if (!known.contains(id))
            change.worse.push_back(static_cast<int>(i));
    }
    for (const QString& id : known)
        change.better += now.contains(id) ? 0 : 1;
    return change;
}

void rememberSeen(const Snapshot& snapshot)
{
    const auto& findings = snapshot.posture().findings;
    if (findings.size() > mostFindings)
        return;
    QStringList ids;
    for (const Finding& finding : findings)
        ids << QString::fromStdString(finding.id);
    QSettings settings;
    settings.beginGroup(keyOf(snapshot.sources));
    settings.setValue(QStringLiteral("asOf"), QString::fromStdString(snapshot.posture().asOf));
    settings.setValue(QStringLiteral("findings"), ids);
}

} // namespace bartizan::desktop
