// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of ReviewParts and what their answers change.
#include "app/desktop/dialogs/review_dialog.h"
#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/report_match.h"
#include "app/desktop/review_parts.h"
#include "diagram/query.h"
#include "model/review_apply.h"

#include <QStandardItemModel>

#include <algorithm>

namespace bartizan::desktop {

namespace {

QString qt(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Every layer with what is known of it; one that the input decides cannot be chosen, because a statement never
// changes what is shown.
void listLayers(QComboBox& box, const Snapshot& snapshot, std::size_t workload, const Review& review)
{
    auto* items = qobject_cast<QStandardItemModel*>(box.model());
    const std::string& id = snapshot.model().architecture.workloads[workload].id;
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        const LayerVerdict& verdict = snapshot.posture().workloads[workload].layers[layer];
        const char* word = layerId(static_cast<Layer>(layer));
        const LayerText* text = snapshot.loaded->catalogue.layer(word);
        const bool stated = review.statements.count({id, word}) != 0;
        const bool open = stated || verdict.verdict == Verdict::unknown;
        const QString name = inLanguage(shown(text ? text->title : word));
        const QString known = inLanguage(QString::fromLatin1(verdictText(verdict.verdict)));
        box.addItem(stated ? ReviewDialog::tr("%1: stated").arg(name)
                    : open ? ReviewDialog::tr("%1: %2").arg(name, known)
                           : ReviewDialog::tr("%1: %2, the input decides it").arg(name, known),
                    QString::fromLatin1(word));
        items->item(box.count() - 1)->setEnabled(open);
    }
}

} // namespace

void ReviewParts::editNote(const std::string& subject)
{
    const auto& notes = m_editor.review().notes;
    const auto row = notes.find(subject);
    const Note before = row == notes.end() ? Note() : row->second;
    const bool fresh = row == notes.end();
    ReviewDialog dialog(fresh ? tr("Write a note") : tr("Change a note"), tr("&Keep the note"),
                        fresh ? QString() : tr("&Remove the note"), m_window);
    dialog.addText(nameOf(subject));
    dialog.addProse("text", tr("N&ote"), qt(before.text), tr("Kept in the review and shown beside what it is about."))
        ->setFocus();
    dialog.setMissing([&] { return stillNeeded(dialog.text("text").isEmpty() ? QStringList{tr("a text")} : QStringList()); });
    if (!m_ask(m_window, dialog))
        return;
    if (dialog.takesBack())
        return takeBack({{ReviewKind::note, subject, {}}});
    const std::string text = dialog.text("text").toStdString();
    if (text == before.text)
        return;
    m_editor.edit(fresh ? tr("Write a note") : tr("Change a note"), [&](Review& review) {
        Note& note = review.notes[subject];
        note.text = text;
        note.by = ReviewEditor::reviewer();
        note.on = m_editor.today();
    });
}

void ReviewParts::editStatement(const std::string& id, const std::string& layer)
{
    const Review& review = m_editor.review();
    const SnapshotPtr snapshot = m_session.snapshot();
    const auto& statements = review.statements;
    const bool known = statements.count({id, layer}) != 0;
    const bool any = std::any_of(statements.begin(), statements.end(), [&](const auto& row) { return row.first.first == id; });
    ReviewDialog dialog(tr("State that a layer is present"), tr("S&tate it"), any ? tr("&Withdraw the statement") : QString(),
                        m_window);
    dialog.addText(tr("A person answers for what the input cannot show at %1.").arg(shown(id)));
    QComboBox* layers = dialog.addChoice("layer", tr("&Layer"),
                                         tr("What the input decides cannot be stated; the statement would change nothing."));
    std::size_t at = 0;
    const std::size_t size = snapshot ? snapshot->model().architecture.workloads.size() : 0;
    while (at < size && snapshot->model().architecture.workloads[at].id != id)
        ++at;
    if (at < size)
        listLayers(*layers, *snapshot, at, review);
    else
        layers->addItem(shown(layer), qt(layer)); // an older statement about what is not in the input
    const auto choosable = [&](int index) {
        return index >= 0 && qobject_cast<QStandardItemModel*>(layers->model())->item(index)->isEnabled();
    };
    int start = layers->findData(qt(layer));
    for (int i = 0; !choosable(start) && i < layers->count(); ++i)
        start = choosable(i) ? i : start;
    layers->setCurrentIndex(choosable(start) ? start : -1);
    dialog.addProse("text", tr("W&hat is in place"), {},
                    tr("In one sentence, for example: the identity provider asks for a second factor."));
    dialog.addLine("proof", tr("&Proof"), {}, tr("Where somebody can look it up: a document, a ticket, a test report."));
    dialog.addLine("by", tr("Sa&id by"), qt(ReviewEditor::reviewer()), tr("Who answers for it, by name or role."));
    dialog.addDate("expires", tr("&Until"), {}, m_editor.today(), tr("The last day on which the statement counts."));
    const auto fill = [&] {
        const auto row = statements.find({id, dialog.text("layer").toStdString()});
        if (auto* button = dialog.findChild<QPushButton*>(QStringLiteral("takeBack")))
            button->setEnabled(row != statements.end());
        if (row == statements.end())
            return;
        dialog.setText("text", qt(row->second.text));
        dialog.setText("proof", qt(row->second.proof));
        dialog.setText("by", qt(row->second.by));
        dialog.setText("expires", qt(row->second.expires));
    };
    connect(layers, &QComboBox::currentIndexChanged, &dialog, fill);
    fill();
    dialog.setMissing([&] {
        if (const QString wrong = dateProblem(dialog.text("expires"), m_editor.today()); !wrong.isEmpty())
            return wrong;
        QStringList fields;
        for (const auto& [name, text] :
             {std::pair("layer", tr("a layer")), std::pair("text", tr("what is in place")), std::pair("proof", tr("a proof")),
              std::pair("by", tr("who says so")), std::pair("expires", tr("until when"))})
            if (dialog.text(name).isEmpty())
                fields << text;
        return stillNeeded(fields);
    });
    dialog.findChild<QWidget*>(QStringLiteral("text"))->setFocus();
    if (!m_ask(m_window, dialog))
        return;
    const std::string chosen = dialog.text("layer").toStdString();
    if (dialog.takesBack())
        return takeBack({{ReviewKind::statement, id, chosen}});
    m_editor.edit(known ? tr("Change a statement") : tr("State that a layer is present"), [&](Review& changed) {
        Statement& statement = changed.statements[{id, chosen}];
        const Statement before = statement;
        statement.text = dialog.text("text").toStdString();
        statement.proof = dialog.text("proof").toStdString();
        statement.by = dialog.text("by").toStdString();
        statement.expires = dialog.text("expires").toStdString();
        if (!(statement == before))
            statement.on = m_editor.today();
    });
}

void ReviewParts::editMatch(const std::string& report, const std::string& image)
{
    if (!ready())
        return;
    const SnapshotPtr snapshot = m_session.snapshot();
    const auto& matches = m_editor.review().reportMatches;
    const auto row = matches.find(report);
    const bool known = row != matches.end();
    const std::vector<JoinableReport> reports = joinableReports(*snapshot, report);
    const std::vector<JoinableImage> images = joinableImages(*snapshot, known ? row->second.image : image);
    if (reports.empty() || images.empty()) {
        if (known)
            return takeBack({{ReviewKind::reportMatch, report, {}}}); // nothing is left that it could be about
        emit said(reports.empty()
                      ? tr("No report in the input is left to be joined: each that is about one thing covers an image.")
                      : tr("Every image in use is covered by a report."));
        return;
    }
    ReviewDialog dialog(tr("Join a report to an image"), tr("&Join them"), known ? tr("&Part them") : QString(), m_window);
    dialog.addText(tr("A person says which image a report is about. The verdicts then say so, and count it as partial."));
    QComboBox* from = dialog.addChoice("report", tr("&Report"), tr("Reports of one thing that cover no image in use."));
    for (const JoinableReport& one : reports)
        from->addItem(one.title, qt(one.path));
    from->setPlaceholderText(tr("Choose a report"));
    QComboBox* to = dialog.addChoice("image", tr("&Image"), tr("Images in use that no report covers."));
    for (const JoinableImage& one : images)
        to->addItem(shown(one.written), qt(one.reference));
    to->setPlaceholderText(tr("Choose an image"));
    // Nothing is proposed: which image it is, a person has to know.
    dialog.setText("report", qt(report));
    dialog.setText("image", qt(known ? row->second.image : image));
    (from->currentIndex() < 0 ? from : to)->setFocus();
    dialog.addProse("reason", tr("R&eason"), known ? qt(row->second.reason) : QString(),
                    tr("How it is known that the report is of this image."));
    QLabel* remark = dialog.addRemark();
    dialog.setMissing([&] {
        const int r = from->currentIndex(), i = to->currentIndex();
        remark->setText(r < 0 || i < 0 ? QString()
                                       : digestRemark(reports[static_cast<std::size_t>(r)], images[static_cast<std::size_t>(i)]));
        QStringList fields;
        if (r < 0)
            fields << tr("a report");
        if (i < 0)
            fields << tr("an image");
        if (dialog.text("reason").isEmpty())
            fields << tr("a reason");
        return stillNeeded(fields);
    });
    if (!m_ask(m_window, dialog))
        return;
    if (dialog.takesBack())
        return takeBack({{ReviewKind::reportMatch, report, {}}});
    m_editor.edit(tr("Join a report to an image"), [&](Review& review) {
        const std::string path = dialog.text("report").toStdString();
        if (known && path != report)
            review.reportMatches.erase(report);
        ReportMatch& match = review.reportMatches[path];
        match.image = dialog.text("image").toStdString();
        match.by = ReviewEditor::reviewer();
        match.on = m_editor.today();
        match.reason = dialog.text("reason").toStdString();
    });
}

void ReviewParts::editQuery(const std::string& name, const QString& query)
{
    const auto& queries = m_editor.review().queries;
    const auto row = queries.find(name);
    const bool known = row != queries.end();
    ReviewDialog dialog(known ? tr("Change a saved query") : tr("Save a query"), tr("&Save it"),
                        known ? tr("&Remove it") : QString(), m_window);
    dialog.addLine("name", tr("&Name"), qt(name), tr("Under this name the search line offers it."))->setFocus();
    dialog.addLine("query", tr("&Query"), known ? qt(row->second.query) : query,
                   tr("cart, kind:store, missing:network, ns:shop; words must all hold, - before a word turns it round, * "
                      "stands for any text"));
    dialog.setMissing([&] {
        QStringList fields;
        if (dialog.text("name").isEmpty())
            fields << tr("a name");
        if (dialog.text("query").isEmpty())
            fields << tr("a query");
        if (const QString wrong = diagram::Query(dialog.text("query")).problem(); fields.isEmpty() && !wrong.isEmpty())
            return wrong;
        if (const std::string other = dialog.text("name").toStdString(); other != name && queries.count(other) != 0)
            return tr("Another query has this name; choose a new one, or change that one in the review.");
        return stillNeeded(fields);
    });
    if (!m_ask(m_window, dialog))
        return;
    if (dialog.takesBack())
        return takeBack({{ReviewKind::query, name, {}}});
    m_editor.edit(known ? tr("Change a saved query") : tr("Save a query"), [&](Review& review) {
        SavedQuery saved = known ? review.queries[name] : SavedQuery();
        saved.query = dialog.text("query").toStdString();
        if (known)
            review.queries.erase(name);
        review.queries[dialog.text("name").toStdString()] = std::move(saved);
    });
    emit said(tr("The query %1 is saved in the review.").arg(dialog.text("name")));
}

void ReviewParts::editOwner(const std::string& subject)
{
    const auto& owners = m_editor.review().owners;
    const auto row = owners.find(subject);
    ReviewDialog dialog(tr("Who owns it"), tr("&Confirm"), row == owners.end() ? QString() : tr("&Take it back"), m_window);
    dialog.addText(shown(subject));
    dialog.addLine("owner", tr("&Owner"), row == owners.end() ? QString() : qt(row->second.value), tr("a team or a role"))
        ->setFocus();
    dialog.setMissing([&] { return stillNeeded(dialog.text("owner").isEmpty() ? QStringList{tr("an owner")} : QStringList()); });
    if (!m_ask(m_window, dialog))
        return;
    if (dialog.takesBack())
        return takeBack({{ReviewKind::owner, subject, {}}});
    m_editor.edit(tr("Confirm an owner"), [&](Review& review) {
        Confirmation& owner = review.owners[subject];
        if (owner.value == dialog.text("owner").toStdString())
            return;
        owner.value = dialog.text("owner").toStdString();
        owner.by = ReviewEditor::reviewer();
        owner.on = m_editor.today();
    });
}

} // namespace bartizan::desktop
