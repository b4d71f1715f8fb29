// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the report and the drawing by a child bartizan-cli: hash seeds and fonts are then the command line's, and the
// bytes the same. Lives in the GUI thread and never blocks it; tells how far it is; stop() ends the child and leaves no
// half a file behind.
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

    // `command`: "report" or "graph", whose format is the file's suffix. Stops one that runs.
    void write(const Snapshot& snapshot, const QString& command, const QString& file);
    bool running() const { return !m_process.isNull(); }
    void stop();

signals:
    void progressed(const QString& step, int percent); // 0 = not known
    void written(const QString& file);
    void failed(const QString& message);

private:
    QString reviewFor(const Snapshot& snapshot);
    void readProgress();
    std::string complaint() const;

    QPointer<QProcess> m_process;
    QString m_partial;                        // what the child writes until it is whole
    QByteArray m_complaints;                  // what it said besides progress
    std::unique_ptr<QTemporaryFile> m_review; // as it is now, saved or not, for the child
};

} // namespace bartizan::desktop
