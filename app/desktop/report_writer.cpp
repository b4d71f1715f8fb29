// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_writer.h"

#include "app/desktop/plain_text.h"

#include <QCoreApplication>

namespace bartizan::desktop {

void ReportWriter::write(const Snapshot& snapshot, const QString& file)
{
    stop();
    auto* process = new QProcess(this);
    m_process = process;
    QStringList arguments{QStringLiteral("report"), QStringLiteral("--as-of"), QString::fromStdString(snapshot.posture().asOf),
                          QStringLiteral("-o"), file};
    arguments += snapshot.sources;
    connect(process, &QProcess::finished, this, [this, process, file](int code, QProcess::ExitStatus status) {
        const bool stopped = process != m_process;
        process->deleteLater();
        if (stopped)
            return;
        m_process.clear();
        if (code == 0 && status == QProcess::NormalExit)
            emit written(file);
        else
            emit failed(tr("The report could not be written to %1: %2")
                            .arg(file, shown(process->readAllStandardError().trimmed().toStdString())));
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_process.clear();
        process->deleteLater();
        emit failed(tr("bartizan-cli was not found beside this program; it writes the report."));
    });
    process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/bartizan-cli"), arguments);
}

void ReportWriter::stop()
{
    if (!m_process)
        return;
    QProcess* process = m_process;
    m_process.clear();
    process->disconnect(this);
    process->kill();
    process->waitForFinished(500);
    process->deleteLater();
}

} // namespace bartizan::desktop
