// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/source_watch.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace bartizan::desktop {

namespace {

constexpr int settleMs = 700;

} // namespace

SourceWatch::SourceWatch(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &SourceWatch::changed);
    const auto later = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
}

void SourceWatch::watch(const Snapshot& snapshot)
{
    m_settle.stop();
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    QSet<QString> paths;
    m_partial = false;
    const auto add = [&](const QString& path) {
        if (paths.size() < most)
            paths.insert(path);
        else
            m_partial = m_partial || !paths.contains(path);
    };
    for (const QString& source : snapshot.sources)
        add(QDir(source).absolutePath());
    const Inventory& inventory = snapshot.model().inventory;
    for (const SourceFile& file : inventory.files) {
        const Source& source = inventory.sources[file.source.pos()];
        if (source.format != "folder" || file.path.find('!') != std::string::npos)
            continue;
        const QString path = QDir(QString::fromStdString(source.path)).absoluteFilePath(QString::fromStdString(file.path));
        add(path);
        add(QFileInfo(path).absolutePath()); // new files
    }
    if (!paths.isEmpty())
        m_watcher.addPaths(paths.values());
}

} // namespace bartizan::desktop
