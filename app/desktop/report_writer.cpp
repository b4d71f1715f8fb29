// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_writer.h"

#include "app/desktop/error_text.h"
#include "app/review_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace bartizan::desktop {

namespace {

// Beside this program; in a build tree beside the window.
QString commandLine()
{
    if (const QString named = qEnvironmentVariable("BARTIZAN_CLI"); !named.isEmpty())
        return named;
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = here + QStringLiteral("/bartizan-cli"), built = here + QStringLiteral("/../app/bartizan-cli");
    return !QFileInfo::exists(beside) && QFileInfo::exists(built) ? built : beside;
}

// As the command line takes what a report was asked for; with "=", as a title may begin with a dash.
QStringList reportFlags(const app::ReportArguments& report)
{
    QStringList flags;
    for (const auto& [name, value] : report) {
        if (name == "services")
            flags << QStringLiteral("--all-services");
        else if (name == "findings")
            flags << QStringLiteral("--all-findings");
        else if (name == "redact")
            flags << QStringLiteral("--redact");
        else if (name != "format")
            flags << QStringLiteral("--") + QString::fromStdString(name) + QLatin1Char('=') + QString::fromStdString(value);
    }
    return flags;
}

} // namespace

ReportWriter::~ReportWriter()
{
    stop();
    for (QProcess* process : findChildren<QProcess*>())
        process->waitForFinished(2000); // and then what it had half written is gone
}

void ReportWriter::write(const Snapshot& snapshot, const ExportRequest& request)
{
    stop();
    m_again = false;
    m_file = request.file;
    m_arguments = {request.command,           QStringLiteral("--progress-lines"),
                   QStringLiteral("--as-of"), QString::fromStdString(snapshot.posture().asOf),
                   QStringLiteral("-o"),      request.file};
    if (!request.format.isEmpty())
        m_arguments << QStringLiteral("--format") << request.format;
    m_arguments += reportFlags(request.report);
    const std::optional<QString> review = reviewFor(snapshot, request.redactionSalt);
    if (!review) // without its decisions it would be another report
        return emit failed(tr("The review could not be written to %1: is there room?").arg(QDir::tempPath()));
    if (review->isEmpty())
        m_arguments += snapshot.sources;
    else
        m_arguments << *review; // names the sources
    start();
}

void ReportWriter::start()
{
    auto* process = new QProcess(this);
    m_process = process;
    m_complaints.clear();
    m_partial.clear();
    connect(process, &QProcess::started, this,
            [this, process] { m_partial = m_file + QStringLiteral(".part%1").arg(process->processId()); });
    connect(process, &QProcess::readyReadStandardError, this, &ReportWriter::readProgress);
    connect(process, &QProcess::finished, this,
            [this, process](int code, QProcess::ExitStatus status) { ended(process, status == QProcess::CrashExit, code); });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_process.clear();
        process->deleteLater();
        emit failed(tr("bartizan-cli was not found beside this program; it writes reports and drawings. Install it there."));
    });
    process->setReadChannel(QProcess::StandardError);
    process->start(commandLine(), m_arguments);
}

void ReportWriter::ended(QProcess* process, bool crashed, int code)
{
    readProgress();
    m_complaints += process->readAll(); // a last line without an end
    m_process.clear();
    process->deleteLater();
    if (!crashed && code == 0)
        return emit written(m_file, m_again ? tr("bartizan-cli ended before it was done and was started again.") : QString());
    QFile::remove(m_partial);
    if (crashed && !m_again) {
        m_again = true;
        return start();
    }
    emit failed(tr("%1 could not be written.").arg(m_file) + QLatin1Char('\n') +
                (crashed ? tr("bartizan-cli ended twice before it was done. Try again with fewer sources or another format.")
                         : errorText(complaint())));
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
std::optional<QString> ReportWriter::reviewFor(const Snapshot& snapshot, const std::string& redactionSalt)
{
    m_review.reset();
    Review review = *snapshot.review;
    if (!redactionSalt.empty())
        review.redactionSalt = redactionSalt;
    if (review == Review())
        return QString();
    review.sources.clear();
    for (const QString& source : snapshot.sources)
        review.sources.push_back({QFile::encodeName(QFileInfo(source).absoluteFilePath()).toStdString(), {}});
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/bartizan-XXXXXX.bartizan"));
    const std::string text = app::writeReview(review);
    const auto size = static_cast<qint64>(text.size());
    if (!file->open() || file->write(text.data(), size) != size || !file->flush())
        return std::nullopt;
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
    connect(process, &QProcess::finished, process, [process, partial = m_partial] {
        if (!partial.isEmpty())
            QFile::remove(partial);
        process->deleteLater();
    });
    process->terminate(); // it removes what it had painted
    QTimer::singleShot(2000, process, &QProcess::kill);
}

} // namespace bartizan::desktop
