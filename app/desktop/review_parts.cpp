// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/review_parts.h"

#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

namespace {

// True when the row was there.
bool erase(Review& review, const ReviewItem& item)
{
    switch (item.kind) {
    case ReviewKind::decision:
        return review.decisions.erase(item.id) > 0;
    case ReviewKind::statement:
        return review.statements.erase({item.id, item.more}) > 0;
    case ReviewKind::sensitivity:
        return review.sensitivities.erase(item.id) > 0;
    case ReviewKind::audience:
        return review.audiences.erase(item.id) > 0;
    case ReviewKind::owner:
        return review.owners.erase(item.id) > 0;
    case ReviewKind::note:
        return review.notes.erase(item.id) > 0;
    case ReviewKind::reportMatch:
        return review.reportMatches.erase(item.id) > 0;
    case ReviewKind::query:
        return review.queries.erase(item.id) > 0;
    }
    return false;
}

QString takingBack(ReviewKind kind)
{
    switch (kind) {
    case ReviewKind::note:
        return ReviewParts::tr("Remove a note");
    case ReviewKind::statement:
        return ReviewParts::tr("Withdraw a statement");
    case ReviewKind::reportMatch:
        return ReviewParts::tr("Part a report from its image");
    case ReviewKind::query:
        return ReviewParts::tr("Remove a saved query");
    case ReviewKind::decision:
        return ReviewParts::tr("Take a decision back");
    case ReviewKind::sensitivity:
    case ReviewKind::audience:
    case ReviewKind::owner:
        break;
    }
    return ReviewParts::tr("Take a confirmation back");
}

} // namespace

ReviewParts::ReviewParts(Ask ask, ReviewEditor& editor, Session& session, ViewState& state, QWidget* window)
    : QObject(window), m_ask(std::move(ask)), m_editor(editor), m_session(session), m_state(state), m_window(window),
      m_queries(new QMenu(tr("Sa&ved queries"), window))
{
    connect(&m_state, &ViewState::reviewAsked, this, &ReviewParts::edit);
    connect(&m_state, &ViewState::takeBackAsked, this, &ReviewParts::takeBack);
    connect(&m_editor, &ReviewEditor::changed, this, &ReviewParts::fillQueries);
    connect(&m_editor, &ReviewEditor::opened, this, &ReviewParts::fillQueries);
    m_queries->setToolTipsVisible(true);
    QAction* save = m_queries->addAction(tr("&Save the query of the search line…"), QKeySequence(Qt::CTRL | Qt::Key_B), this,
                                         &ReviewParts::saveQuery);
    save->setObjectName(QStringLiteral("saveQuery"));
    m_queries->addAction(tr("&Rename and remove in the review"), this, [this] { m_state.showView(QStringLiteral("review")); });
    m_queries->addSeparator();
    fillQueries();
}

void ReviewParts::addToMenu(QMenu* menu)
{
    const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, auto call) {
        menu->addAction(text, keys, this, call)->setObjectName(QString::fromLatin1(name));
    };
    add("note", tr("Write a &note…"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] { note(); });
    add("statement", tr("&State that a layer is present…"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] { state(); });
    add("joinReport", tr("&Join a report to an image…"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] { join(); });
    menu->addSeparator();
    menu->addMenu(m_queries);
}

void ReviewParts::fillQueries()
{
    qDeleteAll(std::exchange(m_runs, {}));
    for (const auto& [name, saved] : m_editor.review().queries) {
        const QString query = QString::fromStdString(saved.query);
        QAction* run = m_queries->addAction(shown(name).replace(QLatin1Char('&'), QStringLiteral("&&")), this, [this, query] {
            m_state.setQuery(query);
            m_state.showView(QStringLiteral("graph"));
        });
        run->setToolTip(plainToolTip(query));
        m_runs << run;
    }
    if (m_runs.isEmpty()) {
        m_runs << m_queries->addAction(tr("No query is saved yet"));
        m_runs.back()->setEnabled(false);
    }
}

bool ReviewParts::ready()
{
    if (m_session.snapshot())
        return true;
    emit said(tr("Open sources first: there is nothing to speak of yet."));
    return false;
}

QString ReviewParts::nameOf(const std::string& subject) const
{
    if (const SnapshotPtr snapshot = m_session.snapshot()) {
        for (const Finding& finding : snapshot->posture().findings)
            if (finding.id == subject)
                return told(finding.title);
    }
    return shown(subject);
}

void ReviewParts::note()
{
    if (!ready())
        return;
    const SnapshotPtr snapshot = m_session.snapshot();
    if (m_state.looksAtFinding())
        return editNote(snapshot->posture().findings[static_cast<std::size_t>(m_state.finding())].id);
    if (m_state.workload().valid())
        return editNote(snapshot->model().architecture.workload(m_state.workload()).id);
    emit said(tr("Select a service or a finding to write a note on."));
}

void ReviewParts::state()
{
    if (!ready())
        return;
    if (!m_state.workload().valid()) {
        emit said(tr("Select a service first: a statement is about one of its layers."));
        return;
    }
    const int layer = m_state.layer();
    editStatement(m_session.snapshot()->model().architecture.workload(m_state.workload()).id,
                  layer < 0 ? "" : layerId(static_cast<Layer>(layer)));
}

void ReviewParts::join()
{
    editMatch({}, {});
}

void ReviewParts::saveQuery()
{
    if (m_state.query().trimmed().isEmpty()) {
        emit said(tr("Type a query into the search line first, for example missing:network."));
        return;
    }
    editQuery({}, m_state.query().trimmed());
}

void ReviewParts::edit(const ReviewItem& item)
{
    switch (item.kind) {
    case ReviewKind::note:
        return editNote(item.id);
    case ReviewKind::statement:
        return editStatement(item.id, item.more);
    case ReviewKind::reportMatch:
        return editMatch(item.id, item.more);
    case ReviewKind::query:
        return editQuery(item.id, {});
    case ReviewKind::owner:
        return editOwner(item.id);
    case ReviewKind::sensitivity:
    case ReviewKind::audience:
        return m_state.requestCommand(QStringLiteral("confirm"));
    case ReviewKind::decision:
        break;
    }
    if (!ready())
        return;
    const auto& findings = m_session.snapshot()->posture().findings;
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id == item.id; });
    if (found == findings.end())
        emit said(tr("The finding of this decision is no longer there; the decision can be taken back."));
    else
        emit decisionAsked(static_cast<int>(found - findings.begin()));
}

void ReviewParts::takeBack(const std::vector<ReviewItem>& items)
{
    if (items.empty())
        return;
    const QString text = items.size() > 1 ? tr("Take %n rows of the review back", nullptr, static_cast<int>(items.size()))
                                          : takingBack(items.front().kind);
    int gone = 0;
    m_editor.edit(text, [&](Review& review) {
        for (const ReviewItem& item : items)
            gone += erase(review, item) ? 1 : 0;
    });
    if (gone > 0)
        emit said(tr("%1. Ctrl+Z brings it back.").arg(text));
}

} // namespace bartizan::desktop
