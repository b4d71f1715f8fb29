// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the manifest of a frozen review: never a crash, never a hang; an error names the file and a line; what was
// read names each source, file and member once, with digests that are digests.
#include "app/frozen/manifest.h"

#include "tests/fuzz/token_mutator.h"

#include <cstdlib>
#include <set>

using namespace bartizan;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isDigest(const std::string& text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto manifest = app::readManifest(std::string(reinterpret_cast<const char*>(data), size), "fuzz.json");
    if (!manifest) {
        const std::string& message = manifest.error().message;
        const std::size_t at = message.rfind("(fuzz.json:");
        require(manifest.error().id == "frozen-manifest");
        require(at != std::string::npos && message.back() == ')' && message[at + 11] >= '1' && message[at + 11] <= '9');
        return 0;
    }
    std::set<std::string> sources, members;
    for (const app::FrozenSource& source : manifest->sources) {
        require(!source.path.empty() && source.path.find('\0') == std::string::npos);
        require(sources.insert(source.path).second && isDigest(source.sha256));
        std::set<std::string> files;
        for (const app::FrozenFile& file : source.files)
            require(files.insert(file.path).second && isDigest(file.sha256));
    }
    for (const app::FrozenMember& member : manifest->members)
        require(members.insert(member.name).second && isDigest(member.sha256));
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
