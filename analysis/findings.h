// SPDX-License-Identifier: GPL-3.0-or-later
// Where steps of the analysis raise findings. One cause, one finding: everything raised with the same rule and cause
// becomes one Finding with all its subjects. Ids are rule + "-" + 8 hex digits of a hash of (rule, cause): the cause is
// an object's identity without version, container or key, or for an absence its namespace; never a position or a value.
#pragma once

#include "analysis/context.h"
#include "analysis/rule_ids.h"

#include <map>
#include <string>
#include <vector>

namespace bartizan::analysis {

struct Cause {
    std::string key;   // identity words joined; part of the finding's id
    Evidence evidence; // the line to show first; may be none for an absence
    std::string where; // "shop": what the absence is about, for the title
};
Cause causeObject(const Context&, ObjectId, Evidence shown = {}); // shown: a line within the object
Cause causeAbsence(const Context&, WorkloadId);                   // of something in the workload's namespace
Cause causeGlobal(std::string key, Evidence shown = {});          // of the whole input

struct Raise {
    RuleId rule;
    Cause cause;
    std::string reason;     // for this subject
    std::string reasonMany; // when there are several; {what} becomes "12 workloads"
    WorkloadId workload;    // the subject, or none when `subject` is a route, entry or service
    std::string subject;    // id; "" = the workload's
    std::vector<Evidence> evidence;
    std::vector<NearMiss> nearMisses;
    std::string within;
    bool undecided = false; // the verdict behind it is unknown
};

class FindingSink {
public:
    explicit FindingSink(const Context& context) : m_context(context) {}

    void raise(Raise);
    // What a verdict says becomes a finding; reasonMany as in Raise.
    void raise(RuleId, Cause, WorkloadId, const LayerVerdict&, std::string reasonMany = {});
    // Only when the workload's sensitivity asks for the rule's layer (an absence elsewhere is no gap).
    void raiseGap(RuleId, Cause, WorkloadId, const LayerVerdict&, std::string reasonMany = {});

    // Sorted by severity, then id. Needs the finished posture for exposure.
    std::vector<Finding> finish(const Posture&) const;

private:
    struct Group {
        std::vector<Raise> raised;
        bool platform = false;
        bool gap = false; // every subject was raised through raiseGap
    };
    void add(Raise, bool gap);

    const Context& m_context;
    std::map<std::string, Group> m_groups; // by rule, cause and platform or not
};

// Does the policy table ask for this layer at that sensitivity?
bool asksFor(const Catalogue&, Sensitivity, Layer);
// ... at the workload's?
bool isRequired(const Context&, WorkloadId, Layer);
// ... and does it only because the sensitivity was inferred?
bool onlyInferred(const Context&, WorkloadId, Layer);

} // namespace bartizan::analysis
