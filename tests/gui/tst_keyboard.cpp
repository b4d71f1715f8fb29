// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a mouse: Tab reaches every control in sight once, in reading order, and the control shows it; every
// command has words, is in the palette, and its keys are its own and in docs/keyboard.md; what a screen reader meets has
// a name.
#include "app/desktop/dialogs/command_palette.h"
#include "app/desktop/dialogs/confirm_dialog.h"
#include "app/desktop/dialogs/decide_dialog.h"
#include "app/desktop/dialogs/keyboard_map.h"
#include "app/desktop/dialogs/report_dialog.h"
#include "app/desktop/dialogs/why_dialog.h"
#include "app/desktop/main_window.h"
#include "app/desktop/review_actions.h"
#include "app/desktop/tab_order.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/registry.h"
#include "diagram/fonts.h"
#include "tests/gui/quiet_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolBar>
#include <QtTest>

#include <set>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

QString nameOf(const QWidget* widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    QStringList parts;
    for (const QWidget* at = widget; at && !at->isWindow() && parts.size() < 4; at = at->parentWidget())
        parts.prepend(QString::fromLatin1(at->metaObject()->className()).section(QStringLiteral("::"), -1) +
                      (at->objectName().isEmpty() ? QString() : QLatin1Char('#') + at->objectName()));
    return parts.join(QLatin1Char('/')) + QLatin1String(" \"") + widget->accessibleName() + QLatin1Char('"');
}

// A control that a person would expect the keyboard to reach.
bool isControl(const QWidget& widget)
{
    const bool kind = qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
                      qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractItemView*>(&widget) ||
                      qobject_cast<const QPlainTextEdit*>(&widget) || qobject_cast<const QTabBar*>(&widget);
    return kind && widget.isVisible() && widget.isEnabled();
}

// Why a control is not reached by Tab though it is in sight: the reason, or nullptr.
const char* excused(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    if (qobject_cast<const QLineEdit*>(parent))
        return "clears the field: Esc does";
    if (qobject_cast<const QTabBar*>(parent))
        return "scrolls the tabs: the arrow keys do";
    if (qobject_cast<const QDockWidget*>(parent))
        return "closes or floats a dock: View, Docks does";
    if (qobject_cast<const QToolBar*>(parent) && widget.objectName() == QLatin1String("qt_toolbar_ext_button"))
        return "what does not fit the tool bar: all of it is in the menus";
    const QWidget* within = parent;
    while (within && !qobject_cast<const GraphView*>(within))
        within = within->parentWidget();
    if (within)
        return "zoom and legend: + - 0 L in the drawing do";
    if (qobject_cast<const QHeaderView*>(&widget))
        return "part of its table";
    if (widget.focusProxy())
        return "stands for another";
    return nullptr;
}

QImage lookOf(QWidget* widget)
{
    return widget->grab().toImage();
}

// By what the keyboard reaches, one Tab after the other, until it is back.
std::vector<QWidget*> walk(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    std::vector<QWidget*> visited;
    constexpr int most = 600;
    for (int i = 0; i < most; ++i) {
        QWidget* at = window.focusWidget();
        if (!visited.empty() && at == visited.back()) {
            // still within: namespaces of the drawing, links of a line
        } else if (!visited.empty() && at == visited.front()) {
            return visited;
        } else {
            visited.push_back(at);
        }
        QTest::keyClick(at ? at : &window, key, modifiers);
    }
    return visited;
}

} // namespace

class KeyboardTest : public QObject {
    Q_OBJECT
private:
    const QString m_sample = test::sampleFolder();
    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window; // with the sample

