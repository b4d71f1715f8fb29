// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph of a dialog: wrapped, and never markup, since it may quote the input.
#pragma once

#include <QLabel>

namespace bartizan::desktop {

inline QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace bartizan::desktop
