// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the window by its name: type some of its letters, Enter runs it. The list is the menus themselves, so
// that nothing can be missing from it.
#pragma once

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>

namespace bartizan::desktop {

struct Command {
    QString path; // "View › Lens › Exposure"
    QAction* action = nullptr;
};
// All enabled actions below the menus, in menu order; `all`: those too that are disabled now.
std::vector<Command> commandsOf(const QList<QAction*>& menus, bool all = false);
QString keysOf(const QAction& action); // of its shortcut, or those that its text names behind a tabulator

class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    CommandPalette(const QList<QAction*>& menus, QWidget* parent);

    QAction* chosen() const { return m_chosen; } // after accept()
    QLineEdit* field() const { return m_field; }
    QListWidget* list() const { return m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& text);
    void take();

    std::vector<Command> m_commands;
    QLineEdit* m_field;
    QListWidget* m_list;
    QAction* m_chosen = nullptr;
};

} // namespace bartizan::desktop
