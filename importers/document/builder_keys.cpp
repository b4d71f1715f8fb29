// SPDX-License-Identifier: GPL-3.0-or-later
// What a mapping's keys come to when it closes: keys written twice, and YAML's merge keys.
#include "importers/document/builder.h"

#include "importers/document/tree_access.h"

namespace bartizan::document {

Builder::Stamp& Builder::stampOf(std::uint32_t key)
{
    if (key >= m_stamps.size())
        m_stamps.resize(m_keys->size());
    return m_stamps[key];
}

// The last one wins, as in Go; a stamp for each key id makes this linear without a set for each mapping.
void Builder::dropDuplicates(std::size_t firstPending, std::vector<Duplicate>& found)
{
    ++m_serial;
    bool any = false;
    for (std::size_t i = firstPending; i < m_pending.size(); ++i) {
        Stamp& stamp = stampOf(m_pending[i].key);
        any = any || stamp.serial == m_serial;
        stamp.serial = m_serial;
    }
    if (!any)
        return;
    ++m_serial;
    std::vector<Slot> out;
    std::vector<bool> merged;
    for (std::size_t i = firstPending; i < m_pending.size(); ++i)
        place(m_pending[i], false, out, merged, found);
    m_pending.resize(firstPending);
    m_pending.insert(m_pending.end(), out.begin(), out.end());
}

void Builder::place(const Slot& child, bool isMerged, std::vector<Slot>& out, std::vector<bool>& merged,
                    std::vector<Duplicate>& found)
{
    Stamp& stamp = stampOf(child.key);
    if (stamp.serial != m_serial) {
        stamp.serial = m_serial;
        stamp.position = static_cast<std::uint32_t>(out.size());
        out.push_back(child);
        merged.push_back(isMerged);
        return;
    }
    const std::uint32_t position = stamp.position;
    if (!merged[position]) // a merged key replaced by an own one is what merge keys are for
        found.push_back({position, out[position].begin, isMerged});
    out[position] = child;
    merged[position] = isMerged;
}

// Go YAML v2 (kubectl, the API server's clients): "<<" sets its keys where it stands, so what is written later wins;
// in a list of mappings the earlier ones win over the later ones.
void Builder::resolveMerges(std::size_t firstPending, std::vector<Duplicate>& found)
{
    ++m_serial;
    std::vector<Slot> out;
    std::vector<bool> merged;
    for (std::size_t i = firstPending; i < m_pending.size(); ++i) {
        const Slot child = m_pending[i];
        if (child.key != m_merge || (child.flags & Slot::quoted && child.kind == NodeKind::string)) {
            place(child, false, out, merged, found);
            continue;
        }
        if (child.kind == NodeKind::sequence) {
            for (std::uint32_t at = child.first + child.count; at > child.first; --at) {
                Slot element = m_slots[at - 1];
                element.flags |= static_cast<std::uint8_t>(child.flags & Slot::shared);
                element.begin = child.begin;
                mergeFrom(element, out, merged, found);
            }
            continue;
        }
        mergeFrom(child, out, merged, found);
    }
    m_pending.resize(firstPending);
    m_pending.insert(m_pending.end(), out.begin(), out.end());
}

void Builder::mergeFrom(const Slot& value, std::vector<Slot>& out, std::vector<bool>& merged, std::vector<Duplicate>& found)
{
    if (value.kind != NodeKind::mapping) {
        m_problems.add(ProblemSeverity::error, "yaml-merge",
                       "expected a mapping or a list of mappings for the merge key <<, found something else; it was ignored",
                       m_problems.at(value.begin, m_number));
        return;
    }
    for (std::uint32_t at = value.first; at < value.first + value.count; ++at) {
        Slot child = m_slots[at];
        if (value.flags & Slot::shared)
            child.flags |= Slot::shared;
        place(child, true, out, merged, found);
    }
}

void Builder::reportDuplicates(const Document& document)
{
    for (std::size_t i = 0; i < m_duplicates.size(); ++i) {
        if (m_problems.full())
            return m_problems.leaveOut(m_duplicates.size() - i);
        const Duplicate& duplicate = m_duplicates[i];
        const Node kept(&document, duplicate.kept);
        Evidence evidence = m_problems.at(document.slot(duplicate.kept).begin, m_number);
        evidence.quote(kept.pointer(), {});
        Problem& problem =
            duplicate.merged
                ? m_problems.add(ProblemSeverity::note, "merge-key-order",
                                 "a merge key << after a key of the mapping replaces that key for kubectl and not for kustomize; "
                                 "write << first",
                                 std::move(evidence))
                : m_problems.add(
                      ProblemSeverity::warning, "duplicate-key",
                      "expected each key once in a mapping, found one written again; the last one is used and Kubernetes refuses"
                      " both: remove one",
                      std::move(evidence));
        problem.also.push_back(m_problems.at(duplicate.earlierBegin, m_number));
    }
}

} // namespace bartizan::document
