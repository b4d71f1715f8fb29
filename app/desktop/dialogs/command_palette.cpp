// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/command_palette.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace bartizan::desktop {

namespace {

QString plainTitle(const QString& title)
{
    return title.section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

void collect(const QList<QAction*>& actions, const QString& path, bool all, std::vector<Command>& into)
{
    for (QAction* action : actions) {
        if (action->isSeparator() || !action->isVisible() || action->text().isEmpty())
            continue;
        const QString name = path + plainTitle(action->text());
        if (action->menu())
            collect(action->menu()->actions(), name + QStringLiteral(" › "), all, into);
        else if (all || action->isEnabled())
            into.push_back({name, action});
    }
}

// Every word of `text` stands somewhere in `path`.
bool matches(const QString& path, const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return path.contains(word, Qt::CaseInsensitive); });
}

} // namespace

std::vector<Command> commandsOf(const QList<QAction*>& menus, bool all)
{
    std::vector<Command> commands;
    collect(menus, {}, all, commands);
    return commands;
}

QString keysOf(const QAction& action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action.text().section(QLatin1Char('\t'), 1) : keys;
}

CommandPalette::CommandPalette(const QList<QAction*>& menus, QWidget* parent)
    : QDialog(parent), m_commands(commandsOf(menus)), m_field(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Commands"));
    resize(520, 380);
    m_field->setPlaceholderText(tr("Type some letters of a command"));
    m_field->setAccessibleName(tr("Command"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::take);
    fill({});
}

void CommandPalette::fill(const QString& text)
{
    m_list->clear();
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Command& command = m_commands[i];
        if (!matches(command.path, text))
            continue;
        const QString keys = keysOf(*command.action);
        auto* item = new QListWidgetItem(keys.isEmpty() ? command.path : command.path + QStringLiteral("    ") + keys, m_list);
        item->setData(Qt::UserRole, static_cast<uint>(i));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void CommandPalette::take()
{
    if (!m_list->currentItem())
        return;
    m_chosen = m_commands[m_list->currentItem()->data(Qt::UserRole).toUInt()].action;
    accept();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? 10
                         : key == Qt::Key_PageUp   ? -10
                                                   : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            take();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace bartizan::desktop
