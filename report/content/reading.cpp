// SPDX-License-Identifier: GPL-3.0-or-later
// How to read a report: for auditors who see one for the first time.
#include "report/content/figures.h"
#include "report/content/sections.h"

namespace bartizan::report {

namespace {

struct Words {
    const char* term;
    const char* meaning;
};

constexpr Words verdicts[] = {
    {"present",
     "Evidence shows that the layer stands here. Configured is not enforced: where running state was in the input, it wins."},
    {"partial", "It holds for some replicas, ports, routes or containers only, or in a weaker form; the reason says which."},
    {"missing",
     "It was looked for where it would have to be, and is not there. The finding names what was searched and the nearest miss."},
    {"unknown", "The input cannot decide. It is neither good nor bad; the input that would settle it is named, with a command "
                "that only reads."},
    {"not applicable", "The layer has no meaning for this service; the reason says why."},
};

constexpr Words bases[] = {
    {"configuration", "what manifests and settings say"},
    {"running state", "what the cluster reported of itself"},
    {"report", "what a scanner wrote about this very artifact"},
    {"observed", "seen in traffic"},
    {"stated", "somebody answers for it by name, with a proof and an expiry; it is shown as such and never as evidence"},
    {"assumed", "one of the few assumptions that are listed and counted in this report"},
};

constexpr Words pathKinds[] = {
    {"direct", "the attacker's own bytes arrive"},
    {"relayed", "an exposed service calls on the attacker's behalf"},
    {"lateral", "open after a compromise, by what connectivity, identity and mounts allow"},
};

template <std::size_t N>
void list(Writer& writer, const Words (&words)[N])
{
    std::vector<Label> labels;
    for (const Words& word : words)
        labels.push_back({word.term, cell::text(word.meaning)});
    writer.labels(labels);
}

// The service whose wall shows most different verdicts explains best.
WorkloadId example(const Content& content)
{
    WorkloadId best;
    int most = -1;
    for (const WorkloadId id : content.workloads) {
        if (!nodeOf(content, id))
            continue;
        std::array<char, 5> seen{};
        for (const LayerVerdict& verdict : content.verdicts(id).layers)
            seen[static_cast<std::size_t>(verdict.verdict)] = 1;
        int kinds = 0;
        for (const char each : seen)
            kinds += each;
        kinds = kinds * 2 + static_cast<int>(content.workload(id).sensitivity);
        if (kinds > most) {
            most = kinds;
            best = id;
        }
    }
    return best;
}

} // namespace

void writeReading(const Content& content, Writer& writer)
{
    writer.section(
        {nameOf("reading"), "How to read this report",
         "A service is drawn as a keep inside a wall of sixteen stones, one for each layer of defence, always in the same "
         "place. The same five marks stand in the drawing, the matrix, the charts and the tables.",
         false});
    writer.figure(verdictMarks());
    if (const WorkloadId id = example(content); id.valid()) {
        writer.figure(namedWall(content, id));
        writer.paragraph("The wall of " + content.workload(id).name +
                             ". The darker the keep, the more sensitive the service: open data, "
                             "internal, confidential, restricted.",
                         Tone::small);
    }
    writer.heading("Verdicts");
    list(writer, verdicts);
    writer.heading("What a verdict rests on");
    list(writer, bases);
    writer.heading("Paths");
    list(writer, pathKinds);
    writer.paragraph(
        "Steps are compromises on the easiest way to a service; 0 means that bytes or relayed calls arrive without one. The "
        "three kinds are never added up.",
        Tone::small);
    writer.heading("Findings");
    writer.paragraph(
        "A finding is one cause with everything it touches: a namespace without a default deny is one finding, not one for "
        "each service in it. Its id stays the same when files are reformatted or moved, so that decisions stay attached. A "
        "decision never hides a finding; it is opened again when there is more or worse than it was made about. "
        "Controls are named because a finding supports evidence for them, not to measure whether a standard is met.");
}

} // namespace bartizan::report
