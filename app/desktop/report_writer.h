// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the PDF by a child bartizan-cli: hash seeds and fonts are then the command line's, and the bytes the same.
// Lives in the GUI thread and never blocks it; stop() ends the child.
#pragma once

#include "app/desktop/session.h"

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTemporaryFile>

#include <memory>

namespace bartizan::desktop {

class ReportWriter final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~ReportWriter() override { stop(); }

    void write(const Snapshot& snapshot, const QString& file); // stops one that runs
    bool running() const { return !m_process.isNull(); }
    void stop();

signals:
    void written(const QString& file);
    void failed(const QString& message);

private:
    QString reviewFor(const Snapshot& snapshot);

    QPointer<QProcess> m_process;
    std::unique_ptr<QTemporaryFile> m_review; // as it is now, saved or not, for the child
};

} // namespace bartizan::desktop
