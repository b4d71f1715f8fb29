// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog about one row of the review: fields with names, a line that says what is still needed, and a button that takes
// the row back where there is one. Composed by its caller (review_parts.cpp); what comes from the input is plain text;
// every field has an accessible name, a What's This text, and is reached by keyboard.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <functional>
#include <string>

namespace bartizan::desktop {

class ReviewDialog final : public QDialog {
    Q_OBJECT
public:
    // `takeBack`: what the button says that removes the row; "" = there is none yet.
    ReviewDialog(const QString& title, const QString& ok, const QString& takeBack, QWidget* parent);

    // `name` finds the field again, `label` may have a mnemonic, `what` says more of it.
    void addText(const QString& text);
    QLineEdit* addLine(const char* name, const QString& label, const QString& value, const QString& what);
    QPlainTextEdit* addProse(const char* name, const QString& label, const QString& value, const QString& what);
    QLineEdit* addDate(const char* name, const QString& label, const QString& value, const std::string& today,
                       const QString& what);
    QComboBox* addChoice(const char* name, const QString& label, const QString& what);
    QLabel* addRemark(); // a sentence below the fields that the caller sets
    // What the fields still need, "" = nothing; asked after every change of a field, and once at the end.
    void setMissing(const std::function<QString()>& missing);

    QString text(const char* name) const; // of a line or prose, trimmed; of a choice its data
    void setText(const char* name, const QString& text);
    QComboBox* choice(const char* name) const;
    QString missing() const { return m_missing ? m_missing() : QString(); }
    bool takesBack() const { return m_takesBack; }
    void takeBack();

private:
    void addField(QWidget* field, const char* name, const QString& label, const QString& what);
    void update();

    QFormLayout* m_form;
    QLabel* m_needed;
    QPushButton* m_ok;
    std::function<QString()> m_missing;
    bool m_takesBack = false;
};

QString dateProblem(const QString& date, const std::string& today); // of an expiry; "" for none and for no date at all
QString stillNeeded(const QStringList& fields);                     // "" for none

} // namespace bartizan::desktop
