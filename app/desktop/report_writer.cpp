// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_writer.h"

#include "app/desktop/plain_text.h"
#include "app/review_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace bartizan::desktop {

void ReportWriter::write(const Snapshot& snapshot, const QString& file)
{
    stop();
    auto* process = new QProcess(this);
    m_process = process;
    QStringList arguments{QStringLiteral("report"), QStringLiteral("--as-of"), QString::fromStdString(snapshot.posture().asOf),
                          QStringLiteral("-o"), file};
    if (const QString review = reviewFor(snapshot); review.isEmpty())
        arguments += snapshot.sources;
    else
        arguments << review; // names the sources
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

// The review that the snapshot was judged under, with its sources; "" when there is none.
QString ReportWriter::reviewFor(const Snapshot& snapshot)
{
    m_review.reset();
    if (*snapshot.review == Review())
        return {};
    Review review = *snapshot.review;
    review.sources.clear();
    for (const QString& source : snapshot.sources)
        review.sources.push_back({QFile::encodeName(QFileInfo(source).absoluteFilePath()).toStdString(), {}});
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/bartizan-XXXXXX.bartizan"));
    const std::string text = app::writeReview(review);
    if (!file->open() || file->write(text.data(), static_cast<qint64>(text.size())) < 0 || !file->flush())
        return {};
    m_review = std::move(file);
    return m_review->fileName();
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
