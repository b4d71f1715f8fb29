// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sources.h"

#include "importers/archive/archive_reader.h"
#include "importers/archive/names.h"
#include "importers/digest.h"
#include "model/discard.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace bartizan {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t listed = 1'000'000; // names of one folder that are held at once, beyond the limit for files

struct Descriptor {
    int fd;
    explicit Descriptor(const fs::path& path) : fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

bool isInside(const fs::path& folder, const fs::path& path)
{
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

using Names = std::set<std::string, std::less<>>;

class Sources {
public:
    // `only`: the files to deliver; null for all.
    Sources(const Limits& limits, const JobControl& control, const std::function<void(DeliveredFile)>& deliver, FileId first,
            const FilesFound& found, const Names* only = nullptr)
        : m_limits(limits), m_control(control), m_deliver(deliver), m_found(found), m_only(only),
          m_missing(only ? *only : Names()), m_next(first.value)
    {
    }

    void readSource(std::size_t index, const std::string& given)
    {
        m_source = index;
        SourceSummary& summary = m_result.sources.emplace_back();
        summary.path = given;
        std::error_code error;
        const fs::path path(given);
        const fs::file_status status = fs::status(path, error);
        if (fs::is_directory(status)) {
            readFolder(path, summary);
        } else if (fs::is_regular_file(status)) {
            const std::size_t before = m_bytes;
            tell(1);
            readFile(path, archive::cleanText(path.filename().string()), summary, nullptr);
            summary.bytes = m_bytes - before;
        } else {
            add(ProblemSeverity::error, "source-unreadable",
                "expected a file, a folder or an archive, found " +
                    std::string(fs::exists(status) ? "something else" : "nothing") + " at " + archive::cleanText(given));
        }
    }

    SourcesResult take() { return std::move(m_result); }

private:
    struct Entry {
        std::string relative; // bytes as on disk
        fs::path path;        // what to open: the target for a link inside the folder
        std::uint64_t size = 0;
    };

    void tell(std::size_t files) const
    {
        if (m_found)
            m_found(m_source, files);
    }

    Problem& add(ProblemSeverity severity, std::string id, std::string message)
    {
        m_result.problems.push_back({severity, std::move(id), std::move(message), {}, {}});
        return m_result.problems.back();
    }

    void readFolder(const fs::path& root, SourceSummary& summary)
    {
        summary.format = "folder";
        std::error_code error;
        const fs::path canonical = fs::canonical(root, error);
        std::vector<Entry> entries;
        if (!error)
            collect(canonical, canonical, {}, 0, entries);
        if (m_only)
            std::erase_if(entries, [this](const Entry& entry) { return !mayHold(archive::cleanText(entry.relative)); });
        // By path bytes, so that neither the file system nor the locale decides the order.
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.relative < b.relative; });
        for (const Entry& entry : entries)
            m_total += entry.size;
        tell(entries.size());
        Sha256 sha;
        const std::size_t before = m_bytes;
        for (const Entry& entry : entries) {
            if (m_control.stopped() || m_full)
                break;
            readFile(entry.path, archive::cleanText(entry.relative), summary, &sha);
        }
        summary.bytes = m_bytes - before;
        summary.sha256 = sha.hex();
    }

