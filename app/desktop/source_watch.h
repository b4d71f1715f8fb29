// SPDX-License-Identifier: GPL-3.0-or-later
// Tells, once and a moment after the last change, that files which were read have changed on disk. Watches at most
// `most` files and folders of the snapshot: more are not watched, and isPartial() says so.
#pragma once

#include "app/desktop/session.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace bartizan::desktop {

class SourceWatch final : public QObject {
    Q_OBJECT
public:
    static constexpr int most = 2000;
    explicit SourceWatch(QObject* parent);

    void watch(const Snapshot& snapshot); // instead of what was watched
    bool isPartial() const { return m_partial; }

signals:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // editors write in several steps
    bool m_partial = false;
};

} // namespace bartizan::desktop
