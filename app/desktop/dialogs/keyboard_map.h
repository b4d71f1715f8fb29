// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window: those of the menus as they are, and those that a view answers while it has the keyboard. Help
// shows them, to search and to copy; docs/keyboard.md is the same text, which a test compares.
#pragma once

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QTreeWidget>

#include <vector>

namespace bartizan::desktop {

struct KeyRow {
    QString where; // the menu, or the view that must have the keyboard
    QString what, keys;
};
// In menu order, then view by view. Actions that are disabled now are named too.
std::vector<KeyRow> keyboardMap(const QList<QAction*>& menus);
QString keyboardMapText(const std::vector<KeyRow>& rows); // Markdown: a heading and a table for each `where`

class KeyboardMapDialog final : public QDialog {
    Q_OBJECT
public:
    KeyboardMapDialog(const QList<QAction*>& menus, QWidget* parent);

    QLineEdit* field() const { return m_field; }
    QTreeWidget* list() const { return m_list; }
    QString shownText() const; // what the filter leaves, as it is copied

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& text);

    std::vector<KeyRow> m_rows, m_shown;
    QLineEdit* m_field;
    QTreeWidget* m_list;
};

} // namespace bartizan::desktop
