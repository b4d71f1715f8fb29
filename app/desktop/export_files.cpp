// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/export_files.h"

#include "app/desktop/language.h"

#include <QFileDialog>
#include <QObject>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace bartizan::desktop {

namespace {

constexpr std::string_view drawing = "graph";
// The report has a dialog of its own, a comparison has two systems, and the tables of the program have none.
constexpr std::string_view notHere[] = {"report", "diff", "formats", "controls"};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString filterOf(const report::ExportRow& row)
{
    return exportInLanguage(row.title) + QStringLiteral(" (*.") + latin(row.suffix) + QLatin1Char(')');
}

QString suffixOf(const QString& filter)
{
    return filter.section(QStringLiteral("(*."), -1).chopped(1);
}

QString ask(QWidget* parent, const QString& title, const QString& name, const QStringList& filters)
{
    QFileDialog dialog(parent, title);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(suffixOf(filters.front()));
    dialog.selectFile(name + QLatin1Char('.') + dialog.defaultSuffix());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

std::vector<const report::ExportRow*> exportsOfTheSystem()
{
    std::vector<const report::ExportRow*> rows;
    for (const report::ExportRow& row : report::exportRows())
        if (std::find(std::begin(notHere), std::end(notHere), row.command) == std::end(notHere))
            rows.push_back(&row);
    return rows;
}

QString exportTitle(const report::ExportRow& row)
{
    return exportInLanguage(row.title) + QStringLiteral(" (.") + latin(row.suffix) + QLatin1Char(')');
}

QString askExportFile(QWidget* parent, const report::ExportRow& row)
{
    return ask(parent, exportInLanguage(row.title), QStringLiteral("bartizan-") + latin(row.command), {filterOf(row)});
}

QString askDrawingFile(QWidget* parent)
{
    QStringList filters;
    for (const report::ExportRow& row : report::exportRows())
        if (row.command == drawing)
            filters << filterOf(row);
    return ask(parent, QObject::tr("Write the drawing"), QStringLiteral("bartizan-graph"), filters);
}

} // namespace bartizan::desktop
