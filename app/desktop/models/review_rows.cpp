// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/review_rows.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/query.h"
#include "model/review_apply.h"

#include <QObject>

#include <algorithm>
#include <map>
#include <tuple>

namespace bartizan::desktop {

namespace {

QString kindWord(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::accept:
        return QObject::tr("accepted", "of a decision");
    case DecisionKind::mitigate:
        return QObject::tr("mitigated");
    case DecisionKind::falsePositive:
        return QObject::tr("false positive");
    case DecisionKind::needsWork:
        break;
    }
    return QObject::tr("needs work");
}

class Lines {
public:
    explicit Lines(const Snapshot& snapshot) : m_snapshot(snapshot), m_review(*snapshot.review)
    {
        const ReviewStanding& standing = snapshot.posture().review;
        // The worst first: a row of several lists keeps the first state that it is given.
        for (const auto& [state, rows] :
             {std::pair(RowState::orphaned, &standing.orphaned), std::pair(RowState::expired, &standing.expired),
              std::pair(RowState::unused, &standing.unused), std::pair(RowState::expiringSoon, &standing.expiringSoon)})
            for (const ReviewRow& row : *rows) {
                auto& [known, why] = m_standing.try_emplace({row.kind, row.id}, state, std::string()).first->second;
                if (known == state || (known == RowState::orphaned && state == RowState::expired))
                    why += (why.empty() ? "" : "; ") + row.reason;
            }
        const auto& findings = snapshot.posture().findings;
        for (std::size_t i = 0; i < findings.size(); ++i)
            m_findings.emplace(findings[i].id, static_cast<int>(i));
    }

    std::vector<ReviewLine> all()
    {
        decisions();
        statements();
        confirmations(ReviewKind::sensitivity, QObject::tr("sensitivity"), m_review.sensitivities);
        confirmations(ReviewKind::audience, QObject::tr("audience"), m_review.audiences);
        confirmations(ReviewKind::owner, QObject::tr("owner"), m_review.owners);
        notes();
        matches();
        queries();
        std::stable_sort(m_lines.begin(), m_lines.end(), [](const ReviewLine& a, const ReviewLine& b) {
            return std::tie(a.state, a.item.kind) < std::tie(b.state, b.item.kind);
        });
        return std::move(m_lines);
    }

private:
    ReviewLine& add(ReviewItem item, const std::string& standingId)
    {
        ReviewLine line;
        if (const auto found = m_standing.find({item.kind, standingId}); found != m_standing.end())
            std::tie(line.state, line.why) = found->second;
        if (const auto found = m_findings.find(item.id); found != m_findings.end())
            line.finding = found->second;
        line.about = line.finding >= 0 ? told(m_snapshot.posture().findings[static_cast<std::size_t>(line.finding)].title)
                                       : shown(item.id);
        line.item = std::move(item);
        m_lines.push_back(std::move(line));
        return m_lines.back();
    }

    void decisions()
    {
        for (const auto& [id, decision] : m_review.decisions) {
            ReviewLine& line = add({ReviewKind::decision, id, {}}, id);
            if (line.finding < 0 && !decision.basis->title.empty())
                line.about = told(decision.basis->title);
            else if (line.finding >= 0) {
                const Finding& finding = m_snapshot.posture().findings[static_cast<std::size_t>(line.finding)];
                if (finding.state == FindingState::reopened && line.state != RowState::expired) {
                    line.state = RowState::reopened;
                    line.why = finding.statusReason;
                }
            }
            line.what = QObject::tr("decision: %1").arg(kindWord(decision.kind));
            line.says = shown(decision.reason);
            line.owner = decision.owner;
            line.expires = decision.expires;
            line.by = decision.by;
            line.on = decision.on;
        }
    }
    void statements()
    {
        for (const auto& [key, statement] : m_review.statements) {
            ReviewLine& line = add({ReviewKind::statement, key.first, key.second}, key.first + ", " + key.second);
            const LayerText* layer = m_snapshot.loaded->catalogue.layer(key.second);
            line.what = QObject::tr("statement: %1").arg(inLanguage(shown(layer ? layer->title : key.second)));
            line.says = shown(statement.text);
            line.proof = statement.proof;
            line.expires = statement.expires;
            line.by = statement.by;
            line.on = statement.on;
        }
    }
    void confirmations(ReviewKind kind, const QString& what, const std::map<std::string, Confirmation>& rows)
    {
        for (const auto& [id, row] : rows) {
            ReviewLine& line = add({kind, id, {}}, id);
            line.what = what;
            line.says = inLanguage(shown(row.value));
            line.by = row.by;
            line.on = row.on;
        }
    }
    void notes()
    {
        for (const auto& [id, note] : m_review.notes) {
            ReviewLine& line = add({ReviewKind::note, id, {}}, id);
            line.what = QObject::tr("note");
            line.says = shown(note.text);
            line.by = note.by;
            line.on = note.on;
        }
    }
    void matches()
    {
        for (const auto& [path, match] : m_review.reportMatches) {
            ReviewLine& line = add({ReviewKind::reportMatch, path, match.image}, path);
            line.what = QObject::tr("report joined");
            const std::string& reason = match.reason;
            line.says = reason.empty() ? QObject::tr("is of %1").arg(shown(match.image))
                                       : QObject::tr("is of %1: %2").arg(shown(match.image), shown(reason));
            line.by = match.by;
            line.on = match.on;
        }
    }
    void queries()
    {
        for (const auto& [name, saved] : m_review.queries) {
            ReviewLine& line = add({ReviewKind::query, name, {}}, name);
            line.what = QObject::tr("saved query");
            line.says = shown(saved.query);
            const QString problem = diagram::Query(QString::fromStdString(saved.query)).problem();
            if (!problem.isEmpty()) {
                line.state = RowState::unused;
                line.why = problem.toStdString();
            }
        }
    }

    const Snapshot& m_snapshot;
    const Review& m_review;
    std::map<std::pair<ReviewKind, std::string>, std::pair<RowState, std::string>> m_standing;
    std::map<std::string, int> m_findings;
    std::vector<ReviewLine> m_lines;
};

} // namespace

std::vector<ReviewLine> reviewLines(const Snapshot& snapshot)
{
    return Lines(snapshot).all();
}

QString stateWord(RowState state)
{
    switch (state) {
    case RowState::reopened:
        return QObject::tr("reopened");
    case RowState::expired:
        return QObject::tr("expired");
    case RowState::orphaned:
        return QObject::tr("orphaned");
    case RowState::unused:
        return QObject::tr("unused");
    case RowState::expiringSoon:
        return QObject::tr("expires soon");
    case RowState::inForce:
        break;
    }
    return QObject::tr("in force");
}

} // namespace bartizan::desktop
