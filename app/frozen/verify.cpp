// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frozen/verify.h"

#include "app/durable_file.h"
#include "app/frozen/freeze.h"
#include "app/review_file.h"
#include "importers/digest.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace bartizan::app {
namespace {

namespace fs = std::filesystem;
using Outcome = VerifyStep::Result;

constexpr std::size_t mostArchive = std::size_t{1} << 30;
constexpr std::size_t mostNamed = 5; // files that are named one by one

std::string counted(std::size_t number, const char* noun)
{
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string shortDigest(const std::string& sha256)
{
    return sha256.substr(0, 12) + "…";
}

fs::path withoutSlash(const fs::path& path)
{
    const fs::path normal = path.lexically_normal();
    return normal.has_filename() || !normal.has_relative_path() ? normal : normal.parent_path();
}

class Verifier {
public:
    Verifier(const VerifyOptions& options, const JobControl& job, FrozenManifest manifest, Unpacked unpacked)
        : m_options(options), m_job(job), m_manifest(std::move(manifest)), m_unpacked(std::move(unpacked))
    {
    }

    Result<Verified> run(const std::string& archiveDigest)
    {
        say(Outcome::note, "archive",
            "SHA-256 " + archiveDigest + "; as of " + m_manifest.asOf + ", by version " + m_manifest.version);
        members();
        if (!places())
            return std::move(m_verified);
        const auto loaded = readInputs();
        if (!loaded)
            return tl::unexpected(loaded.error());
        if (*loaded)
            makeAgain(**loaded);
        return std::move(m_verified);
    }

private:
    void say(Outcome result, std::string what, std::string says)
    {
        m_verified.steps.push_back({result, std::move(what), std::move(says)});
    }

    bool isAsFrozen(const FrozenMember& member) const
    {
        const auto at = m_unpacked.members.find(member.name);
        return at != m_unpacked.members.end() && sha256Hex(at->second) == member.sha256;
    }

    void members()
    {
        const std::size_t before = m_verified.steps.size();
        for (const std::string& wrong : m_unpacked.wrong)
            say(Outcome::differs, "archive", wrong);
        std::set<std::string> named = {std::string(manifestName)};
        for (const FrozenMember& member : m_manifest.members) {
            named.insert(member.name);
            const auto at = m_unpacked.members.find(member.name);
            if (at == m_unpacked.members.end()) {
                say(Outcome::differs, member.name, "the manifest names it and the archive does not hold it");
            } else if (!isAsFrozen(member)) {
                const bool size = at->second.size() != member.bytes;
                say(Outcome::differs, member.name,
                    "expected " + (size ? counted(member.bytes, "byte") : "the SHA-256 " + shortDigest(member.sha256)) +
                        " as the manifest says, found " +
                        (size ? std::to_string(at->second.size()) : shortDigest(sha256Hex(at->second))));
            }
        }
        for (const auto& [name, bytes] : m_unpacked.members)
            if (named.count(name) == 0)
                say(Outcome::differs, name, "the archive holds it and the manifest does not name it");
        for (const std::string& needed :
             {reportName(m_manifest.report), std::string(frozenFindingsName), std::string(frozenReviewName)})
            if (named.count(needed) == 0)
                say(Outcome::differs, needed, "the manifest does not name it");
        if (m_verified.steps.size() == before)
            say(Outcome::same, "members", counted(m_manifest.members.size(), "member") + " with the digests of the manifest");
    }

    // Where each source stands now; false when one is not there.
    bool places()
    {
        bool all = !m_manifest.sources.empty();
        if (!all)
            say(Outcome::differs, "inputs", "the manifest names no source");
        std::set<std::string> taken;
        for (const FrozenSource& source : m_manifest.sources) {
            const std::string below = placeBelow(m_options.sources, source.path);
            const fs::path place(m_options.sources.empty() ? source.path : below);
            std::error_code failed;
            const bool folder = source.format == "folder";
            if (place.empty()) {
                say(Outcome::notFound, "inputs",
                    "the manifest names the source '" + source.path +
                        "', which is no place below a folder: verify without --sources, where the review was frozen");
                all = false;
            } else if (!taken.insert(withoutSlash(place).string()).second) {
                say(Outcome::notFound, "inputs", "two sources would both stand at " + place.string());
                all = false;
            } else if (folder ? !fs::is_directory(place, failed) : !fs::is_regular_file(place, failed)) {
                say(Outcome::notFound, "inputs",
                    "expected " + std::string(folder ? "a folder" : "a file") + " at " + place.string() +
                        (m_options.sources.empty() ? "; say where the inputs stand with --sources DIR" : ""));
                all = false;
            } else {
                m_places[source.path] = place.string();
            }
        }
        return all;
    }

    LoadOptions loadOptions(const Review& review) const
    {
        LoadOptions options;
        std::size_t files = 0, bytes = 0;
        for (const FrozenSource& source : m_manifest.sources) {
            options.sources.push_back(source.path);
            files += source.files.size();
            for (const FrozenFile& file : source.files)
                bytes += std::min<std::uint64_t>(file.bytes, options.import.limits.totalBytes);
        }
        // A stranger's manifest may name any folder of this machine: no more of it is read than was frozen, and what one
        // needs to say that there is more now.
        options.import.limits.folderFiles = std::min(options.import.limits.folderFiles, 2 * files + 1000);
        options.import.limits.totalBytes = std::min(options.import.limits.totalBytes, std::max(2 * bytes, std::size_t{64} << 20));
        options.import.standsAt = m_places;
        options.import.variant = m_manifest.variant;
        options.import.scope = m_manifest.scope;
        options.import.jobs = m_options.jobs;
        options.asOf = m_manifest.asOf;
        options.review = std::make_shared<const Review>(review);
        return options;
    }

    // Null where the report cannot be made again; then it was said why.
    Result<std::shared_ptr<const Loaded>> readInputs()
    {
        const auto member = m_unpacked.members.find(std::string(frozenReviewName));
        const auto review =
            readReview(member == m_unpacked.members.end() ? std::string() : member->second, std::string(frozenReviewName), m_job);
        if (!review)
            say(Outcome::differs, std::string(frozenReviewName), review.error().message);
        const auto loaded = load(loadOptions(review ? *review : Review()), m_job);
        if (!loaded && loaded.error().id == "stopped")
            return tl::unexpected(loaded.error());
        if (!loaded) {
            say(Outcome::notFound, "inputs", loaded.error().message);
            return nullptr;
        }
        const bool same = compareInputs((*loaded)->model.inventory);
        const auto frozen = std::find_if(m_manifest.members.begin(), m_manifest.members.end(),
                                         [](const FrozenMember& row) { return row.name == frozenReviewName; });
        const bool reviewed = frozen != m_manifest.members.end() && isAsFrozen(*frozen);
        if (!same || !reviewed || !review) {
            say(Outcome::notChecked, "report",
                std::string("not made again: ") + (!same ? "the inputs are" : "the review is") + " not what was frozen");
            return nullptr;
        }
        return *loaded;
    }

    bool compareInputs(const Inventory& inventory)
    {
        std::vector<std::string> changed;
        std::size_t files = 0;
        for (std::size_t i = 0; i < m_manifest.sources.size(); ++i) {
            const FrozenSource& source = m_manifest.sources[i];
            std::map<std::string, const SourceFile*> now;
            const Source* found = nullptr;
            for (const Source& candidate : inventory.sources)
                if (candidate.path == source.path)
                    found = &candidate;
            for (const SourceFile& file : inventory.files)
                if (found && &inventory.sources[file.source.pos()] == found)
                    now.emplace(file.path, &file);
            const std::string in = m_manifest.sources.size() > 1 ? source.path + ": " : std::string();
            const std::size_t before = changed.size();
            for (const FrozenFile& file : source.files) {
                ++files;
                const auto at = now.find(file.path);
                if (at == now.end())
                    changed.push_back(in + file.path + " is not there");
                else if (at->second->sha256 != file.sha256)
                    changed.push_back(in + file.path + " has other content (SHA-256 " + shortDigest(at->second->sha256) +
                                      ", frozen " + shortDigest(file.sha256) + ")");
                if (at != now.end())
                    now.erase(at);
            }
            for (const auto& [path, file] : now)
                changed.push_back(in + path + " was not there");
            if (changed.size() == before && (!found || found->sha256 != source.sha256))
                changed.push_back(source.path + " has another digest than the manifest says");
        }
        for (std::size_t i = 0; i < changed.size() && i < mostNamed; ++i)
            say(Outcome::differs, "inputs", changed[i]);
        if (changed.size() > mostNamed)
            say(Outcome::differs, "inputs", "and " + counted(changed.size() - mostNamed, "more file"));
        if (changed.empty())
            say(Outcome::same, "inputs",
                counted(files, "file") + " of " + counted(m_manifest.sources.size(), "source") +
                    " with the digests of the manifest");
        return changed.empty();
    }

    void makeAgain(const Loaded& loaded)
    {
        m_job.report(Step::makingDrawing, 0, 0);
        std::vector<std::string> unknown;
        const auto made = madeFrom(loaded, m_manifest.report, unknown, m_job);
        for (const std::string& name : unknown)
            say(Outcome::note, "report",
                "this version does not know the option " + name + ": the bytes may differ for that reason");
        if (!made) {
            say(Outcome::notChecked, "report", made.error().message);
            return;
        }
        bool differs = false;
        for (const auto& [name, bytes] : *made) {
            const auto frozen = std::find_if(m_manifest.members.begin(), m_manifest.members.end(),
                                             [&name = name](const FrozenMember& row) { return row.name == name; });
            if (frozen == m_manifest.members.end())
                continue; // said of the members
            const bool same = sha256Hex(bytes) == frozen->sha256;
            differs = differs || !same;
            say(same ? Outcome::same : Outcome::differs, name,
                same ? "made again: the same " + counted(bytes.size(), "byte")
                     : "made again: " + counted(bytes.size(), "byte") + " with the SHA-256 " + shortDigest(sha256Hex(bytes)) +
                           ", frozen " + counted(frozen->bytes, "byte") + " with " + shortDigest(frozen->sha256));
        }
        const auto other = [&](const char* what, const std::string& then, const std::string& now) {
            if (differs && then != now)
                say(Outcome::note, "report",
                    std::string("frozen with ") + what + " " + then + ", made again with " + now +
                        ": the bytes may differ for that reason");
        };
        other("version", m_manifest.version, std::string(report::programVersion));
        other("Qt", m_manifest.qt, qVersion());
    }

    const VerifyOptions& m_options;
    const JobControl& m_job;
    FrozenManifest m_manifest;
    Unpacked m_unpacked;
    std::map<std::string, std::string> m_places; // by path as given
    Verified m_verified;
};

} // namespace

const char* verifyWord(VerifyStep::Result result)
{
    constexpr std::array<const char*, 5> words = {"same", "differs", "not found", "not checked", "note"};
    return words[static_cast<std::size_t>(result)];
}

bool Verified::any(VerifyStep::Result result) const
{
    return std::any_of(steps.begin(), steps.end(), [result](const VerifyStep& step) { return step.result == result; });
}

std::string placeBelow(const std::string& folder, const std::string& source)
{
    const fs::path given = withoutSlash(source);
    if (given == ".")
        return folder;
    fs::path inside;
    if (given.is_absolute())
        inside = given.filename();
    else
        for (const fs::path& part : given)
            if (part != "..") // only at the front: the path is normal
                inside /= part;
    return inside.empty() ? std::string() : (fs::path(folder) / inside).string();
}

Result<Verified> verify(const VerifyOptions& options, const JobControl& job)
{
    auto bytes = readBounded(options.archive, mostArchive);
    if (!bytes)
        return tl::unexpected(Error{"frozen-unreadable", bytes.error().message});
    const std::string digest = sha256Hex(*bytes, job.stop);
    Unpacked unpacked = unpackMembers(*bytes);
    const auto at = unpacked.members.find(std::string(manifestName));
    if (at == unpacked.members.end()) {
        const std::string why = unpacked.wrong.empty() ? "it holds no " + std::string(manifestName) : unpacked.wrong.front();
        return tl::unexpected(Error{"frozen-unreadable", "expected an archive that `bartizan-cli freeze` wrote: " + why + " (" +
                                                             options.archive + ")"});
    }
    auto manifest = readManifest(at->second, options.archive + "!" + std::string(manifestName));
    if (!manifest)
        return tl::unexpected(manifest.error());
    return Verifier(options, job, std::move(*manifest), std::move(unpacked)).run(digest);
}

} // namespace bartizan::app