    static std::unique_ptr<MainWindow> window()
    {
        auto result = test::quietWindow();
        result->resize(1440, 900);
        result->show();
        return result;
    }
    static bool open(MainWindow& window, const QString& source) { return test::openSources(window, {source}); }
    // What is wrong with the walk through the window as it is; "" = nothing.
    static QStringList walked(QWidget& window)
    {
        QStringList wrong;
        QApplication::setActiveWindow(&window);
        if (!window.focusWidget() || !(window.focusWidget()->focusPolicy() & Qt::TabFocus))
            QTest::keyClick(&window, Qt::Key_Tab);
        std::vector<QWidget*> forward = walk(window, Qt::Key_Tab, Qt::NoModifier);
        std::set<const QWidget*> reached;
        for (const QWidget* widget : forward)
            if (!reached.insert(widget).second)
                wrong << QStringLiteral("reached twice: ") + nameOf(widget);
        if (forward.size() > 400)
            wrong << QStringLiteral("Tab does not come round; it stays in ") + nameOf(forward.back());
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!isControl(*widget) || widget->window() != &window || excused(*widget))
                continue;
            // Of radio buttons the checked one is reached, the arrow keys do the rest.
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button && button->autoExclusive() && button->isCheckable() && !button->isChecked())
                continue;
            if (reached.count(widget) == 0)
                wrong << QStringLiteral("not reached: ") + nameOf(widget);
        }
        std::vector<QWidget*> backward = walk(window, Qt::Key_Backtab, Qt::ShiftModifier);
        std::reverse(backward.begin() + 1, backward.end());
        if (backward != forward)
            for (std::size_t i = 0; i < std::max(forward.size(), backward.size()); ++i)
                wrong << QStringLiteral("Tab leads to %1, Shift+Tab came from %2")
                             .arg(nameOf(i < forward.size() ? forward[i] : nullptr),
                                  nameOf(i < backward.size() ? backward[i] : nullptr));
        return wrong;
    }
    // Reading order: nothing is reached after what stands below it in the same column of the same part of the window.
    static QStringList misplaced(QWidget& window)
    {
        QStringList wrong;
        const std::vector<QWidget*> order = walk(window, Qt::Key_Tab, Qt::NoModifier);
        const auto place = [&](const QWidget* widget) { return QRect(widget->mapTo(&window, QPoint()), widget->size()); };
        const auto partOf = [&](const QWidget* widget) {
            const QWidget* part = widget;
            while (part->parentWidget() && part->parentWidget() != &window)
                part = part->parentWidget();
            return part;
        };
        std::vector<const QWidget*> parts;
        for (const QWidget* widget : order)
            if (std::find(parts.begin(), parts.end(), partOf(widget)) == parts.end())
                parts.push_back(partOf(widget));
        for (const QWidget* part : parts) {
            std::vector<const QWidget*> inside;
            for (const QWidget* widget : order)
                if (partOf(widget) == part)
                    inside.push_back(widget);
            // The walk may have begun in the middle: turn it so that the highest is first.
            const auto first = std::min_element(inside.begin(), inside.end(), [&](const QWidget* a, const QWidget* b) {
                return std::pair(place(a).top() / 12, place(a).left()) < std::pair(place(b).top() / 12, place(b).left());
            });
            std::rotate(inside.begin(), first, inside.end());
            for (std::size_t i = 1; i < inside.size(); ++i) {
                const QRect before = place(inside[i - 1]), now = place(inside[i]);
                constexpr int tolerance = 12;
                const bool above = now.bottom() < before.top() + tolerance;
                const bool sameColumn = now.left() < before.right() && before.left() < now.right();
                const bool leftInRow =
                    std::abs(now.center().y() - before.center().y()) < tolerance && now.right() < before.left();
                if ((above && sameColumn) || leftInRow)
                    wrong << nameOf(inside[i]) + QStringLiteral(" comes after ") + nameOf(inside[i - 1]);
            }
        }
        return wrong;
    }
    // Controls that look the same with the keyboard and without.
    static QStringList silent(QWidget& window)
    {
        QStringList wrong;
        const std::vector<QWidget*> order = walk(window, Qt::Key_Tab, Qt::NoModifier);
        for (QWidget* widget : order) {
            widget->setFocus(Qt::TabFocusReason);
            QTest::qWait(0);
            const QImage with = lookOf(widget);
            widget->clearFocus();
            QTest::qWait(0);
            if (with == lookOf(widget))
                wrong << QStringLiteral("does not show the focus: ") + nameOf(widget);
        }
        return wrong;
    }
    static void check(QWidget& window, const QString& state)
    {
        QStringList wrong = walked(window);
        wrong += misplaced(window);
        wrong += silent(window);
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(state + QStringLiteral(":\n  ") + wrong.join(QStringLiteral("\n  "))));
    }
    // What a screen reader meets without a name.
    static QStringList nameless(QWidget& window)
    {
        static const std::set<QAccessible::Role> named{
            QAccessible::PushButton,     QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
            QAccessible::ComboBox,       QAccessible::Table,    QAccessible::List,        QAccessible::Tree,
            QAccessible::PageTabList,    QAccessible::ToolBar,  QAccessible::ProgressBar, QAccessible::Slider,
            QAccessible::Graphic,        QAccessible::Dialog,   QAccessible::Window,      QAccessible::ButtonMenu,
            QAccessible::ButtonDropDown, QAccessible::SpinBox,  QAccessible::Chart,       QAccessible::Document,
            QAccessible::Grouping};
        QStringList wrong;
        QList<QWidget*> all = window.findChildren<QWidget*>();
        all.prepend(&window);
        for (QWidget* widget : all) {
            const bool own = qobject_cast<QLineEdit*>(widget->parentWidget()) || qobject_cast<QTabBar*>(widget->parentWidget()) ||
                             qobject_cast<QAbstractScrollArea*>(widget->parentWidget()) ||
                             qobject_cast<QDialogButtonBox*>(widget);
            if (!widget->isVisible() || widget->window() != &window || own)
                continue;
            QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(widget);
            if (!reader || named.count(reader->role()) == 0)
                continue;
            const QString name = reader->text(QAccessible::Name);
            const QString kind = QString::fromLatin1(widget->metaObject()->className());
            if (name.isEmpty() || name == kind || kind.endsWith(QStringLiteral("::") + name))
                wrong << nameOf(widget) + QStringLiteral(" role %1").arg(reader->role());
        }
        return wrong;
    }
    static void checkNames(QWidget& window, const QString& state)
    {
        const QStringList wrong = nameless(window);
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(state + QStringLiteral(", without a name:\n  ") + wrong.join(QStringLiteral("\n  "))));
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
        QApplication::setCursorFlashTime(0);
        m_window = window();
        QVERIFY(open(*m_window, m_sample));
    }
    void cleanupTestCase() { m_window.reset(); }

    void tabWalksEveryView_data()
    {
        QTest::addColumn<QString>("view");
        for (const ViewRow& row : viewRows())
            QTest::newRow(row.id) << QString::fromLatin1(row.id);
    }
    void tabWalksEveryView()
    {
        QFETCH(QString, view);
        m_window->showView(QStringLiteral("graph"));
        m_window->showView(view);
        QTest::qWait(50);
        check(*m_window, view);
        checkNames(*m_window, view);
    }
    void tabWalksTheEmptyWindow()
    {
        auto empty = window();
        check(*empty, QStringLiteral("empty"));
        for (const ViewRow& row : viewRows()) {
            empty->showView(QString::fromLatin1(row.id));
            checkNames(*empty, QLatin1String("empty, ") + QLatin1String(row.id));
        }
    }
    void tabWalksTheDialogs()
    {
        ConfirmDialog confirm(m_window->session().snapshot(), m_window->reviews().editor(), m_window.get());
        DecideDialog one({QStringLiteral("A finding")}, std::nullopt, {}, "2026-11-21", m_window.get());
        DecideDialog many({QStringLiteral("A finding"), QStringLiteral("Another")}, Decision(), {}, "2026-11-21", m_window.get());
        CommandPalette palette(m_window->menuBar()->actions(), m_window.get());
        KeyboardMapDialog keys(m_window->menuBar()->actions(), m_window.get());
        WhyDialog why(m_window->session(), m_window->viewState(), m_window.get());
        ReportDialog report(m_window->session().snapshot()->model(), m_window.get());
        for (QDialog* dialog : std::initializer_list<QDialog*>{&confirm, &one, &many, &palette, &keys, &report, &why}) {
            dialog->show();
            QTest::qWait(20);
            const QString title = dialog->windowTitle();
            checkNames(*dialog, title);
            if (dialog != &palette) // its list follows the field's arrow keys
                check(*dialog, title);
            dialog->close();
        }
    }

    void everyCommandHasWordsAndIsInThePalette()
    {
        std::set<const QAction*> listed;
        for (const Command& command : commandsOf(m_window->menuBar()->actions(), true)) {
            listed.insert(command.action);
            QVERIFY2(!command.path.endsWith(QStringLiteral(" › ")), qPrintable(command.path));
            QVERIFY2(!command.path.contains(QLatin1Char('\t')), qPrintable(command.path));
        }
        QVERIFY(listed.size() > 50);
        const std::vector<KeyRow> map = keyboardMap(m_window->menuBar()->actions());
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            if (action->isSeparator() || action->menu())
                continue;
            // Actions of a field's own menu and of its clear button are not the window's.
            if (qobject_cast<const QLineEdit*>(action->parent()) || action->text().isEmpty())
                QVERIFY2(action->shortcut().isEmpty(), qPrintable(action->objectName()));
            else if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut) // of one view: in the map of keys
                QVERIFY2(std::any_of(map.begin(), map.end(),
                                     [&](const KeyRow& row) { return row.keys.contains(action->shortcut().toString()); }),
                         qPrintable(action->text() + QStringLiteral(" is not in the map of keys")));
            else if (!action->shortcut().isEmpty() || qobject_cast<const QMainWindow*>(action->parent()))
                QVERIFY2(listed.count(action) == 1, qPrintable(action->text() + QStringLiteral(" is in no menu")));
        }
        for (const QAction* action : m_window->findChild<QToolBar*>(QStringLiteral("viewBar"))->actions())
            if (!action->isSeparator() && !action->text().isEmpty())
                QVERIFY2(listed.count(action) == 1, qPrintable(action->text() + QStringLiteral(" is only in the tool bar")));
    }

    void keysAreUniqueAndInTheMap()
    {
        const std::vector<KeyRow> map = keyboardMap(m_window->menuBar()->actions());
        QMap<QString, QString> seen;
        for (const Command& command : commandsOf(m_window->menuBar()->actions(), true)) {
            for (const QKeySequence& keys : command.action->shortcuts()) {
                const QString text = keys.toString();
                QVERIFY2(!seen.contains(text), qPrintable(text + QStringLiteral(": ") + seen.value(text) + command.path));
                seen[text] = command.path;
            }
            if (!command.action->shortcut().isEmpty())
                QVERIFY2(std::any_of(map.begin(), map.end(), [&](const KeyRow& row) { return command.path.endsWith(row.what); }),
                         qPrintable(command.path));
        }
        for (std::size_t i = 0; i < map.size(); ++i)
            for (std::size_t k = i + 1; k < map.size(); ++k)
                if (map[i].where == map[k].where)
                    QVERIFY2(map[i].keys != map[k].keys, qPrintable(map[i].where + QLatin1Char(' ') + map[i].keys));
    }

    // docs/keyboard.md is what the dialog shows; BARTIZAN_WRITE_DOCS=1 writes it.
    void theDocumentNamesEveryKey()
    {
        const QString text =
            QStringLiteral("# Keys\n\nHelp → Keyboard shortcuts (F1) shows this list in the window, to search and "
                           "to copy.\n\n") +
            keyboardMapText(keyboardMap(m_window->menuBar()->actions()));
        QFile file(QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/docs/keyboard.md"));
        if (qEnvironmentVariableIsSet("BARTIZAN_WRITE_DOCS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(QString::fromUtf8(file.readAll()) == text, "run this test with BARTIZAN_WRITE_DOCS=1 to write docs/keyboard.md");
    }

    void theShortcutsAreFoundAndCopied()
    {
        KeyboardMapDialog dialog(m_window->menuBar()->actions(), m_window.get());
        dialog.show();
        const int all = dialog.list()->topLevelItemCount();
        QVERIFY(all > 8);
        QTest::keyClicks(dialog.field(), QStringLiteral("namespace"));
        QVERIFY(dialog.list()->topLevelItemCount() < all);
        QVERIFY(dialog.shownText().contains(QStringLiteral("| Tab, Shift+Tab | To the next namespace")));
        QVERIFY(!dialog.shownText().contains(QStringLiteral("Ctrl+O")));
        QTest::keyClick(dialog.field(), Qt::Key_Escape);
        QCOMPARE(dialog.list()->topLevelItemCount(), all);
    }

    void layersAreChosenByKeyboard()
    {
        m_window->showView(QStringLiteral("start"));
        QWidget* bars = nullptr;
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (QLatin1String(widget->metaObject()->className()) == QLatin1String("bartizan::desktop::LayerBars"))
                bars = widget;
        QVERIFY(bars);
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Down);
        QVERIFY(bars->accessibleName().contains(QStringLiteral("Abuse")));
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(m_window->viewState().query(), QStringLiteral("missing:abuse"));
        m_window->viewState().setQuery({});
    }
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
