// SPDX-License-Identifier: GPL-3.0-or-later
// How sensitive a workload's data is: what a label says, else what whole words of its own and its Services' names
// propose (never more than confidential), else internal. A review is laid over this later, by whoever holds it.
#include "model/resolve/passes.h"

#include "model/resolve/text.h"

#include <algorithm>
#include <map>

namespace bartizan::resolving {
namespace {

constexpr std::string_view keys[] = {"bartizan.dev/sensitivity", "data-classification"};

std::optional<Sensitivity> fromWord(std::string_view value)
{
    std::string joined;
    for (const std::string& word : words(value))
        joined += word;
    static const std::map<std::string, Sensitivity, std::less<>> known = {
        {"public", Sensitivity::openData},
        {"open", Sensitivity::openData},
        {"opendata", Sensitivity::openData},
        {"internal", Sensitivity::internal},
        {"confidential", Sensitivity::confidential},
        {"restricted", Sensitivity::restricted},
        {"secret", Sensitivity::restricted},
        {"strictlyconfidential", Sensitivity::restricted},
        {"highlyconfidential", Sensitivity::restricted},
    };
    const auto found = known.find(joined);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

bool fromLabel(Context& context, Workload& workload)
{
    for (const std::string_view key : keys) {
        const Attribute* written = findOnWorkload(context, workload, key);
        if (!written)
            written = findOnNamespace(context, workload.cluster, workload.ns, key);
        if (!written)
            continue;
        const std::optional<Sensitivity> level = fromWord(written->value);
        if (!level) {
            context.out.problems.push_back({ProblemSeverity::warning,
                                            "sensitivity-word",
                                            "expected open data, internal, confidential or restricted at " + std::string(key) +
                                                ", found another word; it is not used. Write one of the four",
                                            written->evidence,
                                            {}});
            continue;
        }
        workload.sensitivity = *level;
        workload.sensitivitySource = SensitivitySource::label;
        workload.sensitivityReason = std::string(key) + " says " + toWord(*level);
        workload.sensitivityEvidence = written->evidence;
        return true;
    }
    return false;
}

const SensitiveWord* sensitiveWord(const Catalogue& catalogue, const std::string& name)
{
    for (const std::string& word : words(name))
        for (const SensitiveWord& row : catalogue.sensitiveWords)
            if (row.word == word)
                return &row;
    return nullptr;
}

bool fromName(const Context& context, Workload& workload, const std::string& name, const std::string& what,
              const Evidence& evidence)
{
    const SensitiveWord* row = sensitiveWord(context.catalogue, name);
    if (!row)
        return false;
    workload.sensitivity = Sensitivity::confidential;
    workload.sensitivitySource = SensitivitySource::inferred;
    workload.sensitivityReason = what + " " + name + " has the word \"" + row->word + "\": " + row->reason;
    workload.sensitivityEvidence = evidence;
    return true;
}

} // namespace

void resolveSensitivity(Context& context)
{
    for (Workload& workload : context.out.workloads) {
        if (context.stopped())
            return;
        if (fromLabel(context, workload) || fromName(context, workload, workload.name, "the workload's name", workload.evidence))
            continue;
        for (const ServiceId id : workload.services) {
            const Service& service = context.out.service(id);
            if (fromName(context, workload, service.name, "the Service's name", service.evidence))
                break;
        }
        if (workload.sensitivitySource == SensitivitySource::byDefault)
            workload.sensitivityReason = "no label, and no word of its name says otherwise";
    }
}

} // namespace bartizan::resolving
