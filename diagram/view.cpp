// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/view.h"

#include <algorithm>

namespace bartizan::diagram {

bool View::isSelected(int node) const
{
    return std::binary_search(selected.begin(), selected.end(), node);
}

bool View::isFilteredOut(int node) const
{
    const auto index = static_cast<std::size_t>(node);
    return node >= 0 && index < filteredOut.size() && filteredOut[index] != 0;
}

View fitted(const QRectF& scene, QSizeF size, double margin, double most)
{
    View view;
    const double width = std::max(1.0, size.width() - 2 * margin);
    const double height = std::max(1.0, size.height() - 2 * margin);
    const double wanted = std::min(width / std::max(1.0, scene.width()), height / std::max(1.0, scene.height()));
    view.scale = std::clamp(wanted, smallestScale, most);
    view.origin = scene.center() - QPointF(size.width(), size.height()) / (2 * view.scale);
    return view;
}

} // namespace bartizan::diagram
