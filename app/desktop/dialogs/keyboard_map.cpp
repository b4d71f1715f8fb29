// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/keyboard_map.h"

#include "app/desktop/dialogs/command_palette.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

struct OwnKey {
    const char *where, *keys, *what;
};

// What views do with keys besides their menus' commands. tests/gui/tst_keyboard.cpp presses the drawing's.
constexpr OwnKey ownKeys[] = {
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Everywhere"), "Tab, Shift+Tab",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "To the next field, and back")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Everywhere"), "Ctrl+Tab, Ctrl+Shift+Tab",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "To the next tab, and back, while a view of it has the keyboard")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Everywhere"), "Shift+F10",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "What can be done with the selection")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Everywhere"), "Esc",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog",
                       "Clears a filter or a search; closes a dialog; stops the first reading")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Left, Right, Up, Down",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "To the next service that way")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Shift+Left, Right, Up, Down",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Takes the next service that way into the selection")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Tab, Shift+Tab",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog",
                       "To the next namespace, and back; past the last one to the next view")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Enter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog",
                       "Opens the namespace, comes near the service, or asks why the chosen line is allowed")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Backspace",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Out one level")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Esc",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Gives up the selection")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "+, -, 0",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Larger, smaller, all of it")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Drawing"), "Space",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Held down, dragging moves the drawing")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Tables"), "Enter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Opens what the row is about, mostly its line")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Tables"), "Down, Enter in the filter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "From the filter to the rows")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Tables"), "Space",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Turns a switch above the table")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Findings"), "Alt+Left, Alt+Right",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Closes all groups, opens all groups")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Images and reports"), "F2",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Joins a report to an image by hand")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Rows of the review"), "Enter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Goes to what the row is about")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Rows of the review"), "F2",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Changes what was said")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Rows of the review"), "Del",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Takes what was said back")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Source"), "Ctrl+F",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Looks in the text")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Source"), "Enter, Shift+Enter in the search",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "To the next place, and back")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "By layer"), "Up, Down, Enter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Chooses a layer and shows in the drawing where it is missing")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "Left, Right",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "To the hop before or after")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "Up, Down",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "To the path before or after")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "1, 2, 3",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Accept, fix, needs work")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "Enter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Takes the decision")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "E",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Shows the hop's line")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "H",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Hides the names, or shows them")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Presented path"), "Esc",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Back to the window")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Confirming"), "1 to 4",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Confirms that word and goes on")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Confirming"), "Enter",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Confirms what is proposed and goes on")},
    {QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Confirming"), "Backspace",
     QT_TRANSLATE_NOOP("bartizan::desktop::KeyboardMapDialog", "Takes the confirmation back")},
};

QString inMap(const char* text)
{
    return KeyboardMapDialog::tr(text);
}

bool matches(const KeyRow& row, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return row.what.contains(word, Qt::CaseInsensitive) || row.keys.contains(word, Qt::CaseInsensitive) ||
               row.where.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

std::vector<KeyRow> keyboardMap(const QList<QAction*>& menus)
{
    std::vector<KeyRow> rows;
    for (const Command& command : commandsOf(menus, true)) {
        const qsizetype cut = command.path.indexOf(QStringLiteral(" › "));
        const QString keys = keysOf(*command.action);
        if (cut > 0 && !keys.isEmpty())
            rows.push_back({command.path.left(cut), command.path.mid(cut + 3), keys});
    }
    for (const OwnKey& own : ownKeys)
        rows.push_back({inMap(own.where), inMap(own.what), QString::fromLatin1(own.keys)});
    return rows;
}

QString keyboardMapText(const std::vector<KeyRow>& rows)
{
    QString text, where;
    for (const KeyRow& row : rows) {
        if (row.where != where)
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("## ") + row.where +
                    QStringLiteral("\n\n| %1 | %2 |\n|---|---|\n")
                        .arg(KeyboardMapDialog::tr("Keys"), KeyboardMapDialog::tr("What they do"));
        where = row.where;
        text += QStringLiteral("| %1 | %2 |\n").arg(row.keys, row.what);
    }
    return text;
}

KeyboardMapDialog::KeyboardMapDialog(const QList<QAction*>& menus, QWidget* parent)
    : QDialog(parent), m_rows(keyboardMap(menus)), m_field(new QLineEdit(this)), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(640, 620);
    m_field->setPlaceholderText(tr("Type a key or what it should do"));
    m_field->setAccessibleName(tr("Filter the shortcuts"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({tr("What they do"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(12);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(shownText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(m_field, &QLineEdit::textChanged, this, &KeyboardMapDialog::fill);
    fill({});
}

void KeyboardMapDialog::fill(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_shown.clear();
    m_list->clear();
    QTreeWidgetItem* head = nullptr;
    for (const KeyRow& row : m_rows) {
        if (!matches(row, words))
            continue;
        if (!head || head->text(0) != row.where) {
            head = new QTreeWidgetItem(m_list, {row.where});
            QFont font = head->font(0);
            font.setWeight(QFont::DemiBold);
            head->setFont(0, font);
            head->setFirstColumnSpanned(true);
            head->setExpanded(true);
        }
        new QTreeWidgetItem(head, {row.what, row.keys});
        m_shown.push_back(row);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

QString KeyboardMapDialog::shownText() const
{
    return keyboardMapText(m_shown);
}

bool KeyboardMapDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
        if (key == Qt::Key_Down) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace bartizan::desktop
