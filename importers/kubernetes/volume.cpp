// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes core/v1 Volume: where files of a pod come from. Names only, never contents.
#include "importers/kubernetes/pod.h"

#include <array>

namespace bartizan::importers {

using document::Node;

namespace {

// Which field of a source names what it refers to.
std::string sourceName(const Fields& fields, Node source, std::string_view type)
{
    struct Naming {
        std::string_view type, field;
    };
    constexpr std::array<Naming, 13> namings{{{"secret", "secretName"},
                                              {"configMap", "name"},
                                              {"hostPath", "path"},
                                              {"persistentVolumeClaim", "claimName"},
                                              {"csi", "driver"},
                                              {"azureFile", "secretName"},
                                              {"flexVolume", "driver"},
                                              {"nfs", "server"},
                                              {"image", "reference"},
                                              {"clusterTrustBundle", "name"},
                                              {"serviceAccountToken", "audience"},
                                              {"awsElasticBlockStore", "volumeID"},
                                              {"gcePersistentDisk", "pdName"}}};
    for (const Naming& naming : namings) {
        if (naming.type == type) {
            std::string name = fields.text(source, naming.field);
            return name.empty() && type == "secret" ? fields.text(source, "name") : name; // projected secrets say `name`
        }
    }
    return {};
}

VolumeSource readSource(const Fields& fields, Node source)
{
    VolumeSource result;
    result.type = source.key();
    result.evidence = fields.evidence(source);
    if (!source.isMapping())
        return result; // `emptyDir:` with nothing after it
    result.name = sourceName(fields, source, result.type);
    if (result.type == "secret" || result.type == "configMap") {
        for (const Node item : fields.list(source, "items"))
            result.keys.push_back(fields.text(item, "key"));
    }
    return result;
}

} // namespace

void readVolumes(const Fields& fields, Node spec, std::vector<Volume>& volumes)
{
    const Node list = fields.list(spec, "volumes");
    volumes.reserve(list.size());
    for (const Node node : list) {
        if (!node.isMapping()) {
            fields.unexpected(node, "a volume");
            continue;
        }
        Volume& volume = volumes.emplace_back();
        volume.name = fields.text(node, "name");
        volume.evidence = fields.elementEvidence(node);
        volume.type = "emptyDir"; // what the API defaults to when no source is written
        for (const Node source : node) {
            if (source.key() == "name" || source.key().substr(0, 1) == "$")
                continue;
            volume.type = source.key();
            if (source.key() != "projected") {
                volume.sources.push_back(readSource(fields, source));
                continue;
            }
            for (const Node part : fields.list(source, "sources")) {
                for (const Node projected : part)
                    volume.sources.push_back(readSource(fields, projected));
            }
        }
    }
}

} // namespace bartizan::importers
