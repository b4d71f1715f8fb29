// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/confirm_dialog.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/widgets/cell_delegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace bartizan::desktop {

namespace {

const std::vector<std::string_view>& wordsFor(const ConfirmRow& row)
{
    return row.route ? audienceWords : sensitivityWords;
}

QString text(std::string_view word)
{
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

void ConfirmModel::setSnapshot(const SnapshotPtr& snapshot, const Review& review)
{
    const Architecture& architecture = snapshot->model().architecture;
    std::vector<ConfirmRow> rows;
    const auto confirmedIn = [](const std::map<std::string, Confirmation>& all, const std::string& id) {
        const auto found = all.find(id);
        return found == all.end() ? QString() : shown(found->second.value);
    };
    for (const Workload& workload : architecture.workloads) {
        if (workload.platform)
            continue;
        ConfirmRow row;
        row.id = workload.id;
        row.subject = shown(workload.id);
        row.proposed = QString::fromLatin1(toWord(workload.sensitivity));
        row.reason = told(workload.sensitivityReason);
        row.confirmed = confirmedIn(review.sensitivities, workload.id);
        rows.push_back(std::move(row));
    }
    // The most sensitive first: a wrong word costs most there.
    std::stable_sort(rows.begin(), rows.end(), [](const ConfirmRow& a, const ConfirmRow& b) {
        const auto rank = [](const ConfirmRow& row) {
            return std::find(sensitivityWords.begin(), sensitivityWords.end(), row.proposed.toStdString()) -
                   sensitivityWords.begin();
        };
        return rank(a) > rank(b);
    });
    for (const Route& route : architecture.routes) {
        ConfirmRow row;
        row.route = true;
        row.id = route.id;
        const std::string host = route.hosts.empty() ? "*" : route.hosts.front();
        row.subject = shown(host + route.path);
        row.proposed = route.audience.empty() ? tr("not stated") : shown(route.audience);
        row.reason = shown(route.id);
        row.confirmed = confirmedIn(review.audiences, route.id);
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

void ConfirmModel::confirm(int row, const QString& word)
{
    std::vector<ConfirmRow> all = rows();
    all[static_cast<std::size_t>(row)].confirmed = word;
    setRows(std::move(all));
}

QString ConfirmModel::title(int column) const
{
    switch (column) {
    case Subject:
        return tr("Service or route");
    case Kind:
        return tr("Question");
    case Proposed:
        return tr("Proposed");
    case Confirmed:
        return tr("Confirmed");
    default:
        return tr("Why it is proposed");
    }
}

QVariant ConfirmModel::cell(const ConfirmRow& row, int column, int role) const
{
    Cell parts;
    switch (column) {
    case Subject:
        parts = {strong(row.subject)};
        break;
    case Kind:
        parts = {quiet(row.route ? tr("audience") : tr("sensitivity"))};
        break;
    case Proposed:
        parts = {plain(inLanguage(row.proposed))};
        break;
    case Confirmed:
        parts = {row.confirmed.isEmpty() ? marked(diagram::Mark::unknown, tr("not yet"), Tone::quiet)
                                         : marked(diagram::Mark::present, inLanguage(row.confirmed))};
        break;
    default:
        parts = {quiet(row.reason)};
        break;
    }
    if (role == PartsRole)
        return QVariant::fromValue(parts);
    if (role == Qt::DisplayRole || role == SortRole)
        return wordsOf(parts);
    if (role == Qt::ToolTipRole)
        return plainToolTip(wordsOf(parts));
    return {};
}

ConfirmDialog::ConfirmDialog(const SnapshotPtr& snapshot, ReviewEditor& editor, QWidget* parent)
    : QDialog(parent), m_editor(editor), m_table(new QTableView(this)), m_keys(new QLabel(this)), m_count(new QLabel(this))
{
    setWindowTitle(tr("Confirm sensitivities and audiences"));
    resize(960, 560);
    m_model.setSnapshot(snapshot, editor.review());
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("What is to be confirmed"));
    m_table->installEventFilter(this);
    const int widths[] = {290, 100, 120, 140, 280};
    for (int column = 0; column < ConfirmModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    for (QLabel* label : {m_keys, m_count}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_count);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_keys);
    layout->addWidget(buttons);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const ConfirmRow* row = current();
        if (!row)
            return;
        QStringList keys;
        const auto& words = wordsFor(*row);
        for (std::size_t i = 0; i < words.size(); ++i)
            keys << QStringLiteral("%1 %2").arg(i + 1).arg(inLanguage(text(words[i])));
        m_keys->setText(keys.join(QStringLiteral("    ")) + QStringLiteral("    ") +
                        tr("Enter as proposed    Backspace take back    Ctrl+Z in the window undoes"));
    });
    if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus();
    showCount();
}

const ConfirmRow* ConfirmDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model.rows()[static_cast<std::size_t>(index.row())] : nullptr;
}

int ConfirmDialog::confirmed() const
{
    return static_cast<int>(std::count_if(m_model.rows().begin(), m_model.rows().end(),
                                          [](const ConfirmRow& row) { return !row.confirmed.isEmpty(); }));
}

void ConfirmDialog::showCount()
{
    m_count->setText(tr("Confirmed %1 of %2. What is not confirmed stays inferred, and is said to be.")
                         .arg(confirmed())
                         .arg(m_model.rowCount()));
}

void ConfirmDialog::confirm(const QString& word)
{
    const ConfirmRow* row = current();
    if (!row)
        return;
    const std::string id = row->id, value = word.toStdString();
    const bool route = row->route;
    m_editor.edit(word.isEmpty() ? tr("Take a confirmation back") : tr("Confirm %1").arg(row->subject), [&](Review& review) {
        auto& all = route ? review.audiences : review.sensitivities;
        if (value.empty()) {
            all.erase(id);
            return;
        }
        Confirmation& entry = all[id];
        entry.value = value;
        entry.by = ReviewEditor::reviewer();
        entry.on = m_editor.today();
    });
    const int at = m_table->currentIndex().row();
    m_model.confirm(at, word);
    m_table->setCurrentIndex(m_model.index(at, 0));
    showCount();
}

void ConfirmDialog::step()
{
    const int next = m_table->currentIndex().row() + 1;
    if (next < m_model.rowCount())
        m_table->setCurrentIndex(m_model.index(next, 0));
}

bool ConfirmDialog::eventFilter(QObject* watched, QEvent* event)
{
    const ConfirmRow* row = current();
    if (watched != m_table || event->type() != QEvent::KeyPress || !row)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent*>(event)->key();
    const auto& words = wordsFor(*row);
    const int digit = key - Qt::Key_1;
    if (digit >= 0 && digit < static_cast<int>(words.size())) {
        confirm(text(words[static_cast<std::size_t>(digit)]));
        step();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const std::string proposed = row->proposed.toStdString();
        if (std::find(words.begin(), words.end(), proposed) != words.end())
            confirm(row->proposed); // "not stated" is no answer
        step();
        return true;
    }
    if (key == Qt::Key_Backspace) {
        confirm({});
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace bartizan::desktop
