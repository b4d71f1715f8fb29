// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/decide_dialog.h"

#include "app/desktop/plain_text.h"
#include "app/desktop/widgets/plain_label.h"

#include <QButtonGroup>
#include <QCompleter>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace bartizan::desktop {

DecideDialog::DecideDialog(const QStringList& titles, const std::optional<Decision>& before, const QStringList& owners,
                           std::string today, QWidget* parent)
    : QDialog(parent), m_today(std::move(today))
{
    setWindowTitle(titles.size() == 1 ? tr("Decide on a finding")
                                      : tr("Decide on %n findings", nullptr, static_cast<int>(titles.size())));
    setMinimumWidth(520);
    auto* layout = new QVBoxLayout(this);
    if (titles.size() == 1) {
        QLabel* title = plainLabel(shown(titles.front().toStdString()), this);
        QFont font = title->font();
        font.setWeight(QFont::DemiBold);
        title->setFont(font);
        layout->addWidget(title);
    } else {
        auto* list = new QListWidget(this);
        for (const QString& title : titles)
            list->addItem(shown(title.toStdString()));
        list->setMaximumHeight(96);
        list->setFocusPolicy(Qt::TabFocus);
        list->setAccessibleName(tr("Findings"));
        layout->addWidget(list);
    }

    auto* box = new QGroupBox(tr("Decision"), this);
    auto* choices = new QVBoxLayout(box);
    m_kinds = new QButtonGroup(this);
    const auto add = [&](DecisionKind kind, const QString& text, const QString& what) {
        auto* button = new QRadioButton(text, box);
        button->setToolTip(what);
        button->setAccessibleDescription(what);
        m_kinds->addButton(button, static_cast<int>(kind));
        choices->addWidget(button);
    };
    add(DecisionKind::accept, tr("&Accept the risk until a date"), tr("Needs a reason, an owner and an expiry."));
    add(DecisionKind::mitigate, tr("&Mitigated by something the input does not show"), tr("Say by what in the reason."));
    add(DecisionKind::falsePositive, tr("&False positive"), tr("Say why the finding does not hold."));
    add(DecisionKind::needsWork, tr("&Needs work"), tr("Stays open, with an owner."));
    layout->addWidget(box);

    auto* form = new QFormLayout;
    m_reason = new QPlainTextEdit(this);
    m_reason->setTabChangesFocus(true);
    m_reason->setMaximumHeight(90);
    m_reason->setAccessibleName(tr("Reason"));
    form->addRow(tr("&Reason"), m_reason);
    m_owner = new QLineEdit(this);
    m_owner->setAccessibleName(tr("Owner"));
    m_owner->setPlaceholderText(tr("a team or a role"));
    if (!owners.isEmpty())
        m_owner->setCompleter(new QCompleter(owners, m_owner));
    form->addRow(tr("&Owner"), m_owner);
    auto* dates = new QWidget(this);
    auto* row = new QHBoxLayout(dates);
    row->setContentsMargins(0, 0, 0, 0);
    m_expires = new QLineEdit(dates);
    m_expires->setAccessibleName(tr("Expires"));
    m_expires->setPlaceholderText(tr("year-month-day"));
    row->addWidget(m_expires, 1);
    const auto addLater = [&](const QString& text, int days) {
        auto* button = new QPushButton(text, dates);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, days] { addDays(days); });
        row->addWidget(button);
    };
    addLater(tr("&1 month"), 30);
    addLater(tr("&3 months"), 91);
    addLater(tr("&6 months"), 182);
    auto* label = new QLabel(tr("E&xpires"), this);
    label->setBuddy(m_expires);
    form->addRow(label, dates);
    layout->addLayout(form);

    m_missing = plainLabel({}, this);
    layout->addWidget(m_missing);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Decide"));
    if (before) {
        QPushButton* open = m_buttons->addButton(tr("O&pen again"), QDialogButtonBox::DestructiveRole);
        connect(open, &QPushButton::clicked, this, [this] {
            m_takesBack = true;
            accept();
        });
    }
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (missing().isEmpty())
            accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(m_buttons);

    const Decision start = before.value_or(Decision());
    choose(before ? start.kind : DecisionKind::accept);
    setReason(QString::fromStdString(start.reason));
    setOwner(QString::fromStdString(start.owner));
    setExpires(QString::fromStdString(start.expires));
    connect(m_kinds, &QButtonGroup::idToggled, this, &DecideDialog::update);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DecideDialog::update);
    connect(m_owner, &QLineEdit::textChanged, this, &DecideDialog::update);
    connect(m_expires, &QLineEdit::textChanged, this, &DecideDialog::update);
    m_kinds->checkedButton()->setFocus();
    update();
}

void DecideDialog::choose(DecisionKind kind)
{
    m_kinds->button(static_cast<int>(kind))->setChecked(true);
}

void DecideDialog::setReason(const QString& text)
{
    m_reason->setPlainText(text);
}

void DecideDialog::setOwner(const QString& text)
{
    m_owner->setText(text);
}

void DecideDialog::setExpires(const QString& date)
{
    m_expires->setText(date);
}

void DecideDialog::addDays(int days)
{
    const QDate from = QDate::fromString(QString::fromStdString(m_today), Qt::ISODate);
    setExpires(from.addDays(days).toString(Qt::ISODate));
}

Decision DecideDialog::answer() const
{
    Decision decision;
    decision.kind = static_cast<DecisionKind>(m_kinds->checkedId());
    decision.reason = m_reason->toPlainText().trimmed().toStdString();
    decision.owner = m_owner->text().trimmed().toStdString();
    decision.expires = m_expires->text().trimmed().toStdString();
    return decision;
}

QString DecideDialog::missing() const
{
    const Decision decision = answer();
    if (!decision.expires.empty() && !isDate(decision.expires))
        return tr("Expires takes a date such as %1.").arg(QString::fromStdString(m_today));
    if (!decision.expires.empty() && decision.expires < m_today)
        return tr("This expiry has passed.");
    QStringList fields;
    if (decision.reason.empty() && decision.kind != DecisionKind::needsWork)
        fields << tr("a reason");
    if (decision.owner.empty() && decision.kind == DecisionKind::accept)
        fields << tr("an owner");
    if (decision.expires.empty() && decision.kind == DecisionKind::accept)
        fields << tr("an expiry");
    return fields.isEmpty() ? QString() : tr("Still needed: %1.").arg(fields.join(tr(", ")));
}

void DecideDialog::update()
{
    const QString text = missing();
    m_missing->setText(text);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(text.isEmpty());
}

} // namespace bartizan::desktop
