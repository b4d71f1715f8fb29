// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/view_bar.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/style.h"
#include "diagram/query.h"

#include <QActionGroup>
#include <QCompleter>
#include <QKeyEvent>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace bartizan::desktop {

namespace {

constexpr std::array<diagram::Lens, diagram::lensCount> offered{
    diagram::Lens::exposure,  diagram::Lens::authentication, diagram::Lens::encryption,
    diagram::Lens::isolation, diagram::Lens::scanning,       diagram::Lens::sensitivity,
    diagram::Lens::saysIs,    diagram::Lens::change,         diagram::Lens::connectivity};

constexpr int completedRole = Qt::UserRole + 1;

QString helpOf(diagram::Lens lens)
{
    switch (lens) {
    case diagram::Lens::exposure:
        return ViewBar::tr("Ways from outside the cluster with no check in front");
    case diagram::Lens::authentication:
        return ViewBar::tr("Where callers and people are checked");
    case diagram::Lens::encryption:
        return ViewBar::tr("Which hops are plain text, TLS or mutual TLS");
    case diagram::Lens::isolation:
        return ViewBar::tr("Which namespaces and workloads are closed off");
    case diagram::Lens::scanning:
        return ViewBar::tr("Which images a report covers");
    case diagram::Lens::sensitivity:
        return ViewBar::tr("How sensitive each service is");
    case diagram::Lens::saysIs:
        return ViewBar::tr("Where configured and running differ");
    case diagram::Lens::change:
        return ViewBar::tr("What is worse or new beside the state that is compared with");
    case diagram::Lens::connectivity:
        return ViewBar::tr("Who may reach whom, as policies say, and what no known call needs");
    }
    return {};
}

} // namespace

ViewBar::ViewBar(Session& session, ViewState& state, QWidget* parent)
    : QToolBar(tr("Lens and search"), parent), m_session(session), m_state(state)
{
    setObjectName(QStringLiteral("viewBar"));
    setMovable(false);
    setIconSize({16, 16}); // what is painted, at every scale of the screen
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    makeLenses();
    makeSearch();
}

void ViewBar::makeLenses()
{
    m_firstLens = addSeparator();
    auto* group = new QActionGroup(this);
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const diagram::Lens lens = offered[i];
        QAction* action = addAction(inLanguage(diagram::lensName(lens)));
        action->setCheckable(true);
        action->setChecked(lens == m_state.lens());
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(helpOf(lens), keys));
        action->setWhatsThis(action->text() + QStringLiteral(": ") + helpOf(lens)); // our own words
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, lens] { m_state.setLens(lens); });
        connect(&m_state, &ViewState::lensChanged, action, [this, action, lens] { action->setChecked(m_state.lens() == lens); });
        m_lenses.push_back(action);
        // The switch is one row of joined buttons; the style sheet rounds its ends.
        widgetForAction(action)->setProperty(i == 0 ? "first" : i + 1 == offered.size() ? "last" : "middle", true);
        widgetForAction(action)->setFocusPolicy(Qt::StrongFocus);
    }
    // Change needs something to compare with.
    QAction* change =
        m_lenses[static_cast<std::size_t>(std::find(offered.begin(), offered.end(), diagram::Lens::change) - offered.begin())];
    const auto enable = [this, change, tip = change->toolTip()] {
        const bool compared = m_state.compared() != nullptr;
        change->setEnabled(compared);
        change->setToolTip(compared ? tip
                                    : tr("Shows what is worse or new beside another state: choose one in File › Compare "
                                         "(Ctrl+D)"));
    };
    connect(&m_state, &ViewState::comparedChanged, this, enable);
    enable();
}

void ViewBar::makeSearch()
{
    addSeparator();
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search services"));
    m_search->setAccessibleName(tr("Search services"));
    m_search->setToolTip(tr("cart, kind:store, missing:network, ns:shop; words must all hold, - before a word turns it round, * "
                            "stands for any text (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(420);
    m_search->installEventFilter(this);
    m_completions = new QStandardItemModel(this);
    auto* completer = new QCompleter(m_completions, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionRole(completedRole); // what is shown says the name of a saved query too
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_search->setCompleter(completer);
    addWidget(m_search);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setContentsMargins(8, 0, 8, 0);
    m_afterSearch = addWidget(m_message);
    auto* spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spacer);
    connect(m_search, &QLineEdit::textEdited, this, &ViewBar::complete);
    connect(m_search, &QLineEdit::textChanged, &m_state, &ViewState::setQuery);
    connect(&m_state, &ViewState::queryChanged, this, [this] {
        if (m_search->text() != m_state.query())
            m_search->setText(m_state.query());
    });
}

void ViewBar::addCommand(QAction* action, diagram::Icon icon, bool withText, bool atEnd)
{
    insertAction(atEnd ? nullptr : m_firstLens, action);
    dress(action, icon, withText);
}

void ViewBar::addToSearch(QAction* action, diagram::Icon icon)
{
    insertAction(m_afterSearch, action);
    dress(action, icon, false);
}

void ViewBar::dress(QAction* action, diagram::Icon icon, bool withText)
{
    auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
    button->setProperty("command", true);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    action->setIcon(themedIcon(icon));
}

void ViewBar::complete(const QString& text)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_completions->clear();
    if (!snapshot)
        return;
    const auto offer = [&](const QString& words, const QString& query) {
        auto* item = new QStandardItem(words);
        item->setData(query, completedRole);
        m_completions->appendRow(item);
    };
    for (const auto& [name, saved] : snapshot->review->queries) {
        const QString query = QString::fromStdString(saved.query), called = shown(name);
        if (query != text && (called.contains(text, Qt::CaseInsensitive) || query.startsWith(text, Qt::CaseInsensitive)))
            offer(called + QStringLiteral("   ") + query, query);
    }
    for (const QString& query : diagram::completions(text, *snapshot->drawing))
        offer(query, query);
}

void ViewBar::addQueries(QMenu* menu)
{
    auto* button = new QToolButton(this);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("command", true);
    button->setAccessibleName(tr("Saved queries"));
    button->setToolTip(tr("Saved queries: keep the one that is typed (Ctrl+B), or run one"));
    button->setWhatsThis(button->toolTip());
    auto* action = new QAction(this);
    button->setDefaultAction(action);
    action->setToolTip(button->toolTip());
    insertWidget(m_afterSearch, button);
    action->setIcon(themedIcon(diagram::Icon::pin));
}

// In a narrow window the search line gives way before a command is pushed out of sight.
void ViewBar::resizeEvent(QResizeEvent* event)
{
    constexpr int roomy = 1600;
    m_search->setMinimumWidth(width() < roomy ? 130 : 220);
    QToolBar::resizeEvent(event);
}

void ViewBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ViewBar::showMatches(int matching, int all)
{
    const diagram::Query query(m_state.query());
    if (!query.problem().isEmpty())
        m_message->setText(query.problem());
    else if (query.isEmpty() || !m_session.snapshot())
        m_message->clear();
    else
        m_message->setText(tr("%1 of %2 services").arg(matching).arg(all));
}

bool ViewBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<const QKeyEvent*>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    return QToolBar::eventFilter(watched, event);
}

} // namespace bartizan::desktop
