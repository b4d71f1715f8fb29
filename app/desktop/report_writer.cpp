// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_writer.h"

#include "app/desktop/error_text.h"
#include "app/review_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace bartizan::desktop {

void ReportWriter::write(const Snapshot& snapshot, const QString& command, const QString& file)
{
    stop();
    auto* process = new QProcess(this);
    m_process = process;
    m_complaints.clear();
    m_partial.clear();
    QStringList arguments{command,
                          QStringLiteral("--progress-lines"),
                          QStringLiteral("--as-of"),
                          QString::fromStdString(snapshot.posture().asOf),
                          QStringLiteral("-o"),
                          file};
    if (const QString review = reviewFor(snapshot); review.isEmpty())
        arguments += snapshot.sources;
    else
        arguments << review; // names the sources
    connect(process, &QProcess::started, this,
            [this, process, file] { m_partial = file + QStringLiteral(".part%1").arg(process->processId()); });
    connect(process, &QProcess::readyReadStandardError, this, &ReportWriter::readProgress);
    connect(process, &QProcess::finished, this, [this, process, file](int code, QProcess::ExitStatus status) {
        const bool stopped = process != m_process;
        process->deleteLater();
        if (stopped)
            return;
        readProgress();
        m_complaints += process->readAll(); // a last line without an end
        m_process.clear();
        if (code == 0 && status == QProcess::NormalExit)
            emit written(file);
        else
            emit failed(tr("%1 could not be written.").arg(file) + QLatin1Char('\n') + errorText(complaint()));
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_process.clear();
        process->deleteLater();
        emit failed(tr("bartizan-cli was not found beside this program; it writes reports and drawings. Install it there."));
    });
    process->setReadChannel(QProcess::StandardError);
    process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/bartizan-cli"), arguments);
}

void ReportWriter::readProgress()
{
    while (m_process && m_process->canReadLine()) {
        const QByteArray line = m_process->readLine();
        const qsizetype tab = line.indexOf('\t');
        bool number = false;
        const int percent = tab < 0 ? 0 : line.mid(tab + 1).trimmed().toInt(&number);
        if (number)
            emit progressed(QString::fromUtf8(line.left(tab)), percent);
        else
            m_complaints += line;
    }
}

// Without the program's name in front.
std::string ReportWriter::complaint() const
{
    const QByteArray text = m_complaints.trimmed();
    const QByteArray name("bartizan-cli: ");
    return (text.startsWith(name) ? text.mid(name.size()) : text).toStdString();
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
    if (!m_partial.isEmpty())
        QFile::remove(m_partial);
    process->deleteLater();
}

} // namespace bartizan::desktop
