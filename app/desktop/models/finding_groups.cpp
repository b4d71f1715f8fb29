// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/finding_groups.h"

#include "app/desktop/language.h"
#include "app/desktop/models/findings_model.h"
#include "diagram/layers.h"
#include "diagram/marks.h"

#include <map>
#include <utility>

namespace bartizan::desktop {

namespace {

constexpr int last = 1000; // what has no place of its own stands at the end

// Sorts by the number, then by the title, without regard to case.
std::pair<int, QString> keyOf(const FindingRow& row, FindingGrouping grouping)
{
    switch (grouping) {
    case FindingGrouping::family:
        if (row.layerPlace < 0)
            return {last, row.layer};
        return {static_cast<int>(diagram::familyOf(row.layerPlace)),
                inLanguage(diagram::familyName(diagram::familyOf(row.layerPlace)))};
    case FindingGrouping::layer:
        return {row.layerPlace < 0 ? last : row.layerPlace, row.layer};
    case FindingGrouping::severity:
        return {static_cast<int>(row.severity), inLanguage(diagram::severityName(static_cast<diagram::Severity>(row.severity)))};
    case FindingGrouping::space:
        return {row.spaces == 1 ? 0 : last + row.spaces, row.space};
    case FindingGrouping::owner:
        return {row.owners == 1 ? 0 : last + row.owners, row.owner};
    case FindingGrouping::status:
        return {0, row.status};
    case FindingGrouping::none:
        break;
    }
    return {0, {}};
}

} // namespace

FindingGroups groupsOf(const std::vector<FindingRow>& findings, FindingGrouping grouping)
{
    FindingGroups groups;
    if (grouping == FindingGrouping::none)
        return groups;
    struct Less {
        bool operator()(const std::pair<int, QString>& a, const std::pair<int, QString>& b) const
        {
            if (a.first != b.first)
                return a.first < b.first;
            const int words = QString::compare(a.second, b.second, Qt::CaseInsensitive);
            return words != 0 ? words < 0 : a.second < b.second;
        }
    };
    std::map<std::pair<int, QString>, int, Less> places;
    for (const FindingRow& row : findings)
        ++places[keyOf(row, grouping)];
    for (auto& [key, size] : places) {
        groups.titles.push_back(key.second);
        groups.sizes.push_back(std::exchange(size, static_cast<int>(groups.sizes.size())));
    }
    for (const FindingRow& row : findings)
        groups.of.push_back(places[keyOf(row, grouping)]);
    return groups;
}

} // namespace bartizan::desktop
