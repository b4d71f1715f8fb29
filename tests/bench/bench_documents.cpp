// SPDX-License-Identifier: GPL-3.0-or-later
// Reading YAML and JSON into trees with positions, against yaml-cpp's Node, nlohmann's DOM and simdjson's DOM.
// Goals: YAML at least 8 times yaml-cpp and at most 4 bytes of memory a byte; JSON at least 2 times nlohmann and at most
// 1.5 bytes a byte for the tree.
#include "importers/archive/archive_reader.h"
#include "importers/document/content_hash.h"
#include "importers/document/json_reader.h"
#include "importers/document/yaml_reader.h"
#include "tests/bench/bench.h"
#include "tests/support/paths.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>
#include <yaml-cpp/yaml.h>

using namespace bartizan;
using bench::best;
using bench::print;
using document::FileText;
using document::ReadResult;

namespace {

double rate(std::size_t bytes, double seconds)
{
    return static_cast<double>(bytes) / seconds / 1e6;
}

double perByte(std::size_t memory, std::size_t bytes)
{
    return static_cast<double>(memory) / static_cast<double>(bytes);
}

void yaml(const std::string& text)
{
    const auto file = FileText::make("snapshot.yaml", text);
    const bench::Pair times = bench::compared(
        8, [&] { document::readYaml(file); }, [&] { YAML::LoadAll(text); });
    print("yaml.read", rate(text.size(), times.ours), "MB/s", times.reference / times.ours, "yaml-cpp");
    const std::size_t memory = bench::residentOf([&] { return document::readYaml(file); });
    const std::size_t referenceMemory = bench::residentOf([&] { return YAML::LoadAll(text); });
    print("yaml.memory", perByte(memory, text.size()), "bytes/byte", perByte(referenceMemory, memory), "yaml-cpp");
}

void json(const std::string& text)
{
    const auto file = FileText::make("snapshot.json", text);
    const std::size_t bytes = text.size();
    const std::size_t memory = bench::residentOf([&] { return document::readJson(file); });
    const double index = best(3, [&] { FileText::make("copy", std::string(text)); });
    const std::size_t referenceMemory = bench::residentOf([&] { return nlohmann::json::parse(text); });
    const bench::Pair times = bench::compared(
        2, [&] { document::readJson(file); }, [&] { return nlohmann::json::parse(text).size(); });
    const simdjson::padded_string padded(text);
    const double fresh = best(3, [&] {
        simdjson::dom::parser parser;
        (void)parser.parse(padded).error();
    });
    print("json.read", rate(bytes, times.ours), "MB/s", times.reference / times.ours, "nlohmann");
    print("json.read", rate(bytes, times.ours), "MB/s", fresh / times.ours, "simdjson-dom-fresh");
    print("json.memory", perByte(memory, bytes), "bytes/byte", perByte(referenceMemory, memory), "nlohmann");
    print("json.text-and-lines", rate(bytes, index), "MB/s", fresh / index, "simdjson-dom-fresh");
    const ReadResult result = document::readJson(file);
    const double hash = best(2, [&] {
        for (const document::Node item : result.documents.front().root()["items"])
            document::contentHash(item, {"/status"});
    });
    print("json.content-hash", rate(bytes, hash), "MB/s", fresh / hash, "simdjson-dom-fresh");
}

} // namespace

int main()
{
    const auto snapshots = test::corpusDir() / "snapshots";
    const auto yamlText = test::readFile(snapshots / "real-apiserver-online-boutique-istio" / "all-no-secrets.yaml");
    const auto packed = test::readFile(snapshots / "real-apiserver-scale-10k" / "all-no-secrets.json.xz");
    if (!yamlText || !packed) {
        std::fprintf(stderr, "the shared corpus is not there\n");
        return 77;
    }
    yaml(*yamlText);
    std::string jsonText;
    const double unpack = best(1, [&] {
        archive::readArchive(*packed, "all-no-secrets.json.xz", {}, [&](archive::Member member) {
            jsonText = std::move(member.bytes);
            return FileId{};
        });
    });
    print("archive.unpack-xz", rate(jsonText.size(), unpack), "MB/s", 1, "itself");
    json(jsonText);
    return 0;
}
