// SPDX-License-Identifier: GPL-3.0-or-later
// The inspector's part of the review: notes, statements that do not count, and the menu to say more.
#include "app/desktop/plain_text.h"
#include "app/desktop/views/inspector.h"

#include <QMenu>

namespace bartizan::desktop {

namespace {

QString byWhom(const std::string& by, const std::string& on)
{
    return shown(by + (by.empty() || on.empty() ? "" : ", ") + on);
}

} // namespace

void Inspector::addNotes(const std::vector<std::string>& subjects)
{
    const auto& notes = m_session.snapshot()->review->notes;
    for (const std::string& subject : subjects) {
        const auto row = notes.find(subject);
        if (row == notes.end())
            continue;
        const bool own = &subject == &subjects.front();
        QTreeWidgetItem* heading =
            m_tree->addHeading(own ? tr("Note") : tr("Note on %1").arg(shown(subject)), byWhom(row->second.by, row->second.on));
        m_tree->addSentence(heading, shown(row->second.text));
        heading->setExpanded(true);
    }
}

// One in force is the verdict's own reason.
void Inspector::addStatement(QTreeWidgetItem* parent, const std::string& workload, Layer layer, const LayerVerdict& verdict)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const auto row = snapshot->review->statements.find({workload, layerId(layer)});
    if (row == snapshot->review->statements.end() || verdict.basis == Basis::stated)
        return;
    const Statement& statement = row->second;
    const QString who = statement.by.empty() ? tr("a person") : shown(statement.by);
    const bool expired = isExpired(statement.expires, std::string_view(snapshot->posture().asOf).substr(0, 10));
    m_tree->addSentence(
        parent, expired
                    ? tr("Stated by %1 until %2, which has passed: %3").arg(who, shown(statement.expires), shown(statement.text))
                    : tr("Stated by %1, but the input decides: %2").arg(who, shown(statement.text)));
}

void Inspector::followLayer(const QTreeWidgetItem* item)
{
    while (item && !item->data(0, layerRole).isValid())
        item = item->parent();
    if (item && !m_showsFinding)
        m_state.lookAtLayer(item->data(0, layerRole).toInt());
}

void Inspector::contextMenu(QPoint at)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || (m_showsFinding ? m_state.finding() < 0 : !m_state.workload().valid()))
        return;
    QTreeWidgetItem* item = m_tree->itemAt(at);
    if (item)
        m_tree->setCurrentItem(item);
    const Review& review = *snapshot->review;
    const std::string subject = m_showsFinding ? snapshot->posture().findings[static_cast<std::size_t>(m_state.finding())].id
                                               : snapshot->model().architecture.workload(m_state.workload()).id;
    QMenu menu(this);
    if (m_showsFinding)
        menu.addAction(tr("&Decide on it…"), this, [this] { m_state.requestCommand(QStringLiteral("decide")); });
    menu.addAction(review.notes.count(subject) != 0 ? tr("Change the &note…") : tr("Write a &note…"), this, [this, subject] {
        m_state.editReview({ReviewKind::note, subject, {}});
    });
    while (item && !item->data(0, layerRole).isValid())
        item = item->parent();
    if (item && !m_showsFinding) {
        const std::string layer = layerId(static_cast<Layer>(item->data(0, layerRole).toInt()));
        const bool stated = review.statements.count({subject, layer}) != 0;
        const LayerVerdict& verdict =
            snapshot->posture().workloads[m_state.workload().pos()].layers[item->data(0, layerRole).toUInt()];
        QAction* state = menu.addAction(stated ? tr("Change the &statement…") : tr("&State that it is present…"), this,
                                        [this, subject, layer] {
                                            m_state.editReview({ReviewKind::statement, subject, layer});
                                        });
        state->setEnabled(stated || verdict.verdict == Verdict::unknown);
        if (stated)
            menu.addAction(tr("&Withdraw the statement"), this, [this, subject, layer] {
                m_state.takeBack({{ReviewKind::statement, subject, layer}});
            });
    }
    menu.addSeparator();
    menu.addAction(tr("&Copy"), this, [this] { copy(); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace bartizan::desktop
