// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/assumptions_view.h"

#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace bartizan::desktop {

namespace {

CellPart command(const std::string& text)
{
    CellPart part = plain(shown(text));
    part.code = true;
    return part;
}

// "the running pods (kubectl get pods -A -o yaml)": what a person may run, without the words around it.
std::string commandIn(const std::string& text)
{
    const std::size_t open = text.find("(kubectl ");
    const std::size_t close = open == std::string::npos ? open : text.find(')', open);
    return close == std::string::npos ? std::string() : text.substr(open + 1, close - open - 1);
}

std::vector<CellsRow> assumptionRows(const Snapshot& snapshot)
{
    std::vector<CellsRow> rows;
    const auto& assumptions = snapshot.posture().assumptions;
    for (std::size_t i = 0; i < assumptions.size(); ++i) {
        const Assumption& assumption = assumptions[i];
        CellsRow row;
        row.index = static_cast<int>(i);
        const std::string found = commandIn(assumption.settledBy);
        row.command = shown(found.empty() ? assumption.settledBy : found);
        row.cells = {{{plain(told(assumption.sentence))}, shown(assumption.id), {}},
                     count(assumption.restsOn),
                     {{plain(told(assumption.settledBy))}, QObject::tr("Enter copies it."), {}}};
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CellsRow> unknownRows(const Snapshot& snapshot)
{
    std::vector<CellsRow> rows;
    const auto& inputs = snapshot.posture().unknownInputs;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const UnknownInput& input = inputs[i];
        CellsRow row;
        row.index = static_cast<int>(i);
        row.kind = input.command.empty() ? 1 : 0;
        row.command = shown(input.command.empty() ? input.input : input.command);
        TableCell settles = count(input.settles, false);
        settles.parts.front().tone = Tone::strong;
        row.cells = {
            settles,
            {{marked(diagram::Mark::unknown, told(input.input))}, {}, {}},
            {{input.command.empty() ? quiet(QObject::tr("no command: ask its owner")) : command(input.command)},
             input.command.empty() ? QString() : QObject::tr("Only reads. Enter copies it."),
             {}},
            {{quiet(listed(input.subjects, 3))}, listed(input.subjects, 30), static_cast<double>(input.subjects.size())}};
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TableColumn> assumptionColumns()
{
    return {{QObject::tr("Assumption"), QObject::tr("Taken as given, because the input does not show it"), 480},
            {QObject::tr("Verdicts"), QObject::tr("How many verdicts rest on it"), 76, true},
            {QObject::tr("Settled by"), QObject::tr("What to add to the input so that it need not be assumed"), 480}};
}

std::vector<TableColumn> unknownColumns()
{
    return {{QObject::tr("Settles"), QObject::tr("How many verdicts that nobody can tell yet"), 70, true},
            {QObject::tr("Input"), QObject::tr("What would settle them, most first"), 420},
            {QObject::tr("Command"), QObject::tr("Makes the input; reads only, and is run by you, not from here"), 420},
            {QObject::tr("Subjects"), QObject::tr("Whose verdicts"), 260}};
}

} // namespace

void CommandsPage::open(const CellsRow& row)
{
    if (row.command.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(row.command);
    emit said(tr("Copied: %1").arg(row.command));
}

void CommandsPage::addCopyAction()
{
    auto* action = new QAction(tr("Copy what &settles it"), this);
    connect(action, &QAction::triggered, this, [this] {
        if (const CellsRow* row = rowAt(currentRow()))
            open(*row);
    });
    addAction(action); // in the menu of a row
}

AssumptionsView::AssumptionsView(const ViewContext& context, QWidget* parent)
    : CommandsPage(context, QStringLiteral("assumptions"), assumptionColumns(), assumptionRows, parent)
{
    table()->setAccessibleName(tr("Assumptions"));
    addCopyAction();
    sayWhenEmpty(tr("What verdicts rest on without being shown appears here once sources are read."));
}

void AssumptionsView::snapshotChanged(const Snapshot& snapshot)
{
    setNote(QString::number(snapshot.posture().assumptions.size()));
    sayWhenEmpty(tr("No verdict rests on an assumption."));
}

QString AssumptionsView::shownText(int shown, int all) const
{
    return shown == all ? all == 1 ? tr("1 assumption; Enter copies what settles it")
                                   : tr("%1 assumptions; Enter copies what settles one").arg(all)
                        : tr("%1 of %2 assumptions shown").arg(shown).arg(all);
}

CannotTellView::CannotTellView(const ViewContext& context, QWidget* parent)
    : CommandsPage(context, QStringLiteral("unknown"), unknownColumns(), unknownRows, parent)
{
    table()->setAccessibleName(tr("What we cannot tell"));
    addCopyAction();
    CellPart with = plain(tr("with a command"));
    addChip(with, tr("Inputs that a read-only command makes"));
    addChip(plain(tr("to be asked for")), tr("Inputs that a person has to give"));
    sayWhenEmpty(tr("Inputs that would settle what nobody can tell yet appear here once sources are read."));
}

void CannotTellView::snapshotChanged(const Snapshot& snapshot)
{
    std::size_t with = 0;
    for (const UnknownInput& input : snapshot.posture().unknownInputs)
        with += input.command.empty() ? 0 : 1;
    const std::size_t all = snapshot.posture().unknownInputs.size();
    chips()[0]->setWords(tr("with a command %1").arg(with));
    chips()[1]->setWords(tr("to be asked for %1").arg(all - with));
    setNote(QString::number(all));
    sayWhenEmpty(tr("Nothing is left that another input would settle."));
}

QString CannotTellView::shownText(int shown, int all) const
{
    return shown == all ? all == 1 ? tr("1 input; Enter copies its command") : tr("%1 inputs; Enter copies a command").arg(all)
                        : tr("%1 of %2 inputs shown").arg(shown).arg(all);
}

} // namespace bartizan::desktop
