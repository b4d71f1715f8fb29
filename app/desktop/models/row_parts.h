// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of several tables have in common: places, verdicts, answers to "who checks first", lists cut short.
#pragma once

#include "analysis/posture.h"
#include "analysis/weakness.h"
#include "app/desktop/models/cells_model.h"
#include "diagram/drawing.h"

#include <optional>

namespace bartizan::desktop {

inline TableCell just(CellPart part)
{
    return {{std::move(part)}, {}, {}};
}
inline TableCell number(double value, const QString& text)
{
    return {{plain(text)}, {}, value};
}
TableCell count(std::size_t value, bool quietZero = true); // 0 is pale

TableCell place(const Inventory& inventory, const Evidence& evidence); // "shop/web.yaml:12", a link
TableCell verdict(Verdict verdict, const QString& words, const QString& tip);
// Mark and the layer's word for it; the tip is the verdict's reason.
TableCell verdict(const LayerVerdict& verdict);

// Required layers by their verdicts, as the count mark and the matrix show them.
diagram::MarkCounts marksOf(const RequiredCounts& counts);
std::optional<diagram::Mark> worstMark(const RequiredCounts& counts); // nothing where no layer is required
bool worse(const RequiredCounts& a, const RequiredCounts& b);         // sorts the worst first

// How the first check answers, with the badge of the drawing; sorts weakest first.
TableCell answer(AuthAnswer answer, PathKind kind, const QString& words);

QString listed(const std::vector<std::string>& items, std::size_t most = 4); // "a, b and 3 more"
QString shortDigest(std::string_view digest);                                // "sha256:" or not: "ab12 cd34"
// "443 TCP" and the like.
QString portText(std::uint32_t port, const std::string& protocol);

} // namespace bartizan::desktop
