// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/why_dialog.h"

#include "app/desktop/error_text.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/why_facts.h"
#include "app/desktop/widgets/plain_label.h"
#include "report/input.h"

#include <QClipboard>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace bartizan::desktop {

WhyDialog::WhyDialog(Session& session, ViewState& state, QWidget* parent)
    : QDialog(parent), m_session(session), m_state(state), m_names(new QStringListModel(this))
{
    setWindowTitle(tr("Who can reach whom, and why"));
    setObjectName(QStringLiteral("why"));
    resize(640, 560);
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    m_from = makeField(tr("From"));
    m_to = makeField(tr("To"));
    auto* fromLabel = new QLabel(tr("&From"), this);
    fromLabel->setBuddy(m_from);
    auto* toLabel = new QLabel(tr("&To"), this);
    toLabel->setBuddy(m_to);
    form->addRow(fromLabel, m_from);
    form->addRow(toLabel, m_to);
    layout->addLayout(form);
    m_turn = new QPushButton(tr("The &other way round"), this);
    m_turn->setAutoDefault(false);
    layout->addWidget(m_turn, 0, Qt::AlignLeft);
    m_message = plainLabel({}, this);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_message);
    m_facts = new FactTree(this);
    m_facts->setAccessibleName(tr("What decides"));
    layout->addWidget(m_facts, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    for (QAbstractButton* button : buttons->buttons())
        if (auto* push = qobject_cast<QPushButton*>(button))
            push->setAutoDefault(false); // Enter in a field asks
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    connect(m_turn, &QPushButton::clicked, this, &WhyDialog::turnRound);
    connect(m_facts, &FactTree::evidenceChosen, this, [this](const Evidence& evidence) {
        m_state.showEvidence(evidence);
        m_state.showView(QStringLiteral("source"));
    });
    connect(&m_session, &Session::finished, this, [this] {
        takeSnapshot();
        if (isVisible())
            askAgain();
    });
    takeSnapshot();
    askAgain();
}

QLineEdit* WhyDialog::makeField(const QString& name)
{
    auto* field = new QLineEdit(this);
    field->setAccessibleName(name);
    field->setPlaceholderText(tr("Some letters of a service, an address such as 10.0.0.0/8, or internet"));
    field->setToolTip(tr("Down lists all services"));
    field->setClearButtonEnabled(true);
    field->installEventFilter(this);
    auto* completer = new QCompleter(m_names, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    field->setCompleter(completer);
    connect(field, &QLineEdit::editingFinished, this, &WhyDialog::askAgain);
    // The field takes the name only after this signal.
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &WhyDialog::askAgain, Qt::QueuedConnection);
    return field;
}

void WhyDialog::takeSnapshot()
{
    QStringList names;
    m_ids.clear();
    if (const SnapshotPtr snapshot = m_session.snapshot()) {
        names.reserve(static_cast<qsizetype>(snapshot->model().architecture.workloads.size()) + 1);
        for (const Workload& workload : snapshot->model().architecture.workloads) {
            const QString id = QString::fromStdString(workload.id), name = shown(workload.id);
            if (name != id)
                m_ids.insert(name, id);
            names << name;
        }
        names << QStringLiteral("internet");
    }
    m_names->setStringList(names);
}

void WhyDialog::ask(const QString& from, const QString& to)
{
    m_from->setText(shown(from.toStdString()));
    m_to->setText(shown(to.toStdString()));
    (from.isEmpty() ? m_from : to.isEmpty() ? m_to : static_cast<QWidget*>(m_facts))->setFocus();
    askAgain();
}

void WhyDialog::turnRound()
{
    const QString from = m_from->text();
    m_from->setText(m_to->text());
    m_to->setText(from);
    askAgain();
}

void WhyDialog::askAgain()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const QString from = m_from->text().trimmed(), to = m_to->text().trimmed();
    const bool whole = snapshot && !from.isEmpty() && !to.isEmpty();
    if (whole && from == m_askedFrom && to == m_askedTo && snapshot == m_askedOf)
        return; // is answered, or soon will be
    m_job.cancel();
    m_askedFrom = from;
    m_askedTo = to;
    m_askedOf = snapshot;
    m_facts->clearFacts();
    m_copy->setEnabled(false);
    m_turn->setEnabled(whole);
    if (!snapshot)
        return m_message->setText(tr("Open sources first: there is nothing to ask yet."));
    if (!whole)
        return m_message->setText(tr("Choose both ends: what policies say about a connection between them stands here then."));
    m_message->setText(tr("Working it out…"));
    m_job.start(
        [snapshot, source = m_ids.value(from, from).toStdString(),
         target = m_ids.value(to, to).toStdString()](std::stop_token stop) -> Answer {
            report::ReportInput input{snapshot->model(), snapshot->loaded->catalogue, &snapshot->posture()};
            input.question.from = source;
            input.question.to = target;
            input.job.stop = std::move(stop);
            auto result = report::explained(input);
            if (!result)
                return {snapshot, nullptr, result.error().message};
            return {snapshot, std::make_shared<const report::Explained>(std::move(*result)), {}};
        },
        [this](const Answer& answer) { showAnswer(answer); });
}

void WhyDialog::showAnswer(const Answer& answer)
{
    if (!answer.explained) {
        m_message->setText(errorText(answer.error));
    } else {
        const auto& pairs = answer.explained->pairs;
        QString sum = pairs.size() == 1 ? sumInWords(pairs.front())
                                        : tr("%n cases, by network or address", nullptr, static_cast<int>(pairs.size()));
        if (pairs.size() == 1 && pairs.front().mesh && pairs.front().mesh->effect != report::MeshEffect::unchanged)
            sum += QLatin1Char(' ') + told(report::sentenceOf(*pairs.front().mesh));
        m_message->setText(sum);
        addWhy(*m_facts, answer.snapshot->model().inventory, *answer.explained);
        if (m_facts->topLevelItemCount() > 0)
            m_facts->setCurrentItem(m_facts->topLevelItem(0));
        m_copy->setEnabled(true);
    }
    emit answered();
}

QString WhyDialog::asText() const
{
    return tr("From %1 to %2").arg(m_askedFrom, m_askedTo) + QLatin1Char('\n') + m_message->text() + QStringLiteral("\n\n") +
           m_facts->allAsText() + QLatin1Char('\n');
}

bool WhyDialog::eventFilter(QObject* watched, QEvent* event)
{
    auto* field = qobject_cast<QLineEdit*>(watched);
    if (field && event->type() == QEvent::KeyPress && static_cast<const QKeyEvent*>(event)->key() == Qt::Key_Down) {
        field->completer()->setCompletionPrefix(field->text());
        field->completer()->complete();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace bartizan::desktop
