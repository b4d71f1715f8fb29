// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/notes.h"

#include "importers/kustomize/paths.h"

#include <algorithm>

namespace bartizan::importers {

constexpr std::size_t mostPlaces = 20;

void Notes::add(std::string_view what, document::Node at)
{
    const Evidence place = at.evidence();
    if (!m_known.emplace(place.file, place.document, place.line, place.column).second)
        return; // a kustomization that several others reach is built several times
    auto found = std::find_if(m_entries.begin(), m_entries.end(), [what](const Entry& entry) { return entry.what == what; });
    if (found == m_entries.end())
        found = m_entries.insert(m_entries.end(), {std::string(what), 0});
    ++found->count;
    if (place.valid() && m_places.size() <= mostPlaces)
        m_places.push_back(place);
}

Problem Notes::problem(const Kustomization& kustomization) const
{
    std::string found;
    for (const Entry& entry : m_entries) {
        found += found.empty() ? "" : ", ";
        found += entry.what + (entry.count > 1 ? " (" + std::to_string(entry.count) + " times)" : "");
    }
    const std::string folder(withinArchive(kustomization.folder));
    Problem problem{ProblemSeverity::warning,
                    "kustomization-not-complete",
                    "expected everything that this kustomization names to be in the input and to be applied, found " + found +
                        ": run `kubectl kustomize " + (folder.empty() ? "." : folder) + "` and add its output",
                    {},
                    m_places};
    if (!m_places.empty()) {
        problem.evidence = m_places.front();
        problem.also.erase(problem.also.begin());
    } else {
        problem.evidence = kustomization.root().evidence();
    }
    return problem;
}

} // namespace bartizan::importers
