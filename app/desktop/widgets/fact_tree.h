// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of the inspector: families with the marks of their layers, verdicts, sentences, lines of evidence, services
// to go to, commands. Rows are as high as their wrapped text. Owners tell rows apart by factOf(); copies as indented text.
#pragma once

#include "diagram/layers.h"
#include "model/evidence.h"

#include <QStyledItemDelegate>
#include <QTreeWidget>

#include <utility>
#include <vector>

namespace bartizan::desktop {

enum class Fact { family, verdict, heading, sentence, evidence, service, command };

class FactTree final : public QTreeWidget {
    Q_OBJECT
public:
    explicit FactTree(QWidget* parent);

    void clearFacts();
    QTreeWidgetItem* addFamily(diagram::Family family, const QString& title,
                               const std::vector<std::pair<diagram::Mark, bool>>& marks); // with "required"
    QTreeWidgetItem* addVerdict(QTreeWidgetItem* parent, diagram::Mark mark, bool required, const QString& title);
    QTreeWidgetItem* addHeading(const QString& title, const QString& aside = {});
    QTreeWidgetItem* addSentence(QTreeWidgetItem* parent, const QString& text);
    QTreeWidgetItem* addEvidence(QTreeWidgetItem* parent, const Evidence& evidence, const QString& place);
    QTreeWidgetItem* addService(QTreeWidgetItem* parent, unsigned workload, const QString& name, const QString& how);
    QTreeWidgetItem* addCommand(QTreeWidgetItem* parent, const QString& text, const QString& command);
    QString asText() const;    // of the current row and what is open below it; of all when there is none
    QString allAsText() const; // of what is open

signals:
    void evidenceChosen(const bartizan::Evidence& evidence);
    void serviceChosen(unsigned workload);
    void commandChosen(const QString& command);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QTreeWidgetItem* add(QTreeWidgetItem* parent, Fact fact, const QString& text);
    void choose(QTreeWidgetItem* item);

    std::vector<Evidence> m_evidence;
};

} // namespace bartizan::desktop
