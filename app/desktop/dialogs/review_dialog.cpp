// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/review_dialog.h"

#include "app/desktop/plain_text.h"
#include "app/desktop/widgets/plain_label.h"
#include "model/review.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace bartizan::desktop {

ReviewDialog::ReviewDialog(const QString& title, const QString& ok, const QString& takeBack, QWidget* parent)
    : QDialog(parent), m_form(new QFormLayout), m_needed(plainLabel({}, this))
{
    setWindowTitle(title);
    setMinimumWidth(600);
    auto* layout = new QVBoxLayout(this);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    layout->addWidget(m_needed);
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(ok);
    if (!takeBack.isEmpty()) {
        QPushButton* button = buttons->addButton(takeBack, QDialogButtonBox::DestructiveRole);
        button->setObjectName(QStringLiteral("takeBack"));
        connect(button, &QPushButton::clicked, this, &ReviewDialog::takeBack);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (missing().isEmpty())
            accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void ReviewDialog::addText(const QString& text)
{
    QLabel* label = plainLabel(text, this);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    m_form->addRow(label);
}

void ReviewDialog::addField(QWidget* field, const char* name, const QString& label, const QString& what)
{
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    field->setAccessibleDescription(what);
    field->setToolTip(plainToolTip(what));
    field->setWhatsThis(plainToolTip(what));
}

QLineEdit* ReviewDialog::addLine(const char* name, const QString& label, const QString& value, const QString& what)
{
    auto* line = new QLineEdit(value, this);
    addField(line, name, label, what);
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &ReviewDialog::update);
    return line;
}

QPlainTextEdit* ReviewDialog::addProse(const char* name, const QString& label, const QString& value, const QString& what)
{
    auto* edit = new QPlainTextEdit(value, this);
    edit->setTabChangesFocus(true);
    edit->setMaximumHeight(96);
    addField(edit, name, label, what);
    m_form->addRow(label, edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &ReviewDialog::update);
    return edit;
}

QLineEdit* ReviewDialog::addDate(const char* name, const QString& label, const QString& value, const std::string& today,
                                 const QString& what)
{
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    auto* line = new QLineEdit(value, both);
    line->setPlaceholderText(tr("year-month-day"));
    addField(line, name, label, what);
    row->addWidget(line, 1);
    const QDate from = QDate::fromString(QString::fromStdString(today), Qt::ISODate);
    const auto later = [&](const QString& text, int days) {
        auto* button = new QPushButton(text, both);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, line,
                [line, from, days] { line->setText(from.addDays(days).toString(Qt::ISODate)); });
        row->addWidget(button);
    };
    later(tr("&1 month"), 30);
    later(tr("&3 months"), 91);
    later(tr("&6 months"), 182);
    auto* caption = new QLabel(label, this);
    caption->setBuddy(line);
    m_form->addRow(caption, both);
    connect(line, &QLineEdit::textChanged, this, &ReviewDialog::update);
    return line;
}

QComboBox* ReviewDialog::addChoice(const char* name, const QString& label, const QString& what)
{
    auto* box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(30);
    addField(box, name, label, what);
    m_form->addRow(label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &ReviewDialog::update);
    return box;
}

QLabel* ReviewDialog::addRemark()
{
    QLabel* label = plainLabel({}, this);
    label->setMinimumHeight(3 * label->fontMetrics().height());
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_form->addRow(label);
    return label;
}

void ReviewDialog::setMissing(const std::function<QString()>& missing)
{
    m_missing = missing;
    update();
}

QString ReviewDialog::text(const char* name) const
{
    const QString id = QString::fromLatin1(name);
    if (const auto* line = findChild<QLineEdit*>(id))
        return line->text().trimmed();
    if (const auto* prose = findChild<QPlainTextEdit*>(id))
        return prose->toPlainText().trimmed();
    if (const auto* box = findChild<QComboBox*>(id))
        return box->currentData().toString();
    return {};
}

void ReviewDialog::setText(const char* name, const QString& text)
{
    const QString id = QString::fromLatin1(name);
    if (auto* line = findChild<QLineEdit*>(id))
        line->setText(text);
    else if (auto* prose = findChild<QPlainTextEdit*>(id))
        prose->setPlainText(text);
    else if (auto* box = findChild<QComboBox*>(id))
        box->setCurrentIndex(box->findData(text));
}

QComboBox* ReviewDialog::choice(const char* name) const
{
    return findChild<QComboBox*>(QString::fromLatin1(name));
}

void ReviewDialog::takeBack()
{
    m_takesBack = true;
    accept();
}

void ReviewDialog::update()
{
    const QString text = missing();
    m_needed->setText(text);
    m_ok->setEnabled(text.isEmpty());
}

QString dateProblem(const QString& date, const std::string& today)
{
    const std::string day = date.toStdString();
    if (!day.empty() && !isDate(day))
        return ReviewDialog::tr("Until takes a date such as %1.").arg(QString::fromStdString(today));
    return isExpired(day, today) ? ReviewDialog::tr("This date has passed.") : QString();
}

QString stillNeeded(const QStringList& fields)
{
    return fields.isEmpty() ? QString() : ReviewDialog::tr("Still needed: %1.").arg(fields.join(ReviewDialog::tr(", ")));
}

} // namespace bartizan::desktop
