// SPDX-License-Identifier: GPL-3.0-or-later
// The small language that finds services in a drawing: words separated by blanks, all of which must hold.
//   cart                 the name contains it          -ns:shop            not so
//   kind:store           ns:shop  ns:team-*            name:cart-*         * stands for any text
//   missing:network      partial: unknown: present: with a layer or "any" (of the required ones)
//   sensitivity:restricted   open:direct (no check in front; relayed, any)   image:missing   says:differ   lit:direct
// Case does not count. A word that cannot be understood is a problem with what was expected; it then filters nothing.
#pragma once

#include "diagram/drawing.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace bartizan::diagram {

class Query {
public:
    Query() = default;
    explicit Query(const QString& text);

    bool isEmpty() const { return m_terms.empty(); }
    const QString& problem() const { return m_problem; } // of the first word not understood; "" = none
    bool matches(const Drawing& drawing, const Node& node) const;

private:
    struct Term {
        bool negated = false;
        std::function<bool(const Drawing&, const Node&)> holds;
    };

    std::vector<Term> m_terms;
    QString m_problem;
};

// For View::filteredOut: by node, 1 where the query does not match; empty for an empty query.
std::vector<char> filteredOut(const Drawing& drawing, const Query& query);

// How the last word of `text` may go on: whole texts, so that one replaces what was typed.
QStringList completions(const QString& text, const Drawing& drawing);

} // namespace bartizan::diagram
