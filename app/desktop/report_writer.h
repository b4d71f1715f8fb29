// SPDX-License-Identifier: GPL-3.0-or-later
// Writes reports, drawings and other exports by a child bartizan-cli: hash seeds and fonts are then the command line's, and the
// bytes the same. Lives in the GUI thread and never blocks it; tells how far it is; stop() ends the child and leaves no
// half a file behind. A child that dies is started again once. $BARTIZAN_CLI names another program (tests).
#pragma once

#include "app/desktop/session.h"
#include "app/report_request.h"

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTemporaryFile>

#include <memory>
#include <optional>
#include <string>

namespace bartizan::desktop {

struct ExportRequest {
    QString command, format; // of a row of report::exportRows(); format "": told by the file's suffix
    QString file;
    app::ReportArguments report;    // of "report"
    std::string redactionSalt = {}; // where the snapshot's review does not have it yet
};

class ReportWriter final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~ReportWriter() override;

    void write(const Snapshot& snapshot, const ExportRequest& request); // stops one that runs
    bool running() const { return !m_process.isNull(); }
    void stop();

signals:
    void progressed(const QString& step, int percent);      // 0 = not known
    void written(const QString& file, const QString& note); // note: what people should know of how, or ""
    void failed(const QString& message);

private:
    void start();
    void ended(QProcess* process, bool crashed, int code);
    std::optional<QString> reviewFor(const Snapshot& snapshot, const std::string& redactionSalt);
    void readProgress();
    std::string complaint() const;

    QPointer<QProcess> m_process;
    QStringList m_arguments;
    QString m_file;
    QString m_partial;                        // what the child writes until it is whole
    bool m_again = false;                     // it died once
    QByteArray m_complaints;                  // what it said besides progress
    std::unique_ptr<QTemporaryFile> m_review; // as it is now, saved or not, for the child
};

} // namespace bartizan::desktop
