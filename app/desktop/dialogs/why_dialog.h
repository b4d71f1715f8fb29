// SPDX-License-Identifier: GPL-3.0-or-later
// "Why can A reach B?": two ends, each found by some letters of its name, and what policies say about a connection from the
// one to the other. It stays open beside the window, whose source view shows the lines that it names; a new snapshot is
// asked the same again. Answers are worked out off the GUI thread.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"
#include "app/desktop/widgets/fact_tree.h"
#include "report/connectivity/explained.h"

#include <QDialog>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace bartizan::desktop {

class WhyDialog final : public QDialog {
    Q_OBJECT
public:
    WhyDialog(Session& session, ViewState& state, QWidget* parent);

    // Ids of workloads, or what --explain takes: names, addresses, "internet". "" = to be chosen.
    void ask(const QString& from, const QString& to);
    QLineEdit* from() const { return m_from; }
    QLineEdit* to() const { return m_to; }
    FactTree* facts() const { return m_facts; }
    QString message() const { return m_message->text(); }
    bool isAsking() const { return m_job.running(); }
    QString asText() const; // what stands there, to be copied

signals:
    void answered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // Down in a field lists its names

private:
    struct Answer {
        SnapshotPtr snapshot;
        std::shared_ptr<const report::Explained> explained;
        std::string error;
    };

    QLineEdit* makeField(const QString& name);
    void takeSnapshot();
    void askAgain(); // what the fields hold
    void showAnswer(const Answer& answer);
    void turnRound();

    Session& m_session;
    ViewState& m_state;
    QLineEdit *m_from, *m_to;
    QPushButton* m_turn;
    QLabel* m_message;
    FactTree* m_facts;
    QPushButton* m_copy = nullptr;
    QStringListModel* m_names;
    QHash<QString, QString> m_ids; // of names that are not shown as they are
    QString m_askedFrom, m_askedTo;
    SnapshotPtr m_askedOf;
    LatestJob<Answer> m_job;
};

} // namespace bartizan::desktop
