// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/report_dialog.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/widgets/plain_label.h"
#include "report/content/sections.h"
#include "report/input.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <string>

namespace bartizan::desktop {

namespace {

constexpr char classificationKey[] = "report/classification";
constexpr char formatKey[] = "report/format";
constexpr char sectionsKey[] = "report/sections"; // ids with commas; "" = all

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString remembered(const char* key)
{
    return QSettings().value(QLatin1String(key)).toString();
}

// `name` finds the field again, `what` says more of it.
void describe(QWidget* field, const char* name, const QString& label, const QString& what)
{
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    field->setAccessibleDescription(what);
    field->setToolTip(plainToolTip(what));
    field->setWhatsThis(plainToolTip(what));
}

} // namespace

ReportDialog::ReportDialog(const Model& model, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Write the report"));
    setMinimumWidth(560);
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(form);
    const auto add = [&](auto* field, const char* name, const QString& label, const QString& what) {
        describe(field, name, label, what);
        form->addRow(label, field);
    };

    m_title = new QLineEdit(this);
    m_title->setPlaceholderText(tr("the names of the sources"));
    add(m_title, "title", tr("&Title"), tr("What the system is called on the first page and in every head."));

    m_classification = new QComboBox(this);
    m_classification->setEditable(true);
    m_classification->setInsertPolicy(QComboBox::NoInsert);
    // As it is printed: the report is English in every language of the window.
    m_classification->addItems({QStringLiteral("Public"), QStringLiteral("Internal"), QStringLiteral("Confidential"),
                                QStringLiteral("Strictly confidential")});
    const QString usual = remembered(classificationKey);
    m_classification->setCurrentText(usual.isEmpty() ? qt(report::ReportOptions().classification) : usual);
    add(m_classification, "classification", tr("Cl&assification"), tr("Stands in every foot, as it is written here."));
    m_classification->lineEdit()->setAccessibleName(m_classification->accessibleName());

    m_format = new QComboBox(this);
    for (const report::ExportRow& row : report::exportRows())
        if (row.command == "report")
            m_format->addItem(qt(row.format).toUpper(), qt(row.format));
    m_format->setCurrentIndex(std::max(0, m_format->findData(remembered(formatKey))));
    add(m_format, "format", tr("&Format"), tr("Pages to print, or one file for a browser. Both hold the same."));

    m_owner = new QComboBox(this);
    m_owner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_owner->setMinimumContentsLength(30);
    m_owner->addItem(tr("All owners"), QString());
    std::set<std::string> owners;
    for (const Workload& workload : model.architecture.workloads)
        if (!workload.owner.empty())
            owners.insert(workload.owner);
    for (const std::string& owner : owners)
        m_owner->addItem(shown(owner), qt(owner));
    add(m_owner, "owner", tr("&Owner"),
        tr("With one owner chosen only what concerns their services is written, and no other owner's services are named."));

    m_sections = new QListWidget(this);
    listSections();
    const int rows = m_sections->sizeHintForRow(0) * m_sections->count() + 2 * m_sections->frameWidth();
    m_sections->setMinimumHeight(std::min(rows, 420)); // all of them, where there is room
    add(m_sections, "sections", tr("&Sections"), tr("Space adds a section or leaves it out."));

    const auto addCheck = [&](const char* name, const QString& label, const QString& what) {
        auto* box = new QCheckBox(label, this);
        describe(box, name, label, what);
        form->addRow(box);
        return box;
    };
    m_allServices = addCheck("allServices", tr("A &page for each service"),
                             tr("Otherwise only services that hold confidential or restricted data have one."));
    m_redact = addCheck("redact", tr("Replace &names by pseudonyms"),
                        tr("One name has one pseudonym in all reports of this review, and nothing is quoted from files. The "
                           "review keeps the random text that pseudonyms are made with."));

    m_missing = plainLabel({}, this);
    layout->addWidget(m_missing);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Write…"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (missing().isEmpty())
            accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(m_buttons);
    connect(m_classification, &QComboBox::currentTextChanged, this, &ReportDialog::update);
    connect(m_sections, &QListWidget::itemChanged, this, &ReportDialog::update);
    connect(m_allServices, &QCheckBox::toggled, this, &ReportDialog::update);
    m_title->setFocus();
    update();
}

void ReportDialog::listSections()
{
    const QStringList chosen = remembered(sectionsKey).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const bool any = std::any_of(chosen.begin(), chosen.end(), [](const QString& id) {
        return report::findSection(id.toStdString()) != nullptr; // not only such as a later version had
    });
    for (const report::SectionRow& row : report::sectionRows()) {
        auto* item = new QListWidgetItem(exportInLanguage(row.name), m_sections);
        item->setData(Qt::UserRole, qt(row.id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(!any || chosen.contains(qt(row.id)) ? Qt::Checked : Qt::Unchecked);
    }
    m_sections->setCurrentRow(0);
    m_sections->setMinimumHeight(200);
}

app::ReportArguments ReportDialog::answer() const
{
    app::ReportArguments answer;
    answer["format"] = m_format->currentData().toString().toStdString();
    answer["classification"] = m_classification->currentText().trimmed().toStdString();
    if (const QString title = m_title->text().trimmed(); !title.isEmpty())
        answer["title"] = title.toStdString();
    if (const QString owner = m_owner->currentData().toString(); !owner.isEmpty())
        answer["owner"] = owner.toStdString();
    QStringList sections;
    for (int i = 0; i < m_sections->count(); ++i)
        if (m_sections->item(i)->checkState() == Qt::Checked)
            sections << m_sections->item(i)->data(Qt::UserRole).toString();
    if (sections.size() < m_sections->count())
        answer["sections"] = sections.join(QLatin1Char(',')).toStdString();
    if (m_allServices->isChecked() && m_allServices->isEnabled())
        answer["services"] = "all";
    if (m_redact->isChecked())
        answer["redact"] = "yes";
    return answer;
}

QString ReportDialog::missing() const
{
    const app::ReportArguments given = answer();
    QStringList fields;
    if (given.at("classification").empty())
        fields << tr("a classification");
    if (const auto sections = given.find("sections"); sections != given.end() && sections->second.empty())
        fields << tr("a section");
    return fields.isEmpty() ? QString() : tr("Still needed: %1.").arg(fields.join(tr(", ")));
}

void ReportDialog::remember() const
{
    const app::ReportArguments given = answer();
    const auto sections = given.find("sections");
    QSettings settings;
    settings.setValue(QLatin1String(classificationKey), qt(given.at("classification")));
    settings.setValue(QLatin1String(formatKey), qt(given.at("format")));
    settings.setValue(QLatin1String(sectionsKey), sections == given.end() ? QString() : qt(sections->second));
}

void ReportDialog::update()
{
    for (int i = 0; i < m_sections->count(); ++i) // pages of services stand in one section
        if (m_sections->item(i)->data(Qt::UserRole).toString() == QLatin1String("services"))
            m_allServices->setEnabled(m_sections->item(i)->checkState() == Qt::Checked);
    const QString text = missing();
    m_missing->setText(text);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(text.isEmpty());
}

} // namespace bartizan::desktop