    void collect(const fs::path& root, const fs::path& folder, const std::string& prefix, std::size_t depth,
                 std::vector<Entry>& entries)
    {
        if (depth > m_limits.folderDepth) {
            add(ProblemSeverity::warning, "limit-folder-depth",
                "folders are nested deeper than is read at " + archive::cleanText(prefix.substr(0, 200)));
            return;
        }
        std::error_code error;
        std::vector<fs::directory_entry> items;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            items.push_back(*at);
            if (items.size() > m_limits.folderFiles + listed) // only there the order of the file system would show
                break;
        }
        if (error)
            add(ProblemSeverity::warning, "source-unreadable", "the folder could not be read: " + archive::cleanText(prefix));
        // Problems, and what a limit leaves out, must not depend on the file system's order.
        std::sort(items.begin(), items.end(), [](const fs::directory_entry& a, const fs::directory_entry& b) {
            return a.path().native() < b.path().native();
        });
        for (const fs::directory_entry& item : items) {
            if (m_control.stopped() || m_tooManyFiles)
                return;
            if (entries.size() >= m_limits.folderFiles) {
                add(ProblemSeverity::error, "limit-folder-files", "the folder holds more files than are read; open a part of it");
                m_tooManyFiles = true;
                return;
            }
            collectEntry(root, item, prefix + item.path().filename().string(), depth, entries);
        }
    }

    void collectEntry(const fs::path& root, const fs::directory_entry& item, const std::string& relative, std::size_t depth,
                      std::vector<Entry>& entries)
    {
        std::error_code error;
        const fs::file_status status = item.symlink_status(error);
        const std::string name = item.path().filename().string();
        if (fs::is_directory(status)) {
            if (!archive::isSkippedFolder(name))
                collect(root, item.path(), relative + "/", depth + 1, entries);
        } else if (fs::is_symlink(status)) {
            collectLink(root, item, relative, entries);
        } else if (fs::is_regular_file(status)) {
            entries.push_back({relative, item.path(), item.file_size(error)});
        } else {
            add(ProblemSeverity::note, "source-special-file",
                "a socket, pipe or device was not read: " + archive::cleanText(relative));
        }
    }

    // A file linked inside the folder is read (mounted ConfigMaps are links into hidden folders); a folder linked inside
    // is read where it is; nothing outside is read, for the folder is what was opened.
    void collectLink(const fs::path& root, const fs::directory_entry& item, const std::string& relative,
                     std::vector<Entry>& entries)
    {
        std::error_code error;
        const fs::path target = fs::canonical(item.path(), error);
        if (error) {
            add(ProblemSeverity::note, "source-link", "a link points to nothing: " + archive::cleanText(relative));
        } else if (!isInside(root, target)) {
            add(ProblemSeverity::warning, "source-link",
                "a link leaves the folder and was not followed; open its target as a source: " + archive::cleanText(relative));
        } else if (fs::is_regular_file(target, error)) {
            entries.push_back({relative, target, fs::file_size(target, error)});
        }
    }

    bool isWanted(const std::string& path) const { return !m_only || m_only->count(path) > 0; }

    // A file that is looked for, or an archive that one is a member of.
    bool mayHold(const std::string& shown) const
    {
        const auto member = m_only->lower_bound(shown + "!");
        return isWanted(shown) || (member != m_only->end() && member->starts_with(shown + "!"));
    }

    std::optional<std::string> readBytes(const fs::path& path, const std::string& shown)
    {
        const Descriptor file(path);
        struct stat info {};
        if (file.fd < 0 || ::fstat(file.fd, &info) != 0 || !S_ISREG(info.st_mode)) {
            add(ProblemSeverity::error, "source-unreadable", "the file could not be opened; check its permissions: " + shown);
            return std::nullopt;
        }
        if (static_cast<std::uint64_t>(info.st_size) > m_limits.fileBytes) {
            add(ProblemSeverity::error, "limit-file", "the file is larger than is read; split it: " + shown);
            return std::nullopt;
        }
        std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
        std::size_t length = 0;
        constexpr std::size_t piece = std::size_t{4} << 20;
        while (length < bytes.size() && !m_control.stopped()) {
            const ssize_t count = ::read(file.fd, bytes.data() + length, std::min(piece, bytes.size() - length));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                break;
            length += static_cast<std::size_t>(count);
        }
        if (length < bytes.size())
            add(ProblemSeverity::warning, "source-changed", "the file became shorter while it was read: " + shown);
        bytes.resize(length);
        return bytes;
    }

    // `folderSha`: the digest of the folder the file is in; null when the file is the source.
    void readFile(const fs::path& path, const std::string& shown, SourceSummary& summary, Sha256* folderSha)
    {
        std::optional<std::string> bytes = readBytes(path, shown);
        if (!bytes)
            return;
        std::string sha = sha256Hex(*bytes, m_control.stop);
        if (m_control.stopped())
            return discard(std::move(*bytes));
        if (folderSha)
            folderSha->update(sha + "  " + shown + "\n");
        else
            summary.sha256 = sha;
        m_done += bytes->size();
        m_control.report(Step::reading, m_done, m_total);
        if (archive::looksLikeArchive(*bytes)) {
            tell(0);
            readArchive(*bytes, shown, summary, folderSha == nullptr);
            return;
        }
        if (!folderSha)
            summary.format = "file";
        ++summary.files;
        deliver(shown, std::move(*bytes), std::move(sha));
    }

    void readArchive(const std::string& bytes, const std::string& shown, SourceSummary& summary, bool isSource)
    {
        const std::string base = shown.substr(shown.rfind('/') + 1);
        archive::ArchiveResult result = archive::readArchive(
            bytes, base, m_limits,
            [&](archive::Member member) {
                std::string path = shown + "!" + member.name;
                if (!isWanted(path))
                    return FileId{};
                std::string sha = sha256Hex(member.bytes, m_control.stop);
                if (m_control.stopped()) {
                    discard(std::move(member.bytes));
                    return FileId{};
                }
                ++summary.files;
                return deliver(std::move(path), std::move(member.bytes), std::move(sha));
            },
            [this] { return m_control.stopped() || m_full; });
        if (isSource)
            summary.format = result.format;
        for (Problem& problem : result.problems) {
            if (!problem.evidence.valid())
                problem.message += ": " + shown;
            m_result.problems.push_back(std::move(problem));
        }
    }

    FileId deliver(std::string path, std::string bytes, std::string sha)
    {
        if (!isWanted(path))
            return {};
        m_missing.erase(path);
        m_bytes += bytes.size();
        if (m_bytes > m_limits.totalBytes && !m_full) {
            m_full = true;
            add(ProblemSeverity::error, "limit-total",
                "the sources hold more than is read; open a part of them. First file left out: " + path);
        }
        if (m_full)
            return {};
        const FileId id{std::size_t{m_next++}};
        DeliveredFile file;
        file.source = m_source;
        file.text = document::FileText::make(std::move(path), std::move(bytes), id, m_control.stop);
        file.sha256 = std::move(sha);
        m_deliver(std::move(file));
        m_full = m_full || (m_only && m_missing.empty()); // nothing else is wanted
        return id;
    }

    const Limits& m_limits;
    const JobControl& m_control;
    const std::function<void(DeliveredFile)>& m_deliver;
    const FilesFound& m_found;
    const Names* m_only;
    Names m_missing; // of those
    std::uint32_t m_next;
    std::size_t m_source = 0;
    std::size_t m_bytes = 0;  // delivered
    std::uint64_t m_done = 0; // read from disk
    std::uint64_t m_total = 0;
    bool m_full = false;
    bool m_tooManyFiles = false;
    SourcesResult m_result;
};

} // namespace

SourcesResult readSources(const std::vector<std::string>& paths, const Limits& limits, const JobControl& control,
                          const std::function<void(DeliveredFile)>& deliver, FileId firstFile, const FilesFound& found)
{
    Sources sources(limits, control, deliver, firstFile, found);
    for (std::size_t i = 0; i < paths.size() && !control.stopped(); ++i)
        sources.readSource(i, paths[i]);
    return sources.take();
}

void readFilesOf(const std::string& source, const std::set<std::string, std::less<>>& paths, const Limits& limits,
                 const JobControl& control, const std::function<void(DeliveredFile)>& deliver)
{
    const FilesFound nobody;
    if (!paths.empty())
        Sources(limits, control, deliver, FileId{std::size_t{0}}, nobody, &paths).readSource(0, source);
}

std::optional<DeliveredFile> readFileOf(const std::string& source, const std::string& path, const Limits& limits,
                                        const JobControl& control)
{
    std::optional<DeliveredFile> result;
    readFilesOf(source, {path}, limits, control, [&](DeliveredFile file) { result = std::move(file); });
    return result;
}

} // namespace bartizan
