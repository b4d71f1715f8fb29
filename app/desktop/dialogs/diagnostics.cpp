// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/diagnostics.h"

#include "app/desktop/scope_words.h"

#include "diagram/fonts.h"
#include "report/input.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

// "VmHWM:     1234 kB" of this process, in MB; Linux only, 0 = not known.
qint64 megabytesOf(const QByteArray& key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(key))
            return line.mid(key.size()).trimmed().split(' ').front().toLongLong() / 1024;
    return 0;
}

QString memoryOf(const QByteArray& key)
{
    const qint64 megabytes = megabytesOf(key);
    return megabytes > 0 ? QStringLiteral("%1 MB").arg(megabytes) : QObject::tr("not known");
}

} // namespace

qint64 residentMb()
{
    return megabytesOf("VmRSS:");
}

QString diagnosticsText(const SnapshotPtr& snapshot, const std::vector<RunStep>& steps)
{
    QStringList lines;
    const auto say = [&](const QString& name, const QString& value) { lines << name.leftJustified(22) + value; };
    say(QStringLiteral("Bartizan"),
        QString::fromUtf8(report::programVersion.data(), static_cast<qsizetype>(report::programVersion.size())));
    say(QStringLiteral("Qt"), QString::fromLatin1(qVersion()) + QStringLiteral(", ") + QGuiApplication::platformName());
    say(QObject::tr("System"), QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::currentCpuArchitecture());
    say(QObject::tr("Processors"), QString::number(QThread::idealThreadCount()));
    say(QObject::tr("Memory now"), memoryOf("VmRSS:"));
    say(QObject::tr("Memory at most"), memoryOf("VmHWM:"));
    if (!snapshot) {
        lines << QObject::tr("Nothing was read yet.");
        return lines.join(QLatin1Char('\n'));
    }
    const Inventory& inventory = snapshot->model().inventory;
    const Architecture& architecture = snapshot->model().architecture;
    quint64 bytes = 0;
    for (const Source& source : inventory.sources)
        bytes += source.bytes;
    say(QObject::tr("Last run"), QStringLiteral("%1 s").arg(snapshot->seconds, 0, 'f', 2));
    // Each until the next one began; the last until the run was over.
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double end = i + 1 < steps.size() ? static_cast<double>(steps[i + 1].startedMs) / 1000 : snapshot->seconds;
        QString value =
            QStringLiteral("%1 s").arg(std::max(0.0, end - static_cast<double>(steps[i].startedMs) / 1000), 0, 'f', 2);
        if (steps[i].memoryMb > 0)
            value += QObject::tr(", from %1 MB").arg(steps[i].memoryMb);
        say(QStringLiteral("  ") + stepInWords(steps[i].step), value);
    }
    say(QObject::tr("Read"), QObject::tr("%1 files, %2 MB, %3 objects")
                                 .arg(inventory.files.size())
                                 .arg(static_cast<double>(bytes) / 1e6, 0, 'f', 1)
                                 .arg(inventory.objects.size()));
    say(QObject::tr("System read"), QObject::tr("%1 workloads, %2 services, %3 calls, %4 routes")
                                        .arg(architecture.workloads.size())
                                        .arg(architecture.services.size())
                                        .arg(architecture.calls.size())
                                        .arg(architecture.routes.size()));
    say(QObject::tr("Judged"),
        QObject::tr("%1 findings, %2 paths").arg(snapshot->posture().findings.size()).arg(snapshot->posture().paths.size()));
    say(QObject::tr("Problems"),
        QString::number(inventory.problems.size() + architecture.problems.size() + snapshot->posture().problems.size()));
    if (snapshot->drawing)
        say(QObject::tr("Drawing"), QObject::tr("%1 nodes, %2 lines, %3 namespaces")
                                        .arg(snapshot->drawing->nodes.size())
                                        .arg(snapshot->drawing->edges.size())
                                        .arg(snapshot->drawing->groups.size()));
    return lines.join(QLatin1Char('\n'));
}

void showDiagnostics(QWidget* parent, const SnapshotPtr& snapshot, const std::vector<RunStep>& steps)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(QObject::tr("Diagnostics"));
    dialog.resize(580, 480);
    auto* text = new QPlainTextEdit(diagnosticsText(snapshot, steps), &dialog);
    text->setReadOnly(true);
    text->setFont(diagram::codeFont(12));
    text->setAccessibleName(QObject::tr("Diagnostics"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QPushButton* copy = buttons->addButton(QObject::tr("&Copy"), QDialogButtonBox::ActionRole);
    QObject::connect(copy, &QPushButton::clicked, &dialog,
                     [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    dialog.exec();
}

} // namespace bartizan::desktop
