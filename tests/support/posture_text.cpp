// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/posture_text.h"

#include "tests/support/text_architecture.h"

#include <stdexcept>

namespace bartizan::test {

Posture postureOf(const Model& model)
{
    return analyse(model, shippedCatalogue(), {"2026-11-21T00:00:00Z"});
}

Posture postureOf(std::string_view text)
{
    return postureOf(modelOf(text));
}

std::string layersText(const Model& model, const Posture& posture, std::string_view layer)
{
    std::string text;
    for (const WorkloadPosture& w : posture.workloads)
        for (std::size_t i = 0; i < layerCount; ++i) {
            const LayerVerdict& v = w.layers[i];
            if (!layer.empty() && layer != layerId(static_cast<Layer>(i)))
                continue;
            text += model.architecture.workload(w.workload).id + " " + layerId(static_cast<Layer>(i)) +
                    (w.required[i] ? "* " : " ") + verdictWord(v.verdict) + " " + v.rule + ": " + v.reason;
            for (const Facet& f : v.facets)
                text += "\n      " + f.name + " " + verdictWord(f.verdict) + ": " + f.reason;
            for (const NearMiss& miss : v.nearMisses)
                text += "\n      near: " + miss.sentence;
            text += "\n";
        }
    return text;
}

std::string verdictsText(const Model& model, const Posture& posture, Layer layer)
{
    std::string text;
    for (const WorkloadPosture& w : posture.workloads) {
        const LayerVerdict& v = w.layers[pos(layer)];
        text += model.architecture.workload(w.workload).name + " " + verdictWord(v.verdict) + " " + v.rule;
        for (std::size_t i = 0; i < v.facets.size(); ++i)
            text += (i == 0 ? " (" : ", ") + v.facets[i].name + " " + verdictWord(v.facets[i].verdict) +
                    (i + 1 == v.facets.size() ? ")" : "");
        text += "\n";
    }
    return text;
}

std::string findingsText(const Posture& posture)
{
    std::string text;
    for (const Finding& f : posture.findings) {
        text += std::string(severityWord(f.severity)) + (f.platform ? " (platform) " : " ") + f.rule +
                (f.ifSensitivity ? " " + f.ifLevel : "") + ":";
        for (const std::string& subject : f.subjects)
            text += " " + subject;
        text += "\n";
    }
    return text;
}

std::string pathsText(const Model& model, const Posture& posture)
{
    std::string text;
    for (const Path& path : posture.paths) {
        text += std::string(pathWord(path.kind)) + " " + std::to_string(path.steps) + " " + path.hops.front().from;
        for (const Hop& hop : path.hops)
            text += " -> " + hop.to;
        text += " [" + std::string(verdictWord(path.authenticated)) + " " + path.authenticatedAt + "]";
        for (const Layer layer : path.stops)
            text += std::string(" +") + layerId(layer);
        for (const Layer layer : path.limits)
            text += std::string(" ~") + layerId(layer);
        text += "\n";
    }
    (void)model;
    return text;
}

const LayerVerdict& layerOf(const Model& model, const Posture& posture, std::string_view workload, Layer layer)
{
    for (const WorkloadPosture& w : posture.workloads)
        if (model.architecture.workload(w.workload).id == workload)
            return w.layers[pos(layer)];
    throw std::out_of_range(std::string(workload));
}

} // namespace bartizan::test
