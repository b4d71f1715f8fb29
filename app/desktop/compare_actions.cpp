// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compare_actions.h"

#include "app/desktop/models/changes_model.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/recent.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace bartizan::desktop {

CompareActions::CompareActions(Choose choose, Session& session, ViewState& state, QMainWindow* window)
    : QObject(window), m_choose(std::move(choose)), m_session(session), m_state(state), m_window(window),
      m_comparison(session, state, this)
{
    connect(&m_comparison, &Comparison::finished, this, &CompareActions::shown);
    connect(&m_comparison, &Comparison::stopped, this, [this] { emit said(tr("Nothing is compared any more.")); });
    connect(&m_state, &ViewState::comparedChanged, this, [this] {
        if (!m_state.compared() && m_state.lens() == diagram::Lens::change)
            m_state.setLens(m_lensBefore);
        enable();
    });
    connect(&m_session, &Session::finished, this, &CompareActions::enable);
}

void CompareActions::addToFileMenu(QMenu* file)
{
    QMenu* menu = file->addMenu(tr("&Compare"));
    const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, auto call) {
        QAction* action = menu->addAction(text, keys, this, call);
        action->setObjectName(QString::fromLatin1(name));
        return action;
    };
    add("compareFiles", tr("With &files or a review…"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { chooseAnd(false); });
    add("compareFolder", tr("With a f&older…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { chooseAnd(true); });
    m_previous = add("comparePrevious", tr("With the state &before the last reading"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { withPrevious(); });
    m_recent = menu->addMenu(tr("With &recent ones"));
    connect(m_recent, &QMenu::aboutToShow, this, &CompareActions::fillRecent);
    fillRecent();
    menu->addSeparator();
    m_stop = add("stopComparing", tr("&Stop comparing"), {}, [this] { m_comparison.stop(); });
    enable();
}

void CompareActions::enable()
{
    if (m_stop)
        m_stop->setEnabled(m_comparison.active() || m_comparison.reading());
}

void CompareActions::fillRecent()
{
    m_recent->clear();
    for (const QStringList& sources : recentCompared())
        m_recent->addAction(
            desktop::shown(sources.join(QStringLiteral(", ")).toStdString()).replace(QLatin1Char('&'), QStringLiteral("&&")),
            this, [this, sources] { with(sources); });
    if (m_recent->isEmpty())
        m_recent->addAction(tr("Nothing was compared yet"))->setEnabled(false);
}

void CompareActions::chooseAnd(bool folder)
{
    if (!m_session.snapshot()) {
        emit said(tr("Open sources first: there is nothing to compare yet."));
        return;
    }
    if (m_choose)
        with(m_choose(m_window, folder));
}

void CompareActions::with(const QStringList& sources)
{
    if (sources.isEmpty())
        return;
    m_asked = sources;
    m_comparison.with(sources);
    enable();
}

void CompareActions::withPrevious()
{
    if (!m_comparison.hasPrevious()) {
        emit said(tr("These sources were read once: read them again (Ctrl+R) and there is an earlier state."));
        return;
    }
    m_asked.clear();
    m_comparison.withPrevious();
    enable();
}

void CompareActions::shown()
{
    if (!m_asked.isEmpty())
        rememberCompared(std::exchange(m_asked, {}));
    const ComparedPtr compared = m_state.compared();
    if (!compared)
        return;
    m_state.showView(QStringLiteral("changes"));
    if (!compared->difference.empty() && m_state.lens() != diagram::Lens::change) {
        m_lensBefore = m_state.lens();
        m_state.setLens(diagram::Lens::change);
    }
    emit said(changeSentence(*compared));
}

} // namespace bartizan::desktop
