// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a report should be: its title, classification, format and sections, whose services, with names or without.
// The answer is in the words that the command line takes, so that both write the same bytes. What is usual for a person
// is remembered (classification, format, sections), what is about one system is not (title, owner, names).
#pragma once

#include "app/report_request.h"

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace bartizan::desktop {

class ReportDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ReportDialog(const Model& model, QWidget* parent = nullptr);

    app::ReportArguments answer() const; // always with "format" and "classification"
    QString missing() const;             // what the answer still needs, "" = nothing
    void remember() const;

private:
    void listSections();
    void update();

    QLineEdit* m_title = nullptr;
    QComboBox* m_classification = nullptr;
    QComboBox* m_owner = nullptr;
    QComboBox* m_format = nullptr;
    QListWidget* m_sections = nullptr;
    QCheckBox* m_allServices = nullptr;
    QCheckBox* m_redact = nullptr;
    QLabel* m_missing = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace bartizan::desktop
