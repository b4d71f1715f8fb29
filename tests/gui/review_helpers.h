// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of reviews: a decision, and a review that is opened and waited for.
#pragma once

#include "app/desktop/review_editor.h"

#include <QEventLoop>

namespace bartizan::test {

inline Decision acceptance(const char* reason)
{
    Decision decision;
    decision.kind = DecisionKind::accept;
    decision.reason = reason;
    decision.owner = "Ada";
    decision.expires = "2027-01-31";
    return decision;
}

// What the editor does off this thread, waited for.
inline Result<desktop::ReviewEditor::Opened> opened(desktop::ReviewEditor& editor, const QString& path)
{
    desktop::ReviewEditor::Found found;
    QEventLoop loop;
    editor.read(path, [&](const desktop::ReviewEditor::Found& read) {
        found = read;
        loop.quit();
    });
    loop.exec();
    if (!found->has_value())
        return tl::unexpected(found->error());
    return editor.take(found);
}

} // namespace bartizan::test
