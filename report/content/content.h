// SPDX-License-Identifier: GPL-3.0-or-later
// What the sections of a report look up, worked out once: whose report it is (report/ownership.h has the rule), which
// findings and paths are in it, and the anchors that sections use to point at each other. References stay valid as long
// as the ReportInput does.
#pragma once

#include "analysis/service_counts.h"
#include "report/content/writer.h"
#include "report/input.h"
#include "report/ownership.h"
#include "report/text/ways_in.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::report {

class Content {
public:
    Content(const ReportInput& input, const diagram::Drawing& drawing);

    const ReportInput& input;
    const ReportOptions& options;
    const Inventory& inventory;
    const Architecture& architecture;
    const Posture& posture;
    const Catalogue& catalogue;
    const diagram::Drawing& drawing; // laid out
    const Ownership ownership;
    std::vector<WayIn> ways; // by entry; with an owner chosen, only with the routes and paths that lead to the owner's services

    // With an owner chosen, everything below holds only what concerns the owner's services.
    std::vector<WorkloadId> workloads;    // platform last, then by namespace and id
    std::vector<const Finding*> findings; // as in the posture: most serious first
    std::vector<const Path*> paths;       // as in the posture
    std::vector<EntryId> entries;         // as weakestFirst()
    std::vector<WorkloadId> servicePages; // that have a page of their own
    ServiceCounts services;               // of `workloads`
    bool ofOneOwner() const { return !options.owner.empty(); }
    bool withoutNames() const { return !options.redactionSalt.empty(); }
    bool mine(WorkloadId id) const { return ownership.mine(id); }
    // "Plain text: 3 workloads in shop"; with an owner chosen, of the subjects that are the owner's.
    std::string titleOf(const Finding&) const;
    std::string leftOut(bool why = true) const; // "35 findings ... are not in this report", "" when it has all of them
    std::string unread() const;                 // "2 problems, 1 file not recognised": as many as writeScope() lists
    std::string scope() const;                  // what was read, "in the whole system" where the report is of less
    std::vector<std::string> subjectsOf(const Finding&) const; // with an owner chosen, without other owners' services
    std::vector<const Finding*> findingsOf(WorkloadId) const;
    std::string nothingFound() const; // what stands in the place of findings

    const Workload& workload(WorkloadId id) const { return architecture.workload(id); }
    const WorkloadPosture& verdicts(WorkloadId id) const { return posture.workloads[id.pos()]; }
    bool isSensitive(WorkloadId id) const { return workload(id).sensitivity >= Sensitivity::confidential; }
    std::string layerTitle(Layer) const;
    std::string layerTitle(const std::string& id) const;
    std::string nameOf(WorkloadId) const;            // "shop/cart": short, and one service's only
    std::string nameOf(const std::string& id) const; // of a subject: a service's short name, else the id
    // What a person wrote; withheld in a report without names, as nobody can tell what it tells.
    std::string said(const std::string& text) const;
    std::string at(const Evidence& evidence) const; // "shop/web.yaml:12"; "" when there is no line
    bool quotable(const Evidence&) const;           // with an owner chosen: not of another owner's workload or service
    bool accepted(WorkloadId, Layer) const;         // a decision stands against each finding about it

    std::string anchorOf(const Finding&) const; // "finding-network-no-policy-1a2b3c4d"
    std::string anchorOf(WorkloadId) const;     // "" when it has no page
    bool has(const std::string& section) const; // it is in this report: others may lead there
    std::string to(const std::string& section) const { return has(section) ? section : std::string(); }

    std::vector<int> nodeOfWorkload;     // of the drawing, by workload; -1 = not drawn
    std::vector<std::string> sectionIds; // in this report, in order

private:
    void readOwnership();

    std::vector<char> m_page;                                          // by workload
    std::map<std::uint32_t, std::vector<const Finding*>> m_findingsOf; // by workload
    std::vector<std::string> m_names;                                  // by workload
    std::unordered_map<std::string, std::uint32_t> m_byId;             // workloads
    std::set<std::uint32_t> m_notQuoted;                               // objects
};

std::string scopeWords(const ReportInput&);

// Marks of all workloads in one wall: each layer's worst applicable verdict, required where any of them requires it.
diagram::Node rollUp(const Content&);
const diagram::Node* nodeOf(const Content&, WorkloadId); // of the drawing

} // namespace bartizan::report
